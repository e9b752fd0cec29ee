#include <fmt/format.h>

#include <algorithm>

#include "analyzer/cli/commands.h"
#include "analyzer/cli/load_rules.h"
#include "analyzer/cli/output.h"
#include "analyzer/report/rule_page.h"
#include "analyzer/rule_tests.h"

namespace gonogo {
namespace {

std::string_view NameOf(ExampleFault fault) {
  switch (fault) {
    case ExampleFault::kMissing:
      return "missing";
    case ExampleFault::kNoisy:
      return "noisy";
    case ExampleFault::kPasses:
      return "passes now, so it is no gap any more";
  }
  return "";
}

std::string Line(const ExampleFailure& failure) {
  return fmt::format("{}:{}: {}: {}: {}:{}{}\n", failure.rule->source, failure.rule_line,
                     failure.rule->id, NameOf(failure.fault), failure.path, failure.line,
                     failure.detail.empty() ? "" : " (" + failure.detail + ")");
}

std::vector<const Rule*> RulesToTest(const RuleBook& book, bool only_added) {
  if (only_added) return book.added_rules();
  return {book.rules().begin(), book.rules().end()};
}

/// Of a rule without grades, which only states facts, "fact".
std::string_view WorstOf(const Rule& rule) {
  if (rule.grades.empty()) return "fact";
  return gonogo::NameOf(std::ranges::max(rule.grades, {}, &Grade::severity).severity);
}

}  // namespace

Result<int> RunRulesList(const Options& options) {
  const RuleBook book = TRY(LoadRuleBook(options.rules_dirs));
  std::string text;
  for (const Rule* rule : book.rules()) {
    text += fmt::format("{:<40} {:<4}{:<10}{}\n", rule->id, rule->item, WorstOf(*rule),
                        rule->concept_name);
  }
  const auto written = WriteOut(text);
  if (!written) return std::unexpected(written.error());
  return 0;
}

Result<int> RunRulesShow(const Options& options) {
  const RuleBook book = TRY(LoadRuleBook(options.rules_dirs));
  const Rule* rule = TRY(FindRule(book, options.id));
  const auto written = WriteOut(RulePage(*rule, ItemOf(*rule, book.checklist())));
  if (!written) return std::unexpected(written.error());
  return 0;
}

Result<int> RunRulesTest(const Options& options) {
  const RuleBook book = TRY(LoadRuleBook(options.paths));
  const RuleTestReport report = TRY(TestRules(book, RulesToTest(book, !options.paths.empty())));
  std::string text;
  for (const ExampleFailure& failure : report.failures) text += Line(failure);
  text += fmt::format("{} examples passed, {} failures\n",
                      report.examples - std::min(report.examples, report.failures.size()),
                      report.failures.size());
  const auto written = WriteOut(text);
  if (!written) return std::unexpected(written.error());
  return report.failures.empty() ? 0 : 1;
}

}  // namespace gonogo
