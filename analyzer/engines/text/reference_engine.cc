// The text clause without the picker: every line is a window of every clause
// that wants lines, keywords are found by plain comparison where a window must
// begin at one, and every run of base64 or hex is decoded. It is slow and
// simple; tests hold the text engine against it, and a CPU without SSE4.2 runs
// it.
#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "analyzer/engines/text/clause_matcher.h"
#include "analyzer/engines/text/encoded_runs.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/literals.h"
#include "analyzer/engines/text/match_order.h"
#include "analyzer/engines/text/text_engine.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

constexpr int kDeepest = 2;
constexpr std::uint64_t kLongLine = 4096;
constexpr std::string_view kSuppression = "gonogo:ignore";

/// Of keywords `lower` is text in lower case, as they are.
std::vector<std::uint64_t> PlacesOf(std::string_view lower, std::string_view word) {
  std::vector<std::uint64_t> places;
  for (std::size_t at = lower.find(word); at != std::string_view::npos;
       at = lower.find(word, at + 1)) {
    places.push_back(at);
  }
  return places;
}

/// `caseless` has the words in lower case that are looked for in `lower`; the others in `text`.
std::vector<ByteRange> PlacesOfAll(std::string_view text, std::string_view lower,
                                   std::span<const std::string_view> words,
                                   const std::set<std::string>& caseless) {
  std::vector<ByteRange> places;
  for (std::string_view word : words) {
    const std::string low = LowerKeyword(word);
    const bool folds = caseless.contains(low);
    for (std::uint64_t place : PlacesOf(folds ? lower : text, folds ? low : word)) {
      places.push_back({place, place + word.size()});
    }
  }
  std::ranges::sort(places, {}, [](const ByteRange& r) { return std::pair(r.end, r.begin); });
  return places;
}

/// Calls with each line and where it begins; a lone '\r' ends a line too.
template <class Call>
void ForEachLine(std::string_view text, Call call) {
  std::uint64_t begin = 0;
  for (std::uint64_t at = 0; at <= text.size(); ++at) {
    const bool lone = at + 1 >= text.size() || text[at + 1] != '\n';
    if (at == text.size() || text[at] == '\n' || (text[at] == '\r' && lone)) {
      call(begin, text.substr(begin, at - begin));
      begin = at + 1;
    }
  }
}

class ReferenceEngine final : public Engine {
 public:
  ReferenceEngine(std::span<const Rule* const> rules, std::span<const WantedText> wanted)
      : wanted_(wanted.begin(), wanted.end()) {
    for (const ClauseOfRule& clause : ClausesOf(rules)) clauses_.emplace_back(clause);
    for (const KindGroup group : {KindGroup::kC, KindGroup::kOther}) {
      for (const Literal& literal : LiteralsOf(rules, group)) {
        const bool percent = std::ranges::any_of(
            literal.encoded, [](EncodedUse use) { return use.codec == Codec::kPercent; });
        if (percent) percent_forms_.push_back(literal.text);
        if (literal.caseless && literal.encoded.empty()) caseless_.insert(literal.text);
      }
    }
  }

  void ScanFile(const EngineInput& input, unsigned, EngineOutput& output) const override {
    const OutputMark mark(output);
    for (std::uint64_t place : PlacesOf(LowerKeyword(input.text), kSuppression)) {
      output.suppression_offsets.push_back(place);
    }
    for (const WantedText& one : wanted_) {
      for (const std::uint64_t place : PlacesOf(input.text, one.text))
        output.word_offsets.push_back(place + one.at);
    }
    ScanText(input, {.text = input.text, .file = &input.file}, 0, output);
    mark.SortAndUnique(output);
  }

 private:
  std::vector<Window> WindowsOf(std::string_view text, std::string_view lower,
                                const TextClause& clause) const;
  void ScanText(const EngineInput& input, const SearchedText& searched, int depth,
                EngineOutput& output) const;
  void DecodeAll(const EngineInput& input, const SearchedText& searched, Codec codec, int depth,
                 EngineOutput& output) const;
  bool HasPercentForm(std::string_view run) const;

