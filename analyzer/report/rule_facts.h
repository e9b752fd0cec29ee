// RuleFacts: what several reports derive from a rule in the same way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

/// The worst severity of the rule's grades.
Severity WorstSeverity(const Rule& rule);

/// "high", or "high, medium" where its grades differ, worst first. A rule without grades states a
/// fact and finds nothing.
std::string SeveritiesText(const Rule& rule);
std::string PrecisionsText(const Rule& rule);

/// True where a grade of the rule speaks for an item instead of against it.
bool GivesEvidence(const Rule& rule);

/// Titles of the kinds of files that the rule looks at; empty: all of them.
std::vector<std::string_view> KindTitles(const Rule& rule);

/// "https://cwe.mitre.org/data/definitions/798.html"
std::string CweUrl(std::uint32_t number);

/// What stands in a comment to suppress the rule.
std::string SuppressionText(const Rule& rule);

}  // namespace gonogo
