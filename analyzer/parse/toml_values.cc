#include "analyzer/parse/toml_values.h"

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/string_escapes.h"

namespace gonogo {
namespace {

bool IsWordChar(char c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || c == '+' || c == '-' || c == '.' || c == ':';
}

/// Digits with single underscores between them.
template <class IsDigitOfBase>
bool AreDigits(std::string_view text, IsDigitOfBase is_digit) {
  bool behind_digit = false;
  for (const char c : text) {
    if (c == '_' ? !behind_digit : !is_digit(c)) return false;
    behind_digit = c != '_';
  }
  return behind_digit;
}

bool IsHex(char c) { return IsDigit(c) || (LowerCase(c) >= 'a' && LowerCase(c) <= 'f'); }

bool IsNumber(std::string_view word) {
  if (word.starts_with("0x")) return AreDigits(word.substr(2), IsHex);
  if (word.starts_with("0o")) {
    return AreDigits(word.substr(2), [](char c) { return c >= '0' && c <= '7'; });
  }
  if (word.starts_with("0b")) {
    return AreDigits(word.substr(2), [](char c) { return c == '0' || c == '1'; });
  }
  if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
  if (word == "inf" || word == "nan") return true;
  const std::size_t exponent = std::min(word.find_first_of("eE"), word.size());
  if (exponent < word.size()) {
    std::string_view digits = word.substr(exponent + 1);
    if (digits.starts_with('+') || digits.starts_with('-')) digits.remove_prefix(1);
    if (!AreDigits(digits, IsDigit)) return false;
  }
  const std::string_view mantissa = word.substr(0, exponent);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const std::string_view whole = mantissa.substr(0, point);
  if (!AreDigits(whole, IsDigit) || (whole.size() > 1 && whole.front() == '0')) return false;
  return point == mantissa.size() || AreDigits(mantissa.substr(point + 1), IsDigit);
}

/// The shape of the text: a date, a time, or both. '9' in the pattern is a digit.
bool HasShape(std::string_view text, std::string_view pattern) {
  return text.size() >= pattern.size() &&
         std::equal(pattern.begin(), pattern.end(), text.begin(),
                    [](char p, char c) { return p == '9' ? IsDigit(c) : p == c; });
}

bool IsTime(std::string_view text) {
  if (!HasShape(text, "99:99:99")) return false;
  text.remove_prefix(8);
  if (text.starts_with('.')) {
    const auto end = std::find_if_not(text.begin() + 1, text.end(), IsDigit);
    if (end == text.begin() + 1) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
  }
  if (text.empty() || text == "Z" || text == "z") return true;
  return (text.front() == '+' || text.front() == '-') && text.size() == 6 &&
         HasShape(text.substr(1), "99:99");
}

bool IsDateOrTime(std::string_view text) {
  if (!HasShape(text, "9999-99-99")) return IsTime(text) && IsDigit(text.back());
  if (text.size() == 10) return true;
  const char between = text[10];
  return (between == 'T' || between == 't' || between == ' ') && IsTime(text.substr(11));
}

/// Behind a backslash at the end of a line all blanks and line breaks go.
std::size_t SkipLineContinuation(std::string_view raw, std::size_t at) {
  std::size_t end = at + 1;
  while (end < raw.size() && IsInlineSpace(raw[end])) ++end;
  if (end == raw.size() || !IsLineBreak(raw[end])) return 0;
  while (end < raw.size() && IsAnySpace(raw[end])) ++end;
  return end - at;
}

bool Decode(std::string_view raw, bool several_lines, std::string& text) {
  for (std::size_t at = 0; at < raw.size();) {
    if (raw[at] != '\\') {
      text += raw[at++];
      continue;
    }
    std::size_t length = several_lines ? SkipLineContinuation(raw, at) : 0;
    if (length == 0) length = AppendEscape(raw, at, text);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

/// The quote that ends a string of one line; npos.
std::size_t EndOfShort(std::string_view text, std::size_t at, char quote) {
  for (; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == quote) return at;
    if (text[at] == '\\' && quote == '"') ++at;
  }
  return std::string_view::npos;
}

/// The first of the three quotes that end a string; up to two more may stand in front of them.
std::size_t EndOfLong(std::string_view text, std::size_t at, char quote) {
  const std::string three(3, quote);
  for (; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text.substr(at).starts_with(three)) {
      for (int more = 0; more < 2 && text.substr(at + 1).starts_with(three); ++more) ++at;
      return at;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool ReadTomlString(TextScanner& scanner, TomlNode& value) {
  const char quote = scanner.Peek();
  const bool several_lines = scanner.Peek(1) == quote && scanner.Peek(2) == quote;
  const std::size_t width = several_lines ? 3 : 1;
  const std::size_t begin = scanner.at() + width;
  const std::size_t end = several_lines ? EndOfLong(scanner.text(), begin, quote)
                                        : EndOfShort(scanner.text(), begin, quote);
  if (end == std::string_view::npos) return false;
  std::string_view raw = scanner.text().substr(begin, end - begin);
  if (several_lines && raw.starts_with("\r\n")) raw.remove_prefix(2);
  if (several_lines && raw.starts_with('\n')) raw.remove_prefix(1);
  value.style = several_lines
                    ? NodeStyle::kLiteral
                    : (quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted);
  if (quote == '"') {
    if (!Decode(raw, several_lines, value.text)) return false;
  } else {
    value.text = raw;
  }
  value.decoded = several_lines || value.text != raw;
  scanner.MoveTo(static_cast<std::uint32_t>(end + width));
  return true;
}

bool ReadTomlWord(TextScanner& scanner, TomlNode& value) {
  const std::uint32_t begin = scanner.at();
  scanner.SkipWhile(IsWordChar);
  // A date and a time may have a blank between them.
  if (scanner.at() - begin == 10 && HasShape(scanner.From(begin), "9999-99-99") &&
      scanner.Peek() == ' ' && IsDigit(scanner.Peek(1))) {
    scanner.Skip();
    scanner.SkipWhile(IsWordChar);
  }
  const std::string_view word = scanner.From(begin);
  value.text = word;
  if (word == "true" || word == "false" || IsNumber(word) || IsDateOrTime(word)) return true;
  scanner.MoveTo(begin);
  return false;
}

}  // namespace gonogo
