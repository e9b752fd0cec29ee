#include "tests/report/run_builder.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <utility>

namespace gonogo {
namespace {

constexpr std::uint32_t kTokenCwe[] = {798};
constexpr std::uint32_t kTransferCwe[] = {400, 1088};
constexpr std::string_view kTokenReferences[] = {"https://example.com/tokens"};

constexpr Grade kTokenGrades[] = {
    {"", Severity::kHigh, Precision::kVeryHigh, "token {redacted} is written in the source"}};
constexpr Grade kTransferGrades[] = {
    {"certain", Severity::kHigh, Precision::kVeryHigh, "transfer has no time limit"},
    {"possible", Severity::kMedium, Precision::kMedium, "transfer may have no time limit"},
    {"bounded", Severity::kEvidence, Precision::kHigh, "transfer is bounded by {bound}"},
};
constexpr Grade kProbeGrades[] = {
    {"", Severity::kEvidence, Precision::kHigh, "readiness probe on {path}"}};

constexpr std::uint32_t kFirstLine[] = {1};
constexpr ExampleFile kBadFile[] = {
    {"app/settings.py", "TOKEN = \"<<fake:hub-token>>\"\n", kFirstLine}};
constexpr ExampleFile kOkFile[] = {{"app/settings.py", "TOKEN = os.environ[\"TOKEN\"]\n", {}}};
constexpr Example kBad[] = {{kBadFile, 9}};
constexpr Example kOk[] = {{kOkFile, 12}};

constexpr FileKind kPythonKinds[] = {FileKind::kPython};
constexpr MatchAlternative kTokenMatch[] = {{{kPythonKinds, {}, {}}, ClauseType::kText, {}, {}}};

constexpr Rule MakeToken() {
  Rule rule;
  rule.id = "hub-token";
  rule.item = "C1";
  rule.concept_name = "hardcoded-secret";
  rule.why = "Whoever can read the repository\ncan act as its owner.";
  rule.fix = "revoke it, then read the new one from the environment";
  rule.cwe = kTokenCwe;
  rule.references = kTokenReferences;
  rule.match = kTokenMatch;
  rule.grades = kTokenGrades;
  rule.bad = kBad;
  rule.ok = kOk;
  rule.source = "rules/secrets/hub-token.yaml";
  return rule;
}
constexpr Rule kToken = MakeToken();

constexpr Rule MakeTransfer() {
  Rule rule;
  rule.id = "unbounded-transfer";
  rule.item = "A2";
  rule.concept_name = "timeout-missing";
  rule.why = "One stuck peer holds a thread for ever.";
  rule.fix = "set a time limit";
  rule.cwe = kTransferCwe;
  rule.grades = kTransferGrades;
  rule.source = "rules/timeouts/unbounded-transfer.yaml";
  return rule;
}
constexpr Rule kTransfer = MakeTransfer();

constexpr Rule MakeProbe() {
  Rule rule;
  rule.id = "readiness-probe";
  rule.item = "B4";
  rule.concept_name = "probe";
  rule.why = "A probe tells the platform when to send traffic.";
  rule.grades = kProbeGrades;
  rule.source = "rules/health/readiness-probe.yaml";
  return rule;
}
constexpr Rule kProbe = MakeProbe();

constexpr std::string_view kAgainstA2[] = {"timeout-missing"};
constexpr std::string_view kForB4[] = {"probe"};
constexpr std::string_view kAgainstC1[] = {"hardcoded-secret"};
constexpr std::string_view kQuestions[] = {"Who rotates the keys?"};
constexpr FileKind kDecided[] = {FileKind::kPython};
constexpr ChecklistItem Item(std::string_view id, std::string_view title, std::string_view asks) {
  ChecklistItem item;
  item.id = id;
  item.title = title;
  item.asks = asks;
  return item;
}

constexpr ChecklistItem Timeouts() {
  ChecklistItem item = Item("A2", "timeouts and retries", "Every call out has a limit.");
  item.against = kAgainstA2;
  return item;
}

constexpr ChecklistItem Health() {
  ChecklistItem item = Item("B4", "health checks", "Probes exist.");
  item.evidence = kForB4;
  return item;
}

constexpr ChecklistItem Secrets() {
  ChecklistItem item = Item("C1", "secrets", "No secret is in the repository.");
  item.against = kAgainstC1;
  item.questions = kQuestions;
  item.decided_by = kDecided;
  return item;
}

constexpr ChecklistItem kItems[] = {Timeouts(), Health(), Secrets()};

}  // namespace

const Rule& TokenRule() { return kToken; }
const Rule& TransferRule() { return kTransfer; }
const Rule& ProbeRule() { return kProbe; }
std::span<const ChecklistItem> TestItems() { return kItems; }

RunBuilder::RunBuilder() {
  run.root = "/srv/my repo";
  run.targets = {""};
  run.whole_tree = true;
  run.rules = {&kToken, &kProbe, &kTransfer};
  run.checklist = kItems;
}

Finding& RunBuilder::Add(const Rule& rule, std::size_t grade, std::string path, std::uint32_t line,
                         std::uint32_t begin, std::uint32_t end, std::string message) {
  Finding finding;
  finding.rule = &rule;
  finding.grade = &rule.grades[grade];
  finding.severity = finding.grade->severity;
  finding.path = std::move(path);
  finding.kind = FileKind::kPython;
  finding.region = {At(line, begin), At(line, end)};
  finding.message = std::move(message);
  finding.line_hash = fmt::format("{:x}:1", 0xabc0 + line);
  finding.fingerprint = fmt::format("{:032x}", run.findings.size() + 1);
  return run.findings.emplace_back(std::move(finding));
}

void RunBuilder::Decide(std::size_t item, Verdict verdict, std::string reason) {
  ItemVerdict decided;
  decided.item = &kItems[item];
  decided.verdict = verdict;
  decided.reason = std::move(reason);
  run.verdicts.push_back(std::move(decided));
}

TEST_CASE("a built run names its rule and place") {
  RunBuilder builder;
  builder.Add(TransferRule(), 1, "a.py", 3, 5, 9, "x");
  CHECK(builder.run.findings[0].severity == Severity::kMedium);
  CHECK(builder.run.findings[0].region.end.utf16_column == 9);
}

}  // namespace gonogo
