// Quote: a file name as messages show it. Names may hold any bytes; a message is valid UTF-8 on one
// line.
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

/// The name in single quotes; control characters and what is not UTF-8 as \xNN, and of a name
/// longer than 160 bytes the end, behind "...".
std::string Quote(std::string_view name);

}  // namespace gonogo
