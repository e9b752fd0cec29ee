#include "analyzer/engines/text/assignment/example_place.h"

#include <string.h>

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment/syntax.h"

namespace gonogo {
namespace {

constexpr std::size_t kFarthest = 8192;  // bytes that are looked back
constexpr std::size_t kLongestKey = 40;

/// `example`, "x-examples", in any case, quoted or not.
bool IsExampleKey(std::string_view key) {
  while (!key.empty() && !IsLetter(key.back())) key.remove_suffix(1);
  std::size_t begin = key.size();
  while (begin > 0 && (IsLetter(key[begin - 1]) || key[begin - 1] == '-')) --begin;
  const std::string word = LowerCase(key.substr(begin));
  constexpr std::string_view kKeys[] = {"example",    "examples",      "x-example",
                                        "x-examples", "x-codesamples", "x-code-samples"};
  return std::ranges::find(kKeys, word) != std::end(kKeys);
}

/// `example: "password=v"`, `@Schema(example = "...")` on the line itself.
bool IsExampleLine(std::string_view before) {
  const std::string lower = LowerCase(before);
  for (std::size_t at = lower.find("example"); at != lower.npos;
       at = lower.find("example", at + 1)) {
    std::string_view rest = std::string_view(lower).substr(at + 7);
    if (rest.starts_with('s')) rest.remove_prefix(1);
    while (!rest.empty() && std::string_view("\"' ").contains(rest.front())) rest.remove_prefix(1);
    const bool begins = at == 0 || !IsLetter(lower[at - 1]);
    if (begins && (rest.starts_with(':') || rest.starts_with('='))) return true;
  }
  return false;
}

struct Line {
  std::string_view text;
  std::size_t indent = 0;
  bool dash = false;
};

Line LineOf(std::string_view text) {
  const std::size_t first = std::min(text.find_first_not_of(' '), text.size());
  return {text, first, text.substr(first).starts_with("- ")};
}

/// A line that a mapping or a list stands below: less indented, or the key of a list beside it.
bool IsParent(const Line& line, const Line& child) {
  if (line.indent == line.text.size() || line.text[line.indent] == '#') return false;
  return line.indent < child.indent || (line.indent == child.indent && child.dash && !line.dash);
}

bool IsBelowExampleInYaml(std::string_view before) {
  std::size_t end = before.rfind('\n');
  if (end == before.npos) return false;
  Line child = LineOf(before.substr(end + 1));
  while (child.indent > 0 || child.dash) {
    const std::size_t begin = end == 0 ? before.npos : before.rfind('\n', end - 1);
    const Line line = LineOf(before.substr(begin + 1, end - begin - 1));
    if (IsParent(line, child)) {
      const std::size_t colon = line.text.find(':');
      if (colon != line.text.npos && IsExampleKey(line.text.substr(0, colon))) return true;
      child = line;
    }
    if (begin == before.npos) return false;
    end = begin;
  }
  return false;
}

/// `"lang": "PHP", "label": "PHP", "source": "...`: a call as a manual shows it, in one language.
bool IsCodeSample(std::string_view before) {
  constexpr std::size_t kFarBefore = 200;
  const std::size_t line = before.rfind('\n') + 1;
  if (!before.substr(line).contains("\"source\":")) return false;
  return before.substr(line > kFarBefore ? line - kFarBefore : 0).contains("\"lang\":");
}

bool IsBelowExampleInJson(std::string_view before) {
  if (IsCodeSample(before)) return true;
  int depth = 0;
  for (std::size_t i = before.size(); i > 0; --i) {
    const char c = before[i - 1];
    if (c == '}' || c == ']') ++depth;
    if (c != '{' && c != '[') continue;
    if (depth > 0) {
      --depth;
      continue;
    }
    const std::size_t from = i > kLongestKey ? i - kLongestKey : 0;
    const std::string_view key = before.substr(from, i - 1 - from);
    const std::size_t colon = key.find_last_not_of(" \t\r\n");
    if (colon != key.npos && key[colon] == ':' && IsExampleKey(key.substr(0, colon))) return true;
  }
  return false;
}

/// The line of the key, "example: {", and all lines below it are indented more.
bool HoldsAllBelow(std::string_view before, std::size_t key) {
  const std::size_t begin = before.rfind('\n', key) + 1;
  const Line line = LineOf(before.substr(begin, before.find('\n', key) - begin));
  const std::size_t sign = line.text.find_first_of(":=");
  if (sign == line.text.npos || !IsExampleKey(line.text.substr(0, sign))) return false;
  for (std::size_t at = before.find('\n', key); at != before.npos; at = before.find('\n', at + 1)) {
    const Line below = LineOf(before.substr(at + 1, before.find('\n', at + 1) - at - 1));
    const bool last = before.find('\n', at + 1) == before.npos;
    if ((below.indent < below.text.size() || last) && below.indent <= line.indent) return false;
  }
  return true;
}

/// `example: {` some lines above, indented less than what stands in it; "ann@example.com" between
/// them is no key.
bool IsBelowExampleInCode(std::string_view before) {
  constexpr int kMostKeys = 8;
  std::size_t end = before.size();
  for (int tried = 0; tried < kMostKeys && end > 0; ++tried) {
    const std::size_t key = before.rfind("example", end - 1);
    if (key == before.npos) return false;
    if (HoldsAllBelow(before, key)) return true;
    end = key;
  }
  return false;
}

/// The last mark opens a text: it is given to a name or handed to a call.
bool Opens(std::string_view before_mark) {
  while (!before_mark.empty() && (before_mark.back() == ' ' || IsLetter(before_mark.back())))
    before_mark.remove_suffix(1);
  return !before_mark.empty() && std::string_view("=:(,").contains(before_mark.back());
}

/// As text.rfind(mark), which compares at every byte: this is asked for every candidate.
std::size_t LastMark(std::string_view text, std::string_view mark) {
  const char* const begin = text.data();
  for (std::size_t end = text.size(); end > 0;) {
    const void* const found = memrchr(begin, mark.front(), end);
    if (found == nullptr) break;
    end = static_cast<std::size_t>(static_cast<const char*>(found) - begin);
    if (text.substr(end).starts_with(mark)) return end;
  }
  return text.npos;
}

/// `EXAMPLES = """...`, "Example: `...": a text in several lines that says how something is used.
bool IsInUsageText(std::string_view before) {
  constexpr std::string_view kMarks[] = {"`", "\"\"\"", "'''"};
  for (const std::string_view mark : kMarks) {
    const std::size_t open = LastMark(before, mark);
    if (open == before.npos) continue;
    const std::string_view line = LineBefore(before, open);
    if (!Opens(line)) continue;
    const std::string lower = LowerCase(line);
    if (lower.contains("example") || lower.contains("usage")) return true;
    // @ExampleObject(name = "list", value = """..."""): the answer of a call, as its manual has it.
    constexpr std::size_t kArguments = 240;
    const std::size_t from = open > kArguments ? open - kArguments : 0;
    if (before.substr(from, open - from).contains("ExampleObject(")) return true;
  }
  return false;
}

}  // namespace

bool IsExamplePlace(const ValuePlace& place) {
  const std::size_t at = std::min<std::size_t>(place.value.begin, place.text.size());
  const std::size_t from = at > kFarthest ? at - kFarthest : 0;
  const std::string_view before = place.text.substr(from, at - from);
  if (place.kind == FileKind::kJson) return IsBelowExampleInJson(before);
  if (IsExampleLine(LineBefore(place.text, at))) return true;
  if (place.kind == FileKind::kYaml) return IsBelowExampleInYaml(before);
  return SyntaxOf(place.kind) == Syntax::kCode &&
         (IsInUsageText(before) || IsBelowExampleInCode(before));
}

}  // namespace gonogo
