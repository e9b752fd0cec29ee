#include "analyzer/engines/text/literals.h"

#include <re2/re2.h>

#include <catch2/catch.hpp>
#include <span>

#include "analyzer/engines/text/picked_literals.h"
#include "analyzer/engines/text/regex_options.h"
#include "analyzer/rulebook/rule_book.h"
#include "tests/engines/text/test_rules.h"

namespace gonogo {
namespace {

const Literal& OnlyKeyword(const std::vector<Literal>& literals) {
  REQUIRE(literals.size() == 2);  // the other is that of suppressions
  return literals[literals[0].suppression ? 1 : 0];
}

TEST_CASE("a keyword minds case where its regex does", "[literals]") {
  CHECK(MindsCase("AKIA", "AKIA[A-Z0-9]{16}"));
  CHECK(MindsCase("SG.", "\\bSG\\.[A-Za-z]+"));
  CHECK_FALSE(MindsCase("akia", "AKIA[A-Z0-9]{16}"));
  CHECK_FALSE(MindsCase("AKIA", "(?:AKIA|akia)[A-Z0-9]{16}"));
  CHECK_FALSE(MindsCase("AKIA", "(?i)AKIA[A-Z0-9]{16}"));
  CHECK_FALSE(MindsCase("AKIA", "AKIA(?i:[a-z]+)"));
  CHECK_FALSE(MindsCase("ghp_", "gh[ps]_[0-9]+"));  // nothing shows that it is the only case
  CHECK_FALSE(MindsCase("password", ""));           // an assignment
}

TEST_CASE("a keyword is looked for in one case only where all its rules mind it", "[literals]") {
  const TextRule strict("a", {"AKIA"}, "AKIA[A-Z]{4}");
  const TextRule loose("b", {"AKIA"}, "(?i)akia-[a-z]{4}");
  const TextRule other("c", {"akia"}, "akia_[a-z]{4}");
  const std::vector<const Rule*> one = {&strict.rule};
  const std::vector<const Rule*> both = {&strict.rule, &loose.rule};
  const std::vector<const Rule*> spelled = {&strict.rule, &other.rule};
  CHECK(OnlyKeyword(KeywordLiteralsOf(one, KindGroup::kOther)).text == "AKIA");
  CHECK_FALSE(OnlyKeyword(KeywordLiteralsOf(one, KindGroup::kOther)).caseless);
  for (const auto& rules : {both, spelled}) {
    const std::vector<Literal> literals = KeywordLiteralsOf(rules, KindGroup::kOther);
    CHECK(OnlyKeyword(literals).text == "akia");
    CHECK(OnlyKeyword(literals).caseless);
    CHECK(OnlyKeyword(literals).clauses.size() == 2);
  }
  CHECK(ScanWith(both, "AKIAXYZW akia-abcd AKIA-abcd").matches.size() == 3);
  CHECK(ScanWith(spelled, "AKIAXYZW akia_abcd AKIA_abcd").matches.size() == 2);
}

TEST_CASE("a database for one case does not serve rules that want all", "[literals]") {
  const TextRule strict("a", {"AKIA"}, "AKIA[A-Z]{4}");
  const TextRule loose("b", {"AKIA"}, "(?i)akia-[a-z]{4}");
  const std::vector<const Rule*> one = {&strict.rule};
  const std::vector<const Rule*> both = {&strict.rule, &loose.rule};
  const auto count = [](std::vector<const Rule*> rules, std::string_view database) {
    const auto engine = MakeTextEngine(rules, database, 1, {});
    REQUIRE(engine);
    return Scan(**engine, "AKIAXYZW akia-abcd").matches.size();
  };
  const Result<std::string> of_one = CompileKeywords(one, {});
  const Result<std::string> of_both = CompileKeywords(both, {});
  REQUIRE(of_one);
  REQUIRE(of_both);
  CHECK(count(both, *of_one) == 2);
  CHECK(count(one, *of_both) == 1);
}

TEST_CASE("keywords with one head are told apart behind it", "[literals]") {
  const TextRule whole("whole", {"AuthorizationKey"}, "(?i)authorizationkey=[a-z]+");
  const TextRule part("part", {"authorization"}, "(?i)authorization[a-z]*[=:][a-z]+");
  const TextRule strict("strict", {"Authorization_"}, "Authorization_[a-z]+");
  const std::vector<const Rule*> rules = {&whole.rule, &part.rule, &strict.rule};
  CHECK(HeadsOf(KeywordLiteralsOf(rules, KindGroup::kOther)).size() ==
        3);  // one with its case, one without, "gonogo:i"
  CHECK(ScanWith(rules, "AUTHORIZATIONKEY=x").matches.size() == 2);
  CHECK(ScanWith(rules, "authorization:x Authorization_x").matches.size() == 2);
  CHECK(ScanWith(rules, "AUTHORIZATION_x authorizatio").matches.empty());
  CHECK(ScanWith(rules, "authorization: x\nauthorizationKey=x authorizationKey=y").matches.size() ==
        4);
}

TEST_CASE("no regex of a rule is dear to compile", "[literals]") {
  // One of 6,000 instructions takes some 30 ms, which a run over one small file pays where its
  // keyword stands. What makes them large is {n,1000}: the window bounds a match as well, so {n,}
  // does.
  for (const Rule& rule : EmbeddedRules().rules) {
    const Rule* const one = &rule;
    for (const ClauseOfRule& clause : ClausesOf(std::span(&one, 1))) {
      const RE2 regex(clause.alternative->text.regex, RuleRegexOptions());
      INFO(rule.id);
      CHECK(regex.ProgramSize() < 4200);
    }
  }
}

}  // namespace
}  // namespace gonogo
