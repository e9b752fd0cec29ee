#include <algorithm>
#include <array>
#include <initializer_list>

#include "analyzer/classify/file_role.h"
#include "analyzer/classify/lower_name.h"

namespace gonogo {
namespace {

using Words = std::initializer_list<std::string_view>;

bool IsAny(std::string_view text, Words words) {
  return std::ranges::find(words, text) != words.end();
}

bool EndsWithAny(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

bool StartsWithAny(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

std::string_view Stem(std::string_view name) { return name.substr(0, ExtensionAt(name)); }

// Calls test(piece) for the pieces between dots but the first, until one is true.
template <class Test>
bool AnyPiece(std::string_view name, Test test) {
  std::size_t dot = name.find('.', 1);
  while (dot != std::string_view::npos) {
    const std::size_t next = name.find('.', dot + 1);
    if (test(name.substr(dot + 1, next == std::string_view::npos ? next : next - dot - 1)))
      return true;
    dot = next;
  }
  return false;
}

bool IsScript(FileKind kind) {
  return kind == FileKind::kJavaScript || kind == FileKind::kTypeScript || kind == FileKind::kVue ||
         kind == FileKind::kSvelte;
}

// Languages whose tests end in a capital word: "OrderTest.java".
bool HasCamelNames(FileKind kind) {
  switch (kind) {
    case FileKind::kC:
    case FileKind::kCpp:
    case FileKind::kObjectiveC:
    case FileKind::kCSharp:
    case FileKind::kFSharp:
    case FileKind::kVisualBasic:
    case FileKind::kJava:
    case FileKind::kKotlin:
    case FileKind::kScala:
    case FileKind::kGroovy:
    case FileKind::kPhp:
    case FileKind::kSwift:
    case FileKind::kHaskell:
      return true;
    default:
      return false;
  }
}

bool HasSnakeNames(FileKind kind) {
  switch (kind) {
    case FileKind::kC:
    case FileKind::kCpp:
    case FileKind::kPython:
    case FileKind::kRuby:
    case FileKind::kRust:
    case FileKind::kDart:
    case FileKind::kElixir:
    case FileKind::kErlang:
    case FileKind::kLua:
    case FileKind::kPhp:
    case FileKind::kClojure:
    case FileKind::kShell:
    case FileKind::kPerl:
    case FileKind::kR:
    case FileKind::kJulia:
    case FileKind::kZig:
    case FileKind::kOCaml:
    case FileKind::kCrystal:
    case FileKind::kNim:
    case FileKind::kStarlark:
      return true;
    default:
      return IsScript(kind);
  }
}

bool EndsCamelWord(std::string_view stem, std::string_view word) {
  return stem.size() > word.size() && stem.ends_with(word) &&
         !IsUpper(stem[stem.size() - word.size() - 1]);
}

bool IsCamelTest(std::string_view stem, FileKind kind) {
  if (EndsCamelWord(stem, "Test") || EndsCamelWord(stem, "Tests") ||
      EndsCamelWord(stem, "TestCase")) {
    return true;
  }
  // "Test" before a capital: "TestOrder", not "Testament".
  if (stem.size() > 4 && stem.starts_with("Test") && IsUpper(stem[4])) return true;
  const bool jvm =
      kind == FileKind::kJava || kind == FileKind::kKotlin || kind == FileKind::kGroovy;
  if (jvm && (EndsCamelWord(stem, "IT") || EndsCamelWord(stem, "ITCase"))) return true;
  // A "Spec" is a test where ScalaTest, Spock or Hspec are at home; elsewhere it describes an
  // object.
  const bool spec =
      kind == FileKind::kScala || kind == FileKind::kGroovy || kind == FileKind::kHaskell;
  return spec && (EndsCamelWord(stem, "Spec") || stem == "Spec");
}

bool IsSnakeTest(std::string_view stem, FileKind kind) {
  if (EndsWithAny(stem, {"_test", "_tests", "-test", "-tests", "_unittest"})) return true;
  const bool script = IsScript(kind);
  if (!script && (stem.starts_with("test_") || stem.starts_with("test-"))) return true;
  const bool spec =
      script || kind == FileKind::kRuby || kind == FileKind::kLua || kind == FileKind::kCrystal;
  if (spec && EndsWithAny(stem, {"_spec", "-spec"})) return true;
  if (kind == FileKind::kErlang && stem.ends_with("_suite")) return true;
  // "test3.sh"
  if (kind == FileKind::kShell) stem = stem.substr(0, stem.find_last_not_of("0123456789") + 1);
  return IsAny(stem,
               {"test", "tests", "e2e", "runtests", "spec_helper", "rails_helper", "test_helper"});
}

bool IsConfig(FileKind kind) {
  return kind == FileKind::kYaml || kind == FileKind::kProperties || kind == FileKind::kJson ||
         kind == FileKind::kToml || kind == FileKind::kIni || kind == FileKind::kXml;
}

// "e2e", "integration-tests", "smoke_test": a word of it says what the file is for.
bool HasTestWord(std::string_view piece) {
  while (!piece.empty()) {
    const std::size_t end = piece.find_first_of("-_");
    if (IsAny(piece.substr(0, end), {"test", "tests", "testing", "e2e"})) return true;
    piece.remove_prefix(end == std::string_view::npos ? piece.size() : end + 1);
  }
  return false;
}

// "a.test.ts", ".env.test", "compose.e2e.yaml"; "api.spec.yaml" is a specification.
bool HasTestPiece(std::string_view lower, FileKind kind) {
  const bool script = IsScript(kind);
  const bool dotenv = kind == FileKind::kDotenv;
  const bool config = IsConfig(kind);
  return AnyPiece(lower, [&](std::string_view piece) {
    if ((config || dotenv) && (piece == "ci" || HasTestWord(piece))) return true;
    if (piece == "test" || piece == "tests" || piece == "testing" || piece == "behat") return true;
    if (dotenv && (piece == "ci" || piece == "e2e")) return true;
    return script &&
           IsAny(piece, {"spec", "e2e", "e2e-spec", "cy", "test-d", "spec-d", "unit-test", "pw"});
  });
}

// "e2etest_service.go", "e2e-seed.ts": what only end-to-end tests start.
bool IsOfEndToEndTests(std::string_view stem) {
  while (!stem.empty()) {
    const std::size_t end = stem.find_first_of("-_.");
    if (IsAny(stem.substr(0, end), {"e2e", "e2etest", "e2etests"})) return true;
    stem.remove_prefix(end == std::string_view::npos ? stem.size() : end + 1);
  }
  return false;
}

// "ppkTestUtils.ts", "test-helpers.js": what tests are written with.
bool IsHelperOfTests(std::string_view name, std::string_view lower_stem) {
  constexpr std::string_view kCamel[] = {"TestUtil", "TestHelper", "TestData", "TestSupport",
                                         "TestFixture"};
  const bool camel = std::ranges::any_of(
      kCamel, [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
  return camel || StartsWithAny(lower_stem, {"test-util", "test_util", "testutil", "test-helper",
                                             "test_helper", "testhelper"});
}

bool IsProse(FileKind kind) {
  return kind == FileKind::kMarkdown || kind == FileKind::kRestructuredText;
}

// What follows the name of a library: ".js" is cut; "-1.2" or ".1.2" is a version.
bool IsLibraryVersion(std::string_view rest) {
  return rest.size() > 1 && (rest.front() == '.' || rest.front() == '-') && IsDigit(rest[1]);
}

// A wrapper that people write around a library bears its name too, but is short and has no licence.
bool LooksBundled(std::string_view text) {
  constexpr std::size_t kLeastSize = 16384;
  if (text.size() >= kLeastSize) return true;
  const std::string_view head = text.substr(0, 1024);
  return head.starts_with("/*") && (head.find("icense") != std::string_view::npos ||
                                    head.find("opyright") != std::string_view::npos);
}

/// "ui_window.h" is made of a form; "ui_curses.c" was written.
bool IsMadeByQt(std::string_view lower, std::string_view stem) {
  return StartsWithAny(stem, {"moc_", "qrc_"}) ||
         (stem.starts_with("ui_") && lower.ends_with(".h"));
}

}  // namespace

bool IsTestName(const PathParts& path, FileKind kind) {
  const std::string_view lower_stem = Stem(path.lower);
  if (kind == FileKind::kGo) {
    return lower_stem.ends_with("_test") || IsOfEndToEndTests(lower_stem) ||
           IsHelperOfTests(path.name, lower_stem);
  }
  if (kind == FileKind::kGherkin) return true;
  if (IsProse(kind)) return false;
  if (IsOfEndToEndTests(lower_stem) || IsHelperOfTests(path.name, lower_stem)) return true;
  if (HasCamelNames(kind) && IsCamelTest(Stem(path.name), kind)) return true;
  if (HasSnakeNames(kind) && IsSnakeTest(lower_stem, kind)) return true;
  // "init_users_for_test.sql"
  if (kind == FileKind::kSql && HasTestWord(lower_stem)) return true;
  if (IsConfig(kind) && StartsWithAny(lower_stem, {"test-", "test_"})) return true;
  if (IsConfig(kind) &&
      EndsWithAny(lower_stem, {"-test", "_test", "-tests", "_tests", "-e2e", "_e2e", "compose-ci"}))
    return true;
  if (EndsWithAny(path.lower, {".t", ".bats", ".snap", ".jmx"})) return true;
  return HasTestPiece(path.lower, kind);
}

bool IsExampleName(std::string_view lower, FileKind kind) {
  const std::string_view stem = Stem(lower);
  if (EndsWithAny(stem, {"-example", "_example", "-examples", "_examples"})) return true;
  // Requests that people send by hand, from an editor or a client.
  if (EndsWithAny(lower, {".http", ".rest", ".bru"})) return true;
  if (StartsWithAny(lower, {"example.", "examples.", "example-", "example_"})) return true;
  // Code samples data and takes samples; only of a config is it plain what "sample" means.
  if (IsConfig(kind) || kind == FileKind::kDotenv) {
    if (EndsWithAny(stem, {"-sample", "_sample"})) return true;
    if (StartsWithAny(lower, {"sample.", "sample-", "sample_"})) return true;
  }
  return AnyPiece(lower, [&](std::string_view piece) {
    if (IsAny(piece, {"example", "examples", "sample", "samples", "dist"})) return true;
    if (piece == "stories" || piece == "story")
      return IsScript(kind) || kind == FileKind::kMarkdown;
    return kind == FileKind::kDotenv &&
           IsAny(piece, {"template", "tpl", "tmpl", "default", "defaults"});
  });
}

bool IsTemplateName(std::string_view lower, FileKind kind) {
  return kind == FileKind::kTemplate || AnyPiece(lower, [](std::string_view piece) {
           return IsAny(piece, {"tmpl", "tpl", "gotmpl", "template", "j2", "jinja", "jinja2"});
         });
}

bool IsDocumentationName(std::string_view lower, FileKind kind) {
  if (IsProse(kind)) return true;
  if (kind != FileKind::kText && kind != FileKind::kUnknown) return false;
  if (EndsWithAny(lower, {".adoc", ".asciidoc", ".textile", ".pod", ".mediawiki", ".org"}))
    return true;
  if (StartsWithAny(lower, {"license", "licence", "copying", "readme", "third-party-notices"}))
    return true;
  return kind == FileKind::kText &&
         StartsWithAny(
             lower, {"changelog", "contributing", "authors", "notice.", "thirdpartynotices",
                     "release-notes", "release_notes", "history.", "changes.", "install.", "todo.",
                     "news.", "upgrading.", "code_of_conduct", "security."});
}

bool IsGeneratedName(std::string_view lower, FileKind kind) {
  const std::string_view stem = Stem(lower);
  if (EndsWithAny(stem, {"_generated", ".generated", ".pb"})) return true;
  if (lower.starts_with("zz_generated")) return true;
  switch (kind) {
    case FileKind::kGo:
      return EndsWithAny(stem, {"_gen", ".gen", ".pb.gw", ".pb.validate", ".connect"}) ||
             stem == "bindata";
    case FileKind::kPython:
      return EndsWithAny(stem, {"_pb2", "_pb2_grpc"});
    case FileKind::kCSharp:
    case FileKind::kVisualBasic:
      return EndsWithAny(stem, {".designer", ".g", ".g.i"});
    case FileKind::kDart:
      return EndsWithAny(
          stem, {".g", ".freezed", ".gr", ".mocks", ".config", ".pbenum", ".pbjson", ".pbgrpc"});
    case FileKind::kJavaScript:
    case FileKind::kTypeScript:
      return EndsWithAny(stem,
                         {"_pb", "_pb.d", "_grpc_pb", "_grpc_pb.d", ".gen", ".bundle", ".chunk"});
    case FileKind::kC:
      return EndsWithAny(stem, {".tab", ".yy", ".pb-c"}) || IsMadeByQt(lower, stem);
    case FileKind::kCpp:
      return EndsWithAny(stem, {".tab", ".yy", ".grpc.pb"}) || IsMadeByQt(lower, stem);
    default:
      return false;
  }
}

bool IsMinifiedName(std::string_view lower, FileKind kind) {
  // A source map is what its minified file was made from, on one line.
  if (kind == FileKind::kJson)
    return EndsWithAny(lower, {".js.map", ".css.map", ".mjs.map", ".cjs.map", ".ts.map"});
  if (kind != FileKind::kJavaScript && kind != FileKind::kCss && kind != FileKind::kHtml)
    return false;
  return EndsWithAny(Stem(lower), {".min", "-min", ".pack", "_min"});
}

// Libraries that are commonly copied as one file, under their own name with or without a version.
bool IsBundledLibrary(std::string_view lower, std::string_view text) {
  constexpr std::array<std::string_view, 18> kLibraries = {
      "jquery",   "jquery-ui",  "bootstrap", "bootstrap-theme", "bootstrap.bundle", "angular",
      "lodash",   "underscore", "modernizr", "moment",          "handlebars",       "backbone",
      "knockout", "d3",         "normalize", "font-awesome",    "fontawesome",      "require"};
  constexpr auto kOneFile = std::to_array<std::string_view>(
      {"catch.hpp",       "cjson.c",          "cjson.h",          "cli11.hpp",
       "crow_all.h",      "cxxopts.hpp",      "doctest.h",        "easylogging++.cc",
       "easylogging++.h", "httplib.cc",       "httplib.cpp",      "httplib.h",
       "jsmn.h",          "linenoise.c",      "linenoise.h",      "linenoise.hpp",
       "lodepng.c",       "lodepng.cpp",      "lodepng.h",        "miniz.c",
       "miniz.h",         "mongoose.c",       "mongoose.h",       "parson.c",
       "parson.h",        "picohttpparser.c", "picohttpparser.h", "picojson.h",
       "pugixml.cpp",     "pugixml.hpp",      "sqlite3.c",        "sqlite3.h",
       "sqlite3ext.h",    "tinyxml2.cpp",     "tinyxml2.h"});
  static_assert(std::ranges::is_sorted(kOneFile));
  if (!lower.ends_with(".js") && !lower.ends_with(".css")) {
    return std::ranges::binary_search(kOneFile, lower) ||
           (lower.starts_with("stb_") && lower.ends_with(".h"));
  }
  const std::string_view stem = Stem(lower);
  for (const std::string_view library : kLibraries) {
    if (!stem.starts_with(library)) continue;
    const std::string_view rest = stem.substr(library.size());
    if (IsLibraryVersion(rest)) return true;
    const bool plugin = library == "jquery" && rest.starts_with('.');
    if ((rest.empty() || plugin) && LooksBundled(text)) return true;
  }
  return false;
}

}  // namespace gonogo
