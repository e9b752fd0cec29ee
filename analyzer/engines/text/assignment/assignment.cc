#include "analyzer/engines/text/assignment/assignment.h"

#include <span>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"
#include "analyzer/engines/text/assignment/value.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestName = 128;

using Reader = std::optional<Assignment> (*)(const NamePlace& place);

// In the order in which they are asked: what is more special stands first.
constexpr Reader kReaders[] = {ReadExpansion,     ReadOption,    ReadPair,
                               ReadFallback,      ReadDefault,   ReadDirective,
                               ReadInsideLiteral, ReadStatement, ReadValueBefore};
constexpr Reader kMarkupReaders[] = {ReadExpansion, ReadOption, ReadElement};

/// The identifier in quotes: there it may hold dashes, and colons in C# and JSON.
bool IsQuotedRange(std::string_view text, ByteRange name) {
  return name.begin > 0 && name.end < text.size() && IsQuote(text[name.begin - 1]) &&
         text[name.end] == text[name.begin - 1];
}

ByteRange Widen(std::string_view text, ByteRange at, std::string_view inner) {
  const auto inside = [&](std::size_t index) {
    const char c = text[index];
    const bool between = index > 0 && index + 1 < text.size();
    return IsNameByte(c) ||
           (inner.contains(c) &&
            (c == '-' || (between && IsNameByte(text[index - 1]) && IsNameByte(text[index + 1]))));
  };
  ByteRange name = at;
  while (name.begin > 0 && at.begin - name.begin < kLongestName && inside(name.begin - 1))
    --name.begin;
  while (name.end < text.size() && name.end - at.end < kLongestName && inside(name.end)) ++name.end;
  return name;
}

/// Without dashes and dots at its ends.
ByteRange Trim(std::string_view text, ByteRange at, ByteRange name) {
  const auto outer = [&](std::size_t index) { return text[index] == '-' || text[index] == '.'; };
  while (name.begin < at.begin && outer(name.begin)) ++name.begin;
  while (name.end > at.end && outer(name.end - 1)) --name.end;
  return name;
}

/// `password.equals("v")`, `password.orElse("v")`: a call on the name itself.
struct CallOnName {
  std::string_view ending;
  AssignmentForm form;
};
constexpr CallOnName kCallsOnName[] = {
    {".equals", AssignmentForm::kComparison},
    {".Equals", AssignmentForm::kComparison},
    {".equalsIgnoreCase", AssignmentForm::kComparison},
    {".isEqualTo", AssignmentForm::kComparison},
    {".orElse", AssignmentForm::kDefault},
    {".getOrElse", AssignmentForm::kDefault},
    {".unwrap_or", AssignmentForm::kDefault},
};

std::optional<Assignment> ReadCallOnName(const NamePlace& place, const CallOnName& call) {
  Cursor cursor(place.text(), place.range().end);
  if (!cursor.Skip("(")) return std::nullopt;
  return ReadQuoted(cursor, call.form);
}

/// "identified by", "api key" outside quotes: prose in a comment, or SQL.
bool IsProse(const NamePlace& place) {
  const bool code = place.IsCode() || place.syntax() == Syntax::kShell;
  return code && !place.quoted() && place.name().contains(' ');
}

/// `no-ask-password` of --no-ask-password, where dashes end an identifier.
std::string_view WholeOption(std::string_view text, ByteRange name) {
  const ByteRange whole = Trim(text, name, Widen(text, name, "-."));
  return text.substr(whole.begin, name.end - whole.begin);
}

std::optional<Assignment> ReadAnyForm(const NamePlace& place) {
  if (IsProse(place)) return ReadDirective(place);
  const bool markup = place.syntax() == Syntax::kMarkup;
  const std::span<const Reader> readers =
      markup ? std::span<const Reader>(kMarkupReaders) : std::span<const Reader>(kReaders);
  for (const Reader read : readers) {
    if (std::optional<Assignment> found = read(place)) return found;
  }
  return std::nullopt;
}

}  // namespace

ByteRange IdentifierAt(std::string_view text, ByteRange at, FileKind kind) {
  const Syntax syntax = SyntaxOf(kind);
  const bool colons = kind == FileKind::kCSharp || kind == FileKind::kJson;
  const ByteRange quoted = Widen(text, at, colons ? "-.:" : "-.");
  if (IsQuotedRange(text, quoted)) return Trim(text, at, quoted);
  const bool dashes = syntax != Syntax::kCode && syntax != Syntax::kShell;
  return Trim(text, at, Widen(text, at, dashes ? "-." : "."));
}

std::optional<Assignment> ReadAssignment(std::string_view text, ByteRange identifier,
                                         FileKind kind) {
  std::string_view name = text.substr(identifier.begin, identifier.end - identifier.begin);
  for (const CallOnName& call : kCallsOnName) {
    if (!name.ends_with(call.ending)) continue;
    std::optional<Assignment> found = ReadCallOnName({text, identifier, kind}, call);
    name.remove_suffix(call.ending.size());
    if (found) found->name = name;
    return found;
  }
  std::optional<Assignment> found = ReadAnyForm({text, identifier, kind});
  if (!found) return std::nullopt;
  found->name = found->form == AssignmentForm::kOption ? WholeOption(text, identifier) : name;
  return found;
}

}  // namespace gonogo
