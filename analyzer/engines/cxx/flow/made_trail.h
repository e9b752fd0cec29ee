// MadeTrail: where a program may keep what some patterns make, told without paths or order. A
// clause that names no types follows objects that are plain numbers or pointers to anything; only
// what lies on this trail is worth following.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

class MadeTrail {
 public:
  /// `made` are patterns that make an object, `handed_on` those whose result is `$` or a copy.
  MadeTrail(const CxxProgram& program, std::span<const CallPattern* const> made,
            std::span<const CallPattern* const> handed_on);

  /// Whether anything is made at all.
  bool empty() const { return !found_; }
  /// Whether a value in this function may be such an object.
  bool Has(FunctionId function, const CxxValue& value) const;
  /// Whether the event makes or touches one.
  bool Touches(FunctionId function, std::uint32_t event) const;
  /// Classes with a field that may keep one.
  std::set<std::string_view> Holders() const;

 private:
  bool HasObject(FunctionId function, const CxxObject& object) const;
  void Add(FunctionId function, const CxxObject& object);
  void AddResult(FunctionId function, std::uint32_t event);
  template <class Set, class Key>
  void Insert(Set& set, Key key) {
    grown_ = set.insert(key).second || grown_;
  }

  void Walk(FunctionId function);
  void Make(FunctionId function, std::uint32_t event);
  void Keep(FunctionId function, const CxxEvent& event, const CxxValue& value);
  void Call(FunctionId function, const CallSite& site);
  void Library(FunctionId function, std::uint32_t event);
  void Captures(FunctionId function);

  const CxxProgram& program_;
  PatternNames made_names_, handed_names_;
  std::vector<const CallPattern*> made_, handed_on_;
  std::unordered_set<std::uint64_t> variables_;   // of functions: locals and parameters
  std::unordered_set<std::uint64_t> results_;     // of events
  std::unordered_set<FunctionId> returning_;      // functions
  std::unordered_set<std::string_view> symbols_;  // fields and globals, by USR
  bool found_ = false;
  bool grown_ = false;
};

}  // namespace gonogo
