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

struct ClauseWord {
  std::string text;
  bool call = false;  // a function's name: it counts where it is called
  bool cpp = false;   // of a qualified name: no C file can mean it
  /// What only helps: where a file sets a bound, or uses by a common name what others make, it
  /// matters only to files that call it.
  bool helper = false;

  bool operator==(const ClauseWord&) const = default;
};

/// By text, without repeats: of two the one that is found more often.
std::vector<ClauseWord> WordsOf(const CxxClause& clause);
/// The same of several lists.
std::vector<ClauseWord> MergedWords(std::vector<ClauseWord> words);

/// Whether a word is of several parts and so long that other code has it by no chance.
bool IsDistinctive(std::string_view name);

/// The word that stands for one qualified name, as patterns spell it.
std::string WordOfName(std::string_view name);

}  // namespace gonogo
