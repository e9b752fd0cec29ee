// Retries whose attempt tells how it ended by calling back: `async_connect(to, [](error) {...})`,
// `uv_tcp_connect(.., OnConnect)`. What is called back is the function of the retry then, and its
// parameter the outcome.
#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestHolder = 3;  // bind() in wrap() in async_connect()
constexpr std::size_t kMostCallbacks = 4;

/// `redisAsyncSetDisconnectCallback`, `bufferevent_setcb`, `mosquitto_disconnect_callback_set`.
bool SetsCallback(std::string_view callee) {
  const std::string name = LowerCase(LastNameOf(callee));
  return name.find("callback") != std::string::npos || name.ends_with("cb") ||
         name.find("_cb_") != std::string::npos || name.find("handler") != std::string::npos;
}

/// The parameter that says how it ended; none where the function is not told.
std::optional<std::uint32_t> OutcomeOf(const CxxFunction& function) {
  for (std::uint32_t i = 0; i < function.parameters.size(); ++i) {
    const CxxVariable& one = function.parameters[i];
    if (one.type.ends_with("error_code") || one.type.ends_with("exception_ptr")) return i;
    const std::vector<std::string> words = WordsOfName(one.name);
    const bool named = std::ranges::any_of(words, [](const std::string& word) {
      return word == "status" || word == "err" || word == "error" || word == "rc" || word == "ec" ||
             word == "res" || word == "result" || word == "sock" || word == "sockfd" ||
             word == "fd";
    });
    if (named && (one.type == "int" || one.type == "long" || one.type == "short")) return i;
  }
  return std::nullopt;
}

}  // namespace

/// The functions that are handed to the attempt, also within what was made of them.
std::vector<FunctionId> RetryFinder::CallbacksOf(EventId attempt) const {
  const ProgramFunction& entry = reader_.program().function(attempt.function);
  std::vector<FunctionId> found;
  for (const CallSite& site : entry.calls) {
    if (!site.reference) continue;
    std::uint32_t made = site.event;
    for (unsigned depth = 0; depth < kDeepestHolder && made != attempt.event; ++depth) {
      const auto takes = [&](const CxxEvent* event) {
        return std::ranges::any_of(event->arguments, [&](const CxxValue& value) {
          return value.kind == CxxValueKind::kResult && value.event == made;
        });
      };
      const auto next = std::find_if(entry.events.begin() + made + 1, entry.events.end(), takes);
      if (next == entry.events.end()) break;
      made = static_cast<std::uint32_t>(next - entry.events.begin());
    }
    if (made == attempt.event) found.insert(found.end(), site.targets.begin(), site.targets.end());
  }
  AddCallbacksOfHandle(attempt, found);
  return found;
}

/// Those that another call gives to the same handle: `redisAsyncSetConnectCallback(link, OnLink)`
/// beside `link = redisAsyncConnect(...)`.
void RetryFinder::AddCallbacksOfHandle(EventId attempt, std::vector<FunctionId>& found) const {
  const ProgramFunction& entry = reader_.program().function(attempt.function);
  const CxxEvent& tried = *entry.events[attempt.event];
  std::vector<const CxxObject*> handles;
  const auto add = [&](const CxxValue& value) {
    const bool whole = value.kind == CxxValueKind::kObject &&
                       (value.object.root != CxxRoot::kThis || !value.object.path.empty());
    if (whole) handles.push_back(&value.object);
  };
  const auto is_result = [&](const CxxValue& value) {
    return value.kind == CxxValueKind::kResult && value.event == attempt.event;
  };
  for (const CxxEvent* event : entry.events) {
    const bool holds = event->kind == CxxEventKind::kStore && !event->arguments.empty() &&
                       is_result(event->arguments[0]);
    if (holds) add(event->target);
  }
  add(tried.self);
  if (!tried.arguments.empty()) add(tried.arguments[0]);
  const auto is_handle = [&](const CxxValue& value) {
    if (is_result(value)) return true;
    return value.kind == CxxValueKind::kObject &&
           std::ranges::any_of(
               handles, [&](const CxxObject* handle) { return SameObject(*handle, value.object); });
  };
  for (const CallSite& site : entry.calls) {
    if (!site.reference || site.event == attempt.event) continue;
    const CxxEvent& sets = *entry.events[site.event];
    if (sets.kind != CxxEventKind::kCall || !SetsCallback(sets.callee)) continue;
    const bool same = is_handle(sets.self) || std::ranges::any_of(sets.arguments, is_handle);
    if (same) found.insert(found.end(), site.targets.begin(), site.targets.end());
  }
}

