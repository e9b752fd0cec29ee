#include "analyzer/rulebook/example_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "analyzer/base/edit_distance.h"
#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

constexpr std::string_view kMark = "<- finding";
constexpr std::string_view kFakeOpen = "<<fake:";

struct KindPath {
  FileKind kind;
  std::string_view path;
};

// A kind that is not in it is named by its first example: {path: text}.
// clang-format off
constexpr KindPath kUsualPaths[] = {
    {FileKind::kC, "main.c"},
    {FileKind::kCpp, "main.cpp"},
    {FileKind::kObjectiveC, "main.m"},
    {FileKind::kCSharp, "main.cs"},
    {FileKind::kFSharp, "main.fs"},
    {FileKind::kVisualBasic, "main.vb"},
    {FileKind::kJava, "main.java"},
    {FileKind::kKotlin, "main.kt"},
    {FileKind::kScala, "main.scala"},
    {FileKind::kGroovy, "main.groovy"},
    {FileKind::kGo, "main.go"},
    {FileKind::kRust, "main.rs"},
    {FileKind::kPython, "main.py"},
    {FileKind::kJavaScript, "main.js"},
    {FileKind::kTypeScript, "main.ts"},
    {FileKind::kVue, "main.vue"},
    {FileKind::kSvelte, "main.svelte"},
    {FileKind::kPhp, "main.php"},
    {FileKind::kRuby, "main.rb"},
    {FileKind::kPerl, "main.pl"},
    {FileKind::kLua, "main.lua"},
    {FileKind::kR, "main.r"},
    {FileKind::kJulia, "main.jl"},
    {FileKind::kSwift, "main.swift"},
    {FileKind::kDart, "main.dart"},
    {FileKind::kElixir, "main.ex"},
    {FileKind::kErlang, "main.erl"},
    {FileKind::kHaskell, "main.hs"},
    {FileKind::kClojure, "main.clj"},
    {FileKind::kOCaml, "main.ml"},
    {FileKind::kZig, "main.zig"},
    {FileKind::kNix, "main.nix"},
    {FileKind::kAssembly, "main.s"},
    {FileKind::kShell, "main.sh"},
    {FileKind::kPowerShell, "main.ps1"},
    {FileKind::kBatch, "main.bat"},
    {FileKind::kSql, "main.sql"},
    {FileKind::kGraphQl, "main.graphql"},
    {FileKind::kProtobuf, "main.proto"},
    {FileKind::kYaml, "main.yaml"},
    {FileKind::kJson, "main.json"},
    {FileKind::kToml, "main.toml"},
    {FileKind::kIni, "main.ini"},
    {FileKind::kProperties, "main.properties"},
    {FileKind::kDotenv, ".env"},
    {FileKind::kHcl, "main.tf"},
    {FileKind::kXml, "main.xml"},
    {FileKind::kDockerfile, "Dockerfile"},
    {FileKind::kMakefile, "Makefile"},
    {FileKind::kCMake, "CMakeLists.txt"},
    {FileKind::kNginx, "nginx.conf"},
    {FileKind::kApache, ".htaccess"},
    {FileKind::kHaproxy, "haproxy.cfg"},
    {FileKind::kSystemd, "main.service"},
    {FileKind::kNetrc, ".netrc"},
    {FileKind::kNpmrc, ".npmrc"},
    {FileKind::kPem, "main.pem"},
    {FileKind::kHtml, "main.html"},
    {FileKind::kCss, "main.css"},
    {FileKind::kMarkdown, "main.md"},
    {FileKind::kRestructuredText, "main.rst"},
    {FileKind::kText, "main.txt"},
    {FileKind::kJupyter, "main.ipynb"},
    {FileKind::kCsv, "main.csv"},
    {FileKind::kDiff, "main.diff"},
    {FileKind::kLog, "main.log"},
    {FileKind::kTemplate, "main.tmpl"},
    {FileKind::kElm, "main.elm"},
    {FileKind::kLisp, "main.lisp"},
    {FileKind::kNim, "main.nim"},
    {FileKind::kCrystal, "main.cr"},
    {FileKind::kD, "main.d"},
    {FileKind::kPascal, "main.pas"},
    {FileKind::kFortran, "main.f90"},
    {FileKind::kTcl, "main.tcl"},
    {FileKind::kSolidity, "main.sol"},
    {FileKind::kDeviceTree, "main.dts"},
    {FileKind::kAwk, "main.awk"},
    {FileKind::kPrisma, "main.prisma"},
    {FileKind::kThrift, "main.thrift"},
    {FileKind::kGherkin, "main.feature"},
    {FileKind::kHttp, "main.http"},
    {FileKind::kStarlark, "main.bzl"},
    {FileKind::kBicep, "main.bicep"},
    {FileKind::kJsonnet, "main.jsonnet"},
    {FileKind::kCue, "main.cue"},
    {FileKind::kRego, "main.rego"},
    {FileKind::kPuppet, "main.pp"},
    {FileKind::kCaddy, "Caddyfile"},
    {FileKind::kVarnish, "main.vcl"},
    {FileKind::kCron, "crontab"},
};
// clang-format on

