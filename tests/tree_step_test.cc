#include "analyzer/tree_step.h"

#include <catch2/catch.hpp>
#include <mutex>
#include <set>
#include <string>

#include "analyzer/all_engines.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

constexpr std::string_view kStates = R"yaml(id: demo-call
item: A2
concept: outbound-call
why: x
match:
  - text: {keywords: [demo_get], regex: 'demo_get\((?P<bound>\d+)'}
fact: {kind: outbound_call, library: text}
bad:
  - {a.c: "demo_get(3)  // <- finding\n"}
ok:
  - {a.c: "demo_put(3)\n"}
)yaml";

constexpr std::string_view kAsks = R"yaml(id: asker
item: A2
concept: timeout-missing
why: x
fix: x
match:
  - facts: {sql: "SELECT path, line, group_concat(library, '+') AS of FROM outbound_call GROUP BY path, line"}
severity: low
precision: high
message: "stated by {of}"
bad:
  - {a.c: "demo_get(3)  // <- finding\n"}
ok:
  - {a.c: "demo_put(3)\n"}
)yaml";

constexpr Grade kGrades[] = {{"", Severity::kHigh, Precision::kHigh, "seen by a wider engine"}};
constexpr FactValue kValues[] = {{"library", "wide"}};

/// Finds the first byte of every file that it was told of, for a rule that also states a fact.
class FirstByte final : public ProgramEngine {
 public:
  explicit FirstByte(const Rule& rule) : rule_(rule) {}

  void Note(const EngineInput& input, std::span<const std::uint64_t> /*word_offsets*/,
            unsigned /*worker*/) override {
    const std::lock_guard lock(mutex_);
    CHECK(paths_.insert(input.file.path).second);
  }

  ProgramOutput Finish() override {
    ProgramOutput output;
    for (const std::string& path : paths_) {
      Match match;
      match.rule = &rule_;
      match.grade = &rule_.grades.front();
      match.range = {0, 1};
      output.matches[path] = {match};
    }
    output.matches["gone.c"] = output.matches.begin()->second;
    Match beyond = output.matches.begin()->second.front();
    beyond.range = {1'000, 1'001};
    output.matches.begin()->second.push_back(beyond);
    output.notices.push_back({"told", Coverage::kInformation, "", 0, "told"});
    return output;
  }

 private:
  const Rule& rule_;
  std::mutex mutex_;
  std::set<std::string> paths_;
};

TEST_CASE("a file that was written to meanwhile is scanned anew") {
  RuleReader reader;
  reader.Read("s.yaml", kStates);
  RuleSet set = std::move(reader).Finish();
  REQUIRE(DescribeAll(set) == "");
  RuleBook book;
  book.Add(set.rules, std::move(set.storage));
  const std::vector<const Rule*> enabled(book.rules().begin(), book.rules().end());
  const auto engines = MakeEngines(book, 1);
  REQUIRE(engines.has_value());
  const PipelineSettings settings;
  const MemoryTree tree({{"a.c", "demo_get(3);\n"}, {"b.c", ""}});
  const MemoryTree written({{"a.c", "demo_put(3);\n"}, {"b.c", ""}});
  const FileStep step(tree, book, enabled, *engines, settings);
  const FileStep later(written, book, enabled, *engines, settings);
  const FileResult before = step.Scan("a.c", 0);
  REQUIRE(before.facts.size() == 1);
  REQUIRE(before.said);
  CHECK(step.ScanAgain(before, "a.c", 0, {}).facts.size() == 1);
  CHECK(step.ScanAgain(before, "a.c", 0, {}).said == before.said);
  CHECK(later.ScanAgain(before, "a.c", 0, {}).facts.empty());
}

TEST_CASE("facts of any engine are asked for last, and all findings of a file are merged") {
  RuleReader reader;
  reader.Read("s.yaml", kStates);
  reader.Read("a.yaml", kAsks);
  RuleSet set = std::move(reader).Finish();
  REQUIRE(DescribeAll(set) == "");
  Rule wide;
  wide.id = "wide";
  wide.fact = "outbound_call";
  wide.fact_values = kValues;
  wide.grades = kGrades;
  RuleBook book;
  book.Add(set.rules, std::move(set.storage));
  std::vector<const Rule*> enabled(book.rules().begin(), book.rules().end());
  enabled.push_back(&wide);
  std::ranges::sort(enabled, {}, &Rule::id);
  const auto engines = MakeEngines(book, 2);
  REQUIRE(engines.has_value());
  const MemoryTree tree({{"a.c", "demo_get(3);\n"}, {"b.c", "x;\ndemo_get(4);\n"}});
  PipelineSettings settings;
  settings.threads = 2;
  const FileStep step(tree, book, enabled, *engines, settings);
  const std::vector<std::string> paths = {"a.c", "b.c"};
  FirstByte first(wide);
  ProgramEngine* const wider[] = {&first};
  const TreeResult result =
      ScanTree(step, {.paths = paths, .threads = 2, .engines = wider, .wider_rules = enabled});
  std::string said;
  for (const FileResult& file : result.files) {
    for (const Finding& finding : file.findings) {
      said += finding.path + ":" + std::to_string(finding.region.start.line) + " " +
              finding.message + "\n";
    }
  }
  CHECK(said ==
        "a.c:1 stated by text+wide\na.c:1 seen by a wider engine\n"
        "b.c:1 stated by wide\nb.c:1 seen by a wider engine\nb.c:2 stated by text\n");
  REQUIRE(result.notices.size() == 1);
  CHECK(result.notices[0].id == "told");
}

}  // namespace
}  // namespace gonogo
