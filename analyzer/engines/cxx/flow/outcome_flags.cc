// The flags of AttemptView: constants that one outcome alone stores, and what a test of them says.
#include <algorithm>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestSetter = 24;  // events of a function that stores what it is given

/// What the callee's `object` is where it was called; none where it is nobody's else.
std::optional<CxxObject> Outside(const CxxObject& object, const CxxEvent& call) {
  if (object.root == CxxRoot::kGlobal) return object;
  if (object.path.empty()) return std::nullopt;
  const CxxValue* whole = nullptr;
  if (object.root == CxxRoot::kThis) whole = &call.self;
  if (object.root == CxxRoot::kParameter && object.index < call.arguments.size())
    whole = &call.arguments[object.index];
  if (whole == nullptr || whole->kind != CxxValueKind::kObject) return std::nullopt;
  CxxObject outside = whole->object;
  outside.path.insert(outside.path.end(), object.path.begin(), object.path.end());
  return outside;
}

/// The constant that the callee stores: the one that it was given.
std::optional<std::int64_t> Given(const CxxValue& value, const CxxEvent& call) {
  const bool parameter = value.kind == CxxValueKind::kObject &&
                         value.object.root == CxxRoot::kParameter && value.object.path.empty() &&
                         value.object.index < call.arguments.size();
  return parameter ? ConstantNumberOf(call.arguments[value.object.index]) : std::nullopt;
}

}  // namespace

void AttemptView::AddFlags(std::uint32_t block) {
  const bool success = succeeded_.reached[block];
  if (success && failed_.reached[block]) return;
  std::uint32_t number = 0;
  for (std::uint32_t i = 0; i < block; ++i) {
    number += static_cast<std::uint32_t>(entry_.function->blocks[i].events.size());
  }
  for (const CxxEvent& event : entry_.function->blocks[block].events) {
    if (event.kind == CxxEventKind::kCall) AddFlagsOfSetter(number, success);
    ++number;
    if (event.kind != CxxEventKind::kStore || event.arguments.empty()) continue;
    if (event.target.kind != CxxValueKind::kObject) continue;
    const auto value = ConstantNumberOf(event.arguments[0]);
    if (value) AddFlag(event.target.object, *value, success);
    // `++connected`: more than none.
    if (!value && success && IsStep(entry_, event)) AddFlag(event.target.object, 1, true);
  }
}

void AttemptView::AddFlag(const CxxObject& object, std::int64_t value, bool success) {
  // `retries = 0` after success takes away the attempts that are left.
  const bool none_left =
      success && value == 0 &&
      SoundsLikeRetry(NameOfObject(reader_.program(), attempt_.at.function, object));
  if (none_left || !IsNoFlag(object)) flags_.push_back({object, value, success});
}

/// `SetState(link, kBroken)`, which stores what it is given.
void AttemptView::AddFlagsOfSetter(std::uint32_t event, bool success) {
  const auto targets = reader_.program().TargetsOf({attempt_.at.function, event});
  if (targets.size() != 1) return;
  const ProgramFunction& setter = reader_.program().function(targets.front());
  if (setter.events.size() > kLongestSetter) return;
  const CxxEvent& call = *entry_.events[event];
  for (const CxxEvent* store : setter.events) {
    if (store->kind != CxxEventKind::kStore || store->arguments.empty()) continue;
    if (store->target.kind != CxxValueKind::kObject) continue;
    const auto value = Given(store->arguments[0], call);
    const auto object = Outside(store->target.object, call);
    if (value && object) AddFlag(*object, *value, success);
  }
}

/// The way of a test that asks for a state which neither outcome stores: after success another one
/// is stored, and it is not this.
std::optional<std::size_t> AttemptView::ClosedToSuccess(const CxxValue& condition) const {
  const bool equal = condition.operation == "==";
  if (condition.parts.size() != 2 || (!equal && condition.operation != "!=")) return std::nullopt;
  const CxxValue& state = condition.parts[0];
  const CxxValue& asked = condition.parts[1];
  if (state.kind != CxxValueKind::kObject || asked.kind != CxxValueKind::kInteger)
    return std::nullopt;
  bool after[2] = {};
  for (const Flag& flag : flags_) {
    if (!SameObject(flag.object, state.object)) continue;
    if (flag.value == asked.integer) return std::nullopt;
    after[flag.success ? 1 : 0] = true;
  }
  if (!after[0] || !after[1]) return std::nullopt;
  return equal ? 0 : 1;
}

}  // namespace gonogo
