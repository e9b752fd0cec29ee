#include "analyzer/engines/text/assignment/common_words.h"

#include <algorithm>
#include <array>

// The list is data that the assembler copies in as it is: sorted lines, so a search needs no table.
__asm__(
    ".pushsection .rodata\n"
    ".global gonogo_common_words_begin\n"
    ".global gonogo_common_words_end\n"
    "gonogo_common_words_begin:\n"
    ".incbin \"" GONOGO_COMMON_WORDS
    "\"\n"
    "gonogo_common_words_end:\n"
    ".popsection\n");

extern "C" const char gonogo_common_words_begin;
extern "C" const char gonogo_common_words_end;

namespace gonogo {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 14;
constexpr std::size_t kLongestRun = 128;

std::string_view AllWords() {
  return {&gonogo_common_words_begin,
          static_cast<std::size_t>(&gonogo_common_words_end - &gonogo_common_words_begin)};
}

/// The lines of the list that begin with the same letters.
class LinesOfPrefix {
 public:
  LinesOfPrefix() : all_(AllWords()), end_(all_.size()) {}

  /// Those that begin with it: every run of letters asks.
  static LinesOfPrefix Of(char first) {
    static const std::array<LinesOfPrefix, 26> kOfLetters = [] {
      std::array<LinesOfPrefix, 26> lines;
      for (std::size_t i = 0; i < lines.size(); ++i) lines[i].Narrow(static_cast<char>('a' + i));
      return lines;
    }();
    if (first >= 'a' && first <= 'z') return kOfLetters[static_cast<std::size_t>(first - 'a')];
    LinesOfPrefix lines;
    lines.Narrow(first);
    return lines;
  }

  /// Keeps those that go on with `letter`.
  void Narrow(char letter) {
    if (letter == '\n') end_ = begin_;
    begin_ = FirstFrom(letter);
    end_ = FirstFrom(static_cast<char>(letter + 1));
    ++length_;
  }

  bool IsEmpty() const { return begin_ >= end_; }
  bool HoldsPrefix() const { return !IsEmpty() && all_[begin_ + length_] == '\n'; }

 private:
  /// The start of the first line that goes on with `letter` or a later one. A line that ends here
  /// goes on with its break, which comes before all letters.
  std::size_t FirstFrom(char letter) const {
    std::size_t low = begin_;  // both at the start of a line, or at the end of the list
    std::size_t high = end_;
    while (low < high) {
      std::size_t middle = low + (high - low) / 2;
      while (middle > low && all_[middle - 1] != '\n') --middle;
      if (all_[middle + length_] < letter) {
        low = all_.find('\n', middle) + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  std::string_view all_;
  std::size_t begin_ = 0;
  std::size_t end_;
  std::size_t length_ = 0;
};

}  // namespace

bool IsCommonWord(std::string_view word) {
  if (word.size() < kShortest || word.size() > kLongest) return false;
  LinesOfPrefix lines = LinesOfPrefix::Of(word[0]);
  for (const char letter : word.substr(1)) {
    if (lines.IsEmpty()) return false;
    lines.Narrow(letter);
  }
  return lines.HoldsPrefix();
}

std::size_t LettersCovered(std::string_view run) {
  run = run.substr(0, kLongestRun);
  std::array<std::size_t, kLongestRun + 1> covered{};  // of the first i letters
  for (std::size_t begin = 0; begin < run.size(); ++begin) {
    if (begin > 0) covered[begin] = std::max(covered[begin], covered[begin - 1]);
    LinesOfPrefix lines = LinesOfPrefix::Of(run[begin]);
    const std::size_t longest = std::min(kLongest, run.size() - begin);
    for (std::size_t length = 2; length <= longest && !lines.IsEmpty(); ++length) {
      lines.Narrow(run[begin + length - 1]);
      std::size_t& with = covered[begin + length];
      if (length >= kShortest && lines.HoldsPrefix())
        with = std::max(with, covered[begin] + length);
    }
  }
  return run.empty() ? 0 : std::max(covered[run.size()], covered[run.size() - 1]);
}

}  // namespace gonogo
