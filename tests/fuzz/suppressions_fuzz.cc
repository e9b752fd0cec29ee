// Suppressions, redaction and fingerprints over foreign text. The first byte chooses the kind of
// the file; every `gonogo:ignore` and every "BAD" or "SECRET..." word is taken for what an engine
// would report.
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/filter/fingerprint.h"
#include "analyzer/filter/suppressions.h"

namespace {

using namespace std::literals;

constexpr gonogo::Grade kGrade{"", gonogo::Severity::kHigh, gonogo::Precision::kHigh,
                               "found {word}"};

gonogo::Rule RuleNamed(std::string_view id) {
  gonogo::Rule rule;
  rule.id = id;
  rule.grades = {&kGrade, 1};
  return rule;
}

const std::array kRules = {RuleNamed("bad-call"),
                           RuleNamed("expired-suppression"),
                           RuleNamed("hardcoded-secret"),
                           RuleNamed("malformed-suppression"),
                           RuleNamed("unknown-suppression"),
                           RuleNamed("unused-suppression")};

std::vector<std::uint64_t> Places(std::string_view text, std::string_view word) {
  std::vector<std::uint64_t> places;
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
    places.push_back(at);
  return places;
}

void AddMatches(std::string_view text, gonogo::EngineOutput& output) {
  for (const std::uint64_t at : Places(text, "BAD")) {
    gonogo::Match& match = output.matches.emplace_back();
    match.rule = &kRules[0];
    match.grade = &kGrade;
    match.range = {at, at + 3};
    match.captures = {{"word", std::string(text.substr(at, 100))}};
  }
  for (const std::uint64_t at : Places(text, "SECRET")) {
    const std::uint64_t end = std::min<std::uint64_t>(text.size(), at + 40);
    gonogo::Match& match = output.matches.emplace_back();
    match.rule = &kRules[2];
    match.grade = &kGrade;
    match.range = {at, end};
    match.secrets = {{at, end}};
    match.secret = text.substr(at, end - at);
    match.captures = {{"word", match.secret}};
  }
}

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const gonogo::FileKindInfo> kinds = gonogo::FileKinds();
  const gonogo::SourceFile file{"f", kinds[data[0] % kinds.size()].kind,
                                gonogo::FileRole::kProduct};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<const gonogo::Rule*> rules;
  for (const gonogo::Rule& rule : kRules) rules.push_back(&rule);
  gonogo::RuleBook book;
  book.Add(rules, nullptr);

  gonogo::EngineOutput output;
  AddMatches(text, output);
  const gonogo::LineIndex lines(text);
  gonogo::FileFindings found = gonogo::BuildFindings({file, text}, lines, std::move(output));
  const std::size_t before = found.findings.size();
  gonogo::ApplySuppressions({file, text}, lines, Places(text, "gonogo:ignore"),
                            {&book, rules, "2030-01-01"}, found);
  gonogo::AddFingerprints(text, lines, found);
  Require(found.findings.size() >= before);
  for (const gonogo::Finding& finding : found.findings) {
    Require(finding.fingerprint.size() == 32 && !finding.line_hash.empty());
    Require(finding.disposition == gonogo::Disposition::kNew || !finding.justification.empty());
  }
  Require(gonogo::PrimaryLocationLineHashes(text).size() == lines.line_count());
  return 0;
}
