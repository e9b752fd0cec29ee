// TypestatePlan: a typestate clause made ready: its patterns as one list, each with what it does,
// and the bits by which the state of an object is told.
//
// Each pattern of `bound_by` has a bit (in force) and a second one (in force, and huge). Beside
// them: bounded from the start, and unknown (it went to somebody of whom nothing is known).
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/flow/effect.h"
#include "analyzer/model/rule.h"

namespace gonogo {

enum class Role : std::uint8_t { kMade, kCopied, kSame, kBound, kUnbound, kReset, kUsed, kBeside };

struct PlanEntry {
  Role role = Role::kUsed;
  const CallPattern* pattern = nullptr;
  Bits bit = 0;  // kBound
};

/// What a set of paths says of an object at a use. Ordered: worse is greater.
enum class Outcome : std::uint8_t { kNone, kBounded, kHuge, kPossible, kCertain };

std::string_view NameOf(Outcome outcome);

class TypestatePlan {
 public:
  explicit TypestatePlan(const TypestateClause& clause);

  const TypestateClause& clause() const { return clause_; }
  std::span<const PlanEntry> entries() const { return entries_; }
  std::vector<const CallPattern*> Patterns() const;
  /// Of the objects, and of the classes that `made_by` constructs.
  std::set<std::string_view> Types() const;

  Bits initial() const { return initial_; }
  static Bits unknown() { return kUnknownBit; }
  /// The object as it was made, whatever it was.
  Effect Fresh() const { return {.keep = 0, .set = initial_}; }
  Effect Set(const PlanEntry& entry, bool huge) const;
  Effect Clear(const PlanEntry& entry) const;
  Effect ClearAll() const { return {.keep = 0, .set = 0}; }
  Effect Unknown() const { return {.set = kUnknownBit}; }
  Effect ClearAllUnknown() const { return {.keep = 0, .set = kUnknownBit}; }

  bool IsBounded(Bits bits) const;
  bool IsHuge(Bits bits) const;
  /// Of an object that had `entry` before these effects.
  Outcome Judge(const EffectSet& effects, Bits entry) const;

 private:
  static constexpr Bits kStartBit = Bits{1} << 30U;
  static constexpr Bits kUnknownBit = Bits{1} << 31U;
  static constexpr unsigned kMostBounds = 15;

  void Add(Role role, std::span<const CallPattern> patterns);
  void AddBounds();

  const TypestateClause& clause_;
  std::vector<PlanEntry> entries_;
  std::vector<Bits> alternatives_;  // each enough, when all of its bits are set
  Bits initial_ = 0;
};

}  // namespace gonogo
