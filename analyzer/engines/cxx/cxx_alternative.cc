#include "analyzer/engines/cxx/cxx_alternative.h"

#include <algorithm>
#include <utility>

namespace gonogo {
namespace {

/// Code of others is parsed for those that call it, whatever the rule's own files are.
std::uint32_t RolesOf(const FileFilter& files) {
  if (files.roles.empty()) return UINT32_MAX;
  std::uint32_t roles = BitOf(FileRole::kVendored);
  for (const FileRole role : files.roles) roles |= BitOf(role);
  return roles;
}

/// Waiting for a fact that no rule states would be in vain.
bool Waits(const Rule& rule, std::span<const CxxAlternative> alternatives) {
  return !rule.fact_where.empty() &&
         std::ranges::any_of(alternatives, [&](const CxxAlternative& one) {
           return one.rule->fact == rule.fact_where;
         });
}

}  // namespace

std::vector<CxxAlternative> AlternativesOf(std::span<const Rule* const> rules) {
  std::vector<CxxAlternative> found;
  for (const Rule* rule : rules) {
    for (const MatchAlternative& alternative : rule->match) {
      if (alternative.type == ClauseType::kCxx && alternative.cxx != nullptr)
        found.push_back({rule, &alternative});
    }
  }
  return found;
}

bool IsWide(const CxxAlternative& one) {
  const CxxClauseSort sort = one.alternative->cxx->sort;
  return sort == CxxClauseSort::kTypestate || sort == CxxClauseSort::kTaint ||
         sort == CxxClauseSort::kLoop;
}

std::vector<ClauseWord> WordsOfAll(std::span<const CxxAlternative> alternatives, bool whole_tree) {
  std::vector<ClauseWord> words;
  for (const CxxAlternative& one : alternatives) {
    if (!whole_tree && IsWide(one)) continue;
    const bool waits = Waits(*one.rule, alternatives);
    for (ClauseWord& word : WordsOf(*one.alternative->cxx)) {
      word.file_roles = RolesOf(one.alternative->files);
      if (waits && word.role != WordRole::kContext) {
        word.role = WordRole::kLater;
        word.after = {std::string(one.rule->fact_where)};
      }
      words.push_back(std::move(word));
    }
  }
  return MergedWords(std::move(words));
}

}  // namespace gonogo
