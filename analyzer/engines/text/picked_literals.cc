#include "analyzer/engines/text/picked_literals.h"

#include <cstddef>
#include <cstring>
#include <type_traits>

#include "analyzer/base/check.h"

namespace gonogo {
namespace {

struct Sizes {
  std::uint32_t rows = 0;
  std::uint32_t clauses = 0;
  std::uint32_t uses = 0;
  std::uint32_t text_bytes = 0;
};

constexpr std::size_t kAlignment = 8;

std::size_t Padded(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

template <typename T>
void AppendTable(std::string& out, std::span<const T> table) {
  static_assert(std::is_trivially_copyable_v<T>);
  out.append(reinterpret_cast<const char*>(table.data()), table.size_bytes());
  out.resize(Padded(out.size()));
}

/// The table at the front of the bytes; false where they end before it.
template <typename T>
bool TakeTable(std::string_view& bytes, std::uint32_t count, std::span<const T>& table) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kAlignment);
  const std::size_t size = count * sizeof(T);
  if (bytes.size() < Padded(size)) return false;
  table = {reinterpret_cast<const T*>(bytes.data()), count};
  bytes.remove_prefix(Padded(size));
  return true;
}

}  // namespace

std::string PickedLiterals::Serialise(std::span<const Literal> literals) {
  std::vector<Row> rows;
  std::vector<std::uint32_t> clauses;
  std::vector<EncodedUse> uses;
  std::string texts;
  const auto open_row = [&] {
    Row& row = rows.emplace_back();
    row.text = static_cast<std::uint32_t>(texts.size());
    row.clause = static_cast<std::uint32_t>(clauses.size());
    row.use = static_cast<std::uint32_t>(uses.size());
    return &row;
  };
  for (const Literal& literal : literals) {
    Row& row = *open_row();
    row.flags = (literal.caseless ? kCaseless : 0U) | (literal.decodes ? kDecodes : 0U) |
                (literal.wanted ? kWanted : 0U) | (literal.suppression ? kSuppression : 0U);
    row.at = static_cast<std::uint32_t>(literal.at);
    texts += literal.text;
    clauses.insert(clauses.end(), literal.clauses.begin(), literal.clauses.end());
    uses.insert(uses.end(), literal.encoded.begin(), literal.encoded.end());
  }
  open_row();
  const Sizes sizes{
      static_cast<std::uint32_t>(rows.size()), static_cast<std::uint32_t>(clauses.size()),
      static_cast<std::uint32_t>(uses.size()), static_cast<std::uint32_t>(texts.size())};
  std::string out;
  AppendTable(out, std::span(&sizes, 1));
  AppendTable<Row>(out, rows);
  AppendTable<std::uint32_t>(out, clauses);
  AppendTable<EncodedUse>(out, uses);
  AppendTable<char>(out, std::string_view(texts));
  return out;
}

std::optional<PickedLiterals> PickedLiterals::Read(std::string_view& bytes) {
  CHECK(reinterpret_cast<std::uintptr_t>(bytes.data()) % kAlignment == 0);
  PickedLiterals literals;
  std::span<const Sizes> sizes;
  std::span<const char> texts;
  if (!TakeTable(bytes, 1, sizes) || !TakeTable(bytes, sizes[0].rows, literals.rows_) ||
      !TakeTable(bytes, sizes[0].clauses, literals.clauses_) ||
      !TakeTable(bytes, sizes[0].uses, literals.uses_) ||
      !TakeTable(bytes, sizes[0].text_bytes, texts)) {
    return std::nullopt;
  }
  literals.texts_ = {texts.data(), texts.size()};
  if (!literals.IsSound()) return std::nullopt;
  return literals;
}

PickedLiterals::PickedLiterals(std::span<const Literal> literals) {
  auto owned = std::make_shared<const std::string>(Serialise(literals));
  std::string_view bytes = *owned;
  std::optional<PickedLiterals> read = Read(bytes);
  CHECK(read.has_value());
  *this = std::move(*read);
  owned_ = std::move(owned);
}

bool PickedLiterals::IsSound() const {
  if (rows_.empty()) return false;
  const Row& last = rows_.back();
  if (last.text > texts_.size() || last.clause > clauses_.size() || last.use > uses_.size())
    return false;
  for (std::size_t i = 0; i + 1 < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const Row& next = rows_[i + 1];
    if (row.text >= next.text || row.clause > next.clause || row.use > next.use) return false;
  }
  for (const EncodedUse& use : uses_) {
    if (use.codec > Codec::kPercent || use.phase > 3) return false;
  }
  return true;
}

Literal PickedLiterals::Whole(std::uint32_t id) const {
  const Row& row = rows_[id];
  Literal literal;
  literal.text = Text(id);
  literal.caseless = (row.flags & kCaseless) != 0;
  literal.suppression = IsSuppression(id);
  literal.decodes = (row.flags & kDecodes) != 0;
  literal.clauses.assign(Clauses(id).begin(), Clauses(id).end());
  literal.encoded.assign(Encoded(id).begin(), Encoded(id).end());
  literal.wanted = IsWanted(id);
  literal.at = row.at;
  return literal;
}

}  // namespace gonogo
