// FindingBuilder: the matches of one file become findings. Overlapping matches of one cause are merged (a rule
// speaks over the rules in its `over:`; of several that capture the same secret the most specific wins), messages
// are filled, and every secret of the file is redacted in every text. Beyond this point no secret exists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/engines/engine.h"
#include "analyzer/model/finding.h"

namespace gonogo {

struct FileFindings {
  std::vector<Finding> findings;             // sorted by position, then rule id
  std::vector<RejectedCandidate> rejected;
  std::vector<ByteRange> secrets;            // merged ranges, ascending; for redacting other texts of the file
};

/// Consumes the matches and rejections of `output`.
FileFindings BuildFindings(const EngineInput& input, const LineIndex& lines, EngineOutput&& output);

/// A secret in a form that can be recognised and not used: "ghp_aB…(40 characters)".
std::string RedactSecret(std::string_view secret);

/// `text` from begin to end, each secret range in it redacted with its line breaks kept, made valid UTF-8.
std::string RedactedText(std::string_view text, ByteRange range, const std::vector<ByteRange>& secrets);

}  // namespace gonogo
