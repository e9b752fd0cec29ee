#include "analyzer/engines/text/picker.h"

#include <hs/hs.h>

#include <cstring>
#include <map>
#include <utility>

#include "analyzer/base/check.h"

namespace gonogo {
namespace {

constexpr std::uint32_t kUnused = 0xffffffff;
constexpr std::string_view kMagic = "gonogo picker 1\n";

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
using DatabasePtr = std::unique_ptr<hs_database_t, FreeDatabase>;

using LiteralKey = std::pair<std::string_view, bool>;  // text, caseless

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

struct SerialisedParts {
  std::vector<LiteralKey> literals;  // by id
  std::string_view database;
};

std::optional<SerialisedParts> Split(std::string_view serialised) {
  PartReader reader(serialised);
  if (reader.Take(kMagic.size()) != kMagic) return std::nullopt;
  const std::optional<std::uint32_t> count = reader.Number();
  if (!count) return std::nullopt;
  SerialisedParts parts;
  for (std::uint32_t i = 0; i < *count; ++i) {
    const std::optional<std::uint32_t> header = reader.Number();
    if (!header) return std::nullopt;
    const std::optional<std::string_view> text = reader.Take(*header >> 1);
    if (!text) return std::nullopt;
    parts.literals.emplace_back(*text, (*header & 1) != 0);
  }
  parts.database = reader.Rest();
  return parts;
}

/// What each id of the database means for these literals; nothing where one of them is not in it.
std::optional<std::vector<std::uint32_t>> MapIds(const std::vector<LiteralKey>& of_database,
                                                 const std::vector<Literal>& wanted) {
  std::map<LiteralKey, std::uint32_t> indices;
  for (std::uint32_t i = 0; i < wanted.size(); ++i) {
    indices.emplace(LiteralKey(wanted[i].text, wanted[i].caseless), i);
  }
  std::vector<std::uint32_t> literal_of_id;
  std::size_t met = 0;
  for (const LiteralKey& key : of_database) {
    const auto index = indices.find(key);
    literal_of_id.push_back(index == indices.end() ? kUnused : index->second);
    met += index == indices.end() ? 0 : 1;
  }
  if (met != wanted.size()) return std::nullopt;
  return literal_of_id;
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
  const std::vector<std::uint32_t>* literal_of_id;
  Picker::OnHit on_hit;
  void* context;
};

int ForwardHit(unsigned id, unsigned long long, unsigned long long end, unsigned, void* context) {
  const auto& scan = *static_cast<const ScanContext*>(context);
  const std::uint32_t literal = (*scan.literal_of_id)[id];
  if (literal != kUnused) scan.on_hit(scan.context, literal, end);
  return 0;
}

}  // namespace

PickerScratch::~PickerScratch() { hs_free_scratch(scratch_); }

Picker::Picker(hs_database* database, std::vector<std::uint32_t> literal_of_id)
    : database_(database), literal_of_id_(std::move(literal_of_id)) {}

Picker::~Picker() { hs_free_database(database_); }

Result<std::unique_ptr<Picker>> Picker::Make(const std::vector<Literal>& literals,
                                             std::string_view serialised) {
  if (const std::optional<SerialisedParts> parts = Split(serialised)) {
    std::optional<std::vector<std::uint32_t>> ids = MapIds(parts->literals, literals);
    DatabasePtr database = ids ? Deserialise(parts->database) : nullptr;
    if (database) {
      return std::unique_ptr<Picker>(new Picker(database.release(), std::move(*ids)));
    }
  }
  DatabasePtr database = TRY(Compile(literals));
  std::vector<std::uint32_t> ids;
  while (ids.size() < literals.size()) ids.push_back(static_cast<std::uint32_t>(ids.size()));
  return std::unique_ptr<Picker>(new Picker(database.release(), std::move(ids)));
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
  ScanContext scan{&literal_of_id_, on_hit, context};
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

Result<std::string> SerialisePicker(const std::vector<Literal>& literals) {
  const DatabasePtr database = TRY(Compile(literals));
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database.get(), &bytes, &size) != HS_SUCCESS) {
    return Fail("the keyword database cannot be serialised");
  }
  std::string out(kMagic);
  AppendNumber(out, static_cast<std::uint32_t>(literals.size()));
  for (const Literal& literal : literals) {
    AppendNumber(out, static_cast<std::uint32_t>(literal.text.size() << 1) | literal.caseless);
    out += literal.text;
  }
  out.append(bytes, size);
  std::free(bytes);
  return out;
}

}  // namespace gonogo
