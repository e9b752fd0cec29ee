// What every parser is given alike: texts over the limits, control characters, no text at all.
#include <catch2/catch.hpp>

#include "analyzer/parse/dockerfile.h"
#include "analyzer/parse/haproxy.h"
#include "analyzer/parse/hcl.h"
#include "analyzer/parse/ini.h"
#include "analyzer/parse/json.h"
#include "analyzer/parse/line_formats.h"
#include "analyzer/parse/nginx.h"
#include "analyzer/parse/toml.h"
#include "analyzer/parse/xml.h"
#include "analyzer/parse/yaml.h"
#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

using Parser = ConfigTree (*)(std::string_view text, const ParseLimits& limits);

struct Row {
  std::string name;
  Parser parse;
};

const std::vector<Row>& Parsers() {
  static const std::vector<Row> rows = {
      {"yaml", [](std::string_view t,
                  const ParseLimits& l) { return ParseYaml(t, {TemplateDialect::kAuto, l}); }},
      {"json",
       [](std::string_view t, const ParseLimits& l) {
         return ParseJson(t, {JsonDialect::kJson5, TemplateDialect::kNone, l});
       }},
      {"toml", ParseToml},
      {"xml", ParseXml},
      {"hcl", ParseHcl},
      {"dockerfile", ParseDockerfile},
      {"nginx", ParseNginx},
      {"haproxy", ParseHaproxy},
      {"redis", ParseRedisConf},
      {"postgresql", ParsePostgresConf},
      {"pg_hba", ParsePgHba},
      {"codeowners", ParseCodeowners},
      {"crontab", [](std::string_view t,
                     const ParseLimits& l) { return ParseCrontab(t, CrontabSort::kOfSystem, l); }},
      {"ini",
       [](std::string_view t, const ParseLimits& l) { return ParseIni(t, IniDialect::kIni, l); }},
      {"systemd", [](std::string_view t,
                     const ParseLimits& l) { return ParseIni(t, IniDialect::kSystemd, l); }},
      {"properties", [](std::string_view t,
                        const ParseLimits& l) { return ParseIni(t, IniDialect::kProperties, l); }},
      {"dotenv", [](std::string_view t,
                    const ParseLimits& l) { return ParseIni(t, IniDialect::kDotenv, l); }},
  };
  return rows;
}

NodeOrder OrderOf(const Row& row) {
  return row.name == "toml" ? NodeOrder::kOfTables : NodeOrder::kOfText;
}

TEST_CASE("no parser reads a text over the limit of bytes") {
  ParseLimits limits;
  limits.bytes = 10;
  for (const Row& row : Parsers()) {
    CAPTURE(row.name);
    const ConfigTree tree = row.parse("a = 1\nb = 2\n", limits);
    REQUIRE(tree.errors().size() == 1);
    CHECK(tree.errors()[0].sort == ConfigErrorSort::kLimit);
    CHECK(tree.nodes().empty());
  }
}

TEST_CASE("no parser makes more nodes than it may") {
  const std::string lines = "a b c d e f\na = 1\nb = 2\nc: 3\n";
  ParseLimits limits;
  limits.nodes = 3;
  for (const Row& row : Parsers()) {
    CAPTURE(row.name);
    CHECK(row.parse(lines, limits).nodes().size() <= 3);
  }
}

TEST_CASE("all parsers keep their promises on texts of any kind") {
  const std::vector<std::string> texts = {
      "",
      "\n",
      "\r",
      "\r\n\r\n",
      "\xEF\xBB\xBF",
      "\xEF\xBB\xBF"
      "a",
      "\xFF\xFE",
      "a: \xE9\nb = \xC3\n",
      std::string("\0", 1),
      std::string("a = \0\n[\0]\n{\0}", 12),
      "\t\ta\t=\t1\t\n",
      "a = 1 \\",
      "\\\n\\\r\n\\",
      "#",
      "\"",
      "'",
      "{",
      "[",
      "<",
      "FROM",
      "a = \"\\",
      "<<",
      "a {{ b",
      "[a]\n[a]\na=1\na=1",
  };
  for (const Row& row : Parsers()) {
    for (const std::string& text : texts) {
      CAPTURE(row.name, text);
      CheckTree(row.parse(text, {}), OrderOf(row));
      CHECK(TreeText(row.parse(text, {})) == TreeText(row.parse(text, {})));
    }
  }
}

TEST_CASE("a file of 177,000 objects is read") {
  std::string text = "[";
  for (int i = 0; i < 177'000; ++i) text += "{\"a\":1,\"b\":\"c\"},\n";
  text += "{}]";
  const ConfigTree tree = ParseJson(text);
  CHECK(tree.errors().empty());
  CHECK(ItemsOf(tree, tree.root()).size() == 177'001);
  const ConfigTree yaml = ParseYaml(text);
  CHECK(yaml.errors().empty());
  CHECK(yaml.nodes().size() == tree.nodes().size());
}

}  // namespace
}  // namespace gonogo
