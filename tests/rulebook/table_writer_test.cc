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
  CHECK(tables.find("std::string_view(\"\\000\\377\\0127\", 4)") != std::string::npos);
  CHECK(tables.find("\\303\\251 \\\\ \\\" \\077\\077/") != std::string::npos);
  for (const char c : tables) {
    if (c != '\n' && (c < ' ' || c > '~')) FAIL("a raw byte " << static_cast<int>(c));
  }
}

}  // namespace
}  // namespace gonogo
