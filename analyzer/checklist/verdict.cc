// An item is decided in a fixed order, and the order is the meaning:
//
//   1. An open finding at or above the gate is NO-GO, however little else was
//   read: a defect that was
//      seen stays one.
//   2. N/A needs proof: all of the tree was read and no file in it could decide
//   the item.
//   3. Whatever was not looked at makes the item INCOMPLETE. Only beyond this
//   point is the absence of
//      something worth anything.
//   4. Evidence that was looked for everywhere and is not there is NO-GO.
//   5. What a repository cannot show, and what people accepted, is for people:
//   REVIEW.
//   6. GO is what is left.
#include "analyzer/checklist/verdict.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "analyzer/classify/classifier.h"

namespace gonogo {
namespace {

bool Contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string Count(std::uint64_t number, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", number, number == 1 ? singular : plural);
}

/// The role and config may lower a finding's severity, but never make evidence
/// of a defect: only the rule does.
bool IsEvidence(const Finding& finding) { return finding.grade->severity == Severity::kEvidence; }

/// The findings that concern one item, as indices into Run::findings.
struct ItemFindings {
  std::vector<std::size_t> blocking;  // open, at or above the gate
  std::vector<std::size_t> minor;     // open, below the gate
  std::vector<std::size_t> accepted;  // in the baseline or outside the diff, at or above the gate
  std::vector<std::size_t> evidence;
};

void SortDefect(const Run& run, std::size_t index, ItemFindings& sorted) {
  const Finding& finding = run.findings[index];
  const bool blocks = finding.severity >= run.gate;
  switch (finding.disposition) {
    case Disposition::kNew:
      (blocks ? sorted.blocking : sorted.minor).push_back(index);
      return;
    case Disposition::kInBaseline:
    case Disposition::kOutsideDiff:
      if (blocks) sorted.accepted.push_back(index);
      return;
    case Disposition::kSuppressed:
      return;  // a person said why it is none
  }
}

ItemFindings FindingsOf(const Run& run, const ChecklistItem& item) {
  ItemFindings sorted;
  for (std::size_t index = 0; index < run.findings.size(); ++index) {
    const Finding& finding = run.findings[index];
    const std::string_view concept_name = finding.rule->concept_name;
    if (IsEvidence(finding)) {
      const bool speaks = finding.disposition != Disposition::kSuppressed;
      if (speaks && Contains(item.evidence, concept_name)) sorted.evidence.push_back(index);
    } else if (finding.rule->item == item.id || Contains(item.against, concept_name)) {
      SortDefect(run, index, sorted);
    }
  }
  return sorted;
}

/// Text of no known kind may be anything, so it could decide every item.
bool CouldDecide(const ChecklistItem& item, FileKind kind) {
  return kind == FileKind::kUnknown ||
         std::ranges::find(item.decided_by, kind) != item.decided_by.end();
}

/// What one run left unread, seen from the items.
class Unread {
 public:
  explicit Unread(const Run& run) {
    std::uint64_t told = 0;
    for (const Notice& notice : run.notices) {
      if (notice.coverage == Coverage::kInformation) continue;
      ++told;
      paths_.push_back({notice.path, Classify(notice.path, "").kind});
    }
    const std::uint64_t counted = run.files.not_read + run.files.partly_read;
    untold_ = counted > told ? counted - told : 0;
  }

  /// How many unread files could decide the item, and one of them by name
  /// (empty where none has a name).
  std::pair<std::uint64_t, std::string> For(const ChecklistItem& item) const {
    std::pair<std::uint64_t, std::string> answer{untold_, ""};
    for (const Path& path : paths_) {
      if (!CouldDecide(item, path.kind)) continue;
      ++answer.first;
      if (answer.second.empty()) answer.second = path.name;
    }
    return answer;
  }

