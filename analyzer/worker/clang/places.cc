#include "analyzer/worker/clang/places.h"

#include <algorithm>

#include <clang/Basic/CharInfo.h>
#include <clang/Lex/Lexer.h>

namespace gonogo {
namespace {

/// The range of characters in one file: of the tokens themselves where they stand in a file or in
/// the argument of a macro, else of the use of the outermost macro.
clang::CharSourceRange FileRange(clang::SourceRange range, const clang::SourceManager& sources,
                                 const clang::LangOptions& language) {
  const auto tokens = clang::CharSourceRange::getTokenRange(range);
  if (range.getBegin().isFileID() && range.getEnd().isFileID()) return tokens;
  const auto written = clang::Lexer::makeFileCharRange(tokens, sources, language);
  if (written.isValid()) return written;
  return sources.getExpansionRange(range);
}

/// Length of the token at the end of an expression: a bracket or a name, mostly, for which no lexer
/// is needed.
unsigned LengthOfToken(clang::SourceLocation at, const clang::SourceManager& sources,
                       const clang::LangOptions& language) {
  bool invalid = false;
  const char* text = sources.getCharacterData(at, &invalid);
  if (invalid) return 0;
  if (*text == ')' || *text == ']' || *text == '}' || *text == ';') return 1;
  if (clang::isAsciiIdentifierStart(static_cast<unsigned char>(*text))) {
    const char* end = text;
    while (clang::isAsciiIdentifierContinue(static_cast<unsigned char>(*end))) ++end;
    // R"(, u8"..", names with universal characters, and lines that go on are the lexer's.
    const bool is_plain = *end != '"' && *end != '\'' && *end != '\\' && *end >= 0;
    if (is_plain) return static_cast<unsigned>(end - text);
  }
  return clang::Lexer::MeasureTokenLength(at, sources, language);
}

/// Clang has such a table too, but asks it anew for each line and each column.
std::vector<unsigned> LinesOf(llvm::StringRef text) {
  std::vector<unsigned> lines = {0};
  for (std::size_t at = text.find('\n'); at != llvm::StringRef::npos;
       at = text.find('\n', at + 1)) {
    lines.push_back(static_cast<unsigned>(at + 1));
  }
  return lines;
}

}  // namespace

Places::Places(const clang::SourceManager& sources, const clang::LangOptions& language,
               UnitFiles& files, std::string root, CxxUnit& unit)
    : sources_(sources), language_(language), files_(files), root_(std::move(root)), unit_(unit) {
  for (std::uint32_t i = 0; i < unit_.files.size(); ++i) index_of_path_[unit_.files[i]] = i;
}

std::string Places::PathOf(clang::FileEntryRef file) {
  const std::string real = files_.RealPath(file.getName());
  if (real.empty()) return {};
  if (!root_.empty() && IsBeneath(root_, real) && real.size() > root_.size()) {
    return real.substr(root_.size() + 1);
  }
  return real;
}

Places::Known& Places::Look(clang::FileID file) {
  const auto [at, is_new] = known_.try_emplace(file);
  if (!is_new) return at->second;
  Known known;
  if (const auto entry = sources_.getFileEntryRefForID(file)) {
    known.path = PathOf(*entry);
    known.in_tree = IsTreePath(known.path);
    known.is_foreign = std::ranges::any_of(foreign_, [&known](const std::string& one) {
      return one.ends_with('/') ? known.path.starts_with(one) : known.path == one;
    });
    known.is_system = clang::SrcMgr::isSystem(
        sources_.getFileCharacteristic(sources_.getLocForStartOfFile(file)));
  }
  return at->second = std::move(known);
}

/// Questions come in the order of the text, mostly: the line of the last one is tried first.
std::size_t Places::LineOf(Known& known, unsigned offset) {
  const auto holds = [&known, offset](std::size_t line) {
    return known.lines[line] <= offset &&
           (line + 1 == known.lines.size() || offset < known.lines[line + 1]);
  };
  if (!holds(known.last)) {
    const auto behind = std::ranges::upper_bound(known.lines, offset);
    known.last = static_cast<std::size_t>(behind - known.lines.begin()) - 1;
  }
  return known.last;
}

CxxPlace Places::InFile(clang::FileID file, unsigned begin, unsigned end) {
  CxxPlace place;
  Known& known = Look(file);
  if (known.path.empty()) return place;
  if (!known.has_index) {
    const auto [at, is_new] =
        index_of_path_.try_emplace(known.path, static_cast<std::uint32_t>(unit_.files.size()));
    if (is_new) unit_.files.push_back(known.path);
    known.index = at->second;
    known.has_index = true;
    known.lines = LinesOf(sources_.getBufferData(file));
  }
  const auto at = [&known](unsigned offset, std::uint32_t& line, std::uint32_t& column) {
    const std::size_t found = LineOf(known, offset);
    line = static_cast<std::uint32_t>(found + 1);
    column = offset - known.lines[found] + 1;
  };
  place.file = known.index;
  at(begin, place.line, place.column);
  at(end, place.end_line, place.end_column);
  return place;
}

CxxPlace Places::Of(clang::SourceRange range) {
  if (range.isInvalid()) return {};
  const clang::CharSourceRange in_file = FileRange(range, sources_, language_);
  const auto [file, begin] = sources_.getDecomposedLoc(in_file.getBegin());
  const auto [end_file, last] = sources_.getDecomposedLoc(in_file.getEnd());
  unsigned end = end_file == file && last >= begin ? last : begin;
  if (in_file.isTokenRange() || end == begin) {
    end += LengthOfToken(sources_.getComposedLoc(file, end), sources_, language_);
  }
  return InFile(file, begin, end);
}

CxxPlace Places::OfSpelling(clang::SourceLocation token) {
  if (token.isInvalid()) return {};
  const clang::SourceLocation at = sources_.getSpellingLoc(token);
  const auto [file, begin] = sources_.getDecomposedLoc(at);
  return InFile(file, begin, begin + clang::Lexer::MeasureTokenLength(at, sources_, language_));
}

bool Places::IsInTree(clang::SourceLocation location) {
  if (location.isInvalid()) return false;
  return Look(sources_.getFileID(sources_.getExpansionLoc(location))).in_tree;
}

bool Places::IsAskedFor(clang::SourceLocation location) {
  if (!IsOurs(location)) return false;
  return !Look(sources_.getFileID(sources_.getExpansionLoc(location))).is_foreign;
}

bool Places::IsOurs(clang::SourceLocation location) {
  if (location.isInvalid()) return false;
  const Known& known = Look(sources_.getFileID(sources_.getExpansionLoc(location)));
  return known.in_tree && !known.is_system;
}

std::string Places::PathOf(clang::SourceLocation location) {
  if (location.isInvalid()) return {};
  return Look(sources_.getFileID(sources_.getExpansionLoc(location))).path;
}

}  // namespace gonogo
