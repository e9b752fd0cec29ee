// Sessions: a function that connects and serves until the connection ends. Whoever calls one in a
// loop, and sleeps in between, connects again.
#include <algorithm>
#include <array>

#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestSession = 2;  // calls between the session and the loop that serves
constexpr std::size_t kMostEvents = 2000;

/// Serves as long as the connection lasts.
bool RunsSession(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"mosquitto_loop_forever", "event_base_dispatch", "event_base_loop", "uv_run", "ev_run",
       "ev_loop", "g_main_loop_run"});
  return std::ranges::find(kNames, name) != kNames.end();
}

bool WaitsForData(const CxxEvent& event) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"recv", "recvfrom", "recvmsg", "receive", "read", "readline",
                                       "select", "poll", "epoll", "pselect", "ppoll"});
  if (event.kind != CxxEventKind::kCall || event.callee.empty()) return false;
  return HasWordOf(LastNameOf(event.callee), kWords);
}

}  // namespace

bool RetryFinder::Serves(FunctionId function, unsigned depth) const {
  const ProgramFunction& entry = reader_.program().function(function);
  if (entry.events.size() > kMostEvents) return false;
  const auto runs = [](const CxxEvent* event) {
    return event->kind == CxxEventKind::kCall && RunsSession(event->callee);
  };
  if (std::ranges::any_of(entry.events, runs)) return true;
  for (const CodeLoop& loop : LoopsOf(*entry.function)) {
    for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
      if (loop.body[entry.block_of[i]] && WaitsForData(*entry.events[i])) return true;
    }
  }
  if (depth == kDeepestSession) return false;
  return std::ranges::any_of(entry.calls, [&](const CallSite& site) {
    return !site.reference && std::ranges::any_of(site.targets, [&](FunctionId target) {
      return target != function && Serves(target, depth + 1);
    });
  });
}

bool RetryFinder::IsSession(const Attempt& attempt) const {
  return attempt.connects &&
         std::ranges::any_of(attempt.targets, [&](FunctionId target) { return Serves(target, 0); });
}

}  // namespace gonogo
