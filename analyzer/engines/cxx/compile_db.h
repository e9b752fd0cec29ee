// CompileDb: the compile databases of a tree, found where people keep them: compile_commands.json
// in the root and in build*/, out/, cmake-build-*/, builddir/ and _build/ of it, of the folders on
// its first level and one level below them, or the one that the user names; compile_flags.txt
// beside the code. They are data from the tree: what a command asks for is the worker's filter to
// judge.
//
// A database that was written elsewhere (in a container, on another machine) is read as if it had
// been written here, where its paths end as paths of the tree do.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/model/notice.h"

namespace gonogo {

struct CompileCommand {
  std::string directory;               // absolute
  std::vector<std::string> arguments;  // the compiler's name first
  std::string file;                    // as it stands among the arguments
  std::string output;                  // of -o or the database; empty where unknown
  std::string database;                // path of the database, as messages say it
  bool trusted = false;
};

struct CompileDbs {
  std::map<std::string, CompileCommand, std::less<>> commands;  // by path relative to the root
  std::vector<Notice> notices;
};

struct DbOptions {
  std::string root;                           // absolute
  std::string named;                          // --compile-db: a file or its folder; trusted
  std::span<const std::string_view> sources;  // paths of the tree's C and C++ files, sorted
};

CompileDbs ReadCompileDbs(const FileSystem& tree, const DbOptions& options);

/// The entries of one database, in order. `path` is for messages.
struct DbEntry {
  std::string directory;
  std::string file;
  std::vector<std::string> arguments;
  std::string output;
};
/// Nothing where the text is no database; entries that are malformed are left out.
std::vector<DbEntry> ParseCompileDb(std::string_view json, bool& malformed);

}  // namespace gonogo
