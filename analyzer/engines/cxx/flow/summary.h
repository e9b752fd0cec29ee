// Summary: what a call of a function in one context does, told of the objects that it was given,
// that it reaches through fields and globals, and that it makes and hands out. It is the state at
// the function's exit, cut down to what a caller can see, and the uses that the caller decides.
#pragma once

#include <array>
#include <vector>

#include "analyzer/engines/cxx/flow/flow_state.h"

namespace gonogo {

/// A use of an object that was there before the function began, or that lives in one.
struct PendingUse {
  ObjectId object = 0;
  Fate before;                   // what was done to it between the entry and the use
  EventId at;                    // where the library is called
  std::uint32_t entry = 0;       // of the plan
  std::vector<EventId> through;  // calls that lead there, outermost first; limited
};

/// What a function returns, as far as callers test it.
enum class ReturnSort : std::uint8_t { kNegative, kZero, kPositive };
inline constexpr std::size_t kReturnSorts = 3;
/// A set of them, by bits.
using ReturnSet = std::uint8_t;
inline constexpr ReturnSet kAnyReturn = 7;

struct Summary {
  ObjectTable objects;
  FlowState exit;  // unreachable where the function never returns
  Values result;
  EffectSet result_through{Effect{}};  // done to the one of several that is returned
  /// The exit by what is returned, where that tells states apart: `if (!Setup(h)) return`.
  std::array<FlowState, kReturnSorts> exits;
  bool split = false;
  std::vector<PendingUse> uses;
  bool computed = false;
  bool unknown = false;  // it did not settle: what it is given goes to the unknown
};

}  // namespace gonogo
