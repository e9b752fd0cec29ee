#include "analyzer/merge/fact_builder.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::Build;
using sample::Leak;
using sample::Marked;
using sample::PlainAt;
using sample::RangeOf;
using sample::SecretAt;

constexpr FactValue kValues[] = {{"library", "demo"}};

/// A rule that states a fact, with or without a grade.
Rule FactRule(std::span<const Grade> grades) {
  Rule rule;
  rule.id = "demo-call";
  rule.fact = "outbound_call";
  rule.fact_values = kValues;
  rule.grades = grades;
  return rule;
}

std::string ValueOf(const Fact& fact, std::string_view column) {
  for (const auto& [name, text] : fact.values) {
    if (name == column) return text;
  }
  return "(none)";
}

TEST_CASE("a match of a rule that states a fact is a fact, and a finding where it has a grade") {
  constexpr Grade kGrades[] = {{"bounded", Severity::kEvidence, Precision::kHigh, "bounded"}};
  const Rule silent = FactRule({});
  const Rule both = FactRule(kGrades);
  const std::string text = "one\ncall(3)\n";
  Match match = PlainAt(both, RangeOf(text, "call"));
  match.captures = {{"bound", "3"}, {"library", "other"}, {"link_unit", "server"}};
  Match fact_only = match;
  fact_only.rule = &silent;
  fact_only.grade = nullptr;
  fact_only.captures.push_back({"outcome", "certain"});
  const FileFindings found = Build(text, {match, fact_only, match});
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].rule == &both);
  REQUIRE(found.facts.size() == 2);
  for (const Fact& fact : found.facts) {
    CHECK(fact.path == "app/config.py");
    CHECK(fact.region.start.line == 2);
    CHECK(fact.region.end.byte_column == 5);
    CHECK(fact.link_unit == "server");
    CHECK(ValueOf(fact, "bound") == "3");
    CHECK(ValueOf(fact, "library") == "demo");
  }
  CHECK(ValueOf(found.facts[0], "state") + ValueOf(found.facts[1], "state") == "certainbounded");
}

TEST_CASE("no secret becomes part of a fact") {
  const Rule rule = FactRule({});
  const std::string secret = Marked(5, 30);
  const std::string text = "login(\"" + secret + "\")";
  Match match;
  match.rule = &rule;
  match.range = RangeOf(text, "login");
  match.secrets = {RangeOf(text, secret)};
  match.secret = secret;
  match.captures = {{"bound", "x" + secret}, {"function", "in " + secret.substr(3)}};
  const FileFindings found = Build(text, {match});
  REQUIRE(found.facts.size() == 1);
  CHECK(ValueOf(found.facts[0], "bound") == "");
  CHECK(Leak(ValueOf(found.facts[0], "function"), secret, 0) == "");
}

TEST_CASE("the text of a fact is short and one line") {
  const Rule rule = FactRule({});
  const std::string text = "call()";
  Match match;
  match.rule = &rule;
  match.range = RangeOf(text, "call");
  match.captures = {{"bound", std::string(1 << 20, 'a') + "\n\x1B[2J"},
                    {"function", "a\n\x1B[2Jb"}};
  const FileFindings found = Build(text, {match});
  REQUIRE(found.facts.size() == 1);
  CHECK(ValueOf(found.facts[0], "bound").size() < 300);
  CHECK_FALSE(ValueOf(found.facts[0], "function").contains('\n'));
  CHECK_FALSE(ValueOf(found.facts[0], "function").contains('\x1B'));
}

}  // namespace
}  // namespace gonogo
