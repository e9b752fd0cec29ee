#include "analyzer/parse/json.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

ConfigTree Parse(std::string_view text, JsonDialect dialect = JsonDialect::kStrict) {
  JsonOptions options;
  options.dialect = dialect;
  return ParseJson(text, options);
}

TEST_CASE("JSON becomes a tree") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"1", "1"},
      {"{}", "{}"},
      {"[]", "[]"},
      {"{\"a\": 1, \"b\": [true, false, null, -1.5e+3, \"x\"]}",
       "{\"a\": 1, \"b\": [true, false, null, -1.5e+3, \"x\"]}"},
      {"[[[]], {\"a\": {}}]", "[[[]], {\"a\": {}}]"},
      {"{\"a\": 1, \"a\": 2}", "{\"a\": 1, \"a\"#2: 2}"},
      {"\"\\u00e9\\n\\ud83d\\ude00\\/\\\"\"", "\"\xC3\xA9\\n\xF0\x9F\x98\x80/\"\""},
      {"\xEF\xBB\xBF{\"a\":\r\n1}\r\n", "{\"a\": 1}"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const ConfigTree tree = Parse(text);
    CheckTree(tree);
    CHECK(TreeText(tree) == expected);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("wider dialects of JSON are read, and noted where they are not allowed") {
  struct Row {
    std::string text, tree, strict, comments;
  };
  const std::vector<Row> rows = {
      {"{\"a\": 1, // b\n}", "{\"a\": 1}", "1:10 a comment, which this file may not have", ""},
      {"[1, /* b */ 2,]", "[1, 2]", "1:5 a comment, which this file may not have", ""},
      {"[1,]", "[1]", "1:4 a last comma, which this file may not have", ""},
      {"{a: 1}", "{a: 1}", "1:2 a key without quotes, which this file may not have",
       "1:2 a key without quotes, which this file may not have"},
      {"['a']", "[\"a\"]", "1:2 a string in single quotes, which this file may not have",
       "1:2 a string in single quotes, which this file may not have"},
      {"[0xFF, +1, .5, 5., Infinity, -NaN]", "[0xFF, +1, .5, 5., Infinity, -NaN]",
       "1:2 a number of JSON5, which this file may not have",
       "1:2 a number of JSON5, which this file may not have"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto first = [&](JsonDialect dialect) {
      const ConfigTree tree = Parse(row.text, dialect);
      CheckTree(tree);
      CHECK(TreeText(tree) == row.tree);
      const std::vector<std::string> errors = ErrorTexts(tree);
      return errors.empty() ? std::string() : errors.front();
    };
    CHECK(first(JsonDialect::kStrict) == row.strict);
    CHECK(first(JsonDialect::kComments) == row.comments);
    CHECK(first(JsonDialect::kJson5).empty());
  }
}

TEST_CASE("broken JSON says where") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "1:1 no value"},
      {"{\"a\": 1", "1:8 a comma is missing"},
      {"{\"a\": 1,", "1:9 the text ends where '}' is missing"},
      {"{\"a\" 1}", "1:6 a colon is missing"},
      {"{\"a\": }", "1:7 a value is missing"},
      {"[1 2]", "1:4 a comma is missing"},
      {"[01]", "1:2 neither a string nor a number"},
      {"[truE]", "1:2 neither a string nor a number"},
      {"[\"a\n\"]", "1:4 a string without an end"},
      {"[1]]", "1:4 text behind the value"},
      {"[1}", "1:3 a value is missing"},
      {"{,}", "1:2 a key is missing"},
      {"/* a", "1:5 a comment without an end"},
      {std::string(100'000, '['), "1:257 nested deeper than 256 levels"},
      {"[\"\\q\"]", "1:3 an unknown escape, which this file may not have"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text.substr(0, 20));
    const ConfigTree tree = Parse(text, JsonDialect::kComments);
    CheckTree(tree);
    REQUIRE(!ErrorTexts(tree).empty());
    CHECK(ErrorTexts(tree).front() == expected);
  }
}

TEST_CASE("JSON knows places, comments and templates") {
  const ConfigTree tree =
      Parse("{\n  \"a\": \"b\", // c\n  \"d\": [1,\n    2]\n}\n", JsonDialect::kComments);
  CHECK(PlaceOf(tree, NodeAt(tree, "a")) == "2:8-2:11");
  CHECK(PlaceOf(tree, NodeAt(tree, "d")) == "3:8-4:7");
  CHECK(PlaceOf(tree, NodeAt(tree, "d.1")) == "4:5-4:6");
  CHECK(PlaceOf(tree, tree.root()) == "1:1-5:2");
  REQUIRE(tree.comments().size() == 1);
  CHECK(tree.comments()[0] == ConfigSpan{14, 18});

  JsonOptions options;
  options.templates = TemplateDialect::kGo;
  const ConfigTree made = ParseJson("{\"a\": {{ .b }}, \"c\": \"x{{ .d }}\"}", options);
  CHECK(TreeText(made) == "{\"a\": ?{{ .b }}, \"c\": ?\"x{{ .d }}\"}");
  CHECK(made.errors().empty());
}

}  // namespace
}  // namespace gonogo
