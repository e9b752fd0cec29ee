// TerminalOptions: what standard output can show. Colours on a terminal; NO_COLOR and
// CLICOLOR_FORCE as their conventions say; links only where a terminal shows the colours.
#pragma once

#include "analyzer/cli/options.h"
#include "analyzer/report/report.h"

namespace gonogo {

ReportOptions TerminalOptions(const Options& options);

}  // namespace gonogo
