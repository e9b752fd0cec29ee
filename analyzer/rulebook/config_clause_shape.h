// The keys of `config:`, as a part of the shapes of rule files.
#pragma once

#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {

extern const Shape kConfigClauseShape;

}  // namespace gonogo
