#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestTag = 160;

/// The text of an element up to the next tag, also in CDATA.
std::optional<Assignment> ReadText(Cursor cursor, AssignmentForm form) {
  cursor.SkipWhite();
  if (cursor.Skip("<![CDATA[")) {
    cursor.SkipWhite();
    return ReadPlain(cursor, form, {"]", true});
  }
  return ReadPlain(cursor, form, {"<", true});
}

/// From inside a tag to behind its end; false where it ends itself or is too long.
bool SkipTag(Cursor& cursor) {
  const std::string_view rest = cursor.text().substr(cursor.at(), kLongestTag);
  const std::size_t end = rest.find('>');
  if (end == rest.npos || (end > 0 && rest[end - 1] == '/') || rest.substr(0, end).contains('<'))
    return false;
  cursor.MoveTo(cursor.at() + end + 1);
  return true;
}

/// `<string>`, `<value>`, `<param-value>`: the element that holds the value of a name.
bool SkipValueTag(Cursor& cursor) {
  cursor.SkipWhite();
  const std::string_view rest = cursor.text().substr(cursor.at(), 48);
  const std::size_t end = rest.find_first_of(" >");
  if (!rest.starts_with('<') || end == rest.npos) return false;
  const std::string_view tag = rest.substr(1, end - 1);
  if (tag != "string" && !tag.ends_with("value") && !tag.ends_with("Value")) return false;
  cursor.MoveTo(cursor.at() + end);
  return SkipTag(cursor);
}

std::optional<Assignment> ReadAttribute(Cursor cursor) {
  cursor.SkipBlanks();
  if (!cursor.Skip("=")) return std::nullopt;
  cursor.SkipBlanks();
  if (!IsQuote(cursor.Peek())) return std::nullopt;
  return ReadQuoted(cursor, AssignmentForm::kElement);
}

/// `<db:password>`: the name is the tag's own.
bool IsTag(const NamePlace& place) {
  std::size_t begin = place.range().begin;
  const auto inside = [](char c) { return IsNameByte(c) || c == ':' || c == '-'; };
  while (begin > 0 && place.range().begin - begin < 32 && inside(place.text()[begin - 1])) --begin;
  return begin > 0 && place.text()[begin - 1] == '<';
}

/// <key>name</key><string>v</string>
std::optional<Assignment> ReadNextElement(Cursor cursor) {
  if (!SkipTag(cursor) || !SkipValueTag(cursor)) return std::nullopt;
  return ReadText(cursor, AssignmentForm::kPair);
}

/// Behind name="NAME": the attribute `value=` of the same tag.
std::optional<Assignment> ReadValueAttribute(Cursor cursor) {
  cursor.SkipWhite();
  const bool value =
      cursor.SkipAny({"value", "Value", "connectionString", "stringValue", "defaultValue"});
  return value ? ReadAttribute(cursor) : std::nullopt;
}

/// Behind name="NAME": the element's text, or that of the element `<value>` in it.
std::optional<Assignment> ReadContent(Cursor cursor) {
  if (!SkipTag(cursor)) return std::nullopt;
  Cursor inner = cursor;
  if (SkipValueTag(inner)) return ReadText(inner, AssignmentForm::kPair);
  return ReadText(cursor, AssignmentForm::kElement);
}

/// value="v" key="NAME": the attribute directly before.
std::optional<Assignment> ReadAttributeBefore(const NamePlace& place) {
  const std::size_t from =
      place.range().begin > kLongestTag ? place.range().begin - kLongestTag : 0;
  std::string_view before = place.text().substr(from, place.range().begin - from);
  before.remove_prefix(std::min(before.rfind('<') + 1, before.size()));
  const std::size_t at = std::max(before.rfind(" value=") + 1, before.rfind(" Value=") + 1);
  if (at == 0) return std::nullopt;
  Cursor cursor(place.text(), place.range().begin - before.size() + at + 6);
  if (!IsQuote(cursor.Peek())) return std::nullopt;
  std::optional<Assignment> found = ReadQuoted(cursor, AssignmentForm::kPair);
  if (!found) return found;
  cursor.SkipBlanks();
  while (IsLetter(cursor.Peek())) cursor.MoveTo(cursor.at() + 1);
  if (!cursor.Skip("=") || cursor.at() + 1 != place.range().begin) return std::nullopt;
  return found;
}

/// The attribute that the name is the value of says what the value is called: `name=`, `key=`; not
/// `id=`, `ref=` or `type=`.
bool NamesTheEntry(const NamePlace& place) {
  const std::string_view before = place.LineBefore();
  constexpr std::string_view kAttributes[] = {"name=", "Name=", "key=", "Key=", "n="};
  return std::ranges::any_of(kAttributes,
                             [&](std::string_view end) { return before.ends_with(end); });
}

}  // namespace

std::optional<Assignment> ReadElement(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  if (place.quoted() && IsQuote(place.Before())) {
    if (!NamesTheEntry(place)) return std::nullopt;
    for (const auto read : {ReadValueAttribute, ReadContent}) {
      if (std::optional<Assignment> found = read(cursor)) return found;
    }
    return ReadAttributeBefore(place);
  }
  if (IsTag(place)) {
    const char next = cursor.Peek();
    if (next != '>' && !IsWhite(next)) return std::nullopt;
    return SkipTag(cursor) ? ReadText(cursor, AssignmentForm::kElement) : std::nullopt;
  }
  if (place.Before() == '>' && cursor.Skip("</")) return ReadNextElement(cursor);
  return ReadAttribute(cursor);
}

}  // namespace gonogo
