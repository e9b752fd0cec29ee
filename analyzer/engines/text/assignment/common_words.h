// CommonWords: the words that identifiers, keys and prose of public source trees are made of
// (rules/words/common.txt, measured by document frequency). A value that they explain is a name or
// a phrase, not a random secret.
#pragma once

#include <cstddef>
#include <string_view>

namespace gonogo {

/// True for a lower-case word of the list (3 to 14 letters).
bool IsCommonWord(std::string_view word);

/// How many letters of a lower-case run common words can cover, at most.
std::size_t LettersCovered(std::string_view run);

}  // namespace gonogo
