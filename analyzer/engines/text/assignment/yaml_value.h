// YamlValue: the scalar behind `name:` in YAML: plain, quoted, in a flow map, as a block of one
// line, behind a tag or an anchor, on the next line.
#pragma once

#include <optional>

#include "analyzer/engines/text/assignment/assignment.h"
#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/name_place.h"

namespace gonogo {

/// The cursor stands behind the colon and the blanks after it.
std::optional<Assignment> ReadYamlValue(const NamePlace& place, Cursor cursor, AssignmentForm form);

}  // namespace gonogo
