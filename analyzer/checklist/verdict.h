// Verdicts: each item of the checklist is decided from findings, evidence and
// the account of files, as docs/checklist.md says. Never GO by ignorance.
#pragma once

#include <vector>

#include "analyzer/model/run.h"

namespace gonogo {

/// Needs run.findings, rules, measures, notices, files, files_by_kind, whole_tree, gate;
/// gives one verdict an item in run.checklist, in its order. `against` of a
/// verdict holds every finding of the item that nobody suppressed, not only the
/// blocking ones.
std::vector<ItemVerdict> DecideChecklist(const Run& run);

/// The worst of them, blockers first: NO-GO, INCOMPLETE, REVIEW, GO, N/A.
/// INCOMPLETE where there are none.
Verdict Overall(const std::vector<ItemVerdict>& verdicts);

}  // namespace gonogo
