// Rule pages: a rule and the checklist as documentation. The same words serve docs/ (generated),
// the help of SARIF and `gonogo explain`. Made-up secrets of examples appear as <NAME>.
#pragma once

#include <span>
#include <string>

#include "analyzer/model/rule.h"
#include "analyzer/report/report.h"

namespace gonogo {

/// docs/rules/ID.md. `item` is the rule's row of the checklist and may be null.
std::string RulePage(const Rule& rule, const ChecklistItem* item);

/// The page without its heading and its way to suppress, for SARIF's help.markdown.
std::string RuleHelpMarkdown(const Rule& rule, const ChecklistItem* item);

/// Why and fix in plain sentences, for SARIF's help.text.
std::string RuleHelpText(const Rule& rule);

/// What `gonogo explain` prints: plain, or with colours and links as the options say.
std::string ExplainRule(const Rule& rule, const ChecklistItem* item, const ReportOptions& options);

/// docs/rules/README.md: every rule under its item.
std::string RuleIndexPage(std::span<const ChecklistItem> items, std::span<const Rule* const> rules);

/// docs/checklist.md: how verdicts come about, then every item.
std::string ChecklistPage(std::span<const ChecklistItem> items, std::span<const Rule* const> rules);

/// The item of a rule, or null.
const ChecklistItem* ItemOf(const Rule& rule, std::span<const ChecklistItem> items);

}  // namespace gonogo
