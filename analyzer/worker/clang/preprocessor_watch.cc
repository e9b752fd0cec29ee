// A macro must be defined before the first test that asks for it, and Clang asks before it tells
// its callbacks. So the tests are collected from the text: of each file as it is entered, and of
// those that are open when the missing header is noticed.
#include "analyzer/worker/clang/preprocessor_watch.h"

#include <algorithm>
#include <array>

#include <clang/Basic/CharInfo.h>
#include <clang/Lex/HeaderSearch.h>
#include <clang/Lex/MacroInfo.h>

#include "analyzer/worker/clang/embedded_files.h"

namespace gonogo {
namespace {

using llvm::StringRef;

constexpr std::size_t kMostNames = 5000;

/// Whether a name stands for another system, or for what nobody builds by default.
bool IsOfElsewhere(StringRef name) {
  static constexpr std::array kElsewhere = std::to_array<StringRef>(
      {"WIN",     "MSVC",  "DARWIN", "MACOS",    "APPLE",   "ANDROID", "AIX",   "SOLARIS",
       "VMS",     "OS2",   "DOS",    "SCHANNEL", "SSPI",    "BROKEN",  "DEBUG", "_NO_",
       "DISABLE", "AMIGA", "BEOS",   "HAIKU",    "FREEBSD", "KQUEUE"});
  return std::ranges::any_of(kElsewhere, [name](StringRef part) { return name.contains(part); });
}

/// NET_CONFIG_H, WITH_TLS_HPP_: a header is read once, and nothing of it where its guard is set
/// before. HAVE_SYS_SOCKET_H says that there is a header.
bool IsGuardName(StringRef name) {
  static constexpr std::array kEnds =
      std::to_array<StringRef>({"_H", "_HH", "_HPP", "_HXX", "_INC", "_INCLUDED"});
  const StringRef bare = name.rtrim('_');
  return !name.contains("HAVE_") &&
         std::ranges::any_of(kEnds, [bare](StringRef end) { return bare.ends_with(end); });
}

bool IsConfiguredName(StringRef name) {
  static constexpr std::array kBegins =
      std::to_array<StringRef>({"HAVE_", "USE_", "WITH_", "ENABLE_", "ENABLED_", "CONFIG_"});
  static constexpr std::array kEnds =
      std::to_array<StringRef>({"_FOUND", "_ENABLED", "_SUPPORT", "_SUPPORTED", "_AVAILABLE"});
  const bool begins = std::ranges::any_of(kBegins, [name](StringRef begin) {
    return name.starts_with(begin) ||
           (name.contains(("_" + begin).str()) && !name.starts_with("_"));
  });
  const bool ends =
      std::ranges::any_of(kEnds, [name](StringRef end) { return name.ends_with(end); });
  return (begins || ends) && name.size() < 100 && !IsOfElsewhere(name) && !IsGuardName(name);
}

/// Whether `ifndef NAME` stands before `define NAME`: a guard, or what is so unless somebody says
/// otherwise.
bool IsSetBelow(StringRef directive, StringRef below) {
  below = below.ltrim();
  if (!directive.consume_front("ifndef") || !below.consume_front("#")) return false;
  below = below.ltrim(" \t");
  if (!below.consume_front("define")) return false;
  const auto first_word = [](StringRef text) {
    return text.ltrim(" \t").take_while(
        [](char c) { return clang::isAsciiIdentifierContinue(static_cast<unsigned char>(c)); });
  };
  return first_word(directive) == first_word(below);
}

/// Whether what stands behind a test leaves the function or ends the build: nobody wants that.
bool GivesUp(StringRef text) {
  text = text.ltrim();
  return text.starts_with("return") || text.starts_with("#error");
}

/// NAME of `ifdef NAME`, `if NAME` and `if defined(NAME)`; empty where more is asked, or of what
/// the compiler itself defines.
std::string NameTested(StringRef directive) {
  if (directive.consume_front("ifndef")) return {};
  if (!directive.consume_front("ifdef") && !directive.consume_front("if")) return {};
  directive = directive.split("//").first.split("/*").first.trim(" \t\r");
  if (directive.consume_front("defined")) directive = directive.trim(" \t()");
  const bool is_name =
      !directive.empty() && directive.size() < 100 && clang::isUppercase(directive[0]) &&
      std::ranges::all_of(
          directive,
          [](char c) { return clang::isAsciiIdentifierContinue(static_cast<unsigned char>(c)); });
  return is_name ? directive.str() : std::string();
}

bool IsTest(StringRef directive) {
  return directive.starts_with("if") || directive.starts_with("elif");
}

}  // namespace

std::set<std::string> ConfiguredNames(StringRef text) {
  std::set<std::string> names;
  bool continues = false;
  while (!text.empty() && names.size() < kMostNames) {
    StringRef line;
    std::tie(line, text) = text.split('\n');
    StringRef rest = line.ltrim(" \t");
    const bool is_test = continues || (rest.consume_front("#") && IsTest(rest = rest.ltrim(" \t")));
    continues = is_test && line.rtrim(" \t\r").ends_with("\\");
    if (!is_test || GivesUp(text) || IsSetBelow(rest, text)) continue;
    for (std::size_t i = 0; i < rest.size();) {
      if (!clang::isAsciiIdentifierContinue(static_cast<unsigned char>(rest[i]))) {
        ++i;
        continue;
      }
      const StringRef word = rest.substr(i).take_while(
          [](char c) { return clang::isAsciiIdentifierContinue(static_cast<unsigned char>(c)); });
      if (IsConfiguredName(word)) names.insert(word.str());
      i += word.size();
    }
  }
  return names;
}

std::string GuardOfAll(StringRef text) {
  std::string guard;
  bool continues = false;
  int depth = 0;
  std::size_t inside = 0, outside = 0;
  while (!text.empty()) {
    StringRef line;
    std::tie(line, text) = text.split('\n');
    StringRef rest = line.trim(" \t\r");
    const bool goes_on = continues;
    continues = rest.ends_with("\\");
    if (goes_on || !rest.consume_front("#")) {
      if (!rest.empty()) ++(depth > 0 ? inside : outside);
      continue;
    }
    rest = rest.ltrim(" \t");
    if (rest.starts_with("if")) {
      if (depth++ > 0) continue;
      if (!guard.empty()) return {};  // more than one
      guard = NameTested(rest);
      if (guard.empty()) return {};
    } else if (rest.starts_with("endif")) {
      --depth;
    } else if (depth == 1 && rest.starts_with("el")) {
      return {};
    }
  }
  // A licence may stand before it, and includes.
  constexpr std::size_t kLeast = 10;
  const bool is_all = inside >= kLeast && outside <= inside / 2;
  return is_all && !IsOfElsewhere(guard) ? guard : std::string();
}

bool IsGeneratedConfig(StringRef include) {
  const StringRef name = include.rsplit('/').second.empty() ? include : include.rsplit('/').second;
  if (!name.ends_with(".h")) return false;  // boost/config.hpp is nobody's own
  const StringRef stem = name.rsplit('.').first;
  return stem == "config" || stem.ends_with("_config") || stem.ends_with("-config") ||
         stem.starts_with("config_") || stem.starts_with("config-") || stem == "autoconf" ||
         stem.ends_with("Config") || stem == "cmakeconfig";
}

PreprocessorWatch::PreprocessorWatch(clang::Preprocessor& preprocessor, Places& places,
                                     CxxUnit& unit, bool assume_have, SkippedText& skipped)
    : preprocessor_(preprocessor),
      places_(places),
      unit_(unit),
      assume_(assume_have),
      skipped_(skipped) {}

void PreprocessorWatch::Define(StringRef name, StringRef value) {
  clang::Token token;
  token.startToken();
  token.setKind(clang::tok::numeric_constant);
  preprocessor_.CreateString(value, token);
  Define(name, token);
}

void PreprocessorWatch::Define(StringRef name, const clang::Token& token) {
  clang::IdentifierInfo* identifier = preprocessor_.getIdentifierInfo(name);
  if (identifier->hasMacroDefinition() || identifier->hadMacroDefinition()) return;
  clang::MacroInfo* macro = preprocessor_.AllocateMacroInfo(clang::SourceLocation());
  macro->setTokens({token}, preprocessor_.getPreprocessorAllocator());
  preprocessor_.appendDefMacroDirective(identifier, macro);
}

void PreprocessorWatch::AssumeFrom(clang::FileID file) {
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  if (file.isInvalid() || !read_.insert(file.getHashValue()).second) return;
  if (!places_.IsInTree(sources.getLocForStartOfFile(file))) return;
  const auto text = sources.getBufferDataOrNone(file);
  if (!text) return;
  for (const std::string& name : ConfiguredNames(*text)) {
    if (IsPlausible(name)) Define(name, "1");
  }
  // A unit that is empty without a macro is built with it.
  if (file != sources.getMainFileID()) return;
  const std::string guard = GuardOfAll(*text);
  if (!guard.empty()) Define(guard, "1");
}

/// HAVE_SYS_SOCKET_H stands for a header: it is taken for defined where there is one.
bool PreprocessorWatch::IsPlausible(StringRef name) {
  if (!name.consume_front("HAVE_") || !name.consume_back("_H")) return true;
  const std::string lower = name.lower();
  std::set<std::string> spellings = {lower};
  for (const char separator : {'/', '-'}) {
    std::string first = lower, all = lower;
    const std::size_t at = first.find('_');
    if (at != std::string::npos) first[at] = separator;
    std::ranges::replace(all, '_', separator);
    spellings.insert({first, all});
  }
  clang::FileManager& files = preprocessor_.getFileManager();
  const clang::HeaderSearch& search = preprocessor_.getHeaderSearchInfo();
  for (auto folder = search.angled_dir_begin(); folder != search.system_dir_end(); ++folder) {
    const auto entry = folder->getDirRef();
    if (!entry) continue;
    for (const std::string& spelling : spellings) {
      if (files.getOptionalFileRef((entry->getName() + "/" + spelling + ".h").str())) return true;
    }
  }
  return false;
}

void PreprocessorWatch::FileChanged(clang::SourceLocation location, FileChangeReason reason,
                                    clang::SrcMgr::CharacteristicKind /*kind*/,
                                    clang::FileID /*previous*/) {
  if (reason != EnterFile || !location.isFileID()) return;
  if (assume_) AssumeFrom(preprocessor_.getSourceManager().getFileID(location));
}

void PreprocessorWatch::InclusionDirective(
    clang::SourceLocation hash, const clang::Token& /*include*/, StringRef name, bool is_angled,
    clang::CharSourceRange name_range, clang::OptionalFileEntryRef file, StringRef /*search_path*/,
    StringRef /*relative_path*/, const clang::Module* /*suggested*/, bool /*module_imported*/,
    clang::SrcMgr::CharacteristicKind /*kind*/) {
  if (!places_.IsInTree(hash)) return;
  CxxInclude include;
  include.spelled = name.str();
  include.angled = is_angled;
  include.place = places_.Of(name_range.getBegin());
  if (file) include.resolved = places_.PathOf(*file);
  include.model = IsBeneath(kModelFolder, include.resolved);
  unit_.includes.push_back(std::move(include));
  if (!file && IsGeneratedConfig(name) && !assume_) {
    assume_ = true;
    const clang::SourceManager& sources = preprocessor_.getSourceManager();
    for (clang::SourceLocation at = hash; at.isValid();) {
      const clang::FileID open = sources.getFileID(at);
      AssumeFrom(open);
      at = sources.getIncludeLoc(open);
    }
  }
}

void PreprocessorWatch::SourceRangeSkipped(clang::SourceRange range,
                                           clang::SourceLocation /*endif*/) {
  if (!range.getBegin().isFileID() || !places_.IsInTree(range.getBegin())) return;
  const clang::SourceManager& sources = preprocessor_.getSourceManager();
  const auto [file, begin] = sources.getDecomposedLoc(range.getBegin());
  skipped_[file].emplace_back(begin, sources.getFileOffset(range.getEnd()));
}

/// The headers of many a C project bring `bool`, and without it whole declarations are lost.
void PreprocessorWatch::DefineBool() {
  const clang::LangOptions& language = preprocessor_.getLangOpts();
  if (language.CPlusPlus || language.Bool) return;
  clang::Token type;
  type.startToken();
  type.setKind(clang::tok::kw__Bool);
  type.setIdentifierInfo(preprocessor_.getIdentifierInfo("_Bool"));
  Define("bool", type);
  Define("true", "1");
  Define("false", "0");
}

bool PreprocessorWatch::FileNotFound(StringRef /*name*/) {
  if (unit_.understanding.missing_includes++ == 0) DefineBool();
  return true;  // go on as if it were empty
}

}  // namespace gonogo
