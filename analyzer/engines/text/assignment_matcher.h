// AssignmentMatcher: the clause `assignment:` at one place where one of its names stands: is a
// literal given to the name, and do the signs say that it is a secret?
#pragma once

#include "analyzer/engines/engine.h"
#include "analyzer/engines/text/clause_matcher.h"
#include "analyzer/engines/text/literals.h"

namespace gonogo {

/// Adds a match, or a rejection where these are asked for. `hit` is one of the clause's names.
void MatchAssignment(const SearchedText& searched, ByteRange hit, const ClauseOfRule& clause,
                     EngineOutput& output);

}  // namespace gonogo
