// Scope: from the paths on the command line to a root and targets below it. The root is the
// repository that holds the paths, so that ignore files and config of parents count and reported
// paths are those of the repository; outside a repository it is the folder itself, or the deepest
// folder that holds all paths.
#pragma once

#include <string>
#include <vector>

#include "analyzer/base/result.h"

namespace gonogo {

struct Scope {
  std::string root;                  // absolute, without links
  std::vector<std::string> targets;  // relative to root; "" is the root itself
};

/// Fails where a path does not exist. A path that is itself a link to a folder is followed; a link
/// to anything else is not: it stays a target that the walker accounts for.
Result<Scope> ResolveScope(const std::vector<std::string>& paths);

}  // namespace gonogo
