// ClauseCheck: what a clause `text:` must fulfil beyond its form. The regexes compile and mean
// something, `at:` and `secret:` name groups, and every match of the regex holds a keyword: a rule
// is picked by its keywords, so a match without one would be missed in silence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

/// `node` is the map `text:` that the clause was read from.
void CheckTextClause(const YamlNode& node, const TextClause& clause, MistakeList& mistakes);

/// `node` is the map `assignment:`. Names are lower-case words with single blanks between.
void CheckNames(const YamlNode& node, MistakeList& mistakes);

/// The names of a regex's groups, sorted; nullopt where it does not compile.
std::optional<std::vector<std::string>> GroupNames(std::string_view regex);

/// The strings that a match of the regex may hold instead of a keyword; nothing where every match
/// is proved to hold a keyword. `proved` false with no strings: nothing is known about its matches.
struct KeywordProof {
  bool proved = false;
  std::vector<std::string> others;
};
KeywordProof ProveKeywords(std::string_view regex, const std::vector<std::string>& keywords);

}  // namespace gonogo
