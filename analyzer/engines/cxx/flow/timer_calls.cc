#include "analyzer/engines/cxx/flow/timer_calls.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestHolder = 4;  // bind() in wrap() in async_wait()
constexpr std::size_t kMostArguments = 8;

/// The fields and globals by which the value is reached.
void AddNames(const CxxValue& value, std::vector<std::string_view>& names) {
  if (value.kind != CxxValueKind::kObject) return;
  if (value.object.root == CxxRoot::kGlobal) names.push_back(value.object.usr);
  for (const std::string& field : value.object.path) {
    if (field != "[]") names.push_back(field);
  }
}

std::vector<std::string_view> NamesIn(const CxxEvent& event) {
  std::vector<std::string_view> names;
  AddNames(event.self, names);
  if (event.kind == CxxEventKind::kStore) AddNames(event.target, names);
  for (const CxxValue& argument : event.arguments) AddNames(argument, names);
  return names;
}

bool SoundsLikeTimer(std::string_view name) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"timer", "timeout", "tmr", "event", "ev", "evtimer", "retry", "reconnect", "alarm", "tick"});
  return HasWordOf(name, kWords);
}

bool SoundsLikeStart(std::string_view name) {
  constexpr auto kStarts =
      std::to_array<std::string_view>({"start", "restart", "add", "arm", "rearm", "set", "settime",
                                       "schedule", "again", "mod", "enable"});
  constexpr auto kStops = std::to_array<std::string_view>(
      {"stop", "del", "delete", "cancel", "clear", "remove", "free", "init", "get"});
  return HasWordOf(name, kStarts) && !HasWordOf(name, kStops);
}

/// `connect(&again, &QTimer::timeout, ...)`: a timer of Qt, whatever that is called.
bool HoldsTimer(const CxxEvent& event) {
  return std::ranges::any_of(event.arguments, [](const CxxValue& value) {
    return value.kind == CxxValueKind::kFunction && value.usr.contains("Timer") &&
           value.usr.contains("timeout");
  });
}

/// The functions that an initialiser holds: `= {.cb = OnRetry}`.
void AddFunctionsIn(const CxxValue& value, std::vector<std::string_view>& functions) {
  if (value.kind == CxxValueKind::kFunction) functions.push_back(value.usr);
  for (const CxxValue& part : value.parts) AddFunctionsIn(part, functions);
}

/// What a timer runs is given the timer, and starts it anew.
bool StartsItself(const ProgramFunction& entry, const CxxEvent& start) {
  if (!entry.function->is_address_taken) return false;
  return std::ranges::any_of(start.arguments, [&](const CxxValue& value) {
    if (value.kind != CxxValueKind::kObject || value.object.root != CxxRoot::kParameter ||
        !value.object.path.empty() || value.object.index >= entry.function->parameters.size())
      return false;
    const CxxVariable& timer = entry.function->parameters[value.object.index];
    return SoundsLikeTimer(timer.type) || SoundsLikeTimer(timer.name);
  });
}

}  // namespace

std::optional<std::uint32_t> TakerOf(std::span<const CxxEvent* const> events, std::uint32_t made) {
  const auto takes = [&](const CxxEvent* event) {
    return std::ranges::any_of(event->arguments, [&](const CxxValue& value) {
      return value.kind == CxxValueKind::kResult && value.event == made;
    });
  };
  const auto next = std::find_if(events.begin() + made + 1, events.end(), takes);
  if (next == events.end()) return std::nullopt;
  return static_cast<std::uint32_t>(next - events.begin());
}

TimerCalls::TimerCalls(const CxxProgram& program)
    : program_(program), starts_(program.functions().size()) {
  for (FunctionId id = 0; id < starts_.size(); ++id) {
    for (const CallSite& site : program.function(id).calls) {
      if (site.reference) Keep(id, site);
    }
  }
  for (FunctionId id = 0; id < starts_.size(); ++id) FindStarts(id);
}

/// What stands beside the function, or beside what was made of the function.
void TimerCalls::Keep(FunctionId function, const CallSite& site) {
  const auto& events = program_.function(function).events;
  std::uint32_t made = site.event;
  bool made_timer = false;
  for (unsigned depth = 0; depth < kDeepestHolder; ++depth) {
    bool held = false;
    // `again = evtimer_new(base, ...)`: what it is made for is no timer, and what is made is one.
    const bool makes = events[made]->callee.ends_with("_new");
    const bool is_made = made_timer;
    made_timer = makes && SoundsLikeTimer(events[made]->callee);
    for (const std::string_view name : NamesIn(*events[made])) {
      if (makes) break;
      if (!is_made && !SoundsLikeTimer(LastNameOfUsr(name)) &&
          !SoundsLikeTimer(events[made]->callee) && !HoldsTimer(*events[made]))
        continue;
      held = true;
      std::vector<FunctionId>& all = kept_[name];
      for (const FunctionId target : site.targets) {
        if (std::ranges::count(all, target) == 0) all.push_back(target);
      }
    }
    if (held) return;
    const auto taker = TakerOf(events, made);
    if (!taker) return;
    made = *taker;
  }
}

void TimerCalls::FindStarts(FunctionId function) {
  const ProgramFunction& entry = program_.function(function);
  for (std::uint32_t number = 0; number < entry.events.size(); ++number) {
    const CxxEvent& event = *entry.events[number];
    if (event.kind != CxxEventKind::kCall || event.arguments.size() > kMostArguments) continue;
    if (!SoundsLikeStart(LastNameOf(event.callee))) continue;
    std::vector<FunctionId> runs;
    if (StartsItself(entry, event)) runs.push_back(function);
    for (const std::string_view name : NamesIn(event)) {
      const auto kept = kept_.find(name);
      if (kept != kept_.end()) runs.insert(runs.end(), kept->second.begin(), kept->second.end());
      const CxxGlobal* const global = program_.GlobalOf(name);
      const bool timer = global != nullptr && (SoundsLikeTimer(LastNameOfUsr(name)) ||
                                               SoundsLikeTimer(global->variable.type));
      if (!timer) continue;
      std::vector<std::string_view> held;
      AddFunctionsIn(global->initialiser, held);
      for (const std::string_view usr : held) {
        const std::vector<FunctionId> found = program_.Callees(function, usr, false);
        runs.insert(runs.end(), found.begin(), found.end());
      }
    }
    if (runs.empty()) continue;
    starts_[function].push_back({.event = number, .targets = std::move(runs), .reference = true});
  }
}

}  // namespace gonogo
