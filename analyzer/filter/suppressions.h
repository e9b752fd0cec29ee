// Suppressions: `gonogo:ignore RULE[,RULE] [until=YYYY-MM-DD] -- reason` in a comment of the file's
// kind (comment_scan.h says how one is recognised). At the end of a line of code it speaks for the
// findings that begin on that line. Alone on its line it speaks for the next line that is no
// comment, and for its own. The reason is required; the last day of `until` still counts.
//
// An object may say the same in a field of its own (engine.h, ObjectSuppression), for all findings
// that begin within it.
//
// A suppression that is unused, names no known rule, has no reason or has expired is itself a
// finding, of the rules unused-suppression, unknown-suppression, malformed-suppression,
// expired-suppression, each only where it is in `enabled`. Their messages are made here; the rule
// gives severity, why and fix. They cannot be suppressed.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analyzer/base/text_position.h"
#include "analyzer/merge/finding_builder.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

struct SuppressionOptions {
  const RuleBook* book = nullptr;        // for ids, former ids and "did you mean"
  std::span<const Rule* const> enabled;  // all rules that are on, those about suppressions too
  std::string_view today;                // YYYY-MM-DD
  std::span<const ObjectSuppression> objects = {};  // those that objects state in a field
};

/// Marks suppressed findings and adds those about the suppressions. `offsets` are where
/// "gonogo:ignore" stands, in any case and order.
void ApplySuppressions(const EngineInput& input, const LineIndex& lines,
                       std::span<const std::uint64_t> offsets, const SuppressionOptions& options,
                       FileFindings& found);

}  // namespace gonogo
