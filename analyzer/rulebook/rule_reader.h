// RuleReader: YAML text -> rules. Strict: unknown and duplicate keys, wrong types, unknown
// captures, bad regexes, keywords that a match need not contain, raw secrets in examples are
// mistakes, all reported at once, each as "file:line:column: ..." with "did you mean" where
// something similar exists.
//
//   RuleReader reader;
//   for (auto& [path, text] : files) reader.Read(path, text);
//   RuleSet set = std::move(reader).Finish();     // mistakes non-empty: nothing may be used
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/mistake.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

struct RuleSet {
  std::vector<const Rule*> rules;               // sorted by id
  std::vector<const ChecklistItem*> checklist;  // sorted by id
  RuleStoragePtr storage;                       // owns both
  std::vector<Mistake> mistakes;                // sorted by file and place
};

class RuleReader {
 public:
  RuleReader();
  ~RuleReader();
  /// Reads one file: a rule, or in a folder "checklist" an item.
  void Read(std::string_view path, std::string_view text);
  /// Checks across files (duplicate ids, `over:` of unknown rules, unknown items, raw secrets in
  /// examples) and gives everything. `known` and `items` are what exists elsewhere: the built-in
  /// ones, when rules of the user are read. A rule that has the id of a known one replaces it.
  RuleSet Finish(std::span<const Rule* const> known = {},
                 std::span<const ChecklistItem> items = {}) &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gonogo
