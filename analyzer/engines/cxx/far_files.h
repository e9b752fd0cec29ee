// FarFiles: which files are parsed because a text from outside goes through them: those that define
// what it is handed to, and those that open files and call what gives it. Who runs a program hands
// on much: of that only what opens files is followed.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <span>
#include <string>

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/open_uses.h"
#include "analyzer/engines/cxx/triage.h"

namespace gonogo {

class FarFiles {
 public:
  /// False where no file is asked for that was not before.
  bool Add(std::span<const FarText> far, std::size_t files, Triage& triage,
           const ReadIndexed& read);

 private:
  std::set<FarText> known_;  // that were looked for
};

}  // namespace gonogo
