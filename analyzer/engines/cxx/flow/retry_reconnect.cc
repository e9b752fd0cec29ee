// Loops that set up a connection, use it while it lasts and begin anew: success comes the same way
// back as failure does. That work at intervals is none of them is told by what is done with the
// connection, or by what the program itself calls it.
#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

bool SaysIn(const CxxValue& value) {
  if (value.kind == CxxValueKind::kText) return SpeaksOfRetry(value.text);
  if (!value.name.empty() && SpeaksOfRetry(value.name)) return true;
  return std::ranges::any_of(value.parts, SaysIn);
}

bool IsEventWait(const CxxEvent& event) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"select", "poll", "epoll_wait", "ppoll", "pselect", "kevent"});
  const bool named =
      event.kind == CxxEventKind::kCall && std::ranges::find(kNames, event.callee) != kNames.end();
  return named && !event.arguments.empty() && ConstantNumberOf(event.arguments[0]) != 0;
}

bool TakesNext(const CxxEvent& event) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"recv", "recvfrom", "receive", "read", "readline", "accept",
                                       "getline", "fgets", "dequeue", "pop"});
  if (event.kind != CxxEventKind::kCall || event.callee.empty()) return false;
  return HasWordOf(LastNameOf(event.callee), kWords);
}

}  // namespace

bool RetryFinder::TakesWork(const AttemptView& view) {
  const auto& blocks = view.function().blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!view.failed().reached[i] || !view.leads_back()[i]) continue;
    if (std::ranges::any_of(blocks[i].events, TakesNext)) return true;
  }
  return false;
}

/// A short function of the program that waits for events: `WaitReady(socket, kRead)`.
bool RetryFinder::IsWaitForEvents(EventId at) const {
  constexpr std::size_t kShortWait = 60;
  const CxxProgram& program = reader_.program();
  if (IsEventWait(program.EventAt(at))) return true;
  const auto& targets = program.TargetsOf(at);
  return std::ranges::any_of(targets, [&](FunctionId target) {
    const auto& events = program.function(target).events;
    const auto waits = [](const CxxEvent* event) { return IsEventWait(*event); };
    return events.size() <= kShortWait && std::ranges::any_of(events, waits);
  });
}

/// Whether the way back asks somebody at the keyboard what to do next: then he tries again.
bool RetryFinder::AsksUser(const Attempt& attempt, const AttemptView& view) const {
  constexpr auto kParts = std::to_array<std::string_view>(
      {"getch", "kbhit", "scanf", "anykey", "getkey", "get_key", "keypress", "keyboard", "prompt",
       "readline", "inkey", "userinput", "user_input"});
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const std::uint32_t home = entry.block_of[i];
    if (i == attempt.at.event || !view.failed().reached[home] || !view.leads_back()[home]) continue;
    const std::string name = LowerCase(LastNameOf(entry.events[i]->callee));
    const auto says = [&](std::string_view part) { return name.contains(part); };
    if (!name.empty() && std::ranges::any_of(kParts, says)) return true;
  }
  return false;
}

/// Whether the way back from the failure waits for events, as it does otherwise: who sets the wait
/// after the failure alone waits for its sake.
bool RetryFinder::WaitsForEvents(const Attempt& attempt, const AttemptView& view) const {
  const auto& blocks = view.function().blocks;
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  bool helper = false;
  for (std::uint32_t i = 0; i < entry.events.size() && !helper; ++i) {
    const std::uint32_t home = entry.block_of[i];
    helper = i != attempt.at.event && view.failed().reached[home] && view.leads_back()[home] &&
             IsWaitForEvents({attempt.at.function, i});
  }
  std::vector<const CxxObject*> set;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!view.failed().reached[i] || !view.leads_back()[i]) continue;
    for (const CxxEvent& event : blocks[i].events) {
      const bool stores = event.kind == CxxEventKind::kStore &&
                          event.target.kind == CxxValueKind::kObject && view.failed().tested[i] &&
                          !view.succeeded().reached[i];
      if (stores) set.push_back(&event.target.object);
    }
  }
  const auto is_set = [&](const CxxEvent& event) {
    if (!IsEventWait(event)) return false;
    return std::ranges::any_of(event.arguments, [&](const CxxValue& value) {
      return value.kind == CxxValueKind::kObject &&
             std::ranges::any_of(
                 set, [&](const CxxObject* object) { return SameObject(*object, value.object); });
    });
  };
  return helper && std::ranges::none_of(blocks, [&](const CxxBlock& block) {
           return std::ranges::any_of(block.events, is_set);
         });
}

