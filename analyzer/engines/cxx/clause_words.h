// ClauseWords: the words without which a `cxx:` clause cannot match, taken from the clause itself.
// A file that has none of them, in its text or in a header that it includes, need not be parsed.
//
// Of a name that is qualified the narrowest useful part counts: its class where the name of that is
// distinctive (ClientContext), else the function's own, else the outermost namespace; never std or
// boost, and never a word that other code is full of (open, Client). Where the outermost namespace
// does not count itself it has to stand there as well: GetCallback is cpr's only where cpr is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/engines/cxx/word_scan.h"
#include "analyzer/model/rule.h"

namespace gonogo {

/// What a word that stands in a file asks for, the most first.
enum class WordRole : std::uint8_t {
  kAsks,  // to have it parsed
  /// To have it parsed if a parsed file calls it: where it sets a bound, or uses by a common name
  /// what others make.
  kHelps,
  kLater,    // to have it parsed when a fact of a kind of `after` is known
  kContext,  // nothing; other words need it
};

struct ClauseWord {
  std::string text;
  WordPlace place = WordPlace::kAnywhere;
  bool cpp = false;  // of a qualified name: no C file can mean it
  WordRole role = WordRole::kAsks;
  /// Namespaces, by text and sorted, one of which has to be spoken of too, in the file or in what
  /// it includes. Empty: the word stands alone.
  std::vector<std::string> needs = {};
  /// Of a class: the methods, sorted, of which a unit has to call one where a header names the
  /// class. Empty: any unit that includes the header may use it.
  std::vector<std::string> calls = {};
  std::vector<std::string> after = {};    // kinds of facts, sorted; where the role is kLater
  std::uint32_t file_roles = UINT32_MAX;  // a bit for each FileRole in whose files it counts
  bool opens = false;  // it opens a path: asked for where such a path comes from another file

  bool operator==(const ClauseWord&) const = default;
};

/// By text, without repeats: of two the one that is found more often.
std::vector<ClauseWord> WordsOf(const CxxClause& clause);
/// The same of several lists.
std::vector<ClauseWord> MergedWords(std::vector<ClauseWord> words);

/// Whether a word is of several parts and so long that other code has it by no chance.
bool IsDistinctive(std::string_view name);

/// The word that stands for the name of a pattern, and what it needs.
ClauseWord WordOfName(std::string_view name);

}  // namespace gonogo
