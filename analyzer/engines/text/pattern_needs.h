// PatternNeeds: what every match of a regex must hold, read off the regex's text:
// a run of bytes of one class, one byte of a small class, words. Where the text
// says nothing plainly, nothing is needed.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

using ByteClass = std::bitset<256>;

struct PatternNeeds {
  ByteClass run;               // bytes of one class in a row
  std::size_t run_length = 0;  // how many; 0: none is needed
  ByteClass byte;              // one of these; none where it is empty
  /// Of each group one word, whatever its case; they are in lower case.
  std::vector<std::vector<std::string>> words;
};

/// Of a pattern in RE2's syntax, with Latin-1 as its encoding.
PatternNeeds NeedsOf(std::string_view pattern);

}  // namespace gonogo
