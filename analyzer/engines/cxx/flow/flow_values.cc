#include <algorithm>
#include <set>

#include "analyzer/engines/cxx/flow/function_flow.h"

namespace gonogo {
namespace {

// Places beside those of variables: what an event results in, and what is returned.
constexpr std::uint32_t kResultPlace = 1U << 31U;
constexpr std::uint32_t kReturnPlace = kResultPlace - 1;

bool IsCaptured(const CxxFunction& function, const CxxObject& object) {
  return std::ranges::any_of(function.captures, [&](const auto& capture) {
    return capture.first.root == object.root && capture.first.index == object.index;
  });
}

/// malloc, g_malloc0, xcalloc, palloc, lua_newuserdata: what they return is new, and holds nothing.
bool Allocates(std::string_view callee) {
  const auto has = [&](std::string_view part) { return callee.find(part) != callee.npos; };
  return (has("alloc") && !has("realloc")) || has("_new") || callee.starts_with("new_");
}

}  // namespace

ObjectId FunctionFlow::RootOf(const CxxObject& object) {
  const bool outside = object.root != CxxRoot::kLocal || IsCaptured(function_, object);
  const bool global = object.root == CxxRoot::kGlobal;
  const std::uint32_t index = object.root == CxxRoot::kThis || global ? 0 : object.index;
  return objects_.Root(object.root, index, global ? std::string_view(object.usr) : "", outside);
}

ObjectId FunctionFlow::ResultPlace(std::uint32_t event) {
  return objects_.Root(CxxRoot::kLocal, kResultPlace + event, "", false);
}

ObjectId FunctionFlow::ReturnPlace() {
  return objects_.Root(CxxRoot::kLocal, kReturnPlace, "", false);
}

ObjectId FunctionFlow::Make(FlowState& state, std::uint32_t event, Fate fate) {
  const ObjectId made = objects_.Made(event, 0, At(event));
  state.SetFate(made, std::move(fate));
  state.Write(ResultPlace(event), {{made, true}});
  return made;
}

bool FunctionFlow::Concerns(const CxxValue& value) const {
  return input_.contexts.Concerns(function_id_, value);
}

bool FunctionFlow::MayHold(const CxxValue& value) const {
  if (Concerns(value)) return true;
  const bool text = value.type.starts_with("std::basic_string") || value.type == "std::string";
  return value.type == "void" || (value.type.starts_with("std::") && !text);
}

Values FunctionFlow::ReadField(const FlowState& state, const Values& holders,
                               std::string_view field) {
  Values values;
  for (const Value& holder : holders) {
    const ObjectId place = objects_.Field(holder.object, field);
    const Values* const held = state.places().Find(place);
    if (held == nullptr) AddValue(values, {place, holder.must});
    if (held == nullptr) continue;
    for (const Value& value : *held) AddValue(values, {value.object, value.must && holder.must});
  }
  return values;
}

Values FunctionFlow::ReadObject(const FlowState& state, const CxxObject& object) {
  Values values = state.Read(RootOf(object));
  for (const std::string& field : object.path) values = ReadField(state, values, field);
  return values;
}

Values FunctionFlow::Evaluate(FlowState& state, const CxxValue& value) {
  if (value.kind == CxxValueKind::kObject) return ReadObject(state, value.object);
  if (value.kind == CxxValueKind::kResult && value.event < entry_.events.size()) {
    const ObjectId place = ResultPlace(value.event);
    const CxxEvent& event = *entry_.events[value.event];
    if (state.places().contains(place)) {
      Values kept = state.Read(place);
      if (!kept.empty() || !Allocates(event.callee)) return kept;
    }
    const bool known = context_.calls.contains(value.event);
    if (event.callee.starts_with("std::") && event.self.kind == CxxValueKind::kObject) {
      return ReadField(state, Evaluate(state, event.self), "[]");
    }
    const bool followed = std::ranges::count(input_.plan.clause().types, value.type) > 0;
    if (event.kind != CxxEventKind::kCall) return {};
    const bool may_hold = value.type.empty() || input_.contexts.types().contains(value.type);
    if (!followed && may_hold && Allocates(event.callee)) {
      return {{Make(state, value.event, {EffectSet(input_.plan.Fresh()), {}}), true}};
    }
    if (known || !followed) return {};
    // A library's view of an object that it was given: its lowest layer, its stream.
    const bool view = !event.in_tree && !event.callee.empty();
    if (view && event.arguments.empty()) return Evaluate(state, event.self);
    if (view && event.arguments.size() == 1 && event.self.kind == CxxValueKind::kUnknown) {
      return Evaluate(state, event.arguments[0]);
    }
    // An object from where nobody can see.
    return {{Make(state, value.event, {EffectSet(Effect{0, input_.plan.unknown()}), {}}), true}};
  }
  Values values;
  if (value.kind != CxxValueKind::kCombined) return values;
  const std::size_t first = value.operation == "?:" && value.parts.size() == 3 ? 1 : 0;
  std::size_t branches = 0;
  for (std::size_t i = first; i < value.parts.size(); ++i) {
    const Values part = Evaluate(state, value.parts[i]);
    branches += part.empty() ? 0 : 1;
    for (const Value& one : part) AddValue(values, one);
  }
  if (values.size() > 1 && branches > 1) {
    for (Value& one : values) one.must = false;
  }
  return values;
}

Values FunctionFlow::ObjectValues(FlowState& state, std::uint32_t event, const ObjectAt& at) {
  switch (at.spot) {
    case ObjectSpot::kNowhere:
      return {};
    case ObjectSpot::kValue:
      return Evaluate(state, *at.value);
    case ObjectSpot::kHolder: {
      CxxObject holder = *at.field;
      holder.path.pop_back();
      Values values = state.Read(RootOf(*at.field));
      for (std::size_t i = 0; i + 1 < at.field->path.size(); ++i) {
        values = ReadField(state, values, at.field->path[i]);
      }
      return values;
    }
    case ObjectSpot::kResult: {
      const ObjectId place = ResultPlace(event);
      return state.places().contains(place) ? state.Read(place) : Values{};
    }
  }
  return {};
}

void FunctionFlow::AssignField(FlowState& state, const Values& holders, std::string_view field,
                               const Values& values) {
  const bool surely = holders.size() == 1 && holders[0].must;
  for (const Value& holder : holders) {
    const ObjectId place = objects_.Field(holder.object, field);
    Values next = values;
    if (!surely) {
      for (Value& value : next) value.must = false;
      for (const Value& old : state.Read(place)) AddValue(next, {old.object, false});
    }
    state.Write(place, std::move(next));
  }
}

void FunctionFlow::Assign(FlowState& state, const CxxObject& target, const Values& values) {
  if (target.path.empty()) {
    // A member function cannot make `this` another object.
    if (target.root != CxxRoot::kThis) state.Write(RootOf(target), values);
    return;
  }
  Values holders = state.Read(RootOf(target));
  for (std::size_t i = 0; i + 1 < target.path.size(); ++i) {
    holders = ReadField(state, holders, target.path[i]);
  }
  AssignField(state, holders, target.path.back(), values);
}

/// `Session s = {handle, url}`: the fields in order.
void FunctionFlow::AssignBraced(FlowState& state, const CxxObject& target, const CxxValue& value) {
  const CxxClass* type = input_.program.ClassNamed(value.type);
  const Values holders = ReadObject(state, target);
  for (std::size_t i = 0; i < value.parts.size(); ++i) {
    const Values part = Evaluate(state, value.parts[i]);
    if (part.empty()) continue;
    const bool known = type != nullptr && i < type->fields.size();
    AssignField(state, holders, known ? std::string_view(type->fields[i].usr) : "[]", part);
  }
}

void FunctionFlow::Do(FlowState& state, const Values& values, Effect effect, const Step& step,
                      bool surely) {
  for (const Value& value : values) {
    Fate fate = state.FateOf(objects_, value.object);
    if (fate.effects.empty()) continue;
    EffectSet next = fate.effects.Then(EffectSet(effect));
    if (!surely || !value.must) next.Add(fate.effects);
    fate.effects = std::move(next);
    AddSteps(fate.steps, {step});
    state.SetFate(value.object, std::move(fate));
  }
}

std::optional<ObjectId> FunctionFlow::PlaceOfValue(FlowState& state, const CxxValue& value) {
  if (value.kind == CxxValueKind::kResult) return ResultPlace(value.event);
  if (value.kind != CxxValueKind::kObject) return std::nullopt;
  const CxxObject& object = value.object;
  if (object.path.empty()) return RootOf(object);
  Values holders = state.Read(RootOf(object));
  for (std::size_t i = 0; i + 1 < object.path.size(); ++i) {
    holders = ReadField(state, holders, object.path[i]);
  }
  const bool one = holders.size() == 1 && holders[0].must && object.path.back() != "[]";
  if (!one) return std::nullopt;
  return objects_.Field(holders[0].object, object.path.back());
}

void FunctionFlow::DoThrough(FlowState& state, const ObjectAt& at, const Values& values,
                             Effect effect, bool surely) {
  const bool several = values.size() > 1 || (values.size() == 1 && !values[0].must);
  if (!several || at.spot != ObjectSpot::kValue) return;
  const std::optional<ObjectId> place = PlaceOfValue(state, *at.value);
  if (!place) return;
  const EffectSet before = state.Through(*place);
  EffectSet effects = before.Then(EffectSet(effect));
  if (!surely) effects.Add(before);
  state.SetThrough(*place, std::move(effects));
}

EffectSet FunctionFlow::DoneThrough(FlowState& state, const ObjectAt& at) {
  if (at.spot != ObjectSpot::kValue) return EffectSet(Effect{});
  const std::optional<ObjectId> place = PlaceOfValue(state, *at.value);
  return place ? state.Through(*place) : EffectSet(Effect{});
}

/// What was made here and is neither returned nor kept is gone: `return NULL` after what failed
/// says nothing of the object that another path returns.
void FunctionFlow::EndUnseen(FlowState& state) {
  const ObjectId returned = ReturnPlace();
  std::set<ObjectId> seen;
  for (const auto& [place, values] : state.places()) {
    const Object& object = objects_.at(place);
    const bool variable = object.sort == ObjectSort::kRoot && !object.outside;
    if (variable && place != returned) continue;
    for (const Value& value : values) seen.insert(value.object);
  }
  std::vector<ObjectId> gone;
  for (const auto& [id, fate] : state.fates()) {
    if (objects_.at(id).sort == ObjectSort::kMade && !seen.contains(id)) gone.push_back(id);
  }
  for (const ObjectId id : gone) state.End(id);
}

/// Somebody of whom nothing is known gets the object, and what it holds.
void FunctionFlow::Escape(FlowState& state, const CxxValue& value, std::uint32_t event) {
  if (!Concerns(value)) return;
  Values values = Evaluate(state, value);
  std::vector<ObjectId> holders;
  for (const Value& one : values) holders.push_back(one.object);
  for (std::size_t i = 0; i < holders.size() && i < 64; ++i) {
    for (const auto& [place, held] : state.places()) {
      const Object& object = objects_.at(place);
      if (object.sort != ObjectSort::kField || object.parent != holders[i]) continue;
      for (const Value& one : held) {
        if (std::ranges::count(holders, one.object) > 0) continue;
        holders.push_back(one.object);
        AddValue(values, one);
      }
    }
  }
  Do(state, values, input_.plan.Unknown(), {StepSort::kEscaped, At(event), nullptr});
}

}  // namespace gonogo
