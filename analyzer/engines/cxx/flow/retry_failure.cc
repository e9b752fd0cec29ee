// Retries that an event begins: a handler that is called where a connection was lost or did not
// come, and that connects again, at once or by a timer. Nothing is tested: that the handler is
// called is the failure.
#include <algorithm>
#include <array>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostHandlers = 80;  // of a program
constexpr unsigned kDeepestHolder = 3;     // bind() in wrap() in set_fail_handler()
constexpr std::size_t kMostTargets = 4;    // of one call
constexpr std::size_t kMostCalled = 60;    // by one function between
constexpr std::size_t kMostSeen = 200;
constexpr unsigned kMostHops = 4;

bool SaysFailure(std::string_view name) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"error", "err", "fail", "failed", "failure", "refused"});
  return HasWordOf(name, kWords);
}

bool SaysLoss(std::string_view name) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"disconnect", "disconnected", "lost", "close", "closed", "closing"});
  return SaysFailure(name) || HasWordOf(name, kWords);
}

bool SaysHandler(std::string_view name) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"on", "handler", "callback", "cb", "listener", "hook"});
  return HasWordOf(name, kWords);
}

/// Calls that set several callbacks at once, of which one is told of the end of a connection.
bool IsForLoss(std::string_view callee, const CxxEvent& event, std::string_view handler) {
  struct Setter {
    std::string_view callee;
    std::size_t argument;
  };
  constexpr auto kSetters = std::to_array<Setter>(
      {{"bufferevent_setcb", 3}, {"MQTTClient_setCallbacks", 2}, {"MQTTAsync_setCallbacks", 2}});
  return std::ranges::any_of(kSetters, [&](const Setter& setter) {
    return callee == setter.callee && setter.argument < event.arguments.size() &&
           event.arguments[setter.argument].kind == CxxValueKind::kFunction &&
           event.arguments[setter.argument].usr == handler;
  });
}

/// `&QTcpSocket::disconnected`, `SIGNAL(error(...))`: the name of a signal; empty of all else.
std::string_view SignalIn(const CxxValue& value) {
  if (value.kind == CxxValueKind::kText && value.text.starts_with('2'))
    return std::string_view(value.text).substr(1, value.text.find('(') - 1);
  if (value.kind != CxxValueKind::kFunction) return {};
  const std::size_t begin = value.usr.rfind("@F@");
  if (begin == std::string::npos) return {};
  const std::string_view name = std::string_view(value.usr).substr(begin + 3);
  return name.substr(0, name.find('#'));
}

}  // namespace

/// Whether the call says that what it is given is called after a failure.
RetryFinder::LossSort RetryFinder::LossOf(FunctionId function, const CxxEvent& event,
                                          FunctionId target) const {
  const std::string_view handler = reader_.program().function(target).function->usr;
  if (event.kind != CxxEventKind::kCall) return LossSort::kNone;
  const std::string_view name = LastNameOf(event.callee);
  if (name != "connect") {
    if (IsForLoss(name, event, handler)) return LossSort::kLoss;
    if (!SaysLoss(name) || !SaysHandler(name)) return LossSort::kNone;
    return SaysFailure(name) ? LossSort::kFailure : LossSort::kLoss;
  }
  const auto& events = reader_.program().function(function).events;
  LossSort found = LossSort::kNone;
  const auto look = [&](const CxxValue& value) {
    const std::string_view signal = SignalIn(value);
    // A web socket says so too where no connection came.
    const bool either = value.usr.contains("QWebSocket") && SaysLoss(signal);
    if (SaysFailure(signal) || either) found = LossSort::kFailure;
    if (found == LossSort::kNone && SaysLoss(signal)) found = LossSort::kLoss;
  };
  for (std::size_t i = 0; i < event.arguments.size() && i < 2; ++i) {
    const CxxValue& value = event.arguments[i];
    look(value);
    // QOverload<Error>::of(&QTcpSocket::error)
    if (value.kind != CxxValueKind::kResult || value.event >= events.size()) continue;
    std::ranges::for_each(events[value.event]->arguments, look);
  }
  return found;
}

void RetryFinder::FindHandlers() {
  const CxxProgram& program = reader_.program();
  std::vector<Handler> handlers;
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const auto& events = program.function(id).events;
    for (const CallSite& site : program.function(id).calls) {
      if (!site.reference || site.targets.size() > kMostTargets) continue;
      std::uint32_t made = site.event;
      for (unsigned depth = 0; depth < kDeepestHolder; ++depth) {
        bool told = false;
        for (const FunctionId target : site.targets) {
          const LossSort loss = LossOf(id, *events[made], target);
          if (loss != LossSort::kNone && handlers.size() < kMostHandlers)
            handlers.push_back({.at = target, .loss = loss});
          told = told || loss != LossSort::kNone;
        }
        if (told) break;
        const auto taker = TakerOf(events, made);
        if (!taker) break;
        made = *taker;
      }
    }
  }
  for (FunctionId id = 0; id < program.functions().size(); ++id) {
    const LossSort loss = LossOfMethod(id);
    if (loss != LossSort::kNone && handlers.size() < kMostHandlers)
      handlers.push_back({.at = id, .loss = loss});
  }
  for (const Handler& handler : handlers) FollowHandler(handler);
}

