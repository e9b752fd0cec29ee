#include "analyzer/engines/cxx/flow/typestate.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/engines/cxx/flow/beside.h"
#include "analyzer/engines/cxx/flow/object_uses.h"
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
         std::ranges::equal(one.uses, other.uses, {}, key, key);
}

std::set<std::string_view> NamesOf(const TypestatePlan& plan) {
  std::set<std::string_view> names;
  for (const PlanEntry& entry : plan.entries()) names.insert(entry.pattern->name);
  return names;
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
        contexts_(program, sources, resolver_, patterns_, plan_.Types()),
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
  run.FollowAll();
  TypestateReport report(run.input(), rule, alternative);
  report.Tell(run.uses().Judged(), result);
  for (const FunctionId id : run.uses().Open()) {
    const CxxFunction& function = *program.function(id).function;
    const bool header = function.declared.line != 0;
    result.open.push_back({.name = function.name,
                           .header = header ? program.PathOf(id, function.declared) : "",
                           .rule = &rule});
  }
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
