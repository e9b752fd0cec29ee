// ConstantAnswer: whether a function answers the same whatever it is asked.
#pragma once

#include <cstdint>

#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

/// Whether each way through the function returns this number.
bool AnswersAlways(const CxxProgram& program, FunctionId body, std::int64_t number);

}  // namespace gonogo
