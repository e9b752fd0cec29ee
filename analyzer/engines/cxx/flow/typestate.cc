#include "analyzer/engines/cxx/flow/typestate.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/engines/cxx/flow/beside.h"
#include "analyzer/engines/cxx/flow/object_uses.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/typestate_report.h"

namespace gonogo {
namespace {

constexpr unsigned kMostRounds = 8;

bool Same(const Summary& one, const Summary& other) {
  const auto key = [](const PendingUse& use) {
    return std::make_tuple(use.object, use.at, use.entry, use.before.effects.effects());
  };
  return one.objects.size() == other.objects.size() && one.unknown == other.unknown &&
         one.exit.reachable == other.exit.reachable && one.exit.places() == other.exit.places() &&
         one.exit.fates() == other.exit.fates() && one.result == other.result &&
         one.result_through == other.result_through &&
         std::ranges::equal(one.uses, other.uses, {}, key, key);
}

std::set<std::string_view> NamesOf(const TypestatePlan& plan) {
  std::set<std::string_view> names;
  for (const PlanEntry& entry : plan.entries()) names.insert(entry.pattern->name);
  return names;
}

std::vector<const CallPattern*> Pointers(std::span<const CallPattern> one,
                                         std::span<const CallPattern> other = {}) {
  std::vector<const CallPattern*> pointers;
  for (const CallPattern& pattern : one) pointers.push_back(&pattern);
  for (const CallPattern& pattern : other) pointers.push_back(&pattern);
  return pointers;
}

std::unique_ptr<MadeTrail> TrailOf(const CxxProgram& program, const TypestateClause& clause) {
  if (!clause.types.empty() || !clause.carriers.empty()) return nullptr;
  return std::make_unique<MadeTrail>(program, Pointers(clause.made_by),
                                     Pointers(clause.same_as, clause.copied_by));
}

std::set<std::string_view> TypesOf(const TypestatePlan& plan, const MadeTrail* trail) {
  std::set<std::string_view> types = plan.Types();
  if (trail != nullptr) types.merge(trail->Holders());
  return types;
}

bool CallsItself(const Contexts& contexts, ContextId id) {
  return std::ranges::any_of(contexts.at(id).callers,
                             [&](const ContextCaller& caller) { return caller.context == id; });
}

class Run {
 public:
  Run(const CxxProgram& program, const ValueSources& sources, const TypestateClause& clause)
      : plan_(clause),
        resolver_(program, sources, NamesOf(plan_)),
        matcher_(program, resolver_),
        patterns_(plan_.Patterns()),
        trail_(TrailOf(program, clause)),
        contexts_(program, sources, resolver_, patterns_, TypesOf(plan_, trail_.get()),
                  trail_.get()),
        summaries_(contexts_.all().size()),
        beside_(FunctionsBeside(program, contexts_, plan_, matcher_)),
        input_{program, sources, contexts_, plan_, resolver_, matcher_, summaries_, beside_},
        uses_(input_) {}

  void FollowAll() {
    for (const std::vector<ContextId>& group : contexts_.order()) {
      if (group.size() > 1 || CallsItself(contexts_, group[0])) Settle(group);
      for (const ContextId id : group) {
        FunctionFlow flow(input_, id);
        summaries_[id] = flow.Run();
        if (!flow.settled()) ++unsettled_;
        uses_.Add(id, flow, summaries_[id]);
      }
    }
  }

  const FlowInput& input() const { return input_; }
  ObjectUses& uses() { return uses_; }
  std::size_t unsettled() const { return unsettled_; }
  bool limited() const { return contexts_.limited(); }
  /// What the clause follows only where it is made is made nowhere.
  bool idle() const { return trail_ != nullptr && trail_->empty(); }

 private:
  /// Functions that call each other, from "never returns" upward.
  void Settle(const std::vector<ContextId>& group) {
    bool changed = true;
    for (unsigned round = 0; changed && round < kMostRounds; ++round) {
      changed = false;
      for (const ContextId id : group) {
        Summary next = FunctionFlow(input_, id).Run();
        if (Same(next, summaries_[id]) && summaries_[id].computed) continue;
        summaries_[id] = std::move(next);
        changed = true;
      }
    }
    if (!changed) return;
    ++unsettled_;
    for (const ContextId id : group) summaries_[id].unknown = true;
  }

  TypestatePlan plan_;
  Resolver resolver_;
  PatternMatcher matcher_;
  std::vector<const CallPattern*> patterns_;
  std::unique_ptr<MadeTrail> trail_;  // of a clause without types
  Contexts contexts_;
  std::vector<Summary> summaries_;
  std::set<FunctionId> beside_;
  FlowInput input_;
  ObjectUses uses_;
  std::size_t unsettled_ = 0;
};

}  // namespace

void AnalyseTypestate(const CxxProgram& program, const ValueSources& sources, const Rule& rule,
                      const MatchAlternative& alternative, AnalysisResult& result) {
  Run run(program, sources, alternative.cxx->typestate);
  if (run.idle()) return;
  run.FollowAll();
  TypestateReport report(run.input(), rule, alternative);
  report.Tell(run.uses().Judged(), result);
  for (const FunctionId id : run.uses().Open()) AddOpen(result, program, id, rule);
  if (run.limited()) {
    result.notices.push_back({.id = "cxx-limit",
                              .coverage = Coverage::kPartlyRead,
                              .path = "",
                              .line = 0,
                              .message = fmt::format("rule \"{}\": functions are called with more "
                                                     "sorts of objects than are told apart; the "
                                                     "others count as unknown",
                                                     rule.id)});
  }
  if (run.unsettled() > 0) {
    result.notices.push_back(
        {.id = "cxx-limit",
         .coverage = Coverage::kPartlyRead,
         .path = "",
         .line = 0,
         .message = fmt::format("rule \"{}\": {} function{} too large or too entangled to follow "
                                "to the end; what they are given counts as unknown",
                                rule.id, run.unsettled(), run.unsettled() == 1 ? " is" : "s are")});
  }
}

}  // namespace gonogo
