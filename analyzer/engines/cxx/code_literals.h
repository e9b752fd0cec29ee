// CodeLiterals: how the words of `cxx:` clauses, and what triage needs beside them, are written, so
// that the pass that looks for all keywords of a file finds them too. A literal is longer than its
// word where the word only counts in a certain place, which is what keeps that pass fast: "open("
// and not "open".
#pragma once

#include <span>
#include <vector>

#include "analyzer/engines/engine.h"
#include "analyzer/model/rule.h"

namespace gonogo {

/// By text, without repeats. Depends on the rules alone, not on their order.
std::vector<WantedText> CodeLiteralsOf(std::span<const Rule* const> rules);

}  // namespace gonogo
