#include "analyzer/engines/text/assignment/syntax.h"

namespace gonogo {

Syntax SyntaxOf(FileKind kind) {
  switch (kind) {
    case FileKind::kYaml:
      return Syntax::kYaml;
    case FileKind::kIni:
    case FileKind::kProperties:
    case FileKind::kDotenv:
    case FileKind::kNpmrc:
    case FileKind::kSystemd:
      return Syntax::kKeyValue;
    case FileKind::kShell:
    case FileKind::kBatch:
    case FileKind::kDockerfile:
    case FileKind::kMakefile:
    case FileKind::kCron:
      return Syntax::kShell;
    case FileKind::kXml:
      return Syntax::kMarkup;
    case FileKind::kUnknown:
    case FileKind::kText:
    case FileKind::kMarkdown:
    case FileKind::kRestructuredText:
    case FileKind::kLog:
    case FileKind::kCsv:
    case FileKind::kDiff:
    case FileKind::kTemplate:
    case FileKind::kNginx:
    case FileKind::kApache:
    case FileKind::kHaproxy:
    case FileKind::kNetrc:
    case FileKind::kPem:
      return Syntax::kText;
    default:
      return Syntax::kCode;
  }
}

}  // namespace gonogo
