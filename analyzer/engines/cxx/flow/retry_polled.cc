// Retries whose loop is somebody else's: `Poll()` connects where a state says that nothing is
// connected, tells nobody how that ended, and is called again and again. The state is asked anew
// each time, and a failure leaves it as it was.
#include <algorithm>
#include <array>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestState = 4;
constexpr std::size_t kMostCallers = 8;   // of one function
constexpr std::size_t kMostBlocks = 400;  // of what connects

bool SaysLink(std::string_view name) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"conn",    "connected", "connection", "connect", "state", "status", "sock",  "socket",
       "fd",      "sd",        "link",       "online",  "open",  "opened", "alive", "handle",
       "session", "client",    "peer",       "stream",  "shout", "mosq",   "ready"});
  return HasWordOf(name, kWords);
}

bool IsKept(const CxxObject& object) {
  if (object.path.empty()) return object.root == CxxRoot::kGlobal;
  return object.root != CxxRoot::kLocal || object.path.back() != "[]";
}

/// Of the field that it is, or of the whole variable.
std::string_view UsrOf(const CxxObject& object) {
  return object.path.empty() ? object.usr : object.path.back();
}

}  // namespace

/// Whether the value asks a state that outlives the function, or somebody whether it is connected.
bool RetryFinder::AsksState(FunctionId function, const CxxValue& value, unsigned depth) const {
  if (depth > kDeepestState) return false;
  if (value.kind == CxxValueKind::kObject)
    return IsKept(value.object) && SaysLink(LastNameOfUsr(UsrOf(value.object)));
  if (value.kind == CxxValueKind::kResult) {
    const auto& events = reader_.program().function(function).events;
    return value.event < events.size() && SaysLink(LastNameOf(events[value.event]->callee));
  }
  return std::ranges::any_of(
      value.parts, [&](const CxxValue& part) { return AsksState(function, part, depth + 1); });
}

/// Whether the state is set behind the test alone, here or by what is tried; who is asked whether
/// he is connected knows.
bool RetryFinder::IsSetAfter(const Attempt& attempt, const CxxValue& state,
                             std::uint32_t guard) const {
  if (state.kind == CxxValueKind::kResult) return true;
  if (state.kind != CxxValueKind::kObject) {
    return std::ranges::any_of(
        state.parts, [&](const CxxValue& part) { return IsSetAfter(attempt, part, guard); });
  }
  const CxxObject& object = state.object;
  if (!IsKept(object)) return false;
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  const auto same = [&](const CxxObject& other) {
    return object.path.empty() ? SameObject(object, other)
                               : !other.path.empty() && other.path.back() == object.path.back();
  };
  bool after = false;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool stores =
        event.kind == CxxEventKind::kStore && event.target.kind == CxxValueKind::kObject;
    if (!stores || !same(event.target.object)) continue;
    const std::uint32_t home = entry.block_of[i];
    if (home == guard || LeadsPast(*entry.function, home, guard, entry.function->blocks.size()))
      return false;
    after = true;
  }
  return after || std::ranges::any_of(attempt.targets, [&](FunctionId target) {
           return reader_.StoresIn(target, UsrOf(object));
         });
}

/// The block that lets the attempt be made only in one state.
std::optional<std::uint32_t> RetryFinder::GuardOf(const Attempt& attempt, bool set_here) const {
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  const std::uint32_t home = entry.block_of[attempt.at.event];
  const auto& blocks = entry.function->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const CxxBlock& block = blocks[i];
    if (i == home || block.next.size() < 2 || block.condition.kind == CxxValueKind::kUnknown)
      continue;
    if (!AsksState(attempt.at.function, block.condition, 0)) continue;
    const auto leads = std::ranges::count_if(
        block.next, [&](std::uint32_t next) { return LeadsPast(*entry.function, next, home, i); });
    if (leads != 1 || !LeadsPast(*entry.function, 0, i, home)) continue;
    if (!set_here || IsSetAfter(attempt, block.condition, i)) return i;
  }
  return std::nullopt;
}

bool RetryFinder::IsGuarded(FunctionId function) const {
  const CxxFunction& inside = *reader_.program().function(function).function;
  if (inside.blocks.size() > kMostBlocks) return false;
  const auto& attempts = reader_.attempts().In(function);
  return std::ranges::any_of(attempts, [&](const Attempt& attempt) {
    return attempt.connects && !attempt.guessed && GuardOf(attempt, true).has_value();
  });
}

