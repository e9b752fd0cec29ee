#include "analyzer/engines/text/picker.h"

#include <hs/hs.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <optional>
#include <queue>
#include <string>
#include <utility>

#include "analyzer/base/check.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

constexpr std::array<char, 16> kMagic = {'g', 'o', 'n', 'o', 'g', 'o', ' ', 'p',
                                         'i', 'c', 'k', 'e', 'r', ' ', '7', '\n'};
constexpr std::size_t kAlignment = 8;  // of the tables, and of the words that Vectorscan reads

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
using DatabasePtr = std::unique_ptr<hs_database_t, FreeDatabase>;

/// For every x86-64 CPU with SSE4.2. One for AVX2 scans no more than a tenth faster.
Result<DatabasePtr> Compile(const std::vector<LiteralHead>& heads) {
  std::vector<const char*> texts;
  std::vector<unsigned> flags;
  std::vector<unsigned> ids;
  std::vector<std::size_t> lengths;
  for (const LiteralHead& head : heads) {
    texts.push_back(head.text.data());
    flags.push_back(head.caseless ? HS_FLAG_CASELESS : 0);
    ids.push_back(static_cast<unsigned>(ids.size()));
    lengths.push_back(head.text.size());
  }
  const hs_platform_info_t baseline{};
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), lengths.data(),
                           static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, &baseline, &database,
                           &error) == HS_SUCCESS) {
    return DatabasePtr(database);
  }
  std::string reason = error != nullptr ? error->message : "unknown reason";
  hs_free_compile_error(error);
  return Fail("the keywords of the rules do not compile: " + reason);
}

/// What the bytes are made for: the clauses, with all that decides on their keywords.
std::uint64_t FingerprintOf(std::span<const Rule* const> rules, KindGroup group) {
  std::uint64_t print = static_cast<std::uint64_t>(group);
  const auto add = [&print](std::uint64_t part) {
    print = (print ^ part) * 0x9E3779B97F4A7C15U;
    print ^= print >> 32;
  };
  const std::hash<std::string_view> hash;
  for (const ClauseOfRule& clause : ClausesOf(rules)) {
    const TextClause& text = clause.alternative->text;
    add(text.keywords.size() * 2 + (text.decode ? 1 : 0));
    add(hash(text.regex));
    for (const FileKind kind : clause.alternative->files.kinds)
      add(static_cast<std::uint64_t>(kind));
    for (std::string_view keyword : text.keywords) add(hash(keyword));
  }
  return print;
}

struct Header {
  std::array<char, 16> magic = kMagic;
  std::uint64_t fingerprint = 0;
};
static_assert(sizeof(Header) % kAlignment == 0);

struct SerialisedParts {
  std::uint64_t fingerprint = 0;
  PickedLiterals literals;
  std::string_view database;
};

std::optional<SerialisedParts> Split(std::string_view serialised) {
  Header header;
  if (serialised.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, serialised.data(), sizeof header);
  if (header.magic != kMagic) return std::nullopt;
  serialised.remove_prefix(sizeof header);
  std::optional<PickedLiterals> literals = PickedLiterals::Read(serialised);
  if (!literals) return std::nullopt;
  return SerialisedParts{header.fingerprint, std::move(*literals), serialised};
}

/// Whether a keyword as the database has it is found wherever the wanted one is.
bool Covers(const Literal& of_database, const Literal& wanted) {
  if (!of_database.encoded.empty() || of_database.wanted) return false;
  return of_database.caseless ? of_database.text == LowerKeyword(wanted.text)
                              : !wanted.caseless && of_database.text == wanted.text;
}

/// The literals of a database that was made for other rules, with the clauses of these; nothing
/// where a keyword is not in it, or not in its encoded forms. Both lists have the keywords first
/// and sorted.
std::optional<std::vector<Literal>> Adopt(const PickedLiterals& of_database,
                                          std::vector<Literal>&& wanted) {
  std::vector<Literal> literals;
  for (std::uint32_t id = 0; id < of_database.size(); ++id) {
    literals.push_back(of_database.Whole(id));
    literals.back().clauses.clear();
    literals.back().suppression = false;
  }
  auto at = literals.begin();
  for (Literal& keyword : wanted) {
    while (at != literals.end() && !Covers(*at, keyword)) ++at;
    if (at == literals.end() || (keyword.decodes && !at->decodes)) return std::nullopt;
    at->clauses = std::move(keyword.clauses);
    at->suppression = keyword.suppression;
  }
  return literals;
}

DatabasePtr Deserialise(std::string_view bytes) {
  hs_database_t* database = nullptr;
  if (hs_deserialize_database(bytes.data(), bytes.size(), &database) != HS_SUCCESS) return nullptr;
  return DatabasePtr(database);
}

