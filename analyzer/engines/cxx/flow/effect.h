// EffectSet: what the paths through a piece of code may do to the bits of one object. An effect is
// what one path does: it keeps some bits, sets some, clears the rest. Paths are kept apart, so that
// a bound set one way here and another way there is a bound; when there are too many of them, the
// set shrinks to the least and the most that any of them leaves, which rules out no path.
//
// The same thing is a state (effects on the object as it was made) and a transformer (effects on
// the object as the function was given it). An empty set means: no path.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace gonogo {

using Bits = std::uint32_t;

struct Effect {
  Bits keep = ~Bits{0};
  Bits set = 0;

  Bits On(Bits bits) const { return (bits & keep) | set; }
  auto operator<=>(const Effect&) const = default;
};

class EffectSet {
 public:
  EffectSet() = default;
  explicit EffectSet(Effect effect) : effects_{effect} {}

  bool empty() const { return effects_.empty(); }
  const std::vector<Effect>& effects() const { return effects_; }

  /// Whether all paths of the other are among these.
  bool Holds(const EffectSet& other) const;
  /// Adds paths; says whether there were new ones.
  bool Add(const EffectSet& other);
  /// This code, and then the other.
  EffectSet Then(const EffectSet& next) const;

  bool operator==(const EffectSet&) const = default;

 private:
  void Insert(Effect effect);
  void Shrink();

  std::vector<Effect> effects_;  // sorted
};

}  // namespace gonogo
