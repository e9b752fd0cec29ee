// FileKind: the language or format of a file. One table (file_kind.cc) holds the name that rules
// use and the comment syntax; how a file gets its kind is the classifier's business.
//
// To add a kind: an enumerator here, a row in the table of file_kind.cc, and its names, extensions
// or shebangs in classify/file_kind_table.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gonogo {

// clang-format off
enum class FileKind : std::uint8_t {
  kUnknown,  // text of no known kind
  kC, kCpp, kObjectiveC, kCSharp, kFSharp, kVisualBasic, kJava, kKotlin, kScala, kGroovy, kGo, kRust,
  kPython, kJavaScript, kTypeScript, kVue, kSvelte, kPhp, kRuby, kPerl, kLua, kR, kJulia, kSwift, kDart,
  kElixir, kErlang, kHaskell, kClojure, kOCaml, kElm, kLisp, kNim, kCrystal, kD, kPascal, kFortran, kTcl,
  kSolidity, kZig, kNix, kAssembly, kDeviceTree,
  kShell, kAwk, kPowerShell, kBatch, kSql, kPrisma, kGraphQl, kProtobuf, kThrift, kGherkin, kHttp,
  kYaml, kJson, kToml, kIni, kProperties, kDotenv, kHcl, kXml, kDockerfile, kMakefile, kCMake,
  kStarlark, kBicep, kJsonnet, kCue, kRego, kPuppet,
  kNginx, kApache, kHaproxy, kCaddy, kVarnish, kSystemd, kCron, kNetrc, kNpmrc, kPem,
  kHtml, kCss, kMarkdown, kRestructuredText, kText, kJupyter, kCsv, kDiff, kLog, kTemplate,
};
// clang-format on

struct CommentSyntax {
  std::span<const std::string_view> line;  // leaders that run to the end of the line: "//", "#"
  std::string_view block_open;             // empty where there is none
  std::string_view block_close;
};

struct FileKindInfo {
  FileKind kind;
  std::string_view name;   // as in rule files: "python", "csharp"
  std::string_view title;  // as in messages: "Python", "C#"
  CommentSyntax comments;
};

/// One row a kind, in the order of the enumerators.
std::span<const FileKindInfo> FileKinds();
const FileKindInfo& InfoOf(FileKind kind);
std::optional<FileKind> FileKindFromName(std::string_view name);

}  // namespace gonogo