std::string_view TrimRight(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

std::string_view Trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : TrimRight(text.substr(first));
}

struct Comment {
  std::string_view open;
  std::string_view close;
};
// A leader that ends in another one stands before it: "<!--" before "--".
constexpr Comment kComments[] = {{"<!--", "-->"}, {"/*", "*/"}, {"//", ""}, {"--", ""},
                                 {"#", ""},       {";", ""},    {"%", ""}};

/// A line without its mark.
struct CutLine {
  std::string_view text;
  bool marked = false;
  bool wrong = false;  // the mark stands in no comment of its own
};

CutLine CutMark(std::string_view line) {
  const std::size_t at = line.rfind(kMark);
  if (at == std::string_view::npos) return {.text = line};
  const std::string_view before = TrimRight(line.substr(0, at));
  const std::string_view after = Trim(line.substr(at + kMark.size()));
  for (const Comment& comment : kComments) {
    if (!before.ends_with(comment.open)) continue;
    if (after != comment.close) break;
    return {.text = TrimRight(before.substr(0, before.size() - comment.open.size())),
            .marked = true};
  }
  return {.text = line, .wrong = true};
}

/// The files of one example while it is read.
class ExampleReader {
 public:
  ExampleReader(const ExampleReading& reading, RuleStorage& storage, MistakeList& mistakes)
      : reading_(reading), storage_(storage), mistakes_(mistakes) {}

  Example Read(const YamlNode& node) {
    if (node.type == YamlType::kScalar) AddFile(reading_.usual_path, node);
    if (node.type == YamlType::kScalar && reading_.usual_path.empty()) {
      mistakes_.Add(node.place, "files of this kind have no usual name; write {path: text}");
    }
    for (const YamlEntry& entry : node.entries) {
      if (entry.key == "find") continue;
      CheckPath(entry);
      AddFile(entry.key, entry.value);
    }
    for (const YamlNode* item : ItemsOf(node.Find("find"))) AddPlace(*item);
    CheckMarks(node);
    return {.files = Files(), .line = node.place.line};
  }

 private:
  struct File {
    std::string text;
    std::uint32_t line_count = 0;
    std::vector<std::uint32_t> find;
  };

  void CheckPath(const YamlEntry& entry) {
    const std::string inner = "/" + entry.key + "/";
    for (const std::string_view wrong : {"//", "/./", "/../"}) {
      if (inner.find(wrong) == std::string::npos) continue;
      mistakes_.Add(entry.place, fmt::format("\"{}\" is no path relative to a root", entry.key));
      return;
    }
  }

  void AddFile(std::string_view path, const YamlNode& node) {
    if (node.type != YamlType::kScalar) return;
    File& file = files_[std::string(path)];
    CheckFakes(node);
    for (std::string_view rest = node.text; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      const CutLine cut = CutMark(rest.substr(0, end));
      ++file.line_count;
      if (cut.marked) file.find.push_back(file.line_count);
      if (cut.wrong) {
        mistakes_.Add(node.place, fmt::format("line {} of the example: \"{}\" must be a comment of "
                                              "its own at the end of the line",
                                              file.line_count, kMark));
      }
      file.text += cut.text;
      if (end == std::string_view::npos) break;
      file.text += '\n';
      rest.remove_prefix(end + 1);
    }
  }

