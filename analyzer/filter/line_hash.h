// LineHash: the number in GitHub's primaryLocationLineHash. For each line a rolling hash over its
// first 100 characters and those of the lines that follow, blanks left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// One hash a line; a line ends at "\n", "\r\n" or "\r", and the text after the last end is a line
/// too. Of the lines behind the first `lines` there may be none.
std::vector<std::uint64_t> LineHashes(std::string_view text,
                                      std::size_t lines = std::numeric_limits<std::size_t>::max());

/// "hex:ordinal", hex without leading zeros.
std::string LineHashText(std::uint64_t hash, std::uint64_t ordinal);

}  // namespace gonogo
