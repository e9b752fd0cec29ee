// The shape of a scan: the picker goes over the text once and each hit of a
// keyword widens a window of each clause that has the keyword and fits the
// file; hits of encoded keywords are put aside. Then the clauses run over their
// windows, and then each run around an encoded hit is decoded and scanned in
// the same way, two levels deep. Nothing is decided while the picker runs,
// since it may not be entered twice.
#include "analyzer/engines/text/text_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

#include "analyzer/base/check.h"
#include "analyzer/engines/text/clause_matcher.h"
#include "analyzer/engines/text/encoded_runs.h"
#include "analyzer/engines/text/literals.h"
#include "analyzer/engines/text/match_order.h"
#include "analyzer/engines/text/picker.h"

namespace gonogo {
namespace {

constexpr int kDeepest = 2;
constexpr std::size_t kMostEncodedHits = 100'000;
constexpr std::uint64_t kMostDecodedBytes = 16 << 20;
/// What one large file has grown is given back.
constexpr std::size_t kKeptWindows = 4096;

/// The pickers of the groups are serialised behind each other; their sizes come first.
using DatabaseSizes = std::array<std::uint64_t, kKindGroups>;
using Databases = std::array<std::string_view, kKindGroups>;

/// Empty ones where the bytes are cut short.
Databases SplitDatabase(std::string_view bytes) {
  DatabaseSizes sizes;
  if (bytes.size() < sizeof sizes) return {};
  std::memcpy(sizes.data(), bytes.data(), sizeof sizes);
  bytes.remove_prefix(sizeof sizes);
  Databases databases;
  for (std::size_t i = 0; i < kKindGroups; ++i) {
    if (sizes[i] > bytes.size()) return {};
    databases[i] = bytes.substr(0, sizes[i]);
    bytes.remove_prefix(sizes[i]);
  }
  return databases;
}

struct EncodedHit {
  std::uint32_t literal = 0;
  std::uint64_t end = 0;
};

/// What a worker gathers in one text. Kept from file to file for its memory.
struct Level {
  std::vector<WindowList> windows;     // by clause
  std::vector<std::uint32_t> touched;  // clauses that have windows
  std::vector<EncodedHit> encoded;
  bool too_many_encoded = false;
};

enum class Fit : std::uint8_t { kUnknown, kYes, kNo };

struct WorkerState {
  explicit WorkerState(std::size_t clauses) : fits(clauses) {
    for (Level& level : levels) level.windows.resize(clauses);
  }

  std::array<std::optional<PickerScratch>, kKindGroups> scratch;
  std::array<Level, kDeepest + 1> levels;
  std::vector<Fit> fits;             // by clause, for the file at hand
  std::vector<std::uint32_t> asked;  // clauses whose fit is known
  std::uint64_t decoded_bytes = 0;   // of the file at hand
  std::vector<bool> limited;         // by clause; empty where no limit was met
  bool decoding_limited = false;
};

class TextEngine final : public Engine {
 public:
  TextEngine(std::span<const Rule* const> rules, Databases databases, const WantedTexts& wanted,
             unsigned workers)
      : rules_(rules.begin(), rules.end()),
        databases_(databases),
        wanted_(wanted),
        workers_(std::max(1U, workers)) {
    for (const ClauseOfRule& clause : ClausesOf(rules)) clauses_.emplace_back(clause);
  }

  void ScanFile(const EngineInput& input, unsigned worker, EngineOutput& output) const override;

 private:
  struct Pass;

  const Picker& PickerOf(KindGroup group) const;
  static void OnHit(void* context, std::uint32_t literal, std::uint64_t end);
  bool Fits(std::uint32_t clause, const Pass& pass) const;
  bool AnyDecodes(const Pass& pass) const;
  void Gather(std::uint32_t literal, std::uint64_t end, Pass& pass) const;
  void ScanText(Pass& pass) const;
  void Decode(Pass& pass) const;
  void DecodeRunAt(ByteRange run, Codec codec, Pass& pass) const;
  void Reset(WorkerState& state) const;
  void ReportLimits(const Pass& pass) const;

