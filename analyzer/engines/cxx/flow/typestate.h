// Typestate: what one `typestate` clause says of a program.
#pragma once

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// Adds to the result, unsorted.
void AnalyseTypestate(const CxxProgram& program, const ValueSources& sources, const Rule& rule,
                      const MatchAlternative& alternative, AnalysisResult& result);

}  // namespace gonogo
