// The clause `loop`: what is tried again after it failed, and how.
#pragma once

#include <span>

#include "analyzer/engines/cxx/flow/analysis.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

/// A rule that asks one question about the loops.
struct LoopTask {
  const Rule* rule = nullptr;
  const MatchAlternative* alternative = nullptr;
};

/// All tasks have the same lists; they differ in what they find.
void AnalyseLoops(const CxxProgram& program, const ValueSources& sources,
                  std::span<const LoopTask> tasks, AnalysisResult& result);

}  // namespace gonogo
