// SARIF 2.1.0 in two profiles. `full` says all that is known: suppressed findings with their
// reason, evidence, verdicts of the checklist, findings without a place. `github` holds what code
// scanning shows rightly: open defects with a place in a file, within its limits and without paths
// of this machine.
#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace gonogo {

std::string WriteSarif(const Run& run, const ReportOptions& options);

}  // namespace gonogo
