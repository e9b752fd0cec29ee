// CxxAlternative: one alternative of a rule with a clause `cxx:`, and the words that all of them
// ask for.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analyzer/engines/cxx/clause_words.h"
#include "analyzer/model/rule.h"

namespace gonogo {

struct CxxAlternative {
  const Rule* rule = nullptr;
  const MatchAlternative* alternative = nullptr;
};

std::vector<CxxAlternative> AlternativesOf(std::span<const Rule* const> rules);

/// Whether only the whole program decides it.
bool IsWide(const CxxAlternative& one);

/// A file's role as a bit of ClauseWord::file_roles.
inline std::uint32_t BitOf(FileRole role) { return 1U << static_cast<unsigned>(role); }

/// Of a part of the tree without those that only the whole program decides.
std::vector<ClauseWord> WordsOfAll(std::span<const CxxAlternative> alternatives, bool whole_tree);

}  // namespace gonogo
