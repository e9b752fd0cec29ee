// The keys of .gonogo.yaml: the one table that cli/config_file.h checks and that the JSON schema
// for editors comes from. It stands here, not in cli/, because the build embeds the schema.
//
// To add a key: a row in config_shape.cc, a field in cli/config_file.h and the line that fills it,
// and, where it could hide findings or make gonogo read more, a line in ApplyTrust or NarrowingsOf.
#pragma once

#include <string>

#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {

extern const Shape kConfigShape;

/// The JSON schema of .gonogo.yaml.
std::string ConfigSchema();

}  // namespace gonogo
