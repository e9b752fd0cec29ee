// ValueShape: what a value looks like, measured once. Whether that makes it a secret is judged
// elsewhere (judgement.h).
#pragma once

#include <cstddef>
#include <string_view>

namespace gonogo {

struct ValueShape {
  std::size_t length = 0;
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t digits = 0;
  std::size_t symbols = 0;  // neither letter, digit nor blank; bytes above 127 count as letters
  std::size_t blanks = 0;
  std::size_t distinct = 0;  // different bytes
  std::size_t covered = 0;   // letters that common words explain
  std::size_t switches = 0;  // changes between lower case, upper case, digit and symbol
  double entropy = 0;        // bits per character
  bool hex = false;          // only hexadecimal digits, in one case
  bool base64 = false;       // only base64 or URL-safe base64 characters, padding at the end
  bool uuid = false;

  /// Between 0 and 1: how much of the letters common words explain.
  double Coverage() const {
    return letters == 0 ? 0 : static_cast<double>(covered) / static_cast<double>(letters);
  }
};

ValueShape MeasureValue(std::string_view value);

/// Nothing explains it but chance: long, varied, not made of words.
bool LooksRandom(const ValueShape& shape);

/// Words with separators or camel case, nothing else: an identifier, a key of a message, a phrase.
bool IsMadeOfWords(const ValueShape& shape);

}  // namespace gonogo
