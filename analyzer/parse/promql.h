// PromQL: an expression of Prometheus as a tree of nodes in one vector, with the place of each:
// which metrics and labels it reads, which functions it calls, what it compares. Variables of
// Grafana, `$job`, `${job}` and `[[job]]`, may stand for names, numbers, durations and parts of
// them; a node that holds one is marked. Nothing is evaluated and no type is checked.
//
//   const PromQuery query = ParsePromQl("rate(http_requests_total{code=~\"5..\"}[5m]) > 1");
//   // query[query.root]: kBinary ">" with the children kCall "rate" and kNumber "1"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

enum class PromSort : std::uint8_t {
  kNumber,  // and durations
  kString,
  kSelector,   // metric{matchers}[range] offset
  kCall,       // name(arguments)
  kAggregate,  // sum by (labels) (arguments)
  kBinary,     // left operator right
  kUnary,
  kBrackets,
  kSubquery,  // (expression)[range:step]
};

struct PromMatcher {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view label;
  std::string_view sign;  // = != =~ !~
  std::string value;      // unescaped
};

struct PromNode {
  PromSort sort = PromSort::kNumber;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view name;    // metric, function, aggregation, operator, number; empty for others
  std::string text;         // of a string, unescaped
  std::string_view range;   // "5m", or "5m:1m" of a subquery; empty where there is none
  std::string_view offset;  // "1h", "-5m"
  std::vector<std::uint32_t> children;
  std::vector<PromMatcher> matchers;
  std::vector<std::string_view> labels;  // by, without, on, ignoring
  bool without = false;                  // the labels are those that go: without, ignoring
  bool grouped = false;       // by, without, on or ignoring stands there, with labels or not
  bool returns_bool = false;  // `> bool`
  bool variable = false;      // a variable of Grafana decides part of it
};

struct PromQuery {
  std::vector<PromNode> nodes;
  std::uint32_t root = 0;  // where there is no error
  std::string error;       // empty where there is none
  std::uint32_t error_at = 0;

  const PromNode& operator[](std::uint32_t index) const { return nodes[index]; }
};

/// The views lie in `text`.
PromQuery ParsePromQl(std::string_view text);

/// == != < <= > >=
bool IsComparison(std::string_view sign);

}  // namespace gonogo
