#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "analyzer/base/edit_distance.h"
#include "analyzer/rulebook/fact_reader.h"
#include "analyzer/rulebook/rule_draft.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

/// Where something was named first.
using FirstFile = std::map<std::string_view, std::string_view>;

class RuleSetChecker {
 public:
  RuleSetChecker(std::vector<RuleDraft>& drafts, std::span<const Rule* const> known,
                 std::span<const ChecklistItem> items)
      : drafts_(drafts) {
    for (const ChecklistItem& item : items) items_.insert(item.id);
    for (const RuleDraft& draft : drafts) {
      if (draft.rule) own_.insert(draft.rule->id);
      if (draft.item) items_.insert(draft.item->id);
    }
    for (const Rule* rule : known) {
      if (!own_.contains(rule->id)) known_.push_back(rule);
      if (!own_.contains(rule->id)) ids_.emplace(rule->id, rule->source);
      for (const std::string_view id : rule->formerly) {
        if (!own_.contains(rule->id)) former_.emplace(id, rule->source);
      }
    }
  }

  void Check() {
    for (RuleDraft& draft : drafts_) {
      if (draft.rule) CheckUnique(draft, draft.rule->id, draft.rule->source, ids_, "rule");
      if (draft.item) CheckUnique(draft, draft.item->id, "the checklist", item_ids_, "item");
    }
    for (RuleDraft& draft : drafts_) {
      if (draft.rule) AddFormer(draft);
    }
    for (RuleDraft& draft : drafts_) {
      if (!draft.rule) continue;
      CheckMeaning(draft);
      CheckOver(draft);
      CheckLike(draft);
      CheckItem(draft);
    }
    CheckFacts();
  }

  /// Gives a clause that is like another rule's the lists of that.
  void FillLike(LoopClause& loop) const {
    const LoopClause* const source = loop.like.empty() ? nullptr : LoopOf(loop.like);
    if (!source) return;
    const LoopFault find = loop.find;
    const std::string_view like = loop.like;
    loop = *source;
    loop.find = find;
    loop.like = like;
  }

 private:
  static void CheckUnique(RuleDraft& draft, std::string_view id, std::string_view file,
                          FirstFile& ids, std::string_view what) {
    if (id.empty()) return;
    const auto [first, fresh] = ids.emplace(id, file);
    if (fresh) return;
    draft.mistakes.Add(draft.tree.Find("id")->place,
                       fmt::format("{} \"{}\" exists already, in {}", what, id, first->second));
  }

  void AddFormer(RuleDraft& draft) {
    for (const YamlNode* node : ItemsOf(draft.tree.Find("formerly"))) {
      const std::string_view id = TextOf(node);
      if (const auto rule = ids_.find(id); rule != ids_.end()) {
        draft.mistakes.Add(node->place,
                           fmt::format("\"{}\" is the id of a rule, in {}", id, rule->second));
      }
      const auto [first, fresh] = former_.emplace(id, draft.rule->source);
      if (!fresh) {
        draft.mistakes.Add(node->place,
                           fmt::format("\"{}\" is a former id already, in {}", id, first->second));
      }
    }
  }

  /// An id that another rule had would change the meaning of old suppressions.
  void CheckMeaning(RuleDraft& draft) {
    if (const auto rule = former_.find(draft.rule->id);
        rule != former_.end() && rule->second != draft.rule->source) {
      draft.mistakes.Add(draft.tree.Find("id")->place,
                         fmt::format("\"{}\" is a former id, in {}; ids never change meaning",
                                     rule->first, rule->second));
    }
  }

  void CheckOver(RuleDraft& draft) {
    std::vector<std::string_view> options;
    for (const auto& [id, file] : ids_) options.push_back(id);
    for (const YamlNode* node : ItemsOf(draft.tree.Find("over"))) {
      const std::string_view id = TextOf(node);
      if (id.empty()) continue;
      if (id == draft.rule->id) {
        draft.mistakes.Add(node->place, "a rule cannot speak over itself");
      } else if (!ids_.contains(id)) {
        draft.mistakes.Add(node->place,
                           fmt::format("unknown rule \"{}\"{}", id, DidYouMean(id, options)));
      }
    }
  }

