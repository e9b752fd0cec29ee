// ProjectEngine: clauses `facts:`, SQL over what all rules stated of the whole tree. It runs last,
// when every file was scanned and every other engine has finished, and finds things at the places
// of facts: a row of a result that names another place is told as a Notice.
//
//   ProjectEngine engine(rules);
//   engine.Take(std::move(facts));             // in the order of the files
//   ProgramOutput found = engine.Finish();     // matches point into the engine
//   std::vector<ItemMeasure> said = engine.MeasureItems(checklist, found.notices);
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analyzer/engines/engine.h"
#include "analyzer/facts/fact_store.h"
#include "analyzer/model/fact.h"
#include "analyzer/model/run.h"

namespace gonogo {

class ProjectEngine final : public ProgramEngine {
 public:
  explicit ProjectEngine(std::span<const Rule* const> rules, QueryLimits limits = {},
                         bool whole_tree = true);

  /// True where a rule asks for facts.
  bool asks() const { return !rules_.empty(); }
  void Take(std::vector<Fact> facts) { facts_ = std::move(facts); }
  /// It looks at facts only.
  void Note(const EngineInput&, std::span<const std::uint64_t>, unsigned) override {}
  ProgramOutput Finish() override;
  /// What the measures of items say; nothing of those whose total is 0.
  std::vector<ItemMeasure> MeasureItems(std::span<const ChecklistItem> items,
                                        std::vector<Notice>& notices);

 private:
  class Asking;  // of one clause

  /// Whether it is a query for what is looked at, and the facts may answer it.
  bool IsAsked(const MatchAlternative& alternative) const;
  std::vector<std::string_view> QueriesAsked() const;

  /// The store with all facts; null where there is no memory for one, which is told once.
  FactStore* Store(std::vector<Notice>& notices);

  QueryLimits limits_;
  bool whole_tree_ = true;  // else only the clauses that a part answers are asked
  bool measures_ = false;   // items are measured, by queries of their own
  std::vector<const Rule*> rules_;
  std::vector<Fact> facts_;
  std::optional<FactStore> store_;
  bool failed_ = false;
  std::set<std::string> names_;  // of captures, which matches point to
};

}  // namespace gonogo
