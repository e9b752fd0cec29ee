// HAProxy's configuration as a ConfigTree: a map of sections, each below its name where it has one:
// {defaults: {...}, backend: {app: {...}}}. In a section each line is an entry, which may be
// repeated; its key is the first word, with the second where that says what is set: "timeout
// connect", "option httpchk", "stats enable", "no option x". The value is absent, a word, or a list
// of words. A line that cannot be read is an error that costs nothing but the line.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseHaproxy(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
