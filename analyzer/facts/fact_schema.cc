#include "analyzer/facts/fact_schema.h"

#include <algorithm>

#include "analyzer/base/check.h"
#include "analyzer/facts/database.h"

// The schema is a file of its own, which the assembler copies in as it is.
__asm__(
    ".pushsection .rodata\n"
    ".global gonogo_fact_schema_begin\n"
    ".global gonogo_fact_schema_end\n"
    "gonogo_fact_schema_begin:\n"
    ".incbin \"" GONOGO_FACT_SCHEMA
    "\"\n"
    "gonogo_fact_schema_end:\n"
    ".popsection\n");

extern "C" const char gonogo_fact_schema_begin;
extern "C" const char gonogo_fact_schema_end;

namespace gonogo {
namespace {

constexpr std::string_view kPlaceColumns[] = {"rule",       "path", "line", "column",   "end_line",
                                              "end_column", "kind", "role", "link_unit"};

std::string_view TextOf(sqlite3_stmt* row, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
  return text ? text : "";
}

}  // namespace

std::span<const std::string_view> PlaceColumns() { return kPlaceColumns; }

std::vector<FactTable> FactTables() {
  const auto database = OpenDatabase();
  CHECK(database.has_value());
  return FactTablesOf(database->get());
}

std::vector<FactTable> FactTablesOf(sqlite3* database) {
  std::string_view tail;
  const Statement rows =
      Prepare(database,
              "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
              "WHERE m.type = 'table' ORDER BY m.rowid, c.cid",
              tail);
  CHECK(rows != nullptr);
  std::vector<FactTable> tables;
  while (sqlite3_step(rows.get()) == SQLITE_ROW) {
    const std::string_view table = TextOf(rows.get(), 0);
    const std::string_view column = TextOf(rows.get(), 1);
    if (tables.empty() || tables.back().name != table) tables.push_back({std::string(table), {}});
    if (std::ranges::find(kPlaceColumns, column) == std::end(kPlaceColumns))
      tables.back().columns.emplace_back(column);
  }
  return tables;
}

std::string_view FactSchema() {
  return {&gonogo_fact_schema_begin,
          static_cast<std::size_t>(&gonogo_fact_schema_end - &gonogo_fact_schema_begin)};
}

}  // namespace gonogo
