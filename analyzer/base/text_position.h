// LineIndex: from a byte offset in a text to line and columns. A line ends at '\n', "\r\n" or a
// lone
// '\r'. Columns are counted in bytes and in UTF-16 code units (the unit of SARIF and LSP); a byte
// that is not part of valid UTF-8 counts as one unit. The index is built once a file, and only for
// files with findings. Behind a terminator at the end of the text stands one more line, which is
// empty: the end of the text needs a position too. An offset inside a character has the column of
// the character behind it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gonogo {

struct TextPosition {
  std::uint64_t offset = 0;        // bytes from the start of the text
  std::uint32_t line = 1;          // 1-based
  std::uint32_t byte_column = 1;   // 1-based, bytes
  std::uint32_t utf16_column = 1;  // 1-based, UTF-16 code units

  bool operator==(const TextPosition&) const = default;
};

/// From start up to, not including, end.
struct TextRegion {
  TextPosition start;
  TextPosition end;

  bool operator==(const TextRegion&) const = default;
};

class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// An offset behind the text means its end. Costs no more on a line of 40 MB than on a short one.
  TextPosition At(std::uint64_t offset) const;
  TextRegion Region(std::uint64_t begin, std::uint64_t end) const;

  std::uint32_t line_count() const;
  /// The line's text without its terminator; line is 1-based and exists.
  std::string_view Line(std::uint32_t line) const;
  /// Where the line begins, in bytes.
  std::uint64_t LineStart(std::uint32_t line) const;

 private:
  /// A place within a long line: its offset and the UTF-16 units between the start of the line and
  /// it.
  struct Checkpoint {
    std::uint64_t offset = 0;
    std::uint64_t units = 0;
  };

  void AddCheckpoints(std::uint64_t begin, std::uint64_t end);
  std::uint64_t UnitsBefore(std::uint64_t line_start, std::uint64_t offset) const;

  std::string_view text_;
  std::vector<std::uint64_t> starts_;
  std::vector<Checkpoint> checkpoints_;
};

}  // namespace gonogo
