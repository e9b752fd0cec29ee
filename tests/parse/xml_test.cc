#include "analyzer/parse/xml.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

TEST_CASE("XML becomes a tree") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<a/>", "{a: ~}"},
      {"<a></a>", "{a: ~}"},
      {"<a> b &amp; c </a>", "{a: b & c}"},
      {"<?xml version=\"1.0\"?>\n<a><b>1</b><b>2</b><c/></a>", "{a: {b: 1, b: 2, c: ~}}"},
      {"<a x='1' y=\"&lt;\"/>", "{a: {@x: \"1\", @y: \"<\"}}"},
      {"<a x='1'>t<b/>u</a>", "{a: {@x: \"1\", #text: t, b: ~, #text: u}}"},
      {"<a><![CDATA[<x>]]></a>", "{a: <x>}"},
      {"<p:a xmlns:p='u'><p:b>1</p:b></p:a>", "{p:a: {@xmlns:p: \"u\", p:b: 1}}"},
      {"<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>\xC3\xA9</a>", "{a: \xC3\xA9}"},
      {"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xE9</a>", "{a: \xC3\xA9}"},
      {"\xEF\xBB\xBF<a>b</a>", "{a: b}"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const ConfigTree tree = ParseXml(text);
    CheckTree(tree);
    CHECK(TreeText(tree) == expected);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("hostile and broken XML is refused") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", "1:1 no element found"},
      {"<a>", "1:4 no element found"},
      {"<a></b>", "1:6 mismatched tag"},
      {"<a>&x;</a>", "1:4 undefined entity"},
      {deep, "1:383 nested deeper than 128 levels"},
      {"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
       "1:25 declares entities, which are not expanded"},
      {"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
       "1:52 declares entities, which are not expanded"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text.substr(0, 50));
    ParseLimits limits;
    limits.depth = 128;
    const ConfigTree tree = ParseXml(text, limits);
    CheckTree(tree);
    REQUIRE(ErrorTexts(tree).size() == 1);
    CHECK(ErrorTexts(tree).front() == expected);
  }
}

TEST_CASE("places in XML are those of names, values and texts") {
  const ConfigTree tree = ParseXml("<!-- c -->\n<a x=\"1\">\n  <b> t </b>\n</a>\n");
  CHECK(PlaceOf(tree, NodeAt(tree, "a.@x")) == "2:6-2:9");
  CHECK(PlaceOf(tree, NodeAt(tree, "a.b")) == "3:7-3:8");
  CHECK(PlaceOf(tree, tree.KeyOf(NodeAt(tree, "a.b"))) == "3:4-3:5");
  REQUIRE(tree.comments().size() == 1);
  CHECK(tree.comments()[0] == ConfigSpan{0, 10});
}

}  // namespace
}  // namespace gonogo
