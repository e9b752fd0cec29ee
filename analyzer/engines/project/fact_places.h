// FactPlaces: from the path, line and columns of a result's row to the place of the fact that it
// speaks of.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

#include "analyzer/model/fact.h"
#include "analyzer/model/finding.h"

namespace gonogo {

/// A place as a row says it; 0 is not said.
struct RowPlace {
  std::string_view path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;
};

struct FactPlace {
  TextRegion region;
  std::uint64_t template_key = 0;
};

class FactPlaces {
 public:
  explicit FactPlaces(std::span<const Fact> facts);

  /// The first fact in the line that stands as the row says; nullopt where none does.
  std::optional<FactPlace> Find(const RowPlace& place) const;

 private:
  /// Line, column, end line, end column.
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t>;

  std::map<std::string, std::map<Key, FactPlace>, std::less<>> files_;
};

}  // namespace gonogo
