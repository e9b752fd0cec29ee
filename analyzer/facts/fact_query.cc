#include "analyzer/facts/fact_query.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/facts/database.h"
#include "analyzer/facts/fact_schema.h"

namespace gonogo {
namespace {

QueryMistake MistakeOf(sqlite3* database) {
  QueryMistake mistake{sqlite3_errmsg(database), std::nullopt};
  if (const int offset = sqlite3_error_offset(database); offset >= 0)
    mistake.offset = static_cast<std::size_t>(offset);
  return mistake;
}

/// True where nothing but blanks, comments and semicolons follows.
bool IsEmpty(sqlite3* database, std::string_view sql) {
  while (!sql.empty()) {
    std::string_view tail;
    const Statement next = Prepare(database, sql, tail);
    if (next || sqlite3_errcode(database) != SQLITE_OK) return false;
    if (tail.size() == sql.size()) break;
    sql = tail;
  }
  return true;
}

std::optional<std::string> WhyNoQuery(sqlite3* database, sqlite3_stmt* statement,
                                      std::string_view tail) {
  if (!statement || sqlite3_column_count(statement) == 0) return "the SQL holds no SELECT";
  if (sqlite3_stmt_isexplain(statement) != 0) return "EXPLAIN is no query";
  if (sqlite3_bind_parameter_count(statement) > 0) return "the query has a parameter";
  if (!IsEmpty(database, tail)) return "the SQL holds a second statement";
  return std::nullopt;
}

}  // namespace

QueryCheck CheckQuery(std::string_view sql) {
  QueryCheck check;
  QueryRights rights;
  const auto database = OpenDatabase();
  if (!database) {
    check.mistake = QueryMistake{database.error().message, std::nullopt};
    return check;
  }
  for (const FactTable& table : FactTablesOf(database->get())) rights.tables.insert(table.name);
  SealDatabase(database->get(), rights);
  std::string_view tail;
  const Statement statement = Prepare(database->get(), sql, tail);
  if (sqlite3_errcode(database->get()) != SQLITE_OK) {
    check.mistake = MistakeOf(database->get());
    return check;
  }
  check.reads.assign(rights.reads.begin(), rights.reads.end());
  if (auto why = WhyNoQuery(database->get(), statement.get(), tail)) {
    check.mistake = QueryMistake{std::move(*why), std::nullopt};
    return check;
  }
  for (int i = 0; i < sqlite3_column_count(statement.get()); ++i)
    check.columns.emplace_back(sqlite3_column_name(statement.get(), i));
  return check;
}

}  // namespace gonogo
