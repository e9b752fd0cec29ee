#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

constexpr std::size_t kFarthest = 320;  // bytes between the name and its default
constexpr std::size_t kLongestCall = 64;

bool IsDefaultWord(std::string_view word) {
  constexpr std::string_view kWords[] = {"default",  "default_value", "defaultValue", "Default",
                                         "fallback", "unset",         "defaultsTo"};
  return std::ranges::find(kWords, word) != std::end(kWords);
}

bool IsOpening(char c) { return c == '(' || c == '{' || c == '['; }
bool IsClosing(char c) { return c == ')' || c == '}' || c == ']'; }

/// The word at the cursor; the cursor stands behind it.
std::string_view SkipWord(Cursor& cursor) {
  const std::size_t begin = cursor.at();
  while (cursor.at() - begin < kLongestCall && IsNameByte(cursor.Peek()))
    cursor.MoveTo(cursor.at() + 1);
  return cursor.text().substr(begin, cursor.at() - begin);
}

/// Behind a literal of one line; the cursor stays behind its first quote where it does not end.
void SkipLiteral(Cursor& cursor) {
  const char quote = cursor.Peek();
  cursor.MoveTo(cursor.at() + 1);
  const std::string_view rest = cursor.text().substr(cursor.at(), kFarthest);
  const std::size_t end = rest.find_first_of(quote == '"' ? "\"\n" : "'`\n");
  if (end != rest.npos && rest[end] == quote) cursor.MoveTo(cursor.at() + end + 1);
}

/// Behind the word "default": its literal.
std::optional<Assignment> ReadDefaultValue(Cursor cursor) {
  if (IsQuote(cursor.Peek())) cursor.MoveTo(cursor.at() + 1);
  cursor.SkipBlanks();
  if (cursor.Starts("==") || !cursor.SkipAny({"=>", "=", ":"})) return std::nullopt;
  cursor.SkipWhite();
  return ReadQuoted(cursor, AssignmentForm::kDefault);
}

/// Walks through the entries or arguments beside the cursor, down from `depth` brackets until they
/// are closed.
std::optional<Assignment> FindDefault(Cursor cursor, int depth) {
  const int outside = depth - 1;
  const std::size_t limit = cursor.at() + kFarthest;
  while (cursor.at() < limit && cursor.Peek() != '\0') {
    const char c = cursor.Peek();
    if (c == ';') return std::nullopt;
    if (IsOpening(c)) ++depth;
    if (IsClosing(c) && --depth == outside) return std::nullopt;
    const bool quoted = IsQuote(c);
    if (quoted || IsNameByte(c)) {
      Cursor word(cursor.text(), cursor.at() + (quoted ? 1 : 0));
      if (IsDefaultWord(SkipWord(word))) {
        if (std::optional<Assignment> found = ReadDefaultValue(word)) return found;
      }
      if (quoted) {
        SkipLiteral(cursor);
      } else {
        cursor.MoveTo(word.at());
      }
      continue;
    }
    cursor.MoveTo(cursor.at() + 1);
  }
  return std::nullopt;
}

/// From behind a name to the inside of what describes it: `: {`, `: str = Field(`, ` {`.
bool SkipToDescription(const NamePlace& place, Cursor& cursor) {
  constexpr std::string_view kBetween = "_.:=><?&| ";
  cursor.SkipBlanks();
  const std::size_t begin = cursor.at();
  const auto between = [&](char c) {
    return IsLetter(c) || IsDigit(c) || kBetween.find(c) != kBetween.npos;
  };
  while (cursor.at() - begin < kLongestCall && between(cursor.Peek()))
    cursor.MoveTo(cursor.at() + 1);
  const std::string_view text = cursor.text().substr(begin, cursor.at() - begin);
  if (!IsOpening(cursor.Peek()) || cursor.Peek() == '[') return false;
  const bool block = text.empty() && place.kind() == FileKind::kHcl && place.quoted();
  if (!block && text.find_first_of(":=") == text.npos) return false;
  cursor.MoveTo(cursor.at() + 1);
  return true;
}

/// `json:"password" default:"v"`.
bool IsTagOfGo(const NamePlace& place, const Cursor& cursor) {
  return place.quoted() && place.kind() == FileKind::kGo && cursor.Peek() == ' ';
}

/// `"name": "password", "default": "v"`: in JSON only a key says that a text is a name.
bool IsNamedInJson(const NamePlace& place) {
  if (place.kind() != FileKind::kJson) return true;
  constexpr std::string_view kKeys[] = {"name", "key",    "id",       "field", "variable",
                                        "env",  "option", "property", "param", "parameter"};
  std::string_view before = place.LineBefore();
  before = before.substr(0, before.find_last_not_of(": \"") + 1);
  return std::ranges::any_of(kKeys, [&](std::string_view key) { return before.ends_with(key); });
}

/// `"--password", default="v"`; the name is an argument beside others.
bool IsArgument(const NamePlace& place, Cursor cursor) {
  if (!place.quoted() || !IsNamedInJson(place)) return false;
  cursor.SkipBlanks();
  return cursor.Peek() == ',';
}

std::size_t IndentOf(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

/// YAML: `default: v` or `value: v` among the lines that are indented below the name.
std::optional<Assignment> FindInBlock(const NamePlace& place, Cursor cursor) {
  if (!cursor.Skip(":")) return std::nullopt;
  const std::size_t own = place.Indent();
  std::size_t children = 0;
  for (int lines = 0; lines < 6; ++lines) {
    const std::string_view rest = cursor.text().substr(cursor.at(), kFarthest);
    const std::size_t end = rest.find('\n');
    if (end == rest.npos || (lines == 0 && rest.find_first_not_of(" \r") < end))
      return std::nullopt;
    cursor.MoveTo(cursor.at() + end + 1);
    const std::size_t indent = IndentOf(cursor.text().substr(cursor.at(), kFarthest));
    if (lines == 0) children = indent;
    if (indent <= own || indent < children) return std::nullopt;
    cursor.MoveTo(cursor.at() + indent);
    if (indent != children || !cursor.SkipAny({"default:", "value:", "defaultValue:"})) continue;
    cursor.SkipBlanks();
    if (IsQuote(cursor.Peek())) return ReadQuoted(cursor, AssignmentForm::kDefault);
    return ReadPlain(cursor, AssignmentForm::kDefault, {"", true});
  }
  return std::nullopt;
}

}  // namespace

std::optional<Assignment> ReadDefault(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  if (place.syntax() == Syntax::kYaml) return FindInBlock(place, cursor);
  if (!place.IsCode()) return std::nullopt;
  if (IsTagOfGo(place, cursor)) {
    // The next field has tags of its own.
    const std::string_view text = place.text();
    const std::size_t end = std::min(text.find('\n', place.end()), text.size());
    return FindDefault(Cursor(text.substr(0, end), place.end()), 0);
  }
  if (IsArgument(place, cursor)) return FindDefault(cursor, 0);
  if (SkipToDescription(place, cursor)) return FindDefault(cursor, 1);
  return std::nullopt;
}

}  // namespace gonogo
