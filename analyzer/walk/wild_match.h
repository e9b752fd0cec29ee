// WildMatch: one wildcard pattern against one path, with the meaning that git gives it: `*` and `?`
// do not cross a slash, `**` between slashes does, `[a-z]`, `[!x]` and `[[:alpha:]]` are sets, `\`
// takes the next character as it is. Time is bounded by a count of steps, so that no pattern can
// stall a run.
#pragma once

#include <cstdint>
#include <string_view>

namespace gonogo {

enum class WildAnswer : std::uint8_t { kMatch, kNoMatch, kTooCostly };

/// Takes what it used off `steps`; kTooCostly once there are none left.
WildAnswer WildMatch(std::string_view pattern, std::string_view path, std::uint64_t& steps);

/// How many bytes at the start of a pattern stand for themselves.
std::size_t LiteralPrefix(std::string_view pattern);

}  // namespace gonogo
