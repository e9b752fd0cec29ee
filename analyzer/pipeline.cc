#include "analyzer/pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

#include "analyzer/all_engines.h"
#include "analyzer/checklist/verdict.h"
#include "analyzer/file_step.h"
#include "analyzer/filter/configured.h"
#include "analyzer/merge/secret_places.h"
#include "analyzer/merge/template_places.h"
#include "analyzer/tree_step.h"
#include "analyzer/walk/git_source.h"
#include "analyzer/walk/walker.h"

namespace gonogo {
namespace {

WalkOptions WalkOptionsOf(const PipelineSettings& settings) {
  const auto tracked = [&root = settings.root] { return TrackedFiles(root); };
  return {settings.targets, settings.ignore_files, tracked, settings.exclude, settings.threads};
}

std::vector<const Rule*> EnabledRules(const RuleBook& book, const PipelineSettings& settings) {
  std::vector<const Rule*> enabled;
  for (const Rule* rule : book.rules()) {
    const bool off =
        std::ranges::find(settings.disabled_rules, rule) != settings.disabled_rules.end();
    if (!off) enabled.push_back(rule);
  }
  return enabled;
}

template <class T>
void Append(std::vector<T>& to, std::vector<T>&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

void AddToAccount(FileAccount& files, const FileResult& result) {
  switch (result.outcome) {
    case FileOutcome::kRead:
      ++files.read;
      break;
    case FileOutcome::kPartlyRead:
      ++files.partly_read;
      break;
    case FileOutcome::kNotRead:
      ++files.not_read;
      break;
    case FileOutcome::kBinary:
      ++files.binary;
      break;
  }
  files.bytes += result.bytes;
}

/// Findings, notices and counts of all files, in the order of the files: no result depends on
/// timing.
void Collect(std::vector<FileResult>& results, Run& run) {
  for (FileResult& result : results) {
    AddToAccount(run.files, result);
    if (result.outcome == FileOutcome::kRead || result.outcome == FileOutcome::kPartlyRead) {
      ++run.files_by_kind[static_cast<std::size_t>(result.kind)];
    }
    Append(run.findings, std::move(result.findings));
    Append(run.rejected, std::move(result.rejected));
    Append(run.notices, std::move(result.notices));
  }
}

/// Keeps them in the order of the files.
void AddRejected(std::vector<RejectedCandidate>&& rejected, Run& run) {
  Append(run.rejected, std::move(rejected));
  std::ranges::stable_sort(run.rejected, {}, [](const RejectedCandidate& one) {
    return std::tie(one.path, one.region.start.offset, one.rule);
  });
}

std::vector<std::string> PathsOf(const WalkResult& walked) {
  std::vector<std::string> paths;
  for (const auto& file : walked.files) paths.push_back(file.path);
  return paths;
}

/// It asks over the whole tree, and no clause of it says what a part shows.
bool IsWider(const Rule* rule) {
  const auto facts = [](const MatchAlternative& alternative) {
    return alternative.type == ClauseType::kFacts;
  };
  const auto of_part = [&](const MatchAlternative& alternative) {
    return facts(alternative) && alternative.facts->of_part;
  };
  return std::ranges::any_of(rule->match, facts) && std::ranges::none_of(rule->match, of_part);
}

/// The enabled rules that can run. Of a part of the tree nothing is asked that the whole decides.
std::vector<const Rule*> RunningRules(const Run& run) {
  std::vector<const Rule*> rules = run.rules;
  if (!run.whole_tree) std::erase_if(rules, IsWider);
  return rules;
}

void TellRulesNotRun(std::size_t count, Run& run) {
  if (count == 0) return;
  run.notices.push_back({"wider-rules-not-run", Coverage::kInformation, "", 0,
                         fmt::format("{} {} over the whole tree and did not run; check the root",
                                     count, count == 1 ? "rule asks" : "rules ask")});
}

/// What an engine that sees the whole tree could not read makes a file partly read.
void TakeCoverage(std::span<const std::string> paths, TreeResult& scanned) {
  for (const Notice& notice : scanned.notices) {
    if (notice.coverage == Coverage::kInformation) continue;
    const auto at = std::ranges::lower_bound(paths, notice.path);
    if (at == paths.end() || *at != notice.path) continue;
    FileResult& file = scanned.files[static_cast<std::size_t>(at - paths.begin())];
    if (file.outcome == FileOutcome::kRead) file.outcome = FileOutcome::kPartlyRead;
  }
}

bool IsWholeTree(const PipelineSettings& settings) {
  return settings.targets == std::vector<std::string>{""};
}

}  // namespace

Result<Run> RunPipeline(const FileSystem& tree, const RuleBook& book,
                        const PipelineSettings& settings, Progress& progress) {
  Run run;
  run.root = settings.root;
  run.targets = settings.targets;
  run.whole_tree = IsWholeTree(settings);
  run.gate = settings.gate;
  run.checklist = book.checklist();
  run.rules = EnabledRules(book, settings);

  // Walk: which files there are. Beyond this point no file is added.
  WalkResult walked = Walk(tree, WalkOptionsOf(settings));
  run.files.ignored = walked.ignored;
  run.files.excluded = walked.excluded;
  run.files.links = walked.links;
  run.files.not_read = static_cast<std::uint64_t>(std::ranges::count_if(
      walked.notices, [](const Notice& notice) { return notice.coverage == Coverage::kNotRead; }));
  run.notices = settings.notices;
  Append(run.notices, std::move(walked.notices));
  progress.files = walked.files.size();

  // Classify, engines, merge, filter: file by file, in parallel, without state between files. Then
  // the engines that see the whole tree, where it is scanned: never half an answer from half a
  // tree.
  const std::vector<std::unique_ptr<Engine>> engines = TRY(MakeEngines(book, settings.threads));
  const std::vector<const Rule*> running = RunningRules(run);
  TellRulesNotRun(run.rules.size() - running.size(), run);
  const FileStep step(tree, book, running, engines, settings);
  const std::vector<std::string> paths = PathsOf(walked);
  TreeScan scan{.paths = paths, .threads = settings.threads};
  scan.wider_rules = running;
  scan.whole_tree = run.whole_tree;
  if (run.whole_tree) scan.checklist = run.checklist;
  const auto wider = MakeProgramEngines(running, tree, settings);
  std::vector<ProgramEngine*> program_engines;
  for (const auto& engine : wider) program_engines.push_back(engine.get());
  scan.engines = program_engines;
  scan.on_file = [&] { progress.done.fetch_add(1, std::memory_order_relaxed); };
  TreeResult scanned = ScanTree(step, scan);
  TakeCoverage(paths, scanned);
  Collect(scanned.files, run);
  Append(run.notices, std::move(scanned.notices));
  run.measures = std::move(scanned.measures);

  // Beyond this point findings are marked, never added; and one secret or one
  // template, whose places are only known when all files have been read, becomes one finding when
  // all marks are made.
  ApplyConfiguredIgnores(settings.ignores, run);
  std::ranges::sort(run.notices);
  std::vector<RejectedCandidate> unlikely = JoinSecretPlaces(run.findings);
  if (settings.explain_rejected) AddRejected(std::move(unlikely), run);
  JoinTemplatePlaces(run.findings);

  // Checklist: what the findings mean for each item.
  run.verdicts = DecideChecklist(run);
  return run;
}

}  // namespace gonogo
