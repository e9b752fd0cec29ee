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

// Work, not time: what is given up must not depend on the machine.
constexpr std::uint64_t kMostWorkOfRule = 20'000'000;
// Of one function, in all its contexts: a share of what is left when it is first met, so that no
// number of large ones takes everything, and what a small one needs in any case.
constexpr std::uint64_t kShareOfFunction = 10;
constexpr std::uint64_t kLeastWorkOfFunction = 10'000;
constexpr std::size_t kMostNamed = 3;

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

/// The work that one function may take, and has taken.
struct Allowance {
  std::uint64_t most = 0;
  std::uint64_t spent = 0;
};

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
        uses_(input_),
        allowances_(program.functions().size()) {}

  void FollowAll() {
    for (const std::vector<ContextId>& group : contexts_.order()) {
      if (group.size() > 1 || CallsItself(contexts_, group[0])) Settle(group);
      for (const ContextId id : group) {
        FunctionFlow flow(input_, id);
        summaries_[id] = Follow(flow, id);
        if (!flow.settled()) unsettled_.insert(contexts_.at(id).function);
        uses_.Add(id, flow, summaries_[id]);
      }
    }
  }

  const FlowInput& input() const { return input_; }
  ObjectUses& uses() { return uses_; }
  const std::set<FunctionId>& unsettled() const { return unsettled_; }
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
        FunctionFlow flow(input_, id);
        Summary next = Follow(flow, id);
        if (!flow.settled()) return GiveUp(group);
        if (Same(next, summaries_[id]) && summaries_[id].computed) continue;
        summaries_[id] = std::move(next);
        changed = true;
      }
    }
    if (changed) GiveUp(group);
  }

  void GiveUp(const std::vector<ContextId>& group) {
    unsettled_.insert(contexts_.at(group.front()).function);
    for (const ContextId id : group) {
      summaries_[id].computed = true;
      summaries_[id].unknown = true;
    }
  }

  Summary Follow(FunctionFlow& flow, ContextId id) {
    Allowance& own = allowances_[contexts_.at(id).function];
    if (own.most == 0) {
      const std::uint64_t left = kMostWorkOfRule - std::min(all_work_, kMostWorkOfRule);
      own.most = std::max(left / kShareOfFunction, kLeastWorkOfFunction);
    }
    Summary summary = flow.Run(own.most - std::min(own.spent, own.most));
    own.spent += flow.work();
    all_work_ += flow.work();
    return summary;
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
  std::set<FunctionId> unsettled_;
  std::vector<Allowance> allowances_;  // by function
  std::uint64_t all_work_ = 0;
};

Notice LimitOf(const Rule& rule, std::string message) {
  return {.id = "cxx-limit",
          .coverage = Coverage::kPartlyRead,
          .path = "",
          .line = 0,
          .message = fmt::format("rule \"{}\": {}", rule.id, message)};
}

std::string UnsettledText(const CxxProgram& program, const std::set<FunctionId>& unsettled) {
  std::set<std::string_view> names;
  for (const FunctionId id : unsettled) names.insert(program.function(id).function->name);
  std::string told;
  std::size_t count = 0;
  for (const std::string_view name : names) {
    if (count++ == kMostNamed) break;
    told += fmt::format("{}'{}'", told.empty() ? "" : ", ", name);
  }
  if (names.size() > kMostNamed) told += fmt::format(" and {} more", names.size() - kMostNamed);
  return fmt::format(
      "{} {} too large or too entangled to follow to the end; what {} given counts "
      "as unknown",
      told, names.size() == 1 ? "is" : "are", names.size() == 1 ? "it is" : "they are");
}

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
    result.notices.push_back(LimitOf(rule,
                                     "functions are called with more sorts of objects than are "
                                     "told apart; the others count as unknown"));
  }
  if (!run.unsettled().empty())
    result.notices.push_back(LimitOf(rule, UnsettledText(program, run.unsettled())));
}

}  // namespace gonogo
