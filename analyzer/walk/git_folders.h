// GitFolders: where the repository of a tree keeps its files, found by plain signs, without git.
//
// A tree may be hostile, and so may its .git: a .git file may point only to a folder that points
// back, or to a folder of modules in a repository above. A .git above the root counts only where it
// belongs to this user or to the owner of the root: anybody may put one into /tmp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace gonogo {

/// The folder with HEAD and the one with what worktrees share; the same one where there is but one
/// worktree.
struct GitFolders {
  std::string own;
  std::string common;
  std::string tree;  // the work tree: absolute, without links
};

/// Of the repository that is nearest above the directory `root`, or its own.
std::optional<GitFolders> FindGitFolders(const std::string& root);

/// The bytes of a regular file, at most `limit`; nothing for anything else. Never waits.
std::optional<std::string> ReadRegular(const std::string& path, std::size_t limit);

/// True for a regular file and for nothing at all: libgit2 opens neither a FIFO nor a device then.
bool IsHarmless(const std::string& path);

}  // namespace gonogo
