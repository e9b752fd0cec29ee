// The checklist report: every item with its verdict, what speaks for and against it, and what only
// people can answer.
#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace gonogo {

std::string WriteChecklist(const Run& run, const ReportOptions& options);

}  // namespace gonogo