  /// A loop clause may have the lists of another rule's.
  void CheckLike(RuleDraft& draft) {
    for (const YamlNode* alternative : ItemsOf(draft.tree.Find("match"))) {
      const YamlNode* const cxx = alternative->Find("cxx");
      const YamlNode* const loop = cxx ? cxx->Find("loop") : nullptr;
      const YamlNode* const like = loop ? loop->Find("like") : nullptr;
      const std::string_view id = TextOf(like);
      if (id.empty()) continue;
      if (!ids_.contains(id)) {
        std::vector<std::string_view> options;
        for (const auto& [known, file] : ids_) options.push_back(known);
        draft.mistakes.Add(like->place,
                           fmt::format("unknown rule \"{}\"{}", id, DidYouMean(id, options)));
      } else if (!LoopOf(id)) {
        draft.mistakes.Add(like->place,
                           fmt::format("rule \"{}\" has no clause \"loop\" with own lists", id));
      }
    }
  }

  /// The clause with lists of its own; null where the rule has none.
  const LoopClause* LoopOf(std::string_view id) const {
    const auto of = [&](const Rule& rule) -> const LoopClause* {
      if (rule.id != id) return nullptr;
      for (const MatchAlternative& one : rule.match) {
        const bool loop = one.cxx != nullptr && one.cxx->sort == CxxClauseSort::kLoop;
        if (loop && one.cxx->loop.like.empty()) return &one.cxx->loop;
      }
      return nullptr;
    };
    for (const RuleDraft& draft : drafts_) {
      const LoopClause* const found = draft.rule ? of(*draft.rule) : nullptr;
      if (found) return found;
    }
    for (const Rule* rule : known_) {
      if (const LoopClause* const found = of(*rule)) return found;
    }
    return nullptr;
  }

  /// Rules alone, without any checklist at hand, may name any item.
  void CheckItem(RuleDraft& draft) {
    const std::string_view item = draft.rule->item;
    if (item.empty() || items_.empty() || items_.contains(item)) return;
    draft.mistakes.Add(
        draft.tree.Find("item")->place,
        fmt::format("unknown item \"{}\"; the checklist has {}", item, fmt::join(items_, ", ")));
  }

  /// A query over what no rule states would be silent for ever.
  void CheckFacts() {
    for (RuleDraft& draft : drafts_) {
      if (draft.rule) CheckQueries(draft);
      if (draft.item) CheckMeasures(draft);
    }
  }

  void CheckQueries(RuleDraft& draft) {
    for (const YamlNode* alternative : ItemsOf(draft.tree.Find("match"))) {
      const YamlNode* const facts = alternative->Find("facts");
      const YamlNode* const sql = facts ? facts->Find("sql") : nullptr;
      if (TextOf(sql).empty()) continue;
      for (const FactColumn& read : ColumnsRead(TextOf(sql))) CheckStated(read, *sql, draft);
    }
  }

  /// The measure of an item has nothing to say as long as no rule states facts of the kind.
  void CheckMeasures(RuleDraft& draft) {
    for (const YamlNode* measure : ItemsOf(draft.tree.Find("measures"))) {
      const YamlNode* const sql = measure->Find("sql");
      if (TextOf(sql).empty()) continue;
      for (const FactColumn& read : ColumnsRead(TextOf(sql))) {
        if (Stated().contains({read.first, ""})) CheckStated(read, *sql, draft);
      }
    }
  }

  void CheckStated(const FactColumn& read, const YamlNode& sql, RuleDraft& draft) {
    if (Stated().contains(read)) return;
    if (!Stated().contains({read.first, ""})) {
      draft.mistakes.Add(sql.place, fmt::format("no rule states a fact \"{}\"", read.first));
    } else {
      draft.mistakes.Add(sql.place, fmt::format("no rule fills the column \"{}\" of \"{}\"",
                                                read.second, read.first));
    }
  }

  const std::set<FactColumn>& Stated() {
    if (!stated_) {
      stated_.emplace();
      for (const Rule* rule : known_) AddStated(*rule);
      for (const RuleDraft& draft : drafts_) {
        if (draft.rule) AddStated(*draft.rule);
      }
    }
    return *stated_;
  }

  void AddStated(const Rule& rule) {
    for (FactColumn& column : FilledColumns(rule)) stated_->insert(std::move(column));
  }

  std::vector<RuleDraft>& drafts_;
  std::vector<const Rule*> known_;  // that no draft replaces
  std::optional<std::set<FactColumn>> stated_;
  std::set<std::string_view> own_;
  std::set<std::string_view> items_;
  FirstFile ids_;
  FirstFile former_;
  FirstFile item_ids_;
};

}  // namespace

void CheckRuleSet(std::vector<RuleDraft>& drafts, std::span<const Rule* const> known,
                  std::span<const ChecklistItem> items, std::span<CxxClause* const> clauses) {
  RuleSetChecker checker(drafts, known, items);
  checker.Check();
  for (CxxClause* clause : clauses) checker.FillLike(clause->loop);
}

}  // namespace gonogo
