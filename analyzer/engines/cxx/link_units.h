// LinkUnits: which files end up in one program. The names of object files in a compile database say
// the target of each (CMakeFiles/NAME.dir/, NAME.p/); else the build files, read as text, do; else
// each file with a main function is a program, with what it reaches: the headers that it includes,
// the sources of the same name beside or below them, and so on.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/build_text.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/compile_db.h"
#include "analyzer/engines/cxx/triage.h"

namespace gonogo {

struct LinkUnit {
  std::string name;
  std::vector<std::string> sources;  // sorted
  bool is_program = true;            // false of a library that no program is seen to take
};

/// The target that an object file belongs to; empty where its name does not say.
std::string TargetOfOutput(std::string_view output);

/// Sorted by name. A source may be in several, or in none. Of programs that only their main tells,
/// those that reach a file of `wanted`, by note.
std::vector<LinkUnit> FindLinkUnits(std::span<const CodeNote> notes, const Triage& triage,
                                    const CompileDbs& dbs, BuildTargets targets,
                                    const std::vector<bool>& wanted);

}  // namespace gonogo
