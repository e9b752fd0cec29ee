#include "analyzer/checklist/verdict.h"

#include <catch2/catch.hpp>
#include <functional>

namespace gonogo {
namespace {

constexpr std::string_view kAgainst[] = {"timeout-missing"};
constexpr std::string_view kEvidence[] = {"timeout-set", "retry-bounded"};
constexpr std::string_view kQuestions[] = {"How long may callers wait?"};
constexpr std::string_view kMissing[] = {"gonogo does not read proxies yet."};
constexpr FileKind kDecidedBy[] = {FileKind::kPython, FileKind::kGo};
constexpr FileKind kDecidedByProse[] = {FileKind::kYaml, FileKind::kMarkdown};
constexpr FileKind kPython[] = {FileKind::kPython};

/// An item of which everything can be seen; each row changes what it is about.
ChecklistItem Item() {
  ChecklistItem item;
  item.id = "A2";
  item.title = "timeouts";
  item.against = kAgainst;
  item.evidence = kEvidence;
  item.decided_by = kDecidedBy;
  item.understood = kDecidedBy;
  return item;
}

Grade GradeOf(Severity severity) {
  Grade grade;
  grade.severity = severity;
  return grade;
}

Rule RuleOf(std::string_view id, std::string_view concept_name) {
  Rule rule;
  rule.id = id;
  rule.item = "A2";
  rule.concept_name = concept_name;
  return rule;
}

Notice NoticeOf(Coverage coverage, std::string path) {
  Notice notice;
  notice.coverage = coverage;
  notice.path = std::move(path);
  return notice;
}

/// A run over one item, with the rules that its findings belong to.
struct Scene {
  ChecklistItem item = Item();
  std::vector<Grade> grades = {GradeOf(Severity::kMedium), GradeOf(Severity::kEvidence)};
  Rule defect, timeout_set, retry_bounded, other;
  Run run;

  Scene() {
    defect = RuleOf("unbounded-call", "timeout-missing");
    timeout_set = RuleOf("timeout-set", "timeout-set");
    retry_bounded = RuleOf("retry-bounded", "retry-bounded");
    run.whole_tree = true;
    run.rules = {&defect, &timeout_set, &retry_bounded};
    Read(FileKind::kPython, 3);
  }

  Scene& Read(FileKind kind, std::uint64_t count) {
    run.files.read += count;
    run.files_by_kind[static_cast<std::size_t>(kind)] += count;
    return *this;
  }

  Scene& Forget(FileKind kind) {
    run.files.read -= run.files_by_kind[static_cast<std::size_t>(kind)];
    run.files_by_kind[static_cast<std::size_t>(kind)] = 0;
    return *this;
  }

  Scene& Find(const Rule& rule, Severity severity, Disposition disposition = Disposition::kNew) {
    Finding finding;
    finding.rule = &rule;
    finding.grade = &grades[&rule == &defect ? 0 : 1];
    finding.severity = severity;
    finding.disposition = disposition;
    run.findings.push_back(finding);
    return *this;
  }

  Scene& Prove() {
    return Find(timeout_set, Severity::kEvidence).Find(retry_bounded, Severity::kEvidence);
  }

  Scene& Unread(Coverage coverage, std::string path) {
    run.notices.push_back(NoticeOf(coverage, std::move(path)));
    (coverage == Coverage::kNotRead ? run.files.not_read : run.files.partly_read) += 1;
    return *this;
  }

