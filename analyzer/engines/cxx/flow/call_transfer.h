// CallTransfer: a call, told by the summaries of what it may reach, in the objects of the caller.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "analyzer/engines/cxx/flow/function_flow.h"

namespace gonogo {

class CallTransfer {
 public:
  CallTransfer(FunctionFlow& flow, std::uint32_t event) : flow_(flow), event_(event) {}

  /// The state after the call: that of all its targets together.
  void Apply(FlowState& state, const ContextCall& call);

 private:
  /// One target, with what its objects are in the caller before the call.
  struct Binding {
    const Summary& summary;
    FlowState exit;  // of its states there, the one that counts
    const Context& callee;
    const ContextCall& call;
    std::vector<Values> values;  // by the callee's object
    std::set<ObjectId> merged;   // of the caller: several objects to the callee
  };

  FlowState ExitOf(const Summary& summary, const ContextCall& call) const;
  void ApplyOne(FlowState& state, const ContextCall& call, ContextId target);
  void Bind(FlowState& state, Binding& binding);
  void FindMerged(Binding& binding) const;
  Values BindRoot(FlowState& state, const Binding& binding, const Object& root);
  Values BindSelf(FlowState& state, const Binding& binding);
  const CxxValue* ArgumentOf(const Binding& binding, std::uint32_t parameter) const;
  std::optional<ObjectId> PlaceBehind(FlowState& state, const Binding& binding, ObjectId id);
  void BringUses(FlowState& before, const Binding& binding);
  void BringThrough(FlowState& state, const Binding& binding);
  void BringFates(FlowState& state, const Binding& binding);
  void BringPlaces(FlowState& state, const Binding& binding);
  Values Translate(const Binding& binding, const Values& values) const;
  bool IsMethodValue(const Binding& binding) const;

  FunctionFlow& flow_;
  std::uint32_t event_;
};

}  // namespace gonogo
