#include "analyzer/facts/fact_query.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "analyzer/facts/fact_schema.h"

namespace gonogo {
namespace {

TEST_CASE("every table of facts begins with the place") {
  const std::vector<FactTable> tables = FactTables();
  REQUIRE(tables.size() >= 3);
  CHECK(tables[0].name == "outbound_call");
  CHECK(tables[0].columns == std::vector<std::string>{"library", "function", "bound", "state"});
  for (const FactTable& table : tables) {
    INFO(table.name);
    std::string all;
    for (const std::string_view column : PlaceColumns())
      all += (all.empty() ? "\"" : ", \"") + std::string(column) + "\"";
    const QueryCheck check = CheckQuery("SELECT * FROM " + table.name);
    REQUIRE_FALSE(check.mistake.has_value());
    REQUIRE(check.columns.size() == PlaceColumns().size() + table.columns.size());
    for (std::size_t i = 0; i < PlaceColumns().size(); ++i)
      CHECK(check.columns[i] == PlaceColumns()[i]);
    CHECK_FALSE(CheckQuery("SELECT " + all + " FROM " + table.name).mistake.has_value());
  }
}

TEST_CASE("a query is known by its columns and by what it reads") {
  const QueryCheck check = CheckQuery(
      "WITH open AS (SELECT path, line, library FROM outbound_call WHERE state = 'certain')\n"
      "SELECT o.path, o.line, upper(o.library) AS library FROM open o\n"
      "WHERE NOT EXISTS (SELECT 1 FROM tls_setting t WHERE t.path = o.path);  -- done\n");
  REQUIRE_FALSE(check.mistake.has_value());
  CHECK(check.columns == std::vector<std::string>{"path", "line", "library"});
  const std::vector<std::pair<std::string, std::string>> reads = {{"outbound_call", "library"},
                                                                  {"outbound_call", "line"},
                                                                  {"outbound_call", "path"},
                                                                  {"outbound_call", "state"},
                                                                  {"tls_setting", "path"}};
  CHECK(check.reads == reads);
}

TEST_CASE("whatever is no query over the facts is refused") {
  struct Row {
    std::string sql, message;
  };
  const std::vector<Row> rows = {
      {"", "the SQL holds no SELECT"},
      {"-- nothing", "the SQL holds no SELECT"},
      {"SELEC 1", "near \"SELEC\": syntax error"},
      {"SELECT path FROM outbound_cal", "no such table: outbound_cal"},
      {"SELECT pth FROM outbound_call", "no such column: pth"},
      {"SELECT 1; SELECT 2", "the SQL holds a second statement"},
      {"SELECT 1; DROP TABLE outbound_call", "the SQL holds a second statement"},
      {"SELECT 1; nonsense", "the SQL holds a second statement"},
      {"EXPLAIN SELECT 1", "EXPLAIN is no query"},
      {"SELECT ?", "the query has a parameter"},
      {"SELECT :x", "the query has a parameter"},
      {"INSERT INTO outbound_call SELECT * FROM outbound_call", "not authorized"},
      {"DELETE FROM outbound_call", "not authorized"},
      {"DROP TABLE outbound_call", "not authorized"},
      {"CREATE TABLE x (y)", "not authorized"},
      {"CREATE TEMP TABLE x (y)", "not authorized"},
      {"PRAGMA query_only = 0", "not authorized"},
      {"ATTACH '/tmp/x' AS x", "not authorized"},
      {"VACUUM INTO '/tmp/x'", "the SQL holds no SELECT"},
      {"BEGIN", "not authorized"},
      {"SELECT load_extension('x')", "not authorized to use function: load_extension"},
      {"SELECT random()", "not authorized to use function: random"},
      {"SELECT randomblob(9)", "not authorized to use function: randomblob"},
      {"SELECT zeroblob(900000000)", "not authorized to use function: zeroblob"},
      {"SELECT datetime('now')", "not authorized to use function: datetime"},
      {"SELECT current_timestamp", "not authorized to use function: current_timestamp"},
      {"SELECT sqlite_version()", "not authorized to use function: sqlite_version"},
      {"SELECT name FROM sqlite_schema", "access to sqlite_master.name is prohibited"},
      {"SELECT name FROM sqlite_master", "access to sqlite_master.name is prohibited"},
  };
  for (const Row& row : rows) {
    INFO(row.sql);
    const QueryCheck check = CheckQuery(row.sql);
    REQUIRE(check.mistake.has_value());
    CHECK(check.mistake->message == row.message);
  }
  for (const std::string table :
       {"pragma_database_list", "pragma_table_info('x')", "dbstat", "json_each('[1]')",
        "sqlite_dbpage", "sqlite_stmt", "bytecode('SELECT 1')"}) {
    INFO(table);
    CHECK(CheckQuery("SELECT * FROM " + table).mistake.has_value());
  }
}

TEST_CASE("a mistake in SQL has its place") {
  const QueryCheck check = CheckQuery("SELECT path,\n  lin FROM outbound_call");
  REQUIRE(check.mistake.has_value());
  CHECK(check.mistake->offset == 15);
}

}  // namespace
}  // namespace gonogo
