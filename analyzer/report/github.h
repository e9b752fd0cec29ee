// The github report: workflow commands that GitHub turns into annotations of a pull request. A step
// shows 10 errors, 10 warnings and 10 notices and drops the rest silently in the order of printing,
// so the worst come first and the last notice says how many were left out.
#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace gonogo {

std::string WriteGithub(const Run& run, const ReportOptions& options);

}  // namespace gonogo
