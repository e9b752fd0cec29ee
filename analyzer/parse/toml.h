// TOML 1.0 as a ConfigTree: a map of tables. A table that is written in pieces, `[a.b]` here and
// `[a.c]` there, is one map, so its nodes are not all in the order of the text: the only format of
// which that is true. A table begins at its first header or dotted key. A syntax error costs the
// file; a key or table that is defined twice is noted and kept.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseToml(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
