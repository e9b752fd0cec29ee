// Attempts: the events that try what a `loop` clause is about, however deep below: the call of the
// library itself, a call of a function that makes one, and the call of a function that was handed
// over ("retry([&] { return client.Connect(); })").
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/model/rule.h"

namespace gonogo {

struct Attempt {
  EventId at;
  const CallPattern* pattern = nullptr;  // of the library's call; null: it is in `targets`
  std::vector<FunctionId> targets;
  bool connects = false;  // it sets up a connection for other calls
  bool guessed = false;   // its name alone says that it leaves the program
  bool looks_up = false;  // it only asks for the address that a name has
  /// In a function that is called back: the parameter that says how it ended, in place of a result.
  std::optional<std::uint32_t> outcome = {};
};

class Attempts {
 public:
  Attempts(const CxxProgram& program, PatternMatcher& matcher, const LoopClause& clause);

  /// In the order of the function's events.
  std::span<const Attempt> In(FunctionId function) const { return attempts_[function]; }
  /// The functions that make an attempt; those that make one by its name alone come last.
  std::span<const FunctionId> functions() const { return trying_; }
  /// How many functions stand between a function that tries and the library's call.
  unsigned DepthOf(FunctionId function) const { return depth_[function]; }
  /// From the attempt down to the library's call; begins with the attempt itself.
  std::vector<EventId> WayDown(const Attempt& attempt) const;

 private:
  void FindDirect(EventId at, const PatternNames& names, const LoopClause& clause,
                  PatternMatcher& matcher);
  void FindRpcs();
  void Spread();
  void Guess();
  void GuessPointer(EventId at);
  bool IsGivenRemote(const CxxEvent& event, FunctionId function) const;
  bool Accepts(FunctionId function) const;
  bool OnlyNotifies(FunctionId function) const;
  bool TellsOutcome(const Attempt& attempt) const;
  unsigned DeepestOf(FunctionId function) const;
  void Reach(FunctionId function);
  void TryThrough(EventId caller, FunctionId callee);
  void TryHanded(EventId caller, std::uint32_t argument, FunctionId handed);
  void Add(Attempt attempt);

  const CxxProgram& program_;
  std::vector<std::vector<Attempt>> attempts_;
  std::vector<FunctionId> trying_;  // nearest to the library first
  std::vector<unsigned> depth_;     // of functions that try: how far the library's call is
  std::vector<bool> kept_;          // whose callers do not learn how their attempts ended
};

}  // namespace gonogo