  std::deque<ClauseMatcher> clauses_;  // a deque, since they hold once_flags and cannot move
  std::vector<const Rule*> rules_;
  Databases databases_;
  WantedTexts wanted_;
  /// Made when the first file of a group comes: a run over one file needs one of them.
  mutable std::array<std::once_flag, kKindGroups> picker_made_;
  mutable std::array<std::unique_ptr<Picker>, kKindGroups> pickers_;
  /// Each is used by one thread alone, and made when that has its first file.
  mutable std::vector<std::unique_ptr<WorkerState>> workers_;
};

/// One text of one file on its way through the engine.
struct TextEngine::Pass {
  const TextEngine* engine;
  const EngineInput* input;
  SearchedText searched;
  int depth;
  const Picker* picker;
  const PickerScratch* scratch;
  WorkerState* state;
  EngineOutput* output;

  Level& level() const { return state->levels[static_cast<std::size_t>(depth)]; }
};

const Picker& TextEngine::PickerOf(KindGroup group) const {
  const auto at = static_cast<std::size_t>(group);
  std::call_once(picker_made_[at], [&] {
    Result<std::unique_ptr<Picker>> picker = Picker::Make(rules_, group, wanted_, databases_[at]);
    CHECK(picker.has_value());  // heads of at most 8 bytes always compile
    pickers_[at] = std::move(*picker);
  });
  return *pickers_[at];
}

void TextEngine::OnHit(void* context, std::uint32_t literal, std::uint64_t end) {
  Pass& pass = *static_cast<Pass*>(context);
  pass.engine->Gather(literal, end, pass);
}

bool TextEngine::Fits(std::uint32_t clause, const Pass& pass) const {
  Fit& fit = pass.state->fits[clause];
  if (fit == Fit::kUnknown) {
    fit = clauses_[clause].Fits(pass.input->file) ? Fit::kYes : Fit::kNo;
    pass.state->asked.push_back(clause);
  }
  return fit == Fit::kYes;
}

bool TextEngine::AnyDecodes(const Pass& pass) const {
  for (std::uint32_t clause = 0; clause < clauses_.size(); ++clause) {
    if (clauses_[clause].clause().decode && Fits(clause, pass)) return true;
  }
  return false;
}

void TextEngine::Gather(std::uint32_t literal, std::uint64_t end, Pass& pass) const {
  const PickedLiterals& literals = pass.picker->literals();
  const std::uint64_t begin = end - literals.Text(literal).size();
  if (literals.IsWanted(literal)) {
    if (pass.depth == 0) pass.output->word_offsets.push_back(begin + literals.WordAt(literal));
    return;
  }
  Level& level = pass.level();
  if (literals.IsSuppression(literal) && pass.depth == 0)
    pass.output->suppression_offsets.push_back(begin);
  for (std::uint32_t clause : literals.Clauses(literal)) {
    const TextClause& text = clauses_[clause].clause();
    if ((pass.depth > 0 && !text.decode) || !Fits(clause, pass)) continue;
    WindowList& list = level.windows[clause];
    if (list.windows().empty()) level.touched.push_back(clause);
    list.Add(pass.searched.text, text.span, begin, end);
  }
  if (literals.Encoded(literal).empty() || pass.depth == kDeepest) return;
  if (level.encoded.size() == kMostEncodedHits) {
    level.too_many_encoded = true;
  } else {
    level.encoded.push_back({literal, end});
  }
}

void TextEngine::ScanText(Pass& pass) const {
  pass.picker->Scan(pass.searched.text, *pass.scratch, OnHit, &pass);
  Level& level = pass.level();
  std::ranges::sort(level.touched);
  for (std::uint32_t clause : level.touched) {
    WindowList& list = level.windows[clause];
    const ClauseMatcher& matcher = clauses_[clause];
    list.Keep([&](const Window& window) {
      return matcher.CanMatchIn(pass.searched.text.substr(window.begin, window.end - window.begin));
    });
    const bool complete = matcher.Search(pass.searched, list.windows(), *pass.output);
    if (!complete || list.overflowed()) {
      pass.state->limited.resize(clauses_.size());
      pass.state->limited[clause] = true;
    }
    list.Clear();
    if (list.windows().capacity() > kKeptWindows) list = WindowList();
  }
  level.touched.clear();
  Decode(pass);
}

void TextEngine::Decode(Pass& pass) const {
  Level& level = pass.level();
  pass.state->decoding_limited |= std::exchange(level.too_many_encoded, false);
  if (!level.encoded.empty() && !AnyDecodes(pass)) level.encoded.clear();
  std::array<RunCursor, 3> cursors;  // by codec
  for (const EncodedHit& hit : level.encoded) {
    const PickedLiterals& literals = pass.picker->literals();
    const ByteRange place{hit.end - literals.Text(hit.literal).size(), hit.end};
    for (EncodedUse use : literals.Encoded(hit.literal)) {
      RunCursor& cursor = cursors[static_cast<std::size_t>(use.codec)];
      const std::optional<ByteRange> run = cursor.Next(pass.searched.text, use, place);
      if (run && IsWorthDecoding(use.codec, *run)) DecodeRunAt(*run, use.codec, pass);
    }
  }
  level.encoded.clear();
  if (level.encoded.capacity() > kKeptWindows) level.encoded.shrink_to_fit();
}

void TextEngine::DecodeRunAt(ByteRange run, Codec codec, Pass& pass) const {
  const std::string decoded =
      DecodeRun(pass.searched.text.substr(run.begin, run.end - run.begin), codec);
  pass.state->decoded_bytes += decoded.size();
  if (pass.state->decoded_bytes > kMostDecodedBytes) {
    pass.state->decoding_limited = true;
    return;
  }
  Pass inner = pass;
  const ByteRange place = pass.depth == 0 ? run : pass.searched.place;
  inner.searched = {decoded, &pass.searched, run, place, codec, pass.searched.file};
  ++inner.depth;
  ScanText(inner);
}

void TextEngine::Reset(WorkerState& state) const {
  for (std::uint32_t clause : state.asked) state.fits[clause] = Fit::kUnknown;
  state.asked.clear();
  state.limited.clear();
  state.decoded_bytes = 0;
  state.decoding_limited = false;
}

void TextEngine::ReportLimits(const Pass& pass) const {
  const std::string& path = pass.input->file.path;
  for (std::size_t i = 0; i < pass.state->limited.size(); ++i) {
    if (pass.state->limited[i])
      pass.output->notices.push_back(TooManyCandidates(path, clauses_[i].rule()));
  }
  if (pass.state->decoding_limited) {
    pass.output->notices.push_back(
        {"too-much-encoded", Coverage::kPartlyRead, path, 0,
         fmt::format("more encoded text than the {} MiB that are decoded in one file; look at the "
                     "rest by hand",
                     kMostDecodedBytes >> 20)});
  }
}

void TextEngine::ScanFile(const EngineInput& input, unsigned worker, EngineOutput& output) const {
  CHECK(worker < workers_.size());
  std::unique_ptr<WorkerState>& own = workers_[worker];
  if (!own) own = std::make_unique<WorkerState>(clauses_.size());
  WorkerState& state = *own;
  const KindGroup group = GroupOf(input.file.kind);
  const Picker& picker = PickerOf(group);
  std::optional<PickerScratch>& scratch = state.scratch[static_cast<std::size_t>(group)];
  if (!scratch) scratch.emplace(picker.MakeScratch());
  Pass pass{.engine = this,
            .input = &input,
            .searched = {.text = input.text, .file = &input.file},
            .depth = 0,
            .picker = &picker,
            .scratch = &*scratch,
            .state = &state,
            .output = &output};
  const OutputMark mark(output);
  ScanText(pass);
  ReportLimits(pass);
  mark.SortAndUnique(output);
  Reset(state);
}

}  // namespace

Result<std::string> CompileKeywords(std::span<const Rule* const> rules,
                                    std::span<const WantedText> wanted) {
  if (!CpuHasPicker()) return Fail("the keyword database needs a CPU with SSE4.2 to be built");
  std::array<std::string, kKindGroups> pickers;
  DatabaseSizes sizes{};
  for (const KindGroup group : {KindGroup::kC, KindGroup::kOther}) {
    std::string& picker = pickers[static_cast<std::size_t>(group)];
    picker = TRY(SerialisePicker(rules, group, wanted));
    sizes[static_cast<std::size_t>(group)] = picker.size();
  }
  std::string out(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
  for (const std::string& picker : pickers) out += picker;
  return out;
}

Result<std::unique_ptr<Engine>> MakeTextEngine(std::span<const Rule* const> rules,
                                               std::string_view database, unsigned workers,
                                               const WantedTexts& wanted) {
  if (!CpuHasPicker())
    return MakeReferenceTextEngine(rules, wanted ? wanted() : std::vector<WantedText>());
  return std::make_unique<TextEngine>(rules, SplitDatabase(database), wanted, workers);
}

}  // namespace gonogo
