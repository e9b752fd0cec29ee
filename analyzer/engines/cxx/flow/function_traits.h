// FunctionTraits: what a function does that matters to whoever tries again by calling it: it waits,
// looks at a clock, draws at random, counts. Told of a function and of those that it calls, some
// calls deep.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/model/rule.h"

namespace gonogo {

/// One call of what waits.
struct WaitCall {
  EventId at;
  const CxxValue* how_long = nullptr;  // null: nothing says
};

class FunctionTraits {
 public:
  FunctionTraits(const CxxProgram& program, PatternMatcher& matcher, const LoopClause& clause);

  bool TellsTime(FunctionId function) const { return clock_[function]; }
  bool DrawsAtRandom(FunctionId function) const { return random_[function]; }
  /// It changes something that outlives it by what that was before.
  bool Counts(FunctionId function) const { return counts_[function]; }
  bool Waits(FunctionId function) const { return waiting_[function]; }
  /// Calls of the library that wait, in the function itself.
  std::span<const WaitCall> WaitsIn(FunctionId function) const { return waits_[function]; }
  /// Whether the event lets time pass and does nothing else: `sleep(5)`, or a short function of the
  /// program that does so. Not what waits for data, a lock or a signal.
  bool Sleeps(EventId at) const;
  bool IsClock(EventId at) const { return Has(clock_events_, at); }
  bool IsRandom(EventId at) const { return Has(random_events_, at); }

 private:
  using Events = std::vector<EventId>;  // sorted

  bool Naps(EventId at) const;
  static bool Has(const Events& events, EventId at);
  void Find(PatternMatcher& matcher, std::span<const CallPattern> patterns, Events& events);
  void FindWaits(PatternMatcher& matcher, std::span<const CallPattern> patterns);
  void FindCounts();
  void Spread(std::vector<bool>& trait, unsigned deepest) const;

  const CxxProgram& program_;
  std::vector<std::vector<WaitCall>> waits_;
  std::vector<bool> waiting_;
  std::vector<bool> clock_;
  std::vector<bool> random_;
  std::vector<bool> counts_;
  Events clock_events_;
  Events random_events_;
};

/// Whether an event changes its target by what that was before: `++n`, `delay *= 2`, `p = p->next`,
/// `d = min(d * 2, limit)`.
bool IsStep(const ProgramFunction& entry, const CxxEvent& event);
/// A name such as sleep_ms or DelayBeforeRetry.
bool SoundsLikeSleep(std::string_view callee);
/// A name such as Sleep or waitBeforeRetry, for functions of the tree that were not parsed.
bool SoundsLikeWait(std::string_view callee);

}  // namespace gonogo
