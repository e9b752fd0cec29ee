// nginx's configuration as a ConfigTree: a map of directives, which may be repeated. The value of a
// directive is absent, a word or a list of words; of a block the map of what it holds, below its
// parameters where it has some:
//
//   listen 80;                      listen: 80
//   server a max_fails=0;           server: [a, max_fails=0]
//   http { ... }                    http: {...}
//   location ~ \.php$ { ... }       location: {"~ \.php$": {...}}
//
// What stands in a block of Lua is opaque. An error costs the file, as it does for nginx.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseNginx(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
