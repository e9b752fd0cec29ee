// FactStore: the facts of one run as tables of an SQLite database in memory. First facts are added,
// then queries run, read-only and under limits; equal facts and queries give equal answers.
//
//   FactStore store = TRY(FactStore::Open());
//   store.Add(facts);
//   QueryAnswer answer = store.Ask("SELECT path, line FROM outbound_call", {});
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/model/fact.h"

namespace gonogo {

/// Steps are those of SQLite's machine, about a hundred million a second: unlike a clock they give
/// the same answer on every machine.
struct QueryLimits {
  std::uint64_t steps = 500'000'000;
  std::size_t rows = 10'000;
};

enum class QueryEnd : std::uint8_t { kComplete, kTooManyRows, kTooLong, kFailed };

struct QueryAnswer {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // NULL is ""
  QueryEnd end = QueryEnd::kComplete;
  std::string message;  // of kFailed: what SQLite said
};

class FactStore {
 public:
  /// Where queries are given, it has only the tables that they name, and takes no other facts.
  static Result<FactStore> Open(std::span<const std::string_view> queries = {});
  FactStore(FactStore&&) noexcept;
  FactStore& operator=(FactStore&&) noexcept;
  ~FactStore();

  /// Facts of kinds that the schema does not know are a bug: rules are checked when they are read.
  void Add(std::span<const Fact> facts);
  /// Beyond the first call no fact is added.
  QueryAnswer Ask(std::string_view sql, const QueryLimits& limits);

 private:
  struct State;
  explicit FactStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gonogo
