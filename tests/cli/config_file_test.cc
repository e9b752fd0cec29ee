#include "analyzer/cli/config_file.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

constexpr std::string_view kConfig = R"(paths:
  exclude: [vendor/**, "*.min.js"]
rules:
  disable: [old-rule]
  noisy-rule: low
  loud-rule: high
gate: high
max_file_size: 20 MiB
ignore:
  - {path: data/keys.json, rule: demo-token, reason: made up for tests}
rules_dirs: [.gonogo/rules]
)";

Config Read(std::string_view text) {
  ConfigReading reading = ReadConfig(".gonogo.yaml", text);
  std::string all;
  for (const Mistake& mistake : reading.mistakes) all += Describe(mistake) + "\n";
  CHECK(all == "");
  return std::move(reading.config);
}

std::string Mistakes(std::string_view text) {
  std::string all;
  for (const Mistake& mistake : ReadConfig("c", text).mistakes) all += Describe(mistake) + "\n";
  return all;
}

std::vector<std::string> Narrowings(const Config& config, const RuleBook* book = nullptr) {
  std::vector<std::string> lines;
  for (const Narrowing& narrowing : NarrowingsOf(config, book)) {
    lines.push_back(std::to_string(narrowing.place.line) + ": " + narrowing.text);
  }
  return lines;
}

TEST_CASE("a config is read whole") {
  const Config config = Read(kConfig);
  REQUIRE(config.exclude.size() == 2);
  CHECK(config.exclude[1].value == "*.min.js");
  CHECK(config.exclude[1].place.column == 24);
  REQUIRE(config.rules.size() == 3);
  CHECK_FALSE(config.rules[0].on);
  CHECK(config.rules[1].on);
  CHECK(config.rules[1].severity == Severity::kLow);
  REQUIRE(config.gate);
  CHECK(config.gate->value == Severity::kHigh);
  REQUIRE(config.max_file_size);
  CHECK(config.max_file_size->value == 20u << 20);
  REQUIRE(config.ignore.size() == 1);
  CHECK(config.ignore[0].reason == "made up for tests");
  REQUIRE(config.rules_dirs.size() == 1);
}

TEST_CASE("an empty config changes nothing") {
  for (const std::string_view text : {"", "# only a comment\n", "---\n"}) {
    const Config config = Read(text);
    CHECK(Narrowings(config).empty());
    CHECK_FALSE(config.gate);
  }
}

TEST_CASE("mistakes of a config are told with their place") {
  struct Row {
    std::string text, mistakes;
  };
  const std::vector<Row> rows = {
      {"gate: hihg\npath: x\n",
       "c:1:7: unknown gate \"hihg\"; did you mean \"high\"?\n"
       "c:2:1: unknown key \"path\"; did you mean \"paths\"?\n"},
      {"rules: {a-rule: critical}\n",
       "c:1:17: unknown state \"critical\"; it is one of off, on, low, medium, high\n"},
      {"rules: {disable: a, a: on}\n", "c:1:21: rule \"a\" is set already, in line 1\n"},
      {"max_file_size: huge\n",
       "c:1:16: \"huge\" is no size; write bytes, or a number with KB, MB, KiB or MiB\n"},
      {"ignore: [{path: a, rule: b}]\n", "c:1:10: missing key \"reason\"\n"},
      {"ignore: [{path: a, rule: b, reason: c, key: d}]\n",
       "c:1:45: \"key\" is not supported yet; without it the suppression holds for the whole "
       "file\n"},
      {"paths: {exclude: [\"!a\"]}\n",
       "c:1:19: \"!a\" begins with \"!\"; a glob here cannot take back another\n"},
      {"attestations: []\n",
       "c:1:1: unknown key \"attestations\"; it is one of paths, rules, gate, max_file_size, "
       "ignore, rules_dirs\n"},
      {"- a\n", "c:1:1: the file must be a map, not a list\n"},
      {"gate: low\ngate: none\n", "c:2:1: duplicate key \"gate\"\n"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Mistakes(row.text) == row.mistakes);
  }
}

TEST_CASE("an untrusted tree may narrow, but not lower the bar") {
  Config config = Read(kConfig);
  std::vector<Notice> notices;
  ApplyTrust(config, false, notices);
  REQUIRE(notices.size() == 3);
  CHECK(notices[0].line == 7);
  CHECK(notices[0].path == ".gonogo.yaml");
  CHECK(
      notices[0].message ==
      "gate \"high\" is not used, it would let more pass; use --trust-tree if you trust this tree");
  CHECK(notices[1].line == 8);
  CHECK(notices[2].message ==
        "rules in \".gonogo/rules\" are not used; use --trust-tree if you trust this tree");
  CHECK_FALSE(config.gate);
  CHECK_FALSE(config.max_file_size);
  CHECK(config.rules_dirs.empty());
  CHECK(config.exclude.size() == 2);
}

TEST_CASE("a stricter gate and a smaller size need no trust") {
  Config config = Read("gate: low\nmax_file_size: 1MB\n");
  std::vector<Notice> notices;
  ApplyTrust(config, false, notices);
  CHECK(notices.empty());
  CHECK(config.gate);
  CHECK(Narrowings(config) == std::vector<std::string>{"2: leaves out files above 1000000 bytes"});
}

TEST_CASE("a trusted tree keeps all, and no gate at all is the highest") {
  Config config = Read("gate: none\nrules_dirs: x\n");
  std::vector<Notice> notices;
  ApplyTrust(config, true, notices);
  CHECK(notices.empty());
  CHECK(config.rules_dirs.size() == 1);
  CHECK(Narrowings(config) == std::vector<std::string>{"1: raises the gate to none"});
  ApplyTrust(config, false, notices);
  CHECK_FALSE(config.gate);
}

TEST_CASE("every narrowing is told with its line") {
  CHECK(Narrowings(Read(kConfig)) ==
        std::vector<std::string>{
            "2: excludes \"vendor/**\"", "2: excludes \"*.min.js\"",
            "4: turns off rule \"old-rule\"", "5: sets rule \"noisy-rule\" to low",
            "6: sets rule \"loud-rule\" to high", "7: raises the gate to high",
            "10: ignores rule \"demo-token\" in \"data/keys.json\": made up for tests"});
}

TEST_CASE("only lowered severities narrow, where the rules are known") {
  RuleBook book;
  RuleSet set = ReadOne(GoodRuleWith("severity: high", "severity: medium"));
  book.Add(set.rules, std::move(set.storage));
  CHECK(Narrowings(Read("rules: {demo-token: low}\n"), &book) ==
        std::vector<std::string>{"1: lowers rule \"demo-token\" to low"});
  CHECK(Narrowings(Read("rules: {demo-token: medium}\n"), &book).empty());
  CHECK(Narrowings(Read("rules: {demo-token: high}\n"), &book).empty());
  CHECK(Narrowings(Read("rules: {demo-token: on}\n"), &book).empty());
}

TEST_CASE("unknown rules in a config are mistakes") {
  RuleBook book;
  RuleSet set = ReadOne(GoodRuleWith("id: demo-token", "id: demo-token\nformerly: first-demo"));
  book.Add(set.rules, std::move(set.storage));
  const Config config = Read(
      "rules: {demo-tokn: off, first-demo: off}\nignore: {path: a, rule: nope-nope, reason: b}\n");
  const std::vector<Mistake> mistakes = CheckConfigRules(config, book);
  REQUIRE(mistakes.size() == 2);
  CHECK(Describe(mistakes[0]) ==
        ".gonogo.yaml:1:9: unknown rule \"demo-tokn\"; did you mean \"demo-token\"?");
  CHECK(mistakes[1].message == "unknown rule \"nope-nope\"");
}

TEST_CASE("the nearest config upward is found, never above the root") {
  const MemoryTree tree(
      {{".gonogo.yaml", ""}, {"a/b/.gonogo.yaml", ""}, {"a/b/c/x.py", ""}, {"a/y.py", ""}});
  CHECK(FindConfig(tree, "a/b/c/x.py") == "a/b/.gonogo.yaml");
  CHECK(FindConfig(tree, "a/b") == "a/b/.gonogo.yaml");
  CHECK(FindConfig(tree, "a/y.py") == ".gonogo.yaml");
  CHECK(FindConfig(tree, "") == ".gonogo.yaml");
  CHECK(FindConfig(tree, "not/there") == ".gonogo.yaml");
  CHECK_FALSE(
      FindConfig(MemoryTree(std::map<std::string, std::string>{{"a/b/.gonogo.yaml", ""}}), "a")
          .has_value());
}

TEST_CASE("sizes") {
  struct Row {
    std::string text;
    std::optional<std::uint64_t> size;
  };
  const std::vector<Row> rows = {
      {"1", 1},
      {"10MB", 10'000'000},
      {"10 MiB", 10u << 20},
      {"3k", 3000},
      {"2GiB", 2ull << 30},
      {"0", {}},
      {"", {}},
      {"-1", {}},
      {"1.5MB", {}},
      {"1 TB", {}},
      {"99999999999999999999", {}},
      {"18446744073709551615KB", {}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(ParseSize(row.text) == row.size);
  }
}

}  // namespace
}  // namespace gonogo
