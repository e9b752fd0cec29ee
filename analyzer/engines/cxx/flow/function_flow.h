// FunctionFlow: one function in one context, followed block by block until nothing changes. It
// yields the summary that callers use, and all uses that it sees, each with what was done to the
// object before.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "analyzer/engines/cxx/flow/contexts.h"
#include "analyzer/engines/cxx/flow/flow_graph.h"
#include "analyzer/engines/cxx/flow/flow_state.h"
#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/summary.h"
#include "analyzer/engines/cxx/flow/typestate_plan.h"

namespace gonogo {

/// What all functions of one clause are followed with.
struct FlowInput {
  const CxxProgram& program;
  const ValueSources& sources;
  const Contexts& contexts;
  const TypestatePlan& plan;
  Resolver& resolver;
  PatternMatcher& matcher;
  std::span<const Summary> summaries;  // by context
  const std::set<FunctionId>& beside;  // whose uses something near them bounds
};

/// One entry of the plan that an event matches.
struct EventRole {
  std::uint32_t entry = 0;
  Verdict verdict = Verdict::kNo;
  bool none = false;
  bool huge = false;
  bool table = false;
};

/// Of a local that no event made: the event number by which its origin is told.
inline constexpr std::uint32_t kLocalOrigin = 1U << 30U;

/// A call of which it is known what it returned.
struct KnownReturn {
  std::uint32_t event = kNoEvent;
  ReturnSet returned = kAnyReturn;
};

class FunctionFlow {
 public:
  FunctionFlow(const FlowInput& input, ContextId context);

  /// Follows the function; the summary is cut down to what callers see. What takes more work than
  /// is allowed is not settled, and its summary is unknown.
  Summary Run(std::uint64_t allowed_work);

  // After Run().
  const std::vector<PendingUse>& uses() const { return uses_; }
  const ObjectTable& objects() const { return objects_; }
  /// The states at the ends of all blocks that are reached.
  std::span<const FlowState> ends() const { return ends_; }
  bool settled() const { return settled_; }
  /// What was looked at: places and objects, once for each turn and call. Not time: the same on
  /// every machine.
  std::uint64_t work() const { return work_; }

 private:
  friend class CallTransfer;

  // function_flow.cc
  void FindRoles();
  bool IsHuge(const CallPattern& pattern, EventId at) const;
  void Settle();
  FlowState Through(std::uint32_t block, FlowState state);
  void Apply(FlowState& state, std::uint32_t event);
  void ApplyRoles(FlowState& state, std::uint32_t event, const std::vector<EventRole>& roles);
  void ApplyRole(FlowState& state, std::uint32_t event, const EventRole& role);
  void Use(FlowState& state, std::uint32_t event, const EventRole& role, const Values& values);
  bool IsBroughtAlong(FlowState& state, std::uint32_t event, const Values& followed);
  void Construct(FlowState& state, std::uint32_t event, bool made);
  void ApplyCalls(FlowState& state, std::uint32_t event);
  void ApplyUnknown(FlowState& state, std::uint32_t event);
  void Store(FlowState& state, std::uint32_t event);
  bool CalledDirectly(const ContextCall& call, const CxxEvent& event) const;

  // flow_values.cc
  Values Evaluate(FlowState& state, const CxxValue& value);
  Values ReadObject(const FlowState& state, const CxxObject& object);
  Values ReadField(const FlowState& state, const Values& holders, std::string_view field);
  void Assign(FlowState& state, const CxxObject& target, const Values& values);
  void AssignField(FlowState& state, const Values& holders, std::string_view field,
                   const Values& values);
  void AssignBraced(FlowState& state, const CxxObject& target, const CxxValue& value);
  Values ObjectValues(FlowState& state, std::uint32_t event, const ObjectAt& at);
  ObjectId RootOf(const CxxObject& object);
  ObjectId ResultPlace(std::uint32_t event);
  ObjectId ReturnPlace();
  ObjectId Make(FlowState& state, std::uint32_t event, Fate fate);
  void Do(FlowState& state, const Values& values, Effect effect, const Step& step,
          bool surely = true);
  /// The place that a value is read from; none where it may be one of several.
  std::optional<ObjectId> PlaceOfValue(FlowState& state, const CxxValue& value);
  /// Keeps beside what is done to the one of several objects that the value is.
  void DoThrough(FlowState& state, const ObjectAt& at, const Values& values, Effect effect,
                 bool surely);
  EffectSet DoneThrough(FlowState& state, const ObjectAt& at);
  void EndUnseen(FlowState& state);
  void Escape(FlowState& state, const CxxValue& value, std::uint32_t event);
  bool Concerns(const CxxValue& value) const;
  /// Whether it may be such an object, or a container of them.
  bool MayHold(const CxxValue& value) const;
  EventId At(std::uint32_t event) const { return {function_id_, event}; }

  // flow_branches.cc
  void FindTestedBounds();
  std::vector<const PlanEntry*> BoundsOfOtherSide(std::uint32_t number);
  bool TestsBound(const CallPattern& pattern, std::uint32_t number,
                  const CxxValue& condition) const;
  bool Mentions(const CxxValue& condition, const CxxValue& value) const;
  void Branch(FlowState& state, std::uint32_t block, std::uint32_t edge);
  void MakeNull(FlowState& state, const CxxValue& value);

  // flow_returns.cc
  KnownReturn ReturnOnEdge(std::uint32_t block, std::uint32_t edge) const;
  FlowState ThroughTo(std::uint32_t block, const FlowState& end, std::uint32_t edge);
  std::uint32_t CallBehind(const CxxValue& value, std::uint32_t block) const;
  void AddReturns(std::uint32_t block);
  ReturnSet ReturnsOf(const CxxValue& value);

  // flow_export.cc
  Summary Export();

  const FlowInput& input_;
  ContextId context_id_;
  const Context& context_;
  FunctionId function_id_;
  const ProgramFunction& entry_;
  const CxxFunction& function_;
  FlowGraph graph_;
  ObjectTable objects_;
  std::map<std::uint32_t, std::vector<EventRole>> roles_;
  std::set<std::uint32_t> spoken_of_;  // events that have the name of some pattern
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> tested_;
  std::set<FunctionId> direct_;  // called by what they are kept in
  std::map<EventId, std::uint32_t> ordinals_;
  std::vector<std::uint32_t> first_event_;  // of each block
  std::vector<FlowState> starts_;
  std::vector<FlowState> ends_;
  std::vector<PendingUse> uses_;
  FlowState exit_;
  std::array<FlowState, kReturnSorts> exits_;
  KnownReturn known_return_;  // while a block is gone through for one of its edges
  bool recording_ = false;
  bool settled_ = true;
  std::uint64_t work_ = 0;
  std::uint64_t allowed_work_ = 0;
};

}  // namespace gonogo
