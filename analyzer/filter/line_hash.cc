// The hash of a window of characters c0..c99 is c0 * 37^99 + ... + c99, modulo 2^64. It is rolled
// over the UTF-16 code units of the text, and a line's is that of the window that begins with it.
// 65535 ends the text, and zeros behind it fill the windows of the last lines.
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

consteval std::uint64_t Power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < exponent; ++i) power *= base;
  return power;
}

/// The hash of a window is what all units up to its end add up to, less what those before it do.
class WindowHashes {
 public:
  void Add(std::uint64_t unit) {
    if (unit == ' ' || unit == '\t' || (unit == '\n' && after_carriage_return_)) {
      after_carriage_return_ = false;
      return;
    }
    after_carriage_return_ = unit == '\r';
    if (after_carriage_return_) unit = '\n';
    if (line_starts_) lines_[(first_ + waiting_++) % kWindow] = {count_ + kWindow, sum_};
    line_starts_ = unit == '\n';
    Push(unit);
  }

  /// ASCII without blanks and line ends.
  void AddWord(std::string_view word) {
    after_carriage_return_ = false;
    if (line_starts_) lines_[(first_ + waiting_++) % kWindow] = {count_ + kWindow, sum_};
    line_starts_ = false;
    // In registers: this is most of the text.
    std::uint64_t sum = sum_;
    std::size_t count = count_;
    for (const char c : word) {
      sum = kModulus * sum + static_cast<unsigned char>(c);
      if (++count != lines_[first_].due) continue;
      sum_ = sum;
      FillWindow();
    }
    sum_ = sum;
    count_ = count;
  }

  /// Lines whose hash stands.
  std::size_t filled() const { return hashes_.size(); }

  std::vector<std::uint64_t> Finish() && {
    Add(kEndOfText);
    while (waiting_ > 0) Push(0);
    return std::move(hashes_);
  }

 private:
  struct Line {
    std::size_t due = 0;  // the count of units at which its window is full
    std::uint64_t before = 0;
  };

  void Push(std::uint64_t unit) {
    sum_ = kModulus * sum_ + unit;
    if (++count_ == lines_[first_].due) FillWindow();
  }

  void FillWindow() {
    hashes_.push_back(sum_ - Power(kModulus, kWindow) * lines_[first_].before);
    first_ = (first_ + 1) % kWindow;
    --waiting_;
  }

  std::array<Line, kWindow> lines_{};  // a line has a unit or more: no more wait than fill a window
  std::size_t first_ = 0;
  std::size_t waiting_ = 0;
  std::size_t count_ = 0;
  std::uint64_t sum_ = 0;
  bool line_starts_ = true;
  bool after_carriage_return_ = false;
  std::vector<std::uint64_t> hashes_;
};

bool IsGraphic(char c) { return c > ' ' && c <= '~'; }

}  // namespace

std::vector<std::uint64_t> LineHashes(std::string_view text, std::size_t lines) {
  WindowHashes hashes;
  for (std::size_t i = 0; i < text.size() && hashes.filled() < lines;) {
    std::size_t end = i;
    while (end < text.size() && IsGraphic(text[end])) ++end;
    if (end > i) {
      hashes.AddWord(text.substr(i, end - i));
      i = end;
      continue;
    }
    if (const auto byte = static_cast<unsigned char>(text[i]); byte < 0x80) {
      hashes.Add(byte);
      ++i;
      continue;
    }
    const Utf8Character character = CharacterAt(text, i);
    i += character.length;
    if (character.point < 0x10000) {
      hashes.Add(character.point);
    } else {
      hashes.Add(0xD800 + ((character.point - 0x10000) >> 10));
      hashes.Add(0xDC00 + ((character.point - 0x10000) & 0x3FF));
    }
  }
  return std::move(hashes).Finish();
}

std::string LineHashText(std::uint64_t hash, std::uint64_t ordinal) {
  return fmt::format("{:x}:{}", hash, ordinal);
}

}  // namespace gonogo
