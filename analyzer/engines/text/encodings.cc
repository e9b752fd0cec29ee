#include "analyzer/engines/text/encodings.h"

#include <zlib.h>

#include <algorithm>

#include "analyzer/base/check.h"
#include "analyzer/engines/text/alphabets.h"

namespace gonogo {
namespace {

int Base64Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

int Base32Value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= '2' && c <= '7') return c - '2' + 26;
  return -1;
}

/// Digits of `bits` bits each, most significant first.
std::string EncodeBits(std::string_view bytes, unsigned bits, std::string_view digits) {
  std::string out;
  out.reserve(bytes.size() * 8 / bits + 1);
  unsigned buffer = 0;
  unsigned held = 0;
  for (char c : bytes) {
    buffer = ((buffer << 8) | static_cast<unsigned char>(c)) & 0xffff;
    for (held += 8; held >= bits; held -= bits) {
      out += digits[(buffer >> (held - bits)) & (digits.size() - 1)];
    }
  }
  if (held > 0) out += digits[(buffer << (bits - held)) & (digits.size() - 1)];
  return out;
}

template <class ValueOf>
std::optional<std::string> DecodeBits(std::string_view text, unsigned bits, ValueOf value_of) {
  std::string out;
  out.reserve(text.size() * bits / 8);
  unsigned buffer = 0;
  unsigned held = 0;
  for (char c : text) {
    const int value = value_of(c);
    if (value < 0) return std::nullopt;
    buffer = ((buffer << bits) | static_cast<unsigned>(value)) & 0xffff;
    held += bits;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>((buffer >> held) & 0xff);
  }
  if (held >= bits) return std::nullopt;  // a last character that holds no byte
  return out;
}

std::string_view WithoutPadding(std::string_view text) {
  for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  return text;
}

bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::string InBase(std::uint64_t number, std::string_view digits, std::size_t width) {
  std::string out;
  for (; number > 0; number /= digits.size()) out += digits[number % digits.size()];
  while (out.size() < width) out += digits[0];
  std::ranges::reverse(out);
  return out;
}

}  // namespace

bool IsBase64Char(char c) { return Base64Value(c) >= 0; }

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string Base64Encode(std::string_view bytes, Base64Alphabet alphabet) {
  return EncodeBits(bytes, 6, alphabet == Base64Alphabet::kStandard ? kBase64 : kUrlSafe64);
}

std::optional<std::string> Base64Decode(std::string_view text) {
  return DecodeBits(WithoutPadding(text), 6, Base64Value);
}

bool Base64IsCanonical(std::string_view text) {
  text = WithoutPadding(text);
  if (text.empty()) return true;
  const int last = Base64Value(text.back());
  const std::size_t left_over = text.size() * 6 % 8;
  return last >= 0 && left_over < 6 && (last & ((1 << left_over) - 1)) == 0;
}

std::string Base32Encode(std::string_view bytes) { return EncodeBits(bytes, 5, kBase32); }

std::optional<std::string> Base32Decode(std::string_view text) {
  return DecodeBits(text, 5, Base32Value);
}

std::string HexEncode(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kLowerHex[byte >> 4];
    out += kLowerHex[byte & 15];
  }
  return out;
}

std::optional<std::string> HexDecode(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = HexValue(text[i]);
    const int low = HexValue(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
  }
  return out;
}

std::string PercentDecode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && HexValue(text[i + 1]) >= 0 &&
                        HexValue(text[i + 2]) >= 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(HexValue(text[i + 1]) * 16 + HexValue(text[i + 2]));
    i += 2;
  }
  return out;
}

std::string PercentEncode(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (IsUnreserved(c)) {
      out += c;
    } else {
      out += '%' + HexEncode({&c, 1});
    }
  }
  return out;
}

std::uint32_t Crc32(std::string_view bytes) {
  CHECK(bytes.size() <= 0xffffffffu);
  return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const unsigned char*>(bytes.data()),
                                          static_cast<unsigned>(bytes.size())));
}

std::string Base62(std::uint64_t number, std::size_t width) {
  return InBase(number, kAlnum, width);
}

std::string Base36(std::uint64_t number, std::size_t width) {
  return InBase(number, kLowerAlnum, width);
}

}  // namespace gonogo
