#include "analyzer/base/characters.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string Valid(std::string_view text) {
  std::string valid;
  AppendValidUtf8(text, valid);
  return valid;
}

TEST_CASE("invalid bytes become one replacement for each maximal part") {
  struct Row {
    std::string_view bytes, valid;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"},
      {"a\xFFz", "a\xEF\xBF\xBDz"},
      {"a\xE2\x82z", "a\xEF\xBF\xBDz"},                          // cut short: one
      {"\xF0\x9F\x98", "\xEF\xBF\xBD"},                          // at the end: one
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // overlong: one a byte
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // surrogate: one a byte
      {"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // above U+10FFFF
      {"\xE0\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    CHECK(Valid(row.bytes) == row.valid);
  }
}

TEST_CASE("characters are counted and cut whole") {
  const std::string_view text = "a\xC3\xA9\xF0\x9F\x98\x80z";
  CHECK(CountCharacters(text) == 4);
  CHECK(BytesOfFirst(2, text) == 3);
  CHECK(BytesOfFirst(9, text) == text.size());
  CHECK(BytesOfLast(2, text) == 5);
  CHECK(BytesOfLast(9, text) == text.size());
  for (const char32_t point : {U'a', U'é', U'€', U'😀'}) {
    std::string one;
    AppendUtf8(point, one);
    CHECK(CharacterAt(one, 0).point == point);
    CHECK(CharacterAt(one, 0).length == one.size());
  }
}

}  // namespace
}  // namespace gonogo
