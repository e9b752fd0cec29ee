// Development: compose files with which people run a service on their own machine while they write
// it. They lie at the root of a tree like those that deploy it, and often have no other name. What
// they say of restarts, ports and volumes is meant for that machine.
#pragma once

#include <string_view>

#include "analyzer/engines/config/config_file.h"

namespace gonogo {

/// The name of the file or of its folder says so (`compose.dev.yaml`, `local/`), the comment at its
/// head, or a service of it does: the tree that it is built from is mounted into it, what runs
/// reloads or waits for a debugger, its environment calls itself development, or it stands in for
/// something that production has (a catcher of mail).
bool IsForDevelopment(const ConfigFile& file, std::string_view path);

}  // namespace gonogo
