// HCL tokens, with the bracket that matches each, so that the reader can step over any expression
// at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

enum class HclSort : std::uint8_t {
  kName,
  kNumber,
  kString,   // "..." with its quotes
  kHeredoc,  // from `<<` to the name that ends it
  kNewline,
  kMark,  // any other character, or two that belong together: `==`, `=>`
  kEnd,
};

struct HclToken {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t match = 0;  // of an opening bracket, the closing one, by index
  HclSort sort = HclSort::kMark;
  bool interpolated = false;  // a string or heredoc with `${` or `%{`
};

struct HclTokens {
  std::vector<HclToken> tokens;  // ends in kEnd
  std::vector<ConfigSpan> comments;
  std::uint32_t error_at = 0;
  std::string error;  // empty where there is none
};

HclTokens TokenizeHcl(std::string_view text, std::uint32_t most_tokens);

}  // namespace gonogo
