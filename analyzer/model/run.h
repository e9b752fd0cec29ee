// Run: everything that one run found out, as the reports read it. Findings are sorted by path,
// line, column, rule; notices by path, line, id.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/finding.h"
#include "analyzer/model/notice.h"
#include "analyzer/model/rule.h"

namespace gonogo {

enum class Verdict : std::uint8_t { kGo, kNotApplicable, kReview, kIncomplete, kNoGo };
std::string_view NameOf(Verdict verdict);  // "GO", "N/A", "REVIEW", "INCOMPLETE", "NO-GO"

/// One item of the checklist, decided.
struct ItemVerdict {
  const ChecklistItem* item = nullptr;
  Verdict verdict = Verdict::kIncomplete;
  std::string reason;                 // one sentence
  std::vector<std::size_t> against;   // indices into Run::findings
  std::vector<std::size_t> evidence;  // indices into Run::findings
  std::vector<std::string> questions;
};

/// What the facts say about an item, to be told with its verdict.
struct ItemMeasure {
  const ChecklistItem* item = nullptr;
  std::string text;  // "12 of 17 outbound calls are bounded"
};

/// Every file is in exactly one of these counts.
struct FileAccount {
  std::uint64_t read = 0;
  std::uint64_t partly_read = 0;
  std::uint64_t not_read = 0;  // each has a Notice
  std::uint64_t binary = 0;
  std::uint64_t ignored = 0;  // by .gitignore and the like; a directory that is ignored counts once
  std::uint64_t excluded = 0;  // by .gonogoignore or .gonogo.yaml
  std::uint64_t links = 0;     // symbolic links into the tree, whose targets count themselves
  std::uint64_t bytes = 0;     // read
};

struct Provenance {
  std::string repository_uri;  // without credentials; empty where unknown
  std::string revision;        // 40 hex digits; empty outside a repository
  std::string branch;          // empty when detached
};

struct Run {
  std::string root;                    // absolute path of the root
  std::vector<std::string> targets;    // relative to the root; "" is all of it
  std::vector<std::string> arguments;  // of the command line
  bool whole_tree = false;             // a directory was asked for, so wider rules could run
  std::vector<const Rule*> rules;      // enabled ones, sorted by id
  std::span<const ChecklistItem> checklist;
  std::vector<Finding> findings;
  std::vector<RejectedCandidate> rejected;
  std::vector<Notice> notices;
  std::vector<ItemMeasure> measures;  // in the order of the checklist
  std::vector<ItemVerdict> verdicts;
  FileAccount files;
  std::array<std::uint64_t, 256> files_by_kind{};  // of the files read, indexed by FileKind
  Provenance provenance;
  Severity gate = Severity::kMedium;
};

}  // namespace gonogo
