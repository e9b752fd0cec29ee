// CallClause: what one `call` clause says of a program: calls that match, with constants followed
// through variables, fields, parameters and the constants that callers pass.
#pragma once

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// Adds to the result, unsorted.
void AnalyseCalls(const CxxProgram& program, const ValueSources& sources, const Rule& rule,
                  const MatchAlternative& alternative, AnalysisResult& result);

}  // namespace gonogo
