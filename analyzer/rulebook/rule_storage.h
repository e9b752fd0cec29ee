// RuleStorage: owns what rules that were read from YAML point into. Everything put in stays where
// it is until the storage goes.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

class RuleStorage {
 public:
  std::string_view Keep(std::string text) { return strings_.emplace_back(std::move(text)); }

  template <class T>
  std::span<const T> Keep(std::vector<T> values) {
    return std::get<std::deque<std::vector<T>>>(lists_).emplace_back(std::move(values));
  }

  CxxClause& NewClause() { return clauses_.emplace_back(); }
  /// All that were made; those that borrow their lists are filled once all rules are there.
  std::deque<CxxClause>& clauses() { return clauses_; }
  Rule& NewRule() { return rules_.emplace_back(); }
  ChecklistItem& NewItem() { return items_.emplace_back(); }

 private:
  template <class... T>
  using Lists = std::tuple<std::deque<std::vector<T>>...>;

  std::deque<std::string> strings_;
  Lists<std::string_view, std::uint32_t, FileKind, FileRole, ArgumentPattern, CallPattern,
        PatternGroup, ConfigTarget, ConfigStep, ConfigPath, ConfigTerm, ConfigCapture, ConfigClause,
        FactsClause, FactValue, Measure, MatchAlternative, Grade, ExampleFile, Example>
      lists_;
  std::deque<CxxClause> clauses_;
  std::deque<Rule> rules_;
  std::deque<ChecklistItem> items_;
};

}  // namespace gonogo
