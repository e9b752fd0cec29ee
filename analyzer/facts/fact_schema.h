// FactSchema: which tables of facts there are, from facts/schema.sql.
#pragma once

#include <sqlite3.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// The columns that every table begins with, in this order.
std::span<const std::string_view> PlaceColumns();

struct FactTable {
  std::string name;
  std::vector<std::string> columns;  // its own, behind those of the place
};

/// In the order of the schema.
std::vector<FactTable> FactTables();
/// The same, of a database that is open and has them.
std::vector<FactTable> FactTablesOf(sqlite3* database);

/// The text of schema.sql.
std::string_view FactSchema();

}  // namespace gonogo
