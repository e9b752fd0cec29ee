#include "analyzer/report/report.h"

#include <algorithm>

#include "analyzer/report/checklist_text.h"
#include "analyzer/report/github.h"
#include "analyzer/report/json.h"
#include "analyzer/report/sarif.h"
#include "analyzer/report/text.h"

namespace gonogo {
namespace {

constexpr ReportFormat kFormats[] = {
    {"text", "code frames and a summary, for people", WriteText},
    {"sarif", "SARIF 2.1.0, for code scanning and editors (profiles full and github)", WriteSarif},
    {"github", "workflow commands, which GitHub shows as annotations", WriteGithub},
    {"json", "one documented object (docs/json_report.md), for scripts", WriteJson},
    {"checklist", "each item of the checklist with its verdict and evidence, for people",
     WriteChecklist},
};

}  // namespace

std::span<const ReportFormat> ReportFormats() { return kFormats; }

const ReportFormat* FindReportFormat(std::string_view name) {
  const auto* const found = std::ranges::find(kFormats, name, &ReportFormat::name);
  return found == std::end(kFormats) ? nullptr : found;
}

}  // namespace gonogo
