// Retries by what the program itself calls them: a timer that is called reconnect or retry, or that
// runs a function of that name, and is started. How the attempt ended is told by ways that are not
// followed (callbacks of a library, tables of functions); that the program wants to try again is
// said by the name, and whether anything counts by the tests before the start.
#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostArguments = 8;
constexpr std::size_t kMostNamed = 40;  // of a program
constexpr unsigned kDeepestAsked = 4;   // functions between the timer and what leaves the process
constexpr std::size_t kMostAsked = 200;
constexpr std::size_t kMostBlocks = 300;

bool SaysAgain(std::string_view name) {
  const std::string lower = LowerCase(name);
  return lower.contains("reconnect") || lower.contains("retry") || lower.contains("redial");
}

/// `timer->start(wait)`, `timeout_add(wait, F, data)`, `QTimer::singleShot(wait, ..)`.
bool StartsTimer(const CxxEvent& event) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"start", "restart", "singleshot", "arm", "rearm", "schedule", "settime"});
  constexpr auto kAdds = std::to_array<std::string_view>({"add", "new", "set", "start", "create"});
  constexpr auto kTimers = std::to_array<std::string_view>({"timeout", "timer", "tmr", "alarm"});
  const std::string_view name = LastNameOf(event.callee);
  if (event.kind != CxxEventKind::kCall || event.arguments.size() > kMostArguments) return false;
  if (LowerCase(name) == "singleshot") return true;
  const bool of_timer = HasWordOf(event.callee, kTimers);
  const bool method = event.self.kind == CxxValueKind::kObject && HasWordOf(name, kStarts);
  return (of_timer && HasWordOf(name, kAdds) && event.arguments.size() > 1) ||
         (method &&
          (of_timer || HasWordOf(event.self.type, kTimers) || event.self.type.ends_with("Timer")));
}

}  // namespace

/// Whether the function, or what it calls, leaves the process; a pointer that is called may.
bool RetryFinder::MayTry(FunctionId function) const {
  std::vector<std::pair<FunctionId, unsigned>> open = {{function, 0}};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const auto [at, depth] = open[i];
    if (!reader_.attempts().In(at).empty()) return true;
    const ProgramFunction& entry = reader_.program().function(at);
    // Pointers, and functions of files that were not read.
    for (std::uint32_t number = 0; number < entry.events.size(); ++number) {
      const CxxEvent& event = *entry.events[number];
      if (event.kind != CxxEventKind::kCall) continue;
      if (event.callee.empty()) return true;
      const bool unseen = event.in_tree && reader_.program().TargetsOf({at, number}).empty();
      if (unseen && !SoundsLocal(event.callee)) return true;
    }
    if (depth == kDeepestAsked) continue;
    for (const CallSite& site : entry.calls) {
      for (const FunctionId target : site.targets) {
        const auto seen = [&](const auto& step) { return step.first == target; };
        if (open.size() < kMostAsked && std::ranges::none_of(open, seen))
          open.emplace_back(target, depth + 1);
      }
    }
  }
  return false;
}

/// The functions that the timer runs, where its name or theirs says that something is tried again.
std::optional<std::vector<FunctionId>> RetryFinder::RunsAgain(EventId start) const {
  const CxxProgram& program = reader_.program();
  const CxxEvent& event = program.EventAt(start);
  bool says = false;
  bool slot = false;
  if (event.self.kind == CxxValueKind::kObject) {
    says = SaysAgain(NameOfObject(program, start.function, event.self.object));
  }
  std::vector<FunctionId> runs;
  for (const CallSite& site : program.function(start.function).calls) {
    if (site.reference && site.event == start.event)
      runs.insert(runs.end(), site.targets.begin(), site.targets.end());
  }
  for (const CallSite& site : timers_.In(start.function)) {
    if (site.event == start.event)
      runs.insert(runs.end(), site.targets.begin(), site.targets.end());
  }
  for (const CxxValue& argument : event.arguments) {
    slot = slot || (argument.kind == CxxValueKind::kText && argument.text.starts_with('1') &&
                    SaysAgain(argument.text));
  }
  const auto named = [&](FunctionId run) {
    return SaysAgain(LastNameOf(program.function(run).function->name));
  };
  says = says || slot || std::ranges::any_of(runs, named);
  // A class of the program's own may be a clock that somebody asks.
  const bool runs_something = !runs.empty() || slot || event.callee.starts_with("QTimer::");
  if (!says || !runs_something) return std::nullopt;
  return runs;
}

std::vector<Retry> RetryFinder::NamedTimers() {
  const CxxProgram& program = reader_.program();
  std::vector<Retry> found;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const ProgramFunction& entry = program.function(id);
    if (entry.function->blocks.size() > kMostBlocks) continue;
    for (std::uint32_t number = 0; number < entry.events.size(); ++number) {
      if (!StartsTimer(*entry.events[number]) || found.size() == kMostNamed) continue;
      const EventId start{id, number};
      const auto runs = RunsAgain(start);
      if (!runs) continue;
      const auto tries = [&](FunctionId run) {
        const ProgramFunction& timed = program.function(run);
        const auto calls = [](const CxxEvent* event) { return event->kind == CxxEventKind::kCall; };
        const bool says = LowerCase(timed.function->name).contains("reconnect");
        return (says && std::ranges::any_of(timed.events, calls)) || MayTry(run);
      };
      if (!runs->empty() && std::ranges::none_of(*runs, tries)) continue;
      const std::vector<bool> all(entry.function->blocks.size(), true);
      const std::vector<bool> before = LeadingTo(*entry.function, entry.block_of[number]);
      RetryCycle cycle{.function = id,
                       .part = &all,
                       .blocks = before,
                       .leads_back = before,
                       .list = nullptr,
                       .attempt = kNoEvent,
                       .recursion = number};
      Retry retry;
      retry.bound = retries_.BoundOf(cycle);
      if (retry.bound.sort != BoundSort::kNothing) continue;
      named_.push_back({.at = start, .pattern = nullptr, .targets = *runs, .connects = true});
      retry.attempt = &named_.back();
      retry.where = id;
      retry.recursion = number;
      retry.pace = retries_.PaceOfTimer(start);
      const auto is_fixed = [](const CxxValue& value) {
        return value.kind == CxxValueKind::kInteger && value.integer > 1;
      };
      if (retry.pace.sort == PaceSort::kNone) {
        const bool fixed = std::ranges::any_of(entry.events[number]->arguments, is_fixed);
        retry.pace.sort = fixed ? PaceSort::kConstant : PaceSort::kUnknown;
        retry.pace.wait = start;
      }
      found.push_back(retry);
      break;
    }
  }
  return found;
}

}  // namespace gonogo
