// Beside: what bounds uses by standing near them, whatever its object: a timer that aborts the
// reply, a queue that a base class waits for with a deadline.
#pragma once

#include <set>

#include "analyzer/engines/cxx/flow/contexts.h"
#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/typestate_plan.h"

namespace gonogo {

/// The functions near which a pattern of `beside` matches: those that hold the call, the lambdas
/// around it and in it, and the methods of its class and of what derives from that.
std::set<FunctionId> FunctionsBeside(const CxxProgram& program, const Contexts& contexts,
                                     const TypestatePlan& plan, PatternMatcher& matcher);

}  // namespace gonogo