/// The function that is told how it ended and looks at it: the callback, or what that hands the
/// outcome on to, `[this](error_code ec) { OnConnect(ec); }`.
std::optional<RetryFinder::Told> RetryFinder::WhoLooks(FunctionId callback) const {
  Told told{.at = callback, .outcome = 0};
  const auto first = OutcomeOf(*reader_.program().function(callback).function);
  if (!first) return std::nullopt;
  told.outcome = *first;
  for (unsigned hops = 0; hops < kDeepestHolder; ++hops) {
    const ProgramFunction& entry = reader_.program().function(told.at);
    if (entry.events.empty()) return std::nullopt;
    const bool looks = std::ranges::any_of(entry.function->blocks, &CxxBlock::has_condition);
    const auto next = looks ? std::nullopt : HandedOn(told);
    if (!next) return told;
    told = *next;
  }
  return told;
}

/// To whom the function hands its parameter on.
std::optional<RetryFinder::Told> RetryFinder::HandedOn(const Told& told) const {
  const auto& events = reader_.program().function(told.at).events;
  for (std::uint32_t number = 0; number < events.size(); ++number) {
    const auto targets = reader_.program().TargetsOf({told.at, number});
    if (targets.size() != 1) continue;
    const auto& arguments = events[number]->arguments;
    const auto is_outcome = [&](const CxxValue& value) {
      return value.kind == CxxValueKind::kObject && value.object.root == CxxRoot::kParameter &&
             value.object.index == told.outcome && value.object.path.empty();
    };
    const auto given = std::ranges::find_if(arguments, is_outcome);
    if (given == arguments.end()) continue;
    const auto index = static_cast<std::uint32_t>(given - arguments.begin());
    if (index < reader_.program().function(targets[0]).function->parameters.size())
      return Told{.at = targets[0], .outcome = index};
  }
  return std::nullopt;
}

/// `g_timeout_add(wait, Reconnect, ..)`: the timer goes on for as long as what it runs says so.
void RetryFinder::LookAtTimers(FunctionId function, std::vector<Retry>& found) {
  const ProgramFunction& entry = reader_.program().function(function);
  if (!found.empty() || !entry.function->is_address_taken) return;
  for (const EventId caller : entry.callers) {
    const std::string_view name = LastNameOf(reader_.program().EventAt(caller).callee);
    if (name.find("timeout_add") == name.npos && name.find("timer_add") == name.npos) continue;
    if (reader_.MeaningOf(function).truth != OutcomeSign::kFailure) return;
    for (const Attempt& attempt : reader_.attempts().In(function)) {
      if (!attempt.connects || !IsNear(attempt)) continue;
      const std::vector<bool> all(entry.function->blocks.size(), true);
      const AttemptView view(reader_, attempt, all);
      if (view.failed().first_test == UINT32_MAX) continue;
      Retry retry;
      retry.attempt = &attempt;
      retry.where = function;
      retry.test = view.failed().first_test;
      retry.head = view.failed().first_test;
      retry.pace.sort = PaceSort::kConstant;
      retry.pace.wait = caller;
      found.push_back(retry);
      return;
    }
  }
}

void RetryFinder::LookAtCallbacks(FunctionId function, std::vector<Retry>& found) {
  for (const Attempt& attempt : reader_.attempts().In(function)) {
    if (!attempt.connects) continue;
    const std::vector<FunctionId> callbacks = CallbacksOf(attempt.at);
    if (callbacks.size() > kMostCallbacks) continue;
    for (const FunctionId callback : callbacks) {
      const std::optional<Told> told = WhoLooks(callback);
      if (!told) continue;
      const std::vector<CallBack> calls = CallsBack(told->at, function);
      if (calls.empty()) continue;
      Attempt ended;
      ended.at = {told->at, 0};
      ended.outcome = told->outcome;
      auto retry = BeginsAnewIn(told->at, ended, calls);
      if (!retry) continue;
      retry->attempt = &attempt;
      if (attempt.guessed && !IsToldOtherwise(*retry)) continue;
      found.push_back(*retry);
      return;
    }
  }
}

}  // namespace gonogo
