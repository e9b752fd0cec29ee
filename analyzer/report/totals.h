// Totals: what the findings of a Run add up to. One definition of "open" and "at the gate" for
// every report and for the exit code.
#pragma once

#include <array>
#include <cstdint>

#include "analyzer/model/run.h"

namespace gonogo {

struct Totals {
  std::array<std::uint64_t, 4> open{};  // new findings, indexed by Severity
  std::uint64_t suppressed = 0;
  std::uint64_t in_baseline = 0;
  std::uint64_t outside_diff = 0;
  std::uint64_t at_gate = 0;  // open and at or above the gate

  /// Open findings that are defects.
  std::uint64_t OpenDefects() const;
};

/// A finding that says something is wrong, as against evidence for an item of the checklist.
bool IsDefect(const Finding& finding);

/// A defect that nothing has taken back: it counts at the gate.
bool IsOpen(const Finding& finding);

Totals CountFindings(const Run& run);

/// What the program exits with as far as the Run alone tells: 1 where anything is at the gate, else
/// 0.
int ExitCodeOf(const Totals& totals);

}  // namespace gonogo
