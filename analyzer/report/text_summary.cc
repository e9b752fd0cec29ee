#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/code_point.h"
#include "analyzer/report/text.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::size_t kListedNotices = 5;

std::string Joined(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : ", ") + part;
  return joined;
}

void AddCount(std::vector<std::string>& parts, std::uint64_t count, std::string_view what) {
  if (count > 0) parts.push_back(fmt::format("{} {}", count, what));
}

std::string FindingsLine(const Totals& totals) {
  std::vector<std::string> parts;
  for (const Severity severity : {Severity::kHigh, Severity::kMedium, Severity::kLow}) {
    AddCount(parts, totals.open[std::to_underlying(severity)], NameOf(severity));
  }
  std::string line = Count(totals.OpenDefects(), "finding");
  if (!parts.empty()) line += ": " + Joined(parts);
  std::vector<std::string> others;
  AddCount(others, totals.suppressed, "suppressed");
  AddCount(others, totals.in_baseline, "in the baseline");
  AddCount(others, totals.outside_diff, "outside the diff");
  if (!others.empty()) line += "; beside them " + Joined(others);
  return line;
}

std::string FilesLine(const FileAccount& files) {
  std::vector<std::string> parts;
  AddCount(parts, files.partly_read, "read in part");
  AddCount(parts, files.not_read, "not read");
  AddCount(parts, files.binary, "binary");
  AddCount(parts, files.ignored, "ignored by git's rules");
  AddCount(parts, files.excluded, "excluded");
  std::string line = fmt::format("{} read ({})", Count(files.read, "file"), ByteCount(files.bytes));
  if (!parts.empty()) line += ", " + Joined(parts);
  return line;
}

// "2 too-large, 1 unreadable", the most frequent first.
std::string Reasons(const Run& run) {
  std::map<std::string, std::uint64_t> by_id;
  for (const Notice& notice : run.notices) {
    if (notice.coverage != Coverage::kInformation) ++by_id[notice.id];
  }
  std::vector<std::pair<std::string, std::uint64_t>> sorted(by_id.begin(), by_id.end());
  std::ranges::stable_sort(sorted, std::greater<>(),
                           &std::pair<std::string, std::uint64_t>::second);
  std::vector<std::string> parts;
  for (const auto& [id, count] : sorted) AddCount(parts, count, id);
  return Joined(parts);
}

std::string NoticeLine(const Notice& notice) {
  std::string place = notice.path.empty() ? "" : ShownText(notice.path);
  if (notice.line > 0) place += fmt::format(":{}", notice.line);
  return fmt::format("  {}{}{} [{}]\n", place, place.empty() ? "" : ": ", ShownText(notice.message),
                     notice.id);
}

// Those that lost something first: they are what a reader must know.
std::vector<const Notice*> ByWeight(const Run& run) {
  std::vector<const Notice*> notices;
  for (const Notice& notice : run.notices) notices.push_back(&notice);
  std::ranges::stable_sort(notices, std::greater<>(), &Notice::coverage);
  return notices;
}

std::string NoticeLines(const Run& run, const ReportOptions& options) {
  std::string lines;
  std::size_t listed = 0;
  for (const Notice* notice : ByWeight(run)) {
    if (!options.verbose && listed == kListedNotices) break;
    lines += NoticeLine(*notice);
    ++listed;
  }
  const std::size_t rest = run.notices.size() - listed;
  if (rest > 0) lines += fmt::format("  and {} more; --verbose lists them all\n", rest);
  return lines;
}

}  // namespace

std::string OutcomeLine(const Run& run, const Totals& totals) {
  if (totals.at_gate > 0) {
    return fmt::format("no-go: {} at or above {}", Count(totals.at_gate, "finding"),
                       NameOf(run.gate));
  }
  return fmt::format(
      "nothing at or above {}; this is not a go: `gonogo checklist` says what is not known yet",
      NameOf(run.gate));
}

std::string TextSummary(const Run& run, const Totals& totals, const ReportOptions& options,
                        const Terminal& terminal) {
  std::string out = FindingsLine(totals) + "\n" + FilesLine(run.files) + "\n";
  const std::string reasons = Reasons(run);
  if (!reasons.empty()) out += "not read in full: " + reasons + "\n";
  out += NoticeLines(run, options);
  const Style style = totals.at_gate > 0 ? Style::kRed : Style::kBold;
  return out + terminal.Paint(style, OutcomeLine(run, totals)) + "\n";
}

}  // namespace gonogo
