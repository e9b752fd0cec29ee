#include "analyzer/base/characters.h"

#include <cstring>

namespace gonogo {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// What a lead byte promises: how many bytes follow, and what the first of them may be. The bounds
/// of the second byte exclude overlong forms, surrogates and points above U+10FFFF, as in table 3-7
/// of Unicode.
struct Lead {
  std::uint32_t following = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Lead LeadOf(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0};
}

/// The first byte from `at` on that is not ASCII, or the end. Eight at a time: nearly all text is
/// ASCII.
std::size_t AsciiEnd(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  for (std::uint64_t eight = 0; at + sizeof(eight) <= text.size(); at += sizeof(eight)) {
    std::memcpy(&eight, text.data() + at, sizeof(eight));
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

Utf8Character CharacterAt(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = LeadOf(first);
  if (lead.following == 0) return {kReplacement, 1, false};
  char32_t point = first & (0x3FU >> lead.following);
  for (std::uint32_t i = 1; i <= lead.following; ++i) {
    if (at + i >= text.size()) return {kReplacement, i, false};
    const auto next = static_cast<unsigned char>(text[at + i]);
    const unsigned char low = i == 1 ? lead.low : 0x80;
    const unsigned char high = i == 1 ? lead.high : 0xBF;
    if (next < low || next > high) return {kReplacement, i, false};
    point = (point << 6) | (next & 0x3FU);
  }
  return {point, lead.following + 1, true};
}

void AppendUtf8(char32_t point, std::string& into) {
  const auto tail = [&](int shift) {
    into.push_back(static_cast<char>(0x80U | ((point >> shift) & 0x3FU)));
  };
  if (point < 0x80) {
    into.push_back(static_cast<char>(point));
  } else if (point < 0x800) {
    into.push_back(static_cast<char>(0xC0U | (point >> 6)));
    tail(0);
  } else if (point < 0x10000) {
    into.push_back(static_cast<char>(0xE0U | (point >> 12)));
    tail(6);
    tail(0);
  } else {
    into.push_back(static_cast<char>(0xF0U | (point >> 18)));
    tail(12);
    tail(6);
    tail(0);
  }
}

bool IsValidUtf8(std::string_view text) {
  for (std::size_t i = AsciiEnd(text, 0); i < text.size(); i = AsciiEnd(text, i)) {
    const Utf8Character character = CharacterAt(text, i);
    if (!character.valid) return false;
    i += character.length;
  }
  return true;
}

void AppendValidUtf8(std::string_view text, std::string& into) {
  std::size_t copied = 0;
  for (std::size_t i = AsciiEnd(text, 0); i < text.size(); i = AsciiEnd(text, i)) {
    const Utf8Character character = CharacterAt(text, i);
    if (!character.valid) {
      into.append(text.substr(copied, i - copied));
      AppendUtf8(kReplacement, into);
      copied = i + character.length;
    }
    i += character.length;
  }
  into.append(text.substr(copied));
}

std::uint64_t CountCharacters(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t ascii = AsciiEnd(text, i);
    count += ascii - i;
    i = ascii;
    if (i == text.size()) break;
    i += CharacterAt(text, i).length;
    ++count;
  }
  return count;
}

std::size_t BytesOfFirst(std::uint64_t characters, std::string_view text) {
  std::size_t i = 0;
  for (; i < text.size() && characters > 0; --characters) {
    i += static_cast<unsigned char>(text[i]) < 0x80 ? 1 : CharacterAt(text, i).length;
  }
  return i;
}

std::size_t BytesOfLast(std::uint64_t characters, std::string_view text) {
  std::size_t begin = text.size();
  for (; begin > 0 && characters > 0; --characters) {
    --begin;
    while (begin > 0 && IsContinuation(text[begin])) --begin;
  }
  return text.size() - begin;
}

}  // namespace gonogo
