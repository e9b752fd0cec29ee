// Trial code: tests, examples and benchmarks. What they pass to the program that they try out says
// nothing of what the program does in production.
#pragma once

#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

/// Whether a function stands in a file of a test, an example or a benchmark.
bool IsTrialCode(const CxxProgram& program, FunctionId function);

/// Whether what one function does counts for another: trial code counts for itself alone.
bool CountsFor(const CxxProgram& program, FunctionId giver, FunctionId taker);

}  // namespace gonogo
