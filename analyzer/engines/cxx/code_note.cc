#include "analyzer/engines/cxx/code_note.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 12> kHeaderEndings = {
    ".h", ".hh", ".hpp", ".hxx", ".h++", ".inl", ".ipp", ".tpp", ".tcc", ".txx", ".inc", ".cuh"};
constexpr std::size_t kMostIncludes = 10'000;
constexpr std::size_t kLongestInclude = 400;

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

/// Whether only blanks stand between the start of the line and `at`.
bool BeginsLine(std::string_view text, std::size_t at) {
  while (at > 0 && IsBlank(text[at - 1])) --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
}

std::string_view SkipBlanks(std::string_view text) {
  const std::size_t at = text.find_first_not_of(" \t");
  return at == std::string_view::npos ? "" : text.substr(at);
}

/// `line` begins behind the '#'.
void AddInclude(std::string_view line, std::vector<WrittenInclude>& includes) {
  line = SkipBlanks(line);
  if (!line.starts_with("include")) return;
  line.remove_prefix(7);
  if (line.starts_with("_next")) line.remove_prefix(5);
  line = SkipBlanks(line);
  if (line.empty() || (line[0] != '"' && line[0] != '<')) return;
  const bool angled = line[0] == '<';
  line = line.substr(1, kLongestInclude);
  const std::size_t end = line.find_first_of(angled ? ">\n" : "\"\n");
  if (end == std::string_view::npos || end == 0 || line[end] == '\n') return;
  includes.push_back({std::string(line.substr(0, end)), angled});
}

/// A definition of main, not of a method or a macro of that name: the word, then "(", at the start
/// of a line or behind a type.
bool HasMain(std::string_view text) {
  for (std::size_t at = text.find("main"); at != std::string_view::npos;
       at = text.find("main", at + 4)) {
    const bool begins = at == 0 || (!IsIdentifierByte(text[at - 1]) && text[at - 1] != '.' &&
                                    text[at - 1] != ':' && text[at - 1] != '>');
    const std::string_view after = SkipBlanks(text.substr(at + 4));
    if (!begins || after.empty() || after[0] != '(') continue;
    const std::size_t line = text.rfind('\n', at) + 1;
    const std::string_view before = text.substr(line, at - line);
    if (before.find_first_of("/*#=\"(;") == std::string_view::npos && !SkipBlanks(before).empty())
      return true;
    if (before.empty()) return true;
  }
  return false;
}

}  // namespace

bool IsCodeKind(FileKind kind) { return kind == FileKind::kC || kind == FileKind::kCpp; }

bool IsHeaderName(std::string_view path) {
  return std::ranges::any_of(kHeaderEndings,
                             [path](std::string_view end) { return path.ends_with(end); });
}

std::vector<WrittenInclude> IncludesIn(std::string_view text) {
  std::vector<WrittenInclude> includes;
  for (std::size_t at = text.find('#'); at != std::string_view::npos; at = text.find('#', at + 1)) {
    if (includes.size() >= kMostIncludes) break;
    if (BeginsLine(text, at)) AddInclude(text.substr(at + 1), includes);
  }
  return includes;
}

CodeNote NoteOf(const SourceFile& file, std::string_view text, const WordScan& scan) {
  CodeNote note;
  note.path = file.path;
  note.kind = file.kind;
  note.role = file.role;
  note.is_header = IsHeaderName(file.path);
  note.includes = IncludesIn(text);
  note.words = scan.Scan(text);
  // The word is looked for with the others, since few files have it.
  const auto is_main = [&](std::uint32_t word) { return scan.words()[word] == kMainWord; };
  const auto main = std::ranges::find_if(note.words, is_main);
  if (main == note.words.end()) return note;
  note.words.erase(main);
  note.has_main = !note.is_header && HasMain(text);
  return note;
}

std::string_view NameOfPath(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view FolderOfPath(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? "" : path.substr(0, slash);
}

}  // namespace gonogo
