#include "analyzer/model/file_kind.h"

#include <array>
#include <cstddef>

namespace gonogo {
namespace {

using Leaders = std::string_view;

constexpr Leaders kSlashes[] = {"//"};
constexpr Leaders kHash[] = {"#"};
constexpr Leaders kHashOrSlashes[] = {"#", "//"};
constexpr Leaders kHashOrSemicolon[] = {"#", ";"};
constexpr Leaders kHashOrBang[] = {"#", "!"};
constexpr Leaders kDashes[] = {"--"};
constexpr Leaders kDashesOrHash[] = {"--", "#"};
constexpr Leaders kSemicolon[] = {";"};
constexpr Leaders kPercent[] = {"%"};
constexpr Leaders kApostrophe[] = {"'"};
constexpr Leaders kBang[] = {"!"};
constexpr Leaders kBatchLeaders[] = {"rem", "REM", "Rem", "::"};
constexpr Leaders kAssemblyLeaders[] = {"#", ";", "//", "@"};
constexpr Leaders kTemplateLeaders[] = {"#", "//", "--", "<%#", "{#", "{{!"};
constexpr Leaders kRestLeaders[] = {".. "};
constexpr Leaders kAnyLeader[] = {"#", "//", "--", ";", "%", "'", "!"};

constexpr CommentSyntax kNoComments{{}, "", ""};
constexpr CommentSyntax kCLike{kSlashes, "/*", "*/"};
constexpr CommentSyntax kHashOnly{kHash, "", ""};
constexpr CommentSyntax kHashAndC{kHashOrSlashes, "/*", "*/"};
constexpr CommentSyntax kIniLike{kHashOrSemicolon, "", ""};
constexpr CommentSyntax kMarkup{{}, "<!--", "-->"};
constexpr CommentSyntax kMarkupAndSlashes{kSlashes, "<!--", "-->"};
constexpr CommentSyntax kMlLike{{}, "(*", "*)"};

// JSON has no comments, but JSON5 and JSON with comments are of the same kind. Text of an unknown
// kind may use any usual leader: it is better to honour a comment there than to leave no way to
// write one.
constexpr std::array kTable = {
    FileKindInfo{FileKind::kUnknown, "unknown", "unknown", {kAnyLeader, "/*", "*/"}},
    FileKindInfo{FileKind::kC, "c", "C", kCLike},
    FileKindInfo{FileKind::kCpp, "cpp", "C++", kCLike},
    FileKindInfo{FileKind::kObjectiveC, "objective-c", "Objective-C", kCLike},
    FileKindInfo{FileKind::kCSharp, "csharp", "C#", kCLike},
    FileKindInfo{FileKind::kFSharp, "fsharp", "F#", {kSlashes, "(*", "*)"}},
    FileKindInfo{FileKind::kVisualBasic, "visual-basic", "Visual Basic", {kApostrophe, "", ""}},
    FileKindInfo{FileKind::kJava, "java", "Java", kCLike},
    FileKindInfo{FileKind::kKotlin, "kotlin", "Kotlin", kCLike},
    FileKindInfo{FileKind::kScala, "scala", "Scala", kCLike},
    FileKindInfo{FileKind::kGroovy, "groovy", "Groovy", kCLike},
    FileKindInfo{FileKind::kGo, "go", "Go", kCLike},
    FileKindInfo{FileKind::kRust, "rust", "Rust", kCLike},
    FileKindInfo{FileKind::kPython, "python", "Python", kHashOnly},
    FileKindInfo{FileKind::kJavaScript, "javascript", "JavaScript", kCLike},
    FileKindInfo{FileKind::kTypeScript, "typescript", "TypeScript", kCLike},
    FileKindInfo{FileKind::kVue, "vue", "Vue", kMarkupAndSlashes},
    FileKindInfo{FileKind::kSvelte, "svelte", "Svelte", kMarkupAndSlashes},
    FileKindInfo{FileKind::kPhp, "php", "PHP", kHashAndC},
    FileKindInfo{FileKind::kRuby, "ruby", "Ruby", kHashOnly},
    FileKindInfo{FileKind::kPerl, "perl", "Perl", kHashOnly},
    FileKindInfo{FileKind::kLua, "lua", "Lua", {kDashes, "--[[", "]]"}},
    FileKindInfo{FileKind::kR, "r", "R", kHashOnly},
    FileKindInfo{FileKind::kJulia, "julia", "Julia", {kHash, "#=", "=#"}},
    FileKindInfo{FileKind::kSwift, "swift", "Swift", kCLike},
    FileKindInfo{FileKind::kDart, "dart", "Dart", kCLike},
    FileKindInfo{FileKind::kElixir, "elixir", "Elixir", kHashOnly},
    FileKindInfo{FileKind::kErlang, "erlang", "Erlang", {kPercent, "", ""}},
    FileKindInfo{FileKind::kHaskell, "haskell", "Haskell", {kDashes, "{-", "-}"}},
    FileKindInfo{FileKind::kClojure, "clojure", "Clojure", {kSemicolon, "", ""}},
    FileKindInfo{FileKind::kOCaml, "ocaml", "OCaml", kMlLike},
    FileKindInfo{FileKind::kElm, "elm", "Elm", {kDashes, "{-", "-}"}},
    FileKindInfo{FileKind::kLisp, "lisp", "Lisp", {kSemicolon, "#|", "|#"}},
    FileKindInfo{FileKind::kNim, "nim", "Nim", {kHash, "#[", "]#"}},
    FileKindInfo{FileKind::kCrystal, "crystal", "Crystal", kHashOnly},
    FileKindInfo{FileKind::kD, "d", "D", kCLike},
    FileKindInfo{FileKind::kPascal, "pascal", "Pascal", {kSlashes, "{", "}"}},
    FileKindInfo{FileKind::kFortran, "fortran", "Fortran", {kBang, "", ""}},
    FileKindInfo{FileKind::kTcl, "tcl", "Tcl", kHashOnly},
    FileKindInfo{FileKind::kSolidity, "solidity", "Solidity", kCLike},
    FileKindInfo{FileKind::kZig, "zig", "Zig", {kSlashes, "", ""}},
    FileKindInfo{FileKind::kNix, "nix", "Nix", {kHash, "/*", "*/"}},
    FileKindInfo{FileKind::kAssembly, "assembly", "assembly", {kAssemblyLeaders, "/*", "*/"}},
    FileKindInfo{FileKind::kDeviceTree, "device-tree", "device tree", kCLike},
    FileKindInfo{FileKind::kShell, "shell", "shell", kHashOnly},
    FileKindInfo{FileKind::kAwk, "awk", "awk", kHashOnly},
    FileKindInfo{FileKind::kPowerShell, "powershell", "PowerShell", {kHash, "<#", "#>"}},
    FileKindInfo{FileKind::kBatch, "batch", "batch", {kBatchLeaders, "", ""}},
    FileKindInfo{FileKind::kSql, "sql", "SQL", {kDashesOrHash, "/*", "*/"}},
    FileKindInfo{FileKind::kPrisma, "prisma", "Prisma", {kSlashes, "", ""}},
    FileKindInfo{FileKind::kGraphQl, "graphql", "GraphQL", kHashOnly},
    FileKindInfo{FileKind::kProtobuf, "protobuf", "Protocol Buffers", kCLike},
    FileKindInfo{FileKind::kThrift, "thrift", "Thrift", kHashAndC},
    FileKindInfo{FileKind::kGherkin, "gherkin", "Gherkin", kHashOnly},
    FileKindInfo{FileKind::kHttp, "http", "HTTP requests", kHashAndC},
    FileKindInfo{FileKind::kYaml, "yaml", "YAML", kHashOnly},
    FileKindInfo{FileKind::kJson, "json", "JSON", kCLike},
    FileKindInfo{FileKind::kToml, "toml", "TOML", kHashOnly},
    FileKindInfo{FileKind::kIni, "ini", "INI", kIniLike},
    FileKindInfo{FileKind::kProperties, "properties", "Java properties", {kHashOrBang, "", ""}},
    FileKindInfo{FileKind::kDotenv, "dotenv", "dotenv", kHashOnly},
    FileKindInfo{FileKind::kHcl, "hcl", "HCL", kHashAndC},
    FileKindInfo{FileKind::kXml, "xml", "XML", kMarkup},
    FileKindInfo{FileKind::kDockerfile, "dockerfile", "Dockerfile", kHashOnly},
    FileKindInfo{FileKind::kMakefile, "makefile", "Makefile", kHashOnly},
    FileKindInfo{FileKind::kCMake, "cmake", "CMake", {kHash, "#[[", "]]"}},
    FileKindInfo{FileKind::kStarlark, "starlark", "Starlark", kHashOnly},
    FileKindInfo{FileKind::kBicep, "bicep", "Bicep", kCLike},
    FileKindInfo{FileKind::kJsonnet, "jsonnet", "Jsonnet", kHashAndC},
    FileKindInfo{FileKind::kCue, "cue", "CUE", {kSlashes, "", ""}},
    FileKindInfo{FileKind::kRego, "rego", "Rego", kHashOnly},
    FileKindInfo{FileKind::kPuppet, "puppet", "Puppet", kHashOnly},
    FileKindInfo{FileKind::kNginx, "nginx", "nginx", kHashOnly},
    FileKindInfo{FileKind::kApache, "apache", "Apache httpd", kHashOnly},
    FileKindInfo{FileKind::kHaproxy, "haproxy", "HAProxy", kHashOnly},
    FileKindInfo{FileKind::kCaddy, "caddy", "Caddy", kHashOnly},
    FileKindInfo{FileKind::kVarnish, "varnish", "Varnish", kHashAndC},
    FileKindInfo{FileKind::kSystemd, "systemd", "systemd", kIniLike},
    FileKindInfo{FileKind::kCron, "cron", "cron", kHashOnly},
    FileKindInfo{FileKind::kNetrc, "netrc", "netrc", kHashOnly},
    FileKindInfo{FileKind::kNpmrc, "npmrc", "npmrc", kIniLike},
    FileKindInfo{FileKind::kPem, "pem", "PEM", kHashOnly},
    FileKindInfo{FileKind::kHtml, "html", "HTML", kMarkup},
    FileKindInfo{FileKind::kCss, "css", "CSS", kCLike},
    FileKindInfo{FileKind::kMarkdown, "markdown", "Markdown", kMarkup},
    FileKindInfo{FileKind::kRestructuredText, "rst", "reStructuredText", {kRestLeaders, "", ""}},
    FileKindInfo{FileKind::kText, "text", "plain text", kHashOnly},
    FileKindInfo{FileKind::kJupyter, "jupyter", "Jupyter notebook", kHashOnly},
    FileKindInfo{FileKind::kCsv, "csv", "CSV", kNoComments},
    FileKindInfo{FileKind::kDiff, "diff", "diff", kNoComments},
    FileKindInfo{FileKind::kLog, "log", "log", kNoComments},
    FileKindInfo{FileKind::kTemplate, "template", "template", {kTemplateLeaders, "{{/*", "*/}}"}},
};

consteval bool RowsFollowTheEnumerators() {
  for (std::size_t row = 0; row < kTable.size(); ++row) {
    if (kTable[row].kind != static_cast<FileKind>(row)) return false;
  }
  return kTable.size() == static_cast<std::size_t>(FileKind::kTemplate) + 1;
}
static_assert(RowsFollowTheEnumerators());

}  // namespace

std::span<const FileKindInfo> FileKinds() { return kTable; }

const FileKindInfo& InfoOf(FileKind kind) { return kTable[static_cast<std::size_t>(kind)]; }

std::optional<FileKind> FileKindFromName(std::string_view name) {
  for (const FileKindInfo& info : kTable) {
    if (info.name == name) return info.kind;
  }
  return std::nullopt;
}

}  // namespace gonogo
