// Messages: a grade's template with its captures filled in, nothing of a secret among them.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/merge/redaction.h"
#include "analyzer/model/finding.h"
#include "analyzer/model/source_file.h"

namespace gonogo {

/// The message of the match's grade. A capture that took no part in the match reads "?".
std::string MessageOf(std::string_view text, const Match& match, const Redactor& secrets);

/// What is said of a finding's ground: " (in a test)"; empty for product code.
std::string_view RemarkOf(FileRole role);

/// What a finding of that severity weighs in a file of that role: in a test, an example or
/// documentation one less.
Severity SeverityIn(FileRole role, Severity severity);

}  // namespace gonogo
