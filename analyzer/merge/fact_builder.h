// FactBuilder: matches of rules with `fact:` become facts. It stands in merge/ because a fact
// travels on as findings do: nothing of a secret is in it.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/engines/engine.h"
#include "analyzer/merge/redaction.h"
#include "analyzer/model/fact.h"

namespace gonogo {

/// Captures that engines add and no author names: what the clause found out where the rule has no
/// grade for it, and the program that the code is linked into.
inline constexpr std::string_view kOutcomeCapture = "outcome";
inline constexpr std::string_view kLinkUnitCapture = "link_unit";

/// The facts of the matches, by place, each once. Matches that are no finding as well, because
/// their rule has no grade for them, are taken out.
std::vector<Fact> TakeFacts(const EngineInput& input, const LineIndex& lines,
                            const Redactor& secrets, std::vector<Match>& matches);

}  // namespace gonogo
