// RuleRegexOptions: how every regex of a rule is compiled, in the rule reader that checks it and in
// the engine that runs it, so that what the reader accepts never fails later.
#pragma once

#include <re2/re2.h>

#include <string>
#include <string_view>

namespace gonogo {

/// Latin-1 over raw bytes (files may be in any encoding; UTF-8 literals still match their own
/// bytes), silent, case-sensitive unless the regex says (?i).
RE2::Options RuleRegexOptions();

/// The pattern as it is compiled: `^` and `$` stand at the ends of lines, since a window is cut at
/// lines and what its neighbours are must not change the answer.
std::string RulePattern(std::string_view regex);

}  // namespace gonogo
