// What a file is there for: from its directories, its name, and marks in its text. The order of
// precedence and its reasons stand in classifier.h.
#pragma once

#include <string_view>

#include "analyzer/model/source_file.h"

namespace gonogo {

/// The parts of a path that roles are read from.
struct PathParts {
  std::string_view directories;  // up to the last '/'; empty at the root
  std::string_view name;
  std::string_view lower;  // the name in lower case
};

/// `named` is the role that the exact name gives, kProduct where it gives none.
FileRole RoleOf(const PathParts& path, FileKind kind, FileRole named, std::string_view text);

// By the name alone.
bool IsTestName(const PathParts& path, FileKind kind);
bool IsExampleName(std::string_view lower, FileKind kind);
/// `compose.tmpl.yml`, `app.yaml.j2`: what another file is made from.
bool IsTemplateName(std::string_view lower, FileKind kind);
bool IsDocumentationName(std::string_view lower, FileKind kind);
bool IsGeneratedName(std::string_view lower, FileKind kind);
bool IsMinifiedName(std::string_view lower, FileKind kind);
bool IsBundledLibrary(std::string_view lower, std::string_view text);

/// A comment in the first lines says that a program wrote the file.
bool HasGeneratedMark(FileKind kind, std::string_view text);
/// JavaScript or CSS in lines far longer than people write.
bool HasMinifiedLines(FileKind kind, std::string_view text);

}  // namespace gonogo
