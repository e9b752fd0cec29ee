// StateMachine: the variable by which a loop chooses what to do in each turn, `switch
// (link->state)`. A failed attempt that leaves it as it was, or sets it back, is made again in a
// later turn; what the other states do then is no part of the way. Without it a walk would go
// through all cases.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

class OutcomeReader;

class StateMachine {
 public:
  /// A state of which nothing is known.
  static constexpr std::uint32_t kAny = 0;

  /// All live on. `attempt` is an event of the function, in `home`.
  StateMachine(OutcomeReader& reader, FunctionId function, const std::vector<bool>& part,
               std::uint32_t attempt);

  bool known() const { return object_ != nullptr; }
  /// How many there are, with kAny, and with one for those that no test asks for.
  std::uint32_t size() const { return static_cast<std::uint32_t>(values_.size()) + 2; }
  /// The state in which the attempt is made.
  std::uint32_t first() const { return first_; }
  /// Behind the events of the block, from that number on.
  std::uint32_t Behind(std::uint32_t block, std::uint32_t from_event, std::uint32_t state) const;
  /// The only way that the state leaves open.
  std::optional<std::size_t> WayOf(std::uint32_t block, std::uint32_t state) const;

 private:
  bool IsSetToConstants(const CxxObject& object) const;
  std::uint32_t NumberOf(std::int64_t value) const;
  void Find(const std::vector<bool>& part, std::uint32_t home, std::size_t side);

  OutcomeReader& reader_;
  FunctionId function_;
  const ProgramFunction& entry_;
  const CxxObject* object_ = nullptr;
  std::vector<std::int64_t> values_;
  std::uint32_t first_ = kAny;
};

}  // namespace gonogo
