#include "analyzer/engines/text/picker.h"

#include <hs/hs.h>

#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "analyzer/base/check.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
namespace {

constexpr std::string_view kMagic = "gonogo picker 4\n";

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
using DatabasePtr = std::unique_ptr<hs_database_t, FreeDatabase>;

/// For every x86-64 CPU with SSE4.2. One for AVX2 scans no more than a tenth faster.
Result<DatabasePtr> Compile(const std::vector<Literal>& literals) {
  std::vector<const char*> texts;
  std::vector<unsigned> flags;
  std::vector<unsigned> ids;
  std::vector<std::size_t> lengths;
  for (const Literal& literal : literals) {
    texts.push_back(literal.text.data());
    flags.push_back(literal.caseless ? HS_FLAG_CASELESS : 0);
    ids.push_back(static_cast<unsigned>(ids.size()));
    lengths.push_back(literal.text.size());
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

void AppendNumber(std::string& out, std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out += static_cast<char>((number >> shift) & 0xff);
  }
}

/// Reads the parts of a serialised picker; nothing where they are cut short.
class PartReader {
 public:
  explicit PartReader(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::string_view> Take(std::size_t size) {
    if (bytes_.size() < size) return std::nullopt;
    const std::string_view part = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return part;
  }

  std::optional<std::uint32_t> Number() {
    const std::optional<std::string_view> part = Take(4);
    if (!part) return std::nullopt;
    std::uint32_t number = 0;
    for (unsigned i = 0; i < 4; ++i) {
      number |= std::uint32_t{static_cast<unsigned char>((*part)[i])} << (8 * i);
    }
    return number;
  }

  std::string_view Rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

constexpr std::uint32_t kCaseless = 1;
constexpr std::uint32_t kDecodes = 2;
constexpr std::uint32_t kWanted = 4;
constexpr std::uint32_t kFlagBits = 3;
constexpr std::uint32_t kMostLiterals = 1 << 20;

/// A literal is a number with its length and flags, of a wanted text where its word is, the number
/// of its encoded uses, a number for each of them, and its text.
void AppendLiteral(std::string& out, const Literal& literal) {
  const auto size = static_cast<std::uint32_t>(literal.text.size());
  AppendNumber(out, size << kFlagBits | (literal.caseless ? kCaseless : 0) |
                        (literal.decodes ? kDecodes : 0) | (literal.wanted ? kWanted : 0));
  if (literal.wanted) AppendNumber(out, static_cast<std::uint32_t>(literal.at));
  AppendNumber(out, static_cast<std::uint32_t>(literal.encoded.size()));
  for (EncodedUse use : literal.encoded) {
    AppendNumber(out, static_cast<std::uint32_t>(use.codec) << 8 | use.phase);
  }
  out += literal.text;
}

std::optional<EncodedUse> ReadUse(PartReader& reader) {
  const std::optional<std::uint32_t> number = reader.Number();
  constexpr auto kLast = static_cast<std::uint32_t>(Codec::kPercent);
  if (!number || *number >> 8 > kLast || (*number & 0xff) > 3) return std::nullopt;
  return EncodedUse{static_cast<Codec>(*number >> 8), static_cast<std::uint8_t>(*number & 0xff)};
}

std::optional<Literal> ReadLiteral(PartReader& reader) {
  const std::optional<std::uint32_t> header = reader.Number();
  const bool wanted = header && (*header & kWanted) != 0;
  const std::optional<std::uint32_t> at = wanted ? reader.Number() : 0;
  const std::optional<std::uint32_t> uses = reader.Number();
  if (!header || !at || !uses) return std::nullopt;
  Literal literal;
  literal.wanted = wanted;
  literal.at = *at;
  literal.caseless = (*header & kCaseless) != 0;
  literal.decodes = (*header & kDecodes) != 0;
  for (std::uint32_t i = 0; i < *uses; ++i) {
    const std::optional<EncodedUse> use = ReadUse(reader);
    if (!use) return std::nullopt;
    literal.encoded.push_back(*use);
  }
  const std::optional<std::string_view> text = reader.Take(*header >> kFlagBits);
  if (!text || text->empty()) return std::nullopt;
  literal.text = *text;
  return literal;
}

struct SerialisedParts {
  std::vector<Literal> literals;  // by id, without clauses
  std::string_view database;
};

std::optional<SerialisedParts> Split(std::string_view serialised) {
  PartReader reader(serialised);
  if (reader.Take(kMagic.size()) != kMagic) return std::nullopt;
  const std::optional<std::uint32_t> count = reader.Number();
  if (!count || *count > kMostLiterals) return std::nullopt;
  SerialisedParts parts;
  for (std::uint32_t i = 0; i < *count; ++i) {
    std::optional<Literal> literal = ReadLiteral(reader);
    if (!literal) return std::nullopt;
    parts.literals.push_back(std::move(*literal));
  }
  parts.database = reader.Rest();
  return parts;
}

/// Whether a keyword as the database has it is found wherever the wanted one is.
bool Covers(const Literal& of_database, const Literal& wanted) {
  if (!of_database.encoded.empty() || of_database.wanted) return false;
  return of_database.caseless ? of_database.text == LowerKeyword(wanted.text)
                              : !wanted.caseless && of_database.text == wanted.text;
}

/// Gives each keyword its clauses; false where one is not in the database, or not in its encoded
/// forms. Both lists have the keywords first and sorted.
bool Adopt(std::vector<Literal>& of_database, std::vector<Literal>&& wanted) {
  auto at = of_database.begin();
  for (Literal& keyword : wanted) {
    while (at != of_database.end() && !Covers(*at, keyword)) ++at;
    if (at == of_database.end() || (keyword.decodes && !at->decodes)) return false;
    at->clauses = std::move(keyword.clauses);
    at->suppression = keyword.suppression;
  }
  return true;
}

DatabasePtr Deserialise(std::string_view bytes) {
  // The library reads words, and the embedded bytes may begin anywhere.
  const auto aligned = std::make_unique<std::uint64_t[]>(bytes.size() / 8 + 1);
  std::memcpy(aligned.get(), bytes.data(), bytes.size());
  hs_database_t* database = nullptr;
  const auto* start = reinterpret_cast<const char*>(aligned.get());
  if (hs_deserialize_database(start, bytes.size(), &database) != HS_SUCCESS) return nullptr;
  return DatabasePtr(database);
}

struct ScanContext {
  Picker::OnHit on_hit;
  void* context;
};

int ForwardHit(unsigned id, unsigned long long, unsigned long long end, unsigned, void* context) {
  const auto& scan = *static_cast<const ScanContext*>(context);
  scan.on_hit(scan.context, id, end);
  return 0;
}

}  // namespace

PickerScratch::~PickerScratch() { hs_free_scratch(scratch_); }

Picker::~Picker() { hs_free_database(database_); }

Result<std::unique_ptr<Picker>> Picker::Make(std::span<const Rule* const> rules,
                                             const WantedTexts& wanted,
                                             std::string_view serialised) {
  std::optional<SerialisedParts> parts = Split(serialised);
  if (parts && Adopt(parts->literals, KeywordLiteralsOf(rules))) {
    if (DatabasePtr database = Deserialise(parts->database)) {
      return std::unique_ptr<Picker>(new Picker(database.release(), std::move(parts->literals)));
    }
  }
  std::vector<Literal> literals = LiteralsOf(rules, wanted ? wanted() : std::vector<WantedText>());
  DatabasePtr database = TRY(Compile(literals));
  return std::unique_ptr<Picker>(new Picker(database.release(), std::move(literals)));
}

std::vector<PickerScratch> Picker::MakeScratches(unsigned count) const {
  std::vector<PickerScratch> scratches;
  scratches.reserve(count);
  hs_scratch_t* first = nullptr;
  CHECK(hs_alloc_scratch(database_, &first) == HS_SUCCESS);
  scratches.emplace_back(first);
  while (scratches.size() < count) {
    hs_scratch_t* clone = nullptr;
    CHECK(hs_clone_scratch(first, &clone) == HS_SUCCESS);
    scratches.emplace_back(clone);
  }
  return scratches;
}

void Picker::Scan(std::string_view text, const PickerScratch& scratch, OnHit on_hit,
                  void* context) const {
  // A text beyond 4 GiB is over every size limit; its rest would need a second block.
  CHECK(text.size() <= 0xffffffffu);
  ScanContext scan{on_hit, context};
  CHECK(hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch.get(),
                ForwardHit, &scan) == HS_SUCCESS);
}

bool CpuHasPicker() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("sse4.2");
#else
  return true;
#endif
}

Result<std::string> SerialisePicker(std::span<const Rule* const> rules,
                                    std::span<const WantedText> wanted) {
  const std::vector<Literal> literals = LiteralsOf(rules, wanted);
  const DatabasePtr database = TRY(Compile(literals));
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database.get(), &bytes, &size) != HS_SUCCESS) {
    return Fail("the keyword database cannot be serialised");
  }
  std::string out(kMagic);
  AppendNumber(out, static_cast<std::uint32_t>(literals.size()));
  for (const Literal& literal : literals) AppendLiteral(out, literal);
  out.append(bytes, size);
  std::free(bytes);
  return out;
}

}  // namespace gonogo
