#include "analyzer/engines/text/assignment/manual.h"

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment/syntax.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kFarthest = 65536;  // bytes that are looked back

std::string_view Before(std::string_view text, std::uint64_t at) {
  at = std::min<std::uint64_t>(at, text.size());
  const std::uint64_t from = at > kFarthest ? at - kFarthest : 0;
  return text.substr(from, at - from);
}

/// What stands before a text that documents: nothing, or the attribute that says so.
bool OpensDocumentation(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  return line.empty() || line == "r" || line == "@doc" || line == "@moduledoc" ||
         line == "@typedoc" || line == "@shortdoc";
}

bool IsInDocstring(std::string_view before) {
  constexpr std::string_view kMark = "\"\"\"";
  std::size_t last = before.npos;
  bool open = false;
  for (std::size_t at = before.find(kMark); at != before.npos; at = before.find(kMark, at + 3)) {
    open = !open;
    last = at;
  }
  return open && OpensDocumentation(LineBefore(before, last));
}

bool IsInDocComment(std::string_view before) {
  const std::size_t open = before.rfind("/**");
  return open != before.npos && before.find("*/", open) == before.npos &&
         OpensDocumentation(LineBefore(before, open));
}

/// Perl and Ruby: a line that begins with `=head2` or `=begin`, up to `=cut` or `=end`.
bool IsInPod(std::string_view before) {
  for (std::size_t line = before.rfind("\n="); line != before.npos && line > 0;
       line = before.rfind("\n=", line - 1)) {
    const std::string_view rest = before.substr(line + 2, 5);
    if (rest.starts_with("cut") || rest.starts_with("end")) return false;
    if (!rest.empty() && IsLower(rest.front())) return true;
  }
  return false;
}

}  // namespace

bool IsInFence(std::string_view text, std::uint64_t at) {
  const std::string_view before = Before(text, at);
  bool fenced = false;
  for (std::size_t line = 0; line < before.size();) {
    const std::size_t end = std::min(before.find('\n', line), before.size());
    std::string_view one = before.substr(line, end - line);
    one.remove_prefix(std::min(one.find_first_not_of(" \t>"), one.size()));
    if (one.starts_with("```") || one.starts_with("~~~") || one.starts_with("----")) {
      // A rule of a table or below a title has no end; a fence of AsciiDoc is a line of dashes.
      if (one.front() != '-' || one.find_first_not_of("-\r") == one.npos) fenced = !fenced;
    }
    line = end + 1;
  }
  return fenced;
}

bool IsInDocumentation(std::string_view text, std::uint64_t at, FileKind kind) {
  const std::string_view before = Before(text, at);
  if (kind == FileKind::kPython || kind == FileKind::kElixir) return IsInDocstring(before);
  if (kind == FileKind::kPerl || kind == FileKind::kRuby) return IsInPod(before);
  return SyntaxOf(kind) == Syntax::kCode && kind != FileKind::kJson && IsInDocComment(before);
}

}  // namespace gonogo
