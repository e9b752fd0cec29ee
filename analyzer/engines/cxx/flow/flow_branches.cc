#include <algorithm>

#include "analyzer/engines/cxx/flow/function_flow.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 8;

/// The variables and fields that a value is worked out from.
void Collect(const CxxValue& value, const ProgramFunction& function, const ValueSources& sources,
             FunctionId id, unsigned depth, std::vector<const CxxObject*>& into) {
  if (depth > kDeepest || into.size() > 64) return;
  if (value.kind == CxxValueKind::kObject) {
    into.push_back(&value.object);
    const bool local = value.object.root == CxxRoot::kLocal && value.object.path.empty();
    if (!local) return;
    const std::uint32_t index = value.object.index;
    const auto follow = [&](const Source& source) {
      if (source.value != nullptr) Collect(*source.value, function, sources, id, depth + 2, into);
    };
    for (const Source& source : sources.Of(id, CxxRoot::kLocal, index).stores) follow(source);
    for (const auto& [field, source] : sources.Partial(id, CxxRoot::kLocal, index)) follow(source);
  }
  for (const CxxValue& part : value.parts) Collect(part, function, sources, id, depth + 1, into);
  if (value.kind != CxxValueKind::kResult || value.event >= function.events.size()) return;
  const CxxEvent& event = *function.events[value.event];
  Collect(event.self, function, sources, id, depth + 1, into);
  for (const CxxValue& argument : event.arguments) {
    Collect(argument, function, sources, id, depth + 1, into);
  }
}

/// Whether one is the other, or holds it. `this` alone holds everything and says nothing.
bool Related(const CxxObject& one, const CxxObject& other) {
  if (one.root != other.root || one.usr != other.usr) return false;
  const bool indexed = one.root == CxxRoot::kLocal || one.root == CxxRoot::kParameter;
  if (indexed && one.index != other.index) return false;
  const std::size_t shared = std::min(one.path.size(), other.path.size());
  if (shared == 0 && one.root == CxxRoot::kThis) return false;
  return std::equal(one.path.begin(), one.path.begin() + static_cast<std::ptrdiff_t>(shared),
                    other.path.begin());
}

/// The value that a condition compares with null, and the edge on which it is null.
struct NullTest {
  const CxxValue* value = nullptr;
  std::uint32_t edge = 0;
};

bool IsNullConstant(const CxxValue& value) {
  return value.kind == CxxValueKind::kNull ||
         (value.kind == CxxValueKind::kInteger && value.integer == 0 && value.name.empty());
}

NullTest NullTestOf(const CxxValue& condition) {
  const CxxValue* value = &condition;
  std::uint32_t edge = 1;
  for (unsigned depth = 0; depth < 8; ++depth) {
    if (value->kind == CxxValueKind::kObject || value->kind == CxxValueKind::kResult) {
      return {value, edge};
    }
    if (value->kind != CxxValueKind::kCombined || value->parts.empty()) return {};
    if (value->operation == "!" && value->parts.size() == 1) {
      edge = 1 - edge;
      value = &value->parts[0];
      continue;
    }
    const bool equal = value->operation == "==";
    if ((!equal && value->operation != "!=") || value->parts.size() != 2) return {};
    if (equal) edge = 1 - edge;
    if (IsNullConstant(value->parts[1])) {
      value = &value->parts[0];
    } else if (IsNullConstant(value->parts[0])) {
      value = &value->parts[1];
    } else {
      return {};
    }
  }
  return {};
}

/// `role` is that of an event by the entry: it bounds the object, as far as is seen.
bool SetsBound(const PlanEntry& entry, const EventRole& role) {
  return entry.role == Role::kBound && !role.none && role.verdict >= Verdict::kSome;
}

}  // namespace

