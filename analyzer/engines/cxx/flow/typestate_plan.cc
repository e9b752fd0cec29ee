#include "analyzer/engines/cxx/flow/typestate_plan.h"

#include <algorithm>

namespace gonogo {

std::string_view NameOf(Outcome outcome) {
  switch (outcome) {
    case Outcome::kNone:
      return "";
    case Outcome::kBounded:
      return "bounded";
    case Outcome::kHuge:
      return "huge";
    case Outcome::kPossible:
      return "possible";
    case Outcome::kCertain:
      return "certain";
  }
  return "";
}

TypestatePlan::TypestatePlan(const TypestateClause& clause) : clause_(clause) {
  if (clause.starts_bounded) initial_ = kStartBit;
  Add(Role::kMade, clause.made_by);
  Add(Role::kCopied, clause.copied_by);
  Add(Role::kSame, clause.same_as);
  AddBounds();
  Add(Role::kUnbound, clause.unbound_by);
  Add(Role::kReset, clause.reset_by);
  Add(Role::kUsed, clause.used_by);
  Add(Role::kBeside, clause.beside);
}

void TypestatePlan::Add(Role role, std::span<const CallPattern> patterns) {
  for (const CallPattern& pattern : patterns) {
    entries_.push_back({.role = role, .pattern = &pattern});
  }
}

void TypestatePlan::AddBounds() {
  unsigned next = 0;
  for (const PatternGroup& group : clause_.bound_by) {
    Bits all = 0;
    for (const CallPattern& pattern : group.patterns) {
      // Beyond the last bit patterns share it: a later one then hides that an earlier was undone.
      const Bits bit = Bits{1} << std::min(next++, kMostBounds - 1);
      entries_.push_back({.role = Role::kBound, .pattern = &pattern, .bit = bit});
      all |= bit;
      if (!group.all) alternatives_.push_back(bit);
    }
    if (group.all) alternatives_.push_back(all);
  }
}

std::vector<const CallPattern*> TypestatePlan::Patterns() const {
  std::vector<const CallPattern*> patterns;
  for (const PlanEntry& entry : entries_) patterns.push_back(entry.pattern);
  return patterns;
}

std::set<std::string_view> TypestatePlan::Types() const {
  std::set<std::string_view> types(clause_.types.begin(), clause_.types.end());
  types.insert(clause_.carriers.begin(), clause_.carriers.end());
  for (const CallPattern& pattern : clause_.made_by) {
    if (pattern.on_object) types.insert(pattern.name);
  }
  return types;
}

Effect TypestatePlan::Set(const PlanEntry& entry, bool huge) const {
  const Bits huge_bit = entry.bit << kMostBounds;
  return {.keep = ~huge_bit, .set = entry.bit | (huge ? huge_bit : 0)};
}

Effect TypestatePlan::Clear(const PlanEntry& entry) const {
  return {.keep = ~(entry.bit | (entry.bit << kMostBounds) | kStartBit), .set = 0};
}

bool TypestatePlan::IsBounded(Bits bits) const {
  if ((bits & kStartBit) != 0) return true;
  return std::ranges::any_of(alternatives_, [&](Bits all) { return (bits & all) == all; });
}

bool TypestatePlan::IsHuge(Bits bits) const {
  if (!IsBounded(bits) || (bits & kStartBit) != 0) return false;
  return std::ranges::all_of(alternatives_, [&](Bits all) {
    return (bits & all) != all || ((bits >> kMostBounds) & all) == all;
  });
}

Outcome TypestatePlan::Judge(const EffectSet& effects, Bits entry) const {
  bool bounded = false, unbounded = false, unknown = false, huge = false;
  for (const Effect& effect : effects.effects()) {
    const Bits bits = effect.On(entry);
    if (IsBounded(bits)) {
      bounded = true;
      huge = huge || IsHuge(bits);
    } else if ((bits & kUnknownBit) != 0) {
      unknown = true;
    } else {
      unbounded = true;
    }
  }
  if (!bounded && !unbounded && !unknown) return Outcome::kNone;
  if (unbounded && !bounded && !unknown) return Outcome::kCertain;
  if (unbounded || unknown) return Outcome::kPossible;
  return huge ? Outcome::kHuge : Outcome::kBounded;
}

}  // namespace gonogo
