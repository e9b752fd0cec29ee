// VisibleText: foreign text as it may stand within a message: one line, valid UTF-8, nothing in it
// that moves a terminal's cursor or turns the direction of writing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gonogo {

/// White space becomes a space, other control and direction characters their escapes ("\x1b",
/// "\u202e"), invalid bytes U+FFFD. At most `limit` characters of `raw`, then "…".
std::string VisibleText(std::string_view raw, std::size_t limit);

}  // namespace gonogo
