// IncludeIndex: which file of the tree an #include means, without a compiler's include folders: the
// one whose path ends in what is written. Where several do, the one nearest to the file that
// includes it, then one below include/ or src/. A name of the standard library is never looked for.
//
// What has to precede the written path is an include folder: that is how flags are inferred where
// no compile database is.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/engines/cxx/code_note.h"

namespace gonogo {

struct ResolvedInclude {
  std::string_view path;    // in the tree; empty: not found
  std::string_view folder;  // that a compiler must search; "" is the root
  bool beside = false;      // found relative to the including file, so no folder is needed
  std::size_t index = 0;    // of the path among the notes
};

class IncludeIndex {
 public:
  /// The paths live on.
  explicit IncludeIndex(std::span<const CodeNote> notes);

  ResolvedInclude Resolve(std::string_view from, const WrittenInclude& include) const;

 private:
  struct Candidate {
    std::string_view path;
    std::size_t index;
    FileRole role;
  };

  std::unordered_map<std::string_view, std::vector<Candidate>> by_name_;
};

/// The path without "." and ".."; empty where it leads out of the root.
std::string NormalPath(std::string_view path);

/// Whether <name> is a header of the C or C++ library, or of the system.
bool IsStandardHeader(std::string_view name);

}  // namespace gonogo
