#include "analyzer/engines/cxx/flow/call_transfer.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::size_t kMostThrough = 8;
constexpr std::size_t kMostUses = 400;
constexpr std::uint32_t kMostOrdinals = 64;

bool IsMethod(const CxxFunction& function) { return !function.class_usr.empty(); }

}  // namespace

void CallTransfer::Apply(FlowState& state, const ContextCall& call) {
  FlowState after;
  for (const ContextId target : call.targets) {
    FlowState one = state;
    ApplyOne(one, call, target);
    after.Join(flow_.objects_, one);
  }
  // What is handed out to be called later need not come back now.
  if (!after.reachable && call.reference) return;
  state = std::move(after);
}

void CallTransfer::ApplyOne(FlowState& state, const ContextCall& call, ContextId target) {
  const Summary& summary = flow_.input_.summaries[target];
  flow_.work_ += state.size() + 2 * summary.objects.size() + summary.uses.size();
  if (summary.unknown) {
    const CxxEvent& event = *flow_.entry_.events[event_];
    flow_.Escape(state, event.self, event_);
    for (const CxxValue& argument : event.arguments) flow_.Escape(state, argument, event_);
    return;
  }
  Binding binding{summary, ExitOf(summary, call), flow_.input_.contexts.at(target), call, {}, {}};
  Bind(state, binding);
  FindMerged(binding);
  BringUses(state, binding);
  if (!summary.computed || !binding.exit.reachable) {
    state.reachable = false;
    return;
  }
  BringFates(state, binding);
  BringThrough(state, binding);
  BringPlaces(state, binding);
}

/// Where it is known what the call returned, the state at the exits that return it.
FlowState CallTransfer::ExitOf(const Summary& summary, const ContextCall& call) const {
  const KnownReturn& known = flow_.known_return_;
  if (known.event != event_ || !summary.split || call.reference) return summary.exit;
  FlowState exit;
  for (std::size_t sort = 0; sort < kReturnSorts; ++sort) {
    if ((known.returned >> sort & 1U) != 0) exit.Join(summary.objects, summary.exits[sort]);
  }
  return exit;
}

/// What the callee's objects are to the caller. Holders stand before their fields.
void CallTransfer::Bind(FlowState& state, Binding& binding) {
  const ObjectTable& theirs = binding.summary.objects;
  binding.values.resize(theirs.size());
  for (ObjectId id = 0; id < theirs.size(); ++id) {
    const Object& object = theirs.at(id);
    Values& values = binding.values[id];
    if (object.sort == ObjectSort::kRoot) {
      values = BindRoot(state, binding, object);
    } else if (object.sort == ObjectSort::kField) {
      values = flow_.ReadField(state, binding.values[object.parent], object.symbol);
    } else {
      auto& ordinals = flow_.ordinals_;
      const auto next = static_cast<std::uint32_t>(ordinals.size() % kMostOrdinals + 1);
      const std::uint32_t ordinal = ordinals.emplace(object.origin, next).first->second;
      values = {{flow_.objects_.Made(event_, ordinal, object.origin), true}};
    }
  }
}

/// The callee takes what it is given by two ways for two objects. Where it does something to both,
/// their order is lost.
void CallTransfer::FindMerged(Binding& binding) const {
  std::set<ObjectId> touched;
  for (const auto& [id, fate] : binding.exit.fates()) touched.insert(id);
  for (const PendingUse& use : binding.summary.uses) touched.insert(use.object);
  for (const auto& [place, values] : binding.exit.places()) {
    for (const Value& value : values) touched.insert(value.object);
  }
  std::set<ObjectId> once;
  for (const ObjectId id : touched) {
    if (binding.summary.objects.at(id).sort == ObjectSort::kMade) continue;
    for (const Value& value : binding.values[id]) {
      if (!once.insert(value.object).second) binding.merged.insert(value.object);
    }
  }
}

