#include <algorithm>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {
// Only ASCII letters: the picker folds no others.
std::string LowerKeyword(std::string_view keyword) { return LowerCase(keyword); }

std::vector<std::string> KeywordsOf(std::span<const Rule* const> rules) {
  std::vector<std::string> keywords = {"gonogo:ignore"};
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      for (std::string_view keyword : alternative.text.keywords) {
        keywords.push_back(LowerKeyword(keyword));
      }
    }
  }
  std::ranges::sort(keywords);
  keywords.erase(std::ranges::unique(keywords).begin(), keywords.end());
  return keywords;
}

}  // namespace gonogo
