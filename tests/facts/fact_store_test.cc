#include "analyzer/facts/fact_store.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gonogo {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rule CallRule() {
  Rule rule;
  rule.id = "calls";
  rule.fact = "outbound_call";
  return rule;
}

Fact CallAt(const Rule& rule, std::string path, std::uint32_t line, std::string state) {
  Fact fact;
  fact.rule = &rule;
  fact.path = std::move(path);
  fact.kind = FileKind::kCpp;
  fact.region.start = {.offset = 7, .line = line, .byte_column = 9, .utf16_column = 5};
  fact.region.end = {.offset = 9, .line = line, .byte_column = 11, .utf16_column = 6};
  fact.values = {{"library", "lib'curl"}, {"state", std::move(state)}};
  return fact;
}

FactStore StoreWith(const std::vector<Fact>& facts) {
  auto store = FactStore::Open();
  REQUIRE(store.has_value());
  store->Add(facts);
  return std::move(*store);
}

TEST_CASE("facts are rows") {
  const Rule rule = CallRule();
  Fact other = CallAt(rule, "b.cc", 2, "bounded");
  other.link_unit = "server";
  FactStore store = StoreWith({CallAt(rule, "a.cc", 1, "certain"), other});
  const QueryAnswer all = store.Ask("SELECT * FROM outbound_call ORDER BY path", {});
  CHECK(all.end == QueryEnd::kComplete);
  CHECK(all.columns.front() == "rule");
  CHECK(all.rows == Rows{{"calls", "a.cc", "1", "5", "1", "6", "cpp", "product", "", "lib'curl", "",
                          "", "certain"},
                         {"calls", "b.cc", "2", "5", "2", "6", "cpp", "product", "server",
                          "lib'curl", "", "", "bounded"}});
  const QueryAnswer counted = store.Ask(
      "SELECT count(*) FILTER (WHERE state = 'bounded') AS good, count(*) AS total, "
      "NULL AS absent FROM outbound_call",
      {});
  CHECK(counted.columns == std::vector<std::string>{"good", "total", "absent"});
  CHECK(counted.rows == Rows{{"1", "2", ""}});
}

TEST_CASE("a store for some queries has what they name, and nothing else") {
  const Rule rule = CallRule();
  Rule other = rule;
  other.fact = "route";
  const std::vector<std::string_view> queries = {"SELECT path FROM outbound_call"};
  auto store = FactStore::Open(queries);
  REQUIRE(store.has_value());
  store->Add(std::vector<Fact>{CallAt(rule, "a.cc", 1, "certain"), CallAt(other, "b.cc", 2, "")});
  CHECK(store->Ask(queries[0], {}).rows == Rows{{"a.cc"}});
  CHECK(store->Ask("SELECT path FROM route", {}).end == QueryEnd::kFailed);
}

TEST_CASE("folders are beside each other where one deployment may lie in both") {
  FactStore store = StoreWith({});
  const auto beside = [&](const std::string& one, const std::string& other) {
    return store.Ask("SELECT beside('" + one + "', '" + other + "') AS answer", {}).rows ==
           Rows{{"1"}};
  };
  CHECK(beside("shop/base", "shop/base"));
  CHECK(beside("shop/base", "shop/overlays/production"));
  CHECK(beside("shop/overlays/production", "shop/base"));
  CHECK(beside("shop", "shop/scaling"));
  CHECK(beside("deploy", "scaling"));
  CHECK_FALSE(beside("shop/base", "stock/base"));
  CHECK_FALSE(beside("deploy", "extras/other/scaling"));
  CHECK_FALSE(beside("apps/shop/base", "apps/shops/base"));
}

TEST_CASE("queries end at their limits, and the store goes on") {
  const Rule rule = CallRule();
  std::vector<Fact> facts;
  for (std::uint32_t line = 1; line <= 300; ++line)
    facts.push_back(CallAt(rule, "a.cc", line, "certain"));
  FactStore store = StoreWith(facts);
  const QueryAnswer many = store.Ask("SELECT line FROM outbound_call", {.rows = 10});
  CHECK(many.end == QueryEnd::kTooManyRows);
  CHECK(many.rows.size() == 10);
  CHECK(store.Ask("SELECT line FROM outbound_call", {.rows = 300}).end == QueryEnd::kComplete);
  const std::string endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
  const QueryAnswer stopped = store.Ask(endless, {.steps = 1'000'000});
  CHECK(stopped.end == QueryEnd::kTooLong);
  CHECK(stopped.rows.empty());
  const std::string growing =
      "WITH RECURSIVE n(t) AS (SELECT 'x' UNION ALL SELECT t || t FROM n) SELECT max(length(t)) "
      "FROM n";
  CHECK(store.Ask(growing, {.steps = 10'000'000}).end == QueryEnd::kFailed);
  CHECK(store.Ask("SELECT 1", {}).rows == Rows{{"1"}});
}

TEST_CASE("a store refuses what a check refuses") {
  FactStore store = StoreWith({});
  for (const std::string_view sql :
       {"DELETE FROM outbound_call", "PRAGMA query_only = 0", "ATTACH ':memory:' AS x",
        "VACUUM INTO '/tmp/gonogo-facts-test'", "VACUUM", "SELECT load_extension('x')",
        "SELECT * FROM sqlite_schema", "SELEC", ""}) {
    INFO(sql);
    const QueryAnswer answer = store.Ask(sql, {});
    CHECK(answer.end == QueryEnd::kFailed);
    CHECK(answer.rows.empty());
  }
  CHECK(store.Ask("SELECT count(*) FROM outbound_call", {}).rows == Rows{{"0"}});
}

}  // namespace
}  // namespace gonogo
