// ClauseWords: the words without which a `cxx:` clause cannot match, taken from the clause itself.
// A file that has none of them, in its text or in a header that it includes, need not be parsed.
//
// Of a name that is qualified the narrowest useful part counts: its class where the name of that is
// distinctive (ClientContext), else the function's own, else the outermost namespace; never std or
// boost, and never a word that other code is full of (open, Client).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

/// Sorted, without repeats.
std::vector<std::string> WordsOf(const CxxClause& clause);

/// The word that stands for one qualified name, as patterns spell it.
std::string WordOfName(std::string_view name);

}  // namespace gonogo
