#include "analyzer/model/rule.h"
#include "analyzer/model/run.h"

namespace gonogo {

std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kEvidence:
      return "evidence";
    case Severity::kLow:
      return "low";
    case Severity::kMedium:
      return "medium";
    case Severity::kHigh:
      return "high";
  }
  return "";
}

std::string_view NameOf(Precision precision) {
  switch (precision) {
    case Precision::kLow:
      return "low";
    case Precision::kMedium:
      return "medium";
    case Precision::kHigh:
      return "high";
    case Precision::kVeryHigh:
      return "very-high";
  }
  return "";
}

std::string_view NameOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGo:
      return "GO";
    case Verdict::kNotApplicable:
      return "N/A";
    case Verdict::kReview:
      return "REVIEW";
    case Verdict::kIncomplete:
      return "INCOMPLETE";
    case Verdict::kNoGo:
      return "NO-GO";
  }
  return "";
}

}  // namespace gonogo
