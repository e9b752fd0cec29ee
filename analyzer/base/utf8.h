// Utf8: where characters begin and end in bytes that may or may not be UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace gonogo {

/// Bytes of the character that `text`, which is not empty, begins with; 0 where no valid character
/// begins (overlong forms, surrogates and what is above U+10FFFF are not valid).
std::size_t Utf8Length(std::string_view text);

}  // namespace gonogo
