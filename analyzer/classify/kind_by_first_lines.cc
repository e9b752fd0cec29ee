#include <algorithm>

#include "analyzer/classify/file_kind.h"
#include "analyzer/classify/line_cursor.h"
#include "analyzer/classify/lower_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestLine = 512;
// Editors look at the first and last five lines; these are short where they hold a modeline.
constexpr std::size_t kModelineWindow = 320;
constexpr std::size_t kLongestName = 32;

std::string_view FirstLine(std::string_view text) {
  const std::string_view head = text.substr(0, kLongestLine);
  return head.substr(0, head.find('\n'));
}

// Cuts the next word off; words are separated by blanks.
std::string_view TakeWord(std::string_view& line) {
  while (!line.empty() && IsBlank(line.front())) line.remove_prefix(1);
  std::size_t size = 0;
  while (size < line.size() && !IsBlank(line[size])) ++size;
  const std::string_view word = line.substr(0, size);
  line.remove_prefix(size);
  return word;
}

// "python3.11" -> "python", "bash-5.2" -> "bash"; "jinja2" and the like are no interpreters.
std::string_view WithoutVersion(std::string_view program) {
  while (!program.empty() &&
         (IsDigit(program.back()) || program.back() == '.' || program.back() == '-')) {
    program.remove_suffix(1);
  }
  return program;
}

FileKind KindOfProgram(std::string_view path) {
  LowerName<kLongestName> lower(NameInPath(path));
  std::string_view program = lower.view();
  if (program.ends_with(".exe")) program.remove_suffix(4);
  const FileKind* kind = FindInterpreter(WithoutVersion(program));
  return kind == nullptr ? FileKind::kUnknown : *kind;
}

// The program that "env" starts: behind options, what they take, and assignments.
std::string_view ProgramOfEnv(std::string_view rest) {
  for (std::string_view word = TakeWord(rest); !word.empty(); word = TakeWord(rest)) {
    if (word.starts_with("-S") && word.size() > 2) return word.substr(2);
    if (word == "-u" || word == "-C" || word == "--unset" || word == "--chdir") {
      TakeWord(rest);
    } else if (word.front() != '-' && word.find('=') == std::string_view::npos) {
      return word;
    }
  }
  return {};
}

FileKind KindByShebang(std::string_view text) {
  if (!text.starts_with("#!")) return FileKind::kUnknown;
  std::string_view line = FirstLine(text).substr(2);
  const std::string_view program = TakeWord(line);
  return KindOfProgram(NameInPath(program) == "env" ? ProgramOfEnv(line) : program);
}

FileKind KindOfMode(std::string_view mode) {
  const LowerName<kLongestName> lower(mode);
  const FileKind* kind = FindEditorMode(lower.view());
  return kind == nullptr ? FileKind::kUnknown : *kind;
}

bool IsModeChar(char c) { return IsWordChar(c) || c == '-' || c == '+' || c == '.'; }

std::string_view LeadingMode(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  return text.substr(
      0, static_cast<std::size_t>(std::ranges::find_if_not(text, IsModeChar) - text.begin()));
}

// "-*- python -*-" or "-*- coding: utf-8; mode: python -*-", in the first line, or the second of a
// script.
FileKind KindByEmacs(std::string_view text) {
  LineCursor lines(text.substr(0, kModelineWindow));
  std::string_view line;
  for (int number = 0; number < 2 && lines.Next(line); ++number) {
    const std::size_t begin = line.find("-*-");
    if (begin == std::string_view::npos) continue;
    const std::size_t end = line.find("-*-", begin + 3);
    if (end == std::string_view::npos) continue;
    std::string_view inside = line.substr(begin + 3, end - begin - 3);
    const LowerName<kLongestLine> lower(inside);
    const std::size_t mode = lower.view().find("mode:");
    if (mode != std::string_view::npos)
      return KindOfMode(LeadingMode(lower.view().substr(mode + 5)));
    if (inside.find(':') == std::string_view::npos) return KindOfMode(LeadingMode(inside));
  }
  return FileKind::kUnknown;
}

// "vim: set ft=python:" in a window of the text.
FileKind KindByVim(std::string_view window) {
  const std::size_t vim = std::min(window.find("vim:"), window.find("vi:"));
  if (vim == std::string_view::npos) return FileKind::kUnknown;
  std::string_view line = window.substr(vim);
  line = line.substr(0, line.find('\n'));
  for (const std::string_view option : {"ft=", "filetype=", "syntax="}) {
    const std::size_t at = line.find(option);
    if (at != std::string_view::npos)
      return KindOfMode(LeadingMode(line.substr(at + option.size())));
  }
  return FileKind::kUnknown;
}

}  // namespace

FileKind KindByFirstLines(std::string_view text) {
  FileKind kind = KindByShebang(text);
  if (kind == FileKind::kUnknown) kind = KindByEmacs(text);
  if (kind == FileKind::kUnknown) kind = KindByVim(text.substr(0, kModelineWindow));
  if (kind == FileKind::kUnknown && text.size() > kModelineWindow) {
    kind = KindByVim(text.substr(text.size() - kModelineWindow));
  }
  return kind;
}

}  // namespace gonogo
