// OptionalRewrite: a regex with x? written as (?:x|), for the proof of keywords only. RE2's
// prefilter takes x? for "anything", but follows both branches of an alternation, so that
// api[_-]?key is seen to hold "apikey", "api_key" or "api-key".
#pragma once

#include <string>
#include <string_view>

namespace gonogo {

/// A regex that matches the same texts. Where the form is unusual it is given back unchanged.
std::string RewriteOptionals(std::string_view regex);

}  // namespace gonogo
