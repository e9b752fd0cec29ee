#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

bool HasElvis(FileKind kind) {
  return kind == FileKind::kKotlin || kind == FileKind::kGroovy || kind == FileKind::kPhp ||
         kind == FileKind::kTemplate || kind == FileKind::kHtml;
}

/// The end of the look-up: its brackets.
void SkipLookUpEnd(const NamePlace& place, Cursor& cursor) {
  const bool braces = place.kind() == FileKind::kPerl;
  const auto ends = [&](char c) {
    return c == ')' || c == ']' || IsBlank(c) || (braces && c == '}');
  };
  for (int count = 0; count < 16 && ends(cursor.Peek()); ++count) cursor.MoveTo(cursor.at() + 1);
}

/// The name stands in {{ }}, in a template of any kind of file.
bool IsInTemplate(const NamePlace& place) {
  return place.kind() == FileKind::kTemplate || place.LineBefore().contains("{{");
}

bool SkipOperator(const NamePlace& place, Cursor& cursor) {
  if (!place.IsCode() && !IsInTemplate(place)) return false;
  if (cursor.Starts("||=") || cursor.Starts("?\?=")) return false;
  if (cursor.SkipAny({"||", "??", "or "})) return true;
  if (HasElvis(place.kind()) && cursor.Skip("?:")) return true;
  return place.kind() == FileKind::kPerl && cursor.Skip("//");
}

/// A call on what was looked up: `.orElse(`; in Ruby a block behind it: `{ 'v' }`.
bool SkipCall(const NamePlace& place, Cursor& cursor) {
  if (!place.IsCode()) return false;
  if (cursor.SkipAny({".orElseGet(() -> ", ".orElse(", ".unwrap_or_else(|_| ",
                      ".unwrap_or_else(|| ", ".unwrap_or(", ".getOrElse(", ".withDefault(",
                      ".defaultValue("})) {
    return true;
  }
  const bool call = cursor.at() > place.end();
  return call && place.kind() == FileKind::kRuby && cursor.Skip("{");
}

/// Filters of templates: {{ name | default('v') }}, {{ .Values.name | default "v" }}.
bool SkipFilter(Cursor& cursor) {
  const std::size_t start = cursor.at();
  if (cursor.Skip("|") && !cursor.Starts("|")) {
    cursor.SkipBlanks();
    if (cursor.SkipAny({"default(", "default ", "default:"})) return true;
  }
  cursor.MoveTo(start);
  return false;
}

}  // namespace

std::optional<Assignment> ReadFallback(const NamePlace& place) {
  Cursor cursor(place.text(), place.end());
  SkipLookUpEnd(place, cursor);
  // "one of 'secret_key' or 'token' must be set": nothing was looked up, two names are told.
  const std::string_view passed = place.text().substr(place.end(), cursor.at() - place.end());
  if (place.quoted() && place.IsCode() && passed.find_first_not_of(' ') == passed.npos)
    return std::nullopt;
  if (!SkipOperator(place, cursor) && !SkipCall(place, cursor) && !SkipFilter(cursor))
    return std::nullopt;
  cursor.SkipWhite();
  return ReadQuoted(cursor, AssignmentForm::kDefault);
}

}  // namespace gonogo