  ItemVerdict Decide() {
    run.checklist = std::span<const ChecklistItem>(&item, 1);
    return DecideChecklist(run).at(0);
  }
};

struct Row {
  std::string about;
  std::function<void(Scene&)> set;
  Verdict expected;
  std::string reason;  // a part of it
};

const Row kRows[] = {
    {"evidence for every part", [](Scene& s) { s.Prove(); }, Verdict::kGo, "3 files read"},
    {"an open finding at the gate", [](Scene& s) { s.Prove().Find(s.defect, Severity::kMedium); },
     Verdict::kNoGo, "1 finding is open at or above the gate (medium)"},
    {"an open finding above a raised gate",
     [](Scene& s) {
       s.Prove().Find(s.defect, Severity::kHigh).Find(s.defect, Severity::kHigh);
       s.run.gate = Severity::kHigh;
     },
     Verdict::kNoGo, "2 findings are open at or above the gate (high)"},
    {"a finding blocks although little was read",
     [](Scene& s) {
       s.Find(s.defect, Severity::kHigh).Unread(Coverage::kNotRead, "a.py");
       s.run.whole_tree = false;
     },
     Verdict::kNoGo, "open"},
    {"a finding of the item whose concept the item does not list",
     [](Scene& s) {
       s.Prove().Find(s.defect, Severity::kHigh);
       s.defect.concept_name = "something-new";
       s.item.against = {};
     },
     Verdict::kNoGo, "open"},
    {"a finding of another item whose concept is listed",
     [](Scene& s) {
       s.Prove().Find(s.defect, Severity::kHigh);
       s.defect.item = "C4";
     },
     Verdict::kNoGo, "open"},
    {"a finding of another item",
     [](Scene& s) {
       s.Prove();
       s.other = s.defect;
       s.other.item = "C4";
       s.other.concept_name = "sql-injection";
       s.Find(s.defect, Severity::kHigh);
       s.run.findings.back().rule = &s.other;
     },
     Verdict::kGo, ""},
    {"an open finding below the gate", [](Scene& s) { s.Prove().Find(s.defect, Severity::kLow); },
     Verdict::kReview, "1 finding is open below the gate"},
    {"a finding of a test that became as light as evidence is still a defect",
     [](Scene& s) { s.Prove().Find(s.defect, Severity::kEvidence); }, Verdict::kReview, "below"},
    {"a suppressed finding",
     [](Scene& s) { s.Prove().Find(s.defect, Severity::kHigh, Disposition::kSuppressed); },
     Verdict::kGo, ""},
    {"a finding in the baseline",
     [](Scene& s) { s.Prove().Find(s.defect, Severity::kHigh, Disposition::kInBaseline); },
     Verdict::kReview, "in the baseline"},
    {"a finding outside the diff",
     [](Scene& s) { s.Prove().Find(s.defect, Severity::kHigh, Disposition::kOutsideDiff); },
     Verdict::kReview, "outside the diff"},
    {"one part without evidence", [](Scene& s) { s.Find(s.timeout_set, Severity::kEvidence); },
     Verdict::kNoGo, "no evidence of retry-bounded in 3 files read"},
    {"evidence that a person took back",
     [](Scene& s) {
       s.Find(s.timeout_set, Severity::kEvidence);
       s.Find(s.retry_bounded, Severity::kEvidence, Disposition::kSuppressed);
     },
     Verdict::kNoGo, "retry-bounded"},
    {"no evidence, but not all was read",
     [](Scene& s) { s.Unread(Coverage::kNotRead, "src/a.py"); }, Verdict::kIncomplete,
     "1 file that could decide it was not read in full (\"src/a.py\")"},
    {"a file that was partly read",
     [](Scene& s) { s.Prove().Unread(Coverage::kPartlyRead, "src/a.go"); }, Verdict::kIncomplete,
     "\"src/a.go\""},
    {"an unread file that cannot decide the item",
     [](Scene& s) { s.Prove().Unread(Coverage::kNotRead, "logo.css"); }, Verdict::kGo, ""},
    {"an unread file of no known kind may be anything",
     [](Scene& s) { s.Prove().Unread(Coverage::kNotRead, "bin/run"); }, Verdict::kIncomplete,
     "bin/run"},
    {"a file that was counted as unread without a notice",
     [](Scene& s) {
       s.Prove();
       s.run.files.not_read = 2;
     },
     Verdict::kIncomplete, "2 files"},
    {"a notice that is only information",
     [](Scene& s) {
       s.Prove();
       s.run.notices.push_back(NoticeOf(Coverage::kInformation, "a.py"));
     },
     Verdict::kGo, ""},
    {"single files",
     [](Scene& s) {
       s.Prove();
       s.run.whole_tree = false;
     },
     Verdict::kIncomplete, "single files"},
    {"paths left out by configuration",
     [](Scene& s) {
       s.Prove();
       s.run.files.excluded = 1;
     },
     Verdict::kIncomplete, "1 path was left out by configuration"},
    {"a kind that is not understood",
     [](Scene& s) {
       s.Prove().Read(FileKind::kGo, 7);
       s.item.understood = kPython;
     },
     Verdict::kIncomplete, "Go (7)"},
    {"a kind that is not understood and not there",
     [](Scene& s) {
       s.Prove();
       s.item.understood = kPython;
     },
     Verdict::kGo, ""},
    {"no rule that was on looks for the defect",
     [](Scene& s) {
       s.Prove();
       s.run.rules = {&s.timeout_set, &s.retry_bounded};
     },
     Verdict::kIncomplete, "\"timeout-missing\""},
    {"something that gonogo cannot see yet",
     [](Scene& s) {
       s.Prove();
       s.item.missing = kMissing;
     },
     Verdict::kIncomplete, "proxies"},
    {"a question for people",
     [](Scene& s) {
       s.Prove();
       s.item.questions = kQuestions;
     },
     Verdict::kReview, "1 question remains"},
    {"nothing that could prove it", [](Scene& s) { s.item.evidence = {}; }, Verdict::kReview,
     "cannot prove"},
    {"nothing but prose, which cannot call anything",
     [](Scene& s) { s.Forget(FileKind::kPython).Read(FileKind::kMarkdown, 2); },
     Verdict::kNotApplicable, "2 files were read"},
    {"nothing but prose, where prose was asked for",
     [](Scene& s) {
       s.Forget(FileKind::kPython).Read(FileKind::kText, 2);
       s.item.decided_by = kDecidedByProse;
       s.item.understood = kDecidedByProse;
     },
     Verdict::kNoGo, "no evidence of timeout-set, retry-bounded"},
    {"a language that the item does not name proves nothing",
     [](Scene& s) { s.Forget(FileKind::kPython).Read(FileKind::kErlang, 1); }, Verdict::kNoGo, ""},
    {"text of no known kind proves nothing",
     [](Scene& s) { s.Forget(FileKind::kPython).Read(FileKind::kUnknown, 1); }, Verdict::kNoGo, ""},
    {"prose of which one file was not read",
     [](Scene& s) {
       s.Forget(FileKind::kPython).Read(FileKind::kMarkdown, 2).Unread(Coverage::kNotRead, "x");
     },
     Verdict::kIncomplete, ""},
    {"an empty tree proves nothing", [](Scene& s) { s.Forget(FileKind::kPython); }, Verdict::kNoGo,
     ""},
    {"evidence contradicts that there is nothing of the kind",
     [](Scene& s) { s.Forget(FileKind::kPython).Read(FileKind::kMarkdown, 1).Prove(); },
     Verdict::kGo, ""},
};

}  // namespace

TEST_CASE(
    "each item is decided by what was found, what was read and what can "
    "be seen") {
  for (const Row& row : kRows) {
    INFO(row.about);
    Scene scene;
    row.set(scene);
    const ItemVerdict verdict = scene.Decide();
    INFO(verdict.reason);
    CHECK(NameOf(verdict.verdict) == NameOf(row.expected));
    CHECK(verdict.reason.find(row.reason) != std::string::npos);
  }
}

TEST_CASE(
    "a verdict names what speaks against the item and for it, and asks "
    "its questions") {
  Scene scene;
  scene.item.questions = kQuestions;
  scene.Find(scene.defect, Severity::kLow)
      .Find(scene.timeout_set, Severity::kEvidence)
      .Find(scene.defect, Severity::kHigh)
      .Find(scene.defect, Severity::kHigh, Disposition::kSuppressed);
  const ItemVerdict verdict = scene.Decide();
  CHECK(verdict.item == &scene.item);
  CHECK(verdict.against == std::vector<std::size_t>{0, 2});
  CHECK(verdict.evidence == std::vector<std::size_t>{1});
  CHECK(verdict.questions == std::vector<std::string>{"How long may callers wait?"});
}

TEST_CASE("overall is the worst of the verdicts, blockers first") {
  struct OverallRow {
    std::vector<Verdict> verdicts;
    Verdict expected;
  };
  const OverallRow rows[] = {
      {{}, Verdict::kIncomplete},
      {{Verdict::kNotApplicable}, Verdict::kNotApplicable},
      {{Verdict::kNotApplicable, Verdict::kGo}, Verdict::kGo},
      {{Verdict::kGo, Verdict::kReview, Verdict::kNotApplicable}, Verdict::kReview},
      {{Verdict::kIncomplete, Verdict::kReview}, Verdict::kIncomplete},
      {{Verdict::kGo, Verdict::kNoGo, Verdict::kIncomplete}, Verdict::kNoGo},
  };
  for (const OverallRow& row : rows) {
    std::vector<ItemVerdict> verdicts;
    for (const Verdict verdict : row.verdicts) {
      verdicts.emplace_back().verdict = verdict;
    }
    CHECK(NameOf(Overall(verdicts)) == NameOf(row.expected));
  }
}

TEST_CASE("what the facts say of an item is told with its verdict, and of no other") {
  Scene scene;
  const ChecklistItem other = Item();
  scene.Find(scene.defect, Severity::kMedium);
  scene.run.measures = {{&scene.item, "12 of 17 outbound calls are bounded"},
                        {&other, "none of it"},
                        {&scene.item, "3 are huge"}};
  CHECK(scene.Decide().reason ==
        "1 finding is open at or above the gate (medium); 12 of 17 outbound calls are bounded; 3 "
        "are huge");
}

}  // namespace gonogo
