// FactQuery: SQL over the facts, as a clause `facts:` and a checklist item write it. It can read
// the tables of facts and nothing else: no other statement, no pragma, no attached file, no
// function with side effects or a different answer tomorrow. CheckQuery() says so when the rule is
// read; FactStore refuses the same when it runs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gonogo {

struct QueryMistake {
  std::string message;                // lower case, no final full stop
  std::optional<std::size_t> offset;  // the byte of the SQL at which it shows, where that is known
};

struct QueryCheck {
  std::vector<std::string> columns;                        // of the result, in order
  std::vector<std::pair<std::string, std::string>> reads;  // table and column, sorted, once each
  std::optional<QueryMistake> mistake;
};

/// Looks at the query without running it.
QueryCheck CheckQuery(std::string_view sql);

}  // namespace gonogo
