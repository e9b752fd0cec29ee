#include "analyzer/rulebook/rule_book.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

/// Adds one rule, as --rules does.
void AddTo(RuleBook& book, std::string_view text) {
  RuleSet set = ReadOne(text);
  REQUIRE(DescribeAll(set) == "");
  book.Add(set.rules, std::move(set.storage));
}

TEST_CASE("a rule book finds by id and by former id, and keeps the order") {
  RuleBook book;
  const std::size_t built_in = book.rules().size();
  CHECK(book.added_rules().empty());
  AddTo(book, GoodRuleWith("id: demo-token", "id: demo-token\nformerly: [old-demo, older-demo]"));
  CHECK(book.added_rules().size() == 1);
  CHECK(book.rules().size() == built_in + 1);
  const Rule* rule = book.Find("demo-token");
  REQUIRE(rule);
  CHECK(book.Find("older-demo") == rule);
  CHECK(book.Find("demo") == nullptr);
  const auto similar = book.Similar("demo-tokne");
  REQUIRE_FALSE(similar.empty());
  CHECK(similar[0] == "demo-token");
  CHECK(std::is_sorted(book.rules().begin(), book.rules().end(),
                       [](const Rule* a, const Rule* b) { return a->id < b->id; }));
}

TEST_CASE("an added rule replaces the one of the same id") {
  RuleBook book;
  AddTo(book, kGoodRule);
  const std::size_t size = book.rules().size();
  AddTo(book, GoodRuleWith("severity: high", "severity: low"));
  CHECK(book.rules().size() == size);
  CHECK(book.Find("demo-token")->grades[0].severity == Severity::kLow);
}

TEST_CASE("embedded rules are sorted and complete") {
  const BuiltInRules& built_in = EmbeddedRules();
  CHECK(std::is_sorted(built_in.rules.begin(), built_in.rules.end(),
                       [](const Rule& a, const Rule& b) { return a.id < b.id; }));
  CHECK_FALSE(built_in.keyword_database.empty());
  CHECK(built_in.rule_set_hash.size() == 16);
  for (const Rule& rule : built_in.rules) {
    INFO(rule.id);
    CHECK((!rule.grades.empty() || !rule.fact.empty()));
    CHECK_FALSE(rule.match.empty());
    CHECK_FALSE(rule.bad.empty());
    CHECK_FALSE(rule.ok.empty());
  }
}

}  // namespace
}  // namespace gonogo
