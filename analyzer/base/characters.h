// Characters: reading foreign bytes as UTF-8. Invalid bytes are read as the WHATWG decoder reads
// them, one U+FFFD for each maximal part of a sequence, so that what gonogo counts and hashes
// agrees with browsers and Node.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gonogo {

/// One character of a text, or U+FFFD for bytes that are none.
struct Utf8Character {
  char32_t point = 0;
  std::uint32_t length = 1;  // bytes it takes in the text
  bool valid = true;
};

/// The character that begins at `at`, which is below text.size().
Utf8Character CharacterAt(std::string_view text, std::size_t at);

/// `point` is a Unicode scalar value.
void AppendUtf8(char32_t point, std::string& into);

bool IsValidUtf8(std::string_view text);

/// Appends `text`, each invalid part of it as U+FFFD.
void AppendValidUtf8(std::string_view text, std::string& into);

std::uint64_t CountCharacters(std::string_view text);

/// How many bytes the first `characters` characters take, or all of them.
std::size_t BytesOfFirst(std::uint64_t characters, std::string_view text);

/// How many bytes the last `characters` characters of valid UTF-8 take, or all of them.
std::size_t BytesOfLast(std::uint64_t characters, std::string_view text);

}  // namespace gonogo
