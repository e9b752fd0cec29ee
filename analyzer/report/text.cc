#include "analyzer/report/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/code_frame.h"
#include "analyzer/report/code_point.h"
#include "analyzer/report/project_links.h"
#include "analyzer/report/uri.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::size_t kShownInFull = 5;   // findings of one rule in one file
constexpr std::size_t kShownLow = 5;      // low ones of one rule in all files
constexpr std::size_t kShownPlaces = 12;  // of the other low ones
constexpr std::size_t kShownSteps = 12;   // of a flow; of a longer one both ends
constexpr std::size_t kShownRelated = 5;  // further places of one finding

std::string PlaceText(const std::string& path, const TextRegion& region) {
  return fmt::format("{}:{}:{}", ShownText(path), region.start.line, region.start.utf16_column);
}

std::string FileUri(const Run& run, const std::string& path) {
  return run.root.empty() ? "" : FileUriOfDirectory(run.root) + UriOfPath(path);
}

std::string DispositionText(const Finding& finding) {
  switch (finding.disposition) {
    case Disposition::kNew:
      return "";
    case Disposition::kSuppressed:
      return "suppressed: " + ShownText(OneLine(finding.justification));
    case Disposition::kInBaseline:
      return "in the baseline";
    case Disposition::kOutsideDiff:
      return "outside the lines that changed";
  }
  return "";
}

std::string SignsText(const Finding& finding) {
  std::string signs;
  for (const std::string& sign : finding.signs)
    signs += (signs.empty() ? "" : "; ") + ShownText(sign);
  if (finding.role != FileRole::kProduct) {
    signs += fmt::format("{}role of the file: {}", signs.empty() ? "" : "; ", NameOf(finding.role));
  }
  return signs;
}

class TextWriter {
 public:
  TextWriter(const Run& run, const ReportOptions& options)
      : run_(run), options_(options), terminal_(options.color, options.links) {}

  std::string Write() {
    for (std::size_t i = 0; i < run_.findings.size();) i = AddFile(i);
    for (const auto& [id, findings] : postponed_) AddPlaces(id, findings);
    if (options_.explain_rejected) AddRejected();
    out_ += TextSummary(run_, CountFindings(run_), options_, terminal_);
    return std::move(out_);
  }

 private:
  bool IsListed(const Finding& finding) const { return options_.verbose || IsOpen(finding); }

  /// Writes the findings of one file, which stand together; gives the index after them.
  std::size_t AddFile(std::size_t begin) {
    std::size_t end = begin;
    std::vector<const Finding*> listed;
    while (end < run_.findings.size() && run_.findings[end].path == run_.findings[begin].path) {
      const Finding& finding = run_.findings[end++];
      if (IsListed(finding) && !Postpone(finding)) listed.push_back(&finding);
    }
    if (listed.empty()) return end;
    const std::string& path = run_.findings[begin].path;
    const std::string name = path.empty() ? "the repository" : ShownText(path);
    out_ += terminal_.Paint(Style::kBold, name) + ": " + Count(listed.size(), "finding") + "\n\n";
    AddFindings(listed);
    return end;
  }

  /// Whether a low finding is one of so many that it is told by its place alone, at the end: a
  /// dozen images that run as root are one thing to decide.
  bool Postpone(const Finding& finding) {
    if (options_.verbose || finding.severity != Severity::kLow) return false;
    std::size_t& shown = shown_low_[finding.rule->id];
    if (shown < kShownLow) {
      ++shown;
      return false;
    }
    postponed_[finding.rule->id].push_back(&finding);
    return true;
  }

  void AddPlaces(std::string_view id, std::span<const Finding* const> findings) {
    out_ += fmt::format("{}: {} more of [{}] (--verbose shows them)\n",
                        terminal_.Paint(StyleOf(Severity::kLow), NameOf(Severity::kLow)),
                        findings.size(), terminal_.Link(RulePageUrl(id), id));
    for (const Finding* finding : findings.first(std::min(kShownPlaces, findings.size()))) {
      const std::string place = PlaceText(finding->path, finding->region);
      out_ += "   " + terminal_.Paint(Style::kDim, "--> ") +
              terminal_.Link(FileUri(run_, finding->path), place) + "\n";
    }
    if (findings.size() > kShownPlaces)
      out_ += fmt::format("    and {} more\n", findings.size() - kShownPlaces);
    out_ += '\n';
  }

  /// Of one rule and one file some findings with their code, and reason and repair once; of the
  /// others the lines.
  void AddFindings(std::span<const Finding* const> findings) {
    std::map<std::string_view, std::vector<const Finding*>> by_rule;
    for (const Finding* finding : findings) {
      std::vector<const Finding*>& same = by_rule[finding->rule->id];
      same.push_back(finding);
      if (same.size() <= kShownInFull || options_.verbose)
        AddFinding(*finding, same.size() == 1 || options_.verbose);
    }
    for (const auto& [id, same] : by_rule) {
      if (same.size() > kShownInFull && !options_.verbose)
        AddRest(std::span(same).subspan(kShownInFull));
    }
  }

  /// Whether why and how are to be told: of a low one once, of others once in each file.
  bool IsNews(const Finding& finding) {
    return finding.severity != Severity::kLow || told_low_.insert(finding.rule->id).second;
  }

  void AddRest(std::span<const Finding* const> rest) {
    std::string lines;
    for (const Finding* finding : rest)
      lines += fmt::format("{}{}", lines.empty() ? "" : ", ", finding->region.start.line);
    const std::string_view id = rest.front()->rule->id;
    out_ += fmt::format("{} more of [{}], in {} {} (--verbose shows them)\n\n", rest.size(),
                        terminal_.Link(RulePageUrl(id), id), rest.size() == 1 ? "line" : "lines",
                        lines);
  }

