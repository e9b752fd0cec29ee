// Recording: a text that a program wrote while it ran. The tokens that it shows were given out
// then.
#pragma once

#include <string_view>

#include "analyzer/model/file_kind.h"

namespace gonogo {

/// Plain text whose first lines tell the time of day, as logs and traces do.
bool IsRecording(std::string_view text, FileKind kind);

}  // namespace gonogo
