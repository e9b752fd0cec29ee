// StandIn: values that stand for something else, told by their own form whatever system reads them:
// a name between marks that something fills in, a name behind the sigil of a variable, an option of
// a command, the name of a header, a list of settings.
#pragma once

#include <string_view>

#include "analyzer/engines/text/assignment/value_shape.h"

namespace gonogo {

/// "template", "a reference or an expression", "an option"; empty where the value stands for
/// itself.
std::string_view StandInReason(std::string_view value, const ValueShape& shape);

}  // namespace gonogo
