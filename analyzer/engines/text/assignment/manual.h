// Manual: places that explain how something is used: blocks of code in a manual, the texts that
// document a function in the code itself.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/model/file_kind.h"

namespace gonogo {

/// Between two lines of backticks or tildes.
bool IsInFence(std::string_view text, std::uint64_t at);

/// `"""..."""` that documents a module or a function in Python and Elixir, `/** ... */`.
bool IsInDocumentation(std::string_view text, std::uint64_t at, FileKind kind);

}  // namespace gonogo
