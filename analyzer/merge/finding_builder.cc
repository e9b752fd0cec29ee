#include "analyzer/merge/finding_builder.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/base/check.h"
#include "analyzer/base/hash.h"
#include "analyzer/engines/text/assignment/development_place.h"
#include "analyzer/engines/text/assignment/judgement.h"
#include "analyzer/merge/excerpt.h"
#include "analyzer/merge/fact_builder.h"
#include "analyzer/merge/match_merger.h"
#include "analyzer/merge/message.h"
#include "analyzer/merge/visible_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kSignCharacters = 200;
constexpr std::size_t kDigestDigits = 16;
constexpr std::size_t kStepCharacters = 200;
// Of a longer flow both ends are kept: where it comes from and where it leads matter most.
constexpr std::size_t kMostSteps = 64;
constexpr std::size_t kMostRelated = 100;

bool Fits(std::string_view text, ByteRange range) {
  return range.begin <= range.end && range.end <= text.size();
}

void CheckRanges(std::string_view text, const EngineOutput& output) {
  for (const Match& match : output.matches) {
    CHECK(match.rule != nullptr && Fits(text, match.range));
    CHECK(match.grade != nullptr || !match.rule->fact.empty());
    for (const ByteRange& secret : match.secrets) CHECK(Fits(text, secret));
  }
  for (const ByteRange& hidden : output.hidden) CHECK(Fits(text, hidden));
  for (const Rejection& rejection : output.rejections) {
    CHECK(rejection.rule != nullptr && Fits(text, rejection.range));
    for (const ByteRange& secret : rejection.secrets) CHECK(Fits(text, secret));
  }
}

Redactor SecretsOf(std::string_view text, const EngineOutput& output) {
  Redactor secrets;
  for (const ByteRange& hidden : output.hidden) secrets.Add(text, hidden);
  for (const Match& match : output.matches) {
    for (const ByteRange& secret : match.secrets) secrets.Add(text, secret);
    secrets.AddValue(match.secret);
  }
  secrets.Seal(text);
  return secrets;
}

std::string StepText(const ExcerptSource& source, std::string_view message) {
  return VisibleText(source.secrets.Hide(message), kStepCharacters);
}

std::vector<FlowStep> FlowOf(const ExcerptSource& source, const Match& match) {
  std::vector<FlowStep> flow = match.flow;
  if (flow.size() > kMostSteps) {
    const auto half = static_cast<std::ptrdiff_t>(kMostSteps / 2);
    flow.erase(flow.begin() + half, flow.end() - half);
  }
  for (FlowStep& step : flow) step.message = StepText(source, step.message);
  return flow;
}

std::vector<RelatedPlace> RelatedOf(const ExcerptSource& source, const Match& match) {
  std::vector<RelatedPlace> related;
  for (const FlowStep& place : match.related) {
    if (related.size() == kMostRelated) break;
    related.push_back({place.path, place.region, StepText(source, place.message)});
  }
  return related;
}

/// A key is the same however its lines are cut and whatever its armour says.
std::string WithoutArmour(std::string_view pem) {
  std::string body;
  for (std::size_t at = 0; at < pem.size(); ++at) {
    if (pem.substr(at).starts_with("-----")) {
      const std::size_t end = pem.find("-----", at + 5);
      if (end == pem.npos) break;
      at = end + 4;
    } else if (pem.substr(at).starts_with("\\n") || pem.substr(at).starts_with("\\r")) {
      ++at;
    } else if (IsLetter(pem[at]) || IsDigit(pem[at]) || pem[at] == '+' || pem[at] == '/') {
      body += pem[at];
    }
  }
  return body;
}

/// Whatever rule sees it: one secret is one cause.
SecretKey KeyOf(const EngineInput& input, const Match& match) {
  std::string cause(match.rule->concept_name);
  cause += '\n';
  if (!match.secret.empty()) {
    cause += match.secret;
  } else {
    for (const ByteRange& range : match.secrets)
      cause += input.text.substr(range.begin, range.end - range.begin);
  }
  const std::size_t armour = cause.find("-----BEGIN ");
  if (armour != cause.npos) cause = cause.substr(0, armour) + WithoutArmour(cause.substr(armour));
  const auto digest = Sha256(cause);
  SecretKey key;
  std::copy_n(digest.begin(), key.size(), key.begin());
  return key;
}

/// No provider gives these out: a test makes its own, and they open nothing else.
bool IsMadeByAnybody(std::string_view rule) {
  constexpr std::string_view kRules[] = {
      "age-secret-key",      "ethereum-private-key", "fernet-key",
      "nats-seed",           "vault-unseal-key",     "wireguard-private-key",
      "bitcoin-private-key", "extended-private-key", "laravel-app-key"};
  return std::ranges::find(kRules, rule) != std::end(kRules);
}

