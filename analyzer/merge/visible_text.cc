#include "analyzer/merge/visible_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

bool IsWhiteSpace(char32_t point) {
  return (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0x2028 || point == 0x2029;
}

/// Zero-width and direction characters: text that reads otherwise than it is.
bool IsDeceptive(char32_t point) {
  return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x2069) || point == 0x061C || point == 0xFEFF;
}

void AppendVisible(char32_t point, std::string& into) {
  if (IsWhiteSpace(point)) {
    into.push_back(' ');
  } else if (point < 0x20 || (point >= 0x7F && point < 0xA0)) {
    fmt::format_to(std::back_inserter(into), "\\x{:02x}", static_cast<unsigned>(point));
  } else if (IsDeceptive(point)) {
    fmt::format_to(std::back_inserter(into), "\\u{:04x}", static_cast<unsigned>(point));
  } else {
    AppendUtf8(point, into);
  }
}

}  // namespace

std::string VisibleText(std::string_view raw, std::size_t limit) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
  if (raw.size() <= limit && std::ranges::all_of(raw, is_plain)) return std::string(raw);
  std::string visible;
  std::size_t count = 0;
  for (std::size_t i = 0; i < raw.size(); ++count) {
    if (count == limit) return visible + "…";
    const Utf8Character character = CharacterAt(raw, i);
    AppendVisible(character.point, visible);
    i += character.length;
  }
  return visible;
}

}  // namespace gonogo
