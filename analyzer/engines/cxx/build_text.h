// BuildText: what CMakeLists.txt and meson.build say of targets, read as text by simple rules:
// nothing is run, no condition decided, and of variables only lists set in the same file are known.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// A program or library that the build makes.
struct BuildTarget {
  std::set<std::string> sources;  // paths relative to the root, not all of them need exist
  std::set<std::string> globs;    // folders of which all sources belong to it
  std::set<std::string> links;    // names of what is linked into it
};

using BuildTargets = std::map<std::string, BuildTarget>;

/// `path` is that of the build file, relative to the root.
void ReadCMakeTargets(std::string_view path, std::string_view text, BuildTargets& targets);
void ReadMesonTargets(std::string_view path, std::string_view text, BuildTargets& targets);

}  // namespace gonogo
