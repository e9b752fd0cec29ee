// EditedTokens: tokens that somebody made out of one another. Where chance makes tokens, two of one
// format agree in few places; two that agree in most of their second half are one token and what
// was typed over it, for a test or a mock.
#pragma once

#include <vector>

#include "analyzer/model/finding.h"

namespace gonogo {

/// Takes out of `matches`, those of one file, what was made by editing, and gives it in no order
/// that matters. A token that is proved by its checksum stays.
std::vector<Match> TakeEditedTokens(std::vector<Match>& matches);

}  // namespace gonogo
