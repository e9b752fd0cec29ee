// PreprocessorWatch: what is to be known of includes, and the macros of a generated config.h that
// is not there. Where nothing was configured, a HAVE_ macro that a file of the tree tests and
// nobody defines counts as defined: the code behind it is what a user builds.
#pragma once

#include <functional>
#include <set>
#include <string>

#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

#include "analyzer/worker/clang/body_text.h"
#include "analyzer/worker/clang/places.h"

namespace gonogo {

class PreprocessorWatch : public clang::PPCallbacks {
 public:
  PreprocessorWatch(clang::Preprocessor& preprocessor, Places& places, CxxUnit& unit,
                    bool assume_have, SkippedText& skipped);

  void FileChanged(clang::SourceLocation location, FileChangeReason reason,
                   clang::SrcMgr::CharacteristicKind kind, clang::FileID previous) override;
  void InclusionDirective(clang::SourceLocation hash, const clang::Token& include,
                          llvm::StringRef name, bool is_angled, clang::CharSourceRange name_range,
                          clang::OptionalFileEntryRef file, llvm::StringRef search_path,
                          llvm::StringRef relative_path, const clang::Module* suggested,
                          bool module_imported, clang::SrcMgr::CharacteristicKind kind) override;
  bool FileNotFound(llvm::StringRef name) override;
  void SourceRangeSkipped(clang::SourceRange range, clang::SourceLocation endif) override;

 private:
  void AssumeFrom(clang::FileID file);
  bool IsPlausible(llvm::StringRef name);
  void Define(llvm::StringRef name, llvm::StringRef value);
  void Define(llvm::StringRef name, const clang::Token& token);
  void DefineBool();

  clang::Preprocessor& preprocessor_;
  Places& places_;
  CxxUnit& unit_;
  bool assume_;
  SkippedText& skipped_;
  std::set<unsigned> read_;  // files whose tests were collected
};

/// Names that a text tests in #if, #ifdef and their like and that a configure script would define:
/// HAVE_SSL, USE_CURL. Not those that stand for another system.
std::set<std::string> ConfiguredNames(llvm::StringRef text);

/// The macro without which a text is as good as empty: `#ifdef BE_MYSQL` around all of a plugin's
/// code. Empty where there is none, or where it stands for another system.
std::string GuardOfAll(llvm::StringRef text);

/// Whether an include is of a header that a configure script writes: "config.h", "curl_config.h".
bool IsGeneratedConfig(llvm::StringRef include);

}  // namespace gonogo
