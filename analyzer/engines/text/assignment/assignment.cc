#include "analyzer/engines/text/assignment/assignment.h"

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/quoted_literal.h"
#include "analyzer/engines/text/assignment/syntax.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestName = 128;
constexpr std::size_t kLongestPlain = 512;  // of an unquoted value

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }
bool IsNameByte(char c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool IsDashName(Syntax syntax) { return syntax != Syntax::kCode && syntax != Syntax::kShell; }

/// Reads forward from a name; every Skip moves `at`, every Is looks only.
class Reader {
 public:
  Reader(std::string_view text, ByteRange name, FileKind kind)
      : text_(text), name_(name), syntax_(SyntaxOf(kind)), kind_(kind), at_(name.end) {}

  std::optional<Assignment> Read();

 private:
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  char Before(std::size_t back = 1) const {
    return name_.begin >= back ? text_[name_.begin - back] : '\0';
  }
  bool Starts(std::string_view word) const { return text_.compare(at_, word.size(), word) == 0; }
  bool Skip(std::string_view word) {
    if (!Starts(word)) return false;
    at_ += word.size();
    return true;
  }
  void SkipBlanks() {
    while (IsBlank(Peek())) ++at_;
  }
  void SkipWhite() {
    for (int lines = 0; lines < 3 && (IsBlank(Peek()) || IsLineEnd(Peek())); ++at_)
      lines += Peek() == '\n';
  }

  void SkipNameEnd();
  void SkipIndex();
  bool SkipType();
  void SkipWrapper();
  std::optional<AssignmentForm> SkipOperator();
  std::optional<AssignmentForm> SkipFallback();
  bool SkipPairValue();
  bool IsFirstArgument() const;
  bool IsInstruction() const;
  bool IsCopyTarget() const;

  std::optional<Assignment> Quoted(AssignmentForm form);
  std::optional<Assignment> Plain(AssignmentForm form, std::string_view stops, bool blanks_inside);
  std::optional<Assignment> ReadDefault();
  std::optional<Assignment> ReadOption();
  std::optional<Assignment> ReadElement();
  std::optional<Assignment> ReadUnquoted(AssignmentForm form);
  std::optional<Assignment> ReadStatement();

  std::string_view text_;
  ByteRange name_;
  Syntax syntax_;
  FileKind kind_;
  std::size_t at_;
  bool quoted_name_ = false;
};

/// The closing quote of a quoted name, also where it is escaped: \"password\".
void Reader::SkipNameEnd() {
  const char before = Before();
  if (IsQuote(before) && Peek() == before) {
    quoted_name_ = true;
    ++at_;
  } else if (IsQuote(before) && Peek() == '\\' && Peek(1) == before) {
    quoted_name_ = true;
    at_ += 2;
  } else if (before == ':' && Before(2) != ':') {
    quoted_name_ = true;  // Ruby, Clojure, Elixir symbol
  }
}

/// `]` behind a quoted key, `[32]` and `[]` behind an array's name.
void Reader::SkipIndex() {
  SkipBlanks();
  if (quoted_name_ && Peek() == ']') {
    ++at_;
  } else if (!quoted_name_ && Peek() == '[') {
    std::size_t ahead = 1;
    while (ahead < 12 && (IsDigit(Peek(ahead)) || IsLetter(Peek(ahead)) || Peek(ahead) == '_'))
      ++ahead;
    if (Peek(ahead) == ']') at_ += ahead + 1;
  }
  SkipBlanks();
}

/// A type between name and `=`: `: String`, `: &'static str`, ` string`. Moves only where an `=`
/// follows it.
bool Reader::SkipType() {
  std::size_t end = at_;
  constexpr std::string_view kTypeBytes = "_&'<>[]?.:* ";
  if (end < text_.size() && text_[end] == ':' && end + 1 < text_.size() && text_[end + 1] != '=')
    ++end;
  const std::size_t begin = end;
  while (end < text_.size() && end - begin < 48 &&
         (IsLetter(text_[end]) || IsDigit(text_[end]) ||
          kTypeBytes.find(text_[end]) != std::string_view::npos)) {
    ++end;
  }
  const bool has_letters = std::ranges::any_of(text_.substr(begin, end - begin), IsLetter);
  if (!has_letters || end >= text_.size() || text_[end] != '=' || text_.substr(end, 2) == "==")
    return false;
  at_ = end;
  return true;
}

/// At most three words in camel case: `.password(`, `.clientSecret(`; not `.findByPassword(`, which
/// asks.
bool IsShortName(std::string_view name) {
  const auto capitals = std::ranges::count_if(name, IsUpper);
  const auto lines = std::ranges::count(name, '_');
  return capitals + lines <= 2 && !name.starts_with("find") && !name.starts_with("Find");
}

/// `= != == === := => ?= : , (` as far as one of them gives the name a value.
std::optional<AssignmentForm> Reader::SkipOperator() {
  for (const std::string_view comparison : {"===", "!==", "==", "!=", ".equals("}) {
    if (Skip(comparison)) return AssignmentForm::kComparison;
  }
  for (const std::string_view assignment : {"=>", "||=", "?\?=", ":=", "?=", "+=", "<-", "="}) {
    if (Skip(assignment)) return AssignmentForm::kAssignment;
  }
  // A shell knows no colon, but JSON and headers stand in it.
  if (Peek() == ':' && Peek(1) != ':' && (syntax_ != Syntax::kShell || quoted_name_)) {
    ++at_;
    return AssignmentForm::kAssignment;
  }
  if (IsCopyTarget() && Skip(",")) return AssignmentForm::kArgument;
  if (quoted_name_ && IsFirstArgument() && Skip(",")) return AssignmentForm::kArgument;
  if (!quoted_name_ && Peek() == '(') {
    const std::string_view whole = text_.substr(name_.begin, name_.end - name_.begin);
    const std::size_t dot = whole.rfind('.');
    const bool builder =
        dot != whole.npos || Before() == '.' || (Before() == '>' && Before(2) == '-');
    const std::string_view name = whole.substr(dot == whole.npos ? 0 : dot + 1);
    const bool setter = name.starts_with("set") || name.starts_with("with") ||
                        name.starts_with("Set") || name.starts_with("With");
    if ((builder && IsShortName(name)) || setter) {
      ++at_;
      return AssignmentForm::kSetter;
    }
  }
  return std::nullopt;
}

/// Behind a look-up by this name: `) || `, `] ?? `, `) or `, ` ?: `.
std::optional<AssignmentForm> Reader::SkipFallback() {
  const std::size_t start = at_;
  while (Peek() == ')' || Peek() == ']' || IsBlank(Peek())) ++at_;
  for (const std::string_view fallback : {"||", "??", "?:", "or "}) {
    if (Starts(fallback) && !Starts("||=") && !Starts("?\?=")) {
      at_ += fallback.size();
      return AssignmentForm::kDefault;
    }
  }
  at_ = start;
  return std::nullopt;
}

/// `put("password", ...)`: a list has names side by side too, and they mean nothing to each other.
bool Reader::IsFirstArgument() const {
  std::size_t at = name_.begin;
  while (at > 0 && (IsQuote(text_[at - 1]) || IsBlank(text_[at - 1]))) --at;
  return at > 0 && text_[at - 1] == '(' && syntax_ != Syntax::kYaml && syntax_ != Syntax::kMarkup;
}

/// `strcpy((char *)password, ...)`.
bool Reader::IsCopyTarget() const {
  if (syntax_ != Syntax::kCode || quoted_name_ || Peek() != ',') return false;
  const std::size_t from = name_.begin > 48 ? name_.begin - 48 : 0;
  std::string_view before = text_.substr(from, name_.begin - from);
  before.remove_prefix(std::min(before.rfind('\n') + 1, before.size()));
  const std::size_t open = before.find("cpy(");
  return open != std::string_view::npos && before.find_first_of("\",;", open) == before.npos;
}

/// The name stands behind ENV or ARG.
bool Reader::IsInstruction() const {
  std::size_t at = name_.begin;
  while (at > 0 && IsBlank(text_[at - 1])) --at;
  if (at < 3 || at == name_.begin) return false;
  const std::string_view word = text_.substr(at - 3, 3);
  return word == "ENV" || word == "ARG" || word == "env" || word == "arg";
}

/// A conversion around the literal: `String::from(`, `SecretStr(`, `[]byte(`.
void Reader::SkipWrapper() {
  constexpr std::string_view kWrappers[] = {"String::from(",
                                            "new String(",
                                            "String(",
                                            "SecretStr(",
                                            "Secret(",
                                            "[]byte(",
                                            "Buffer.from(",
                                            "Some(",
                                            "SecretString(",
                                            "Sensitive(",
                                            "pulumi.String(",
                                            "aws.String(",
                                            "to.Ptr(",
                                            "str(",
                                            "bytes(",
                                            "Optional.of(",
                                            "lazy(",
                                            "std::string(",
                                            "QString(",
                                            "QStringLiteral(",
                                            "_T(",
                                            "TEXT(",
                                            "Just ",
                                            "pulumi.secret(",
                                            "new SecureString(",
                                            "SecretKey(",
                                            "string.Empty + "};
  for (const std::string_view wrapper : kWrappers) {
    if (Skip(wrapper)) break;
  }
  SkipBlanks();
}

std::optional<Assignment> Reader::Quoted(AssignmentForm form) {
  const std::size_t start = at_;
  SkipWrapper();
  if (Peek() == '\\' && IsQuote(Peek(1))) {  // a literal inside a literal: \"v\"
    at_ += 2;
    return Plain(form, "\\\"'", true);
  }
  const std::optional<QuotedLiteral> literal = ReadQuotedLiteral(text_, at_);
  if (!literal || literal->dynamic) {
    at_ = start;
    return std::nullopt;
  }
  if (text_.compare(literal->end, 8, ".format(") == 0 || text_.compare(literal->end, 3, " % ") == 0)
    return std::nullopt;
  Assignment found;
  found.form = form;
  found.value = literal->inside;
  found.text = literal->text;
  found.quoted = true;
  found.joined = literal->joined;
  return found;
}

/// An unquoted value up to one of `stops`, a line end, or a blank where blanks end it.
std::optional<Assignment> Reader::Plain(AssignmentForm form, std::string_view stops,
                                        bool blanks_inside) {
  const std::size_t begin = at_;
  std::size_t end = begin;
  for (; end < text_.size() && end - begin <= kLongestPlain; ++end) {
    const char c = text_[end];
    if (IsLineEnd(c) || stops.find(c) != std::string_view::npos) break;
    if (!blanks_inside && IsBlank(c)) break;
    if ((c == '#' || c == ';') && end > begin && IsBlank(text_[end - 1])) break;  // a comment
  }
  while (end > begin && IsBlank(text_[end - 1])) --end;
  if (end == begin || end - begin > kLongestPlain) return std::nullopt;
  Assignment found;
  found.form = form;
  found.value = {begin, end};
  found.text = text_.substr(begin, end - begin);
  return found;
}

/// ${NAME:-v}, ${name:v}, {{ env "NAME" | default "v" }} is left to templates.
std::optional<Assignment> Reader::ReadDefault() {
  if (Before() != '{' || (Before(2) != '$' && Before(2) != '{')) return std::nullopt;
  if (!Skip(":-") && !Skip(":=") && !Skip(":") && !Skip("-")) return std::nullopt;
  return Plain(AssignmentForm::kDefault, "}\"'", true);
}

std::optional<Assignment> Reader::ReadOption() {
  std::size_t back = 0;
  std::size_t begin = name_.begin;
  while (begin > 0 && back < 64 &&
         (IsNameByte(text_[begin - 1]) || text_[begin - 1] == '-' || text_[begin - 1] == '.')) {
    --begin;
    ++back;
  }
  if (text_.compare(begin, 2, "--") != 0 ||
      (begin > 0 && !IsBlank(text_[begin - 1]) && !IsQuote(text_[begin - 1]) &&
       !IsLineEnd(text_[begin - 1]))) {
    return std::nullopt;
  }
  if (IsQuote(Peek())) {  // "--password", "v"
    ++at_;
    SkipBlanks();
    if (!Skip(",")) return std::nullopt;
    SkipWhite();
    return Quoted(AssignmentForm::kOption);
  }
  if (Peek() != '=' && !IsBlank(Peek())) return std::nullopt;
  ++at_;
  SkipBlanks();
  if (IsQuote(Peek())) return Quoted(AssignmentForm::kOption);
  if (Peek() == '-') return std::nullopt;
  return Plain(AssignmentForm::kOption, "\"'`),]\\", false);
}

/// <name>v</name>; name="v"; name="NAME" value="v".
std::optional<Assignment> Reader::ReadElement() {
  if (!quoted_name_ && Before() == '<' && Skip(">"))
    return Plain(AssignmentForm::kElement, "<", true);
  if (!quoted_name_ && Peek() == '=' && IsQuote(Peek(1))) {
    ++at_;
    return Quoted(AssignmentForm::kElement);
  }
  if (!quoted_name_ && Before() == '>' && Skip("</")) {  // <key>name</key><string>v</string>
    for (const std::string_view open : {"<string>", "<value>"}) {
      const std::size_t found = text_.substr(at_, 96).find(open);
      if (found == std::string_view::npos) continue;
      at_ += found + open.size();
      return Plain(AssignmentForm::kPair, "<", true);
    }
    return std::nullopt;
  }
  if (!quoted_name_) return std::nullopt;
  SkipWhite();
  if (Skip("value=") || Skip("Value=") || Skip("connectionString="))
    return Quoted(AssignmentForm::kPair);
  if (Skip(">")) return Plain(AssignmentForm::kElement, "<", true);
  return std::nullopt;
}

/// The name is itself the value of `name:` or `key:`; its value stands under `value:` next to it.
bool Reader::SkipPairValue() {
  const std::size_t start = at_;
  Skip(",");
  SkipWhite();
  const bool quote = IsQuote(Peek());
  if (quote) ++at_;
  for (const std::string_view word : {"value", "Value", "ParameterValue", "stringValue"}) {
    if (!Skip(word)) continue;
    if (quote && IsQuote(Peek())) ++at_;
    SkipBlanks();
    if (Skip(":") || Skip("=")) {
      SkipBlanks();
      return true;
    }
  }
  at_ = start;
  return false;
}

std::optional<Assignment> Reader::ReadUnquoted(AssignmentForm form) {
  switch (syntax_) {
    case Syntax::kYaml:
      return Plain(form, "", true);
    case Syntax::kKeyValue:
      return Plain(form, "", true);
    case Syntax::kShell:
      return Plain(form, ";&|)\"'`", false);
    case Syntax::kText:
      return Plain(form, "\"'`<>,;)", false);
    default:
      return std::nullopt;
  }
}

std::optional<Assignment> Reader::ReadStatement() {
  SkipIndex();
  if (SkipPairValue()) {
    if (IsQuote(Peek())) return Quoted(AssignmentForm::kPair);
    return syntax_ == Syntax::kYaml ? Plain(AssignmentForm::kPair, "", true) : std::nullopt;
  }
  if (const auto fallback = SkipFallback()) {
    SkipWhite();
    return Quoted(*fallback);
  }
  if (syntax_ == Syntax::kCode && !quoted_name_) SkipType();
  const std::size_t blanks_from = at_;
  std::optional<AssignmentForm> form = SkipOperator();
  if (!form && kind_ == FileKind::kDockerfile && at_ > name_.end && IsInstruction())
    form = AssignmentForm::kAssignment;  // ENV N v
  if (!form && kind_ == FileKind::kSql && IsQuote(Peek()))
    form = AssignmentForm::kAssignment;  // PASSWORD 'v'
  if (!form) return std::nullopt;
  const bool shell_blanks =
      syntax_ == Syntax::kShell && kind_ == FileKind::kShell && blanks_from > name_.end;
  if (shell_blanks) return std::nullopt;  // `name = v` is no assignment there
  if (syntax_ == Syntax::kCode || syntax_ == Syntax::kText) {
    syntax_ == Syntax::kCode ? SkipWhite() : SkipBlanks();
  } else {
    SkipBlanks();
  }
  if (std::optional<Assignment> quoted = Quoted(*form)) return quoted;
  if (IsQuote(Peek())) return std::nullopt;
  return ReadUnquoted(*form);
}

std::optional<Assignment> Reader::Read() {
  if (std::optional<Assignment> fallback = ReadDefault()) return fallback;
  if (std::optional<Assignment> option = ReadOption()) return option;
  at_ = name_.end;
  SkipNameEnd();
  if (syntax_ == Syntax::kMarkup) return ReadElement();
  return ReadStatement();
}

}  // namespace

ByteRange IdentifierAt(std::string_view text, ByteRange at, FileKind kind) {
  const bool dashes = IsDashName(SyntaxOf(kind));
  const auto inside = [&](std::size_t index) {
    const char c = text[index];
    return IsNameByte(c) || (c == '-' && dashes) ||
           (c == '.' && index > 0 && index + 1 < text.size() && IsNameByte(text[index - 1]) &&
            IsNameByte(text[index + 1]));
  };
  ByteRange name = at;
  while (name.begin > 0 && at.begin - name.begin < kLongestName && inside(name.begin - 1))
    --name.begin;
  while (name.end < text.size() && name.end - at.end < kLongestName && inside(name.end)) ++name.end;
  while (name.begin < at.begin && (text[name.begin] == '-' || text[name.begin] == '.'))
    ++name.begin;
  while (name.end > at.end && (text[name.end - 1] == '-' || text[name.end - 1] == '.')) --name.end;
  return name;
}

std::optional<Assignment> ReadAssignment(std::string_view text, ByteRange identifier,
                                         FileKind kind) {
  std::optional<Assignment> found = Reader(text, identifier, kind).Read();
  if (found) found->name = text.substr(identifier.begin, identifier.end - identifier.begin);
  return found;
}

}  // namespace gonogo
