#include "analyzer/cache/literal_text.h"

#include <algorithm>
#include <cstdint>

#include "analyzer/base/ascii.h"
#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

constexpr std::string_view kSimple = "abfnrtv\\\"'?";
constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\\"'?";

int DigitOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 16;
}

/// Reads digits of a base, at most `most`; how many there were is what `text` loses.
std::uint32_t TakeNumber(std::string_view& text, int base, std::size_t most) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < most && !text.empty() && DigitOf(text[0]) < base; ++i) {
    number =
        number * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(DigitOf(text[0]));
    text.remove_prefix(1);
  }
  return number;
}

/// Behind a backslash.
bool TakeEscape(std::string_view& text, std::string& into) {
  const char c = text[0];
  if (const std::size_t at = kSimple.find(c); at != std::string_view::npos) {
    into += kMeanings[at];
    text.remove_prefix(1);
    return true;
  }
  if (c >= '0' && c <= '7') {
    into += static_cast<char>(TakeNumber(text, 8, 3) & 0xff);
    return true;
  }
  if (c != 'x' && c != 'u' && c != 'U') return false;
  text.remove_prefix(1);
  const std::size_t most = c == 'x' ? 2 : c == 'u' ? 4 : 8;
  const std::size_t before = text.size();
  const std::uint32_t number = TakeNumber(text, 16, most);
  if (c == 'x') {
    into += static_cast<char>(number);
    return before != text.size();
  }
  const bool scalar = number <= 0x10ffff && (number < 0xd800 || number > 0xdfff);
  if (before - text.size() != most || !scalar) return false;
  AppendUtf8(static_cast<char32_t>(number), into);
  return true;
}

/// Between R" and the end: delimiter(text)delimiter".
std::optional<std::string> DecodeRaw(std::string_view token) {
  const std::size_t open = token.find('(');
  if (open == std::string_view::npos) return std::nullopt;
  const std::string close = ")" + std::string(token.substr(0, open)) + "\"";
  if (token.size() < open + 1 + close.size() || !token.ends_with(close)) return std::nullopt;
  return std::string(token.substr(open + 1, token.size() - open - 1 - close.size()));
}

}  // namespace

std::optional<std::string> DecodeLiteral(std::string_view token) {
  for (const std::string_view prefix : {"u8", "u", "U", "L"}) {
    if (!token.starts_with(prefix)) continue;
    token.remove_prefix(prefix.size());
    break;
  }
  // The suffix of a user-defined literal, such as "x"s, is no part of the text.
  const std::size_t quote = token.rfind('"');
  const auto is_of_name = [](char c) { return IsLetter(c) || IsDigit(c) || c == '_'; };
  if (quote != std::string_view::npos && std::ranges::all_of(token.substr(quote + 1), is_of_name))
    token = token.substr(0, quote + 1);
  if (token.starts_with("R\"")) return DecodeRaw(token.substr(2));
  if (token.size() < 2 || token.front() != '"' || token.back() != '"') return std::nullopt;
  token = token.substr(1, token.size() - 2);
  std::string text;
  while (!token.empty()) {
    const char c = token[0];
    token.remove_prefix(1);
    if (c != '\\') {
      text += c;
    } else if (token.empty() || !TakeEscape(token, text)) {
      return std::nullopt;
    }
  }
  return text;
}

}  // namespace gonogo
