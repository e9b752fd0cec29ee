// Retries whose loop is somebody else's and whose pace is a clock: `if (!connected && now - last >
// kDelay) { Connect(); last = now; }`. That the time of the last attempt is kept says that the
// function is called again and again.
#include <algorithm>
#include <array>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestPart = 5;

/// `last_access_time`: what was idle for long is looked after when somebody wants it again.
bool SaysUse(const CxxObject& object) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"access", "accessed", "activity", "active", "used", "use", "seen", "alive", "idle"});
  return HasWordOf(object.path.empty() ? std::string_view(object.usr) : object.path.back(), kWords);
}

bool IsKept(const CxxObject& object) {
  if (SaysUse(object)) return false;
  if (object.path.empty()) return object.root == CxxRoot::kGlobal;
  return object.root != CxxRoot::kLocal;
}

/// `struct output* self = data;`: what a local points to is the caller's.
bool IsHandedIn(const ProgramFunction& entry, const CxxObject& object) {
  if (object.root != CxxRoot::kLocal || object.path.empty() || SaysUse(object)) return false;
  return std::ranges::any_of(entry.events, [&](const CxxEvent* event) {
    const bool set = event->kind == CxxEventKind::kStore && event->arguments.size() == 1 &&
                     event->target.kind == CxxValueKind::kObject;
    if (!set) return false;
    const CxxObject& target = event->target.object;
    const CxxValue& value = event->arguments[0];
    return target.root == CxxRoot::kLocal && target.index == object.index && target.path.empty() &&
           value.kind == CxxValueKind::kObject && value.object.root != CxxRoot::kLocal;
  });
}

bool IsSame(const CxxObject& one, const CxxObject& other) {
  if (one.path.empty() || other.path.empty()) return SameObject(one, other);
  return one.path.back() == other.path.back();
}

}  // namespace

/// Whether the value is a time of now, or made of one.
bool RetryFinder::IsOfClock(FunctionId function, const CxxValue& value, unsigned depth) const {
  if (depth > kDeepestPart) return false;
  const ProgramFunction& entry = reader_.program().function(function);
  const auto part = [&](const CxxValue& one) { return IsOfClock(function, one, depth + 1); };
  if (value.kind == CxxValueKind::kResult) {
    if (value.event >= entry.events.size()) return false;
    const EventId at{function, value.event};
    const CxxEvent& event = *entry.events[value.event];
    const auto tells = [&](FunctionId target) { return reader_.traits().TellsTime(target); };
    if (reader_.traits().IsClock(at) || std::ranges::any_of(reader_.program().TargetsOf(at), tells))
      return true;
    return part(event.self) || std::ranges::any_of(event.arguments, part);
  }
  if (value.kind == CxxValueKind::kObject) {
    const CxxObject& object = value.object;
    if (object.root != CxxRoot::kLocal || !object.path.empty()) return false;
    return std::ranges::any_of(entry.events, [&](const CxxEvent* event) {
      const bool set =
          (event->kind == CxxEventKind::kStore || event->kind == CxxEventKind::kConstruct) &&
          event->target.kind == CxxValueKind::kObject && SameObject(event->target.object, object);
      return set && std::ranges::any_of(event->arguments, part);
    });
  }
  return std::ranges::any_of(value.parts, part);
}

/// What outlives the function and is part of the value.
void RetryFinder::AddKept(FunctionId function, const CxxValue& value, unsigned depth,
                          std::vector<const CxxObject*>& kept) const {
  if (depth > kDeepestPart) return;
  if (value.kind == CxxValueKind::kObject &&
      (IsKept(value.object) || IsHandedIn(reader_.program().function(function), value.object))) {
    kept.push_back(&value.object);
  }
  for (const CxxValue& part : value.parts) AddKept(function, part, depth + 1, kept);
  const auto& events = reader_.program().function(function).events;
  if (value.kind != CxxValueKind::kResult || value.event >= events.size()) return;
  AddKept(function, events[value.event]->self, depth + 1, kept);
  for (const CxxValue& part : events[value.event]->arguments)
    AddKept(function, part, depth + 1, kept);
}