  /// `find: path:line`
  void AddPlace(const YamlNode& node) {
    const std::string_view text = TextOf(&node);
    if (text.empty()) return;
    const std::size_t colon = text.rfind(':');
    std::uint32_t line = 0;
    if (colon != std::string_view::npos) {
      const std::string_view digits = text.substr(colon + 1);
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), line);
      if (error != std::errc() || end != digits.data() + digits.size()) line = 0;
    }
    const auto file = files_.find(std::string(text.substr(0, colon)));
    if (line == 0) {
      mistakes_.Add(node.place, fmt::format("\"{}\" is not path:line", text));
    } else if (file == files_.end()) {
      mistakes_.Add(node.place, fmt::format("\"{}\" is in no file of the example", text));
    } else if (line > file->second.line_count) {
      mistakes_.Add(node.place, fmt::format("\"{}\" is behind the last line, {}", text,
                                            file->second.line_count));
    } else {
      file->second.find.push_back(line);
    }
  }

  void CheckFakes(const YamlNode& node) {
    const std::string_view text = node.text;
    for (std::size_t at = text.find(kFakeOpen); at != std::string_view::npos;
         at = text.find(kFakeOpen, at + 1)) {
      const std::string_view rest = text.substr(at + kFakeOpen.size());
      const std::string_view inner = rest.substr(0, std::min(rest.find(">>"), rest.find('\n')));
      const std::string_view name = inner.substr(0, inner.find(':'));
      const std::string_view number = inner.substr(std::min(inner.size(), name.size() + 1));
      const bool closed = rest.substr(inner.size()).starts_with(">>");
      const bool counted = number.size() <= 9 &&
                           number.find_first_not_of("0123456789") == std::string_view::npos &&
                           (number.empty() == (name.size() == inner.size()));
      if (!closed || !counted) {
        mistakes_.Add(node.place, "a fake must be <<fake:NAME>> or <<fake:NAME:NUMBER>>");
      } else if (!MakeFake(name, 1)) {
        mistakes_.Add(node.place, fmt::format("unknown secret format \"{}\"{}", name,
                                              DidYouMean(name, FakeNames())));
      }
    }
  }

  void CheckMarks(const YamlNode& node) {
    const bool any = std::any_of(files_.begin(), files_.end(),
                                 [](const auto& file) { return !file.second.find.empty(); });
    if (reading_.marked && !any) {
      mistakes_.Add(
          node.place,
          fmt::format("an example of a finding without a mark \"{}\" or \"find\"", kMark));
    } else if (!reading_.marked && any) {
      mistakes_.Add(node.place, "an example without findings marks one");
    }
  }

  std::span<const ExampleFile> Files() {
    std::vector<ExampleFile> files;
    for (auto& [path, file] : files_) {
      std::sort(file.find.begin(), file.find.end());
      file.find.erase(std::unique(file.find.begin(), file.find.end()), file.find.end());
      files.push_back({.path = storage_.Keep(path),
                       .text = storage_.Keep(std::move(file.text)),
                       .find = storage_.Keep(std::move(file.find))});
    }
    return storage_.Keep(std::move(files));
  }

  const ExampleReading& reading_;
  RuleStorage& storage_;
  MistakeList& mistakes_;
  std::map<std::string, File> files_;
};

}  // namespace

std::string_view UsualPath(FileKind kind) {
  for (const KindPath& row : kUsualPaths) {
    if (row.kind == kind) return row.path;
  }
  return {};
}

std::span<const Example> ReadExamples(const YamlNode* node, const ExampleReading& reading,
                                      RuleStorage& storage, MistakeList& mistakes) {
  std::vector<Example> examples;
  for (const YamlNode* item : ItemsOf(node)) {
    examples.push_back(ExampleReader(reading, storage, mistakes).Read(*item));
  }
  return storage.Keep(std::move(examples));
}

}  // namespace gonogo
