#include "analyzer/engines/text/match_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace gonogo {
namespace {

/// A proved match comes first, so that it is the one that stays.
auto KeyOf(const Match& match) {
  return std::tuple(match.range, std::string_view(match.rule->id), std::string_view(match.secret),
                    !match.proved);
}

bool Before(const Capture& a, const Capture& b) {
  return std::tie(a.name, a.text) < std::tie(b.name, b.text);
}

/// Total but for what cannot be told apart, so that the one of several equal matches that stays
/// does not depend on the order in which they came.
bool Before(const Match& a, const Match& b) {
  const auto key = KeyOf(a) <=> KeyOf(b);
  if (key != 0) return key < 0;
  if (a.signs != b.signs) return a.signs < b.signs;
  return std::ranges::lexicographical_compare(
      a.captures, b.captures, [](const Capture& x, const Capture& y) { return Before(x, y); });
}

bool SameMatch(const Match& a, const Match& b) {
  return a.rule == b.rule && a.range == b.range && a.secret == b.secret;
}

auto KeyOf(const Rejection& rejection) {
  return std::tuple(rejection.range, std::string_view(rejection.rule->id),
                    std::string_view(rejection.reason));
}

bool Before(const Rejection& a, const Rejection& b) { return KeyOf(a) < KeyOf(b); }

bool SameRejection(const Rejection& a, const Rejection& b) {
  return a.rule == b.rule && a.range == b.range && a.reason == b.reason;
}

template <class T, class Same>
void SortTail(std::vector<T>& list, std::size_t from, Same same) {
  const auto begin = list.begin() + static_cast<std::ptrdiff_t>(from);
  std::sort(begin, list.end(), [](const T& a, const T& b) { return Before(a, b); });
  list.erase(std::unique(begin, list.end(), same), list.end());
}

}  // namespace

void OutputMark::SortAndUnique(EngineOutput& output) const {
  SortTail(output.matches, matches_, SameMatch);
  SortTail(output.rejections, rejections_, SameRejection);
  auto& offsets = output.suppression_offsets;
  std::sort(offsets.begin() + static_cast<std::ptrdiff_t>(offsets_), offsets.end());
}

Notice TooManyCandidates(const std::string& path, const Rule& rule) {
  return {"too-many-candidates", Coverage::kPartlyRead, path, 0,
          fmt::format("more candidates for rule \"{}\" than are looked at in one file; exclude the "
                      "file or split it",
                      rule.id)};
}

}  // namespace gonogo
