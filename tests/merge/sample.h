// Rules and matches for tests of the stages behind the engines, without YAML or an engine.
#pragma once

#include <catch2/catch.hpp>

#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/merge/finding_builder.h"

namespace gonogo::sample {

/// A rule that owns what it points to.
struct OwnedRule {
  std::string id;
  std::vector<Grade> grades;
  std::vector<std::string_view> over;
  std::vector<std::string_view> formerly;
  std::vector<FileKind> kinds;
  std::vector<MatchAlternative> match;
  Rule rule;
};

/// Keeps rules at stable addresses.
class Rules {
 public:
  struct Options {
    Severity severity = Severity::kHigh;
    Precision precision = Precision::kMedium;
    std::string_view message = "secret {secret} of {name}";
    std::vector<std::string_view> over = {};
    std::vector<std::string_view> formerly = {};
    std::vector<FileKind> kinds = {};
    bool secret = true;
  };

  const Rule& Add(std::string_view id) { return Add(id, Options{}); }
  const Rule& Add(std::string_view id, Options options) {
    OwnedRule& owned = owned_.emplace_back();
    owned.id = id;
    owned.grades = {{"", options.severity, options.precision, options.message}};
    owned.over = std::move(options.over);
    owned.formerly = std::move(options.formerly);
    owned.kinds = std::move(options.kinds);
    owned.match.resize(1);
    owned.match[0].files.kinds = owned.kinds;
    owned.match[0].text.secret = options.secret ? "secret" : "";
    owned.rule.id = owned.id;
    owned.rule.grades = owned.grades;
    owned.rule.over = owned.over;
    owned.rule.formerly = owned.formerly;
    owned.rule.match = owned.match;
    pointers_.push_back(&owned.rule);
    return owned.rule;
  }

  const std::vector<const Rule*>& pointers() const { return pointers_; }

 private:
  std::list<OwnedRule> owned_;
  std::vector<const Rule*> pointers_;
};

/// Where `part` stands in `text`, from the `nth` occurrence on (0 is the first).
inline ByteRange RangeOf(std::string_view text, std::string_view part, int nth = 0) {
  std::size_t at = text.find(part);
  for (; nth > 0; --nth) at = text.find(part, at + 1);
  REQUIRE(at != text.npos);
  return {at, at + part.size()};
}

/// A match whose secret is `range`.
inline Match SecretAt(const Rule& rule, std::string_view text, ByteRange range) {
  Match match;
  match.rule = &rule;
  match.grade = &rule.grades.front();
  match.range = range;
  match.secrets = {range};
  match.secret = text.substr(range.begin, range.end - range.begin);
  match.captures = {{"secret", match.secret}, {"name", "token"}};
  return match;
}

/// A match without a secret.
inline Match PlainAt(const Rule& rule, ByteRange range) {
  Match match;
  match.rule = &rule;
  match.grade = &rule.grades.front();
  match.range = range;
  return match;
}

inline FileFindings Build(std::string_view text, std::vector<Match> matches,
                          const SourceFile& file = {"app/config.py", FileKind::kPython,
                                                    FileRole::kProduct},
                          std::vector<Rejection> rejections = {}) {
  EngineOutput output;
  output.explain = true;
  output.matches = std::move(matches);
  output.rejections = std::move(rejections);
  const LineIndex lines(text);
  return BuildFindings({file, text}, lines, std::move(output));
}

/// Letters and digits that look random and are none: the same for the same number.
inline std::string Marked(std::uint64_t number, std::size_t length) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  std::string marked;
  for (std::uint64_t state = number * 7919 + 17; marked.size() < length;) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    marked.push_back(kLetters[(state >> 33) % kLetters.size()]);
  }
  return marked;
}

/// All text that leaves the stage.
inline std::string AllText(const FileFindings& found) {
  std::string all;
  for (const Finding& finding : found.findings) {
    all += finding.message + '\n' + finding.justification + '\n';
    for (const std::string& sign : finding.signs) all += sign + '\n';
    for (const std::string& line : finding.context.lines) all += line + '\n';
    all += finding.line_hash + '\n' + finding.fingerprint + '\n';
  }
  for (const RejectedCandidate& candidate : found.rejected) {
    all += candidate.reason + '\n' + candidate.text + '\n';
  }
  return all;
}

/// The first run of 8 bytes of the secret, behind the `shown` first, that stands in `text`; empty
/// is good.
inline std::string Leak(std::string_view text, std::string_view secret, std::size_t shown) {
  for (std::size_t i = shown > 7 ? shown - 7 : 0; i + 8 <= secret.size(); ++i) {
    const std::string_view run = secret.substr(i, 8);
    if (run.contains('\n') || run.contains("---")) continue;
    if (text.contains(run)) return std::string(run);
  }
  return "";
}

}  // namespace gonogo::sample
