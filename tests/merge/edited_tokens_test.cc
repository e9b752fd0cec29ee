#include "analyzer/merge/edited_tokens.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::Rules;

// Put together here, so that no scanner takes this file for a leak.
const std::string kFirst = std::string("shp_04fee3d26b63d9a3") + "557c72a1b9902cbb8412c836";
const std::string kEdited = std::string("shp_aaaa00d26b63d9a3") + "557c72a1b9902cbb84121111";
const std::string kOther = std::string("shp_04fee3d2916e0c5f") + "8d2ab47730f1e69c5a08b7d4";

Match TokenOf(const Rule& rule, const std::string& token) {
  Match match;
  match.rule = &rule;
  match.grade = &rule.grades.front();
  match.secret = token;
  return match;
}

TEST_CASE("tokens that agree in their second half were made out of one another") {
  Rules rules;
  const Rule& rule = rules.Add("shop-token");
  std::vector<Match> matches = {TokenOf(rule, kFirst), TokenOf(rule, kOther),
                                TokenOf(rule, kEdited)};
  CHECK(TakeEditedTokens(matches).size() == 2);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].secret == kOther);
}

TEST_CASE("one token at two places, tokens of two formats and proved ones stay") {
  Rules rules;
  const Rule& rule = rules.Add("shop-token");
  const Rule& other = rules.Add("till-token");
  std::vector<Match> same = {TokenOf(rule, kFirst), TokenOf(rule, kFirst)};
  CHECK(TakeEditedTokens(same).empty());
  std::vector<Match> two = {TokenOf(rule, kFirst), TokenOf(other, kEdited)};
  CHECK(TakeEditedTokens(two).empty());
  std::vector<Match> proved = {TokenOf(rule, kFirst), TokenOf(rule, kEdited)};
  proved[0].proved = proved[1].proved = true;
  CHECK(TakeEditedTokens(proved).empty());
}

}  // namespace
}  // namespace gonogo
