#include "analyzer/engines/cxx/flow/effect.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::size_t kMostEffects = 16;

/// The effect with fewer bits (or more, where `most`) than every one of them leaves.
Effect Extreme(const std::vector<Effect>& effects, bool most) {
  Bits set = most ? 0 : ~Bits{0};
  Bits keep_or_set = most ? 0 : ~Bits{0};
  for (const Effect& effect : effects) {
    const Bits kept = effect.keep | effect.set;
    set = most ? (set | effect.set) : (set & effect.set);
    keep_or_set = most ? (keep_or_set | kept) : (keep_or_set & kept);
  }
  return {.keep = keep_or_set & ~set, .set = set};
}

}  // namespace

void EffectSet::Insert(Effect effect) {
  effect.keep &= ~effect.set;
  const auto at = std::ranges::lower_bound(effects_, effect);
  if (at == effects_.end() || *at != effect) effects_.insert(at, effect);
}

void EffectSet::Shrink() {
  if (effects_.size() <= kMostEffects) return;
  const Effect least = Extreme(effects_, false);
  const Effect most = Extreme(effects_, true);
  effects_.clear();
  Insert(least);
  Insert(most);
}

bool EffectSet::Holds(const EffectSet& other) const {
  return std::ranges::includes(effects_, other.effects_);
}

bool EffectSet::Add(const EffectSet& other) {
  if (Holds(other)) return false;
  const std::vector<Effect> before = effects_;
  for (const Effect& effect : other.effects_) Insert(effect);
  Shrink();
  return effects_ != before;
}

EffectSet EffectSet::Then(const EffectSet& next) const {
  EffectSet result;
  for (const Effect& first : effects_) {
    for (const Effect& second : next.effects_) {
      result.Insert(
          {.keep = first.keep & second.keep, .set = (first.set & second.keep) | second.set});
    }
  }
  result.Shrink();
  return result;
}

}  // namespace gonogo
