// RuleBook: the rules and checklist items of a run. The built-in ones are constant tables that
// gonogo-rulec generates from rules/ at build time: nothing is parsed at start. Rules of the user
// are read by rule_reader.h into a RuleStorage and added, replacing built-in ones of the same id.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

/// The tables that are compiled into the program.
struct BuiltInRules {
  std::span<const Rule> rules;               // sorted by id
  std::span<const ChecklistItem> checklist;  // sorted by id
  std::string_view keyword_database;         // as CompileKeywords makes it of them
  std::string_view rule_schema;              // JSON schema of rule files
  std::string_view config_schema;            // JSON schema of .gonogo.yaml
  std::string_view rule_set_hash;            // 16 hex digits over all rule files
};

/// Defined in the generated file embedded_rules.cc.
const BuiltInRules& EmbeddedRules();

/// All keywords of the rules' text clauses, lower case, sorted, without repeats, and
/// "gonogo:ignore" among them.
std::vector<std::string> KeywordsOf(std::span<const Rule* const> rules);

/// A keyword as it is looked for in plain text: without case. Clauses keep the author's spelling.
std::string LowerKeyword(std::string_view keyword);

/// Owns what rules that were read at run time point into.
class RuleStorage;
struct RuleStorageDeleter {
  void operator()(RuleStorage* storage) const;
};
using RuleStoragePtr = std::unique_ptr<RuleStorage, RuleStorageDeleter>;

class RuleBook {
 public:
  /// The embedded rules.
  RuleBook();

  /// Adds rules read at run time; one whose id exists replaces it.
  void Add(std::span<const Rule* const> rules, RuleStoragePtr storage);

  std::span<const Rule* const> rules() const { return rules_; }  // sorted by id
  std::span<const ChecklistItem> checklist() const;
  /// By id or by a former id; null where there is none.
  const Rule* Find(std::string_view id) const;
  /// The rules of the book that were read at run time, sorted by id.
  std::vector<const Rule*> added_rules() const;
  /// The ids that look most like a wrong one, best first, at most 3.
  std::vector<std::string_view> Similar(std::string_view id) const;

 private:
  std::vector<const Rule*> rules_;
  std::vector<RuleStoragePtr> storages_;
};

}  // namespace gonogo
