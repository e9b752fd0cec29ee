// SarifResults: findings and verdicts as SARIF results.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/run.h"
#include "analyzer/report/json_text.h"
#include "analyzer/report/sarif_rules.h"

namespace gonogo {

inline constexpr std::string_view kSourceRoot = "SRCROOT";

/// What of a run a profile holds, in the order of the run.
struct SarifSelection {
  std::vector<std::size_t> findings;  // indices into Run::findings
  std::size_t left_out = 0;  // open findings over the limit of the profile, the least of them
};

SarifSelection SelectFindings(const Run& run, SarifProfile profile);

Json SarifResult(const Finding& finding, const SarifRules& rules, SarifProfile profile,
                 bool with_baseline);
Json SarifResult(const ItemVerdict& verdict, const Run& run, const SarifRules& rules);

/// Text as a SARIF message: what would be taken for a placeholder or an embedded link is escaped.
std::string SarifMessage(std::string_view text);

/// An artifactLocation below the root.
Json SarifArtifact(const std::string& path);

}  // namespace gonogo
