#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestOption = 64;
constexpr PlainEnds kOptionEnds{"\"'`),]\\<", false};

/// Where the option that holds the name begins: at its first dash.
std::size_t OptionBegin(const NamePlace& place) {
  std::size_t begin = place.range().begin;
  const auto inside = [&](char c) { return IsNameByte(c) || c == '-' || c == '.'; };
  while (begin > 0 && place.range().begin - begin < kLongestOption &&
         inside(place.text()[begin - 1])) {
    --begin;
  }
  return begin;
}

bool StandsAlone(const NamePlace& place, std::size_t begin) {
  if (begin == 0) return true;
  const char before = place.text()[begin - 1];
  return IsWhite(before) || IsQuote(before) || before == '>' || before == '[' || before == '=';
}

/// "--password", "v"
std::optional<Assignment> ReadNextArgument(Cursor cursor) {
  cursor.SkipBlanks();
  if (!cursor.Skip(",")) return std::nullopt;
  cursor.SkipWhite();
  return ReadQuoted(cursor, AssignmentForm::kOption);
}

std::optional<Assignment> ReadLong(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  if (place.quoted()) return ReadNextArgument(cursor);
  if (cursor.Peek() != '=' && !IsBlank(cursor.Peek())) return std::nullopt;
  cursor.MoveTo(cursor.at() + 1);
  cursor.SkipBlanks();
  if (IsQuote(cursor.Peek())) return ReadQuoted(cursor, AssignmentForm::kOption);
  if (cursor.Peek() == '-') return std::nullopt;
  return ReadPlain(cursor, AssignmentForm::kOption, kOptionEnds);
}

/// -Password 'v'
std::optional<Assignment> ReadPowerShell(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  if (!IsBlank(cursor.Peek())) return std::nullopt;
  cursor.SkipBlanks();
  return ReadQuoted(cursor, AssignmentForm::kOption);
}

/// /password:v
std::optional<Assignment> ReadWindows(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  if (!cursor.SkipAny({":", "="})) return std::nullopt;
  if (IsQuote(cursor.Peek())) return ReadQuoted(cursor, AssignmentForm::kOption);
  return ReadPlain(cursor, AssignmentForm::kOption, kOptionEnds);
}

}  // namespace

std::optional<Assignment> ReadOption(const NamePlace& place) {
  const std::size_t begin = OptionBegin(place);
  if (place.text().compare(begin, 2, "--") == 0)
    return StandsAlone(place, begin) ? ReadLong(place) : std::nullopt;
  const bool windows = place.kind() == FileKind::kBatch || place.kind() == FileKind::kPowerShell;
  if (windows && place.Before() == '/' && IsBlank(place.Before(2))) return ReadWindows(place);
  if (place.kind() == FileKind::kPowerShell && place.text().substr(begin).starts_with('-') &&
      StandsAlone(place, begin)) {
    return ReadPowerShell(place);
  }
  return std::nullopt;
}

}  // namespace gonogo
