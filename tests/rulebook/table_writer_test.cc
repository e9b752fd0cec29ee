#include "analyzer/rulebook/table_writer.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

TEST_CASE("tables are the same for the same rules and hold no raw byte") {
  const RuleSet set = ReadOne(GoodRuleWith("can use it.",
                                           "can use it: \xC3\xA9 \\ \" ?"
                                           "?/"));
  REQUIRE(DescribeAll(set) == "");
  const EmbeddedTexts texts{.keyword_database = std::string("\0\xFF\n7", 4),
                            .rule_schema = "{}",
                            .config_schema = std::string(300, 'x'),
                            .rule_set_hash = "00"};
  const std::string tables = WriteTables(set.rules, set.checklist, texts);
  CHECK(tables == WriteTables(set.rules, set.checklist, texts));
  CHECK(tables.contains("kKeywordDatabase[] = \"\\000\\377\\0127\";"));
  CHECK(tables.find("\\303\\251 \\\\ \\\" \\077\\077/") != std::string::npos);
  for (const char c : tables) {
    if (c != '\n' && (c < ' ' || c > '~')) FAIL("a raw byte " << static_cast<int>(c));
  }
}

TEST_CASE("equal clauses share a table, and alternatives point to it") {
  const std::string clause =
      "  - cxx: {call: {of: 'demo($, -1, {x}=\"a\", ...)', unless: A::b = none}}\n";
  const RuleSet set = ReadOne(
      "id: demo\nitem: C3\nconcept: tls-unverified\nwhy: x\nfix: x\nmatch:\n" + clause + clause +
      "grades:\n  certain: {severity: high, precision: high, message: found}\n"
      "bad:\n  - |\n    demo();  // <- finding\nok:\n  - |\n    other();\n");
  REQUIRE(DescribeAll(set) == "");
  const std::string tables = WriteTables(set.rules, set.checklist, {});
  const std::size_t table = tables.find("constexpr CxxClause ");
  REQUIRE(table != std::string::npos);
  CHECK(tables.find("constexpr CxxClause ", table + 1) == std::string::npos);
  const std::size_t name = table + std::string_view("constexpr CxxClause ").size();
  const std::string pointer = ".cxx = " + tables.substr(name, tables.find('[', name) - name) + ",";
  const std::size_t first = tables.find(pointer);
  REQUIRE(first != std::string::npos);
  CHECK(tables.find(pointer, first + 1) != std::string::npos);
  CHECK(tables.contains(".number = -1"));
  CHECK(tables.contains(".open = true, .on_object = false"));
  CHECK(tables.contains("std::string_view(\"A::b\", 4)"));
}

}  // namespace
}  // namespace gonogo
