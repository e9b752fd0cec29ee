// Pipeline: a tree, a rule book and settings become a Run. One call a stage, in the order of the
// folders.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/base/result.h"
#include "analyzer/filter/configured.h"
#include "analyzer/model/run.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// The gate where nobody says otherwise, and the size in bytes above which no engine reads a file.
inline constexpr Severity kDefaultGate = Severity::kMedium;
inline constexpr std::uint64_t kDefaultMaxFileSize = 10'000'000;
/// CPU time that parsing one C or C++ unit may take.
inline constexpr unsigned kDefaultUnitSeconds = 30;

struct PipelineSettings {
  std::string root;  // absolute, for reports only
  std::vector<std::string> targets = {""};
  bool ignore_files = true;
  std::vector<std::string> exclude;
  std::vector<const Rule*> disabled_rules;
  std::vector<RuleSeverity> severities;
  std::vector<ConfiguredIgnore> ignores;
  std::uint64_t max_file_size = kDefaultMaxFileSize;
  unsigned threads = 1;
  bool explain_rejected = false;
  bool explain_triage = false;
  std::string compile_db;  // of the user, trusted; empty: those of the tree
  bool cache = true;
  std::string cache_dir;  // empty: the user's cache folder
  unsigned unit_seconds = kDefaultUnitSeconds;
  std::string today;  // YYYY-MM-DD
  Severity gate = kDefaultGate;
  std::vector<Notice> notices;  // what the settings narrow, for the account
};

/// How far a run is, for a progress line. The pipeline writes, anyone may read.
struct Progress {
  std::atomic<std::uint64_t> files{0};  // known so far; 0 while walking
  std::atomic<std::uint64_t> done{0};
};

/// Fails only where no file could be scanned at all (the engines do not start); everything else is
/// a Notice.
Result<Run> RunPipeline(const FileSystem& tree, const RuleBook& book,
                        const PipelineSettings& settings, Progress& progress);

}  // namespace gonogo
