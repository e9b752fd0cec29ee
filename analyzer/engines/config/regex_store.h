// RegexStore: the regexes of clauses, each compiled when it is first needed, once for all threads.
#pragma once

#include <re2/re2.h>

#include <cstdint>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <unordered_map>

#include "analyzer/engines/text/needed_parts.h"

namespace gonogo {

class RegexStore {
 public:
  /// The pattern lives in the rule.
  const RE2& Get(std::string_view pattern) const;
  bool Matches(std::string_view pattern, std::string_view text) const;
  /// True where the first match holds no `mark`.
  bool MatchesBeside(std::string_view pattern, std::string_view text, char mark) const;

 private:
  struct Row {
    NeededParts needed;  // a text without them spares compiling the regex
    std::once_flag once;
    std::unique_ptr<RE2> regex;
  };

  Row& RowOf(std::string_view pattern) const;
  Row& SharedRowOf(std::string_view pattern) const;
  static std::uint64_t NextNumber();
  static const RE2& RegexOf(Row& row, std::string_view pattern);

  std::uint64_t number_ = NextNumber();  // of no other store, also where one lay before
  mutable std::shared_mutex mutex_;
  mutable std::unordered_map<std::string_view, std::unique_ptr<Row>> rows_;
};

}  // namespace gonogo
