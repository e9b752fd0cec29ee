#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analyzer/rulebook/config_path.h"
#include "analyzer/rulebook/config_quantity.h"
#include "tests/engines/config/config_rule.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

struct Row {
  std::string_view clause;
  std::string_view mistake;
};

TEST_CASE("a clause that is wrong says where and why") {
  const std::vector<Row> rows = {
      {"of: kubernets\nfind: {a: missing}",
       "r.yaml:8:11: unknown configuration \"kubernets\"; did you mean \"kubernetes\"?\n"},
      {"of: compose\nfind: {a..b: missing}", "r.yaml:9:16: in path \"a..b\": a name is missing\n"},
      {"of: compose\nfind: {\"a[x]\": missing}",
       "r.yaml:9:16: in path \"a[x]\": brackets hold *, a number or key=value\n"},
      {"of: compose\nfind: {$keys: missing}",
       "r.yaml:9:14: in path \"$keys\": unknown word \"$keys\"; it is one of $key, $path, $file, "
       "$folder, $scope, $kind\n"},
      {"of: compose\nfind: {a: {below: 5 apples}}",
       "r.yaml:9:25: \"5 apples\" is no number such as 5, 30s, 5min, 1Gi or 50%\n"},
      {"of: compose\nfind: {a: {matches: \"(\"}}",
       "r.yaml:9:27: this regex does not compile: missing ): (\n"},
      {"of: compose\nfind: {a: {is: floating}}", "r.yaml:9:22: unknown word \"floating\"\n"},
      {"of: compose\nfind: {a: {unit: go}}",
       "r.yaml:9:18: \"unit\" without below, at_most, above or at_least\n"
       "r.yaml:9:17: nothing is tested here\n"},
      {"of: compose\ncapture: {t: a}\nfind: {compare: \"t > u\"}",
       "r.yaml:10:28: \"u\" is no capture of this clause\n"},
      {"of: compose\ncapture: {t: a}\nfind: {compare: \"t + 1\"}",
       "r.yaml:10:29: expected a comparison: < <= > >= == !=\n"},
      {"of: compose\ncapture: {value: a}\nfind: {a: missing}",
       "r.yaml:9:17: \"value\" is captured by the engine\n"},
      {"of: compose\neach: ^a\nfind: {a: missing}",
       "r.yaml:9:13: \"each\" goes down from the object\n"},
      {"of: compose\nerrors: syntax\nfind: {a: missing}",
       "r.yaml:10:13: \"find\" has no meaning beside \"errors\"\n"},
      {"of: compose\nfind: {a: {has: {b: {default: \"1\"}}}}",
       "r.yaml:9:27: nothing is tested here\n"},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    const RuleSet set = ReadOne(ConfigRule(row.clause, "x"));
    const std::string all = DescribeAll(set);
    CHECK(all.contains(row.mistake.substr(0, row.mistake.find('\n'))));
  }
}

TEST_CASE("messages may use the captures of the clause and those of the engine") {
  const std::string_view clause = "of: compose\ncapture: {t: a}\nfind: {a: missing}";
  CHECK(DescribeAll(ReadOne(ConfigRule(clause, "{t} {field} {value}"))).empty());
  CHECK(DescribeAll(ReadOne(ConfigRule(clause, "{u}"))).contains("unknown capture {u}"));
}

TEST_CASE("paths are read step by step") {
  RuleStorage storage;
  const auto path = ParseConfigPath("a|b.\"x.y\"[*].**.c[n=v][-1].*", storage);
  REQUIRE(path);
  std::vector<ConfigStepSort> sorts;
  for (const ConfigStep& step : path->steps) sorts.push_back(step.sort);
  CHECK(sorts == std::vector<ConfigStepSort>{ConfigStepSort::kKey, ConfigStepSort::kKey,
                                             ConfigStepSort::kItems, ConfigStepSort::kDeep,
                                             ConfigStepSort::kKey, ConfigStepSort::kWith,
                                             ConfigStepSort::kItem, ConfigStepSort::kAny});
  CHECK(path->steps[0].names.size() == 2);
  CHECK(path->steps[1].names[0] == "x.y");
  CHECK(path->steps[6].item == -1);
  CHECK(ParseConfigPath("../../a", storage)->above == 2);
  CHECK(ParseConfigPath("/a", storage)->from == ConfigFrom::kRoot);
  CHECK(ParseConfigPath("^a", storage)->from == ConfigFrom::kAround);
  CHECK(ParseConfigPath(".", storage)->steps.empty());
}

TEST_CASE("numbers of rules have units that speak for themselves") {
  CHECK(ParseRuleQuantity("5min") == 300);
  CHECK(ParseRuleQuantity("1Gi") == 1073741824);
  CHECK(ParseRuleQuantity("50%") == 50);
  CHECK(!ParseRuleQuantity("5m"));
  CHECK(!ParseRuleQuantity("x"));
}

}  // namespace
}  // namespace gonogo
