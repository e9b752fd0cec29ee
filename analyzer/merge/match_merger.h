// MatchMerger: one cause, one match. What several rules say about one place is reduced to the most
// exact statement; which one does not depend on the order of rules or matches.
#pragma once

#include <vector>

#include "analyzer/model/finding.h"

namespace gonogo {

struct MergedMatches {
  std::vector<Match> kept;           // by place, then rule id
  std::vector<Rejection> outspoken;  // said more exactly by another, or made out of another
};

/// 1. The same rule speaks once about one range. 2. A match of a rule that is named in another's
/// `over:` goes where a match of that other rule overlaps it. 3. Of matches whose secrets overlap
/// one stays: a proved one before others, then of a rule with `over:`, of higher precision, plain
/// before decoded, of a longer secret, of higher severity, by rule id.
/// Of what stays then, tokens that were made out of one another are none (edited_tokens.h).
MergedMatches MergeMatches(std::string_view text, std::vector<Match> matches);

}  // namespace gonogo
