// GitSource: which revision of which repository a tree is, and which files it tracks. Reads HEAD,
// refs, the index and the URL of the remote; runs nothing, follows no configuration (includes,
// hooks, filters), reads regular files only. What it cannot find out stays empty: that a tree is no
// repository is no failure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/run.h"

namespace gonogo {

/// `root` is a directory; the repository is the nearest that holds it.
Provenance ReadProvenance(const std::string& root);

/// The paths that the index of that repository holds below `root`, relative to it, whether or not
/// they exist on the disk.
std::vector<std::string> TrackedFiles(const std::string& root);

/// A remote's URL without user, password, token, query and fragment; empty for what is no public
/// address, such as a path of this machine.
std::string PublicUri(std::string_view url);

/// The URL of the remote "origin", or of the first remote, in the text of a git configuration file.
std::string RemoteUrlIn(std::string_view config);

}  // namespace gonogo
