// SarifRuns: Runs that reach every corner of the SARIF writer, by name. Structural tests read them,
// and scripts/validate_sarif judges them through the hidden test [.sarif-files].
#pragma once

#include <string>
#include <vector>

#include "tests/report/run_builder.h"

namespace gonogo {

struct NamedRun {
  std::string name;
  RunBuilder builder;
};

std::vector<NamedRun> SarifRuns();

}  // namespace gonogo
