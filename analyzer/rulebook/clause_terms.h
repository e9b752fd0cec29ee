// ClauseTerms: what a clause hands to the grades of its rule: the names of its captures and of its
// outcomes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

/// The captures that messages may use, sorted; nullopt where that cannot be said because the clause
/// is wrong, which was reported.
std::optional<std::vector<std::string>> CapturesOf(const MatchAlternative& alternative);

/// Of those, the ones that the author named (groups, patterns' captures, bind names), but for a
/// secret: as facts they must be columns, while what the engine adds need not.
std::vector<std::string> AuthorsCapturesOf(const MatchAlternative& alternative);

/// The names of the outcomes that the clause tells apart; empty where it has but one, without a
/// name. A clause `facts:` has those that its rule names: see TellsGrades().
std::vector<std::string_view> OutcomesOf(const MatchAlternative& alternative);

/// True for a clause `facts:` whose result chooses the grade.
bool TellsGrades(const MatchAlternative& alternative);

}  // namespace gonogo
