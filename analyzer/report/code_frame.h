// CodeFrame: the lines around a finding as a person reads them, numbered, with carets under the
// finding. Tabs are expanded, wide characters count two columns, a long line is cut around the
// finding, and nothing in the lines can steer the terminal.
#pragma once

#include <string>

#include "analyzer/model/finding.h"
#include "analyzer/report/terminal.h"

namespace gonogo {

/// Lines that end with a line break; empty where the finding has no context.
std::string CodeFrame(const Finding& finding, const Terminal& terminal);

/// How wide the line numbers of the frame are, so that what follows lines up.
std::size_t GutterWidth(const Finding& finding);

/// Where the finding stands in `line` of its context, in bytes of the redacted text; {0, 0} if it
/// does not.
ByteRange MarkInLine(const Finding& finding, std::uint32_t line);

}  // namespace gonogo
