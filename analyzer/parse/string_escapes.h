// String escapes: `\n`, `\x41`, `\u0041` and their like, as JSON, JSON5, TOML and HCL share them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gonogo {

/// Reads the escape at `at`, which is a backslash, and appends what it stands for; answers how many
/// bytes it takes, or 0 where it is none that any of these formats knows. A line break behind the
/// backslash stands for nothing.
std::size_t AppendEscape(std::string_view text, std::size_t at, std::string& into);

/// Unescapes a whole text. An unknown escape stands for its character.
std::string Unescape(std::string_view text);

}  // namespace gonogo
