// Suppressions: `gonogo:ignore RULE[,RULE] [until=YYYY-MM-DD] -- reason` in a comment of the file's kind, on the
// finding's line or the line before. The reason is required. A suppression that is unused, names no known rule, has no reason
// or has expired is itself a finding (rules unused-suppression, unknown-suppression, malformed-suppression, expired-suppression).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/merge/finding_builder.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

struct SuppressionOptions {
  const RuleBook* book = nullptr;         // for ids, former ids and "did you mean"
  std::span<const Rule* const> enabled;   // unused is judged only for rules that ran
  std::string_view today;                 // YYYY-MM-DD
};

/// Marks suppressed findings and adds those about the suppressions. `offsets` are where "gonogo:ignore" stands.
void ApplySuppressions(const EngineInput& input, const LineIndex& lines, std::span<const std::uint64_t> offsets,
                       const SuppressionOptions& options, FileFindings& found);

}  // namespace gonogo
