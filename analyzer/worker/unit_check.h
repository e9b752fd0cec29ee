// UnitCheck: whether every index in a unit points to something, so that the analyses need not ask.
#pragma once

#include <string>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// What is wrong with the unit; empty where nothing is. The unit is to have at least one file, and
/// the first is its own. An initialiser of a global or of a field has no events and no locals.
std::string FaultOf(const CxxUnit& unit);

}  // namespace gonogo
