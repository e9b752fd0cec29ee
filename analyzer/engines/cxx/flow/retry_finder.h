// RetryFinder: the loops and recursions of a program that try something again because it failed.
//
// What makes a retry is that the way back follows the test of the failure, and that success does
// not come that way: it leaves the loop, is not tried again, or goes on to other work while the
// failure alone waits or begins anew. Work that is done again and again is none.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/retry_pace.h"
#include "analyzer/engines/cxx/flow/timer_calls.h"

namespace gonogo {

struct Retry {
  const Attempt* attempt = nullptr;
  std::uint32_t test = UINT32_MAX;     // the block that asks whether it failed
  std::uint32_t head = 0;              // of the loop
  std::uint32_t recursion = kNoEvent;  // the call that begins anew, where it is no loop
  FunctionId where = 0;                // of all these: that of the attempt, or what it calls back
  RetryBound bound;
  RetryPace pace;
  std::uint32_t hopeless = UINT32_MAX;  // the block that tests for an error that cannot pass
  bool only_range = false;              // it tests for a range of errors, as `status >= 400`
};

class RetryFinder {
 public:
  /// All live on.
  RetryFinder(OutcomeReader& reader, const RetryReader& retries, const LoopClause& clause)
      : reader_(reader), retries_(retries), clause_(clause), timers_(reader.program()) {
    FindHandlers();
  }

  /// At most one for each loop, in the order of the function's events.
  std::vector<Retry> In(FunctionId function);
  /// Timers that try again by their names, one of a function.
  std::vector<Retry> NamedTimers();
  /// Whether it connects only where a state says that nothing is connected: who calls it again and
  /// again tries again.
  bool IsGuarded(FunctionId function) const;

 private:
  void LookAtLoops(FunctionId function, std::vector<Retry>& found);
  void LookAtRecursion(FunctionId function, std::vector<Retry>& found);
  void LookAtCallbacks(FunctionId function, std::vector<Retry>& found);
  void LookAtTimers(FunctionId function, std::vector<Retry>& found);
  void LookAtPolled(FunctionId function, std::vector<Retry>& found);
  void LookAtHandlers(FunctionId function, std::vector<Retry>& found) const;
  enum class LossSort : std::uint8_t {
    kNone,
    kLoss,     // a connection that there was has ended
    kFailure,  // something failed, as a connection that did not come
  };
  /// A function that is called after a failure.
  struct Handler {
    FunctionId at = 0;
    LossSort loss = LossSort::kNone;
  };
  /// A call by which one function comes to another, perhaps later.
  struct Hop {
    EventId at;
    bool later = false;
    bool timer = false;
  };

  /// From a handler to a function.
  struct Way {
    Handler handler;
    std::vector<Hop> hops;
  };

  bool MayTry(FunctionId function) const;
  std::optional<std::vector<FunctionId>> RunsAgain(EventId start) const;
  LossSort LossOf(FunctionId function, const CxxEvent& event, FunctionId target) const;
  LossSort LossOfMethod(FunctionId function) const;
  void FindHandlers();
  void FollowHandler(const Handler& handler);
  void AddHop(const Hop& hop, bool last, Retry& retry) const;
  bool Serves(FunctionId function, unsigned depth) const;
  bool IsSession(const Attempt& attempt) const;
  bool AsksState(FunctionId function, const CxxValue& value, unsigned depth) const;
  std::optional<std::uint32_t> GuardOf(const Attempt& attempt, bool set_here) const;
  bool EndsLoop(const AttemptView& view, FunctionId looping, const std::vector<bool>& loop) const;
  bool IsPolled(const AttemptView& view, FunctionId called, Retry& retry);
  bool IsTimed(FunctionId function, Retry& retry) const;
  bool IsOfClock(FunctionId function, const CxxValue& value, unsigned depth) const;
  void AddKept(FunctionId function, const CxxValue& value, unsigned depth,
               std::vector<const CxxObject*>& kept) const;
  bool CountsBefore(const Attempt& attempt) const;
  EventId ClockOf(FunctionId function) const;
  bool IsClocked(const Attempt& attempt, Retry& retry) const;
  std::optional<EventId> RepeatingTimerOf(FunctionId function, unsigned between) const;
  bool IsSetAfter(const Attempt& attempt, const CxxValue& state, std::uint32_t guard) const;
  /// A call by which a function comes to itself again.
  struct CallBack {
    std::uint32_t event = 0;
    bool later = false;
  };

  std::optional<bool> ComesTo(const CallSite& from, FunctionId function) const;
  /// Calls of `from` by which it comes to `to`.
  std::vector<CallBack> CallsBack(FunctionId from, FunctionId to) const;
  /// A function, and which of its parameters says how the attempt ended.
  struct Told {
    FunctionId at = 0;
    std::uint32_t outcome = 0;
  };
  std::optional<Told> WhoLooks(FunctionId callback) const;
  std::optional<Told> HandedOn(const Told& told) const;
  std::vector<FunctionId> CallbacksOf(EventId attempt) const;
  void AddCallbacksOfHandle(EventId attempt, std::vector<FunctionId>& found) const;
  std::optional<Retry> BeginsAnewIn(FunctionId where, const Attempt& attempt,
                                    std::span<const CallBack> calls) const;
  RetryPace PaceOfLater(EventId call) const;
  bool CountsAttempts(const ProgramFunction& entry, const CxxBlock& block) const;
  bool IsNear(const Attempt& attempt) const;
  bool IsOfOneThing(const Attempt& attempt) const;
  bool MovesData(const Attempt& attempt, const Retry& retry) const;
  bool IsRetry(const Attempt& attempt, const AttemptView& view, std::uint32_t head) const;
  bool IsWaitForEvents(EventId at) const;
  bool AsksUser(const Attempt& attempt, const AttemptView& view) const;
  bool WaitsForEvents(const Attempt& attempt, const AttemptView& view) const;
  bool WaitsItself(const Attempt& attempt) const;
  bool IsClockGuarded(const Attempt& attempt, const std::vector<bool>& loop) const;
  bool IsInnerOf(const Attempt& attempt, const std::vector<bool>& loop, std::uint32_t block) const;
  bool Reconnects(const Attempt& attempt, const AttemptView& view,
                  const std::vector<bool>& loop) const;
  /// Whether the way back from the failure takes the next piece of work.
  static bool TakesWork(const AttemptView& view);
  bool UsesWhatItGave(const Attempt& attempt, const AttemptView& view) const;
  bool BeginsAnew(const Attempt& attempt, const AttemptView& view, std::uint32_t head) const;
  Retry Describe(const Attempt& attempt, const AttemptView& view, const RetryCycle& cycle) const;
  void FindHopeless(const AttemptView& view, const RetryCycle& cycle, Retry& retry) const;
  bool IsToldOtherwise(const Retry& retry) const;
  bool IsHopeless(const CxxValue& value) const;

  OutcomeReader& reader_;
  const RetryReader& retries_;
  const LoopClause& clause_;
  TimerCalls timers_;
  std::unordered_map<FunctionId, std::vector<Way>> ways_;  // by what is come to
  std::deque<Attempt> named_;                              // of timers; they stay where they are
};

}  // namespace gonogo