/// A bound that is set under a test of the bound itself (`if (timeout > 0) set(timeout)`) counts on
/// both sides: who chose the value chose to wait. So does one that is an element of a table of
/// options, behind the loop over the table.
void FunctionFlow::FindTestedBounds() {
  for (const auto& [number, roles] : roles_) {
    for (const EventRole& role : roles) {
      const PlanEntry& entry = input_.plan.entries()[role.entry];
      if (!SetsBound(entry, role)) continue;
      for (const Guard& guard : graph_.GuardsOf(entry_.block_of[number])) {
        const CxxBlock& test = function_.blocks[guard.block];
        const bool walked = role.table && test.is_loop;
        if (!walked && !TestsBound(*entry.pattern, number, test.condition)) continue;
        std::vector<std::uint32_t>& events = tested_[{guard.block, 1 - guard.edge}];
        if (std::ranges::count(events, number) == 0) events.push_back(number);
      }
    }
  }
}

/// `limit ? connectWithTimeout(limit) : connect()`: who chose 0 chose to wait. The bounds that the
/// other side has; empty where it makes nothing.
std::vector<const PlanEntry*> FunctionFlow::BoundsOfOtherSide(std::uint32_t number) {
  std::vector<const PlanEntry*> entries;
  bool makes = false;
  for (const Guard& guard : graph_.GuardsOf(entry_.block_of[number])) {
    const auto bounds = tested_.find({guard.block, guard.edge});
    if (bounds == tested_.end()) continue;
    for (const std::uint32_t other : bounds->second) {
      for (const EventRole& role : roles_.at(other)) {
        const PlanEntry& entry = input_.plan.entries()[role.entry];
        if (!SetsBound(entry, role)) continue;
        const ObjectAt at = PatternMatcher::ObjectOf(*entry.pattern, *entry_.events[other], false);
        makes = makes || at.spot == ObjectSpot::kResult;
        entries.push_back(&entry);
      }
    }
  }
  if (!makes) entries.clear();
  return entries;
}

bool FunctionFlow::TestsBound(const CallPattern& pattern, std::uint32_t number,
                              const CxxValue& condition) const {
  const CxxEvent& event = *entry_.events[number];
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    if (form.some) continue;
    const std::size_t here = position++;
    if (form.sort != ArgumentSort::kBound || here >= event.arguments.size()) continue;
    const CxxValue& value = event.arguments[here];
    if (input_.resolver.Single(value, function_id_, context_.given) != nullptr) continue;
    if (Mentions(condition, value)) return true;
  }
  return false;
}

bool FunctionFlow::Mentions(const CxxValue& condition, const CxxValue& value) const {
  std::vector<const CxxObject*> tested, used;
  Collect(condition, entry_, input_.sources, function_id_, 0, tested);
  Collect(value, entry_, input_.sources, function_id_, 0, used);
  return std::ranges::any_of(tested, [&](const CxxObject* one) {
    return std::ranges::any_of(used, [&](const CxxObject* other) { return Related(*one, *other); });
  });
}

void FunctionFlow::Branch(FlowState& state, std::uint32_t block, std::uint32_t edge) {
  const CxxBlock& here = function_.blocks[block];
  if (!here.has_condition || here.next.size() != 2 || here.next[0] == here.next[1]) return;
  const NullTest test = NullTestOf(here.condition);
  if (test.value != nullptr && test.edge == edge) MakeNull(state, *test.value);
  const auto bounds = tested_.find({block, edge});
  if (bounds == tested_.end()) return;
  for (const std::uint32_t number : bounds->second) {
    for (const EventRole& role : roles_.at(number)) {
      const PlanEntry& entry = input_.plan.entries()[role.entry];
      if (!SetsBound(entry, role)) continue;
      const ObjectAt at = PatternMatcher::ObjectOf(*entry.pattern, *entry_.events[number], false);
      const Values values = ObjectValues(state, number, at);
      const Effect effect = input_.plan.Set(entry, role.huge);
      Do(state, values, effect, {StepSort::kSet, At(number), entry.pattern});
      DoThrough(state, at, values, effect, true);
    }
  }
}

/// On this path the place holds nothing: objects that it surely holds elsewhere do not exist here.
void FunctionFlow::MakeNull(FlowState& state, const CxxValue& value) {
  if (!Concerns(value)) return;
  for (const Value& one : Evaluate(state, value)) {
    if (!one.must) continue;
    Fate fate = state.FateOf(objects_, one.object);
    fate.effects = {};
    state.SetFate(one.object, std::move(fate));
  }
  if (value.kind == CxxValueKind::kObject) Assign(state, value.object, {});
}

}  // namespace gonogo
