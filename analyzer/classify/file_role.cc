#include "analyzer/classify/file_role.h"

#include "analyzer/classify/directory_signs.h"

namespace gonogo {
namespace {

bool IsProseKind(FileKind kind) {
  return kind == FileKind::kText || kind == FileKind::kUnknown || kind == FileKind::kMarkdown ||
         kind == FileKind::kRestructuredText;
}

// Below "spec" these are the specification itself, not tests of it.
bool MaySpecify(FileKind kind) {
  return IsProseKind(kind) || kind == FileKind::kYaml || kind == FileKind::kJson ||
         kind == FileKind::kProtobuf || kind == FileKind::kGraphQl || kind == FileKind::kXml ||
         kind == FileKind::kThrift || kind == FileKind::kHtml;
}

bool IsBuiltKind(FileKind kind) {
  return kind == FileKind::kJavaScript || kind == FileKind::kTypeScript || kind == FileKind::kCss ||
         kind == FileKind::kJson;
}

}  // namespace

FileRole RoleOf(const PathParts& path, FileKind kind, FileRole named, std::string_view text) {
  if (named == FileRole::kLockFile) return named;
  if (IsMinifiedName(path.lower, kind) || HasMinifiedLines(kind, text)) return FileRole::kMinified;
  const DirectorySigns signs = ReadDirectories(path.directories, path.lower);
  if (signs.vendored || named == FileRole::kVendored) return FileRole::kVendored;
  // At the root such a file is the library's own source, not a copy.
  if (!path.directories.empty() && IsBundledLibrary(path.lower, text)) return FileRole::kVendored;
  const bool data = kind == FileKind::kDotenv || kind == FileKind::kSql;
  if (signs.test && data) return FileRole::kTest;  // whatever program wrote it
  if (signs.generated || (signs.build_output && IsBuiltKind(kind))) return FileRole::kGenerated;
  // What a template says of itself is said of what is made from it.
  const bool marked = HasGeneratedMark(kind, text) && !IsTemplateName(path.lower, kind);
  if (IsGeneratedName(path.lower, kind) || marked) return FileRole::kGenerated;
  if (signs.test || (signs.spec && !MaySpecify(kind))) return FileRole::kTest;
  if (named == FileRole::kTest || (!signs.plain_names && IsTestName(path, kind)))
    return FileRole::kTest;
  if (signs.example || IsExampleName(path.lower, kind)) return FileRole::kExample;
  if (signs.documentation || IsDocumentationName(path.lower, kind)) return FileRole::kDocumentation;
  return named == FileRole::kDocumentation && IsProseKind(kind) ? named : FileRole::kProduct;
}

}  // namespace gonogo
