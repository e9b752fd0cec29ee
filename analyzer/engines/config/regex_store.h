// RegexStore: the regexes of clauses, each compiled when it is first needed, once for all threads.
#pragma once

#include <re2/re2.h>

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <unordered_map>

namespace gonogo {

class RegexStore {
 public:
  /// The pattern lives in the rule.
  const RE2& Get(std::string_view pattern) const;
  bool Matches(std::string_view pattern, std::string_view text) const;

 private:
  mutable std::shared_mutex mutex_;
  mutable std::unordered_map<std::string_view, std::unique_ptr<RE2>> regexes_;
};

}  // namespace gonogo
