// Configured filters: what .gonogo.yaml says of findings that no comment can stand beside, and of
// severities.
#pragma once

#include <span>
#include <string>

#include "analyzer/model/run.h"

namespace gonogo {

/// A rule ignored in some files: an entry of `ignore:`.
struct ConfiguredIgnore {
  std::string path_glob;  // .gitignore syntax, anchored at the root
  const Rule* rule = nullptr;
  std::string reason;
  std::string where;  // ".gonogo.yaml:12", for the account of what it hid
};

struct RuleSeverity {
  const Rule* rule = nullptr;
  Severity severity = Severity::kMedium;
};

/// Marks the findings that an entry hides, and says of each entry in a Notice what it hid.
void ApplyConfiguredIgnores(std::span<const ConfiguredIgnore> ignores, Run& run);

}  // namespace gonogo
