// Database: SQLite as facts/ uses it, with everything that could reach outside switched off.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/base/result.h"

namespace gonogo {

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// A database in memory that has the tables of schema.sql, all empty; where texts are given, only
/// those whose name is in one of them.
Result<Database> OpenDatabase(std::span<const std::string_view> texts = {});

/// What queries may read, and what those that were prepared do read.
struct QueryRights {
  std::set<std::string, std::less<>> tables;
  std::set<std::pair<std::string, std::string>> reads;  // table and column
};

/// From here on the database can only be read, by queries as fact_query.h describes them, of the
/// tables that the rights name. The rights must live as long as the database.
void SealDatabase(sqlite3* database, QueryRights& rights);

/// Null where the SQL is wrong, and the database has the error, or holds no statement; `tail` is
/// what stands behind the first.
Statement Prepare(sqlite3* database, std::string_view sql, std::string_view& tail);

}  // namespace gonogo
