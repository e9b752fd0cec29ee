#include "analyzer/parse/promql.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string Joined(const std::vector<std::string_view>& labels) {
  std::string text;
  for (const std::string_view label : labels)
    text += (text.empty() ? "" : ",") + std::string(label);
  return text;
}

std::string NodeText(const PromQuery& query, std::uint32_t index) {
  const PromNode& node = query[index];
  std::string text;
  switch (node.sort) {
    case PromSort::kString:
      text = "'" + node.text + "'";
      break;
    case PromSort::kBrackets:
      text = "()";
      break;
    case PromSort::kSubquery:
      text = "sub";
      break;
    default:
      text = node.name;
  }
  if (node.sort == PromSort::kSelector) {
    text += "{";
    for (const PromMatcher& matcher : node.matchers) {
      text += std::string(matcher.label) + std::string(matcher.sign) + matcher.value + ";";
    }
    text += "}";
  }
  if (!node.range.empty()) text += "[" + std::string(node.range) + "]";
  if (!node.offset.empty()) text += "@" + std::string(node.offset);
  if (node.returns_bool) text += " bool";
  if (node.grouped) text += (node.without ? " without " : " by ") + Joined(node.labels);
  if (node.variable) text += "$";
  if (node.children.empty() && node.sort != PromSort::kCall) return text;
  text += "(";
  const char* between = "";
  for (const std::uint32_t child : node.children) {
    text += between + NodeText(query, child);
    between = ", ";
  }
  return text + ")";
}

TEST_CASE("PromQL becomes a tree") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"up", "up{}"},
      {"up == 0", "==(up{}, 0)"},
      {"rate(a_total{b=\"c\",d=~'e|f',}[5m]) > bool 1.5e3",
       "> bool(rate(a_total{b=c;d=~e|f;}[5m]), 1.5e3)"},
      {"sum by (a, b) (x) / sum(y) without(c)", "/(sum by a,b(x{}), sum without c(y{}))"},
      {"a + b * c ^ d ^ e - f", "-(+(a{}, *(b{}, ^(c{}, ^(d{}, e{})))), f{})"},
      {"-a ^ 2 < 3 and b or c unless d", "or(and(<(-(^(a{}, 2)), 3), b{}), unless(c{}, d{}))"},
      {"a and on(b) c * ignoring(d) group_left(e) f", "and by b(a{}, * without d(c{}, f{}))"},
      {"absent(up{job=\"x\"}) # why\n", "absent(up{job=x;})"},
      {"max_over_time(rate(a[1m])[10m:30s])", "max_over_time(sub[10m:30s](rate(a{}[1m])))"},
      {"a offset 1h + b offset -5m @ start()", "+(a{}@1h, b{}@-5m)"},
      {"histogram_quantile(0.99, sum(rate(a_bucket[5m])) by (le))",
       "histogram_quantile(0.99, sum by le(rate(a_bucket{}[5m])))"},
      {"time() - a:b:c > 1h", ">(-(time(), a:b:c{}), 1h)"},
      {"{__name__=~\"a.*\"}", "{__name__=~a.*;}"},
      {"{\"a.b\", c=\"d\"}", "a.b{c=d;}"},
      {"(a)", "()(a{})"},
      {"label_replace(a, \"b\", \"$1\", \"c\", \"(.*)\")",
       "label_replace(a{}, 'b', '$1', 'c', '(.*)')"},
      {"rate(a{b=~\"$c\"}[$__rate_interval]) > $d", ">(rate(a{b=~$c;}[$__rate_interval]$), $d{}$)"},
      {"topk($n, ${metric}_total{a=~\"b$\"})", "topk($n{}$, ${metric}_total{a=~b$;}$)"},
      {"count(a) by (b) == Inf", "==(count by b(a{}), Inf)"},
      {"a{b=\"$\",c=\"$1$\"}", "a{b=$;c=$1$;}"},
      {"sum", "sum{}"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const PromQuery query = ParsePromQl(text);
    CHECK(query.error.empty());
    REQUIRE(!query.nodes.empty());
    CHECK(NodeText(query, query.root) == expected);
  }
}

TEST_CASE("broken PromQL says where") {
  const std::vector<std::pair<std::string, std::pair<std::string, std::uint32_t>>> rows = {
      {"", {"an expression is missing", 0}},
      {"a ==", {"an expression is missing", 4}},
      {"sum(a", {"')' is missing", 5}},
      {"a{b=c}", {"a value in quotes is missing", 4}},
      {"a{b}", {"a label without a value", 3}},
      {"a[5m", {"']' is missing", 1}},
      {"a b", {"text behind the expression", 2}},
      {"a{b=\"c}", {"a value in quotes is missing", 4}},
      {"1[5m]", {"a range behind what is no selector", 1}},
      {"a offset", {"an offset without a duration", 8}},
      {std::string(100'000, '('), {"nested too deep", 100}},
      {std::string(100'000, '-'), {"nested too deep", 100}},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text.substr(0, 40));
    const PromQuery query = ParsePromQl(text);
    CHECK(query.nodes.empty());
    CHECK(query.error == expected.first);
    CHECK(query.error_at == expected.second);
  }
}

TEST_CASE("nodes of PromQL know their places") {
  const std::string text = "sum(rate(a{b=\"c\"}[5m])) > 1";
  const PromQuery query = ParsePromQl(text);
  const auto raw = [&](PromSort sort) {
    for (const PromNode& node : query.nodes) {
      if (node.sort == sort) return text.substr(node.begin, node.end - node.begin);
    }
    return std::string();
  };
  CHECK(raw(PromSort::kSelector) == "a{b=\"c\"}[5m]");
  CHECK(raw(PromSort::kCall) == "rate(a{b=\"c\"}[5m])");
  CHECK(raw(PromSort::kAggregate) == "sum(rate(a{b=\"c\"}[5m]))");
  CHECK(raw(PromSort::kBinary) == text);
}

}  // namespace
}  // namespace gonogo
