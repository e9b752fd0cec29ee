// Words of the mini language; see mini_unit.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

struct MiniToken {
  std::string text;
  char sort = 0;  // n: name, 0: number, ": text, else punctuation
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Throws: the text of a test is wrong.
[[noreturn]] void FailMini(const MiniToken& token, const std::string& what);

/// Ends with an empty token.
std::vector<MiniToken> SplitMini(std::string_view text);

}  // namespace gonogo
