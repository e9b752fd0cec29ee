#include <fmt/format.h>

#include <algorithm>

#include "analyzer/checklist/verdict.h"
#include "analyzer/cli/commands.h"
#include "analyzer/cli/output.h"
#include "analyzer/cli/progress_line.h"
#include "analyzer/cli/settings.h"
#include "analyzer/cli/terminal_options.h"
#include "analyzer/report/report.h"
#include "analyzer/report/totals.h"
#include "analyzer/walk/git_source.h"

namespace gonogo {
namespace {

std::vector<FormatRequest> FormatsOf(const Options& options) {
  if (!options.formats.empty()) return options.formats;
  return {{options.command == Command::kChecklist ? "checklist" : "text", ""}};
}

bool WasAllRead(const Run& run) {
  return run.files.not_read == 0 && run.files.partly_read == 0 &&
         std::ranges::none_of(run.notices,
                              [](const Notice& n) { return n.coverage != Coverage::kInformation; });
}

int ExitCode(const Options& options, const Setup& setup, const Run& run) {
  if (options.strict && !WasAllRead(run)) return 2;
  if (setup.gate_is_off) return 0;
  if (options.command == Command::kChecklist)
    return Overall(run.verdicts) == Verdict::kNoGo ? 1 : 0;
  return ExitCodeOf(CountFindings(run));
}

/// Reading a repository loads a library: only for the reports that name the revision, of whole
/// repositories.
bool NeedsProvenance(const std::vector<FormatRequest>& formats) {
  return std::ranges::any_of(formats, [](const FormatRequest& request) {
    return request.format == "sarif" || request.format == "json";
  });
}

Result<void> WriteReports(const Run& run, const Options& options,
                          const std::vector<FormatRequest>& formats, int exit_code) {
  for (const FormatRequest& request : formats) {
    ReportOptions report = request.file.empty() ? TerminalOptions(options) : ReportOptions{};
    report.profile = options.sarif_profile;
    report.explain_rejected = options.explain_rejected;
    report.verbose = options.verbose;
    report.exit_code = exit_code;
    const std::string text = FindReportFormat(request.format)->write(run, report);
    const auto written = request.file.empty() ? WriteOut(text) : WriteFile(request.file, text);
    if (!written) return written;
  }
  return {};
}

}  // namespace

Result<int> RunCheck(const Options& options) {
  const Setup setup = TRY(PrepareRun(options));
  Progress progress;
  Result<Run> result = [&] {
    const ProgressLine line(progress);
    return RunPipeline(*setup.tree, setup.book, setup.settings, progress);
  }();
  Run run = TRY(std::move(result));
  const std::vector<FormatRequest> formats = FormatsOf(options);
  if (NeedsProvenance(formats)) run.provenance = ReadProvenance(run.root);
  const int exit_code = ExitCode(options, setup, run);
  const auto written = WriteReports(run, options, formats, exit_code);
  if (!written) return std::unexpected(written.error());
  return exit_code;
}

}  // namespace gonogo
