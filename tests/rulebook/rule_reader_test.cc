#include "analyzer/rulebook/rule_reader.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

TEST_CASE("a rule is read whole") {
  const RuleSet set = ReadOne(kGoodRule);
  REQUIRE(DescribeAll(set) == "");
  REQUIRE(set.rules.size() == 1);
  const Rule& rule = *set.rules[0];
  CHECK(rule.id == "demo-token");
  CHECK(rule.item == "C1");
  CHECK(rule.concept_name == "secret-in-code");
  CHECK(rule.why == "Anyone who reads the code can use it.");
  CHECK(rule.source == "r.yaml");
  REQUIRE(rule.cwe.size() == 1);
  CHECK(rule.cwe[0] == 798);
  REQUIRE(rule.references.size() == 1);
  REQUIRE(rule.match.size() == 1);
  const MatchAlternative& match = rule.match[0];
  REQUIRE(match.files.kinds.size() == 2);
  CHECK(match.files.kinds[0] == FileKind::kPython);
  CHECK(match.files.roles.size() == FileRoles().size() - 2);
  REQUIRE(match.text.keywords.size() == 1);
  CHECK(match.text.keywords[0] == "Demo_");
  CHECK(match.text.secret == "token");
  CHECK(match.text.span == TextSpan::kLine);
  CHECK(match.text.placeholders);
  REQUIRE(rule.grades.size() == 1);
  CHECK(rule.grades[0].severity == Severity::kHigh);
  CHECK(rule.grades[0].precision == Precision::kVeryHigh);
  REQUIRE(rule.bad.size() == 1);
  CHECK(rule.bad[0].line == 20);
  REQUIRE(rule.bad[0].files.size() == 1);
  CHECK(rule.bad[0].files[0].path == "main.py");
  CHECK(rule.bad[0].files[0].text == "token = \"<<fake:github-token>>\"\n");
  REQUIRE(rule.bad[0].files[0].find.size() == 1);
  CHECK(rule.bad[0].files[0].find[0] == 1);
}

