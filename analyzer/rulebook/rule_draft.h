// RuleDraft: one file of rules/ while a rule set is read: its tree stays, so that checks across
// files can name places in it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

struct RuleDraft {
  YamlNode tree;
  MistakeList mistakes;
  Rule* rule = nullptr;           // null for an item
  ChecklistItem* item = nullptr;  // null for a rule
};

/// Adds what is wrong between the drafts, and between them and the rules and items that exist
/// elsewhere; and gives those of `clauses` that are like another rule's its lists.
void CheckRuleSet(std::vector<RuleDraft>& drafts, std::span<const Rule* const> known,
                  std::span<const ChecklistItem> items, std::span<CxxClause* const> clauses);

/// Adds a mistake for each text in an example that a rule would report as a secret: examples hold
/// <<fake:NAME>>, so that no scanner, this one included, finds secrets among the rules.
void CheckRawSecrets(std::vector<RuleDraft>& drafts, std::span<const Rule* const> known);

}  // namespace gonogo
