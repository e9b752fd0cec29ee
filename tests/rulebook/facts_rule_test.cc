#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

constexpr std::string_view kStates = R"yaml(id: demo-call
item: A2
concept: outbound-call
why: A call leaves the process.
match:
  - text: {keywords: [demo_get], regex: '(?P<function>\w+)\.demo_get\((?P<bound>\d+)'}
fact: {kind: outbound_call, library: demo}
bad:
  - |
    f.demo_get(3)  # <- finding
ok:
  - |
    demo_put(3)
)yaml";

constexpr std::string_view kAsks = R"yaml(id: slow-demo-call
item: A2
concept: timeout-missing
why: It waits.
fix: Set a limit.
match:
  - facts:
      sql: |
        SELECT path, line, bound FROM outbound_call
        WHERE library = 'demo' AND CAST(bound AS INTEGER) > 5
severity: low
precision: high
message: "waits {bound}"
bad:
  - |
    f.demo_get(7)  # <- finding
ok:
  - |
    f.demo_get(3)
)yaml";

std::string With(std::string_view file, std::string_view part, std::string_view by) {
  std::string text(file);
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

RuleSet ReadBoth(std::string_view states, std::string_view asks) {
  RuleReader reader;
  reader.Read("s.yaml", states);
  reader.Read("a.yaml", asks);
  return std::move(reader).Finish();
}

TEST_CASE("a rule states facts, and another asks for them") {
  const RuleSet set = ReadBoth(kStates, kAsks);
  REQUIRE(DescribeAll(set) == "");
  REQUIRE(set.rules.size() == 2);
  const Rule& states = *set.rules[0];
  CHECK(states.fact == "outbound_call");
  CHECK(states.grades.empty());
  REQUIRE(states.fact_values.size() == 1);
  CHECK(states.fact_values[0].column == "library");
  CHECK(states.fact_values[0].text == "demo");
  const Rule& asks = *set.rules[1];
  CHECK(asks.match[0].type == ClauseType::kFacts);
  CHECK(asks.match[0].facts->sql.starts_with("SELECT path, line"));
}

TEST_CASE("a rule that states a fact may find as well") {
  const std::string both = With(kStates, "bad:",
                                "fix: Wait.\nseverity: low\nprecision: high\n"
                                "message: \"waits {bound}\"\nbad:");
  const RuleSet set = ReadOne(both);
  REQUIRE(DescribeAll(set) == "");
  CHECK(set.rules[0]->grades.size() == 1);
  CHECK(set.rules[0]->fact == "outbound_call");
}

TEST_CASE("mistakes of rules that state facts are told with their place") {
  struct Row {
    std::string part, by, mistakes;
  };
  const std::vector<Row> rows = {
      {"kind: outbound_call", "kind: outbound_cal",
       "r.yaml:7:14: unknown fact \"outbound_cal\"; did you mean \"outbound_call\"?\n"},
      {"{kind: outbound_call, library: demo}", "journey",
       "r.yaml:7:7: unknown fact \"journey\"; docs/facts.md lists all\n"},
      {"{kind: outbound_call, ", "{", "r.yaml:7:7: missing key \"kind\"\n"},
      {"library: demo", "libary: demo",
       "r.yaml:7:29: key \"libary\" is no column of \"outbound_call\"; did you mean "
       "\"library\"?\n"},
      {"library: demo", "path: demo",
       "r.yaml:7:29: key \"path\" is no column of \"outbound_call\"; it has library, function, "
       "bound, state\n"},
      {"(?P<bound>", "(?P<limit>",
       "r.yaml:7:7: capture \"limit\" is no column of \"outbound_call\"; it has library, function, "
       "bound, state\n"},
      {"library: demo", "bound: 3", "r.yaml:7:7: \"bound\" is said here and captured too\n"},
      {"fact: {kind: outbound_call, library: demo}", "fact: [outbound_call]",
       "r.yaml:7:7: \"fact\" must be a text or a map, not a list\n"},
      {"fact: {", "severity: low\nprecision: high\nmessage: found\nfact: {",
       "r.yaml:1:1: missing key \"fix\"\n"},
  };
  for (const Row& row : rows) {
    INFO(row.part << " -> " << row.by);
    CHECK(DescribeAll(ReadOne(With(kStates, row.part, row.by))) == row.mistakes);
  }
}

TEST_CASE("what the C/C++ engine adds need be no column, what patterns capture must") {
  const auto rule = [](std::string_view capture) {
    return "id: demo-call\nitem: A2\nconcept: outbound-call\nwhy: x\nmatch:\n  - cxx:\n      "
           "typestate:\n        object: call\n        made_by: [demo_init()]\n        bound_by: "
           "'demo_set($, {" +
           std::string(capture) +
           "}=bound)'\n        used_by: [demo_run($)]\nfact: {kind: outbound_call, library: demo}\n"
           "bad:\n  - |\n    demo_run(x);  // <- finding\nok:\n  - |\n    demo();\n";
  };
  CHECK(DescribeAll(ReadOne(rule("bound"))) == "");
  CHECK(DescribeAll(ReadOne(rule("limit"))).contains("capture \"limit\" is no column"));
}

TEST_CASE("a secret need be no column") {
  const std::string text = With(With(kStates, "{kind: outbound_call, library: demo}",
                                     "{kind: credential_argument, library: demo}"),
                                "regex: '(?P<function>\\w+)\\.demo_get\\((?P<bound>\\d+)'",
                                "regex: 'demo_get\\((?P<password>\\d+)', secret: password");
  CHECK(DescribeAll(ReadOne(With(text, "f.demo_get(3)", "f.demo_get(<<fake:github-token>>)"))) ==
        "");
}

TEST_CASE("mistakes of queries are told with their place") {
  struct Row {
    std::string part, by, mistakes;
  };
  const std::vector<Row> rows = {
      {"CAST(bound AS INTEGER) > 5", "bond > 5",
       "a.yaml:8:12: in line 2 of the SQL: no such column: bond\n"},
      {"path, line, bound", "path, bound",
       "a.yaml:8:12: the result has no column \"line\", which places the finding\n"},
      {"path, line, bound", "path, line, bound, bound",
       "a.yaml:8:12: the result has two columns \"bound\"\n"},
      {"path, line, bound", "path, line", "a.yaml:13:10: unknown capture {bound}; it has \n"},
      {"path, line, bound", "path, line, 'x' AS grade, bound",
       "a.yaml:1:1: missing key \"grades\"; a result has a column \"grade\"\n"},
      {"FROM outbound_call", "FROM tls_setting",
       "a.yaml:8:12: in line 1 of the SQL: no such column: bound\n"},
      {"CAST(bound AS INTEGER) > 5", "state = 'certain'",
       "a.yaml:8:12: no rule fills the column \"state\" of \"outbound_call\"\n"},
      {"CAST(bound AS INTEGER) > 5", "path IN (SELECT path FROM tls_setting)",
       "a.yaml:8:12: no rule states a fact \"tls_setting\"\n"},
      {"CAST(bound AS INTEGER) > 5", "random() > 5",
       "a.yaml:8:12: in line 2 of the SQL: not authorized to use function: random\n"},
      {"CAST(bound AS INTEGER) > 5\n", "CAST(bound AS INTEGER) > 5; DELETE FROM outbound_call\n",
       "a.yaml:8:12: in SQL: the SQL holds a second statement\n"},
      {"  - facts:", "  - files: {kind: c}\n    facts:",
       "a.yaml:7:12: \"facts\" looks at no files; its SQL can ask for kind and role\n"},
      {"severity: low", "fact: outbound_call\nseverity: low",
       "a.yaml:11:7: a clause \"facts\" reads facts and states none\n"},
      {"      sql: |\n        SELECT path, line, bound FROM outbound_call\n        WHERE library = "
       "'demo' AND CAST(bound AS INTEGER) > 5\n",
       "      sql: SELECT path, line, bond FROM outbound_call\n",
       "a.yaml:8:31: in SQL: no such column: bond\n"},
  };
  for (const Row& row : rows) {
    INFO(row.part << " -> " << row.by);
    CHECK(DescribeAll(ReadBoth(kStates, With(kAsks, row.part, row.by))) == row.mistakes);
  }
}

TEST_CASE("a result chooses among the grades of its rule") {
  const std::string text =
      With(With(kAsks, "path, line, bound", "path, line, 'slow' AS grade, bound"),
           "severity: low\nprecision: high\nmessage: \"waits {bound}\"\n",
           "grades:\n  slow: {severity: low, precision: high, message: \"waits {bound}\"}\n"
           "  very-slow: {severity: high, precision: high, message: \"waits {bound}\"}\n");
  const RuleSet set = ReadBoth(kStates, text);
  REQUIRE(DescribeAll(set) == "");
  CHECK(set.rules[1]->grades.size() == 2);
}

constexpr std::string_view kItem = R"yaml(id: A2
title: timeouts
asks: Calls have limits.
measures:
  - sql: SELECT count(*) FILTER (WHERE CAST(bound AS INTEGER) > 0) AS good, count(*) AS total FROM outbound_call
    says: "{good} of {total} calls are bounded"
)yaml";