/// A literal that only its place makes a secret, where the place is a test, an example or a manual,
/// and what the tests inside of a product's file hold: it opens what they set up. What stands in
/// code of others was given away by them.
bool IsOnlySample(const Finding& finding, bool inline_test) {
  const bool sample = finding.role == FileRole::kTest || finding.role == FileRole::kExample ||
                      finding.role == FileRole::kDocumentation;
  const bool unproved = finding.rule->general || finding.rule->id.starts_with("aws-") ||
                        finding.grade->precision <= Precision::kMedium;
  const bool open = unproved || inline_test || IsMadeByAnybody(finding.rule->id);
  return finding.severity > Severity::kLow &&
         ((sample && open) || finding.role == FileRole::kVendored);
}

/// The key of a server on the machine of a developer: nothing else trusts it.
bool IsKeyOfDevelopment(const Finding& finding) {
  constexpr std::string_view kRules[] = {"private-key", "json-web-key"};
  return std::ranges::find(kRules, finding.rule->id) != std::end(kRules) &&
         finding.role == FileRole::kProduct && IsDevelopmentPlace(finding.path);
}

/// `token = "unsecure_secret"`: of what only seems to be a secret in the program, letters alone are
/// the weakest evidence.
bool IsWeakEvidence(const Finding& finding, const Match& match) {
  if (!finding.rule->general || finding.role != FileRole::kProduct) return false;
  return finding.severity == Severity::kMedium && !match.secret.empty() &&
         match.grade->name == "possible" && std::ranges::none_of(match.secret, IsDigit);
}

/// `if (devMode) {` encloses it, or it is of a realm of the own machine: nothing else uses it.
bool IsOnlyForDevelopment(const ExcerptSource& source, const Finding& finding, const Match& match) {
  constexpr std::uint64_t kBefore = 1200;  // bytes that a block is looked for in
  if (!finding.secret || !finding.rule->general || finding.role != FileRole::kProduct) return false;
  const std::uint64_t begin = match.range.begin > kBefore ? match.range.begin - kBefore : 0;
  const std::string_view before = source.text.substr(begin, match.range.begin - begin);
  // `RUN SECRET_KEY="..." manage collectstatic`: it lives as long as the build of the image.
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  if (finding.kind == FileKind::kDockerfile && line.starts_with("RUN ")) return true;
  return IsInBranchOfDevelopment(before, finding.kind) ||
         IsClientOfOwnRealm(before, source.text.substr(match.range.end, kBefore));
}

/// `CREATE USER shop PASSWORD 'shop'`: whoever knows the user knows the password, and it was made
/// for what nobody else reaches.
bool EqualsWordOfLine(const ExcerptSource& source, const Finding& finding, const Match& match) {
  if (!finding.rule->general || match.secret.empty()) return false;
  const auto plain = [](char c) { return IsLetter(c) || c == '_' || c == '-'; };
  if (!std::ranges::all_of(match.secret, plain)) return false;
  const std::string_view line = source.lines.Line(finding.region.start.line);
  const std::uint64_t start = source.lines.LineStart(finding.region.start.line);
  const std::string_view before = line.substr(0, match.range.begin - start);
  const auto of_word = [&](std::size_t at) {
    return at < before.size() && (IsLetter(before[at]) || IsDigit(before[at]));
  };
  for (std::size_t at = before.find(match.secret); at != before.npos;
       at = before.find(match.secret, at + 1)) {
    if ((at == 0 || !of_word(at - 1)) && !of_word(at + match.secret.size())) return true;
  }
  return false;
}

bool IsForDevelopment(const ExcerptSource& source, const Finding& finding, const Match& match) {
  constexpr std::uint64_t kAround = 240;  // bytes on each side
  if (!finding.secret || !finding.rule->general || finding.role != FileRole::kProduct) return false;
  if (IsDevelopmentPlace(finding.path)) return true;
  const std::uint64_t begin = match.range.begin > kAround ? match.range.begin - kAround : 0;
  const std::string_view before = source.text.substr(begin, match.range.begin - begin);
  if (IsInSectionOfDevelopment(before) || IsStartedByHand(before)) return true;
  return IsOfDevelopment(match, source.text.substr(begin, match.range.end + kAround - begin));
}

/// "its name means a password": the words of the table are ours, whatever a secret shares with
/// them.
std::string ShownSign(const ExcerptSource& source, const std::string& sign) {
  const bool ours = std::ranges::find(Signs(), sign, &Sign::text) != Signs().end();
  return VisibleText(ours ? sign : source.secrets.Hide(sign), kSignCharacters);
}

