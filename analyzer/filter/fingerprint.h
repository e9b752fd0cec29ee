// Fingerprints: how a finding is recognised when lines move. `line_hash` is GitHub's
// primaryLocationLineHash; `fingerprint` is gonogo/v1: rule, path, normalised redacted text of the
// matched lines, ordinal among equals. Both are taken over redacted text, because a hash of a weak
// password can be guessed. line_hash covers 100 characters from the line's begin, so wherever no
// secret stands in those it is what GitHub itself computes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/merge/finding_builder.h"

namespace gonogo {

/// Fills line_hash and fingerprint of all findings of one file; called once, after the last finding
/// is added.
void AddFingerprints(std::string_view text, const LineIndex& lines, FileFindings& found);

/// One "hex:ordinal" a line of `text`, as codeql-action's fingerprints.ts computes it.
std::vector<std::string> PrimaryLocationLineHashes(std::string_view text);

}  // namespace gonogo
