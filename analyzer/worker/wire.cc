#include "analyzer/worker/wire.h"

#include <fmt/format.h>

#include <cmath>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
// A byte that is part of no character is written as an escape of this half surrogate plus the byte,
// which no valid text contains.
constexpr unsigned kRawByte = 0xdc00;

void AppendEscape(unsigned unit, std::string& into) {
  into += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) into += kHex[unit >> shift & 15];
}

bool IsPlain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x7f && c != '"' && c != '\\';
}

bool IsPartOfNumber(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

}  // namespace

void WireWriter::Number(double number) {
  if (std::isfinite(number)) {
    text_ += fmt::format("{}", number);
  } else {
    Text(std::isnan(number) ? "nan" : number < 0 ? "-inf" : "inf");
  }
}

void WireWriter::Text(std::string_view text) {
  text_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && IsPlain(text[end])) ++end;
    text_ += text.substr(at, end - at);
    at = end;
    if (at == text.size()) break;
    const Utf8Character character = CharacterAt(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!character.valid) {
      for (std::uint32_t i = 0; i < character.length; ++i)
        AppendEscape(kRawByte | static_cast<unsigned char>(text[at + i]), text_);
    } else if (character.length > 1) {
      text_ += text.substr(at, character.length);
    } else if (byte == '"' || byte == '\\') {
      text_ += {'\\', text[at]};
    } else {
      AppendEscape(byte, text_);
    }
    at += character.length;
  }
  text_ += '"';
}

void WireWriter::WriteTexts(const Texts& texts) {
  char before = '{';
  if (texts.empty()) text_ += before;
  for (const auto& [key, text] : texts) {
    text_ += std::exchange(before, ',');
    Text(key);
    text_ += ':';
    Text(text);
  }
  text_ += '}';
}

void WireReader::Refuse(std::string_view what) {
  if (ok()) error_ = fmt::format("byte {}: {}", at_, what);
}

void WireReader::SkipSpace() {
  while (at_ < text_.size() &&
         (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) {
    ++at_;
  }
}

bool WireReader::Take(char c) {
  SkipSpace();
  if (!ok() || at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

void WireReader::Expect(char c) {
  if (!Take(c)) Refuse(fmt::format("\"{}\" is expected", c));
}

void WireReader::Enter(char open) {
  Expect(open);
  if (++depth_ > most_depth_) Refuse("nested too deeply");
}

void WireReader::Charge(std::size_t bytes) {
  if (bytes > bytes_left_) return Refuse("larger than the limit");
  bytes_left_ -= bytes;
}

void WireReader::End() {
  SkipSpace();
  if (at_ < text_.size()) Refuse("something behind the end");
}

std::string_view WireReader::NumberToken() {
  SkipSpace();
  const std::size_t begin = at_;
  while (at_ < text_.size() && IsPartOfNumber(text_[at_])) ++at_;
  if (begin == at_) Refuse("a number is expected");
  return text_.substr(begin, at_ - begin);
}

void WireReader::Real(double& value) {
  SkipSpace();
  if (at_ < text_.size() && text_[at_] == '"') {
    std::string name;
    Text(name);
    if (name == "nan") {
      value = std::numeric_limits<double>::quiet_NaN();
    } else if (name == "inf" || name == "-inf") {
      value = std::numeric_limits<double>::infinity() * (name == "inf" ? 1 : -1);
    } else {
      Refuse("a number is expected");
    }
    return;
  }
  value = Number<double>(std::numeric_limits<double>::max());
}

std::string_view WireReader::Key() {
  Expect('"');
  const std::size_t begin = at_;
  while (at_ < text_.size() && IsPlain(text_[at_])) ++at_;
  const std::string_view key = text_.substr(begin, at_ - begin);
  Expect('"');
  Expect(':');
  return key;
}

unsigned WireReader::HexEscape() {
  unsigned unit = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    const std::size_t digit = at_ < text_.size() ? kHex.find(text_[at_]) : std::string_view::npos;
    if (digit == std::string_view::npos) {
      Refuse("a wrong escape");
      return 0;
    }
    unit = unit << 4 | static_cast<unsigned>(digit);
  }
  return unit;
}

/// Behind a backslash.
void WireReader::Escape(std::string& value) {
  const char c = at_ < text_.size() ? text_[at_++] : '\0';
  if (c == '"' || c == '\\' || c == '/') {
    value += c;
    return;
  }
  if (c != 'u') return Refuse("a wrong escape");
  const unsigned unit = HexEscape();
  if (unit >= (kRawByte | 0x80) && unit <= (kRawByte | 0xff)) {
    value += static_cast<char>(unit & 0xff);
  } else if (unit >= 0xd800 && unit <= 0xdfff) {
    Refuse("half a surrogate");
  } else {
    AppendUtf8(static_cast<char32_t>(unit), value);
  }
}

void WireReader::Text(std::string& value) {
  Expect('"');
  while (ok()) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsPlain(text_[at_])) ++at_;
    value += text_.substr(begin, at_ - begin);
    if (at_ == text_.size()) return Refuse("a text without an end");
    if (text_[at_] == '"') break;
    if (text_[at_] == '\\') {
      ++at_;
      Escape(value);
      continue;
    }
    const Utf8Character character = CharacterAt(text_, at_);
    if (!character.valid || static_cast<unsigned char>(text_[at_]) < 0x20)
      return Refuse("a byte that must be written as an escape");
    value += text_.substr(at_, character.length);
    at_ += character.length;
  }
  if (ok()) ++at_;
  if (value.size() > sizeof(std::string) / 2) Charge(value.size());
}

void WireReader::ReadTexts(Texts& texts) {
  Enter('{');
  if (!Take('}')) {
    do {
      std::string key;
      Text(key);
      Expect(':');
      Charge(4 * sizeof(std::string));
      if (texts.contains(key)) return Refuse("a key that stands there twice");
      Text(texts[key]);
    } while (ok() && Take(','));
    Expect('}');
  }
  --depth_;
}

}  // namespace gonogo
