#include "analyzer/report/clause_page.h"

#include <catch2/catch.hpp>
#include <string>

#include "analyzer/report/rule_page.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

RuleSet SetWith(const std::string& clause, const std::string& grades) {
  RuleSet set = ReadOne(
      "id: demo\nitem: A2\nconcept: timeout-missing\nwhy: x\nfix: x\nmatch:\n  - cxx:\n      " +
      clause + grades + "bad:\n  - |\n    demo();  // <- finding\nok:\n  - |\n    other();\n");
  REQUIRE(DescribeAll(set) == "");
  return set;
}

const std::string kGrades =
    "grades:\n  certain: {severity: high, precision: high, message: found}\n";

TEST_CASE("the page of a typestate rule shows its patterns") {
  const RuleSet set = SetWith(
      "typestate:\n        object: transfer\n        types: [DEMO, ns::Demo]\n"
      "        made_by: [demo_init()]\n        bound_by:\n"
      "          - demo_set($, A | B, bound)\n"
      "          - all: [\"demo_set($, C, bound)\", \"demo_set($, D, bound)\"]\n"
      "        used_by: [demo_run($), demo_go($)]\n",
      kGrades);
  CHECK(ClausesMarkdown(*set.rules[0], "../") ==
        "Each transfer (`DEMO`, `ns::Demo`) is followed through functions and files, as [call "
        "patterns](../call_patterns.md) say. It starts unbounded.\n\n"
        "- made by: `demo_init()`\n"
        "- bounded by, one of:\n"
        "  - `demo_set($, A | B, bound)`\n"
        "  - `demo_set($, C, bound)` and `demo_set($, D, bound)`\n"
        "- used by, one of:\n"
        "  - `demo_run($)`\n"
        "  - `demo_go($)`\n\n");
  CHECK(RulePage(*set.rules[0], nullptr).contains("](../call_patterns.md)"));
  CHECK_FALSE(RuleHelpMarkdown(*set.rules[0], nullptr).contains("](../"));
}

TEST_CASE("the page of a call rule shows what is found and what is not") {
  const RuleSet set = SetWith(
      "call:\n        of: [\"demo_set($, V, 0)\"]\n        unless: [demo_pin($)]\n", kGrades);
  CHECK(ClausesMarkdown(*set.rules[0], "d/")
            .ends_with("[call patterns](d/call_patterns.md) say.\n\n- found: `demo_set($, V, 0)`\n"
                       "- but not where the same object meets: `demo_pin($)`\n\n"));
}

TEST_CASE("the page of a matcher rule shows its expression") {
  const RuleSet set = SetWith(
      "matcher: {expression: 'callExpr(callee(functionDecl(hasName(\"gets\"))))', words: gets}\n",
      "severity: low\nprecision: high\nmessage: found\n");
  CHECK(ClausesMarkdown(*set.rules[0], "") ==
        "Found by the Clang matcher:\n\n```text\n"
        "callExpr(callee(functionDecl(hasName(\"gets\"))))\n```\n\n");
}

TEST_CASE("the page of a rule that only states a fact says so") {
  RuleSet set = ReadOne(
      "id: demo\nitem: A2\nconcept: outbound-call\nwhy: x\nmatch:\n  - text: {keywords: [demo], "
      "regex: demo}\nfact: {kind: outbound_call, library: demo}\n"
      "bad:\n  - {a.c: \"demo  // <- finding\\n\"}\nok:\n  - {a.c: \"x\\n\"}\n");
  REQUIRE(DescribeAll(set) == "");
  const std::string page = RulePage(*set.rules[0], nullptr);
  CHECK(page.contains("Each match is a [fact](../facts.md): a row of `outbound_call`, for rules"));
  CHECK(page.contains("Severity: none (a fact)."));
  CHECK_FALSE(page.contains("Suppress"));
  CHECK_FALSE(page.contains("What to do"));
}

}  // namespace
}  // namespace gonogo
