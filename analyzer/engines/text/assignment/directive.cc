#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

struct Directive {
  FileKind kind;
  std::string_view word;  // before the name
};

constexpr Directive kDirectives[] = {
    {FileKind::kC, "#define"},           {FileKind::kCpp, "#define"},
    {FileKind::kObjectiveC, "#define"},  {FileKind::kDockerfile, "ENV"},
    {FileKind::kDockerfile, "ARG"},      {FileKind::kDockerfile, "env"},
    {FileKind::kDockerfile, "arg"},      {FileKind::kBatch, "setx"},
    {FileKind::kShell, "setenv"},        {FileKind::kCMake, "set("},
    {FileKind::kCMake, "set(ENV{"},      {FileKind::kNginx, "set"},
    {FileKind::kNginx, "fastcgi_param"}, {FileKind::kNginx, "uwsgi_param"},
    {FileKind::kNginx, "scgi_param"},    {FileKind::kApache, "SetEnv"},
    {FileKind::kClojure, "(def"},        {FileKind::kLisp, "(defvar"},
    {FileKind::kLisp, "(setq"},
};

bool FollowsDirective(const NamePlace& place) {
  const std::string_view before = place.LineBefore();
  return std::ranges::any_of(kDirectives, [&](const Directive& row) {
    return row.kind == place.kind() && before.ends_with(row.word);
  });
}

/// Kinds whose lines are a name, blanks and a value.
bool HasDirectiveLines(FileKind kind) {
  return kind == FileKind::kNginx || kind == FileKind::kApache || kind == FileKind::kHaproxy;
}

/// fastcgi_pass, proxy_pass: where nginx sends requests.
bool Forwards(const NamePlace& place) { return place.name().ends_with("_pass"); }

/// Kinds in which a call needs no brackets.
bool HasBareCalls(FileKind kind) { return kind == FileKind::kGroovy || kind == FileKind::kRuby; }

/// {:password "v"} of Clojure.
bool IsClojureEntry(const NamePlace& place) {
  return place.kind() == FileKind::kClojure && place.Before() == ':';
}

bool BeginsStatement(const NamePlace& place) {
  if (place.BeginsLine()) return true;
  const std::string_view before = place.LineBefore();
  return before.ends_with('{') || before.ends_with(';');
}

/// PASSWORD 'v', IDENTIFIED WITH plugin BY 'v', PASSWORD('v'), also in the middle of other code.
std::optional<Assignment> ReadSql(const NamePlace& place) {
  const std::string_view name = place.name();
  const bool clause = name == "PASSWORD" || name.starts_with("IDENTIFIED");
  if (place.quoted() || (place.kind() != FileKind::kSql && !clause)) return std::nullopt;
  Cursor cursor(place.text(), place.end());
  if (!IsBlank(cursor.Peek()) && cursor.Peek() != '(') return std::nullopt;
  cursor.SkipBlanks();
  const std::string_view rest = cursor.text().substr(cursor.at(), 48);
  const std::size_t by = std::min(rest.find(" BY "), rest.find(" by "));
  if (by != rest.npos && rest.substr(0, by).find_first_of("'\"\n;, ") == rest.npos)
    cursor.MoveTo(cursor.at() + by + 4);
  const bool bare = IsLetter(cursor.Peek()) && place.kind() == FileKind::kSql &&
                    LowerCase(name) == "identified by";
  if (bare) return ReadPlain(cursor, AssignmentForm::kAssignment, {";,)'\"", false});
  const char next = cursor.Peek() == '(' ? cursor.Peek(1) : cursor.Peek();
  if (next != '\'' && (next != '"' || place.kind() != FileKind::kSql)) return std::nullopt;
  return ReadQuoted(cursor, AssignmentForm::kAssignment);
}

}  // namespace

std::optional<Assignment> ReadDirective(const NamePlace& place) {
  if (std::optional<Assignment> sql = ReadSql(place)) return sql;
  Cursor cursor(place.text(), place.range().end);
  if (place.kind() == FileKind::kCMake) cursor.Skip("}");
  if (!IsBlank(cursor.Peek())) return std::nullopt;
  cursor.SkipBlanks();
  constexpr AssignmentForm kForm = AssignmentForm::kAssignment;
  const bool line = place.BeginsLine() && HasDirectiveLines(place.kind()) && !Forwards(place);
  if (line || FollowsDirective(place)) {
    if (IsQuote(cursor.Peek()) || place.IsCode()) {
      if (std::optional<Assignment> found = ReadQuoted(cursor, kForm)) return found;
    }
    const bool plain = place.kind() == FileKind::kCMake || !place.IsCode();
    return plain && !IsQuote(cursor.Peek()) ? ReadPlain(cursor, kForm, {";)\"'", false})
                                            : std::nullopt;
  }
  const bool bare = HasBareCalls(place.kind()) && BeginsStatement(place);
  if ((bare || IsClojureEntry(place)) && IsQuote(cursor.Peek())) return ReadQuoted(cursor, kForm);
  if (place.syntax() == Syntax::kKeyValue && place.BeginsLine() && !IsQuote(cursor.Peek()) &&
      cursor.Peek() != '=' && cursor.Peek() != ':') {
    return ReadRestOfLine(cursor, kForm);
  }
  return std::nullopt;
}

}  // namespace gonogo