std::string MistakesOfItem(std::string_view item) {
  RuleReader reader;
  reader.Read("checklist/A2.yaml", item);
  reader.Read("s.yaml", kStates);
  return DescribeAll(std::move(reader).Finish());
}

TEST_CASE("the measures of an item are checked too") {
  CHECK(MistakesOfItem(kItem) == "");
  CHECK(MistakesOfItem(With(kItem, "{good}", "{god}")) ==
        "checklist/A2.yaml:6:11: the result has no column \"god\"; did you mean \"good\"?\n");
  CHECK(MistakesOfItem(With(kItem, "AS total", "AS all_of_them"))
            .contains("the result has no column \"total\", which tells 0 from silence"));
  CHECK(MistakesOfItem(With(kItem, "CAST(bound AS INTEGER) > 0", "state = 'bounded'"))
            .contains("no rule fills the column \"state\" of \"outbound_call\""));
  CHECK(MistakesOfItem(With(kItem, "CAST(bound AS INTEGER) > 0", "bund > 0"))
            .contains("in SQL: no such column"));
  // As long as no rule states facts of the kind, there is nothing to say.
  CHECK(MistakesOfItem(With(With(kItem, "outbound_call", "tls_setting"),
                            "CAST(bound AS INTEGER) > 0", "value > 0")) == "");
}

}  // namespace
}  // namespace gonogo