Values CallTransfer::BindRoot(FlowState& state, const Binding& binding, const Object& root) {
  switch (root.root) {
    case CxxRoot::kThis:
      return BindSelf(state, binding);
    case CxxRoot::kGlobal:
      return state.Read(flow_.objects_.Root(CxxRoot::kGlobal, 0, root.symbol, true));
    case CxxRoot::kParameter: {
      const CxxValue* value = ArgumentOf(binding, root.index);
      return value == nullptr ? Values{} : flow_.Evaluate(state, *value);
    }
    case CxxRoot::kLocal:
      break;
  }
  // Captured by a lambda of this very function.
  const CxxFunction& callee = *flow_.input_.program.function(binding.callee.function).function;
  if (callee.parent != flow_.function_.usr) return {};
  for (const auto& [inside, outside] : callee.captures) {
    if (inside.root == CxxRoot::kLocal && inside.index == root.index && inside.path.empty()) {
      return flow_.ReadObject(state, outside);
    }
  }
  return {};
}

bool CallTransfer::IsMethodValue(const Binding& binding) const {
  const CxxFunction& callee = *flow_.input_.program.function(binding.callee.function).function;
  return binding.call.reference && callee.parent.empty() && IsMethod(callee);
}

const CxxValue* CallTransfer::ArgumentOf(const Binding& binding, std::uint32_t parameter) const {
  const CxxEvent& event = *flow_.entry_.events[event_];
  // std::thread(&Client::Run, this, handle): the object comes first.
  const std::size_t at = parameter + binding.call.first_argument + (IsMethodValue(binding) ? 1 : 0);
  return at < event.arguments.size() ? &event.arguments[at] : nullptr;
}

Values CallTransfer::BindSelf(FlowState& state, const Binding& binding) {
  const CxxEvent& event = *flow_.entry_.events[event_];
  const CxxFunction& callee = *flow_.input_.program.function(binding.callee.function).function;
  if (!callee.parent.empty()) {
    // A lambda's `this` is that of the function around it.
    if (callee.parent != flow_.function_.usr) return {};
    return flow_.ReadObject(state, {.root = CxxRoot::kThis, .index = 0, .usr = "", .path = {}});
  }
  if (IsMethodValue(binding)) {
    const std::size_t at = binding.call.first_argument;
    return at < event.arguments.size() ? flow_.Evaluate(state, event.arguments[at]) : Values{};
  }
  if (binding.call.reference) return {};
  if (event.kind == CxxEventKind::kConstruct) {
    const ObjectId place = flow_.ResultPlace(event_);
    return state.places().contains(place) ? state.Read(place) : Values{};
  }
  return flow_.Evaluate(state, event.self);
}

Values CallTransfer::Translate(const Binding& binding, const Values& values) const {
  Values translated;
  for (const Value& value : values) {
    for (const Value& mine : binding.values[value.object]) {
      AddValue(translated, {mine.object, mine.must && value.must});
    }
  }
  return translated;
}

/// Of a parameter that is handed a place with one of several objects, that place.
std::optional<ObjectId> CallTransfer::PlaceBehind(FlowState& state, const Binding& binding,
                                                  ObjectId id) {
  const Object& object = binding.summary.objects.at(id);
  const bool parameter = object.sort == ObjectSort::kRoot && object.root == CxxRoot::kParameter;
  const Values& values = binding.values[id];
  if (!parameter || values.empty() || (values.size() == 1 && values[0].must)) return std::nullopt;
  const CxxValue* value = ArgumentOf(binding, object.index);
  return value == nullptr ? std::nullopt : flow_.PlaceOfValue(state, *value);
}

void CallTransfer::BringThrough(FlowState& state, const Binding& binding) {
  for (const auto& [id, fate] : binding.exit.fates()) {
    if (const auto place = PlaceBehind(state, binding, id)) {
      state.SetThrough(*place, state.Through(*place).Then(fate.effects));
    }
  }
}

