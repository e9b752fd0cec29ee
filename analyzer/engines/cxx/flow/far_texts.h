// Far texts: where what comes from outside leaves the units that are parsed, or enters them: by
// calls of functions whose body is in none of them, and by functions that others may call.
#pragma once

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// A call of a function whose body is not parsed, and through which a text goes.
FarText FarTextAt(const CxxEvent& call, bool outside);

/// Adds to the result, unsorted, what a `taint` clause asks of files that are not parsed.
void FindFarTexts(const CxxProgram& program, const ValueSources& sources, const TaintClause& clause,
                  AnalysisResult& result);

}  // namespace gonogo
