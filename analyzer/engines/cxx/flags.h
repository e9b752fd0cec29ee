// Flags: how to parse a file: as a compile database says; else as its nearest sibling of the same
// language is; else from the tree alone: a compile_flags.txt above it, the language standard that
// the build files name, and the folders in which its includes are found.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/engines/cxx/code_note.h"
#include "analyzer/engines/cxx/compile_db.h"
#include "analyzer/engines/cxx/foreign_code.h"
#include "analyzer/engines/cxx/triage.h"

namespace gonogo {

enum class FlagSource : std::uint8_t { kDatabase, kSibling, kFlagsFile, kInferred };

struct UnitFlags {
  FlagSource source = FlagSource::kInferred;
  std::string directory;  // absolute
  std::vector<std::string> arguments;
  bool trusted = false;
  bool assume_have = false;
  std::vector<std::string> foreign = {};  // as ParseRequest::foreign
};

/// The standards that the build files of the tree ask for; empty where they name none.
struct Standards {
  std::string c;                        // "gnu17"
  std::string cpp;                      // "gnu++20"
  std::set<std::string> features = {};  // macros that switch encryption on
};

/// What one build file says: CMAKE_CXX_STANDARD, cxx_std_20, -std=, cpp_std=.
void ReadStandards(std::string_view text, Standards& standards);
/// The newer of both, of each language.
void AddStandards(const Standards& more, Standards& standards);

class FlagChooser {
 public:
  /// `probe`: the notes are of a part of the tree, so include folders are looked for on disk.
  FlagChooser(const FileSystem& tree, std::string root, const CompileDbs& dbs, const Triage& triage,
              std::span<const CodeNote> notes, Standards standards, bool probe);

  UnitFlags For(std::size_t index) const;

  /// Of a C++ unit, the headers of the standard library ("string") that it reads, directly or not,
  /// ascending.
  std::vector<std::string> StandardHeadersOf(std::size_t index) const;

 private:
  UnitFlags CommandFor(std::size_t index) const;
  FileKind KindOf(const CodeNote& note) const;
  const CompileCommand* Sibling(const CodeNote& note, FileKind kind) const;
  bool FromFlagsFile(const CodeNote& note, FileKind kind, UnitFlags& flags) const;
  UnitFlags Inferred(std::size_t index, FileKind kind) const;
  std::string Probe(std::string_view from, const WrittenInclude& include) const;
  std::vector<std::string> FoldersFor(std::size_t index) const;
  bool IsStale(const CompileCommand& command) const;

  const FileSystem& tree_;
  std::string root_;
  const CompileDbs& dbs_;
  const Triage& triage_;
  std::span<const CodeNote> notes_;
  Standards standards_;
  bool probe_;
  ForeignCode foreign_;
};

}  // namespace gonogo
