#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/assignment/value.h"
#include "analyzer/engines/text/assignment/yaml_value.h"

namespace gonogo {
namespace {

/// Reads name, operator and value in their order; every Skip moves the cursor.
class StatementReader {
 public:
  explicit StatementReader(const NamePlace& place)
      : place_(place), cursor_(place.text(), place.end()) {}

  std::optional<Assignment> Read();

 private:
  void SkipIndex();
  void SkipAccessors();
  void SkipType();
  std::optional<AssignmentForm> SkipComparison();
  std::optional<AssignmentForm> SkipSymbol();
  std::optional<AssignmentForm> SkipComma();
  std::optional<AssignmentForm> SkipCallOfTwo();
  std::optional<AssignmentForm> SkipCall();
  std::optional<AssignmentForm> SkipOperator();
  void SkipToValue();
  bool SkipEarlierValues();
  bool IsFirstArgument() const;
  bool IsPairInBraces(Cursor cursor) const;
  std::optional<Assignment> ReadUnquoted(AssignmentForm form);

  const NamePlace& place_;
  Cursor cursor_;
};

/// `]` behind a quoted key, `[32]` and `[]` behind an array's name, `}` of a Perl key.
void StatementReader::SkipIndex() {
  cursor_.SkipBlanks();
  if (place_.kind() == FileKind::kPerl && place_.Before() == '{') cursor_.Skip("}");
  if (place_.quoted()) {
    cursor_.Skip("]");
  } else if (cursor_.Peek() == '[') {
    std::size_t ahead = 1;
    while (ahead < 12 && IsNameByte(cursor_.Peek(ahead))) ++ahead;
    if (cursor_.Peek(ahead) == ']') cursor_.MoveTo(cursor_.at() + ahead + 1);
  }
  cursor_.SkipBlanks();
}

/// `{ get; set; }` of a C# property.
void StatementReader::SkipAccessors() {
  if (place_.kind() != FileKind::kCSharp || !cursor_.Starts("{ get")) return;
  const std::string_view rest = cursor_.text().substr(cursor_.at(), 48);
  const std::size_t end = rest.find('}');
  if (end == rest.npos || rest.substr(0, end).contains('\n')) return;
  cursor_.MoveTo(cursor_.at() + end + 1);
  cursor_.SkipBlanks();
}

/// A type between name and `=`: `: String`, `: &'static str`, ` string`, ` As String`. Moves only
/// where an `=` follows it.
void StatementReader::SkipType() {
  const std::string_view kTypeBytes =
      place_.kind() == FileKind::kRust ? "_&'<>[]?.:* " : "_&<>[]?.:* ";
  const std::string_view text = cursor_.text();
  // "pass topic='orders'": a text begins, and no declaration.
  if (cursor_.Peek() != ':' && IsQuote(place_.Before())) return;
  // `Password <span className="...">`: the text of a page, and an element; `shown ? <Eye size="m">`
  // chooses one, where `shown?: string` has a type.
  const bool script =
      place_.kind() == FileKind::kTypeScript || place_.kind() == FileKind::kJavaScript;
  if (cursor_.Peek() == '<') return;
  if (script && cursor_.Peek() != ':' && !cursor_.Starts("?:")) return;
  std::size_t end = cursor_.at();
  if (cursor_.Peek() == ':' && cursor_.Peek(1) != '=') ++end;
  const std::size_t begin = end;
  while (end < text.size() && end - begin < 48 &&
         (IsLetter(text[end]) || IsDigit(text[end]) ||
          kTypeBytes.find(text[end]) != std::string_view::npos)) {
    ++end;
  }
  const bool has_letters = std::ranges::any_of(text.substr(begin, end - begin), IsLetter);
  if (has_letters && end < text.size() && text[end] == '=' && text.substr(end, 2) != "==")
    cursor_.MoveTo(end);
}

std::optional<AssignmentForm> StatementReader::SkipComparison() {
  if (cursor_.SkipAny({"===", "!==", "==", "!="})) return AssignmentForm::kComparison;
  const bool words = place_.kind() == FileKind::kPerl || place_.kind() == FileKind::kPowerShell ||
                     place_.kind() == FileKind::kObjectiveC;
  if (words && cursor_.SkipAny({"eq ", "ne ", "-eq ", "-ne ", "-ceq ", "isEqualToString:"}))
    return AssignmentForm::kComparison;
  const bool variable = place_.kind() == FileKind::kShell && place_.Before() == '$';
  if (variable && cursor_.Skip("= ")) return AssignmentForm::kComparison;
  return std::nullopt;
}

/// `= := => ?= :` and the like.
std::optional<AssignmentForm> StatementReader::SkipSymbol() {
  if (cursor_.SkipAny({"=>", "||=", "?\?=", ":=", "?=", "+=", "<-", "="}))
    return AssignmentForm::kAssignment;
  if (place_.quoted() && place_.IsCode() && cursor_.SkipAny({"->", "to "}))
    return AssignmentForm::kAssignment;  // entries of Scala's and Kotlin's maps
  // A shell knows no colon, but JSON and headers stand in it.
  if (cursor_.Peek() == ':' && cursor_.Peek(1) != ':' &&
      (place_.syntax() != Syntax::kShell || place_.quoted())) {
    cursor_.Skip(":");
    return AssignmentForm::kAssignment;
  }
  if (place_.kind() == FileKind::kCpp && !place_.quoted() && cursor_.Peek() == '{' &&
      IsQuote(cursor_.Peek(1))) {
    return AssignmentForm::kAssignment;  // name{"v"}
  }
  return std::nullopt;
}

/// `get(config, "password", "v")`, `StringVar(&password, "password", "v")`: the argument before
/// says where the name is looked up or put.
bool IsLookUpIn(std::string_view before) {
  const std::size_t open = before.rfind('(');
  if (open == before.npos || std::ranges::count(before.substr(open), ',') != 1) return false;
  if (before.substr(open).starts_with("(&")) return true;
  constexpr std::string_view kCalls[] = {"get", "Get", "getattr", "set"};
  const std::string_view call = before.substr(0, open);
  return std::ranges::any_of(kCalls, [&](std::string_view end) { return call.ends_with(end); });
}

/// `put("password", ...)`: a list has names side by side too, and they mean nothing to each other.
/// Calls whose first argument is a text to work on, not the name of the second.
bool TakesNoName(std::string_view before) {
  constexpr std::string_view kCalls[] = {"hash(",   "md5(",      "sha1(",  "make(",   "check(",
                                         "verify(", "encrypt(",  "trans(", "label(",  "equals(",
                                         "match(",  "contains(", "index(", "column(", "key("};
  const std::string lower =
      LowerCase(before.substr(before.size() - std::min<std::size_t>(before.size(), 12)));
  return std::ranges::any_of(kCalls, [&](std::string_view call) { return lower.ends_with(call); });
}

bool StatementReader::IsFirstArgument() const {
  if (place_.syntax() == Syntax::kYaml || place_.syntax() == Syntax::kMarkup) return false;
  std::string_view before = place_.LineBefore();
  while (before.ends_with('-')) before.remove_suffix(1);
  while (!before.empty() && (IsQuote(before.back()) || IsBlank(before.back())))
    before.remove_suffix(1);
  if (TakesNoName(before)) return false;
  return before.ends_with('(') || (before.ends_with(',') && IsLookUpIn(before));
}

/// `{"password", "v"}` with nothing behind it, in Erlang `{password, "v"}`.
bool StatementReader::IsPairInBraces(Cursor cursor) const {
  const FileKind kind = place_.kind();
  const bool pairs = place_.quoted() ? kind == FileKind::kCpp || kind == FileKind::kCSharp
                                     : kind == FileKind::kErlang;
  if (!pairs || !place_.LineBefore().ends_with('{') || !cursor.Skip(",")) return false;
  cursor.SkipBlanks();
  if (!ReadQuoted(cursor, AssignmentForm::kArgument)) return false;
  cursor.SkipBlanks();
  return cursor.Peek() == '}';
}

/// `put("password", "v")`, `{"password", "v"}`
std::optional<AssignmentForm> StatementReader::SkipComma() {
  const bool argument = place_.quoted() && IsFirstArgument();
  if ((argument || IsPairInBraces(cursor_)) && cursor_.Skip(",")) return AssignmentForm::kArgument;
  return std::nullopt;
}

/// `strcpy(password, "v")`, `strcmp(password, "v")`: calls that give or compare their first
/// argument.
std::optional<AssignmentForm> StatementReader::SkipCallOfTwo() {
  if (place_.quoted() || !place_.IsCode()) return std::nullopt;
  struct Row {
    std::string_view call;
    AssignmentForm form;
  };
  constexpr Row kCalls[] = {
      {"cpy(", AssignmentForm::kArgument},
      {"strcmp(", AssignmentForm::kComparison},
      {"strncmp(", AssignmentForm::kComparison},
      {"hash_equals(", AssignmentForm::kComparison},
      {"compare_digest(", AssignmentForm::kComparison},
      {"ConstantTimeCompare([]byte(", AssignmentForm::kComparison},
      {"timingSafeEqual(Buffer.from(", AssignmentForm::kComparison},
  };
  const std::string_view before = place_.LineBefore();
  if (!before.contains('(')) return std::nullopt;
  for (const Row& row : kCalls) {
    const std::size_t open = before.rfind(row.call);
    if (open == before.npos || before.find_first_of("\",;", open) != before.npos) continue;
    if (row.call.ends_with("byte(") || row.call.ends_with("from(")) cursor_.Skip(")");
    return cursor_.Skip(",") ? std::optional(row.form) : std::nullopt;
  }
  return std::nullopt;
}

/// `.findByPassword(`, `.getUserPassword(`: what it is given says whose.
bool Asks(std::string_view name) {
  constexpr std::string_view kVerbs[] = {"find",   "get",    "fetch",  "load",   "read", "lookup",
                                         "has",    "is",     "check",  "verify", "hash", "remove",
                                         "delete", "revoke", "decode", "parse",  "show"};
  const std::vector<std::string> words = WordsOf(name);
  return !words.empty() && std::ranges::find(kVerbs, words.front()) != std::end(kVerbs);
}

/// At most three words in camel case: `.password(`, `.clientSecret(`.
bool IsShortName(std::string_view name) {
  const auto capitals = std::ranges::count_if(name, IsUpper);
  const auto lines = std::ranges::count(name, '_');
  return capitals + lines <= 2 && !Asks(name);
}

bool IsSetter(std::string_view name) {
  return name.starts_with("set") || name.starts_with("with") || name.starts_with("Set") ||
         name.starts_with("With");
}

/// `std::string password("v")`
bool IsDeclared(const NamePlace& place) {
  const std::string_view before = place.LineBefore();
  return place.kind() == FileKind::kCpp &&
         (before.ends_with("tring") || before.ends_with("string_view"));
}

/// A builder, a setter, or a constructor.
std::optional<AssignmentForm> StatementReader::SkipCall() {
  if (place_.quoted() || cursor_.Peek() != '(') return std::nullopt;
  const std::string_view whole = place_.name();
  const std::size_t dot = whole.rfind('.');
  const bool builder = dot != whole.npos || place_.Before() == '.' ||
                       (place_.Before() == '>' && place_.Before(2) == '-');
  const std::string_view name = whole.substr(dot == whole.npos ? 0 : dot + 1);
  if (!(builder && IsShortName(name)) && !IsSetter(name) && !IsDeclared(place_))
    return std::nullopt;
  cursor_.Skip("(");
  return AssignmentForm::kSetter;
}

std::optional<AssignmentForm> StatementReader::SkipOperator() {
  if (const auto form = SkipComparison()) return form;
  if (const auto form = SkipSymbol()) return form;
  if (const auto form = SkipComma()) return form;
  if (const auto form = SkipCallOfTwo()) return form;
  return SkipCall();
}

void StatementReader::SkipToValue() {
  if (place_.IsCode()) return cursor_.SkipWhite();
  cursor_.SkipBlanks();
  if (place_.syntax() == Syntax::kKeyValue && (cursor_.Skip("\\\n") || cursor_.Skip("\\\r\n")))
    cursor_.SkipBlanks();
}

/// Several names are given several values at once.
bool HasTuples(FileKind kind) {
  return kind == FileKind::kPython || kind == FileKind::kRuby || kind == FileKind::kGo ||
         kind == FileKind::kLua;
}

/// Several names on the left, as many values on the right: past the values of the names before.
bool StatementReader::SkipEarlierValues() {
  const std::string_view before = place_.LineBefore();
  if (place_.quoted() || !HasTuples(place_.kind()) || !before.ends_with(',')) return true;
  const bool names =
      std::ranges::all_of(before, [](char c) { return IsNameByte(c) || c == ',' || IsBlank(c); });
  if (!names) return true;
  for (auto left = std::ranges::count(before, ','); left > 0; --left) {
    if (!ReadQuoted(cursor_, AssignmentForm::kAssignment) || !cursor_.Skip(",")) return false;
    cursor_.SkipWhite();
  }
  return true;
}

std::optional<Assignment> StatementReader::ReadUnquoted(AssignmentForm form) {
  switch (place_.syntax()) {
    case Syntax::kKeyValue:
      return ReadPlain(cursor_, form, {"", true});
    case Syntax::kShell:
      return ReadPlain(cursor_, form, {";&|)\"'`", false});
    case Syntax::kText: {
      if (place_.name().contains(' ')) return std::nullopt;  // prose: "signing key: ..."
      // `/getText?apikey=v&padID=...`: a parameter of an address ends where the next begins.
      const std::string_view before = place_.LineBefore();
      const bool parameter = before.ends_with('?') || before.ends_with('&');
      return ReadPlain(cursor_, form, {parameter ? "&\"'`<>,;)" : "\"'`<>,;)", false});
    }
    default:
      return std::nullopt;
  }
}

std::optional<Assignment> StatementReader::Read() {
  const bool blanks = IsBlank(cursor_.Peek());
  SkipIndex();
  SkipAccessors();
  if (place_.IsCode() && !place_.quoted()) SkipType();
  const std::optional<AssignmentForm> form = SkipOperator();
  if (!form) return std::nullopt;
  const bool assigns = *form == AssignmentForm::kAssignment;
  SkipToValue();
  if (blanks && assigns && !place_.quoted() && place_.kind() == FileKind::kShell) {
    // `name = v` assigns nothing there, but in files that are written from there.
    return place_.BeginsLine() && !IsQuote(cursor_.Peek()) ? ReadRestOfLine(cursor_, *form)
                                                           : std::nullopt;
  }
  if (place_.syntax() == Syntax::kYaml && assigns) return ReadYamlValue(place_, cursor_, *form);
  if (assigns && place_.IsCode() && !SkipEarlierValues()) return std::nullopt;
  if (std::optional<Assignment> quoted = ReadQuoted(cursor_, *form)) return quoted;
  if (IsQuote(cursor_.Peek())) return std::nullopt;
  return ReadUnquoted(*form);
}

}  // namespace

std::optional<Assignment> ReadStatement(const NamePlace& place) {
  return StatementReader(place).Read();
}

}  // namespace gonogo
