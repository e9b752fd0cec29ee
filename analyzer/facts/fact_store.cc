#include "analyzer/facts/fact_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "analyzer/base/check.h"
#include "analyzer/facts/database.h"
#include "analyzer/facts/fact_schema.h"

namespace gonogo {
namespace {

/// How often the progress handler looks, in steps.
constexpr int kStepsPerLook = 10'000;

/// Inserts facts of one table.
class Inserter {
 public:
  Inserter(sqlite3* database, const FactTable& table) : columns_(table.columns) {
    std::string names, marks;
    for (const std::string_view column : PlaceColumns()) Append(column, names, marks);
    for (const std::string& column : columns_) Append(column, names, marks);
    const std::string sql =
        fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, names, marks);
    std::string_view tail;
    statement_ = Prepare(database, sql, tail);
    CHECK(statement_ != nullptr);
  }

  /// False where there is no memory for it.
  bool Add(const Fact& fact) {
    at_ = 0;
    Bind(fact.rule->id);
    Bind(fact.path);
    BindPlace(fact.region);
    Bind(InfoOf(fact.kind).name);
    Bind(NameOf(fact.role));
    Bind(fact.link_unit);
    for (const std::string& column : columns_) {
      const auto value =
          std::ranges::find(fact.values, column, [](const auto& pair) { return pair.first; });
      Bind(value == fact.values.end() ? std::string_view() : std::string_view(value->second));
    }
    const int done = sqlite3_step(statement_.get());
    sqlite3_reset(statement_.get());
    CHECK(done == SQLITE_DONE || done == SQLITE_NOMEM);
    return done == SQLITE_DONE;
  }

 private:
  static void Append(std::string_view column, std::string& names, std::string& marks) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column);
    marks += marks.empty() ? "?" : ", ?";
  }

  void BindPlace(const TextRegion& region) {
    for (const std::uint32_t number :
         {region.start.line, region.start.utf16_column, region.end.line, region.end.utf16_column}) {
      sqlite3_bind_int64(statement_.get(), ++at_, number);
    }
  }

  /// The text lives until the row is in.
  void Bind(std::string_view text) {
    const char* const data = text.empty() ? "" : text.data();
    sqlite3_bind_text(statement_.get(), ++at_, data, static_cast<int>(text.size()), SQLITE_STATIC);
  }

  std::vector<std::string> columns_;
  Statement statement_;
  int at_ = 0;
};

struct Clock {
  std::uint64_t steps_left = 0;
  bool stopped = false;
};

/// Not 0 stops the query.
int OnProgress(void* context) {
  auto& clock = *static_cast<Clock*>(context);
  clock.stopped = clock.steps_left < kStepsPerLook;
  if (!clock.stopped) clock.steps_left -= kStepsPerLook;
  return clock.stopped ? 1 : 0;
}

std::vector<std::string> RowOf(sqlite3_stmt* statement, int columns) {
  std::vector<std::string> row;
  for (int i = 0; i < columns; ++i) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
    row.emplace_back(text ? std::string_view(text, size) : std::string_view());
  }
  return row;
}

}  // namespace

struct FactStore::State {
  QueryRights rights;
  Database database;
  std::vector<FactTable> tables;
  bool is_partial = false;  // has the tables of some queries only
  bool sealed = false;
  bool full = false;  // a fact found no room
};

FactStore::FactStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
FactStore::FactStore(FactStore&&) noexcept = default;
FactStore& FactStore::operator=(FactStore&&) noexcept = default;
FactStore::~FactStore() = default;

Result<FactStore> FactStore::Open(std::span<const std::string_view> queries) {
  auto state = std::make_unique<State>();
  Database database = TRY(OpenDatabase(queries));
  state->database = std::move(database);
  state->is_partial = !queries.empty();
  state->tables = FactTablesOf(state->database.get());
  for (const FactTable& table : state->tables) state->rights.tables.insert(table.name);
  return FactStore(std::move(state));
}

void FactStore::Add(std::span<const Fact> facts) {
  CHECK(!state_->sealed);
  sqlite3* const database = state_->database.get();
  std::map<std::string_view, Inserter> inserters;
  sqlite3_exec(database, "BEGIN", nullptr, nullptr, nullptr);
  for (const Fact& fact : facts) {
    auto inserter = inserters.find(fact.rule->fact);
    if (inserter == inserters.end()) {
      const auto table = std::ranges::find(state_->tables, fact.rule->fact, &FactTable::name);
      CHECK(table != state_->tables.end() || state_->is_partial);
      if (table == state_->tables.end()) continue;
      inserter = inserters.emplace(table->name, Inserter(database, *table)).first;
    }
    if (!inserter->second.Add(fact)) state_->full = true;
  }
  sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
}

QueryAnswer FactStore::Ask(std::string_view sql, const QueryLimits& limits) {
  sqlite3* const database = state_->database.get();
  if (!std::exchange(state_->sealed, true)) SealDatabase(database, state_->rights);
  QueryAnswer answer;
  if (state_->full) return {{}, {}, QueryEnd::kFailed, "out of memory for the facts"};
  Clock clock{.steps_left = limits.steps};
  std::string_view tail;
  const Statement statement = Prepare(database, sql, tail);
  // VACUUM INTO writes a file and asks no authorizer.
  const bool is_query = statement && sqlite3_column_count(statement.get()) > 0 &&
                        sqlite3_stmt_readonly(statement.get()) != 0;
  const int columns = is_query ? sqlite3_column_count(statement.get()) : 0;
  for (int i = 0; i < columns; ++i)
    answer.columns.emplace_back(sqlite3_column_name(statement.get(), i));
  sqlite3_progress_handler(database, kStepsPerLook, OnProgress, &clock);
  int status = is_query ? SQLITE_ROW : SQLITE_ERROR;
  while (status == SQLITE_ROW) {
    status = sqlite3_step(statement.get());
    if (status != SQLITE_ROW) break;
    if (answer.rows.size() == limits.rows) {
      answer.end = QueryEnd::kTooManyRows;
      break;
    }
    answer.rows.push_back(RowOf(statement.get(), columns));
  }
  if (status != SQLITE_ROW && status != SQLITE_DONE) {
    answer.end = clock.stopped ? QueryEnd::kTooLong : QueryEnd::kFailed;
    answer.message = clock.stopped ? "" : sqlite3_errmsg(database);
  }
  sqlite3_progress_handler(database, 0, nullptr, nullptr);
  return answer;
}

}  // namespace gonogo
