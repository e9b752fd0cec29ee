// ReadGuard: which files a parse may read. A compile database that lies in the scanned tree is as
// hostile as the tree, so its units read files of the tree, of its build folders and of the
// system's include folders, and nothing else; one that the user named may read any regular file.
// Paths are decided after links are resolved: whoever asks passes the real path.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct ReadGuard {
  std::string root;                  // absolute and real; empty: there is no tree
  std::vector<std::string> folders;  // absolute and real: build folders outside the tree
  bool anywhere = false;             // the database was named by the user
};

/// Whether `path` is `folder` or lies beneath it. Both absolute and without "." and "..".
bool IsBeneath(std::string_view folder, std::string_view path);

/// Whether the content of a regular file may be read. `real_path` has no links left in it.
bool MayRead(const ReadGuard& guard, std::string_view real_path);

/// Whether it may be told that there is such a file or folder, and what a folder has in it: beside
/// what may be read, the folders in which compilers are installed.
bool MayLookAt(const ReadGuard& guard, std::string_view real_path);

}  // namespace gonogo
