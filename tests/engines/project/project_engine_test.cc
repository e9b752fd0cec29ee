#include "analyzer/engines/project/project_engine.h"

#include <catch2/catch.hpp>
#include <deque>
#include <string>
#include <vector>

#include "analyzer/engines/project/fact_places.h"

namespace gonogo {
namespace {

constexpr Grade kFlat[] = {{"", Severity::kLow, Precision::kHigh, "waits {bound}"}};
constexpr Grade kNamed[] = {{"slow", Severity::kLow, Precision::kHigh, "slow"},
                            {"endless", Severity::kHigh, Precision::kHigh, "endless"}};

/// A rule that asks with `sql`.
struct Asker {
  FactsClause clause;
  MatchAlternative alternative;
  Rule rule;

  Asker(std::string_view sql, std::span<const Grade> grades) : clause{sql} {
    alternative.type = ClauseType::kFacts;
    alternative.facts = &clause;
    rule.id = "asker";
    rule.grades = grades;
    rule.match = {&alternative, 1};
  }
  Asker(const Asker&) = delete;
};

Rule StatingRule() {
  Rule rule;
  rule.id = "calls";
  rule.fact = "outbound_call";
  return rule;
}

Fact CallAt(const Rule& rule, std::string path, std::uint32_t line, std::uint32_t column,
            std::string bound) {
  Fact fact;
  fact.rule = &rule;
  fact.path = std::move(path);
  fact.region.start = {line * 100 + column, line, column, column};
  fact.region.end = {line * 100 + column + 4, line, column + 4, column + 4};
  fact.values = {{"bound", std::move(bound)}};
  return fact;
}

std::vector<Fact> ThreeCalls(const Rule& rule) {
  return {CallAt(rule, "a.cc", 1, 5, "3"), CallAt(rule, "a.cc", 1, 20, "700"),
          CallAt(rule, "b.cc", 9, 2, "900")};
}

ProgramOutput Ask(const Asker& asker, std::vector<Fact> facts, QueryLimits limits = {},
                  bool whole_tree = true) {
  const Rule* const rules[] = {&asker.rule};
  ProjectEngine engine(rules, limits, whole_tree);
  CHECK(engine.asks());
  engine.Take(std::move(facts));
  ProgramOutput output = engine.Finish();
  // Names of captures live in the engine.
  for (auto& [path, matches] : output.matches) {
    for (Match& match : matches) {
      for (Capture& capture : match.captures) {
        CHECK(capture.name == "bound");
        capture.name = "bound";
      }
    }
  }
  return output;
}

TEST_CASE("a query finds things at the places of facts") {
  const Rule calls = StatingRule();
  const Asker asker(
      "SELECT path, line, \"column\", bound FROM outbound_call WHERE CAST(bound AS INTEGER) > 100 "
      "ORDER BY path DESC",
      kFlat);
  const ProgramOutput output = Ask(asker, ThreeCalls(calls));
  CHECK(output.notices.empty());
  REQUIRE(output.matches.size() == 2);
  const std::vector<Match>& a = output.matches.at("a.cc");
  REQUIRE(a.size() == 1);
  CHECK(a[0].rule == &asker.rule);
  CHECK(a[0].grade == &kFlat[0]);
  CHECK(a[0].range == ByteRange{120, 124});
  REQUIRE(a[0].captures.size() == 1);
  CHECK(a[0].captures[0].text == "700");
  CHECK(output.matches.at("b.cc")[0].range == ByteRange{902, 906});
}

TEST_CASE("facts are joined, and the grade is chosen by the result") {
  const Rule calls = StatingRule();
  const Asker asker(
      "SELECT c.path, c.line, CASE WHEN CAST(c.bound AS INTEGER) > 800 THEN 'endless' ELSE 'slow' "
      "END AS grade "
      "FROM outbound_call c WHERE EXISTS (SELECT 1 FROM outbound_call o WHERE o.path = c.path AND "
      "CAST(o.bound AS INTEGER) > 600) GROUP BY c.path",
      kNamed);
  const ProgramOutput output = Ask(asker, ThreeCalls(calls));
  CHECK(output.matches.at("a.cc")[0].grade == &kNamed[0]);
  CHECK(output.matches.at("a.cc")[0].range == ByteRange{105, 109});
  CHECK(output.matches.at("b.cc")[0].grade == &kNamed[1]);
}

TEST_CASE("rows of one file that belong together are one finding with its places") {
  const Rule rule = StatingRule();
  const Asker asker(
      "SELECT path, line, \"column\", bound, 'x' AS together FROM outbound_call "
      "ORDER BY line DESC, \"column\" DESC",
      kFlat);
  const ProgramOutput output = Ask(asker, ThreeCalls(rule));
  REQUIRE(output.matches.at("a.cc").size() == 1);
  const Match& match = output.matches.at("a.cc")[0];
  CHECK(match.range.begin == 105);
  REQUIRE(match.related.size() == 1);
  CHECK(match.related[0].region.start.offset == 120);
  CHECK(match.captures[0].text == "3");
  CHECK(output.matches.at("b.cc").size() == 1);
}

TEST_CASE("of a part of the tree only what a part answers is asked") {
  const Rule calls = StatingRule();
  Asker asker("SELECT path, line, \"column\", bound FROM outbound_call", kFlat);
  CHECK(Ask(asker, ThreeCalls(calls)).matches.size() == 2);
  CHECK(Ask(asker, ThreeCalls(calls), {}, false).matches.empty());
  asker.clause.of_part = true;
  CHECK(Ask(asker, ThreeCalls(calls)).matches.empty());
  CHECK(Ask(asker, ThreeCalls(calls), {}, false).matches.size() == 2);
}

TEST_CASE("of a part a query over signs is asked where one of its first practice is") {
  Rule signs = StatingRule();
  signs.fact = "sign";
  Fact sign = CallAt(signs, "compose.yaml", 3, 5, "");
  sign.values = {{"practice", "restart-missing"}, {"what", "shop"}};
  Asker asker("SELECT path, line, \"column\" FROM sign WHERE practice = 'restart-missing'", kFlat);
  asker.clause.of_part = true;
  CHECK(Ask(asker, {sign}, {}, false).matches.size() == 1);
  asker.clause.sql = "SELECT path, line, \"column\" FROM sign WHERE practice = 'other'";
  CHECK(Ask(asker, {sign}, {}, false).matches.empty());
}

TEST_CASE("what a query cannot say is told") {
  const Rule calls = StatingRule();
  struct Row {
    std::string_view sql;
    QueryLimits limits;
    std::string id, part;
    std::size_t files;
  };
  const std::vector<Row> rows = {
      {"SELECT path, line + 1 AS line FROM outbound_call WHERE path = 'b.cc'",
       {},
       "fact-not-placed",
       "found 1 row where no fact stands",
       0},
      {"SELECT 'c.cc' AS path, line FROM outbound_call", {}, "fact-not-placed", "3 rows", 0},
      {"SELECT path, NULL AS line FROM outbound_call", {}, "fact-not-placed", "3 rows", 0},
      {"SELECT path, line, 'odd' AS grade FROM outbound_call", {}, "unknown-grade", "3 rows", 0},
      {"SELECT path, line FROM outbound_call",
       {.rows = 1},
       "facts-unanswered",
       "it has more than 1 rows",
       1},
      {"SELECT a.path, a.line FROM outbound_call a, outbound_call b, outbound_call c, "
       "outbound_call d, outbound_call e, outbound_call f, outbound_call g, outbound_call h, "
       "outbound_call i WHERE a.bound || b.bound || c.bound || i.bound = 'x'",
       {.steps = 20'000},
       "facts-unanswered",
       "it takes more than 20000 steps",
       0},
  };
  for (const Row& row : rows) {
    INFO(row.sql);
    const Asker asker(row.sql, kFlat);
    const ProgramOutput output = Ask(asker, ThreeCalls(calls), row.limits);
    REQUIRE(output.notices.size() == 1);
    CHECK(output.notices[0].id == row.id);
    CHECK(output.notices[0].coverage == Coverage::kPartlyRead);
    CHECK(output.notices[0].message.contains(row.part));
    CHECK(output.matches.size() == row.files);
  }
}

TEST_CASE("without facts nothing is asked") {
  const Asker asker("SELECT path, line FROM outbound_call", kFlat);
  const ProgramOutput output = Ask(asker, {});
  CHECK(output.matches.empty());
  CHECK(output.notices.empty());
}

TEST_CASE("items are measured, and silence is no number") {
  const Rule calls = StatingRule();
  constexpr Measure kMeasures[] = {
      {"SELECT count(*) FILTER (WHERE CAST(bound AS INTEGER) < 100) AS good, count(*) AS total "
       "FROM outbound_call",
       "{good} of {total} calls are bounded"},
      {"SELECT count(*) AS total FROM tls_setting", "{total} settings"}};
  ChecklistItem item;
  item.id = "A2";
  item.measures = kMeasures;
  ProjectEngine engine({});
  CHECK_FALSE(engine.asks());
  engine.Take(ThreeCalls(calls));
  std::vector<Notice> notices;
  const auto measures = engine.MeasureItems({&item, 1}, notices);
  REQUIRE(measures.size() == 1);
  CHECK(measures[0].item == &item);
  CHECK(measures[0].text == "1 of 3 calls are bounded");
  CHECK(notices.empty());
}

TEST_CASE("a place of a row is the first fact that stands so") {
  const Rule calls = StatingRule();
  const std::vector<Fact> facts = ThreeCalls(calls);
  const FactPlaces places(facts);
  CHECK(places.Find({"a.cc", 1}).value().region.start.offset == 105);
  CHECK(places.Find({"a.cc", 1, 20}).value().region.start.offset == 120);
  CHECK(places.Find({"a.cc", 1, 0, 1, 24}).value().region.start.offset == 120);
  CHECK_FALSE(places.Find({"a.cc", 1, 6}).has_value());
  CHECK_FALSE(places.Find({"a.cc", 2}).has_value());
  CHECK_FALSE(places.Find({"c.cc", 1}).has_value());
  CHECK_FALSE(places.Find({"a.cc", 0}).has_value());
}

}  // namespace
}  // namespace gonogo
