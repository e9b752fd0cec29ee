// TimerCalls: what runs later because a timer was started. A timer is given its function once
// (`event_set(&again, -1, 0, Dial, 0)`, `timer->onTick.connect(bind(&Link::Dial, this))`) and is
// started elsewhere by its own name, as an object that is a field or a global.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

/// The first event, of those behind it, that is given what the event `made` gave.
std::optional<std::uint32_t> TakerOf(std::span<const CxxEvent* const> events, std::uint32_t made);

class TimerCalls {
 public:
  explicit TimerCalls(const CxxProgram& program);

  /// The calls in the function that start a timer, by event, with what it runs.
  std::span<const CallSite> In(FunctionId function) const { return starts_[function]; }

 private:
  void Keep(FunctionId function, const CallSite& site);
  void FindStarts(FunctionId function);

  const CxxProgram& program_;
  std::unordered_map<std::string_view, std::vector<FunctionId>> kept_;  // by field or global
  std::vector<std::vector<CallSite>> starts_;
};

}  // namespace gonogo
