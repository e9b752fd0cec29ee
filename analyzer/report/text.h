// The text report: findings for people, grouped by file, each with its code frame, why it counts
// and what to do; then what was read, and the verdict of the run.
#pragma once

#include <string>

#include "analyzer/report/report.h"
#include "analyzer/report/terminal.h"
#include "analyzer/report/totals.h"

namespace gonogo {

std::string WriteText(const Run& run, const ReportOptions& options);

/// The last lines of the text report: counts, the account of files, the verdict.
std::string TextSummary(const Run& run, const Totals& totals, const ReportOptions& options,
                        const Terminal& terminal);

/// "no-go: 3 findings at or above medium", or that nothing is and that this is not yet a go.
std::string OutcomeLine(const Run& run, const Totals& totals);

}  // namespace gonogo
