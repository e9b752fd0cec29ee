// IgnoreReader: finds and reads the ignore files of a tree: .gitignore and .gonogoignore of each
// directory, and .git/info/exclude. One that is a symbolic link is not read, as git does not read
// it either.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/model/notice.h"
#include "analyzer/walk/ignore_chain.h"

namespace gonogo {

/// The ignore files above and in a directory: git's and our own.
struct IgnoreScope {
  bool in_repository = false;
  IgnoreChain git;
  IgnoreChain own;
};

/// Reads the ignore files of directories; keeps no state but the tree and what the options ask.
class IgnoreReader {
 public:
  IgnoreReader(const FileSystem& tree, bool git) : tree_(tree), git_(git) {}

  /// `above` and the ignore files that `entries`, the content of the directory, names.
  IgnoreScope Within(const std::string& directory, IgnoreScope above,
                     const std::vector<DirectoryEntry>& entries,
                     std::vector<Notice>& notices) const;

  /// The same without a list of the directory's content.
  IgnoreScope Within(const std::string& directory, IgnoreScope above,
                     std::vector<Notice>& notices) const;

 private:
  void EnterRepository(const std::string& directory, IgnoreScope& scope,
                       std::vector<Notice>& notices) const;
  IgnoreChain Read(IgnoreChain above, const std::string& path, std::size_t base,
                   std::vector<Notice>& notices) const;

  const FileSystem& tree_;
  bool git_;
};

/// The path of an entry of a directory; the root's own path is "".
std::string PathBelow(const std::string& directory, std::string_view name);

}  // namespace gonogo
