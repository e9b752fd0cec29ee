#include "analyzer/report/rule_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/report/clause_page.h"
#include "analyzer/report/markdown.h"
#include "analyzer/report/project_links.h"
#include "analyzer/report/rule_facts.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

std::string LineList(std::span<const std::uint32_t> lines) {
  std::string list;
  for (const std::uint32_t line : lines)
    list += fmt::format("{}{}", list.empty() ? "" : ", ", line);
  return fmt::format("{} {}", lines.size() == 1 ? "line" : "lines", list);
}

// The extension is a language name to most renderers.
std::string_view LanguageOf(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? "" : name.substr(dot + 1);
}

std::string ExampleMarkdown(const Example& example) {
  std::string out;
  for (const ExampleFile& file : example.files) {
    out += CodeSpan(file.path);
    if (!file.find.empty()) out += ", found on " + LineList(file.find);
    out += ":\n\n" + FencedBlock(LanguageOf(file.path), WithPlaceholders(file.text)) + "\n";
  }
  return out;
}

std::string ExamplesMarkdown(std::string_view heading, std::span<const Example> examples) {
  if (examples.empty()) return "";
  std::string out = fmt::format("## {}\n\n", heading);
  for (const Example& example : examples) out += ExampleMarkdown(example);
  return out;
}

std::string FactMarkdown(const Rule& rule, std::string_view docs) {
  if (rule.fact.empty()) return "";
  return fmt::format(
      "Each match is {}a [fact]({}facts.md): a row of {}, for rules that ask over the whole "
      "tree.\n\n",
      rule.grades.empty() ? "" : "also ", docs, CodeSpan(rule.fact));
}

std::string GradesMarkdown(const Rule& rule) {
  if (rule.grades.empty()) return "";
  if (rule.grades.size() == 1) {
    return "It says: " + CodeSpan(rule.grades.front().message) + "\n\n";
  }
  std::string out = "| outcome | severity | precision | it says |\n| --- | --- | --- | --- |\n";
  for (const Grade& grade : rule.grades) {
    out += fmt::format("| {} | {} | {} | {} |\n", MarkdownText(grade.name), NameOf(grade.severity),
                       NameOf(grade.precision), MarkdownText(grade.message));
  }
  return out + "\n";
}

std::string FilesMarkdown(const Rule& rule) {
  std::string list;
  for (const std::string_view title : KindTitles(rule)) {
    list += (list.empty() ? "" : ", ") + std::string(title);
  }
  return list.empty() ? "Looks at text files of every kind.\n\n" : "Looks at: " + list + ".\n\n";
}

std::string ReferencesMarkdown(const Rule& rule) {
  if (rule.cwe.empty() && rule.references.empty()) return "";
  std::string out = "## References\n\n";
  for (const std::uint32_t cwe : rule.cwe) out += fmt::format("- [CWE-{}]({})\n", cwe, CweUrl(cwe));
  for (const std::string_view url : rule.references) out += fmt::format("- <{}>\n", url);
  return out + "\n";
}

std::string ItemMarkdown(const Rule& rule, const ChecklistItem* item, std::string_view docs) {
  if (rule.item.empty()) return "";
  const std::string title = item == nullptr ? "" : " " + MarkdownText(item->title);
  std::string anchor(rule.item);
  std::ranges::transform(anchor, anchor.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return fmt::format("Item: [{}{}]({}checklist.md#{}). ", rule.item, title, docs, anchor);
}

std::string FactsMarkdown(const Rule& rule, const ChecklistItem* item, std::string_view docs) {
  return fmt::format("Rule: `{}`. {}Severity: {}. Precision: {}. Concept: `{}`.\n\n", rule.id,
                     ItemMarkdown(rule, item, docs), SeveritiesText(rule), PrecisionsText(rule),
                     rule.concept_name);
}

/// `docs` is the folder docs/ as the reader reaches it.
std::string Body(const Rule& rule, const ChecklistItem* item, std::string_view docs) {
  std::string out = FactsMarkdown(rule, item, docs);
  out += OneLine(rule.why) + "\n\n";
  if (!rule.fix.empty()) out += "## What to do\n\n" + Sentence(OneLine(rule.fix)) + "\n\n";
  out += "## What is found\n\n" + GradesMarkdown(rule) + FactMarkdown(rule, docs);
  out += ClausesMarkdown(rule, docs);
  out += FilesMarkdown(rule);
  out += ExamplesMarkdown("Found", rule.bad);
  out += ExamplesMarkdown("Not found", rule.ok);
  out += ExamplesMarkdown("Known misses", rule.todo_bad);
  out += ExamplesMarkdown("Known false findings", rule.todo_ok);
  return out;
}

std::string SuppressionMarkdown(const Rule& rule) {
  std::string out =
      "## Suppress\n\nIn a comment on the line of the finding or on the line before:\n\n";
  out += FencedBlock("text", SuppressionText(rule));
  return out + "\nThe reason is required; `until=YYYY-MM-DD` before the `--` lets it expire.\n";
}

}  // namespace

std::string RulePage(const Rule& rule, const ChecklistItem* item) {
  std::string out = "# " + MarkdownText(TitleOf(rule.id)) + "\n\n";
  out += Body(rule, item, "../") + ReferencesMarkdown(rule);
  if (!rule.grades.empty()) out += SuppressionMarkdown(rule);
  if (!rule.formerly.empty()) {
    out += "\n## Former names\n\n";
    for (const std::string_view id : rule.formerly) out += fmt::format("- `{}`\n", id);
  }
  return out;
}

std::string RuleHelpMarkdown(const Rule& rule, const ChecklistItem* item) {
  std::string out = Body(rule, item, DocsUrl()) + ReferencesMarkdown(rule);
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

std::string RuleHelpText(const Rule& rule) {
  std::string out = Sentence(OneLine(rule.why));
  if (!rule.fix.empty()) out += "\n\nWhat to do: " + Sentence(OneLine(rule.fix));
  for (const std::string_view url : rule.references) out += "\n" + std::string(url);
  return out;
}

const ChecklistItem* ItemOf(const Rule& rule, std::span<const ChecklistItem> items) {
  const auto found = std::ranges::find(items, rule.item, &ChecklistItem::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace gonogo
