// PatternPlace: whether a token stands beside the pattern that tells such tokens. Programs that
// look for secrets themselves keep a token of each provider, made up or withdrawn, to show that
// their pattern finds it.
#pragma once

#include <string_view>

#include "analyzer/model/finding.h"

namespace gonogo {

/// `("npm", r"npm_[A-Za-z0-9]{36}", "npm_...")`: the same beginning, and then a class of
/// characters.
bool StandsBesideItsPattern(std::string_view text, ByteRange token);

}  // namespace gonogo
