// Edit distance: what a wrong word was probably meant to be. Serves "did you mean" in rule files,
// in .gonogo.yaml, in suppressions and on the command line.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// Insertions, deletions, replacements and swaps of neighbours, each counted once, without case.
/// Words above 64 bytes are not compared: the answer is then the length of the longer one.
std::size_t EditDistance(std::string_view a, std::string_view b);

/// The options that look like `word`, best first, at most `count`. Equal ones keep their order.
std::vector<std::string_view> SimilarWords(std::string_view word,
                                           std::span<const std::string_view> options,
                                           std::size_t count);

/// `; did you mean "severity"?`, or nothing where no option looks like `word`.
std::string DidYouMean(std::string_view word, std::span<const std::string_view> options);

}  // namespace gonogo
