#include "analyzer/rule_tests.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "analyzer/all_engines.h"
#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/file_step.h"
#include "analyzer/tree_step.h"

namespace gonogo {
namespace {

using Place = std::pair<std::string, std::uint32_t>;  // path and line

struct Outcome {
  std::set<Place> found;
  std::map<Place, std::string> rejected;
};

/// An example with its fakes filled in. A fake key has many lines: `line_of` leads back to the
/// author's.
struct FilledText {
  std::string text;
  std::vector<std::uint32_t> line_of;  // of each line of text, 1-based

  std::uint32_t LineOf(std::uint32_t line) const {
    return line <= line_of.size() ? line_of[line - 1] : line;
  }
};

FilledText Fill(std::string_view text) {
  FilledText filled;
  std::uint32_t line = 1;
  for (std::size_t begin = 0; begin <= text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view author = text.substr(begin, end - begin);
    const std::string made = FillFakes(author).value_or(std::string(author));
    filled.line_of.insert(filled.line_of.end(),
                          1 + static_cast<std::size_t>(std::ranges::count(made, '\n')), line);
    filled.text += made;
    if (end < text.size()) filled.text += '\n';
    begin = end + 1;
  }
  return filled;
}

class ExampleRunner {
 public:
  ExampleRunner(const RuleBook& book, std::span<const std::unique_ptr<Engine>> engines)
      : book_(book), engines_(engines) {
    settings_.explain_rejected = true;
    settings_.today = "2000-01-01";  // so that an `until=` in an example never expires
  }

  Outcome Run(const Rule& rule, const Example& example) const {
    std::map<std::string, std::string> texts;
    std::map<std::string, FilledText> files;
    for (const ExampleFile& file : example.files) {
      FilledText filled = Fill(file.text);
      texts[std::string(file.path)] = filled.text;
      files[std::string(file.path)] = std::move(filled);
    }
    const MemoryTree tree(std::move(texts));
    const FileStep step(tree, book_, book_.rules(), engines_, settings_);
    std::vector<std::string> paths;
    for (const auto& [path, filled] : files) paths.push_back(path);
    const Rule* const only[] = {&rule};
    const TreeResult scanned = ScanTree(step, {.paths = paths, .wider_rules = only});
    Outcome outcome;
    for (std::size_t i = 0; i < paths.size(); ++i)
      AddFile(rule, paths[i], files[paths[i]], scanned.files[i], outcome);
    return outcome;
  }

 private:
  static void AddFile(const Rule& rule, const std::string& path, const FilledText& filled,
                      const FileResult& result, Outcome& outcome) {
    for (const Finding& finding : result.findings) {
      if (finding.rule == &rule)
        outcome.found.insert({path, filled.LineOf(finding.region.start.line)});
    }
    for (const Fact& fact : result.facts) {
      if (fact.rule == &rule && rule.grades.empty())
        outcome.found.insert({path, filled.LineOf(fact.region.start.line)});
    }
    for (const RejectedCandidate& candidate : result.rejected) {
      if (candidate.rule != rule.id) continue;
      outcome.rejected[{path, filled.LineOf(candidate.region.start.line)}] = candidate.reason;
    }
  }

  const RuleBook& book_;
  std::span<const std::unique_ptr<Engine>> engines_;
  PipelineSettings settings_;
};

std::set<Place> Marked(const Example& example) {
  std::set<Place> marked;
  for (const ExampleFile& file : example.files) {
    for (const std::uint32_t line : file.find) marked.insert({std::string(file.path), line});
  }
  return marked;
}

void AddFailures(const Rule& rule, const Example& example, const Outcome& outcome,
                 const std::set<Place>& marked, std::vector<ExampleFailure>& failures) {
  for (const Place& place : marked) {
    if (outcome.found.contains(place)) continue;
    const auto rejected = outcome.rejected.find(place);
    failures.push_back({&rule, ExampleFault::kMissing, example.line, place.first, place.second,
                        rejected == outcome.rejected.end() ? "" : rejected->second});
  }
  for (const Place& place : outcome.found) {
    if (marked.contains(place)) continue;
    failures.push_back({&rule, ExampleFault::kNoisy, example.line, place.first, place.second, ""});
  }
}

void TestExamples(const ExampleRunner& runner, const Rule& rule, std::span<const Example> examples,
                  bool known_gap, RuleTestReport& report) {
  for (const Example& example : examples) {
    ++report.examples;
    std::vector<ExampleFailure> failures;
    AddFailures(rule, example, runner.Run(rule, example), Marked(example), failures);
    if (!known_gap) {
      report.failures.insert(report.failures.end(), failures.begin(), failures.end());
    } else if (failures.empty()) {
      report.failures.push_back(
          {&rule, ExampleFault::kPasses, example.line, std::string(example.files[0].path), 0, ""});
    }
  }
}

}  // namespace

Result<RuleTestReport> TestRules(const RuleBook& book, const std::vector<const Rule*>& rules) {
  const std::vector<std::unique_ptr<Engine>> engines = TRY(MakeEngines(book, 1));
  const ExampleRunner runner(book, engines);
  RuleTestReport report;
  for (const Rule* rule : rules) {
    TestExamples(runner, *rule, rule->bad, false, report);
    TestExamples(runner, *rule, rule->ok, false, report);
    TestExamples(runner, *rule, rule->todo_bad, true, report);
    TestExamples(runner, *rule, rule->todo_ok, true, report);
  }
  return report;
}

}  // namespace gonogo
