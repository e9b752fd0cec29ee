#include "analyzer/base/text_position.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

struct Row {
  std::string text;
  std::uint64_t offset;
  std::uint32_t line;
  std::uint32_t byte_column;
  std::uint32_t utf16_column;
};

TEST_CASE("a byte offset has a line and two columns") {
  const Row rows[] = {
      {"", 0, 1, 1, 1},
      {"ab", 1, 1, 2, 2},
      {"ab", 9, 1, 3, 3},  // behind the text
      {"a\nb", 2, 2, 1, 1},
      {"a\n", 2, 2, 1, 1},
      {"a\r\nb", 3, 2, 1, 1},
      {"a\r\nb", 2, 1, 3, 3},  // between CR and LF
      {"a\rb", 2, 2, 1, 1},
      {"a\r", 2, 2, 1, 1},
      {"\r\r\n\n", 1, 2, 1, 1},
      {"\r\r\n\n", 3, 3, 1, 1},
      {"\r\r\n\n", 4, 4, 1, 1},
      {"\xC3\xA9x", 2, 1, 3, 2},          // two bytes, one unit
      {"\xE2\x82\xACx", 3, 1, 4, 2},      // three bytes, one unit
      {"\xF0\x9F\x98\x80x", 4, 1, 5, 3},  // four bytes, two units
      {"\xF0\x9F\x98\x80x", 2, 1, 3, 3},  // inside a character
      {"\xC3x", 1, 1, 2, 2},              // cut off
      {"\x80\x80x", 2, 1, 3, 3},          // continuation without lead
      {"\xC0\xAFx", 2, 1, 3, 3},          // overlong
      {"\xE0\x80\x80x", 3, 1, 4, 4},      // overlong
      {"\xED\xA0\x80x", 3, 1, 4, 4},      // surrogate
      {"\xF4\x90\x80\x80x", 4, 1, 5, 5},  // above U+10FFFF
      {"\xF8x", 1, 1, 2, 2},
      {"\xE2\x82\nx", 3, 2, 1, 1},
      {"\n\xE2\x82", 3, 2, 3, 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.offset);
    const TextPosition at = LineIndex(row.text).At(row.offset);
    CHECK(at.offset == std::min<std::uint64_t>(row.offset, row.text.size()));
    CHECK(at.line == row.line);
    CHECK(at.byte_column == row.byte_column);
    CHECK(at.utf16_column == row.utf16_column);
  }
}

TEST_CASE("lines are given without their terminators") {
  const std::string text = "one\ntwo\r\nthree\rfour\n\r\n\rlast\n";
  const LineIndex index(text);
  const std::vector<std::string> lines = {"one", "two", "three", "four", "", "", "last", ""};
  REQUIRE(index.line_count() == lines.size());
  for (std::uint32_t line = 1; line <= lines.size(); ++line) {
    CHECK(index.Line(line) == lines[line - 1]);
    CHECK(index.At(index.LineStart(line)).line == line);
    CHECK(index.At(index.LineStart(line)).byte_column == 1);
  }
}

TEST_CASE("columns on a very long line agree with counting from its start") {
  std::string text = "first\n";
  const std::uint64_t start = text.size();
  const std::string piece = "ab\xF0\x9F\x98\x80\xE2\x82\xAC\xFF";  // 10 bytes, 6 units
  for (int i = 0; i < 30'000; ++i) text += piece;
  text += "\nshort \xC3\xA9!";
  const LineIndex index(text);
  for (std::uint64_t i = 0; i <= 30'000; i += 7) {
    const TextPosition at = index.At(start + i * piece.size());
    REQUIRE(at.line == 2);
    REQUIRE(at.byte_column == i * 10 + 1);
    REQUIRE(at.utf16_column == i * 6 + 1);
  }
  CHECK(index.At(text.size()).line == 3);
  CHECK(index.At(text.size()).utf16_column == 9);
}

TEST_CASE("a region runs from one position to another") {
  const LineIndex index("a\nbc\nd");
  const TextRegion region = index.Region(3, 6);
  CHECK(region.start.line == 2);
  CHECK(region.start.byte_column == 2);
  CHECK(region.end.line == 3);
  CHECK(region.end.byte_column == 2);
}

}  // namespace
}  // namespace gonogo