  void AddFinding(const Finding& finding, bool in_full) {
    const Rule& rule = *finding.rule;
    const std::string id = "[" + terminal_.Link(RulePageUrl(rule.id), rule.id) + "]";
    out_ += fmt::format("{}: {} {}\n",
                        terminal_.Paint(StyleOf(finding.severity), NameOf(finding.severity)),
                        terminal_.Paint(Style::kBold, ShownText(finding.message)), id);
    const std::size_t gutter = GutterWidth(finding);
    if (!finding.path.empty()) {
      const std::string place = PlaceText(finding.path, finding.region);
      out_ += std::string(gutter, ' ') + terminal_.Paint(Style::kDim, "--> ") +
              terminal_.Link(FileUri(run_, finding.path), place) + "\n";
    }
    out_ += CodeFrame(finding, terminal_);
    AddRemarks(finding, in_full, std::string(gutter + 1, ' ') + terminal_.Paint(Style::kDim, "= "));
    out_ += '\n';
  }

  void AddRemarks(const Finding& finding, bool in_full, const std::string& lead) {
    if (options_.verbose || (in_full && IsNews(finding))) {
      AddRemark(lead, "why", OneLine(finding.rule->why));
      AddRemark(lead, "fix", OneLine(finding.rule->fix));
    }
    if (in_full) AddRemark(lead, "write", WriteText(finding));
    AddRemark(lead, "signs", SignsText(finding));
    AddFlow(finding, lead);
    AddRelated(finding, lead);
    AddRemark(lead, "state", DispositionText(finding));
  }

  /// What to write, line by line as it stands in the file.
  static std::string WriteText(const Finding& finding) {
    std::string_view rest = finding.repair;
    while (rest.ends_with('\n')) rest.remove_suffix(1);
    while (rest.starts_with('\n')) rest.remove_prefix(1);
    const std::string indent = "\n" + std::string(GutterWidth(finding) + 3, ' ');
    std::string text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      text += indent + ShownText(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
  }

  /// A line a step, the first behind the name, the others below it.
  void AddFlow(const Finding& finding, const std::string& lead) {
    if (finding.flow.empty()) return;
    const bool all = options_.verbose || finding.flow.size() <= kShownSteps;
    const std::size_t left_out = all ? 0 : finding.flow.size() - kShownSteps;
    std::string text;
    for (std::size_t i = 0; i < finding.flow.size(); ++i) {
      const std::string indent =
          text.empty() ? "" : "\n" + std::string(GutterWidth(finding) + 9, ' ');
      if (left_out > 0 && i == kShownSteps / 2) {
        text += indent + fmt::format("... {} more (--verbose shows them)", Count(left_out, "step"));
        i += left_out - 1;
        continue;
      }
      const FlowStep& step = finding.flow[i];
      text += indent + fmt::format("{}:{}: {}", ShownText(step.path), step.region.start.line,
                                   ShownText(step.message));
    }
    AddRemark(lead, "flow", text);
  }

  void AddRelated(const Finding& finding, const std::string& lead) {
    std::vector<const RelatedPlace*> causes, same_secret;
    for (const RelatedPlace& place : finding.related)
      (place.fingerprint.empty() ? causes : same_secret).push_back(&place);
    const std::size_t shown =
        options_.verbose ? causes.size() : std::min(kShownRelated, causes.size());
    for (const RelatedPlace* place : std::span(causes).first(shown))
      AddRemark(lead, "see",
                PlaceText(place->path, place->region) + " " + ShownText(place->message));
    if (shown < causes.size()) {
      AddRemark(
          lead, "see",
          fmt::format("{} more (--verbose shows them)", Count(causes.size() - shown, "place")));
    }
    AddRemark(lead, "also", SamePlacesText(same_secret, finding.places));
  }

  /// `src/a.py:3, src/b.py:14 and 12 more`.
  std::string SamePlacesText(std::span<const RelatedPlace* const> places, std::size_t all) const {
    if (places.empty()) return "";
    const std::size_t shown =
        options_.verbose ? places.size() : std::min(kShownRelated, places.size());
    std::string text = "at";
    for (const RelatedPlace* place : places.first(shown)) {
      text += fmt::format("{} {}:{}", place == places.front() ? "" : ",", ShownText(place->path),
                          place->region.start.line);
    }
    return shown + 1 < all ? text + fmt::format(" and {} more", all - shown - 1) : text;
  }

  void AddRemark(const std::string& lead, std::string_view name, const std::string& text) {
    if (text.empty()) return;
    out_ += lead + terminal_.Paint(Style::kBold, fmt::format("{}:", name)) + " " + text + "\n";
  }

  void AddRejected() {
    if (run_.rejected.empty()) return;
    out_ += terminal_.Paint(Style::kBold, "not reported") + ": " +
            Count(run_.rejected.size(), "candidate") + "\n\n";
    for (const RejectedCandidate& candidate : run_.rejected) {
      out_ += fmt::format("  {} {}: {}\n", PlaceText(candidate.path, candidate.region),
                          candidate.rule, ShownText(candidate.reason));
      const std::string text = ShownText(Shortened(OneLine(candidate.text), 120));
      if (!text.empty()) out_ += "    " + terminal_.Paint(Style::kDim, text) + "\n";
    }
    out_ += '\n';
  }

  const Run& run_;
  const ReportOptions& options_;
  Terminal terminal_;
  std::string out_;
  std::set<std::string_view> told_low_;                                // rules
  std::map<std::string_view, std::size_t> shown_low_;                  // by rule
  std::map<std::string_view, std::vector<const Finding*>> postponed_;  // by rule
};

}  // namespace

std::string WriteText(const Run& run, const ReportOptions& options) {
  return TextWriter(run, options).Write();
}

}  // namespace gonogo
