#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "analyzer/rulebook/rule_reader.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

constexpr std::string_view kItem = R"(id: C1
title: secrets
asks: No secret stands in code.
against: [secret-in-code]
decided_by: [python, yaml]
understood: [python]
)";

/// A demo token, joined here so that no scanner sees one.
std::string RawToken() { return std::string("demo") + "_k3x9q7w2m5p8r1t6v4zb"; }

RuleSet ReadAll(const std::map<std::string, std::string>& files,
                std::span<const Rule* const> known = {},
                std::span<const ChecklistItem> items = {}) {
  RuleReader reader;
  for (const auto& [path, text] : files) reader.Read(path, text);
  return std::move(reader).Finish(known, items);
}

std::string Mistakes(const std::map<std::string, std::string>& files) {
  return DescribeAll(ReadAll(files));
}

TEST_CASE("checklist items are read") {
  const RuleSet set = ReadAll({{"rules/checklist/C1.yaml", std::string(kItem)}});
  REQUIRE(DescribeAll(set) == "");
  REQUIRE(set.checklist.size() == 1);
  CHECK(set.rules.empty());
  const ChecklistItem& item = *set.checklist[0];
  CHECK(item.id == "C1");
  CHECK(item.against.size() == 1);
  CHECK(item.evidence.empty());
  REQUIRE(item.decided_by.size() == 2);
  CHECK(item.decided_by[1] == FileKind::kYaml);
}

TEST_CASE("only the folder of a file makes it an item") {
  const RuleSet set = ReadAll({{"/home/checklist/rules/r.yaml", std::string(kGoodRule)}});
  CHECK(set.rules.size() == 1);
  CHECK(set.checklist.empty());
}

TEST_CASE("checklist items are checked") {
  CHECK(
      Mistakes(
          {{"checklist/x.yaml",
            "id: c\ntitle: t\nasks: a\ndecided_by: c\nunderstood: [c, python]\nquestion: q\n"}}) ==
      "checklist/x.yaml:1:5: \"c\" is not a letter and a number, such as A2\n"
      "checklist/x.yaml:5:17: kind \"python\" is not in \"decided_by\"\n"
      "checklist/x.yaml:6:1: unknown key \"question\"; did you mean \"questions\"?\n");
  CHECK(Mistakes(
            {{"checklist/a.yaml", std::string(kItem)}, {"checklist/b.yaml", std::string(kItem)}}) ==
        "checklist/b.yaml:1:5: item \"C1\" exists already, in the checklist\n");
}

TEST_CASE("a rule's item must exist where a checklist is known") {
  const std::string other = GoodRuleWith("item: C1", "item: C7");
  CHECK(Mistakes({{"r.yaml", other}}) == "");
  CHECK(Mistakes({{"checklist/C1.yaml", std::string(kItem)}, {"r.yaml", other}}) ==
        "r.yaml:2:7: unknown item \"C7\"; the checklist has C1\n");
  const ChecklistItem item{.id = "C1",
                           .title = "",
                           .asks = "",
                           .against = {},
                           .evidence = {},
                           .questions = {},
                           .decided_by = {},
                           .understood = {},
                           .missing = {},
                           .measures = {}};
  CHECK(DescribeAll(ReadAll({{"r.yaml", other}}, {}, {&item, 1})) ==
        "r.yaml:2:7: unknown item \"C7\"; the checklist has C1\n");
}

TEST_CASE("ids are unique, also against former ones") {
  CHECK(Mistakes({{"a.yaml", std::string(kGoodRule)}, {"b.yaml", std::string(kGoodRule)}}) ==
        "b.yaml:1:5: rule \"demo-token\" exists already, in a.yaml\n");
  const std::string former = GoodRuleWith("id: demo-token", "id: other\nformerly: demo-token");
  CHECK(Mistakes({{"a.yaml", std::string(kGoodRule)}, {"b.yaml", former}}) ==
        "a.yaml:1:5: \"demo-token\" is a former id, in b.yaml; ids never change meaning\n"
        "b.yaml:2:11: \"demo-token\" is the id of a rule, in a.yaml\n");
}

TEST_CASE("rules of the user may replace, and speak over, known ones") {
  const RuleSet known = ReadOne(kGoodRule, "rules/known.yaml");
  CHECK(DescribeAll(ReadAll({{"mine.yaml", std::string(kGoodRule)}}, known.rules)) == "");
  const std::string over = GoodRuleWith("id: demo-token", "id: mine\nover: demo-token");
  CHECK(DescribeAll(ReadAll({{"mine.yaml", over}}, known.rules)) == "");
  const std::string wrong = GoodRuleWith("id: demo-token", "id: mine\nover: demo-tokn");
  CHECK(DescribeAll(ReadAll({{"mine.yaml", wrong}}, known.rules)) ==
        "mine.yaml:2:7: unknown rule \"demo-tokn\"; did you mean \"demo-token\"?\n");
}

TEST_CASE("a raw secret in any example is a mistake, a placeholder is not") {
  const std::string raw = GoodRuleWith("<<fake:github-token>>", RawToken());
  CHECK(Mistakes({{"r.yaml", raw}}) ==
        "r.yaml:20:5: the example holds what rule \"demo-token\" reports as a secret; write "
        "<<fake:NAME>> instead\n");
  const std::string in_ok = GoodRuleWith("os.environ[\"TOKEN\"]", RawToken());
  CHECK(Mistakes({{"r.yaml", in_ok}}) != "");
  const std::string placeholder =
      GoodRuleWith("os.environ[\"TOKEN\"]", "demo_xxxxxxxxxxxxxxxxxxxx");
  CHECK(Mistakes({{"r.yaml", placeholder}}) == "");
  const std::string allowed =
      GoodRuleWith("os.environ[\"TOKEN\"]", RawToken() + "\n# nothing more");
  CHECK(Mistakes({{"r.yaml",
                   std::string(allowed).replace(allowed.find("secret: token"), 13,
                                                "secret: token\n      allow: 'demo_k.*'")}}) == "");
}

TEST_CASE("a raw secret of a known rule is a mistake in rules of the user") {
  const RuleSet known = ReadOne(kGoodRule, "rules/known.yaml");
  std::string mine = GoodRuleWith("id: demo-token", "id: mine");
  mine.replace(mine.find("demo_[a-z0-9]{20}"), 17, "demo_[a-z]{20}");
  mine.replace(mine.find("os.environ[\"TOKEN\"]"), 19, RawToken());
  CHECK(DescribeAll(ReadAll({{"mine.yaml", mine}}, known.rules)) ==
        "mine.yaml:23:5: the example holds what rule \"demo-token\" reports as a secret; write "
        "<<fake:NAME>> instead\n");
}

TEST_CASE("the order of files changes nothing") {
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.yaml", GoodRuleWith("id: demo-token", "id: b-rule\nover: a-rule")},
      {"b.yaml", GoodRuleWith("id: demo-token", "id: a-rule\nover: b-rulee")},
  };
  RuleReader forward, backward;
  for (const auto& [path, text] : files) forward.Read(path, text);
  for (auto file = files.rbegin(); file != files.rend(); ++file)
    backward.Read(file->first, file->second);
  const RuleSet one = std::move(forward).Finish(), other = std::move(backward).Finish();
  CHECK(DescribeAll(one) == DescribeAll(other));
  REQUIRE(one.rules.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK(one.rules[i]->id == other.rules[i]->id);
}

}  // namespace
}  // namespace gonogo
