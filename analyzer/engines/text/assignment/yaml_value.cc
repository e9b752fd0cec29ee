#include "analyzer/engines/text/assignment/yaml_value.h"

#include <algorithm>

#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

/// `!!str `, `&anchor `
void SkipProperties(Cursor& cursor) {
  for (int count = 0; count < 2; ++count) {
    if (cursor.Peek() != '&' && !cursor.Starts("!!str ")) return;
    const std::string_view rest = cursor.text().substr(cursor.at(), 48);
    const std::size_t end = rest.find_first_of(" \n");
    if (end == rest.npos || rest[end] == '\n') return;
    cursor.MoveTo(cursor.at() + end);
    cursor.SkipBlanks();
  }
}

/// `|`, `>-` and the like, and the line end behind them.
bool SkipBlockMark(Cursor& cursor) {
  const std::size_t start = cursor.at();
  if (cursor.SkipAny({"|", ">"})) {
    for (int count = 0; count < 2; ++count) cursor.SkipAny({"-", "+", "2", "4"});
    cursor.SkipBlanks();
    if (IsLineEnd(cursor.Peek())) return true;
  }
  cursor.MoveTo(start);
  return false;
}

std::size_t IndentAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 64 && text[end] == ' ') ++end;
  return end - at;
}

/// To the text of the next line, where it is indented below the name's.
bool SkipToInnerLine(const NamePlace& place, Cursor& cursor) {
  if (cursor.Peek() == '\r') cursor.MoveTo(cursor.at() + 1);
  if (!cursor.Skip("\n")) return false;
  const std::size_t indent = IndentAt(cursor.text(), cursor.at());
  if (indent <= place.Indent()) return false;
  cursor.MoveTo(cursor.at() + indent);
  return true;
}

/// The only line of a block.
std::optional<Assignment> ReadBlock(const NamePlace& place, Cursor cursor, AssignmentForm form) {
  if (!SkipToInnerLine(place, cursor)) return std::nullopt;
  std::optional<Assignment> found = ReadPlain(cursor, form, {"", true});
  Cursor next = cursor;
  return SkipToInnerLine(place, next) ? std::nullopt : found;
}

/// A scalar on the next line, which is neither a list nor a map.
std::optional<Assignment> ReadNextLine(const NamePlace& place, Cursor cursor, AssignmentForm form) {
  if (!SkipToInnerLine(place, cursor) || cursor.Starts("- ") || cursor.Peek() == '#')
    return std::nullopt;
  // A key on the next line begins a map, quoted or not.
  std::optional<Assignment> found =
      IsQuote(cursor.Peek()) ? ReadQuoted(cursor, form) : ReadPlain(cursor, form, {":", false});
  return found && cursor.Peek() != ':' ? found : std::nullopt;
}

/// The name stands in a map in braces.
bool IsInFlow(const NamePlace& place) {
  const std::string_view line = place.LineBefore();
  const std::size_t open = line.rfind('{');
  return open != line.npos && (open == 0 || line[open - 1] != '{') &&
         line.find('}', open) == line.npos;
}

}  // namespace

std::optional<Assignment> ReadYamlValue(const NamePlace& place, Cursor cursor,
                                        AssignmentForm form) {
  SkipProperties(cursor);
  if (IsQuote(cursor.Peek()) || cursor.Peek() == '\\') return ReadQuoted(cursor, form);
  if (SkipBlockMark(cursor)) return ReadBlock(place, cursor, form);
  if (IsLineEnd(cursor.Peek())) return ReadNextLine(place, cursor, form);
  if (IsInFlow(place) && cursor.Peek() != '{') return ReadPlain(cursor, form, {",}", true});
  return ReadPlain(cursor, form, {"", true});
}

}  // namespace gonogo
