// CxxProgram: the units that were parsed, seen as one program: each function once, however many
// units hold it, with what it may be called by, what it overrides, and the classes and globals by
// USR. It is built once, and read by all clauses from many threads.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// Units that are linked into one program or library; a call prefers what is linked with it.
struct CxxLinkUnit {
  std::string name;
  std::vector<const CxxUnit*> units;
};

using FunctionId = std::uint32_t;

/// A function with the unit whose `files` its places index.
struct ProgramFunction {
  const CxxFunction* function = nullptr;
  const CxxUnit* unit = nullptr;
  std::vector<const CxxEvent*> events;  // by number, through all blocks
  std::vector<std::uint32_t> block_of;  // of each event
};

class CxxProgram {
 public:
  /// The units live on; null ones are skipped.
  explicit CxxProgram(std::span<const CxxUnit* const> units,
                      std::span<const CxxLinkUnit> link_units = {});

  std::span<const ProgramFunction> functions() const { return functions_; }
  const ProgramFunction& function(FunctionId id) const { return functions_[id]; }

  /// The bodies that a call of this USR may reach, seen from `caller`: of several definitions of
  /// one name those nearest to it; of a virtual call the overriding ones too.
  std::vector<FunctionId> Callees(FunctionId caller, std::string_view usr, bool is_virtual) const;

  const CxxClass* ClassOf(std::string_view usr) const;
  const CxxClass* ClassNamed(std::string_view name) const;
  const CxxGlobal* GlobalOf(std::string_view usr) const;
  /// Whether the class of this name is `base`, or derives from it as far as its bases are known.
  bool IsOrDerives(std::string_view name, std::string_view base) const;

  /// The path of a place of this function.
  std::string_view PathOf(FunctionId id, const CxxPlace& place) const;

 private:
  void AddUnit(const CxxUnit& unit);
  void AddFunction(const CxxUnit& unit, const CxxFunction& function);
  std::vector<FunctionId> Nearest(FunctionId caller, const std::vector<FunctionId>& all) const;

  std::vector<ProgramFunction> functions_;
  std::unordered_map<std::string_view, std::vector<FunctionId>> by_usr_;
  std::unordered_map<std::string_view, std::vector<FunctionId>> overriders_;
  std::unordered_map<std::string_view, const CxxClass*> classes_;
  std::unordered_map<std::string_view, const CxxClass*> classes_by_name_;
  std::unordered_map<std::string_view, const CxxGlobal*> globals_;
  std::unordered_map<const CxxUnit*, std::vector<std::uint32_t>> links_;
};

}  // namespace gonogo
