// Settings: the command line and .gonogo.yaml become what the pipeline needs. The config of the
// tree may narrow, and every narrowing is told; what makes gonogo trust the tree holds only where
// the user says so.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/base/result.h"
#include "analyzer/cli/config_file.h"
#include "analyzer/cli/options.h"
#include "analyzer/cli/scope.h"
#include "analyzer/model/notice.h"
#include "analyzer/pipeline.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// Everything a run needs, and where it came from.
struct Setup {
  Scope scope;
  std::unique_ptr<FileSystem> tree;
  Config config;
  RuleBook book;
  PipelineSettings settings;
  bool gate_is_off = false;  // findings never change the exit code
};

/// Fails with all mistakes of the config at once.
Result<Setup> PrepareRun(const Options& options);

}  // namespace gonogo
