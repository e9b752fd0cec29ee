#include "analyzer/tree_step.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "analyzer/base/parallel_for.h"
#include "analyzer/engines/project/project_engine.h"

namespace gonogo {
namespace {

std::vector<Fact> FactsOf(const std::vector<FileResult>& files) {
  std::vector<Fact> facts;
  for (const FileResult& file : files)
    facts.insert(facts.end(), file.facts.begin(), file.facts.end());
  return facts;
}

/// Scans the files again in which wider engines found something, with all that they found there.
class Merger {
 public:
  Merger(const FileStep& step, const TreeScan& scan, TreeResult& result)
      : step_(step), scan_(scan), result_(result) {}

  void Merge(ProgramOutput&& found) {
    std::ranges::move(found.notices, std::back_inserter(result_.notices));
    std::vector<std::pair<std::size_t, const std::vector<Match>*>> work;
    for (auto& [path, matches] : found.matches) {
      const auto at = std::ranges::lower_bound(scan_.paths, path);
      if (at == scan_.paths.end() || *at != path) continue;
      const auto file = static_cast<std::size_t>(at - scan_.paths.begin());
      std::vector<Match>& all = matches_[file];
      std::ranges::move(matches, std::back_inserter(all));
      work.emplace_back(file, &all);
    }
    ParallelFor(work.size(), scan_.threads, [&](std::size_t index, unsigned worker) {
      const auto& [file, matches] = work[index];
      result_.files[file] =
          step_.ScanAgain(result_.files[file], scan_.paths[file], worker, *matches);
    });
  }

 private:
  const FileStep& step_;
  const TreeScan& scan_;
  TreeResult& result_;
  std::map<std::size_t, std::vector<Match>> matches_;  // of all wider engines so far, by file
};

}  // namespace

TreeResult ScanTree(const FileStep& step, const TreeScan& scan) {
  TreeResult result;
  result.files.resize(scan.paths.size());
  ParallelFor(scan.paths.size(), scan.threads, [&](std::size_t index, unsigned worker) {
    result.files[index] = step.Scan(scan.paths[index], worker, scan.engines);
    if (scan.on_file) scan.on_file();
  });
  Merger merger(step, scan, result);
  for (ProgramEngine* engine : scan.engines) merger.Merge(engine->Finish());

  // Facts: what all rules stated. The project engine runs last, since facts are of any engine.
  ProjectEngine project(scan.wider_rules, {}, scan.whole_tree);
  project.Take(FactsOf(result.files));
  result.measures = project.MeasureItems(scan.checklist, result.notices);
  merger.Merge(project.Finish());
  return result;
}

}  // namespace gonogo
