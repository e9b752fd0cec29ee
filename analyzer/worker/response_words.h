// Response files: `@file` in a compile command stands for the words of that file. Bounded in depth,
// size and number of words; a file that may not be read counts as empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/worker/flag_filter.h"

namespace gonogo {

/// The words of a text as a shell's, as GCC reads response files: quotes and backslashes, no more.
std::vector<std::string> SplitWords(std::string_view text);

/// The arguments of the request with each `@file` replaced by its words.
std::vector<std::string> ExpandResponseFiles(const FlagRequest& request);

}  // namespace gonogo