Finding FindingOf(const EngineInput& input, const ExcerptSource& source, const Match& match) {
  Finding finding;
  finding.rule = match.rule;
  finding.grade = match.grade;
  finding.role = match.role.value_or(input.file.role);
  finding.secret = !match.secrets.empty() || !match.secret.empty();
  finding.severity = SeverityIn(finding.role, match.grade->severity);
  finding.path = input.file.path;
  finding.kind = input.file.kind;
  finding.region = source.lines.Region(match.range.begin, match.range.end);
  finding.message = MessageOf(source.text, match, source.secrets);
  finding.context = ContextOf(source, finding.region);
  const bool development = IsKeyOfDevelopment(finding) ||
                           IsOnlyForDevelopment(source, finding, match) ||
                           IsForDevelopment(source, finding, match);
  finding.message += development ? " (for development)" : RemarkOf(finding.role);
  if (match.strong && !match.secret.empty()) {
    finding.secret_digest = Sha256Hex(match.secret, kDigestDigits);
  }
  if (finding.secret) finding.secret_key = KeyOf(input, match);
  if (finding.secret && IsOnlySample(finding, finding.role != input.file.role))
    finding.severity = Severity::kLow;
  if (IsWeakEvidence(finding, match) || EqualsWordOfLine(source, finding, match))
    finding.severity = Severity::kLow;
  if (development && finding.severity > Severity::kLow) finding.severity = Severity::kLow;
  finding.score = match.score;
  finding.worded = match.worded;
  finding.template_key = match.template_key;
  for (const std::string& sign : match.signs) {
    finding.signs.push_back(ShownSign(source, sign));
  }
  finding.flow = FlowOf(source, match);
  finding.related = RelatedOf(source, match);
  if (!match.repair.text.empty()) {
    finding.repair = source.secrets.Hide(match.repair.text);
    finding.repair_region = source.lines.Region(match.repair.range.begin, match.repair.range.end);
  }
  return finding;
}

bool LooksForSecrets(const Rule& rule) {
  return std::ranges::any_of(rule.match, [](const MatchAlternative& alternative) {
    return !alternative.text.secret.empty();
  });
}

/// What to hide in the line of a rejected candidate. It may be a real secret, only a weak one.
/// Where the engine did not say what the secret is, all from the range on is hidden; the second
/// range, too short to be shown, keeps the first from showing how it begins.
std::vector<ByteRange> HiddenIn(const ExcerptSource& source, const Rejection& rejection,
                                std::uint32_t line) {
  if (!rejection.secrets.empty() || !LooksForSecrets(*rejection.rule)) return rejection.secrets;
  const std::uint64_t begin = rejection.range.begin;
  const std::uint64_t line_end = source.lines.LineStart(line) + source.lines.Line(line).size();
  const std::uint64_t end = std::max(rejection.range.end, line_end);
  return {{begin, end}, {begin, std::min(begin + 1, end)}};
}

RejectedCandidate CandidateOf(const EngineInput& input, const ExcerptSource& source,
                              const Rejection& rejection) {
  RejectedCandidate candidate;
  candidate.rule = rejection.rule->id;
  candidate.path = input.file.path;
  candidate.region = source.lines.Region(rejection.range.begin, rejection.range.end);
  candidate.reason = VisibleText(source.secrets.Hide(rejection.reason), kSignCharacters);
  const std::vector<ByteRange> hidden = HiddenIn(source, rejection, candidate.region.start.line);
  candidate.text = LineAround(source, candidate.region.start.line, rejection.range.begin, hidden);
  return candidate;
}

bool CandidateBefore(const RejectedCandidate& a, const RejectedCandidate& b) {
  return std::tie(a.region.start.offset, a.rule, a.region.end.offset, a.reason) <
         std::tie(b.region.start.offset, b.rule, b.region.end.offset, b.reason);
}

}  // namespace

bool StandsBefore(const Finding& a, const Finding& b) {
  return std::tie(a.region.start.offset, a.rule->id, a.region.end.offset, a.grade->name,
                  a.message) <
         std::tie(b.region.start.offset, b.rule->id, b.region.end.offset, b.grade->name, b.message);
}

FileFindings BuildFindings(const EngineInput& input, const LineIndex& lines,
                           EngineOutput&& output) {
  CheckRanges(input.text, output);
  FileFindings found;
  found.secrets = SecretsOf(input.text, output);
  const ExcerptSource source{input.text, lines, found.secrets};
  found.facts = TakeFacts(input, lines, found.secrets, output.matches);
  MergedMatches merged = MergeMatches(input.text, std::exchange(output.matches, {}));
  std::vector<Rejection> rejections = std::exchange(output.rejections, {});
  if (output.explain) {
    std::ranges::move(merged.outspoken, std::back_inserter(rejections));
  }
  for (const Match& match : merged.kept) {
    found.findings.push_back(FindingOf(input, source, match));
  }
  for (const Rejection& rejection : rejections) {
    found.rejected.push_back(CandidateOf(input, source, rejection));
  }
  std::ranges::sort(found.findings, StandsBefore);
  std::ranges::sort(found.rejected, CandidateBefore);
  return found;
}

}  // namespace gonogo
