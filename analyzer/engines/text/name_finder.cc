#include "analyzer/engines/text/name_finder.h"

#include <algorithm>
#include <cstddef>

#include "analyzer/base/ascii.h"

namespace gonogo {

NameFinder::NameFinder(std::span<const std::string_view> names) : names_(names) {
  for (std::uint32_t row = 0; row < names.size(); ++row) {
    const char first = names[row].front();
    Rows& rows = by_first_byte_[static_cast<unsigned char>(first)];
    if (rows.end == 0) rows.begin = row;
    rows.end = row + 1;
    if (IsLower(first)) by_first_byte_[static_cast<unsigned char>(first - 'a' + 'A')] = rows;
  }
}

/// The rows that fit become fewer with each byte, as those of one beginning stand together.
std::uint64_t NameFinder::LengthAt(std::string_view text, Rows rows) const {
  std::uint64_t longest = 0;
  auto fitting = names_.subspan(rows.begin, rows.end - rows.begin);
  for (std::size_t length = 1; !fitting.empty(); ++length) {
    if (fitting.front().size() == length) {
      longest = length;
      fitting = fitting.subspan(1);
    }
    if (length == text.size()) break;
    const auto byte = [&](std::string_view name) {
      return static_cast<unsigned char>(name[length]);
    };
    const auto wanted = static_cast<unsigned char>(LowerCase(text[length]));
    const auto same = std::ranges::equal_range(fitting, wanted, {}, byte);
    fitting = {same.begin(), same.end()};
  }
  return longest;
}

std::optional<ByteRange> NameFinder::Find(std::string_view text, std::uint64_t begin,
                                          std::uint64_t end) const {
  for (std::uint64_t at = begin; at < end; ++at) {
    const Rows rows = by_first_byte_[static_cast<unsigned char>(text[at])];
    if (rows.end == 0) continue;
    const std::uint64_t length = LengthAt(text.substr(at, end - at), rows);
    if (length > 0) return ByteRange{at, at + length};
  }
  return std::nullopt;
}

}  // namespace gonogo