  std::deque<ClauseMatcher> clauses_;
  std::vector<std::string> percent_forms_;
  std::set<std::string> caseless_;  // keywords
  std::vector<WantedText> wanted_;
};

std::vector<Window> ReferenceEngine::WindowsOf(std::string_view text, std::string_view lower,
                                               const TextClause& clause) const {
  if (clause.span == TextSpan::kFile) return {WindowAround(text, TextSpan::kFile, 0, 0)};
  std::vector<Window> windows;
  WindowList list;
  const auto add_keywords = [&](std::uint64_t begin, std::uint64_t size) {
    for (ByteRange place : PlacesOfAll(text.substr(begin, size), lower.substr(begin, size),
                                       clause.keywords, caseless_)) {
      list.Add(text, clause.span, begin + place.begin, begin + place.end);
    }
  };
  if (clause.span == TextSpan::kBlock) {
    add_keywords(0, text.size());
    return list.windows();
  }
  ForEachLine(text, [&](std::uint64_t begin, std::string_view line) {
    const std::uint64_t end = begin + line.size();
    if (line.size() <= kLongLine) {
      windows.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      return;
    }
    list.Clear();
    add_keywords(begin, line.size());
    windows.insert(windows.end(), list.windows().begin(), list.windows().end());
  });
  return windows;
}

void ReferenceEngine::ScanText(const EngineInput& input, const SearchedText& searched, int depth,
                               EngineOutput& output) const {
  const std::string lower = LowerKeyword(searched.text);
  bool any_decodes = false;
  for (const ClauseMatcher& clause : clauses_) {
    if (!clause.Fits(input.file) || (depth > 0 && !clause.clause().decode)) continue;
    any_decodes = any_decodes || clause.clause().decode;
    const std::vector<Window> windows = WindowsOf(searched.text, lower, clause.clause());
    if (clause.Search(searched, windows, output)) continue;
    output.notices.push_back(TooManyCandidates(input.file.path, clause.rule()));
  }
  if (!any_decodes || depth == kDeepest) return;
  for (Codec codec : {Codec::kBase64, Codec::kHex, Codec::kPercent}) {
    DecodeAll(input, searched, codec, depth + 1, output);
  }
}

bool ReferenceEngine::HasPercentForm(std::string_view run) const {
  const std::string lower = LowerKeyword(run);
  return std::ranges::any_of(percent_forms_,
                             [&](const std::string& form) { return lower.contains(form); });
}

/// Every run in every alignment.
void ReferenceEngine::DecodeAll(const EngineInput& input, const SearchedText& searched, Codec codec,
                                int depth, EngineOutput& output) const {
  constexpr std::uint8_t kAlignments[] = {4, 2, 1};
  for (std::uint64_t at = 0; at < searched.text.size();) {
    const ByteRange whole = EncodedRunAround(searched.text, codec, {at, at});
    if (whole.end <= at) {
      ++at;
      continue;
    }
    at = whole.end;
    for (std::uint8_t skip = 0; skip < kAlignments[static_cast<std::size_t>(codec)]; ++skip) {
      const ByteRange run{whole.begin + skip, whole.end};
      if (!IsWorthDecoding(codec, run)) break;
      const std::string_view encoded = searched.text.substr(run.begin, run.end - run.begin);
      if (codec == Codec::kPercent && !HasPercentForm(encoded)) continue;
      const std::string decoded = DecodeRun(encoded, codec);
      const ByteRange place = depth == 1 ? run : searched.place;
      ScanText(input, {decoded, &searched, run, place, codec, searched.file}, depth, output);
    }
  }
}

}  // namespace

Result<std::unique_ptr<Engine>> MakeReferenceTextEngine(std::span<const Rule* const> rules,
                                                        std::span<const WantedText> wanted) {
  return std::make_unique<ReferenceEngine>(rules, wanted);
}

}  // namespace gonogo
