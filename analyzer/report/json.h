// The json report: one object for scripts, described in docs/json_report.md. Keys stay what they
// are as long as "version" does; new ones may come.
#pragma once

#include <string>

#include "analyzer/report/report.h"

namespace gonogo {

std::string WriteJson(const Run& run, const ReportOptions& options);

}  // namespace gonogo