/// Whether a test before the attempt asks for what the function counts.
bool RetryFinder::CountsBefore(const Attempt& attempt) const {
  const FunctionId function = attempt.at.function;
  const ProgramFunction& entry = reader_.program().function(function);
  const std::uint32_t home = entry.block_of[attempt.at.event];
  for (std::uint32_t i = 0; i < entry.function->blocks.size(); ++i) {
    const CxxBlock& block = entry.function->blocks[i];
    if (i == home || block.next.size() != 2) continue;
    const auto leads = std::ranges::count_if(
        block.next, [&](std::uint32_t next) { return LeadsPast(*entry.function, next, home, i); });
    if (leads != 1) continue;
    std::vector<const CxxObject*> kept;
    AddKept(function, block.condition, 0, kept);
    const bool counts = std::ranges::any_of(entry.events, [&](const CxxEvent* event) {
      const CxxValue& target = event->kind == CxxEventKind::kCall ? event->self : event->target;
      return target.kind == CxxValueKind::kObject && IsStep(entry, *event) &&
             std::ranges::any_of(kept,
                                 [&](const CxxObject* one) { return IsSame(*one, target.object); });
    });
    if (counts) return true;
  }
  return false;
}

EventId RetryFinder::ClockOf(FunctionId function) const {
  const ProgramFunction& entry = reader_.program().function(function);
  const auto tells = [&](FunctionId target) { return reader_.traits().TellsTime(target); };
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const EventId at{function, i};
    const bool call = entry.events[i]->kind == CxxEventKind::kCall;
    if (call && (reader_.traits().IsClock(at) ||
                 std::ranges::any_of(reader_.program().TargetsOf(at), tells))) {
      return at;
    }
  }
  return {};
}

bool RetryFinder::IsClocked(const Attempt& attempt, Retry& retry) const {
  const FunctionId function = attempt.at.function;
  const ProgramFunction& entry = reader_.program().function(function);
  const std::uint32_t home = entry.block_of[attempt.at.event];
  const auto& blocks = entry.function->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const CxxBlock& block = blocks[i];
    if (i == home || block.next.size() != 2 || !IsOfClock(function, block.condition, 0)) continue;
    const auto leads = std::ranges::count_if(
        block.next, [&](std::uint32_t next) { return LeadsPast(*entry.function, next, home, i); });
    if (leads != 1) continue;
    std::vector<const CxxObject*> kept;
    AddKept(function, block.condition, 0, kept);
    const auto is_last = [&](const CxxEvent& event) {
      const bool store = event.kind == CxxEventKind::kStore;
      const CxxValue& target = event.kind == CxxEventKind::kCall ? event.self : event.target;
      if (target.kind != CxxValueKind::kObject) return false;
      if (store && !std::ranges::any_of(event.arguments, [&](const CxxValue& value) {
            return IsOfClock(function, value, 0);
          })) {
        return false;
      }
      return (store || event.kind == CxxEventKind::kCall) &&
             std::ranges::any_of(kept,
                                 [&](const CxxObject* one) { return IsSame(*one, target.object); });
    };
    // `Connect()` may keep the time of the next attempt itself.
    bool keeps = std::ranges::any_of(kept, [&](const CxxObject* one) {
      const std::string_view usr =
          one->path.empty() ? std::string_view(one->usr) : std::string_view(one->path.back());
      return std::ranges::any_of(attempt.targets, [&](FunctionId target) {
        return reader_.traits().TellsTime(target) && reader_.StoresIn(target, usr);
      });
    });
    for (std::uint32_t number = 0; !keeps && number < entry.events.size(); ++number) {
      const std::uint32_t at = entry.block_of[number];
      const bool behind = at != i && std::ranges::count_if(block.next, [&](std::uint32_t next) {
                                       return LeadsPast(*entry.function, next, at, i);
                                     }) == 1;
      keeps = behind && is_last(*entry.events[number]);
    }
    if (!keeps) continue;
    if (CountsBefore(attempt)) return false;
    retry.pace.sort = PaceSort::kConstant;
    retry.pace.wait = ClockOf(function);
    // `if (now < next_reconnect) return;` says what is waited for: no state need be asked.
    retry.head = i;
    const bool named = std::ranges::any_of(kept, [](const CxxObject* one) {
      constexpr std::array<std::string_view, 5> kWords = {"connect", "reconnect", "retry",
                                                          "connection", "attempt"};
      const std::string_view usr =
          one->path.empty() ? std::string_view(one->usr) : std::string_view(one->path.back());
      return HasWordOf(LastNameOfUsr(usr), kWords);
    });
    retry.test = named ? i : UINT32_MAX;
    return true;
  }
  return false;
}

}  // namespace gonogo
