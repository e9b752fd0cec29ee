#include "analyzer/merge/edited_tokens.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace gonogo {
namespace {

constexpr std::size_t kShortest = 24;
constexpr std::size_t kLongest = 128;
constexpr std::size_t kMostOfARule = 200;  // each is compared with each

/// A token of a format, in one piece: the parts of others agree by their form.
bool CanBeTold(const Match& match) {
  const std::string_view token = match.secret;
  return !match.proved && !match.rule->general && token.size() >= kShortest &&
         token.size() <= kLongest && token.find_first_of(".:/ \n") == token.npos;
}

bool AreOfOneMake(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a == b) return false;
  const std::size_t half = a.size() / 2;
  std::size_t equal = 0;
  for (std::size_t at = half; at < a.size(); ++at) equal += a[at] == b[at] ? 1 : 0;
  return equal * 10 >= (a.size() - half) * 6;
}

}  // namespace

std::vector<Match> TakeEditedTokens(std::vector<Match>& matches) {
  std::map<const Rule*, std::vector<std::size_t>> by_rule;
  for (std::size_t at = 0; at < matches.size(); ++at) {
    if (CanBeTold(matches[at])) by_rule[matches[at].rule].push_back(at);
  }
  std::vector<bool> edited(matches.size(), false);
  for (auto& [rule, places] : by_rule) {
    if (places.size() > kMostOfARule) places.resize(kMostOfARule);
    for (const std::size_t one : places) {
      edited[one] = std::ranges::any_of(places, [&](std::size_t other) {
        return AreOfOneMake(matches[one].secret, matches[other].secret);
      });
    }
  }
  std::vector<Match> kept;
  std::vector<Match> taken;
  for (std::size_t at = 0; at < matches.size(); ++at)
    (edited[at] ? taken : kept).push_back(std::move(matches[at]));
  matches = std::move(kept);
  return taken;
}

}  // namespace gonogo
