// LinkFate: where a symbolic link leads, found without following it: its text is resolved component
// by component within the tree, and links on the way likewise. A link with an absolute target leads
// outside, even where the tree happens to lie there today: another checkout of it would not.
#pragma once

#include <cstdint>
#include <string>

#include "analyzer/base/file_system.h"

namespace gonogo {

enum class LinkFate : std::uint8_t { kInside, kOutside, kDangling, kLoop };

/// `path` is a link whose parent directories are not links. Costs at most a fixed number of
/// look-ups.
LinkFate FateOfLink(const FileSystem& tree, const std::string& path);

}  // namespace gonogo
