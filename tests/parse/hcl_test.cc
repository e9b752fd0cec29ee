#include "analyzer/parse/hcl.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

TEST_CASE("HCL becomes a tree") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "{}"},
      {"a = 1\nb = true # c\nc = \"x\\ny\"\nd = -1.5\n", "{a: 1, b: true, c: \"x\\ny\", d: -1.5}"},
      {"resource \"t\" \"n\" {\n  a = 1\n  lifecycle {\n    b = 2\n  }\n}\n",
       "{resource: {\"t\": {\"n\": {a: 1, lifecycle: {b: 2}}}}}"},
      {"b {}\nb {}\nc { d = 1 }\n", "{b: {}, b: {}, c: {d: 1}}"},
      {"a = [1, \"b\", [c.d], {e = 1}, ]\n", "{a: [1, \"b\", [?c.d], {e: 1}]}"},
      {"a = {\n  b = 1\n  \"c\" : 2, d = [\n    3,\n  ]\n  (e) = 4\n}\n",
       "{a: {b: 1, \"c\": 2, d: [3], ?(e): 4}}"},
      {"a = var.x ? 1 : 2\nb = f(1, [2])\nc = [for x in y : x]\nd = {for k, v in y : k => v}\n",
       "{a: ?var.x ? 1 : 2, b: ?f(1, [2]), c: ?[for x in y : x], d: ?{for k, v in y : k => v}}"},
      {"a = \"x-${b[\"c\"]}\"\nd = \"$${e}\"\n", "{a: ?\"x-${b[\"c\"]}\", d: \"${e}\"}"},
      {"a = <<EOF\nx\n  y\nEOF\nb = <<-E\n    x\n     y\n  E\n",
       "{a: \"x\\n  y\\n\", b: \"x\\n y\\n\"}"},
      {"a = <<EOF\nx\nEOF \t\nb = 1\n", "{a: \"x\\n\", b: 1}"},
      {"a = <<EOF\n${x}\nEOF\n", "{a: ?<<EOF\\n${x}\\nEOF}"},
      {"a = 1 + 2\nb = -c\nd = [1][0]\n", "{a: ?1 + 2, b: ?-c, d: ?[1][0]}"},
      {"a = (\n  b\n)\nc = 1 // d\n/* e\n*/ f = 2\n", "{a: ?(\\n  b\\n), c: 1, f: 2}"},
      {"a = [\n  1\n  ,\n  2 # b\n]\r\n", "{a: [1, 2]}"},
      {"job \"a\" {\n  group \"b\" { count = 2 }\n}\n",
       "{job: {\"a\": {group: {\"b\": {count: 2}}}}}"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const ConfigTree tree = ParseHcl(text);
    CheckTree(tree);
    CHECK(TreeText(tree) == expected);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("broken HCL says where") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a = \n", "1:5 a value is missing"},
      {"a\n", "1:2 neither '=' nor a block"},
      {"a {\n", "1:3 a bracket without its end"},
      {"}\n", "1:1 a bracket that closes nothing"},
      {"a = \"b\n", "1:5 a string without an end"},
      {"a = <<E\nb\n", "1:5 a heredoc without an end"},
      {"= 1\n", "1:1 a name is missing"},
      {"a = {b}\n", "1:7 '=' is missing"},
      {"/* a", "1:5 a comment without an end"},
      {"a = " + std::string(100'000, '[') + std::string(100'000, ']'),
       "1:260 nested deeper than 256 levels"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text.substr(0, 40));
    const ConfigTree tree = ParseHcl(text);
    CheckTree(tree);
    REQUIRE(!ErrorTexts(tree).empty());
    CHECK(ErrorTexts(tree).front() == expected);
  }
}

TEST_CASE("places in HCL are those of names and values") {
  const ConfigTree tree = ParseHcl("resource \"t\" \"n\" {\n  a = \"b\"\n}\n");
  CHECK(PlaceOf(tree, NodeAt(tree, "resource.t.n.a")) == "2:7-2:10");
  CHECK(PlaceOf(tree, NodeAt(tree, "resource.t.n")) == "1:18-3:2");
  CHECK(PlaceOf(tree, tree.KeyOf(NodeAt(tree, "resource.t.n"))) == "1:14-1:17");
}

}  // namespace
}  // namespace gonogo
