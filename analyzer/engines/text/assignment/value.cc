#include "analyzer/engines/text/assignment/value.h"

#include <algorithm>

#include "analyzer/engines/text/assignment/quoted_literal.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestPlain = 512;

/// A conversion around the literal: `String::from(`, `SecretStr(`, `[]byte(`. What must close it:
/// brackets alone may hold more than one literal.
char SkipWrapper(Cursor& cursor) {
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
                                            "str_init(",
                                            "ngx_string(",
                                            "STRING(",
                                            "STR(",
                                            "std::string_view(",
                                            "SecretString::from(",
                                            "SecretString::new(",
                                            "Secret::new(",
                                            "Zeroizing::new(",
                                            "stringPtr(",
                                            "pointer.String(",
                                            "ptr.String(",
                                            "ptr.To(",
                                            "lo.ToPtr(",
                                            "proto.String(",
                                            "types.StringValue(",
                                            "StringValue(",
                                            "Optional.ofNullable(",
                                            "Uint8List.fromList(utf8.encode(",
                                            "utf8.encode(",
                                            "OsString::from(",
                                            "CString(",
                                            "bytes(",
                                            "Optional.of(",
                                            "lazy(",
                                            "std::string(",
                                            "std::string{",
                                            "QString(",
                                            "QStringLiteral(",
                                            "_T(",
                                            "TEXT(",
                                            "Just ",
                                            "pulumi.secret(",
                                            "new SecureString(",
                                            "SecretKey(",
                                            "Field(",
                                            "ConvertTo-SecureString -String ",
                                            "ConvertTo-SecureString ",
                                            "PASSWORD(",
                                            "N",
                                            "(",
                                            "{",
                                            "string.Empty + "};
  const std::size_t start = cursor.at();
  for (const std::string_view wrapper : kWrappers) {
    if (cursor.Skip(wrapper)) break;
  }
  if (cursor.at() == start) return '\0';
  const std::string_view wrapper = cursor.text().substr(start, cursor.at() - start);
  if (wrapper != "N") cursor.SkipWhite();
  if (!IsQuote(cursor.Peek()) && !IsQuote(cursor.Peek(1)) && cursor.Peek(1) != '#') {
    cursor.MoveTo(start);
    return '\0';
  }
  if (wrapper == "(") return ')';
  return wrapper == "{" ? '}' : '\0';
}

bool IsClosed(Cursor cursor, char closing) {
  cursor.SkipWhite();
  return closing == '\0' || cursor.Peek() == closing;
}

/// A literal that is only the pattern of the value: "{}-{}".format(x), "%s" % x.
bool IsFilledIn(std::string_view text, std::size_t end) {
  return text.compare(end, 8, ".format(") == 0 || text.compare(end, 3, " % ") == 0;
}

}  // namespace

std::optional<Assignment> ReadQuoted(Cursor& cursor, AssignmentForm form) {
  const std::size_t start = cursor.at();
  const char closing = SkipWrapper(cursor);
  if (cursor.Peek() == '\\' && IsQuote(cursor.Peek(1))) {  // a literal inside a literal: \"v\"
    cursor.MoveTo(cursor.at() + 2);
    return ReadPlain(cursor, form, {"\\\"'", true});
  }
  const std::optional<QuotedLiteral> literal = ReadQuotedLiteral(cursor.text(), cursor.at());
  const bool whole = literal && !literal->dynamic && !IsFilledIn(cursor.text(), literal->end) &&
                     IsClosed({cursor.text(), literal->end}, closing);
  if (!whole) {
    cursor.MoveTo(start);
    return std::nullopt;
  }
  cursor.MoveTo(literal->end);
  Assignment found;
  found.form = form;
  found.value = literal->inside;
  found.text = literal->text;
  found.quoted = true;
  found.joined = literal->joined;
  return found;
}

std::optional<Assignment> ReadPlain(Cursor& cursor, AssignmentForm form, PlainEnds ends) {
  const std::string_view text = cursor.text();
  const std::size_t begin = cursor.at();
  const std::size_t limit = std::min(text.size(), begin + kLongestPlain + 1);
  std::size_t end = begin;
  for (; end < limit; ++end) {
    const char c = text[end];
    if (IsLineEnd(c) || ends.stops.find(c) != std::string_view::npos) break;
    if (!ends.blanks_inside && IsBlank(c)) break;
    if ((c == '#' || c == ';') && end > begin && IsBlank(text[end - 1])) break;  // a comment
  }
  if (end - begin > kLongestPlain) return std::nullopt;
  while (end > begin && IsBlank(text[end - 1])) --end;
  if (end == begin) return std::nullopt;
  cursor.MoveTo(end);
  Assignment found;
  found.form = form;
  found.value = {begin, end};
  found.text = text.substr(begin, end - begin);
  return found;
}

std::optional<Assignment> ReadRestOfLine(Cursor& cursor, AssignmentForm form) {
  const std::size_t start = cursor.at();
  std::optional<Assignment> found = ReadPlain(cursor, form, {});
  if (!found) return found;
  Cursor rest = cursor;
  rest.SkipBlanks();
  const char next = rest.Peek();
  if (next == '\0' || IsLineEnd(next) || next == '#') return found;
  cursor.MoveTo(start);
  return std::nullopt;
}

}  // namespace gonogo
