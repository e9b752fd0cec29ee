// CharOffsets: from a number of characters, in which libyaml counts, to bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gonogo {

/// A text of invalid UTF-8 is read up to its first error only, so that bytes behind it do not
/// matter.
class CharOffsets {
 public:
  explicit CharOffsets(std::string_view text) : text_(text) {
    const auto is_high = [](char c) { return (c & 0x80) != 0; };
    const auto first = std::find_if(text.begin(), text.end(), is_high);
    ascii_ = static_cast<std::size_t>(first - text.begin());
    std::size_t characters = 0;
    for (std::size_t byte = ascii_; byte < text.size(); ++byte) {
      if ((text[byte] & 0xC0) == 0x80) continue;
      if (characters++ % kDistance == 0) marks_.push_back(static_cast<std::uint32_t>(byte));
    }
  }

  std::uint32_t ByteOf(std::size_t character) const {
    if (character <= ascii_) return static_cast<std::uint32_t>(character);
    const std::size_t behind = character - ascii_;
    const std::size_t mark = std::min(behind / kDistance, marks_.size() - 1);
    if (marks_.empty()) return static_cast<std::uint32_t>(text_.size());
    std::size_t byte = marks_[mark];
    for (std::size_t left = behind - mark * kDistance; left > 0 && byte < text_.size(); --left) {
      do {
        ++byte;
      } while (byte < text_.size() && (text_[byte] & 0xC0) == 0x80);
    }
    return static_cast<std::uint32_t>(byte);
  }

 private:
  static constexpr std::size_t kDistance = 32;  // characters between two marks

  std::string_view text_;
  std::size_t ascii_ = 0;             // bytes in front of the first that is not ASCII
  std::vector<std::uint32_t> marks_;  // bytes of every 32nd character behind them
};

}  // namespace gonogo