 private:
  struct Path {
    std::string name;
    FileKind kind;
  };
  std::vector<Path> paths_;
  std::uint64_t untold_ = 0;  // counted, but without a notice
};

std::uint64_t FilesOf(const Run& run, FileKind kind) {
  return run.files_by_kind[static_cast<std::size_t>(kind)];
}

/// Something was left out before anything was read.
std::optional<std::string> TreeGap(const Run& run) {
  if (!run.whole_tree)
    return "single files were given, and this item is decided by the whole "
           "tree";
  if (run.files.excluded > 0) {
    return fmt::format("{} left out by configuration and so not read",
                       Count(run.files.excluded, "path was", "paths were"));
  }
  return std::nullopt;
}

std::optional<std::string> UnreadGap(const Unread& unread, const ChecklistItem& item) {
  const auto [count, name] = unread.For(item);
  if (count == 0) return std::nullopt;
  std::string text =
      Count(count, "file that could decide it was", "files that could decide it were");
  text += " not read in full";
  if (!name.empty()) text += fmt::format(" (\"{}\"{})", name, count > 1 ? " is one" : "");
  return text;
}

/// Files that could decide the item in languages or formats whose rules do not
/// see all of it.
std::optional<std::string> KindGap(const Run& run, const ChecklistItem& item) {
  std::vector<std::string> kinds;
  for (const FileKind kind : item.decided_by) {
    if (std::ranges::find(item.understood, kind) != item.understood.end()) continue;
    const std::uint64_t count = FilesOf(run, kind);
    if (count > 0) kinds.push_back(fmt::format("{} ({})", InfoOf(kind).title, count));
  }
  if (kinds.empty()) return std::nullopt;
  return fmt::format("gonogo does not yet read in full for this item: {}", fmt::join(kinds, ", "));
}

/// Every kind of defect needs at least one rule that was on.
std::optional<std::string> RuleGap(const Run& run, const ChecklistItem& item) {
  for (const std::string_view wanted : item.against) {
    const auto finds = [&](const Rule* rule) { return rule->concept_name == wanted; };
    if (std::ranges::none_of(run.rules, finds))
      return fmt::format("no rule that was on looks for \"{}\"", wanted);
  }
  return std::nullopt;
}

/// Why the item cannot be decided; nothing where all of it was seen.
std::optional<std::string> Gap(const Run& run, const Unread& unread, const ChecklistItem& item) {
  if (auto gap = TreeGap(run)) return gap;
  if (auto gap = UnreadGap(unread, item)) return gap;
  if (auto gap = KindGap(run, item)) return gap;
  if (auto gap = RuleGap(run, item)) return gap;
  if (!item.missing.empty()) return std::string(item.missing.front());
  return std::nullopt;
}

/// An item that prose can answer asks for something to exist: that it is not
/// there proves nothing.
bool AsksForProse(const ChecklistItem& item) {
  return std::ranges::find(item.decided_by, FileKind::kMarkdown) != item.decided_by.end();
}

/// Kinds that neither run nor configure anything.
constexpr FileKind kInertKinds[] = {FileKind::kMarkdown, FileKind::kRestructuredText,
                                    FileKind::kText,     FileKind::kCsv,
                                    FileKind::kDiff,     FileKind::kLog,
                                    FileKind::kCss};

/// Proof that the tree has nothing of the kind: all of it was read, and
/// whatever is in it neither decides the item nor runs. A language that the
/// item forgot to name is thus never taken for proof.
bool NothingOfTheKind(const Run& run, const Unread& unread, const ChecklistItem& item) {
  if (item.decided_by.empty() || AsksForProse(item)) return false;
  if (TreeGap(run) || unread.For(item).first > 0 || run.files.read == 0) return false;
  for (const FileKindInfo& info : FileKinds()) {
    if (FilesOf(run, info.kind) == 0) continue;
    if (CouldDecide(item, info.kind)) return false;
    if (std::ranges::find(kInertKinds, info.kind) == std::end(kInertKinds)) return false;
  }
  return true;
}

/// The parts of the item for which no evidence was found.
std::vector<std::string_view> PartsWithoutEvidence(const Run& run, const ChecklistItem& item,
                                                   const ItemFindings& found) {
  std::vector<std::string_view> parts;
  for (const std::string_view part : item.evidence) {
    const auto speaks = [&](std::size_t index) {
      return run.findings[index].rule->concept_name == part;
    };
    if (std::ranges::none_of(found.evidence, speaks)) parts.push_back(part);
  }
  return parts;
}

/// What a person has to look at before this is GO; nothing where nobody has to.
std::optional<std::string> ForPeople(const ChecklistItem& item, const ItemFindings& found) {
  if (!found.accepted.empty()) {
    return fmt::format("{} in the baseline or outside the diff",
                       Count(found.accepted.size(), "finding is", "findings are"));
  }
  if (!found.minor.empty()) {
    return fmt::format("{} open below the gate",
                       Count(found.minor.size(), "finding is", "findings are"));
  }
  if (item.evidence.empty()) return "nothing speaks against it, and a repository cannot prove it";
  if (!item.questions.empty()) {
    return fmt::format(
        "{} only people can answer",
        Count(item.questions.size(), "question remains that", "questions remain that"));
  }
  return std::nullopt;
}

struct Decision {
  Verdict verdict;
  std::string reason;
};

Decision Decide(const Run& run, const Unread& unread, const ChecklistItem& item,
                const ItemFindings& found) {
  if (!found.blocking.empty()) {
    return {Verdict::kNoGo, fmt::format("{} open at or above the gate ({})",
                                        Count(found.blocking.size(), "finding is", "findings are"),
                                        NameOf(run.gate))};
  }
  const bool silent = found.minor.empty() && found.accepted.empty() && found.evidence.empty();
  if (silent && NothingOfTheKind(run, unread, item)) {
    return {Verdict::kNotApplicable,
            fmt::format("{} read, and none is of a kind that could decide it",
                        Count(run.files.read, "file was", "files were"))};
  }
  // Beyond this point what is absent counts, so everything must have been seen
  // first.
  if (auto gap = Gap(run, unread, item)) return {Verdict::kIncomplete, *std::move(gap)};
  if (const auto parts = PartsWithoutEvidence(run, item, found); !parts.empty()) {
    return {Verdict::kNoGo, fmt::format("no evidence of {} in {}", fmt::join(parts, ", "),
                                        Count(run.files.read, "file read", "files read"))};
  }
  if (auto open = ForPeople(item, found)) return {Verdict::kReview, *std::move(open)};
  return {Verdict::kGo, fmt::format("evidence for every part, nothing open, {} read",
                                    Count(run.files.read, "file", "files"))};
}

std::vector<std::size_t> Defects(const ItemFindings& found) {
  std::vector<std::size_t> all = found.blocking;
  all.insert(all.end(), found.minor.begin(), found.minor.end());
  all.insert(all.end(), found.accepted.begin(), found.accepted.end());
  std::ranges::sort(all);
  return all;
}

ItemVerdict VerdictOf(const Run& run, const Unread& unread, const ChecklistItem& item) {
  const ItemFindings found = FindingsOf(run, item);
  Decision decision = Decide(run, unread, item, found);
  ItemVerdict verdict;
  verdict.item = &item;
  verdict.verdict = decision.verdict;
  verdict.reason = std::move(decision.reason);
  for (const ItemMeasure& measure : run.measures) {
    if (measure.item == &item) verdict.reason += "; " + measure.text;
  }
  verdict.against = Defects(found);
  verdict.evidence = found.evidence;
  verdict.questions.assign(item.questions.begin(), item.questions.end());
  return verdict;
}

/// Blockers first; GO is worse than N/A, because N/A says nothing.
int Badness(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNoGo:
      return 4;
    case Verdict::kIncomplete:
      return 3;
    case Verdict::kReview:
      return 2;
    case Verdict::kGo:
      return 1;
    case Verdict::kNotApplicable:
      return 0;
  }
  return 3;
}

}  // namespace

std::vector<ItemVerdict> DecideChecklist(const Run& run) {
  const Unread unread(run);
  std::vector<ItemVerdict> verdicts;
  verdicts.reserve(run.checklist.size());
  for (const ChecklistItem& item : run.checklist) verdicts.push_back(VerdictOf(run, unread, item));
  return verdicts;
}

Verdict Overall(const std::vector<ItemVerdict>& verdicts) {
  if (verdicts.empty()) return Verdict::kIncomplete;  // nothing was asked, so nothing is known
  const auto badness = [](const ItemVerdict& verdict) { return Badness(verdict.verdict); };
  return std::ranges::max_element(verdicts, {}, badness)->verdict;
}

}  // namespace gonogo
