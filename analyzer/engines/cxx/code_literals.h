// CodeLiterals: how the words of `cxx:` clauses, and what triage needs beside them, are written, so
// that the pass that looks for all keywords of a file finds them too. A literal is longer than its
// word where the word only counts in a certain place, which is what keeps that pass fast: "open("
// and not "open".
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/engines/engine.h"
#include "analyzer/model/rule.h"

namespace gonogo {

/// Names of variables that count attempts: of a file that steps one the notes of the code tell.
inline constexpr std::array<std::string_view, 10> kCounterNames = {
    "retries",     "retry",       "attempts",   "attempt",   "tries",
    "retry_count", "num_retries", "retryCount", "m_retries", "retries_"};

/// Of what reconnects, in every case that names have: the notes tell whether a timer does so.
inline constexpr std::string_view kReconnectStem = "econnect";

/// By text, without repeats. Depends on the rules alone, not on their order.
std::vector<WantedText> CodeLiteralsOf(std::span<const Rule* const> rules);

}  // namespace gonogo
