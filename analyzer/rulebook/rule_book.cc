#include "analyzer/rulebook/rule_book.h"

#include <algorithm>
#include <iterator>

#include "analyzer/base/edit_distance.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostSimilar = 3;

bool IdBelow(const Rule* rule, std::string_view id) { return rule->id < id; }

}  // namespace

RuleBook::RuleBook() {
  rules_.reserve(EmbeddedRules().rules.size());
  for (const Rule& rule : EmbeddedRules().rules) rules_.push_back(&rule);
}

void RuleBook::Add(std::span<const Rule* const> rules, RuleStoragePtr storage) {
  for (const Rule* rule : rules) {
    const auto at = std::lower_bound(rules_.begin(), rules_.end(), rule->id, IdBelow);
    if (at != rules_.end() && (*at)->id == rule->id) {
      *at = rule;
    } else {
      rules_.insert(at, rule);
    }
  }
  storages_.push_back(std::move(storage));
}

std::span<const ChecklistItem> RuleBook::checklist() const { return EmbeddedRules().checklist; }

const Rule* RuleBook::Find(std::string_view id) const {
  const auto at = std::lower_bound(rules_.begin(), rules_.end(), id, IdBelow);
  if (at != rules_.end() && (*at)->id == id) return *at;
  for (const Rule* rule : rules_) {
    if (std::find(rule->formerly.begin(), rule->formerly.end(), id) != rule->formerly.end())
      return rule;
  }
  return nullptr;
}

std::vector<const Rule*> RuleBook::added_rules() const {
  const std::span<const Rule> embedded = EmbeddedRules().rules;
  const auto is_added = [&](const Rule* rule) {
    const auto at =
        std::lower_bound(embedded.begin(), embedded.end(), rule->id,
                         [](const Rule& row, std::string_view id) { return row.id < id; });
    return at == embedded.end() || &*at != rule;
  };
  std::vector<const Rule*> added;
  std::copy_if(rules_.begin(), rules_.end(), std::back_inserter(added), is_added);
  return added;
}

std::vector<std::string_view> RuleBook::Similar(std::string_view id) const {
  std::vector<std::string_view> ids;
  for (const Rule* rule : rules_) ids.push_back(rule->id);
  return SimilarWords(id, ids, kMostSimilar);
}

}  // namespace gonogo
