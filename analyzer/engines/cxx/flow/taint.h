// Taint: what one `taint` clause says of a program: texts that reach a sink with a piece in them
// that is neither the program's own nor made safe.
#pragma once

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// Adds to the result, unsorted.
void AnalyseTaint(const CxxProgram& program, const ValueSources& sources, const Rule& rule,
                  const MatchAlternative& alternative, AnalysisResult& result);

}  // namespace gonogo
