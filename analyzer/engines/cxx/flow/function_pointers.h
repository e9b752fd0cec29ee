// FunctionPointers: which functions of the program are kept in a field or a global, by assignment
// or in the table that it is initialised with, so that a call through it is known to reach them:
// drivers, services and callbacks are written so in C.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

class FunctionPointers {
 public:
  void Add(const CxxEvent& event);
  /// After all classes are known: `class_named` gives them by name.
  template <class ClassNamed>
  void Add(const CxxGlobal& global, const ClassNamed& class_named) {
    AddTable(global.variable.usr, global.variable.type, global.initialiser, class_named, 0);
  }
  void Add(const CxxClass& type);
  /// To be called before the first question.
  void Finish();

  /// USRs of the functions that the event may call through what it names, ascending; none where it
  /// is no call through a pointer, or where so many are kept there that it says nothing.
  std::span<const std::string_view> CalledBy(const CxxEvent& event) const;
  /// The same of a call through a local variable, by what its function stores in it.
  static std::vector<std::string_view> KeptIn(std::span<const CxxEvent* const> events,
                                              const CxxEvent& call);
  /// The fields and globals that keep the function, ascending.
  std::vector<std::string_view> HoldersOf(std::string_view function) const;

 private:
  void Keep(std::string_view holder, const CxxValue& value);

  template <class ClassNamed>
  void AddTable(std::string_view holder, std::string_view type, const CxxValue& value,
                const ClassNamed& class_named, unsigned depth) {
    constexpr unsigned kDeepest = 8;
    Keep(holder, value);
    if (value.kind != CxxValueKind::kCombined || value.operation != "{}" || depth == kDeepest)
      return;
    // A list with an error in it has no type of its own.
    const CxxClass* own = class_named(value.type);
    const CxxClass* known = own != nullptr ? own : class_named(type);
    for (std::size_t i = 0; i < value.parts.size(); ++i) {
      const bool is_field = known != nullptr && i < known->fields.size();
      AddTable(is_field ? std::string_view(known->fields[i].usr) : holder,
               is_field ? std::string_view(known->fields[i].type) : type, value.parts[i],
               class_named, depth + 1);
    }
  }

  std::unordered_map<std::string_view, std::vector<std::string_view>> kept_;  // by field or global
};

}  // namespace gonogo
