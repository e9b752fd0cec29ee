// Retries whose loop is a timer that goes on by itself: what it runs, or what that calls, connects
// where a state says that nothing is connected.
#include <algorithm>
#include <array>

#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kMostBelowTimer = 2;       // functions between the timer and what connects
constexpr std::size_t kMostTimerCallers = 8;  // of one function

bool SaysRepeat(std::string_view name) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"periodic", "interval", "repeat", "repeating", "persist"});
  return HasWordOf(name, kWords);
}

/// `connect(timer, &QTimer::timeout, this, &Link::Check)`, or by its name.
bool IsTick(const CxxValue& value) {
  if (value.kind == CxxValueKind::kText) return value.text.find("timeout()") != std::string::npos;
  return value.kind == CxxValueKind::kFunction && value.usr.find("Timer") != std::string::npos &&
         value.usr.find("timeout") != std::string::npos;
}

/// Whether what the call is given to run is run again and again.
bool StartsRepeating(const CxxEvent& event) {
  if (event.kind != CxxEventKind::kCall) return false;
  const std::string_view name = LastNameOf(event.callee);
  if (name == "ev_timer_init" || name == "uv_timer_start" || name == "ev_timer_set")
    return event.arguments.size() > 3 && ConstantNumberOf(event.arguments[3]) != 0;
  if (SaysRepeat(name)) return true;
  return std::ranges::any_of(event.arguments, [](const CxxValue& value) {
    return IsTick(value) || (!value.name.empty() && SaysRepeat(LastNameOf(value.name)));
  });
}

}  // namespace

/// The call that lets a timer run the function, or what calls it, again and again.
std::optional<EventId> RetryFinder::RepeatingTimerOf(FunctionId function, unsigned between) const {
  const CxxProgram& program = reader_.program();
  const auto& callers = program.function(function).callers;
  if (callers.size() > kMostTimerCallers) return std::nullopt;
  for (const EventId caller : callers) {
    const auto& targets = program.TargetsOf(caller);
    const bool hands_on = std::ranges::count(targets, function) == 0;
    if (hands_on && StartsRepeating(program.EventAt(caller))) return caller;
    if (hands_on || between == kMostBelowTimer || caller.function == function) continue;
    if (const auto found = RepeatingTimerOf(caller.function, between + 1)) return found;
  }
  return std::nullopt;
}

bool RetryFinder::IsTimed(FunctionId function, Retry& retry) const {
  const auto timer = RepeatingTimerOf(function, 0);
  if (!timer) return false;
  const ProgramFunction& entry = reader_.program().function(function);
  const std::vector<bool> all(entry.function->blocks.size(), true);
  RetryCycle cycle{
      .function = function,
      .part = &all,
      .blocks = all,
      .leads_back = LeadingTo(*entry.function, entry.block_of[retry.attempt->at.event]),
      .list = nullptr,
      .attempt = retry.attempt->at.event};
  retry.bound = retries_.BoundOf(cycle);
  if (retry.bound.sort != BoundSort::kNothing) return false;
  retry.pace.sort = PaceSort::kConstant;
  retry.pace.wait = *timer;
  return true;
}

}  // namespace gonogo
