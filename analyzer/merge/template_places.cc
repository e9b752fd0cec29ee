#include "analyzer/merge/template_places.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace gonogo {
namespace {

constexpr std::size_t kLeastCopies = 3;
// Of a template with more copies the rest is only counted.
constexpr std::size_t kMostPlaces = 1000;

using Places = std::vector<Finding*>;
/// What copies agree in. The texts live in the findings.
using Template = std::tuple<std::string_view, std::uint64_t, Severity, std::string_view>;

/// Its rule says that what it finds in a tree is one decision, whatever each place is a copy of.
bool IsOneOfGroup(const Finding& finding) { return !finding.rule->group.empty(); }

bool MayBeCopy(const Finding& finding) {
  const bool joins = finding.template_key != 0 || IsOneOfGroup(finding);
  return joins && !finding.secret && finding.places == 1 &&
         finding.disposition == Disposition::kNew && finding.severity != Severity::kEvidence;
}

/// What says the same twice in one file is told twice: there it is no copy of the file.
bool StandInFilesOfTheirOwn(const Places& places) {
  std::set<std::string_view> files;
  return std::ranges::all_of(
      places, [&](const Finding* place) { return files.insert(place->path).second; });
}

/// What was one finding with places in its own file keeps them.
void AddPlacesOf(const Finding& place, Finding& first) {
  for (const RelatedPlace& own : place.related) {
    if (first.related.size() < kMostPlaces) first.related.push_back(own);
  }
}

void Join(const Places& places) {
  const bool group = IsOneOfGroup(*places.front());
  Finding& first = *places.front();
  first.places = places.size();
  for (Finding* place : places) {
    if (place == &first) continue;
    if (first.related.size() < kMostPlaces)
      first.related.push_back({place->path, place->region,
                               group ? "the same here" : "the same template", place->fingerprint});
    if (group) AddPlacesOf(*place, first);
    place->rule = nullptr;
  }
}

}  // namespace

void JoinTemplatePlaces(std::vector<Finding>& findings) {
  std::map<Template, Places> copies;
  for (Finding& finding : findings) {
    if (!MayBeCopy(finding)) continue;
    const std::uint64_t key = IsOneOfGroup(finding) ? 0 : finding.template_key;
    copies[{finding.rule->id, key, finding.severity, finding.message}].push_back(&finding);
  }
  for (const auto& [key, places] : copies) {
    const bool copies_of_one = places.size() >= kLeastCopies && StandInFilesOfTheirOwn(places);
    if (IsOneOfGroup(*places.front()) ? places.size() > 1 : copies_of_one) Join(places);
  }
  std::erase_if(findings, [](const Finding& finding) { return finding.rule == nullptr; });
}

}  // namespace gonogo
