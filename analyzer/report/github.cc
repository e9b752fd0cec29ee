#include "analyzer/report/github.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/code_point.h"
#include "analyzer/report/text.h"
#include "analyzer/report/totals.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::size_t kPerCommand = 10;
constexpr std::size_t kMessageLength =
    2000;  // characters; an annotation shows 64 KB, a log reader far less

std::string EscapedData(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '%':
        escaped += "%25";
        break;
      case '\r':
        escaped += "%0D";
        break;
      case '\n':
        escaped += "%0A";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string EscapedProperty(std::string_view text) {
  std::string escaped;
  for (const char c : EscapedData(text)) {
    if (c == ':') {
      escaped += "%3A";
    } else if (c == ',') {
      escaped += "%2C";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

// A path must arrive byte for byte or GitHub finds no file, but a raw control character helps
// nobody: with it the annotation would stand at no file anyway.
std::string PathProperty(std::string_view path) {
  std::string shown;
  for (std::size_t offset = 0; offset < path.size();) {
    const CodePoint point = CodePointAt(path, offset);
    const bool line_break = point.value == '\n' || point.value == '\r';
    shown += line_break ? std::string(path.substr(offset, 1)) : Shown(path, offset, point);
    offset += point.length;
  }
  return EscapedProperty(shown);
}

std::string_view CommandOf(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return "error";
    case Severity::kMedium:
      return "warning";
    default:
      return "notice";
  }
}

// Columns are only understood where a region stays on one line.
std::string PlaceProperties(const Finding& finding) {
  if (finding.path.empty()) return "";
  const TextRegion& region = finding.region;
  std::string place = fmt::format("file={},line={},endLine={},", PathProperty(finding.path),
                                  region.start.line, region.end.line);
  if (region.start.line == region.end.line) {
    place +=
        fmt::format("col={},endColumn={},", region.start.utf16_column, region.end.utf16_column);
  }
  return place;
}

std::string Command(const Finding& finding) {
  const Rule& rule = *finding.rule;
  const std::string title = fmt::format("{} ({})", TitleOf(rule.id), rule.id);
  std::string message = Sentence(ShownText(finding.message));
  if (!rule.why.empty()) message += "\nwhy: " + OneLine(rule.why);
  if (!rule.fix.empty()) message += "\nfix: " + OneLine(rule.fix);
  return fmt::format("::{} {}title={}::{}\n", CommandOf(finding.severity), PlaceProperties(finding),
                     EscapedProperty(title), EscapedData(Shortened(message, kMessageLength)));
}

std::vector<const Finding*> WorstFirst(const Run& run) {
  std::vector<const Finding*> open;
  for (const Finding& finding : run.findings) {
    if (IsOpen(finding)) open.push_back(&finding);
  }
  std::ranges::stable_sort(open, [](const Finding* a, const Finding* b) {
    return std::pair(a->severity, a->grade->precision) >
           std::pair(b->severity, b->grade->precision);
  });
  return open;
}

std::uint64_t LostFiles(const Run& run) { return run.files.not_read + run.files.partly_read; }

std::string LastNotice(const Run& run, std::size_t left_out) {
  std::string text = OutcomeLine(run, CountFindings(run));
  if (left_out > 0) {
    text += fmt::format("; {} more not shown here, the text or SARIF report has all",
                        Count(left_out, "finding"));
  }
  if (LostFiles(run) > 0)
    text += fmt::format("; {} not read in full", Count(LostFiles(run), "file"));
  return "::notice title=gonogo::" + EscapedData(text) + "\n";
}

}  // namespace

std::string WriteGithub(const Run& run, const ReportOptions&) {
  const std::vector<const Finding*> open = WorstFirst(run);
  std::array<std::size_t, 4> written{};
  std::string out;
  std::size_t left_out = 0;
  for (const Finding* finding : open) {
    // One notice is kept for the last line.
    const std::size_t limit =
        CommandOf(finding->severity) == "notice" ? kPerCommand - 1 : kPerCommand;
    std::size_t& count = written[std::to_underlying(finding->severity)];
    if (count == limit) {
      ++left_out;
      continue;
    }
    ++count;
    out += Command(*finding);
  }
  if (!open.empty() || LostFiles(run) > 0) out += LastNotice(run, left_out);
  return out;
}

}  // namespace gonogo
