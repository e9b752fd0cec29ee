#include "analyzer/parse/ini.h"

#include <catch2/catch.hpp>

#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

TEST_CASE("lines of keys and values become a tree") {
  struct Row {
    IniDialect dialect;
    std::string text, tree;
  };
  const std::vector<Row> rows = {
      {IniDialect::kIni, "", "{}"},
      {IniDialect::kIni, "a = 1\n[s]\nb=2 ; c\nd: e f\n# g\n", "{a: 1, s: {b: 2, d: e f}}"},
      {IniDialect::kIni, "[s]\na=1\n  2\n  3\n b=4\n[s]\na=\n",
       "{s: {a: 1\\n2\\n3, b: 4}, s#2: {a: ~}}"},
      {IniDialect::kIni, "[s]\na\nb = \"x ; y\" # z\n", "{s: {a: ~, b: \"x ; y\"}}"},
      {IniDialect::kIni, "[s]\r\na=1\r\na=2\r\n", "{s: {a: 1, a#2: 2}}"},
      {IniDialect::kIni, "url = http://x/#y;z\n", "{url: http://x/#y;z}"},
      {IniDialect::kMyCnf, "!includedir /etc/x\n[mysqld]\nskip-log-bin\nport = 3306 # p\nt:u = 1\n",
       "{!includedir: /etc/x, mysqld: {skip-log-bin: ~, port: 3306, t:u: 1}}"},
      {IniDialect::kSystemd,
       "[Service]\nExecStart=/bin/a \\\n  --b\nExecStart=\nEnvironment=\"A=1\" B=2\n",
       "{Service: {ExecStart: /bin/a  --b, ExecStart: ~, Environment: \"A=1\" B=2}}"},
      {IniDialect::kSystemd, "[S]\nA=b \\\n# c\n  d\nE=f # g\n", "{S: {A: b  d, E: f # g}}"},
      {IniDialect::kProperties, "a.b=1\nc : 2\nd 3\n! e\n# f\ng\nh=i\\\n   j\n",
       "{a.b: 1, c: 2, d: 3, g: ~, h: ij}"},
      {IniDialect::kProperties, "a\\=b=c\\u00e9\\n\nd=e # f\n", "{a=b: c\xC3\xA9\\n, d: e # f}"},
      {IniDialect::kProperties, "a\\\r\nb=1\r\nc\\\nd\n", "{ab: 1, cd: ~}"},
      {IniDialect::kDotenv, "A=1\nexport B='x #y'\nC=\"z\\n\" # c\nD=\nE=f # g\n# h\n",
       "{A: 1, B: \"x #y\", C: \"z\\n\", D: ~, E: f}"},
      {IniDialect::kDotenv, "A=\"x\ny\"\nB=${A}\n", "{A: \"x\\ny\", B: ${A}}"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ConfigTree tree = ParseIni(row.text, row.dialect);
    CheckTree(tree);
    CHECK(TreeText(tree) == row.tree);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("a broken line costs itself only") {
  struct Row {
    IniDialect dialect;
    std::string text, tree, error;
  };
  const std::vector<Row> rows = {
      {IniDialect::kIni, "[s\na=1\n", "{a: 1}", "1:1 a section without ']'"},
      {IniDialect::kIni, "= 1\na=1\n", "{a: 1}", "1:1 a value without a key"},
      {IniDialect::kSystemd, "[S]\nA\nB=1\n", "{S: {A: ~, B: 1}}", "2:1 a line without '='"},
      {IniDialect::kDotenv, "!\nA=1\n", "{A: 1}", "1:1 neither a variable nor a comment"},
      {IniDialect::kDotenv, "A B\nC=1\n", "{C: 1}", "1:1 a variable without '='"},
      {IniDialect::kDotenv, "A='b\nC=1\n", "{A: 'b, C: 1}", "1:3 a quote without an end"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ConfigTree tree = ParseIni(row.text, row.dialect);
    CheckTree(tree);
    CHECK(TreeText(tree) == row.tree);
    REQUIRE(ErrorTexts(tree).size() == 1);
    CHECK(ErrorTexts(tree).front() == row.error);
  }
}

TEST_CASE("places of keys and values are those of the line") {
  const ConfigTree tree =
      ParseIni("# c\n[Service]\nRestart = on-failure # no\n", IniDialect::kSystemd);
  CHECK(PlaceOf(tree, NodeAt(tree, "Service.Restart")) == "3:11-3:26");
  CHECK(PlaceOf(tree, tree.KeyOf(NodeAt(tree, "Service"))) == "2:2-2:9");
  CHECK(tree.comments().size() == 1);
}

}  // namespace
}  // namespace gonogo
