#include "analyzer/parse/toml.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

TEST_CASE("TOML becomes one tree of tables") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "{}"},
      {"a = 1\nb = \"x\\ty\" # c\n'd e' = 'f\\g'\n", "{a: 1, b: \"x\\ty\", \"d e\": \"f\\g\"}"},
      {"[a]\nb = 1\n[a.c]\nd = 2\n[e]\n[a.f]\n", "{a: {b: 1, c: {d: 2}, f: {}}, e: {}}"},
      {"a.b.c = 1\na.b.d = 2\na.e = 3\n", "{a: {b: {c: 1, d: 2}, e: 3}}"},
      {"[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3\n[[a.e]]\n",
       "{a: [{b: 1}, {b: 2, c: {d: 3}, e: [{}]}]}"},
      {"a = [1, [2,\n 3], # b\n {c = 4, d.e = 5}, ]\n", "{a: [1, [2, 3], {c: 4, d: {e: 5}}]}"},
      {"a = {}\nb = [\n]\n", "{a: {}, b: []}"},
      {"a = \"\"\"\nx\\\n   y\"\"\"\"\nb = '''\nz'''\n", "{a: \"xy\"\", b: \"z\"}"},
      {"a = 1_000\nb = 0xFF\nc = -1.5e3\nd = inf\ne = 1979-05-27T07:32:00Z\nf = 1979-05-27 "
       "07:32:00\n"
       "g = 07:32:00\nh = true\n",
       "{a: 1_000, b: 0xFF, c: -1.5e3, d: inf, e: 1979-05-27T07:32:00Z, f: 1979-05-27 07:32:00, "
       "g: 07:32:00, h: true}"},
      {"[ a . \"b.c\" ]\r\nd=1\r\n", "{a: {\"b.c\": {d: 1}}}"},
      {"[a.b]\nc = 1\n[a]\nd = 2\n", "{a: {b: {c: 1}, d: 2}}"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const ConfigTree tree = ParseToml(text);
    CheckTree(tree, NodeOrder::kOfTables);
    CHECK(TreeText(tree) == expected);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("what is wrong in TOML has a place") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a\n", "1:2 '=' is missing"},
      {"a = \n", "1:5 not a value of TOML"},
      {"a = 01\n", "1:5 not a value of TOML"},
      {"a = 1_\n", "1:5 not a value of TOML"},
      {"a = \"b\n", "1:5 a string without an end or with a wrong escape"},
      {"a = \"\\q\"\n", "1:5 a string without an end or with a wrong escape"},
      {"a = 1 b\n", "1:7 text behind the value"},
      {"[a\n", "1:3 a header without ']'"},
      {"a = [1 2]\n", "1:8 a comma or ']' is missing"},
      {"a = {b = 1,}\n", "1:12 a key is missing"},
      {"a = 1\na = 2\n", "2:1 \"a\" is defined twice"},
      {"[a]\n[a]\n", "2:2 \"a\" is defined twice"},
      {"a = 1\n[a.b]\n", "2:2 \"a\" is no table"},
      {"a = {b = 1}\n[a.c]\n", "2:2 \"a\" is closed: nothing can be added"},
      {"a = " + std::string(100'000, '['), "1:262 too many values, or too deep"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text.substr(0, 40));
    const ConfigTree tree = ParseToml(text);
    REQUIRE(!ErrorTexts(tree).empty());
    CHECK(ErrorTexts(tree).front() == expected);
  }
}

TEST_CASE("places in TOML are those of the value") {
  const ConfigTree tree = ParseToml("# c\n[a]\nb = \"x\"\nc = [1, 2]\n");
  CHECK(PlaceOf(tree, NodeAt(tree, "a.b")) == "3:5-3:8");
  CHECK(PlaceOf(tree, NodeAt(tree, "a.c.1")) == "4:9-4:10");
  CHECK(PlaceOf(tree, NodeAt(tree, "a")) == "2:1-4:11");
  CHECK(tree.comments().size() == 1);
}

}  // namespace
}  // namespace gonogo
