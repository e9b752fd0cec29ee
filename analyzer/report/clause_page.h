// ClausePage: what a clause of the C/C++ engine looks for, for rule pages. Other clauses are
// regexes and SQL, which say little to the readers of those pages.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/rule.h"

namespace gonogo {

/// Markdown that ends in an empty line; empty for a rule without such a clause. `docs` is the
/// folder docs/ as the reader reaches it, with the slash.
std::string ClausesMarkdown(const Rule& rule, std::string_view docs);

}  // namespace gonogo