/// Whether the success alone goes on with what the attempt returned: `Serve(fd)`.
bool RetryFinder::UsesWhatItGave(const Attempt& attempt, const AttemptView& view) const {
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  const auto is_result = [&](const CxxValue& value) {
    return value.kind == CxxValueKind::kResult && value.event == attempt.at.event;
  };
  std::vector<const CxxObject*> holders;
  // `connect(fd, ...)`: it gives back what it was given.
  const CxxEvent& tried = *entry.events[attempt.at.event];
  const bool given = attempt.pattern != nullptr && tried.callee == "connect" &&
                     !tried.arguments.empty() && tried.arguments[0].kind == CxxValueKind::kObject;
  if (given) holders.push_back(&tried.arguments[0].object);
  // `socket.connect(to)`: the object itself is connected then.
  const bool own = attempt.pattern != nullptr && tried.self.kind == CxxValueKind::kObject &&
                   (tried.self.object.root != CxxRoot::kThis || !tried.self.object.path.empty());
  if (own) holders.push_back(&tried.self.object);
  for (const CxxEvent* event : entry.events) {
    const bool stores = event->kind == CxxEventKind::kStore && !event->arguments.empty() &&
                        event->target.kind == CxxValueKind::kObject;
    if (stores && is_result(event->arguments[0])) holders.push_back(&event->target.object);
  }
  const auto is_held = [&](const CxxValue& value) {
    if (is_result(value)) return true;
    return value.kind == CxxValueKind::kObject &&
           std::ranges::any_of(
               holders, [&](const CxxObject* holder) { return SameObject(*holder, value.object); });
  };
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const std::uint32_t home = entry.block_of[i];
    const CxxEvent& event = *entry.events[i];
    if (event.kind != CxxEventKind::kCall || i == attempt.at.event) continue;
    if (!view.succeeded().reached[home] || view.failed().reached[home]) continue;
    if (is_held(event.self) || std::ranges::any_of(event.arguments, is_held)) return true;
  }
  return false;
}

bool RetryFinder::WaitsItself(const Attempt& attempt) const {
  return std::ranges::any_of(attempt.targets,
                             [&](FunctionId target) { return reader_.traits().Waits(target); });
}

/// `if (timer.hasExpired()) Update();`: work that is due at times, and no connection that is kept.
bool RetryFinder::IsClockGuarded(const Attempt& attempt, const std::vector<bool>& loop) const {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"expired", "expire", "elapsed", "due", "overdue", "interval", "hastimedout"});
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  const std::uint32_t home = entry.block_of[attempt.at.event];
  const auto& blocks = entry.function->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (!loop[i] || i == home || blocks[i].next.size() != 2 || blocks[i].is_loop) continue;
    const CxxValue& test = blocks[i].condition;
    const bool asks = test.kind == CxxValueKind::kResult && test.event < entry.events.size() &&
                      HasWordOf(LastNameOf(entry.events[test.event]->callee), kWords);
    if (!asks) continue;
    const auto leads = std::ranges::count_if(blocks[i].next, [&](std::uint32_t next) {
      return LeadsPast(*entry.function, next, home, i);
    });
    if (leads == 1) return true;
  }
  return false;
}

/// Whether the block belongs to a loop within the loop that does not hold the attempt: what waits
/// for events there serves the connection that was made.
bool RetryFinder::IsInnerOf(const Attempt& attempt, const std::vector<bool>& loop,
                            std::uint32_t block) const {
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  const std::uint32_t home = entry.block_of[attempt.at.event];
  return std::ranges::any_of(LoopsOf(*entry.function), [&](const CodeLoop& inner) {
    return inner.body[block] && !inner.body[home] && loop[inner.head];
  });
}

bool RetryFinder::Reconnects(const Attempt& attempt, const AttemptView& view,
                             const std::vector<bool>& loop) const {
  if (!attempt.connects || !IsNear(attempt)) return false;
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  if (IsClockGuarded(attempt, loop)) return false;
  bool sleeps = false;
  bool says = false;
  bool serves = false;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const std::uint32_t home = entry.block_of[i];
    if (loop[home] && IsEventWait(*entry.events[i]) && IsInnerOf(attempt, loop, home)) {
      serves = true;
      continue;
    }
    if (!loop[home] || (!view.failed().reached[home] && home != entry.block_of[attempt.at.event]))
      continue;
    const CxxEvent& event = *entry.events[i];
    // A loop of events does all that the program does.
    if (IsEventWait(event)) return false;
    sleeps = sleeps || reader_.traits().Sleeps({attempt.at.function, i});
    says = says || SaysIn(event.self) || std::ranges::any_of(event.arguments, SaysIn);
  }
  const CxxEvent& tried = *entry.events[attempt.at.event];
  // `Reconnect();`, which tells nobody how it ended, and may wait itself.
  const bool named = SoundsLikeConnect(tried) && SpeaksOfRetry(tried.callee);
  says = says || named;
  sleeps = sleeps || (says && WaitsItself(attempt)) || (named && attempt.pattern != nullptr);
  if (!sleeps || !view.failed().again) return false;
  if (says || serves || IsSession(attempt)) return true;
  const bool opens = attempt.pattern != nullptr || SoundsLikeAttempt(tried, false);
  return opens && view.failed().again_direct && UsesWhatItGave(attempt, view);
}

}  // namespace gonogo