void CallTransfer::BringUses(FlowState& before, const Binding& binding) {
  if (!flow_.recording_ || flow_.input_.beside.contains(flow_.function_id_)) return;
  for (const PendingUse& use : binding.summary.uses) {
    const auto place = PlaceBehind(before, binding, use.object);
    for (const Value& value : binding.values[use.object]) {
      Fate fate = before.FateOf(flow_.objects_, value.object);
      if (place) fate.effects = fate.effects.Then(before.Through(*place));
      fate.effects = fate.effects.Then(use.before.effects);
      if (binding.merged.contains(value.object)) {
        fate.effects.Add(EffectSet(flow_.input_.plan.ClearAllUnknown()));
      }
      if (fate.effects.empty() || flow_.uses_.size() >= kMostUses) continue;
      AddSteps(fate.steps, {{StepSort::kPassed, flow_.At(event_), nullptr}});
      AddSteps(fate.steps, use.before.steps);
      PendingUse mine{value.object, std::move(fate), use.at, use.entry, {flow_.At(event_)}};
      for (const EventId call : use.through) {
        if (mine.through.size() < kMostThrough) mine.through.push_back(call);
      }
      flow_.uses_.push_back(std::move(mine));
    }
  }
}

void CallTransfer::BringFates(FlowState& state, const Binding& binding) {
  const ObjectTable& theirs = binding.summary.objects;
  std::vector<ObjectId> fresh;
  for (const auto& [id, fate] : binding.exit.fates()) {
    const bool made = theirs.at(id).sort == ObjectSort::kMade;
    for (const Value& value : binding.values[id]) {
      Fate next = made ? Fate{} : state.FateOf(flow_.objects_, value.object);
      if (made) {
        // Two of the callee's objects may have one origin.
        const bool again = std::ranges::count(fresh, value.object) > 0;
        if (again) next = state.FateOf(flow_.objects_, value.object);
        fresh.push_back(value.object);
        next.effects.Add(fate.effects);
        AddSteps(next.steps, fate.steps);
        AddSteps(next.steps, {{StepSort::kReturned, flow_.At(event_), nullptr}});
      } else {
        EffectSet effects = next.effects.Then(fate.effects);
        if (!value.must) effects.Add(next.effects);
        if (binding.merged.contains(value.object)) {
          effects.Add(effects.Then(EffectSet(flow_.input_.plan.ClearAllUnknown())));
        }
        next.effects = std::move(effects);
        if (!fate.steps.empty()) {
          AddSteps(next.steps, {{StepSort::kPassed, flow_.At(event_), nullptr}});
        }
        AddSteps(next.steps, fate.steps);
      }
      state.SetFate(value.object, std::move(next));
    }
  }
}

void CallTransfer::BringPlaces(FlowState& state, const Binding& binding) {
  const ObjectTable& theirs = binding.summary.objects;
  const CxxFunction& callee = *flow_.input_.program.function(binding.callee.function).function;
  for (const auto& [place, values] : binding.exit.places()) {
    const Object& object = theirs.at(place);
    const Values mine = Translate(binding, values);
    if (object.sort == ObjectSort::kField) {
      flow_.AssignField(state, binding.values[object.parent], object.symbol, mine);
    } else if (object.root == CxxRoot::kGlobal) {
      state.Write(flow_.objects_.Root(CxxRoot::kGlobal, 0, object.symbol, true), mine);
    } else if (object.root == CxxRoot::kParameter) {
      const CxxValue* value = ArgumentOf(binding, object.index);
      const bool out = value != nullptr && value->kind == CxxValueKind::kObject;
      if (out) flow_.Assign(state, value->object, mine);
    } else if (object.root == CxxRoot::kLocal && callee.parent == flow_.function_.usr) {
      for (const auto& [inside, outside] : callee.captures) {
        const bool same = inside.root == CxxRoot::kLocal && inside.index == object.index;
        if (same && inside.path.empty()) flow_.Assign(state, outside, mine);
      }
    }
  }
  const bool constructs = flow_.entry_.events[event_]->kind == CxxEventKind::kConstruct;
  if (constructs || binding.call.reference) return;
  const Values result = Translate(binding, binding.summary.result);
  if (result.empty()) return;
  state.Write(flow_.ResultPlace(event_), result);
  state.SetThrough(flow_.ResultPlace(event_), binding.summary.result_through);
}

}  // namespace gonogo