/// `void on_disconnect(int) override`: a method that a library calls, since nobody else does.
RetryFinder::LossSort RetryFinder::LossOfMethod(FunctionId function) const {
  const ProgramFunction& entry = reader_.program().function(function);
  const std::string_view name = LastNameOf(entry.function->name);
  if (entry.function->overrides.empty() || !entry.callers.empty()) return LossSort::kNone;
  const bool handles =
      SaysHandler(name) ||
      HasWordOf(name, std::to_array<std::string_view>({"connection", "link", "session"}));
  if (!SaysLoss(name) || !handles) return LossSort::kNone;
  return SaysFailure(name) ? LossSort::kFailure : LossSort::kLoss;
}

/// Keeps to which functions the handler comes, and by which calls.
void RetryFinder::FollowHandler(const Handler& handler) {
  struct Step {
    FunctionId at = 0;
    std::vector<Hop> hops;
  };
  std::vector<Step> open = {{.at = handler.at, .hops = {}}};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Step step = open[i];
    ways_[step.at].push_back({.handler = handler, .hops = step.hops});
    const auto& sites = reader_.program().function(step.at).calls;
    if (step.hops.size() == kMostHops || sites.size() > kMostCalled) continue;
    const auto follow = [&](const CallSite& site, bool timer) {
      if (site.targets.size() > kMostTargets) return;
      for (const FunctionId target : site.targets) {
        const auto seen = [&](const Step& other) { return other.at == target; };
        if (open.size() >= kMostSeen || std::ranges::any_of(open, seen)) continue;
        open.push_back({.at = target, .hops = step.hops});
        open.back().hops.push_back(
            {.at = {step.at, site.event}, .later = timer || site.reference, .timer = timer});
      }
    };
    for (const CallSite& site : sites) follow(site, false);
    for (const CallSite& site : timers_.In(step.at)) follow(site, true);
  }
}

/// Adds what one function between says of the bound and the pace.
void RetryFinder::AddHop(const Hop& hop, bool last, Retry& retry) const {
  const ProgramFunction& entry = reader_.program().function(hop.at.function);
  const std::vector<bool> all(entry.function->blocks.size(), true);
  const std::vector<bool> before = LeadingTo(*entry.function, entry.block_of[hop.at.event]);
  RetryCycle cycle{.function = hop.at.function,
                   .part = &all,
                   .blocks = before,
                   .leads_back = before,
                   .list = nullptr,
                   .attempt = last ? hop.at.event : kNoEvent,
                   .recursion = last ? kNoEvent : hop.at.event};
  const RetryBound bound = retries_.BoundOf(cycle);
  if (retry.bound.sort == BoundSort::kNothing) retry.bound = bound;
  RetryPace pace = retries_.PaceOf(cycle);
  if (pace.sort == PaceSort::kNone && hop.later && !last) {
    const bool timer = hop.timer || !entry.events[hop.at.event]->arguments.empty();
    if (timer) pace = retries_.PaceOfTimer(hop.at);
  }
  const bool jitter = retry.pace.jitter || pace.jitter;
  if (pace.sort > retry.pace.sort) retry.pace = pace;
  retry.pace.jitter = jitter;
}

void RetryFinder::LookAtHandlers(FunctionId function, std::vector<Retry>& found) const {
  const auto ways = ways_.find(function);
  if (!found.empty() || ways == ways_.end()) return;
  for (const Attempt& attempt : reader_.attempts().In(function)) {
    const CxxEvent& event = reader_.program().EventAt(attempt.at);
    // Of those that call one another the nearest to the library tells.
    if (!attempt.connects || !attempt.targets.empty() || SoundsLikeClosing(event.callee)) continue;
    if (attempt.guessed && !SoundsLikeConnect(event)) continue;
    for (const auto& [handler, hops] : ways->second) {
      const bool later = std::ranges::any_of(hops, &Hop::later);
      // A connection that was lost is not one that cannot be made.
      if (!later && handler.loss != LossSort::kFailure) continue;
      Retry retry;
      retry.attempt = &attempt;
      retry.where = handler.at;
      retry.recursion = hops.empty() ? attempt.at.event : hops.front().at.event;
      for (const Hop& hop : hops) AddHop(hop, false, retry);
      AddHop({.at = attempt.at}, true, retry);
      if (later && retry.pace.sort == PaceSort::kNone) retry.pace.sort = PaceSort::kUnknown;
      if (retry.bound.sort == BoundSort::kItems) continue;
      found.push_back(retry);
      return;
    }
  }
}

}  // namespace gonogo
