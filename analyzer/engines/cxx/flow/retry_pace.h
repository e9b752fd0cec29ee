// How a retry goes on: what ends it but success, and how long it waits in between.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/function_traits.h"

namespace gonogo {

/// The blocks through which a failed attempt comes to the next.
struct RetryCycle {
  FunctionId function = 0;
  const std::vector<bool>* part = nullptr;  // the loop, or the whole function
  std::vector<bool> blocks;                 // passed from the failure to the next attempt
  std::vector<bool> leads_back;             // from which the next attempt can be reached
  /// What is changed in these blocks by what it was before; filled once it is asked for.
  mutable std::optional<std::vector<const CxxObject*>> stepped = {};
  /// An inner loop that tries the items of a list: this one begins at the first again.
  const std::vector<bool>* list = nullptr;
  std::uint32_t attempt = kNoEvent;
  std::uint32_t recursion = kNoEvent;  // the call that begins it anew, where that is no loop
  bool after_failure = false;          // `blocks` are those that a failure passes alone
};

enum class BoundSort : std::uint8_t {
  kNothing,
  kCounter,
  kClock,
  kItems,    // it goes on with the next of a list: that is no retry
  kUnknown,  // a call that is not seen, whose name speaks of a limit
};

struct RetryBound {
  BoundSort sort = BoundSort::kNothing;
  std::uint32_t block = UINT32_MAX;  // whose test it is
  bool says_attempts = false;        // what is tested is called a number of attempts
};

enum class PaceSort : std::uint8_t { kNone, kConstant, kUnknown, kGrowing };

struct RetryPace {
  PaceSort sort = PaceSort::kNone;
  bool jitter = false;
  EventId wait;  // the call in the cycle that waits
};

class RetryReader {
 public:
  static constexpr unsigned kDeepestWait = 4;

  RetryReader(const CxxProgram& program, const ValueSources& sources, const FunctionTraits& traits)
      : program_(program), sources_(sources), traits_(traits) {}

  RetryBound BoundOf(const RetryCycle& cycle) const;
  /// `deepest`: through how many functions waits count.
  RetryPace PaceOf(const RetryCycle& cycle, unsigned deepest = kDeepestWait) const;
  /// Of a timer that begins the next attempt: by what its start is given.
  RetryPace PaceOfTimer(EventId start) const;

 private:
  struct Frame {
    FunctionId function = 0;
    const RetryCycle* cycle = nullptr;  // set in its own function
    const CxxEvent* caller = nullptr;   // by which `outer` calls it
    const Frame* outer = nullptr;
  };

  BoundSort BoundIn(const CxxValue& value, const RetryCycle& cycle, unsigned depth) const;
  BoundSort BoundInCall(const CxxValue& value, const RetryCycle& cycle, unsigned depth) const;
  BoundSort BoundInObject(const CxxValue& value, const RetryCycle& cycle, unsigned depth) const;
  bool Ends(const CxxBlock& block, const RetryCycle& cycle, unsigned depth) const;
  bool EndsProgram(FunctionId function, std::uint32_t block, unsigned depth) const;
  bool NeverComesBack(FunctionId function, unsigned depth) const;
  bool SpeaksOfRetry(const CxxValue& value, const RetryCycle& cycle) const;
  bool IsSecondTime(const CxxBlock& block, const RetryCycle& cycle) const;
  bool IsOnEachWay(std::uint32_t block, const RetryCycle& cycle) const;
  bool TriesItems(const RetryCycle& cycle) const;
  bool IsNextItem(const CxxValue& condition, const RetryCycle& cycle) const;
  bool IsGivenAnother(const CxxValue& condition, const RetryCycle& cycle) const;
  bool IsJustTaken(std::uint32_t head, const RetryCycle& cycle) const;
  bool WalksUp(const CxxValue& condition, const RetryCycle& cycle) const;
  bool WalksUndeclared(std::string_view name, const RetryCycle& cycle) const;
  bool WalksUnseen(const CxxObject& object, const RetryCycle& cycle) const;
  bool SetsAlarm(const CxxObject& flag, const RetryCycle& cycle) const;
  bool IsGivenBack(const CxxObject& parameter, const Frame& frame) const;
  bool IsOfItems(const CxxValue& value, const RetryCycle& cycle, unsigned depth) const;
  bool TakesItems(const CxxObject& object, const RetryCycle& cycle, unsigned depth) const;
  bool LooksAtCounter(FunctionId function) const;
  const std::vector<const CxxObject*>& Stepped(const RetryCycle& cycle) const;
  bool IsStepped(const CxxObject& object, const RetryCycle& cycle) const;
  std::vector<const CxxObject*> StepsIn(const RetryCycle& cycle) const;
  bool StepsUndeclared(std::string_view name, const RetryCycle& cycle) const;
  bool StepsThrough(const RetryCycle& cycle) const;
  bool IsWalked(const CxxObject& object, const RetryCycle& cycle) const;
  bool IsPassedOn(const CxxObject& object, const RetryCycle& cycle) const;
  bool IsSteppedAnywhere(const CxxObject& object) const;
  void AddWait(EventId at, const RetryCycle& cycle, unsigned deepest, RetryPace& pace) const;
  void AddWaitsBelow(FunctionId function, const Frame& frame, unsigned deepest,
                     RetryPace& pace) const;
  bool IsTime(const CxxValue& value, FunctionId function) const;
  bool IsReadAnew(const CxxObject& object, const RetryCycle& cycle) const;
  void Measure(const CxxValue& value, const Frame& frame, unsigned depth, RetryPace& pace) const;
  void MeasureObject(const CxxObject& object, const Frame& frame, unsigned depth,
                     RetryPace& pace) const;
  void MeasureCall(const CxxValue& value, const Frame& frame, unsigned depth,
                   RetryPace& pace) const;

  const CxxProgram& program_;
  const ValueSources& sources_;
  const FunctionTraits& traits_;
  mutable unsigned steps_ = 0;  // of the question that is being answered
};

/// What the event stores in the very object; null where it stores nothing there.
const CxxValue* StoredIn(const CxxObject& object, const CxxEvent& event);

}  // namespace gonogo
