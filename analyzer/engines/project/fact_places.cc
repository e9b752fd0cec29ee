#include "analyzer/engines/project/fact_places.h"

namespace gonogo {

FactPlaces::FactPlaces(std::span<const Fact> facts) {
  for (const Fact& fact : facts) {
    const TextPosition& start = fact.region.start;
    const TextPosition& end = fact.region.end;
    files_[fact.path].emplace(Key{start.line, start.utf16_column, end.line, end.utf16_column},
                              FactPlace{fact.region, fact.template_key});
  }
}

std::optional<FactPlace> FactPlaces::Find(const RowPlace& place) const {
  const auto file = files_.find(place.path);
  if (file == files_.end()) return std::nullopt;
  for (auto at = file->second.lower_bound({place.line, 0, 0, 0}); at != file->second.end(); ++at) {
    const auto [line, column, end_line, end_column] = at->first;
    if (line != place.line) break;
    const bool fits = (place.column == 0 || place.column == column) &&
                      (place.end_line == 0 || place.end_line == end_line) &&
                      (place.end_column == 0 || place.end_column == end_column);
    if (fits) return at->second;
  }
  return std::nullopt;
}

}  // namespace gonogo
