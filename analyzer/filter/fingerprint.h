// Fingerprints: how a finding is recognised when lines move. `line_hash` is GitHub's primaryLocationLineHash;
// `fingerprint` is gonogo/v1: rule, path, normalised redacted text of the matched lines, ordinal among equals.
// Where a finding is a secret both are taken over redacted text: a hash of a weak password can be guessed.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/merge/finding_builder.h"

namespace gonogo {

/// Fills line_hash and fingerprint of all findings of one file.
void AddFingerprints(std::string_view text, const LineIndex& lines, FileFindings& found);

/// One "hex:ordinal" a line of `text`, as codeql-action's fingerprints.ts computes it.
std::vector<std::string> PrimaryLocationLineHashes(std::string_view text);

}  // namespace gonogo
