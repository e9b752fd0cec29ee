// The hash of a window of characters c0..c99 is c0 * 37^99 + ... + c99, modulo 2^64. It is rolled
// over the UTF-16 code units of the text: each new unit multiplies by 37 and the one that leaves
// the window is taken out again. A line's hash is read off when the window has moved so far that
// the line's first character is the next to leave. 65535 ends the text, and zeros behind it let the
// last lines pass through.
//
// What looks arbitrary here is how GitHub's action computes it, and the vectors in the test hold us
// to it: a line feed is skipped only directly behind a carriage return (a blank between them makes
// two line ends), and a text that ends in a line feed has one more, empty line.
#include "analyzer/filter/line_hash.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kModulus = 37;
constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kEndOfText = 65535;

constexpr std::uint64_t Power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= base;
  return power;
}

class RollingHash {
 public:
  void Add(std::uint64_t unit) {
    if (unit == ' ' || unit == '\t' || (unit == '\n' && after_carriage_return_)) {
      after_carriage_return_ = false;
      return;
    }
    after_carriage_return_ = unit == '\r';
    if (after_carriage_return_) unit = '\n';
    ReadOff();
    begins_line_[at_] = line_starts_;
    line_starts_ = unit == '\n';
    Push(unit);
  }

  std::vector<std::uint64_t> Finish() && {
    Add(kEndOfText);
    for (std::size_t i = 0; i < kWindow; ++i) {
      ReadOff();
      Push(0);
    }
    return std::move(hashes_);
  }

 private:
  /// The unit at at_ is the oldest of the window.
  void ReadOff() {
    if (begins_line_[at_]) hashes_.push_back(hash_);
    begins_line_[at_] = false;
  }

  void Push(std::uint64_t unit) {
    constexpr std::uint64_t kLeaving = Power(kModulus, kWindow);
    hash_ = kModulus * hash_ + unit - kLeaving * window_[at_];
    window_[at_] = unit;
    at_ = (at_ + 1) % kWindow;
  }

  std::array<std::uint64_t, kWindow> window_{};
  std::array<bool, kWindow> begins_line_{};
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  bool line_starts_ = true;
  bool after_carriage_return_ = false;
  std::vector<std::uint64_t> hashes_;
};

}  // namespace

std::vector<std::uint64_t> LineHashes(std::string_view text) {
  RollingHash hash;
  for (std::size_t i = 0; i < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[i]); byte < 0x80) {
      hash.Add(byte);
      ++i;
      continue;
    }
    const Utf8Character character = CharacterAt(text, i);
    i += character.length;
    if (character.point < 0x10000) {
      hash.Add(character.point);
    } else {
      hash.Add(0xD800 + ((character.point - 0x10000) >> 10));
      hash.Add(0xDC00 + ((character.point - 0x10000) & 0x3FF));
    }
  }
  return std::move(hash).Finish();
}

std::string LineHashText(std::uint64_t hash, std::uint64_t ordinal) {
  return fmt::format("{:x}:{}", hash, ordinal);
}

}  // namespace gonogo