TEST_CASE("mistakes of a rule are told with their place and a way out") {
  struct Row {
    std::string part, by, mistakes;
  };
  const std::vector<Row> rows = {
      {"severity:", "serverity:",
       "r.yaml:1:1: missing key \"severity\" (or \"grades\")\n"
       "r.yaml:16:1: unknown key \"serverity\"; did you mean \"severity\"?\n"},
      {"severity: high", "severity: hihg",
       "r.yaml:16:11: unknown severity \"hihg\"; did you mean \"high\"?\n"},
      {"severity: high", "severity: awful",
       "r.yaml:16:11: unknown severity \"awful\"; it is one of evidence, low, medium, high\n"},
      {"precision: very-high\n", "", "r.yaml:16:11: missing key \"precision\"\n"},
      {"{token}", "{tokn}", "r.yaml:18:10: unknown capture {tokn}; did you mean {token}?\n"},
      {"{token}", "{}",
       "r.yaml:18:10: unknown capture {}; captures are groups that every regex of \"match\" "
       "names\n"},
      {"{token}", "{token", "r.yaml:18:10: \"message\" has a brace without its partner\n"},
      {"in code\"", "in code.\"",
       "r.yaml:18:10: \"message\" ends in a full stop; reports add it\n"},
      {"secret: token", "secret: tokn",
       "r.yaml:15:15: \"secret\" names no group of the regex: \"tokn\"; did you mean \"token\"?\n"},
      {"      secret: token\n", "",
       "r.yaml:14:14: group \"token\" looks like a secret; say \"secret: token\" so that it is "
       "redacted\n"},
      {"secret: token", "at: token\n      entropy: 3",
       "r.yaml:14:14: group \"token\" looks like a secret; say \"secret: token\" so that it is "
       "redacted\n"
       "r.yaml:16:16: \"entropy\" is about the secret; name its group in \"secret\"\n"},
      {"secret: token", "secret: token\n      entropy: 9",
       "r.yaml:16:16: \"entropy\" must be a number from 0 to 8, not \"9\"\n"},
      {"secret: token", "secret: token\n      min_length: \"9\"",
       "r.yaml:16:19: \"min_length\" must be a whole number from 1 to 10000, not \"9\"\n"},
      {"secret: token", "secret: token\n      decode: yes",
       "r.yaml:16:15: \"decode\" must be true or false, not \"yes\"\n"},
      {"secret: token", "secret: token\n      unless: 'a*'",
       "r.yaml:16:15: \"unless\" matches the empty text\n"},
      {"[Demo_]", "[de]", "r.yaml:13:18: keyword \"de\" is shorter than 3 bytes\n"},
      {"[Demo_]", "[demo_, demo_]", "r.yaml:13:25: keyword \"demo_\" stands twice\n"},
      {"[Demo_]", "[other]",
       "r.yaml:14:14: \"regex\" may match text that holds none of the keywords; it may hold only "
       "\"demo_\"\n"},
      {"demo_[a-z", "demo_(?=[a-z",
       "r.yaml:14:14: \"regex\" is not a valid RE2: invalid perl operator: (?=; RE2 has no "
       "look-ahead: use unless, or a class\n"},
      {"[python, javascript]", "pyhton",
       "r.yaml:11:19: unknown kind \"pyhton\"; did you mean \"python\"?\n"},
      {"item: C1", "item: [C1]", "r.yaml:2:7: \"item\" must be a text, not a list\n"},
      {"id: demo-token", "id: Demo", "r.yaml:1:5: id \"Demo\" is not kebab-case\n"},
      {"cwe: [798]", "cwe: [0]",
       "r.yaml:8:7: \"cwe\" must be a whole number from 1 to 99999, not \"0\"\n"},
      {"https://example.com/tokens", "http://example.com",
       "r.yaml:9:13: \"http://example.com\" is no https address\n"},
      {"  # <- finding", "",
       "r.yaml:20:5: an example of a finding without a mark \"<- finding\" or \"find\"\n"},
      {"os.environ[\"TOKEN\"]", "1 # <- finding",
       "r.yaml:23:5: an example without findings marks one\n"},
      {"# <- finding", "<- finding",
       "r.yaml:20:5: an example of a finding without a mark \"<- finding\" or \"find\"\n"
       "r.yaml:20:5: line 1 of the example: \"<- finding\" must be a comment of its own at the end "
       "of the line\n"},
      {"fake:github-token", "fake:gihub-token",
       "r.yaml:20:5: unknown secret format \"gihub-token\"; did you mean \"github-token\"?\n"},
      {"<<fake:github-token>>", "<<fake:github-token",
       "r.yaml:20:5: a fake must be <<fake:NAME>> or <<fake:NAME:NUMBER>>\n"},
      {"fix: Revoke", "why: x\nfix: Revoke", "r.yaml:7:1: duplicate key \"why\"\n"},
      {"cwe: [798]", "over: [demo-token]", "r.yaml:8:8: a rule cannot speak over itself\n"},
      {"cwe: [798]", "over: [other-rule]", "r.yaml:8:8: unknown rule \"other-rule\"\n"},
  };
  for (const Row& row : rows) {
    INFO(row.part << " -> " << row.by);
    CHECK(DescribeAll(ReadOne(GoodRuleWith(row.part, row.by))) == row.mistakes);
  }
}

TEST_CASE("all missing keys are told at once") {
  CHECK(DescribeAll(ReadOne("id: x\n")) ==
        "r.yaml:1:1: missing key \"fix\"\n"
        "r.yaml:1:1: missing keys \"item\", \"concept\", \"why\", \"match\", \"bad\", \"ok\"\n"
        "r.yaml:1:1: missing keys \"severity\", \"message\" (or \"grades\")\n");
}

TEST_CASE("files that hold no rule are mistakes") {
  for (const std::string_view text : {"", "x", "[1, 2]", "# nothing\n"}) {
    INFO(text);
    CHECK(DescribeAll(ReadOne(text)) != "");
  }
}

}  // namespace
}  // namespace gonogo
