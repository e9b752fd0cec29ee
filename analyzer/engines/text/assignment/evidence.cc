#include "analyzer/engines/text/assignment/evidence.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"

namespace gonogo {

bool IsValueRandom(const Evidence& e) { return LooksRandom(e.given.shape); }

bool IsGivenInConfig(const Evidence& e) {
  const Assignment& given = e.given.assignment;
  return IsConfigKind(e.given.kind) || (e.given.kind == FileKind::kUnknown && given.quoted &&
                                        given.form == AssignmentForm::kAssignment);
}

std::string WordBeforeName(const Evidence& e) {
  const std::vector<std::string> words = WordsOf(e.given.assignment.name);
  const auto name = std::ranges::find(words, e.name);
  return name == words.begin() || name == words.end() ? "" : *std::prev(name);
}

bool HoldsWholeWord(std::string_view lower, std::string_view word) {
  for (std::size_t at = lower.find(word); at != lower.npos; at = lower.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !IsLower(lower[at - 1]);
    const bool ends = end == lower.size() || !IsLower(lower[end]);
    if (begins || ends) return true;
  }
  return false;
}

}  // namespace gonogo
