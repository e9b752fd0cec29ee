// NameFinder: finds the names of an assignment clause, whatever their case, as
// its regex would, without the time that a regex of some hundred words takes to
// be compiled.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "analyzer/model/finding.h"

namespace gonogo {

class NameFinder {
 public:
  /// `names` are sorted, distinct, not empty and in lower case, and outlive the finder.
  explicit NameFinder(std::span<const std::string_view> names);

  /// The first name that lies within `begin` and `end`; of those at one place the longest.
  std::optional<ByteRange> Find(std::string_view text, std::uint64_t begin,
                                std::uint64_t end) const;

 private:
  struct Rows {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::uint64_t LengthAt(std::string_view text, Rows rows) const;

  std::span<const std::string_view> names_;
  std::array<Rows, 256> by_first_byte_ = {};
};

}  // namespace gonogo
