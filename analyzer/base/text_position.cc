#include "analyzer/base/text_position.h"

#include <algorithm>

#include "analyzer/base/characters.h"
#include "analyzer/base/check.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kCheckpointDistance = 16 * 1024;

struct Counted {
  std::uint64_t offset;  // the first character boundary at or behind the end
  std::uint64_t units;   // UTF-16 code units of the characters that begin before the end
};

/// `begin` is a character boundary.
Counted CountUnits(std::string_view text, std::uint64_t begin, std::uint64_t end) {
  Counted counted = {begin, 0};
  while (counted.offset < end) {
    if (static_cast<unsigned char>(text[counted.offset]) < 0x80) {
      ++counted.offset;
      ++counted.units;
      continue;
    }
    const Utf8Character character = CharacterAt(text, counted.offset);
    counted.offset += character.valid ? character.length : 1;
    counted.units += character.point > 0xFFFF ? 2 : 1;
  }
  return counted;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(0);
  const auto next = [text](char c, std::uint64_t from) {
    return std::min<std::uint64_t>(text.find(c, from), text.size());
  };
  std::uint64_t line_feed = next('\n', 0);
  std::uint64_t carriage_return = next('\r', 0);
  while (line_feed < text.size() || carriage_return < text.size()) {
    std::uint64_t end = std::min(line_feed, carriage_return);
    if (end == carriage_return) {
      carriage_return = next('\r', end + 1);
      if (line_feed < text.size() && end + 1 == line_feed) ++end;
    }
    if (end == line_feed) line_feed = next('\n', end + 1);
    AddCheckpoints(starts_.back(), end);
    starts_.push_back(end + 1);
  }
  AddCheckpoints(starts_.back(), text.size());
}

void LineIndex::AddCheckpoints(std::uint64_t begin, std::uint64_t end) {
  Checkpoint at = {begin, 0};
  while (end - at.offset > kCheckpointDistance) {
    const Counted counted = CountUnits(text_, at.offset, at.offset + kCheckpointDistance);
    at = {counted.offset, at.units + counted.units};
    checkpoints_.push_back(at);
    if (at.offset > end) break;
  }
}

std::uint64_t LineIndex::UnitsBefore(std::uint64_t line_start, std::uint64_t offset) const {
  const auto behind =
      std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                       [](std::uint64_t o, const Checkpoint& c) { return o < c.offset; });
  Checkpoint from = {line_start, 0};
  if (behind != checkpoints_.begin() && (behind - 1)->offset > line_start) from = *(behind - 1);
  return from.units + CountUnits(text_, from.offset, offset).units;
}

TextPosition LineIndex::At(std::uint64_t offset) const {
  offset = std::min<std::uint64_t>(offset, text_.size());
  const auto behind = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::uint64_t start = *(behind - 1);
  TextPosition position;
  position.offset = offset;
  position.line = static_cast<std::uint32_t>(behind - starts_.begin());
  position.byte_column = static_cast<std::uint32_t>(offset - start + 1);
  position.utf16_column = static_cast<std::uint32_t>(UnitsBefore(start, offset) + 1);
  return position;
}

TextRegion LineIndex::Region(std::uint64_t begin, std::uint64_t end) const {
  return {At(begin), At(end)};
}

std::uint32_t LineIndex::line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

std::uint64_t LineIndex::LineStart(std::uint32_t line) const {
  CHECK(line >= 1 && line <= starts_.size());
  return starts_[line - 1];
}

std::string_view LineIndex::Line(std::uint32_t line) const {
  const std::uint64_t begin = LineStart(line);
  const std::uint64_t end = line < starts_.size() ? starts_[line] : text_.size();
  std::string_view text = text_.substr(begin, end - begin);
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace gonogo
