// CxxEngine: the clauses `cxx:` over a whole tree. While files are scanned it notes what stands in
// C and C++ files; then it parses the units that triage leaves, in worker processes, and asks the
// analyses (flow/) about all of them together. A tree without such files, or rules without such
// clauses, cost nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "analyzer/base/file_system.h"
#include "analyzer/engines/engine.h"
#include "analyzer/model/rule.h"
#include "analyzer/worker/client.h"

namespace gonogo {

struct CxxOptions {
  std::string root;        // absolute
  std::string compile_db;  // --compile-db; empty: those of the tree
  std::string cache_dir;   // absolute; empty: nothing is kept
  unsigned threads = 1;
  TimeLimit time_limit{30'000};  // of one unit
  bool whole_tree = true;        // else only what one file decides is said
  bool in_memory = false;        // the tree is no folder on disk: workers are sent its texts
  bool explain_triage = false;   // a Notice for each C and C++ file
  std::function<std::string()> find_worker;
  /// Of an earlier engine over the same rules, so that tests of rules start few processes.
  std::shared_ptr<WorkerPool> pool;
};

/// Null where no rule has a clause `cxx:`. The rules and the tree live on; so does the engine, as
/// long as what it found is used.
std::unique_ptr<ProgramEngine> MakeCxxEngine(std::span<const Rule* const> rules,
                                             const FileSystem& tree, CxxOptions options);

/// The expressions of all matcher clauses, in the order that hits refer to.
SetupRequest SetupOf(std::span<const Rule* const> rules);

}  // namespace gonogo
