#include "analyzer/rule_tests.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <utility>

#include "analyzer/all_engines.h"
#include "analyzer/base/parallel_for.h"
#include "analyzer/engines/cxx/cxx_engine.h"
#include "analyzer/engines/text/secret_formats.h"
#include "analyzer/file_step.h"
#include "analyzer/merge/secret_places.h"
#include "analyzer/tree_step.h"
#include "analyzer/worker/worker_program.h"

namespace gonogo {
namespace {

using Place = std::pair<std::string, std::uint32_t>;  // path and line

struct Outcome {
  std::set<Place> found;
  std::map<Place, std::string> rejected;
  std::string unread;  // why a wider engine did not see all of it
};

bool AsksOfCode(const Rule* rule) {
  return std::ranges::any_of(rule->match, [](const MatchAlternative& alternative) {
    return alternative.type == ClauseType::kCxx;
  });
}

/// The rules that the compiler's view of an example is asked for: the rule itself, or those that
/// state the facts that it asks for.
std::vector<const Rule*> RulesOfCode(const Rule& rule, const RuleBook& book) {
  if (AsksOfCode(&rule)) return {&rule};
  std::vector<const Rule*> rules;
  for (const MatchAlternative& alternative : rule.match) {
    if (alternative.type != ClauseType::kFacts) continue;
    for (const Rule* other : book.rules()) {
      const bool states = !other->fact.empty() &&
                          alternative.facts->sql.find(other->fact) != std::string_view::npos;
      if (states && AsksOfCode(other)) rules.push_back(other);
    }
  }
  return rules;
}

/// One rule's examples share their worker.
std::shared_ptr<WorkerPool> PoolFor(std::span<const Rule* const> rules, const std::string& worker) {
  if (worker.empty() || rules.empty()) return nullptr;
  WorkerOptions options;
  options.command = {worker};
  return std::make_shared<WorkerPool>(SetupOf(rules), options);
}

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

  /// `of_code` are those of which the worker knows the matchers.
  Outcome Run(const Rule& rule, const Example& example, std::span<const Rule* const> of_code,
              const std::shared_ptr<WorkerPool>& pool) const {
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
    CxxOptions options;
    options.root = "/gonogo-example";  // no such folder is needed
    options.in_memory = true;
    options.pool = pool;
    const auto code = pool ? MakeCxxEngine(of_code, tree, options) : nullptr;
    ProgramEngine* const wide[] = {code.get()};
    const TreeResult scanned = ScanTree(
        step,
        {.paths = paths, .engines = std::span(wide).first(code ? 1 : 0), .wider_rules = only});
    Outcome outcome;
    for (const Notice& notice : scanned.notices) {
      const bool bad = notice.coverage != Coverage::kInformation || notice.id == "bad-matcher";
      if (bad && outcome.unread.empty()) outcome.unread = notice.message;
    }
    for (std::size_t i = 0; i < paths.size(); ++i)
      AddFile(rule, paths[i], files[paths[i]], scanned.files[i], outcome);
    return outcome;
  }

 private:
  static void AddFile(const Rule& rule, const std::string& path, const FilledText& filled,
                      const FileResult& result, Outcome& outcome) {
    for (const Finding& finding : result.findings) {
      if (finding.rule == &rule && !IsWeakPlace(finding))
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
                        rejected == outcome.rejected.end() ? outcome.unread : rejected->second});
  }
  for (const Place& place : outcome.found) {
    if (marked.contains(place)) continue;
    failures.push_back({&rule, ExampleFault::kNoisy, example.line, place.first, place.second, ""});
  }
}

/// Tests one rule, with the engines of one thread.
class RuleTester {
 public:
  RuleTester(const ExampleRunner& runner, const Rule& rule, std::vector<const Rule*> of_code,
             const std::string& worker)
      : runner_(runner),
        rule_(rule),
        of_code_(std::move(of_code)),
        pool_(PoolFor(of_code_, worker)) {}

  RuleTestReport Test() {
    TestExamples(rule_.bad, false);
    TestExamples(rule_.ok, false);
    TestExamples(rule_.todo_bad, true);
    TestExamples(rule_.todo_ok, true);
    return std::move(report_);
  }

 private:
  void TestExamples(std::span<const Example> examples, bool known_gap) {
    for (const Example& example : examples) {
      ++report_.examples;
      std::vector<ExampleFailure> failures;
      AddFailures(rule_, example, runner_.Run(rule_, example, of_code_, pool_), Marked(example),
                  failures);
      if (!known_gap) {
        report_.failures.insert(report_.failures.end(), failures.begin(), failures.end());
      } else if (failures.empty()) {
        report_.failures.push_back({&rule_, ExampleFault::kPasses, example.line,
                                    std::string(example.files[0].path), 0, ""});
      }
    }
  }

  const ExampleRunner& runner_;
  const Rule& rule_;
  std::vector<const Rule*> of_code_;
  std::shared_ptr<WorkerPool> pool_;
  RuleTestReport report_;
};

}  // namespace

Result<RuleTestReport> TestRules(const RuleBook& book, const std::vector<const Rule*>& rules) {
  const bool of_code = std::ranges::any_of(
      rules, [&](const Rule* rule) { return !RulesOfCode(*rule, book).empty(); });
  const std::string worker = of_code ? FindOrBuildWorker() : "";
  if (of_code && worker.empty())
    return Fail(
        "gonogo-cxx is missing, so clauses \"cxx\" cannot be tested: put it beside gonogo, "
        "or name it in GONOGO_CXX");
  // Engines hold the scratch memory of one thread each.
  const unsigned threads = of_code ? DefaultThreadCount() : 1;
  std::vector<std::vector<std::unique_ptr<Engine>>> engines;
  std::vector<ExampleRunner> runners;
  for (unsigned thread = 0; thread < threads; ++thread) {
    std::vector<std::unique_ptr<Engine>> own = TRY(MakeEngines(book, 1));
    engines.push_back(std::move(own));
  }
  for (const auto& own : engines) runners.emplace_back(book, own);
  std::vector<RuleTestReport> reports(rules.size());
  ParallelFor(rules.size(), threads, [&](std::size_t index, unsigned thread) {
    reports[index] =
        RuleTester(runners[thread], *rules[index], RulesOfCode(*rules[index], book), worker).Test();
  });
  RuleTestReport all;
  for (RuleTestReport& report : reports) {
    all.examples += report.examples;
    std::ranges::move(report.failures, std::back_inserter(all.failures));
  }
  return all;
}

}  // namespace gonogo
