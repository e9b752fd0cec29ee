// Report: a Run as bytes. All text in a Run is redacted already; paths may be any bytes.
//
// To add a report: a .cc file beside this header with its function, and a row in the table of
// report.cc.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "analyzer/model/run.h"

namespace gonogo {

struct ReportOptions {
  bool color = false;             // ANSI colours
  bool links = false;             // OSC 8 hyperlinks
  std::string profile = "full";   // of SARIF: "full" or "github"
  bool explain_rejected = false;  // list rejected candidates
  bool verbose = false;  // also evidence, suppressed findings and every file that was not read
  /// Of the program, where it is known; else 1 if anything is at the gate.
  std::optional<int> exit_code = std::nullopt;
};

struct ReportFormat {
  std::string_view name;   // "text", "sarif", "github", "json", "checklist"
  std::string_view about;  // one line for --help
  std::string (*write)(const Run& run, const ReportOptions& options);
};

std::span<const ReportFormat> ReportFormats();
const ReportFormat* FindReportFormat(std::string_view name);

}  // namespace gonogo
