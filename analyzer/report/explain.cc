#include <fmt/format.h>

#include "analyzer/report/code_point.h"
#include "analyzer/report/markdown.h"
#include "analyzer/report/project_links.h"
#include "analyzer/report/rule_facts.h"
#include "analyzer/report/rule_page.h"
#include "analyzer/report/terminal.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::size_t kWidth = 88;
constexpr std::string_view kIndent = "  ";

class Explanation {
 public:
  Explanation(const Rule& rule, const ReportOptions& options)
      : rule_(rule), terminal_(options.color, options.links) {}

  std::string Write(const ChecklistItem* item) {
    AddHeading(item);
    AddSection("why", rule_.why);
    AddSection("fix", rule_.fix);
    AddGrades();
    AddExamples("found", rule_.bad);
    AddExamples("not found", rule_.ok);
    AddExamples("known misses", rule_.todo_bad);
    AddExamples("known false findings", rule_.todo_ok);
    if (!rule_.grades.empty()) {
      AddTitle("suppress, in a comment on the line or the line before");
      out_ += std::string(kIndent) + SuppressionText(rule_) + "\n";
    }
    AddReferences();
    return std::move(out_);
  }

 private:
  void AddTitle(std::string_view title) {
    out_ += "\n" + terminal_.Paint(Style::kBold, title) + "\n";
  }

  void AddHeading(const ChecklistItem* item) {
    const std::string id = terminal_.Link(RulePageUrl(rule_.id), rule_.id);
    out_ += fmt::format("{}: {}\n", terminal_.Paint(Style::kBold, TitleOf(rule_.id)), id);
    std::string facts;
    if (!rule_.item.empty()) {
      facts = fmt::format("item {}{}, ", rule_.item,
                          item == nullptr ? "" : fmt::format(" ({})", item->title));
    }
    facts += fmt::format("concept {}, severity {}, precision {}", rule_.concept_name,
                         SeveritiesText(rule_), PrecisionsText(rule_));
    out_ += terminal_.Paint(Style::kDim, facts) + "\n";
  }

  void AddSection(std::string_view title, std::string_view text) {
    if (text.empty()) return;
    AddTitle(title);
    out_ += Wrapped(ShownText(OneLine(text)), kWidth, kIndent);
  }

  void AddGrades() {
    if (!rule_.fact.empty()) {
      AddTitle("states");
      out_ += fmt::format("  a fact: {}\n", ShownText(rule_.fact));
    }
    if (rule_.grades.empty()) return;
    AddTitle("says");
    for (const Grade& grade : rule_.grades) {
      const std::string_view name = NameOf(grade.severity);
      out_ += fmt::format("  {}: {}\n", terminal_.Paint(StyleOf(grade.severity), name),
                          ShownText(grade.message));
    }
  }

  void AddExamples(std::string_view title, std::span<const Example> examples) {
    for (const Example& example : examples) {
      for (const ExampleFile& file : example.files) {
        AddTitle(fmt::format("{}: {}", title, ShownText(file.path)));
        AddExampleFile(file);
      }
    }
  }

  void AddExampleFile(const ExampleFile& file) {
    const std::string text = WithPlaceholders(file.text);
    std::uint32_t number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      AddExampleLine(file, ++number, std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void AddExampleLine(const ExampleFile& file, std::uint32_t number, std::string_view line) {
    const bool found = std::ranges::find(file.find, number) != file.find.end();
    std::string expanded;
    for (const char c : line) expanded += c == '\t' ? "    " : std::string(1, c);
    const std::string code = ShownText(expanded);
    out_ += terminal_.Paint(found ? Style::kRed : Style::kDim,
                            fmt::format("{} {:>3} |", found ? '>' : ' ', number));
    out_ += code.empty() ? "\n" : " " + code + "\n";
  }

  void AddReferences() {
    if (rule_.cwe.empty() && rule_.references.empty()) return;
    AddTitle("references");
    for (const std::uint32_t cwe : rule_.cwe) {
      out_ += fmt::format("  CWE-{} {}\n", cwe, terminal_.Link(CweUrl(cwe), CweUrl(cwe)));
    }
    for (const std::string_view url : rule_.references) {
      out_ += fmt::format("  {}\n", terminal_.Link(ShownText(url), ShownText(url)));
    }
  }

  const Rule& rule_;
  Terminal terminal_;
  std::string out_;
};

}  // namespace

std::string ExplainRule(const Rule& rule, const ChecklistItem* item, const ReportOptions& options) {
  return Explanation(rule, options).Write(item);
}

}  // namespace gonogo
