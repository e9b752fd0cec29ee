#include "analyzer/parse/yaml.h"

#include <catch2/catch.hpp>
#include <ctime>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

struct Row {
  std::string text;
  std::string tree;
};

ConfigTree Plain(std::string_view text) {
  YamlOptions options;
  options.dialect = TemplateDialect::kNone;
  return ParseYaml(text, options);
}

TEST_CASE("YAML becomes a tree that keeps what was written") {
  const std::vector<Row> rows = {
      {"", "-"},
      {"# nothing\n", "-"},
      {"a: 1\n", "{a: 1}"},
      {"a: on\nb: 010\nc: ~\nd: null\n", "{a: on, b: 010, c: ~, d: null}"},
      {"a:\nb:\n", "{a: ~, b: ~}"},
      {"- a\n-\n- [b, {c: d}]\n", "[a, ~, [b, {c: d}]]"},
      {"a: 'it''s'\nb: \"x\\ny\"\nc: \"plain\"\n", "{a: \"it's\", b: \"x\\ny\", c: \"plain\"}"},
      {"a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n", "{a: \"x\\n y\\n\\nz\\n\", b: \"x y\"}"},
      {"a: x\n  y\n  z\n", "{a: x y z}"},
      {"a: !Ref b\nc: !!str 1\n", "{a: !Ref b, c: !!str 1}"},
      {"a: !reset\nb: !override\n  - x\n", "{a: !reset ~, b: !override [x]}"},
      {"a: &x 1\nb: *x\n", "{a: &x 1, b: *x}"},
      {"a: &x # why\n  b: 1\nc: *x\n", "{a: &x {b: 1}, c: *x}"},
      {"a: 1\nb: 2\na: 3\n", "{a: 1, b: 2, a#2: 3}"},
      {"? [a, b]\n: c\n? d\n", "{[a, b]: c, d: ~}"},
      {"on:\n  push:\n'on': 1\n", "{on: {push: ~}, \"on\"#2: 1}"},
      {"a: 1\n---\nb: 2\n...\n---\n", "{a: 1} --- {b: 2} --- ~"},
      {"--- a\n--- |\n  b\n", "a --- \"b\\n\""},
      {"%YAML 1.1\n---\na: 1\n...\n%YAML 1.1\n---\nb: 1\n", "{a: 1} --- {b: 1}"},
      {"a: 1\r\nb: |\r\n  x\r\n  y\r\n", "{a: 1, b: \"x\\ny\\n\"}"},
      {"\xEF\xBB\xBF"
       "a: 1\n",
       "{a: 1}"},
      {"\xC3\xA9: \xF0\x9F\x98\x80\nb: 2\n", "{\xC3\xA9: \xF0\x9F\x98\x80, b: 2}"},
      {"a: ${{ b }}\nc: 'x {{ y }}'\n", "{a: ${{ b }}, c: \"x {{ y }}\"}"},
      {"{\"a\": 1, \"b\": [true, null]}", "{\"a\": 1, \"b\": [true, null]}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ConfigTree tree = ParseYaml(row.text);
    CheckTree(tree);
    CHECK(TreeText(tree) == row.tree);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("an error in YAML costs its document only") {
  struct Broken {
    std::string text, tree, error;
  };
  const std::vector<Broken> rows = {
      {"a: 1\n---\nb: [1\n---\nc: 3\n", "{a: 1} --- error --- {c: 3}",
       "4:1 did not find expected ',' or ']', while parsing a flow sequence"},
      {"a:\n\tb: 1\n---\nc: 3\n", "error --- {c: 3}",
       "2:1 a tab stands where YAML allows blanks only"},
      {"a: 1\n---\nb: \xE9 x\n---\nc: 3\n", "{a: 1} --- error --- {c: 3}",
       "3:4 invalid trailing UTF-8 octet"},
      {std::string("a: 1\n---\n\0\n---\nc: 3\n", 20), "{a: 1} --- error --- {c: 3}",
       "3:1 control characters are not allowed"},
      {"a: *x\n---\nx: &x 1\n---\nb: *x\n", "error --- {x: &x 1} --- error",
       "1:4 no anchor \"x\" stands before this alias"},
      {"a: &x [*x]\n", "error", "1:8 the alias \"x\" stands within its own anchor"},
      {"a: &x\n  <<: *x\n", "error", "2:7 the alias \"x\" stands within its own anchor"},
      {"a: 'b\n", "error", "2:1 found unexpected end of stream, while scanning a quoted scalar"},
  };
  for (const Broken& row : rows) {
    CAPTURE(row.text);
    const ConfigTree tree = Plain(row.text);
    CheckTree(tree);
    CHECK(TreeText(tree) == row.tree);
    REQUIRE(!ErrorTexts(tree).empty());
    CHECK(ErrorTexts(tree).front() == row.error);
  }
}

TEST_CASE("places in YAML are those of the value") {
  const std::string text =
      "a: &x !t  b # c\n"
      "d:\n"
      "  - e: 'f'\n"
      "    g: |\n"
      "      h\n"
      "      i\n"
      "\n"
      "  - {j: k}\n"
      "\xC3\xA9: \"\xC3\xBC\" # l\n"
      "m:\n";
  const ConfigTree tree = Plain(text);
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"a", "1:11-1:12"},    {"d", "3:3-8:11"},       {"d.0", "3:5-6:8"},
      {"d.0.e", "3:8-3:11"}, {"d.0.g", "4:8-6:8"},    {"d.1", "8:5-8:11"},
      {"d.1.j", "8:9-8:10"}, {"\xC3\xA9", "9:5-9:9"}, {"m", "10:3-10:3"},
  };
  for (const auto& [path, place] : rows) {
    CAPTURE(path);
    CHECK(PlaceOf(tree, NodeAt(tree, path)) == place);
  }
  REQUIRE(tree.comments().size() == 2);
  CHECK(text.substr(tree.comments()[0].begin, 3) == "# c");
  CHECK(text.substr(tree.comments()[1].begin, 3) == "# l");
  REQUIRE(tree.properties().size() == 1);
  CHECK(tree.properties()[0].span == ConfigSpan{3, 8});
}

TEST_CASE("comments are what no scalar holds") {
  const ConfigTree tree =
      Plain("# 1\na: b#c # 2\nd: 'e # f' # 3\ng: | # 4\n  h # i\n # 5\nj: [k, # 6\n  l]\n# 7\n");
  std::string found;
  for (const ConfigSpan& comment : tree.comments()) {
    found += tree.text().substr(comment.begin, comment.end - comment.begin);
  }
  CHECK(found == "# 1# 2# 3# 4# 5# 6# 7");
}

TEST_CASE("bytes of a scalar's text are found in the file") {
  const std::string text = "a: |\n    one\n    two\nb: \"x\\ty\"\nc: >\n  p\n  q\nd: 'r s'\n";
  const ConfigTree tree = Plain(text);
  const auto byte = [&](std::string_view path, std::string_view part) {
    const NodeIndex node = NodeAt(tree, path);
    return text.substr(tree.ByteOfText(node, tree.Text(node).find(part)), part.size());
  };
  CHECK(byte("a", "one") == "one");
  CHECK(byte("a", "two") == "two");
  CHECK(byte("b", "y") == "y");
  CHECK(byte("c", "q") == "q");
  CHECK(byte("d", "s") == "s");
}

TEST_CASE("merge keys are looked up with where they come from") {
  const std::string text =
      "base: &base {x: 1, y: 2}\n"
      "more: &more {<<: *base, y: 3, z: 4}\n"
      "a: {<<: *more, x: 5}\n"
      "b:\n"
      "  <<: [*base, *more]\n"
      "c: {'<<': *base}\n";
  const ConfigTree tree = Plain(text);
  const auto look = [&](std::string_view path, std::string_view key) -> std::string {
    const auto entry = FindEntry(tree, NodeAt(tree, path), key);
    if (!entry) return "none";
    const std::string via = entry->via == kNoNode ? "" : " via " + PlaceOf(tree, entry->via);
    return std::string(tree.Text(entry->value)) + via;
  };
  CHECK(look("a", "x") == "5");
  CHECK(look("a", "y") == "3 via 3:9-3:14");
  CHECK(look("a", "z") == "4 via 3:9-3:14");
  CHECK(look("more", "x") == "1 via 2:18-2:23");
  CHECK(look("b", "y") == "2 via 5:8-5:13");
  CHECK(look("b", "z") == "4 via 5:15-5:20");
  CHECK(look("c", "x") == "none");
  CHECK(look("b", "w") == "none");
  std::uint64_t budget = 100;
  CHECK(EntriesOf(tree, NodeAt(tree, "a"), budget).size() == 3);
  budget = 2;
  CHECK(EntriesOf(tree, NodeAt(tree, "a"), budget).size() <= 2);
}

TEST_CASE("keys of a large map are found, and its duplicates") {
  std::string text;
  for (int i = 0; i < 1000; ++i)
    text += "key" + std::to_string(i % 999) + ": " + std::to_string(i) + "\n";
  const ConfigTree tree = Plain(text);
  CheckTree(tree);
  CHECK(tree.Text(NodeAt(tree, "key0")) == "999");
  CHECK(tree.Text(NodeAt(tree, "key500")) == "500");
  CHECK(NodeAt(tree, "key999") == kNoNode);
  CHECK(tree.KeysNamed(tree.root(), "key0").size() == 2);
  CHECK(tree.node(tree.KeyNamed(tree.root(), "key0")).Is(kIsDuplicate));
}

TEST_CASE("a comment behind an anchor ends at each break of YAML 1.1") {
  for (const std::string_view line_break :
       {"\n", "\r", "\r\n", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
    std::string text = "&map #one";
    text += line_break;
    text += "#two";
    text += line_break;
    text += "key: &value #three";
    text += line_break;
    text += " given";
    const ConfigTree tree = Plain(text);
    CHECK(ErrorTexts(tree).empty());
    CheckTree(tree);
    CHECK(tree.node(tree.root()).begin == text.find("key"));
    CHECK(tree.node(NodeAt(tree, "key")).begin == text.find("given"));
    CHECK(tree.comments().size() == 3);
  }
}

TEST_CASE("repeated anchors and many aliases are allowed") {
  std::string text = "a: &x 1\nb: *x\nc: &x 2\nd: *x\n";
  for (int i = 0; i < 5000; ++i) text += "e" + std::to_string(i) + ": *x\n";
  const ConfigTree tree = Plain(text);
  CHECK(ErrorTexts(tree).empty());
  CHECK(tree.Text(tree.Resolve(NodeAt(tree, "b"))) == "1");
  CHECK(tree.Text(tree.Resolve(NodeAt(tree, "d"))) == "2");
}

std::string Times(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

TEST_CASE("hostile YAML is refused fast, with a reason") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    const std::string before = std::string("*") + static_cast<char>(c - 1) + ",";
    bomb += std::string(1, c) + ": &" + c + " [" + Times(before, 9) + "]\n";
  }
  const std::vector<Row> rows = {
      {Times("[", 100'000), "1:257 nested deeper than 256 levels"},
      {Times("{a: ", 100'000), "1:1022 nested deeper than 256 levels"},
      {Times("- ", 100'000), "1:513 nested deeper than 256 levels"},
      {Times("? ", 100'000), "1:513 nested deeper than 256 levels"},
      {bomb, "7:29 aliases would expand to more than 8388608 bytes"},
      {Times("%TAG !a! tag:x\n", 500'000), "1:1 too many directives"},
      {Times("---\n", 200'000), "100001:1 more than 100000 documents"},
      {Times("-\n", 6'000'000), "2500001:2 more than 2500000 keys and values"},
      {Times("key: value\n", 5'000'000), "1:1 larger than 33554432 bytes"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text.substr(0, 40), row.tree);
    const std::clock_t begin = std::clock();
    const ConfigTree tree = ParseYaml(row.text);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    const std::vector<std::string> errors = ErrorTexts(tree);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].ends_with(row.tree.substr(row.tree.find(' '))));
    CHECK(tree.nodes().size() <= 200'000);
    CHECK(seconds < 20);  // it takes a second at most; a sanitizer and a busy machine take more
  }
}

TEST_CASE("ten thousand documents are read") {
  const std::string text = Times("---\na: 1\n", 10'000);
  const ConfigTree tree = ParseYaml(text);
  CHECK(tree.documents().size() == 10'000);
  CHECK(tree.nodes().size() == 30'000);
  CHECK(tree.errors().empty());
}

}  // namespace
}  // namespace gonogo
