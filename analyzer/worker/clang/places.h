// Places: from Clang's source locations to lines and columns in the unit's files, physically: #line
// is ignored. What a macro made has the place of the macro's use, but for what was written there as
// its argument.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include <clang/Basic/LangOptions.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/worker/clang/unit_files.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

class Places {
 public:
  /// `root` without a slash at its end; may be empty.
  Places(const clang::SourceManager& sources, const clang::LangOptions& language, UnitFiles& files,
         std::string root, CxxUnit& unit);

  /// Where the tokens from begin to end stand; no place where they stand in no file.
  CxxPlace Of(clang::SourceRange range);
  CxxPlace Of(clang::SourceLocation begin) { return Of(clang::SourceRange(begin, begin)); }

  /// Where the characters of one token stand, be it in the definition of a macro.
  CxxPlace OfSpelling(clang::SourceLocation token);

  /// Whether the place of a location is in a file of the tree.
  bool IsInTree(clang::SourceLocation location);
  /// Likewise, and the file was not included as a system header.
  bool IsOurs(clang::SourceLocation location);

  /// Paths as ParseRequest::foreign; they live on.
  void SetForeign(std::span<const std::string> foreign) { foreign_ = foreign; }
  /// Whether bodies there are worth parsing: ours, and not foreign.
  bool IsAskedFor(clang::SourceLocation location);

  /// Path as in CxxUnit::files of a file that was read; empty where it has none.
  std::string PathOf(clang::FileEntryRef file);
  /// Path of the file in which a location stands.
  std::string PathOf(clang::SourceLocation location);
  bool IsTreePath(const std::string& path) const { return !path.empty() && path.front() != '/'; }

  const clang::SourceManager& sources() const { return sources_; }
  const clang::LangOptions& language() const { return language_; }

 private:
  struct Known {
    std::string path;
    bool in_tree = false;
    bool is_system = false;
    bool is_foreign = false;
    std::uint32_t index = 0;
    bool has_index = false;
    std::vector<unsigned> lines;  // offsets at which they begin
    std::size_t last = 0;         // the line of the last question, counted from 0
  };
  Known& Look(clang::FileID file);
  /// The line of an offset, counted from 0.
  static std::size_t LineOf(Known& known, unsigned offset);
  CxxPlace InFile(clang::FileID file, unsigned begin, unsigned end);

  const clang::SourceManager& sources_;
  const clang::LangOptions& language_;
  UnitFiles& files_;
  std::string root_;
  CxxUnit& unit_;
  std::span<const std::string> foreign_;
  llvm::DenseMap<clang::FileID, Known> known_;
  std::map<std::string, std::uint32_t> index_of_path_;
};

}  // namespace gonogo
