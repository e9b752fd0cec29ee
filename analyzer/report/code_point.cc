#include "analyzer/report/code_point.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

#include <fmt/format.h>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Controls and format characters that act instead of being seen (Unicode general category Cc, most
// of Cf, Zl, Zp), and surrogates and non-characters by way of validity.
constexpr Range kUnsafe[] = {
    {0x00, 0x1F},       {0x7F, 0x9F},       {0xAD, 0xAD},       {0x61C, 0x61C},   {0x180E, 0x180E},
    {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x206F},   {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE007F},
};

// Blocks of combining marks: they are drawn onto the character before.
constexpr Range kZeroWidth[] = {
    {0x300, 0x36F},   {0x483, 0x489},     {0x591, 0x5BD},   {0x610, 0x61A},   {0x64B, 0x65F},
    {0x6D6, 0x6DC},   {0x93C, 0x93C},     {0x94D, 0x94D},   {0xE31, 0xE31},   {0xE34, 0xE3A},
    {0xE47, 0xE4E},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF},
};

// Blocks of East Asian wide characters and of emoji that are drawn two columns wide.
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x26A1, 0x26A1},
    {0x26BD, 0x26BE},   {0x26D4, 0x26D4},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2795, 0x2797},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

bool In(std::span<const Range> ranges, char32_t value) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), value,
                       [](char32_t v, const Range& range) { return v < range.first; });
  return after != ranges.begin() && value <= std::prev(after)->last;
}

}  // namespace

CodePoint CodePointAt(std::string_view text, std::size_t offset) {
  const Utf8Character character = CharacterAt(text, offset);
  if (character.valid) return {character.point, character.length, true};
  return {static_cast<unsigned char>(text[offset]), 1, false};
}

bool IsUnsafeToShow(char32_t value) { return In(kUnsafe, value); }

int DisplayWidth(char32_t value) {
  if (value < 0x300) return 1;
  if (In(kZeroWidth, value)) return 0;
  return In(kWide, value) ? 2 : 1;
}

std::string Shown(std::string_view text, std::size_t offset, const CodePoint& point) {
  const auto number = static_cast<std::uint32_t>(point.value);
  if (!point.valid) return fmt::format("\\x{:02X}", number);
  if (point.value == '\n') return "\\n";
  if (point.value == '\t') return "\\t";
  if (point.value == '\r') return "\\r";
  if (IsUnsafeToShow(point.value)) return fmt::format("\\u{{{:X}}}", number);
  return std::string(text.substr(offset, point.length));
}

std::string ShownText(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = CodePointAt(text, offset);
    shown += Shown(text, offset, point);
    offset += point.length;
  }
  return shown;
}

std::string ValidUtf8(std::string_view text) {
  if (IsValidUtf8(text)) return std::string(text);
  std::string valid;
  valid.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint point = CodePointAt(text, offset);
    valid += point.valid ? text.substr(offset, point.length) : std::string_view("\uFFFD");
    offset += point.length;
  }
  return valid;
}

std::string Shortened(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  std::size_t count = 0;
  std::size_t kept = 0;  // bytes of the first limit - 1 points
  for (std::size_t offset = 0; offset < text.size();) {
    if (++count == limit) kept = offset;
    if (count > limit) return std::string(text.substr(0, kept)) + "…";
    offset += CodePointAt(text, offset).length;
  }
  return std::string(text);
}

}  // namespace gonogo
