// TreeStep: all files of a tree through the FileStep, in parallel; then the engines that see more
// than one file. What those find in a file is merged with all that was found there, so such a file
// is scanned once more, with their matches beside its own.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/file_step.h"
#include "analyzer/model/notice.h"
#include "analyzer/model/run.h"

namespace gonogo {

struct TreeScan {
  std::span<const std::string> paths;  // sorted
  unsigned threads = 1;
  /// Engines that see more than one file, in the order in which they finish.
  std::span<ProgramEngine* const> engines = {};
  /// Rules whose clauses ask over many files.
  std::span<const Rule* const> wider_rules = {};
  bool whole_tree = true;  // else only clauses that a part of it answers are asked
  std::span<const ChecklistItem> checklist = {};  // whose measures are wanted
  std::function<void()> on_file = {};             // called after each file, from many threads
};

struct TreeResult {
  std::vector<FileResult> files;  // in the order of the paths
  std::vector<ItemMeasure> measures;
  std::vector<Notice> notices;  // of the wider engines
};

TreeResult ScanTree(const FileStep& step, const TreeScan& scan);

}  // namespace gonogo
