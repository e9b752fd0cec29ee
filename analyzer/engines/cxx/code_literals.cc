#include "analyzer/engines/cxx/code_literals.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "analyzer/engines/cxx/clause_words.h"

namespace gonogo {
namespace {

/// The bracket may stand on the next line. (Literals that end alike are scanned fastest: a name
/// alone would cost more than the three.)
void AddCall(const std::string& word, std::vector<WantedText>& literals) {
  for (const std::string_view behind : {"(", " (", "\n"})
    literals.push_back({word + std::string(behind), 0});
}

/// "Any call" has no name to look for.
bool IsName(std::string_view word) { return std::ranges::all_of(word, IsIdentifierByte); }

void AddWord(const ClauseWord& word, std::vector<WantedText>& literals) {
  switch (word.place) {
    case WordPlace::kAnywhere:
      literals.push_back({word.text, 0});
      break;
    case WordPlace::kCall:
      AddCall(word.text, literals);
      break;
    case WordPlace::kScope:
      literals.push_back({word.text + "::", 0});
      for (const std::string_view before : {"::", "namespace "})
        literals.push_back({std::string(before) + word.text, before.size()});
      break;
  }
}

void AddDirectives(std::vector<WantedText>& literals) {
  for (const std::string_view hash : {"#", "# ", "#\t", "#  ", "#   "})
    literals.push_back({std::string(hash) + "include", hash.size()});
}

}  // namespace

std::vector<WantedText> CodeLiteralsOf(std::span<const Rule* const> rules) {
  std::vector<ClauseWord> words;
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      if (alternative.type != ClauseType::kCxx || alternative.cxx == nullptr) continue;
      std::ranges::move(WordsOf(*alternative.cxx), std::back_inserter(words));
    }
  }
  std::vector<WantedText> literals;
  for (const ClauseWord& word : MergedWords(std::move(words))) {
    if (IsName(word.text)) AddWord(word, literals);
  }
  if (literals.empty()) return literals;
  AddCall("main", literals);
  for (const std::string_view name : kCounterNames) literals.push_back({std::string(name), 0});
  literals.push_back({std::string(kReconnectStem), 0});
  AddDirectives(literals);
  std::ranges::sort(literals);
  const auto repeated = std::ranges::unique(literals);
  literals.erase(repeated.begin(), repeated.end());
  return literals;
}

}  // namespace gonogo
