#include "analyzer/engines/config/promql_ratio.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace gonogo {
namespace {

bool IsGrowth(std::string_view function) {
  return function == "rate" || function == "increase" || function == "irate" || function == "delta";
}

/// What a growth, brackets or a factor are about: the index of its one selector, if no
/// aggregation takes labels away.
std::optional<std::uint32_t> SelectorOf(const PromQuery& query, std::uint32_t index) {
  const PromNode& node = query[index];
  if (node.sort == PromSort::kSelector) return index;
  if (node.sort == PromSort::kBrackets && node.children.size() == 1)
    return SelectorOf(query, node.children[0]);
  if (node.sort == PromSort::kCall && IsGrowth(node.name) && node.children.size() == 1)
    return SelectorOf(query, node.children[0]);
  if (node.sort != PromSort::kBinary || node.name != "*" || node.children.size() != 2)
    return std::nullopt;
  for (const std::size_t side : {0u, 1u}) {
    if (query[node.children[1 - side]].sort == PromSort::kNumber)
      return SelectorOf(query, node.children[side]);
  }
  return std::nullopt;
}

std::set<std::string> MatchersOf(const PromNode& selector) {
  std::set<std::string> matchers;
  for (const PromMatcher& matcher : selector.matchers)
    matchers.insert(std::string(matcher.label) + std::string(matcher.sign) + matcher.value);
  return matchers;
}

bool MeetsItself(const PromQuery& query, const PromNode& node) {
  if (node.sort != PromSort::kBinary || node.children.size() != 2 || node.grouped) return false;
  if (node.name != "/" && !IsComparison(node.name)) return false;
  const auto left = SelectorOf(query, node.children[0]);
  const auto right = SelectorOf(query, node.children[1]);
  if (!left || !right) return false;
  const PromNode& part = query[*left];
  const PromNode& whole = query[*right];
  if (part.name.empty() || part.name != whole.name || part.range != whole.range) return false;
  if (!part.offset.empty() || !whole.offset.empty()) return false;
  return MatchersOf(part) != MatchersOf(whole);
}

/// The metric whose growth is summed below a node; empty where there is none, or several.
std::string_view SummedMetric(const PromQuery& query, std::uint32_t index) {
  const PromNode& node = query[index];
  if (node.sort == PromSort::kSelector) return node.range.empty() ? "" : node.name;
  const bool passes = node.sort == PromSort::kBrackets ||
                      (node.sort == PromSort::kCall && IsGrowth(node.name)) ||
                      (node.sort == PromSort::kAggregate && node.name == "sum");
  if (!passes || node.children.empty()) return "";
  return SummedMetric(query, node.children.back());
}

/// What counts the requests that went wrong: `http_errors_total`.
bool CountsFailures(std::string_view metric) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"error", "fail", "reject", "exception", "timeout"},
      [&](std::string_view word) { return metric.contains(word); });
}

bool IsShare(const PromQuery& query, std::uint32_t index) {
  const PromNode& node = query[index];
  if (node.sort == PromSort::kBrackets && node.children.size() == 1)
    return IsShare(query, node.children[0]);
  if (node.sort != PromSort::kBinary || node.children.size() != 2) return false;
  if (node.name == "*") return IsShare(query, node.children[0]) || IsShare(query, node.children[1]);
  if (node.name != "/") return false;
  const std::string_view part = SummedMetric(query, node.children[0]);
  const std::string_view all = SummedMetric(query, node.children[1]);
  if (part.empty() || all.empty()) return false;
  return part == all || (CountsFailures(part) && !CountsFailures(all));
}

}  // namespace

bool DividesSeriesByItself(const PromQuery& query) {
  return std::ranges::any_of(query.nodes,
                             [&](const PromNode& node) { return MeetsItself(query, node); });
}

bool ComparesShareOfAnyTraffic(const PromQuery& query) {
  const bool guarded = std::ranges::any_of(query.nodes, [](const PromNode& node) {
    return node.sort == PromSort::kBinary && (node.name == "and" || node.name == "unless");
  });
  if (guarded) return false;
  return std::ranges::any_of(query.nodes, [&](const PromNode& node) {
    return node.sort == PromSort::kBinary && IsComparison(node.name) && node.children.size() == 2 &&
           query[node.children[1]].sort == PromSort::kNumber && IsShare(query, node.children[0]);
  });
}

}  // namespace gonogo
