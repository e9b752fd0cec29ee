#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/markdown.h"
#include "analyzer/report/rule_facts.h"
#include "analyzer/report/rule_page.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::string_view kIntroduction = R"(# The production-readiness checklist

`gonogo checklist PATH` gives each item below one verdict. A verdict rests on findings, on evidence with file
and line, and on the account of what was read; what gonogo has not looked at never counts as good.

| verdict | when |
| --- | --- |
| NO-GO | a finding against the item is open at or above the gate (`medium` unless the gate is set) |
| INCOMPLETE | files that decide the item were not read, or gonogo cannot yet read what decides it |
| REVIEW | what a repository can show is there, and questions are left that only people can answer |
| GO | every part of the item has evidence, nothing is open against it, every file that could speak was read |
| N/A | the repository has nothing of the kind that the item is about |

The overall verdict is the worst of them in the order of the table. `gonogo checklist` exits 1 on NO-GO.
INCOMPLETE is not a GO: it names what is not known yet.

)";

std::string Anchor(std::string_view id) {
  std::string anchor(id);
  std::ranges::transform(anchor, anchor.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return anchor;
}

std::string Kinds(std::span<const FileKind> kinds) {
  std::string list;
  for (const FileKind kind : kinds) {
    list += (list.empty() ? "" : ", ") + std::string(InfoOf(kind).title);
  }
  return list;
}

std::string RulesOf(std::string_view concept_name, std::span<const Rule* const> rules,
                    bool evidence) {
  std::string list;
  for (const Rule* rule : rules) {
    if (rule->concept_name != concept_name) continue;
    if (evidence ? !GivesEvidence(*rule) : WorstSeverity(*rule) == Severity::kEvidence) continue;
    list += fmt::format("{}[{}](rules/{}.md)", list.empty() ? "" : ", ", rule->id, rule->id);
  }
  return list.empty() ? "no rule yet" : list;
}

std::string Concepts(std::string_view heading, std::span<const std::string_view> concepts,
                     std::span<const Rule* const> rules, bool evidence) {
  if (concepts.empty()) return "";
  std::string out = fmt::format("{}\n\n", heading);
  for (const std::string_view name : concepts) {
    out += fmt::format("- `{}`: {}\n", name, RulesOf(name, rules, evidence));
  }
  return out + "\n";
}

std::string Sentences(std::string_view heading, std::span<const std::string_view> texts) {
  if (texts.empty()) return "";
  std::string out = fmt::format("{}\n\n", heading);
  for (const std::string_view text : texts) out += "- " + OneLine(text) + "\n";
  return out + "\n";
}

std::string Measures(std::span<const Measure> measures) {
  if (measures.empty()) return "";
  std::string out = "Told with the verdict, from the [facts](facts.md):\n\n";
  for (const Measure& measure : measures) out += "- " + CodeSpan(measure.says) + "\n";
  return out + "\n";
}

std::string Item(const ChecklistItem& item, std::span<const Rule* const> rules) {
  std::string out = fmt::format("<a id=\"{}\"></a>\n\n## {} {}\n\n{}\n\n", Anchor(item.id), item.id,
                                MarkdownText(item.title), OneLine(item.asks));
  out += Concepts("Against it:", item.against, rules, false);
  out += Concepts("For it:", item.evidence, rules, true);
  if (!item.decided_by.empty()) {
    const std::string understood =
        item.understood.empty() ? "none of them yet" : Kinds(item.understood);
    out += fmt::format("Decided by files of these kinds: {}. Read in full for this item: {}.\n\n",
                       Kinds(item.decided_by), understood);
  }
  out += Measures(item.measures);
  out += Sentences("Not seen yet, so the item stays INCOMPLETE:", item.missing);
  out += Sentences("Questions for people:", item.questions);
  return out;
}

std::string WithoutTrailingBlankLine(std::string page) {
  while (page.ends_with("\n\n")) page.pop_back();
  return page;
}

std::string RuleRows(std::string_view item, std::span<const Rule* const> rules) {
  std::string rows;
  for (const Rule* rule : rules) {
    if (rule->item != item) continue;
    rows += fmt::format("| [{}]({}.md) | {} | {} | `{}` |\n", rule->id, rule->id,
                        SeveritiesText(*rule), PrecisionsText(*rule), rule->concept_name);
  }
  return rows;
}

std::string RuleTable(const std::string& rows) {
  return "| rule | severity | precision | concept |\n| --- | --- | --- | --- |\n" + rows + "\n";
}

// Rules whose item is no row of the checklist, such as those about suppressions.
std::string OtherRows(std::span<const ChecklistItem> items, std::span<const Rule* const> rules) {
  std::vector<const Rule*> others;
  for (const Rule* rule : rules) {
    if (ItemOf(*rule, items) == nullptr) others.push_back(rule);
  }
  std::string rows;
  for (const Rule* rule : others) {
    rows += RuleRows(rule->item, std::span<const Rule* const>(&rule, 1));
  }
  return rows;
}

}  // namespace

std::string ChecklistPage(std::span<const ChecklistItem> items,
                          std::span<const Rule* const> rules) {
  std::string page(kIntroduction);
  for (const ChecklistItem& item : items) page += Item(item, rules);
  return WithoutTrailingBlankLine(std::move(page));
}

std::string RuleIndexPage(std::span<const ChecklistItem> items,
                          std::span<const Rule* const> rules) {
  std::string page =
      fmt::format("# Rules\n\n{}, by the item of the [checklist](../checklist.md).\n\n",
                  Count(rules.size(), "rule"));
  for (const ChecklistItem& item : items) {
    const std::string rows = RuleRows(item.id, rules);
    if (rows.empty()) continue;
    page += fmt::format("## {} {}\n\n", item.id, MarkdownText(item.title)) + RuleTable(rows);
  }
  const std::string others = OtherRows(items, rules);
  if (!others.empty()) page += "## Others\n\n" + RuleTable(others);
  return WithoutTrailingBlankLine(std::move(page));
}

}  // namespace gonogo
