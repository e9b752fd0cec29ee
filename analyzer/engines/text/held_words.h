// Whether one of several words stands in a text, as it is written.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace gonogo {

inline bool HoldsAny(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.contains(word); });
}

}  // namespace gonogo
