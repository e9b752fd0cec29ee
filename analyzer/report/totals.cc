#include "analyzer/report/totals.h"

#include <utility>

namespace gonogo {

std::uint64_t Totals::OpenDefects() const {
  return open[std::to_underlying(Severity::kLow)] + open[std::to_underlying(Severity::kMedium)] +
         open[std::to_underlying(Severity::kHigh)];
}

bool IsDefect(const Finding& finding) { return finding.severity != Severity::kEvidence; }

bool IsOpen(const Finding& finding) {
  return IsDefect(finding) && finding.disposition == Disposition::kNew;
}

Totals CountFindings(const Run& run) {
  Totals totals;
  for (const Finding& finding : run.findings) {
    switch (finding.disposition) {
      case Disposition::kNew:
        ++totals.open[std::to_underlying(finding.severity)];
        break;
      case Disposition::kSuppressed:
        ++totals.suppressed;
        break;
      case Disposition::kInBaseline:
        ++totals.in_baseline;
        break;
      case Disposition::kOutsideDiff:
        ++totals.outside_diff;
        break;
    }
    if (IsOpen(finding) && finding.severity >= run.gate) ++totals.at_gate;
  }
  return totals;
}

int ExitCodeOf(const Totals& totals) { return totals.at_gate > 0 ? 1 : 0; }

}  // namespace gonogo
