#include "analyzer/tree_step.h"

#include <algorithm>
#include <iterator>
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

/// Scans the files again in which a wider engine found something.
void Merge(const FileStep& step, const TreeScan& scan, ProgramOutput&& found, TreeResult& result) {
  std::ranges::move(found.notices, std::back_inserter(result.notices));
  std::vector<std::pair<std::size_t, std::vector<Match>>> work;
  for (auto& [path, matches] : found.matches) {
    const auto at = std::ranges::lower_bound(scan.paths, path);
    if (at == scan.paths.end() || *at != path) continue;
    work.emplace_back(static_cast<std::size_t>(at - scan.paths.begin()), std::move(matches));
  }
  ParallelFor(work.size(), scan.threads, [&](std::size_t index, unsigned worker) {
    auto& [file, matches] = work[index];
    result.files[file] = step.Scan(scan.paths[file], worker, matches);
  });
}

}  // namespace

TreeResult ScanTree(const FileStep& step, const TreeScan& scan) {
  TreeResult result;
  result.files.resize(scan.paths.size());
  ParallelFor(scan.paths.size(), scan.threads, [&](std::size_t index, unsigned worker) {
    result.files[index] = step.Scan(scan.paths[index], worker);
    if (scan.on_file) scan.on_file();
  });
  // Facts: what all rules stated. The project engine runs last, since facts are of any engine.
  ProjectEngine project(scan.wider_rules);
  project.Take(FactsOf(result.files));
  result.measures = project.MeasureItems(scan.checklist, result.notices);
  Merge(step, scan, project.Finish(), result);
  return result;
}

}  // namespace gonogo
