// Walker: which files of a tree are looked at. Parallel over directories; what git would ignore is
// left out exactly as git does it (gitignore.h), then what .gonogoignore and the caller's globs
// leave out. Never leaves the tree; whatever is not a readable regular file or directory becomes a
// Notice or a count.
//
// Git's rules hold within a repository only, from the directory with `.git` downward
// (ignore_reader.h says why). What decides lies in the tree alone: .gitignore files from the root
// down and .git/info/exclude. The user's own core.excludesFile is not read, so that every machine
// gives the same answer. As in git, patterns speak of untracked files only: a file that the index
// holds is read although a pattern covers it. Entries called ".git" are never entered; other
// repositories inside the tree are directories like any other.
//
// Notices: no-such-target, unreadable, special-file, symlink-outside, symlink-dangling,
// symlink-loop, symlink-target, ignore-file-too-large, ignore-file-too-costly, too-deep.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/model/notice.h"

namespace gonogo {

struct WalkOptions {
  std::vector<std::string> targets = {
      ""};                   // files or directories relative to the root; "" is the root
  bool ignore_files = true;  // .gitignore, .git/info/exclude
  /// The paths that git's index holds, relative to the root. Asked only where something was
  /// ignored.
  std::function<std::vector<std::string>()> tracked;
  std::vector<std::string> exclude;  // globs in .gitignore syntax, anchored at the root
  unsigned threads = 1;
};

struct WalkedFile {
  std::string path;    // relative to the root
  bool named = false;  // the user named this file itself: .gitignore does not hide it
};

struct WalkResult {
  std::vector<WalkedFile> files;  // sorted by path, without repeats
  std::vector<Notice> notices;    // sorted
  std::uint64_t ignored = 0;      // entries left out by git's rules; a directory counts once
  std::uint64_t excluded = 0;     // entries left out by .gonogoignore or `exclude`
  std::uint64_t links = 0;        // links that stay in the tree
};

/// Never fails: what cannot be listed or read is a Notice. A target that does not exist is a Notice
/// "no-such-target". A directory that the user named is walked even where git ignores the directory
/// itself.
WalkResult Walk(const FileSystem& tree, const WalkOptions& options);

}  // namespace gonogo