/// Whether what the failure alone stores is what the loop's end asks for.
bool RetryFinder::EndsLoop(const AttemptView& view, FunctionId looping,
                           const std::vector<bool>& loop) const {
  const auto& inner = view.function().blocks;
  const auto& outer = reader_.program().function(looping).function->blocks;
  const auto asks = [&](const CxxObject& stored, const auto& self, const CxxValue& value) -> bool {
    if (value.kind == CxxValueKind::kObject) {
      const CxxObject& object = value.object;
      return object.path.empty() ? object.root == CxxRoot::kGlobal && object.usr == stored.usr &&
                                       stored.path.empty()
                                 : !stored.path.empty() && object.path.back() == stored.path.back();
    }
    return std::ranges::any_of(value.parts,
                               [&](const CxxValue& part) { return self(stored, self, part); });
  };
  for (std::uint32_t i = 0; i < inner.size(); ++i) {
    if (!view.failed().reached[i] || view.succeeded().reached[i]) continue;
    for (const CxxEvent& event : inner[i].events) {
      if (NeverReturns(event)) return true;
      if (event.kind != CxxEventKind::kStore || event.target.kind != CxxValueKind::kObject)
        continue;
      for (std::uint32_t o = 0; o < outer.size(); ++o) {
        const bool leaves = loop[o] && std::ranges::any_of(outer[o].next, [&](std::uint32_t next) {
                              return next >= loop.size() || !loop[next];
                            });
        if (leaves && asks(event.target.object, asks, outer[o].condition)) return true;
      }
    }
  }
  return false;
}

/// The loop around the call: none where it ends, or where somebody asks how the call ended.
bool RetryFinder::IsPolled(const AttemptView& view, FunctionId called, Retry& retry) {
  const auto& callers = reader_.program().function(called).callers;
  if (callers.size() > kMostCallers) return false;
  for (const EventId caller : callers) {
    const ProgramFunction& outer = reader_.program().function(caller.function);
    const bool hands_on = std::ranges::count(reader_.program().TargetsOf(caller), called) == 0;
    if (caller.function == called || hands_on) continue;
    const auto asks = [&](const CxxBlock& block) {
      const auto is_result = [&](const CxxValue& value, const auto& self) -> bool {
        if (value.kind == CxxValueKind::kResult) return value.event == caller.event;
        return std::ranges::any_of(value.parts,
                                   [&](const CxxValue& part) { return self(part, self); });
      };
      return is_result(block.condition, is_result);
    };
    if (std::ranges::any_of(outer.function->blocks, asks)) continue;
    const std::uint32_t home = outer.block_of[caller.event];
    const std::vector<CodeLoop> loops = LoopsOf(*outer.function);
    const auto around = std::find_if(loops.rbegin(), loops.rend(),
                                     [&](const CodeLoop& loop) { return loop.body[home]; });
    if (around == loops.rend()) continue;
    RetryCycle cycle{.function = caller.function,
                     .part = &around->body,
                     .blocks = around->body,
                     .leads_back = around->body,
                     .list = nullptr,
                     .attempt = caller.event};
    retry.bound = retries_.BoundOf(cycle);
    if (retry.bound.sort != BoundSort::kNothing) continue;
    if (EndsLoop(view, caller.function, around->body)) continue;
    std::vector<Retry> told;
    LookAtLoops(caller.function, told);
    const auto is_same = [&](const Retry& other) { return other.attempt->at == caller; };
    if (std::ranges::any_of(told, is_same)) return false;
    retry.pace = retries_.PaceOf(cycle);
    if (retry.pace.sort == PaceSort::kNone) retry.pace.sort = PaceSort::kUnknown;
    return true;
  }
  return false;
}

void RetryFinder::LookAtPolled(FunctionId function, std::vector<Retry>& found) {
  const ProgramFunction& entry = reader_.program().function(function);
  if (!found.empty() || entry.function->blocks.size() > kMostBlocks) return;
  if (entry.function->is_main) return;
  std::vector<CodeLoop> loops;
  for (const Attempt& attempt : reader_.attempts().In(function)) {
    if (!attempt.connects || !IsNear(attempt)) continue;
    const CxxEvent& event = *entry.events[attempt.at.event];
    if (attempt.guessed && !SoundsLikeConnect(event)) continue;
    Retry retry;
    const bool clocked = IsClocked(attempt, retry);
    if (entry.callers.empty() && !clocked) continue;
    // What a callback sets says it as well, where a clock says that this is done again and again.
    auto guard = GuardOf(attempt, !clocked);
    if (!guard && clocked && retry.test != UINT32_MAX) guard = retry.head;
    if (!guard) continue;
    if (loops.empty()) loops = LoopsOf(*entry.function);
    const std::uint32_t home = entry.block_of[attempt.at.event];
    // One address after the other may be tried behind the clock.
    if (std::ranges::any_of(loops, [&](const CodeLoop& loop) {
          return loop.body[home] && (!clocked || loop.body[*guard]);
        })) {
      continue;
    }
    const std::vector<bool> all(entry.function->blocks.size(), true);
    const AttemptView view(reader_, attempt, all);
    // Nobody may learn how it ended but by the state, for which the timer asks again.
    const bool untested = view.failed().first_test == UINT32_MAX;
    retry.attempt = &attempt;
    retry.where = function;
    retry.test = untested ? *guard : view.failed().first_test;
    retry.head = *guard;
    if (untested && attempt.guessed && !clocked) continue;
    const bool polled = clocked || (!untested && IsPolled(view, function, retry));
    if (!polled && !IsTimed(function, retry)) continue;
    found.push_back(retry);
    return;
  }
}

}  // namespace gonogo
