#include "analyzer/merge/match_merger.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::Marked;
using sample::PlainAt;
using sample::Rules;
using sample::SecretAt;

std::string Kept(const MergedMatches& merged) {
  std::string kept;
  for (const Match& match : merged.kept) kept += std::string(match.rule->id) + " ";
  return kept;
}

/// The answer, after checking that no order of the matches changes it.
MergedMatches Merge(std::string_view text, std::vector<Match> matches) {
  const MergedMatches first = MergeMatches(text, matches);
  for (std::size_t turn = 1; turn < matches.size(); ++turn) {
    std::ranges::rotate(matches, matches.begin() + 1);
    const MergedMatches turned = MergeMatches(text, matches);
    CHECK(Kept(turned) == Kept(first));
    REQUIRE(turned.outspoken.size() == first.outspoken.size());
    for (std::size_t i = 0; i < first.outspoken.size(); ++i) {
      CHECK(turned.outspoken[i].reason == first.outspoken[i].reason);
    }
  }
  return first;
}

TEST_CASE("a rule speaks once about one range") {
  Rules rules;
  const Rule& rule = rules.Add("a-rule");
  const MergedMatches merged =
      Merge("some text", {PlainAt(rule, {0, 4}), PlainAt(rule, {0, 4}), PlainAt(rule, {2, 4})});
  CHECK(Kept(merged) == "a-rule a-rule ");
  CHECK(merged.outspoken.empty());
}

TEST_CASE("a rule is silent where one that is over it overlaps") {
  Rules rules;
  const Rule& generic = rules.Add("generic");
  const Rule& exact = rules.Add("exact", {.over = {"generic"}});
  const MergedMatches merged = Merge(
      "0123456789", {PlainAt(generic, {0, 4}), PlainAt(exact, {3, 6}), PlainAt(generic, {6, 9})});
  CHECK(Kept(merged) == "exact generic ");
  REQUIRE(merged.outspoken.size() == 1);
  CHECK(merged.outspoken[0].reason == "`exact` says it more exactly");
}

TEST_CASE("over holds through a rule that is itself silent, and circles silence nobody twice") {
  Rules rules;
  const Rule& a = rules.Add("a", {.over = {"b"}});
  const Rule& b = rules.Add("b", {.over = {"c"}});
  const Rule& c = rules.Add("c");
  CHECK(Kept(Merge("0123456789", {PlainAt(a, {0, 4}), PlainAt(b, {0, 4}), PlainAt(c, {0, 4})})) ==
        "a ");
  const Rule& p = rules.Add("p", {.over = {"q"}});
  const Rule& q = rules.Add("q", {.over = {"r"}});
  const Rule& r = rules.Add("r", {.over = {"p"}});
  CHECK(Kept(Merge("0123456789", {PlainAt(p, {0, 4}), PlainAt(q, {0, 4}), PlainAt(r, {0, 4})})) ==
        "p ");
  const Rule& self = rules.Add("self", {.over = {"self"}});
  CHECK(Kept(Merge("0123456789", {PlainAt(self, {0, 4}), PlainAt(self, {2, 5})})) == "self self ");
}

TEST_CASE("of matches with one secret the most exact stays") {
  const std::string secret = Marked(1, 40);
  const std::string text = "k=" + secret + ";";
  Rules rules;
  const Rule& low = rules.Add("a-low", {.precision = Precision::kLow});
  const Rule& high = rules.Add("b-high", {.precision = Precision::kHigh});
  const Rule& over = rules.Add("c-over", {.precision = Precision::kLow, .over = {"elsewhere"}});
  const Rule& same = rules.Add("d-high", {.precision = Precision::kHigh});
  const Rule& severe =
      rules.Add("e-low", {.severity = Severity::kLow, .precision = Precision::kHigh});
  const auto at = [&](const Rule& rule, std::uint64_t begin, std::uint64_t end) {
    return SecretAt(rule, text, {begin, end});
  };
  Match proved = at(low, 2, 10);
  proved.proved = true;
  CHECK(Kept(Merge(text, {proved, at(high, 2, 42), at(over, 2, 42)})) == "a-low ");
  CHECK(Kept(Merge(text, {at(high, 2, 42), at(over, 2, 20), at(low, 2, 42)})) == "c-over ");
  CHECK(Kept(Merge(text, {at(high, 2, 20), at(low, 2, 42)})) == "b-high ");
  CHECK(Kept(Merge(text, {at(high, 2, 20), at(same, 2, 42)})) == "d-high ");
  CHECK(Kept(Merge(text, {at(severe, 2, 42), at(same, 2, 42)})) == "d-high ");
  CHECK(Kept(Merge(text, {at(high, 2, 42), at(same, 2, 42)})) == "b-high ");
  CHECK(Kept(Merge(text, {at(high, 2, 20), at(same, 20, 42)})) == "b-high d-high ");
  Match decoded = at(high, 2, 42);
  decoded.secret = "what base64 hid";
  CHECK(Kept(Merge(text, {decoded, at(same, 2, 20)})) == "d-high ");
  CHECK(Merge(text, {at(high, 2, 20), at(high, 4, 42)}).outspoken[0].reason ==
        "another match of this rule covers the same secret");
}

TEST_CASE("a hundred thousand overlapping matches are merged in good time") {
  Rules rules;
  const Rule& generic = rules.Add("generic");
  const Rule& exact = rules.Add("exact", {.over = {"generic"}});
  const std::string text = Marked(3, 100'100);
  std::vector<Match> matches;
  for (std::uint64_t i = 0; i < 50'000; ++i) {
    matches.push_back(SecretAt(generic, text, {2 * i, 2 * i + 100}));
    matches.push_back(SecretAt(exact, text, {2 * i, 2 * i + 100}));
  }
  const MergedMatches merged = MergeMatches(text, std::move(matches));
  CHECK(merged.kept.size() == 1000);
  CHECK(merged.kept.size() + merged.outspoken.size() == 100'000);
}

}  // namespace
}  // namespace gonogo
