#include "analyzer/facts/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "analyzer/base/check.h"
#include "analyzer/facts/fact_schema.h"

namespace gonogo {
namespace {

/// The longest text or row, and the longest query, in bytes.
constexpr int kLongestValue = 1 << 20;
constexpr int kLongestQuery = 64 << 10;
/// What all databases of the process may take together: a query cannot exhaust the machine.
constexpr sqlite3_int64 kMostMemory = 512 << 20;

/// Functions that look at their arguments only. Everything else is refused: what reads a clock or
/// chance gives another answer tomorrow, what loads or matches by a library is not ours.
constexpr std::string_view kFunctions[] = {
    "abs",        "avg",          "beside",      "char",   "coalesce",   "count",
    "cume_dist",  "dense_rank",   "first_value", "format", "glob",       "group_concat",
    "hex",        "holds_all",    "ifnull",      "iif",    "instr",      "lag",
    "last_value", "lead",         "length",      "like",   "likelihood", "likely",
    "lower",      "ltrim",        "max",         "min",    "nth_value",  "ntile",
    "nullif",     "percent_rank", "printf",      "quote",  "rank",       "replace",
    "round",      "row_number",   "rtrim",       "sign",   "substr",     "substring",
    "sum",        "total",        "trim",        "typeof", "unicode",    "unlikely",
    "upper"};
static_assert(std::ranges::is_sorted(kFunctions));

std::string_view TextOf(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (!text) return "";
  return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

/// holds_all(pairs, wanted): each of the texts between commas in `wanted` stands in `pairs`. Of
/// nothing wanted the answer is no, since an empty selector selects by other means; of what is not
/// wholly known, which `?` says, too.
void HoldsAll(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string_view pairs = TextOf(values[0]);
  std::string_view wanted = TextOf(values[1]);
  bool all = wanted.size() > 2 && !wanted.contains(",?,");
  while (all && wanted.size() > 1) {
    const std::size_t end = wanted.find(',', 1);
    if (end == wanted.npos) break;
    all = pairs.contains(wanted.substr(0, end + 1));
    wanted.remove_prefix(end);
  }
  sqlite3_result_int(context, all ? 1 : 0);
}

/// The folder that holds `scope`; of what lies in the root itself, or is the root, nothing.
std::string_view ParentOf(std::string_view scope) {
  const std::size_t slash = scope.rfind('/');
  return slash == scope.npos ? std::string_view() : scope.substr(0, slash);
}

bool LiesIn(std::string_view scope, std::string_view folder) {
  return scope == folder || (scope.starts_with(folder) && scope[folder.size()] == '/');
}

/// beside(scope, other): the same folder, or one lies in the folder that holds the other, as the
/// bases and overlays of one application do. What the root holds lies beside nothing below it.
void Beside(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string_view one = TextOf(values[0]);
  const std::string_view other = TextOf(values[1]);
  const std::string_view above_one = ParentOf(one);
  const std::string_view above_other = ParentOf(other);
  const bool beside = above_one == above_other || LiesIn(one, other) || LiesIn(other, one) ||
                      (!above_one.empty() && LiesIn(other, above_one)) ||
                      (!above_other.empty() && LiesIn(one, above_other));
  sqlite3_result_int(context, beside ? 1 : 0);
}

bool IsInternal(std::string_view table) {
  return table.starts_with("sqlite_") || table.starts_with("pragma_");
}

int Authorize(void* context, int action, const char* first, const char* second, const char*,
              const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ: {
      auto& rights = *static_cast<QueryRights*>(context);
      // A name of the query's own is told too, where no column of it is used.
      if (!rights.tables.contains(std::string_view(first)))
        return *second == '\0' && !IsInternal(first) ? SQLITE_OK : SQLITE_DENY;
      rights.reads.emplace(first, second);
      return SQLITE_OK;
    }
    case SQLITE_FUNCTION:
      return std::ranges::binary_search(kFunctions, std::string_view(second)) ? SQLITE_OK
                                                                              : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

/// The statements that make the tables which the texts name; without texts all of them.
std::string SchemaFor(std::span<const std::string_view> texts) {
  constexpr std::string_view kBegin = "CREATE TABLE ";
  std::string_view rest = FactSchema();
  if (texts.empty()) return std::string(rest);
  std::string schema;
  for (std::size_t at = rest.find(kBegin); at != rest.npos; at = rest.find(kBegin)) {
    const std::string_view statement = rest.substr(at, rest.find(';', at) - at + 1);
    rest.remove_prefix(at + kBegin.size());
    const std::string_view name = rest.substr(0, rest.find(' '));
    if (std::ranges::any_of(texts, [&](std::string_view text) { return text.contains(name); }))
      schema += statement;
  }
  return schema;
}

}  // namespace

Result<Database> OpenDatabase(std::span<const std::string_view> texts) {
  sqlite3_hard_heap_limit64(kMostMemory);
  sqlite3* raw = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY |
                    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
  const int opened = sqlite3_open_v2(":memory:", &raw, flags, nullptr);
  Database database(raw);
  if (opened != SQLITE_OK)
    return Fail(fmt::format("cannot open a database in memory: {}", sqlite3_errstr(opened)));
  const int flags_of_function = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  CHECK(sqlite3_create_function(raw, "holds_all", 2, flags_of_function, nullptr, HoldsAll, nullptr,
                                nullptr) == SQLITE_OK);
  CHECK(sqlite3_create_function(raw, "beside", 2, flags_of_function, nullptr, Beside, nullptr,
                                nullptr) == SQLITE_OK);
  const std::string schema = SchemaFor(texts);
  // Transient tables of queries stay in memory too.
  for (const char* sql : {"PRAGMA temp_store = MEMORY", schema.c_str()}) {
    const int done = sqlite3_exec(raw, sql, nullptr, nullptr, nullptr);
    if (done == SQLITE_NOMEM) return Fail("no memory for the facts");
    CHECK(done == SQLITE_OK);
  }
  return database;
}

void SealDatabase(sqlite3* database, QueryRights& rights) {
  // What correlated subqueries ask by, for which SQLite makes no index of its own. Without room for
  // them, or where no query asks for the table, they do without.
  for (const char* index :
       {"sign_practice ON sign (practice, path)", "pod ON k8s_pod (scope)",
        "container ON k8s_container (scope)", "service ON k8s_service (path)",
        "service_scope ON k8s_service (scope)", "workload ON k8s_workload (path)",
        "autoscaler ON k8s_autoscaler (target)"}) {
    sqlite3_exec(database, fmt::format("CREATE INDEX {}", index).c_str(), nullptr, nullptr,
                 nullptr);
  }
  CHECK(sqlite3_exec(database, "PRAGMA query_only = 1", nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, kLongestValue);
  sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, kLongestQuery);
  sqlite3_set_authorizer(database, Authorize, &rights);
}

Statement Prepare(sqlite3* database, std::string_view sql, std::string_view& tail) {
  sqlite3_stmt* statement = nullptr;
  const char* rest = sql.data();
  sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, &rest);
  tail = sql.substr(static_cast<std::size_t>(rest - sql.data()));
  return Statement(statement);
}

}  // namespace gonogo
