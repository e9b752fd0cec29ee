#include "analyzer/rulebook/strict_yaml.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace gonogo {
namespace {

/// All mistakes of a text, "line:column: message" a line.
std::string MistakesOf(std::string_view text) {
  MistakeList list("f");
  ParseStrictYaml(text, list);
  std::string all;
  for (const Mistake& mistake : std::move(list).Take()) {
    if (!all.empty()) all += "\n";
    all += Describe(mistake).substr(2);
  }
  return all;
}

YamlNode Parse(std::string_view text) {
  MistakeList list("f");
  YamlNode node = ParseStrictYaml(text, list);
  INFO(text);
  CHECK(list.empty());
  return node;
}

TEST_CASE("strict yaml knows the place of every key and value") {
  const YamlNode root = Parse("a: 1\nlong:\n  - x\n  - {k: \"v\"}\nempty:\n\nblock: |\n  text\n");
  REQUIRE(root.entries.size() == 4);
  CHECK(root.entries[1].place.line == 2);
  const YamlNode& list = root.entries[1].value;
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].place.line == 3);
  CHECK(list.items[0].place.column == 5);
  const YamlNode* v = list.items[1].Find("k");
  REQUIRE(v);
  CHECK(v->text == "v");
  CHECK_FALSE(v->plain);
  CHECK(v->place.column == 9);
  CHECK(root.Find("empty")->type == YamlType::kNull);
  CHECK(root.Find("empty")->place.line == 5);
  CHECK(root.Find("block")->text == "text\n");
}

TEST_CASE("strict yaml refuses what makes a file say more or less than it seems to") {
  struct Row {
    std::string text, mistakes;
  };
  const std::vector<Row> rows = {
      {"a: 1\nb: 2\na: 3\n", "3:1: duplicate key \"a\""},
      {"a: {x: 1, x: 2}\n", "1:11: duplicate key \"x\""},
      {"a: &n 1\nb: *n\n",
       "1:4: an anchor (&name); write each value out\n2:4: an alias (*name); write the value out"},
      {"a: !!str 1\n", "1:4: a tag (tag:yaml.org,2002:str); values have no tags here"},
      {"a: 1\n---\nb: 2\n", "2:1: a second document; a file holds one"},
      {"? [x]\n: 1\n", "1:3: a key must be a plain word"},
      {"a: \"\xff\"\n", "1:5: not valid UTF-8"},
      {std::string("a: \0b\n", 6), "1:4: control character 0x00"},
      {"a:\n\tb: 1\n", "2:1: a tab in the indentation; YAML is indented by blanks"},
      {"a: [1\n", "2:1: not valid YAML: end of sequence flow not found"},
      {"\xEF\xBB\xBF"
       "a: 1\na: 1\n",
       "2:1: duplicate key \"a\""},
      {"a: 1\r\na: 1\r\n", "2:1: duplicate key \"a\""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(MistakesOf(row.text) == row.mistakes);
  }
}

TEST_CASE("strict yaml survives depth and size") {
  CHECK(MistakesOf(std::string(64, '[') + std::string(64, ']')) == "");
  CHECK(MistakesOf(std::string(65, '[') + std::string(65, ']')) ==
        "1:65: nested deeper than 64 levels");
  CHECK(MistakesOf(std::string(100000, '[')) != "");
  CHECK(MistakesOf(std::string(500000, '{')) != "");
  std::string dashes;
  for (int i = 0; i < 100000; ++i) dashes += "- ";
  CHECK(MistakesOf(dashes) != "");
  CHECK(MistakesOf("a: \"" + std::string(1 << 20, 'x') + "\"\n") ==
        "1:1: larger than 1048576 bytes");
}

TEST_CASE("the list of mistakes ends") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a: 1\n";
  MistakeList list("f");
  ParseStrictYaml(text, list);
  CHECK(list.full());
  const std::vector<Mistake> mistakes = std::move(list).Take();
  REQUIRE(mistakes.size() == 101);
  CHECK(mistakes.back().message == "and more mistakes, which are not listed");
}

TEST_CASE("a text without any node is empty") {
  CHECK(Parse("").type == YamlType::kNull);
  CHECK(Parse("# only a comment\n").type == YamlType::kNull);
}

TEST_CASE("tabs inside a block of text are text") {
  CHECK(Parse("a: |\n  x:\n  \ty\n").Find("a")->text == "x:\n\ty\n");
}

}  // namespace
}  // namespace gonogo
