// ComposeMerge: a compose file with what is read together with it: the file of production that is
// laid over it (`docker-compose.prod.yml` over `docker-compose.yml`), or that it is laid over
// itself, and the files whose services it extends. Their texts become further documents of one
// tree behind its own, so that a walk finds there what is missing here.
#pragma once

#include <optional>
#include <string>

#include "analyzer/engines/config/config_file.h"
#include "analyzer/engines/engine.h"

namespace gonogo {

/// Nothing where the file is no compose file, or is read alone. `joined` holds the texts and must
/// outlive the result. Parts are those of the file itself.
std::optional<ConfigFile> ReadComposeMerged(const EngineInput& input, const ConfigFile& alone,
                                            std::string& joined);

}  // namespace gonogo
