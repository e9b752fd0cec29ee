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

/// The names of the outcomes that the clause tells apart; empty where it has but one, without a
/// name.
std::vector<std::string_view> OutcomesOf(const MatchAlternative& alternative);

}  // namespace gonogo
