#include "analyzer/report/checklist_text.h"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzer/checklist/verdict.h"
#include "analyzer/report/code_point.h"
#include "analyzer/report/project_links.h"
#include "analyzer/report/terminal.h"
#include "analyzer/report/uri.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::size_t kListed = 5;  // places of one kind under an item; --verbose lists all
constexpr std::size_t kWidth = 96;

Style StyleOfVerdict(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGo:
      return Style::kGreen;
    case Verdict::kNotApplicable:
      return Style::kDim;
    case Verdict::kReview:
      return Style::kBlue;
    case Verdict::kIncomplete:
      return Style::kYellow;
    case Verdict::kNoGo:
      return Style::kRed;
  }
  return Style::kPlain;
}

class ChecklistWriter {
 public:
  ChecklistWriter(const Run& run, const ReportOptions& options)
      : run_(run), options_(options), terminal_(options.color, options.links) {}

  std::string Write() {
    for (const ItemVerdict& verdict : run_.verdicts) AddItem(verdict);
    AddOverall();
    return std::move(out_);
  }

 private:
  void AddItem(const ItemVerdict& verdict) {
    const ChecklistItem& item = *verdict.item;
    // Padded before it is painted: colours have no columns.
    const std::string name = fmt::format("{:<10}", NameOf(verdict.verdict));
    out_ += fmt::format("{}  {}  {}\n", terminal_.Paint(Style::kBold, item.id),
                        terminal_.Paint(StyleOfVerdict(verdict.verdict), name), item.title);
    out_ += Wrapped(ShownText(OneLine(verdict.reason)), kWidth, "    ");
    AddPlaces("against", verdict.against);
    AddPlaces("evidence", verdict.evidence);
    for (const std::string& question : verdict.questions) {
      out_ += "    question: " + ShownText(OneLine(question)) + "\n";
    }
    out_ += '\n';
  }

  void AddPlaces(std::string_view name, const std::vector<std::size_t>& indices) {
    std::size_t listed = 0;
    for (const std::size_t index : indices) {
      if (!options_.verbose && listed == kListed) break;
      AddPlace(name, run_.findings[index]);
      ++listed;
    }
    if (listed < indices.size()) {
      out_ +=
          fmt::format("    {}: {} more; --verbose lists them all\n", name, indices.size() - listed);
    }
  }

  void AddPlace(std::string_view name, const Finding& finding) {
    const std::string place = finding.path.empty() ? "the repository"
                                                   : fmt::format("{}:{}", ShownText(finding.path),
                                                                 finding.region.start.line);
    const std::string uri = run_.root.empty() || finding.path.empty()
                                ? ""
                                : FileUriOfDirectory(run_.root) + UriOfPath(finding.path);
    const std::string rule = terminal_.Link(RulePageUrl(finding.rule->id), finding.rule->id);
    out_ += fmt::format("    {}: {} {} [{}]\n", name, terminal_.Link(uri, place),
                        ShownText(finding.message), rule);
  }

  void AddOverall() {
    std::array<std::uint64_t, 5> counts{};
    for (const ItemVerdict& verdict : run_.verdicts) ++counts[std::to_underlying(verdict.verdict)];
    std::string line;
    for (const Verdict verdict : {Verdict::kNoGo, Verdict::kIncomplete, Verdict::kReview,
                                  Verdict::kGo, Verdict::kNotApplicable}) {
      const std::uint64_t count = counts[std::to_underlying(verdict)];
      if (count > 0)
        line += fmt::format("{}{} {}", line.empty() ? "" : ", ", count, NameOf(verdict));
    }
    out_ += Count(run_.verdicts.size(), "item") + (line.empty() ? "" : ": " + line) + "\n";
    if (run_.verdicts.empty()) return;
    const Verdict overall = Overall(run_.verdicts);
    out_ += "overall: " + terminal_.Paint(StyleOfVerdict(overall), NameOf(overall));
    out_ += Explanation(overall) + "\n";
  }

  static std::string Explanation(Verdict overall) {
    switch (overall) {
      case Verdict::kNoGo:
        return ": something stands against production";
      case Verdict::kIncomplete:
        return ": nothing known is against it, and not everything is known; this is not a go";
      case Verdict::kReview:
        return ": what a repository can show is there; people have questions left to answer";
      case Verdict::kGo:
        return ": every item has its evidence";
      case Verdict::kNotApplicable:
        return ": no item applies";
    }
    return "";
  }

  const Run& run_;
  const ReportOptions& options_;
  Terminal terminal_;
  std::string out_;
};

}  // namespace

std::string WriteChecklist(const Run& run, const ReportOptions& options) {
  return ChecklistWriter(run, options).Write();
}

}  // namespace gonogo
