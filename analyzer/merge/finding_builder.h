// FindingBuilder: the matches of one file become findings. Overlapping matches of one cause are
// merged (match_merger.h), messages are filled (message.h), and every secret of the file is
// redacted in every text (redaction.h). Beyond this point no secret exists in what travels on.
//
//   FileFindings found = BuildFindings(input, lines, std::move(output));
//   ApplySuppressions(input, lines, suppression_offsets, options, found);   //
//   filter/suppressions.h AddFingerprints(input.text, lines, found); // filter/fingerprint.h
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/engines/engine.h"
#include "analyzer/merge/redaction.h"
#include "analyzer/model/fact.h"
#include "analyzer/model/finding.h"

namespace gonogo {

struct FileFindings {
  std::vector<Finding> findings;            // sorted by position, then rule id
  std::vector<RejectedCandidate> rejected;  // sorted alike
  std::vector<Fact> facts;                  // sorted alike
  Redactor secrets;  // of the file, those of dropped matches too; redacts its other texts
};

/// Consumes the matches and rejections of `output`, and nothing else of it.
FileFindings BuildFindings(const EngineInput& input, const LineIndex& lines, EngineOutput&& output);

/// The order of findings within one file: by position, then rule id, then all that is said.
bool StandsBefore(const Finding& a, const Finding& b);

}  // namespace gonogo
