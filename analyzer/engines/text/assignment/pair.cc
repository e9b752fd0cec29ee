#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestBefore = 256;

/// `value:`, `"Value" =`, in quotes or not.
bool SkipValueKey(Cursor& cursor) {
  if (IsQuote(cursor.Peek())) cursor.MoveTo(cursor.at() + 1);
  if (!cursor.SkipAny({"value", "Value", "ParameterValue", "stringValue"})) return false;
  if (IsQuote(cursor.Peek())) cursor.MoveTo(cursor.at() + 1);
  cursor.SkipBlanks();
  if (!cursor.SkipAny({":", "="})) return false;
  cursor.SkipBlanks();
  return true;
}

std::optional<Assignment> ReadPairValue(const NamePlace& place, Cursor& cursor) {
  if (IsQuote(cursor.Peek())) return ReadQuoted(cursor, AssignmentForm::kPair);
  if (place.syntax() != Syntax::kYaml) return std::nullopt;
  return ReadPlain(cursor, AssignmentForm::kPair, {"}", true});
}

/// The key that the name is the value of: `name:`, `"Key":`. Its first byte, quotes included.
std::optional<std::size_t> KeyBegin(const NamePlace& place) {
  const std::string_view text = place.text();
  std::size_t at = place.range().begin;
  const auto back = [&](auto is) {
    while (at > 0 && place.range().begin - at < 48 && is(text[at - 1])) --at;
  };
  const auto filler = [](char c) { return IsBlank(c) || IsQuote(c); };
  back(filler);
  if (at == 0 || (text[at - 1] != ':' && text[at - 1] != '=')) return std::nullopt;
  --at;
  back(filler);
  const std::size_t end = at;
  back(IsLetter);
  const std::string_view key = text.substr(at, end - at);
  if (!key.ends_with("name") && !key.ends_with("Name") && !key.ends_with("key") &&
      !key.ends_with("Key"))
    return std::nullopt;
  return at > 0 && IsQuote(text[at - 1]) ? at - 1 : at;
}

/// Only what separates two entries of one map.
bool IsBetweenEntries(std::string_view text) {
  return text.find_first_not_of(", \t\r\n") == std::string_view::npos &&
         std::ranges::count(text, '\n') <= 1;
}

std::optional<Assignment> ReadValueFirst(const NamePlace& place) {
  const std::optional<std::size_t> key = KeyBegin(place);
  if (!key) return std::nullopt;
  const std::size_t from = *key > kLongestBefore ? *key - kLongestBefore : 0;
  const std::string_view before = place.text().substr(from, *key - from);
  const std::size_t found = std::max(before.rfind("value") + 1, before.rfind("Value") + 1);
  if (found == 0) return std::nullopt;
  Cursor cursor(place.text(), from + found - 1);
  if (!SkipValueKey(cursor)) return std::nullopt;
  std::optional<Assignment> value = ReadPairValue(place, cursor);
  if (!value || cursor.at() > *key) return std::nullopt;
  return IsBetweenEntries(place.text().substr(cursor.at(), *key - cursor.at())) ? value
                                                                                : std::nullopt;
}

}  // namespace

std::optional<Assignment> ReadPair(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  cursor.SkipBlanks();
  cursor.Skip(",");
  cursor.SkipWhite();
  if (SkipValueKey(cursor)) return ReadPairValue(place, cursor);
  const bool map = place.syntax() == Syntax::kYaml || place.kind() == FileKind::kJson;
  return map ? ReadValueFirst(place) : std::nullopt;
}

}  // namespace gonogo
