#include <algorithm>

#include "analyzer/engines/cxx/flow/function_flow.h"

namespace gonogo {
namespace {

constexpr ReturnSet Bit(ReturnSort sort) {
  return static_cast<ReturnSet>(1U << static_cast<unsigned>(sort));
}
constexpr ReturnSet kNegative = Bit(ReturnSort::kNegative);
constexpr ReturnSet kZero = Bit(ReturnSort::kZero);
constexpr ReturnSet kPositive = Bit(ReturnSort::kPositive);

/// What a condition asks of one value: what that is where the condition holds.
struct ValueTest {
  const CxxValue* value = nullptr;
  ReturnSet holds = kAnyReturn;
};

bool IsInteger(const CxxValue& value, std::int64_t number) {
  if (value.kind == CxxValueKind::kNull) return number == 0;
  return value.kind == CxxValueKind::kInteger && value.integer == number;
}

ReturnSet Compared(std::string_view operation, const CxxValue& with) {
  const bool zero = IsInteger(with, 0);
  const bool minus = IsInteger(with, -1);
  const bool one = IsInteger(with, 1);
  if (operation == "==") return zero ? kZero : minus ? kNegative : one ? kPositive : kAnyReturn;
  if (operation == "!=") {
    return zero    ? kNegative | kPositive
           : minus ? kZero | kPositive
           : one   ? kNegative | kZero
                   : kAnyReturn;
  }
  if (operation == "<" && zero) return kNegative;
  if (operation == ">=" && zero) return kZero | kPositive;
  if (operation == ">" && zero) return kPositive;
  if (operation == "<=" && zero) return kNegative | kZero;
  return kAnyReturn;
}

ValueTest TestOf(const CxxValue& condition) {
  if (condition.kind == CxxValueKind::kObject || condition.kind == CxxValueKind::kResult) {
    return {&condition, kNegative | kPositive};
  }
  if (condition.kind != CxxValueKind::kCombined) return {};
  if (condition.operation == "!" && condition.parts.size() == 1) {
    const ValueTest inner = TestOf(condition.parts[0]);
    return {inner.value, static_cast<ReturnSet>(kAnyReturn & ~inner.holds)};
  }
  if (condition.parts.size() != 2) return {};
  const CxxValue& left = condition.parts[0];
  const CxxValue& right = condition.parts[1];
  const bool mirrored =
      IsConstant(left) && (condition.operation == "==" || condition.operation == "!=");
  const ReturnSet holds = Compared(condition.operation, mirrored ? left : right);
  if (holds == kAnyReturn) return {};
  return {mirrored ? &right : &left, holds};
}

ReturnSet SortOf(const CxxValue& constant) {
  if (!IsTrue(constant)) return kZero;
  const bool negative = (constant.kind == CxxValueKind::kInteger && constant.integer < 0) ||
                        (constant.kind == CxxValueKind::kReal && constant.real < 0);
  return negative ? kNegative : kPositive;
}

}  // namespace

/// The call in this block whose result the value is, maybe by way of a local.
std::uint32_t FunctionFlow::CallBehind(const CxxValue& value, std::uint32_t block) const {
  if (value.kind == CxxValueKind::kResult) {
    const bool here = value.event < entry_.block_of.size() && entry_.block_of[value.event] == block;
    return here && context_.calls.contains(value.event) ? value.event : kNoEvent;
  }
  const bool local = value.kind == CxxValueKind::kObject && value.object.root == CxxRoot::kLocal &&
                     value.object.path.empty();
  if (!local) return kNoEvent;
  const auto& events = function_.blocks[block].events;
  for (auto at = events.rbegin(); at != events.rend(); ++at) {
    const bool stores =
        at->kind == CxxEventKind::kStore && !at->arguments.empty() &&
        at->target.kind == CxxValueKind::kObject && at->target.object.root == CxxRoot::kLocal &&
        at->target.object.index == value.object.index && at->target.object.path.empty();
    if (!stores) continue;
    return at->arguments[0].kind == CxxValueKind::kResult ? CallBehind(at->arguments[0], block)
                                                          : kNoEvent;
  }
  return kNoEvent;
}

KnownReturn FunctionFlow::ReturnOnEdge(std::uint32_t block, std::uint32_t edge) const {
  const CxxBlock& here = function_.blocks[block];
  if (!here.has_condition || here.next.size() != 2 || here.next[0] == here.next[1]) return {};
  const ValueTest test = TestOf(here.condition);
  if (test.value == nullptr) return {};
  const std::uint32_t event = CallBehind(*test.value, block);
  if (event == kNoEvent) return {};
  const auto tells = [&](ContextId target) { return input_.summaries[target].split; };
  const bool split = std::ranges::any_of(context_.calls.at(event), [&](const ContextCall& call) {
    return !call.reference && std::ranges::any_of(call.targets, tells);
  });
  if (!split) return {};
  return {event, edge == 0 ? test.holds : static_cast<ReturnSet>(kAnyReturn & ~test.holds)};
}

/// The state on one edge: where the edge tells what a call returned, the block is gone through
/// once more with that.
FlowState FunctionFlow::ThroughTo(std::uint32_t block, const FlowState& end, std::uint32_t edge) {
  const KnownReturn known = ReturnOnEdge(block, edge);
  if (known.event == kNoEvent) return end;
  known_return_ = known;
  FlowState state = Through(block, starts_[block]);
  known_return_ = {};
  return state;
}

ReturnSet FunctionFlow::ReturnsOf(const CxxValue& value) {
  const Resolved resolved = input_.resolver.Resolve(value, function_id_, context_.given);
  if (resolved.open || resolved.constants.empty()) return kAnyReturn;
  ReturnSet returns = 0;
  for (const Constant& constant : resolved.constants) returns |= SortOf(*constant.value);
  return returns;
}

/// Adds the end of a block that returns to the exits, by what it returns.
void FunctionFlow::AddReturns(std::uint32_t block) {
  if (!ends_[block].reachable) return;
  for (const CxxEvent& event : function_.blocks[block].events) {
    if (event.kind != CxxEventKind::kReturn || event.arguments.empty()) continue;
    const std::uint32_t call = CallBehind(event.arguments[0], block);
    const ReturnSet returns = call == kNoEvent ? ReturnsOf(event.arguments[0]) : kAnyReturn;
    for (std::size_t sort = 0; sort < kReturnSorts; ++sort) {
      const auto bit = static_cast<ReturnSet>(1U << sort);
      if ((returns & bit) == 0) continue;
      if (call == kNoEvent) {
        exits_[sort].Join(objects_, ends_[block]);
        continue;
      }
      // What the callee returned is returned.
      known_return_ = {call, bit};
      recording_ = false;
      exits_[sort].Join(objects_, Through(block, starts_[block]));
      recording_ = true;
      known_return_ = {};
    }
  }
}

}  // namespace gonogo
