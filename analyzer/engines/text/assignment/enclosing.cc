#include "analyzer/engines/text/assignment/enclosing.h"

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/held_words.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kFar = 1200;

bool IsOfName(char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '-'; }

std::string_view NameAtEnd(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && IsOfName(text[begin - 1])) --begin;
  return text.substr(begin);
}

void RemoveAtEnd(std::string_view& text, std::string_view bytes) {
  while (!text.empty() && bytes.contains(text.back())) text.remove_suffix(1);
}

std::size_t IndentOf(std::string_view line) { return line.find_first_not_of(" "); }

/// The nearest line above that is indented less and ends in a colon.
std::string_view ParentInYaml(std::string_view before) {
  const std::size_t begin = before.rfind('\n') + 1;
  const std::size_t indent = before.size() - begin;
  if (IndentOf(before.substr(begin)) != before.npos) return "";
  before = before.substr(0, begin);
  while (!before.empty()) {
    before.remove_suffix(1);
    const std::size_t at = before.rfind('\n') + 1;
    std::string_view line = before.substr(at);
    before = before.substr(0, at);
    const std::size_t own = IndentOf(line);
    if (own == line.npos || own >= indent || line[own] == '#') continue;
    RemoveAtEnd(line, " \r");
    if (!line.ends_with(':')) return "";
    line.remove_suffix(1);
    RemoveAtEnd(line, "\"' ");
    return NameAtEnd(line);
  }
  return "";
}

/// What stands before the brace that is open at the end.
std::string_view ParentInBraces(std::string_view before) {
  int depth = 0;
  std::size_t open = before.size();
  while (open > 0) {
    const char c = before[open - 1];
    depth += (c == '}') - (c == '{');
    if (depth < 0) break;
    --open;
  }
  if (open == 0) return "";
  before = before.substr(0, open - 1);
  RemoveAtEnd(before, " \t\r\n({=>:\"'`");
  return NameAtEnd(before);
}

}  // namespace

std::string_view ParentName(std::string_view text, std::uint64_t name, FileKind kind) {
  name = std::min<std::uint64_t>(name, text.size());
  std::string_view before = text.substr(name - std::min(name, kFar), std::min(name, kFar));
  if (SyntaxOf(kind) == Syntax::kYaml) return ParentInYaml(before);
  return SyntaxOf(kind) == Syntax::kCode || kind == FileKind::kJson ? ParentInBraces(before) : "";
}

bool IsInExpected(std::string_view text, std::uint64_t at) {
  constexpr std::string_view kWords[] = {"want", "expected", "expect"};
  at = std::min<std::uint64_t>(at, text.size());
  std::string_view before = text.substr(at - std::min(at, kFar), std::min(at, kFar));
  int depth = 0;
  while (!before.empty()) {
    const char c = before.back();
    before.remove_suffix(1);
    depth += (c == '}' || c == ']') - (c == '{' || c == '[');
    if (depth >= 0) continue;
    depth = 0;
    std::string_view line = before.substr(before.rfind('\n') + 1);
    line = line.substr(0, line.find_first_of(":="));
    for (const std::string& word : WordsOf(line))
      if (std::ranges::find(kWords, word) != std::end(kWords)) return true;
  }
  return false;
}

bool IsOfCluster(std::string_view text, std::uint64_t name) {
  constexpr std::uint64_t kHead = 3000;
  constexpr std::uint64_t kNear = 300;
  constexpr std::string_view kImports[] = {"k8s.io", "kubernetes", "apiVersion:"};
  constexpr std::string_view kWords[] = {"secretname", "secretref", "secretkeyref", "v1.secret",
                                         "namespace",  "kind: ",    "volume"};
  if (HoldsAny(text.substr(0, kHead), kImports)) return true;
  name = std::min<std::uint64_t>(name, text.size());
  const std::uint64_t begin = name - std::min(name, kNear);
  return HoldsAny(LowerCase(text.substr(begin, name - begin + kNear)), kWords);
}

}  // namespace gonogo
