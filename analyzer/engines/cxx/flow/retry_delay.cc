// How long it takes until the next attempt: what a timer is given that begins it, and what comes
// out of functions that say how long.
#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/retry_pace.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

bool SaysTime(std::string_view name) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"sec",      "secs",   "second", "seconds", "milli",   "milliseconds", "ms",   "msec",
       "interval", "time",   "delay",  "timeout", "ahead",   "wait",         "tv",   "ts",
       "duration", "period", "pause",  "backoff", "timeval", "timespec",     "usec", "after"});
  return HasWordOf(name, kWords);
}

/// `rt_getTime()`, `now()`
bool SaysNow(std::string_view callee) {
  const std::string name = LowerCase(LastNameOf(callee));
  return name == "now" || name.ends_with("gettime") || name.ends_with("_now") ||
         name.ends_with("get_time") || name.ends_with("mstime");
}

}  // namespace

/// Whether the argument says how long, and not what is run or by whom.
bool RetryReader::IsTime(const CxxValue& value, FunctionId function) const {
  const auto& events = program_.function(function).events;
  switch (value.kind) {
    case CxxValueKind::kInteger:
      return value.integer > 0 && value.type != "bool" && value.name.empty();
    case CxxValueKind::kReal:
      return value.real > 0;
    case CxxValueKind::kResult: {
      if (value.event >= events.size()) return false;
      const CxxEvent& made = *events[value.event];
      return SaysTime(LastNameOf(made.callee)) || SaysTime(LastNameOf(value.type));
    }
    case CxxValueKind::kObject:
      return SaysTime(NameOfObject(program_, function, value.object)) ||
             SaysTime(LastNameOf(value.type));
    case CxxValueKind::kCombined:
      return std::ranges::any_of(value.parts,
                                 [&](const CxxValue& part) { return IsTime(part, function); });
    default:
      return !value.name.empty() && SaysTime(LastNameOf(value.name));
  }
}

/// Whether each turn begins with what a clock says: what is added to that does not grow.
bool RetryReader::IsReadAnew(const CxxObject& object, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    if (!cycle.blocks[entry.block_of[i]] || !traits_.IsClock({cycle.function, i})) continue;
    const auto same = [&](const CxxValue& value) {
      return value.kind == CxxValueKind::kObject && value.object.root == object.root &&
             value.object.index == object.index && value.object.usr == object.usr;
    };
    if (std::ranges::any_of(entry.events[i]->arguments, same)) return true;
  }
  return false;
}

/// `delay = Wait(delay)`: what the function makes longer, and gives back, it is given again.
bool RetryReader::IsGivenBack(const CxxObject& parameter, const Frame& frame) const {
  const ProgramFunction& inside = program_.function(frame.function);
  const bool steps = std::ranges::any_of(inside.events, [&](const CxxEvent* event) {
    return event->target.kind == CxxValueKind::kObject &&
           SameObject(event->target.object, parameter) && IsStep(inside, *event);
  });
  const CxxValue& given = frame.caller->arguments[parameter.index];
  if (!steps || given.kind != CxxValueKind::kObject) return false;
  const ProgramFunction& outside = program_.function(frame.outer->function);
  return std::ranges::any_of(outside.events, [&](const CxxEvent* event) {
    const CxxValue* stored = StoredIn(given.object, *event);
    return stored != nullptr && stored->kind == CxxValueKind::kResult &&
           stored->event < outside.events.size() && outside.events[stored->event] == frame.caller;
  });
}

RetryPace RetryReader::PaceOfTimer(EventId start) const {
  RetryPace pace;
  pace.wait = start;
  const ProgramFunction& entry = program_.function(start.function);
  const CxxEvent& event = *entry.events[start.event];
  const std::vector<bool> all(entry.function->blocks.size(), true);
  const RetryCycle cycle{
      .function = start.function, .part = &all, .blocks = all, .leads_back = all};
  const Frame here{.function = start.function, .cycle = &cycle};
  bool timed = event.arguments.empty();
  for (const CxxValue& value : event.arguments) {
    if (!IsTime(value, start.function)) continue;
    timed = true;
    steps_ = 0;
    Measure(value, here, 0, pace);
  }
  if (timed) pace.sort = std::max(pace.sort, PaceSort::kConstant);
  return pace;
}

void RetryReader::MeasureCall(const CxxValue& value, const Frame& frame, unsigned depth,
                              RetryPace& pace) const {
  const ProgramFunction& entry = program_.function(frame.function);
  if (value.event >= entry.events.size()) return;
  const CxxEvent& event = *entry.events[value.event];
  if (traits_.IsRandom({frame.function, value.event})) pace.jitter = true;
  // What time it is says nothing of how long.
  if (traits_.IsClock({frame.function, value.event}) || SaysNow(event.callee)) return;
  bool seen = false;
  for (const CallSite& site : entry.calls) {
    if (site.event != value.event || site.reference) continue;
    for (const FunctionId target : site.targets) {
      seen = true;
      if (traits_.DrawsAtRandom(target)) pace.jitter = true;
      if (traits_.Counts(target)) pace.sort = std::max(pace.sort, PaceSort::kGrowing);
      // `NextDelay()` is made of what counts the attempts.
      const Frame below{.function = target, .caller = &event, .outer = &frame};
      for (const EventId at : sources_.Returns(target)) {
        const auto& returned = program_.EventAt(at).arguments;
        if (!returned.empty()) Measure(returned[0], below, depth + 1, pace);
      }
    }
  }
  const bool silent = event.arguments.empty() && event.kind == CxxEventKind::kCall;
  if (silent && !seen) pace.sort = std::max(pace.sort, PaceSort::kUnknown);
  for (const CxxValue& argument : event.arguments) Measure(argument, frame, depth + 1, pace);
  if (event.self.kind == CxxValueKind::kObject)
    MeasureObject(event.self.object, frame, depth + 1, pace);
}

}  // namespace gonogo