/// Passes hits on in the order of their ends, though heads are found in the order of theirs: what
/// ends later waits.
class HitsInOrder {
 public:
  HitsInOrder(const PickedLiterals& literals, std::string_view text, Picker::OnHit on_hit,
              void* context)
      : literals_(literals), text_(text), on_hit_(on_hit), context_(context) {}

  void AddHead(std::uint32_t head, std::uint64_t head_end) {
    PassOnTo(head_end);
    for (const std::uint32_t id : literals_.WithHead(head)) {
      const std::uint64_t size = literals_.Text(id).size();
      const std::uint64_t begin = head_end - std::min<std::uint64_t>(size, LiteralHead::kMost);
      if (!literals_.StandsAt(id, text_, begin)) continue;
      if (begin + size == head_end) {
        on_hit_(context_, id, head_end);
      } else {
        waiting_.push({begin + size, id});
      }
    }
  }

  /// What ends there or before.
  void PassOnTo(std::uint64_t end) {
    while (!waiting_.empty() && waiting_.top().end <= end) {
      const Hit hit = waiting_.top();
      waiting_.pop();
      on_hit_(context_, hit.literal, hit.end);
    }
  }

 private:
  struct Hit {
    std::uint64_t end = 0;
    std::uint32_t literal = 0;

    auto operator<=>(const Hit&) const = default;
  };

  const PickedLiterals& literals_;
  std::string_view text_;
  Picker::OnHit on_hit_;
  void* context_;
  std::priority_queue<Hit, std::vector<Hit>, std::greater<>> waiting_;
};

int ForwardHit(unsigned id, unsigned long long, unsigned long long end, unsigned, void* context) {
  static_cast<HitsInOrder*>(context)->AddHead(id, end);
  return 0;
}

}  // namespace

PickerScratch::~PickerScratch() { hs_free_scratch(scratch_); }

Picker::~Picker() { hs_free_database(database_); }

Result<std::unique_ptr<Picker>> Picker::Make(std::span<const Rule* const> rules, KindGroup group,
                                             const WantedTexts& wanted,
                                             std::string_view serialised) {
  if (reinterpret_cast<std::uintptr_t>(serialised.data()) % kAlignment != 0) {
    auto aligned = std::make_unique<const std::string>(serialised);
    std::unique_ptr<Picker> picker = TRY(Make(rules, group, wanted, *aligned));
    picker->aligned_ = std::move(aligned);
    return picker;
  }
  if (std::optional<SerialisedParts> parts = Split(serialised)) {
    const bool is_made_for_them = parts->fingerprint == FingerprintOf(rules, group);
    std::optional<std::vector<Literal>> adopted;
    if (!is_made_for_them) adopted = Adopt(parts->literals, KeywordLiteralsOf(rules, group));
    DatabasePtr database = is_made_for_them || adopted ? Deserialise(parts->database) : nullptr;
    if (database) {
      return std::unique_ptr<Picker>(new Picker(
          database.release(), adopted ? PickedLiterals(*adopted) : std::move(parts->literals)));
    }
  }
  const std::vector<Literal> literals =
      LiteralsOf(rules, group, wanted ? wanted() : std::vector<WantedText>());
  DatabasePtr database = TRY(Compile(HeadsOf(literals)));
  return std::unique_ptr<Picker>(new Picker(database.release(), PickedLiterals(literals)));
}

PickerScratch Picker::MakeScratch() const {
  hs_scratch_t* scratch = nullptr;
  CHECK(hs_alloc_scratch(database_, &scratch) == HS_SUCCESS);
  return PickerScratch(scratch);
}

void Picker::Scan(std::string_view text, const PickerScratch& scratch, OnHit on_hit,
                  void* context) const {
  // A text beyond 4 GiB is over every size limit; its rest would need a second block.
  CHECK(text.size() <= 0xffffffffu);
  HitsInOrder hits(literals_, text, on_hit, context);
  CHECK(hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch.get(),
                ForwardHit, &hits) == HS_SUCCESS);
  hits.PassOnTo(text.size());
}

bool CpuHasPicker() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("sse4.2");
#else
  return true;
#endif
}

Result<std::string> SerialisePicker(std::span<const Rule* const> rules, KindGroup group,
                                    std::span<const WantedText> wanted) {
  const std::vector<Literal> literals = LiteralsOf(rules, group, wanted);
  const DatabasePtr database = TRY(Compile(HeadsOf(literals)));
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database.get(), &bytes, &size) != HS_SUCCESS) {
    return Fail("the keyword database cannot be serialised");
  }
  Header header;
  header.fingerprint = FingerprintOf(rules, group);
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out += PickedLiterals::Serialise(literals);
  out.append(bytes, size);
  out.resize((out.size() + kAlignment - 1) / kAlignment * kAlignment);
  std::free(bytes);
  return out;
}

}  // namespace gonogo
