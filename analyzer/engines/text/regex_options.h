// RuleRegexOptions: how every regex of a rule is compiled, in the rule reader that checks it and in
// the engine that runs it, so that what the reader accepts never fails later.
#pragma once

#include <re2/re2.h>

namespace gonogo {

/// Latin-1 over raw bytes (files may be in any encoding; UTF-8 literals still match their own
/// bytes), silent, case-sensitive unless the regex says (?i), and `^` `$` at the ends of the text
/// unless (?m).
RE2::Options RuleRegexOptions();

}  // namespace gonogo
