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

}  // namespace

bool IsCommonWord(std::string_view word) {
  if (word.size() < kShortest || word.size() > kLongest) return false;
  const std::string_view all = AllWords();
  std::size_t low = 0;  // both at the start of a line, or at the end of the list
  std::size_t high = all.size();
  while (low < high) {
    std::size_t middle = low + (high - low) / 2;
    while (middle > low && all[middle - 1] != '\n') --middle;
    const std::size_t end = all.find('\n', middle);
    const std::string_view line = all.substr(middle, end - middle);
    if (line == word) return true;
    if (line < word) {
      low = end + 1;
    } else {
      high = middle;
    }
  }
  return false;
}

std::size_t LettersCovered(std::string_view run) {
  run = run.substr(0, kLongestRun);
  std::array<std::size_t, kLongestRun + 1> covered{};  // of the first i letters
  for (std::size_t end = 1; end <= run.size(); ++end) {
    covered[end] = covered[end - 1];
    for (std::size_t length = kShortest; length <= std::min(kLongest, end); ++length) {
      const std::size_t with = covered[end - length] + length;
      if (with > covered[end] && IsCommonWord(run.substr(end - length, length)))
        covered[end] = with;
    }
  }
  return covered[run.size()];
}

}  // namespace gonogo
