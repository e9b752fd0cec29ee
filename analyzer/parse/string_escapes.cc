#include "analyzer/parse/string_escapes.h"

#include <optional>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

std::optional<char32_t> HexAt(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(at, digits)) {
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      value = value * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return value;
}

bool IsScalarValue(char32_t point) {
  return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

/// `\uXXXX`, of which two may make one character.
std::size_t AppendUnit(std::string_view text, std::size_t at, std::string& into) {
  const auto first = HexAt(text, at + 2, 4);
  if (!first) return 0;
  const bool leads = *first >= 0xD800 && *first < 0xDC00;
  if (leads && text.substr(at + 6).starts_with("\\u")) {
    const auto second = HexAt(text, at + 8, 4);
    if (second && *second >= 0xDC00 && *second < 0xE000) {
      AppendUtf8(0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), into);
      return 12;
    }
  }
  AppendUtf8(IsScalarValue(*first) ? *first : 0xFFFD, into);
  return 6;
}

std::size_t AppendPoint(std::string_view text, std::size_t at, std::size_t digits,
                        std::string& into) {
  const auto point = HexAt(text, at + 2, digits);
  if (!point || !IsScalarValue(*point)) return 0;
  AppendUtf8(*point, into);
  return 2 + digits;
}

char ControlOf(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case 'e':
      return '\x1B';
    default:
      return '\0';
  }
}

}  // namespace

std::size_t AppendEscape(std::string_view text, std::size_t at, std::string& into) {
  if (at + 1 >= text.size()) return 0;
  const char letter = text[at + 1];
  if (letter == 'u') return AppendUnit(text, at, into);
  if (letter == 'U') return AppendPoint(text, at, 8, into);
  if (letter == 'x') return AppendPoint(text, at, 2, into);
  if (letter == '\n') return 2;
  if (letter == '\r') return text.substr(at + 2).starts_with('\n') ? 3 : 2;
  if (letter == '"' || letter == '\'' || letter == '\\' || letter == '/') {
    into += letter;
    return 2;
  }
  const char control = ControlOf(letter);
  if (control != '\0') into += control;
  return control == '\0' ? 0 : 2;
}

std::string Unescape(std::string_view text) {
  std::string unescaped;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '\\') {
      unescaped += text[at++];
      continue;
    }
    const std::size_t length = AppendEscape(text, at, unescaped);
    at += length == 0 ? 1 : length;
  }
  return unescaped;
}

}  // namespace gonogo
