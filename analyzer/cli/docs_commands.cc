#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "analyzer/cli/commands.h"
#include "analyzer/cli/load_rules.h"
#include "analyzer/cli/output.h"
#include "analyzer/cli/terminal_options.h"
#include "analyzer/facts/fact_schema.h"
#include "analyzer/report/markdown.h"
#include "analyzer/report/rule_page.h"

namespace gonogo {
namespace {

std::string FactsPage() {
  return "# Facts\n\nWhat rules with `fact:` state of a tree, and what clauses `facts: {sql: ...}` "
         "and the "
         "`measures:` of checklist items ask: SQLite tables, filled anew in each run.\n\n" +
         FencedBlock("sql", FactSchema());
}

Result<void> WriteDocs(const std::string& folder, const RuleBook& book) {
  std::error_code error;
  std::filesystem::create_directories(folder + "/rules", error);
  std::filesystem::create_directories(folder + "/schema", error);
  if (error)
    return Fail(fmt::format("cannot make folders below \"{}\": {}", folder, error.message()));
  for (const Rule* rule : book.rules()) {
    const auto written = WriteFile(fmt::format("{}/rules/{}.md", folder, rule->id),
                                   RulePage(*rule, ItemOf(*rule, book.checklist())));
    if (!written) return written;
  }
  const std::pair<std::string_view, std::string> pages[] = {
      {"rules/README.md", RuleIndexPage(book.checklist(), book.rules())},
      {"facts.md", FactsPage()},
      {"checklist.md", ChecklistPage(book.checklist(), book.rules())},
      {"schema/rule.schema.json", std::string(EmbeddedRules().rule_schema)},
      {"schema/config.schema.json", std::string(EmbeddedRules().config_schema)},
  };
  for (const auto& [name, text] : pages) {
    const auto written = WriteFile(fmt::format("{}/{}", folder, name), text);
    if (!written) return written;
  }
  return {};
}

/// What the checklist says of one item, and its rules.
std::string ExplainItem(const ChecklistItem& item, const RuleBook& book) {
  std::vector<const Rule*> rules;
  std::ranges::copy_if(book.rules(), std::back_inserter(rules),
                       [&](const Rule* rule) { return rule->item == item.id; });
  return ChecklistPage(std::span(&item, 1), rules);
}

}  // namespace

Result<int> RunDocs(const Options& options) {
  const RuleBook book;
  const auto written = WriteDocs(options.paths.front(), book);
  if (!written) return std::unexpected(written.error());
  return 0;
}

Result<int> RunExplain(const Options& options) {
  const RuleBook book = TRY(LoadRuleBook(options.rules_dirs));
  const auto item = std::ranges::find(book.checklist(), options.id, &ChecklistItem::id);
  std::string text;
  if (item != book.checklist().end()) {
    text = ExplainItem(*item, book);
  } else {
    const Rule* rule = TRY(FindRule(book, options.id));
    text = ExplainRule(*rule, ItemOf(*rule, book.checklist()), TerminalOptions(options));
  }
  const auto written = WriteOut(text);
  if (!written) return std::unexpected(written.error());
  return 0;
}

}  // namespace gonogo
