#include "analyzer/merge/secret_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "analyzer/engines/text/assignment/judgement.h"
#include "analyzer/merge/message.h"

namespace gonogo {
namespace {

// Of a secret that stands at more places the rest is only counted.
constexpr std::size_t kMostPlaces = 1000;
// So many secrets without a format in one file of data are the records of a list.
constexpr std::size_t kLeastRecords = 40;
// So many in one file of tests are the inputs of its cases.
constexpr std::size_t kLeastInputs = 8;

using Places = std::vector<Finding*>;

bool IsSample(const Finding& finding) {
  return finding.role == FileRole::kTest || finding.role == FileRole::kExample ||
         finding.role == FileRole::kDocumentation;
}

bool IsJoined(const Finding& finding) {
  return finding.secret && finding.disposition == Disposition::kNew &&
         finding.severity != Severity::kEvidence;
}

SecretSpread SpreadOf(const Places& places) {
  std::set<std::string_view> files;
  SecretSpread spread;
  spread.places = places.size();
  for (const Finding* place : places) {
    files.insert(place->path);
    spread.samples += IsSample(*place) ? 1 : 0;
    spread.worded += place->worded ? 1 : 0;
    spread.manuals += place->role == FileRole::kDocumentation ? 1 : 0;
  }
  spread.files = files.size();
  return spread;
}

std::string LineOf(const Finding& finding) {
  const std::size_t line = finding.region.start.line - finding.context.first_line;
  return line < finding.context.lines.size() ? finding.context.lines[line] : "";
}

void Reject(Finding& finding, std::string reason, std::vector<RejectedCandidate>& rejected) {
  rejected.push_back({std::string(finding.rule->id), finding.path, finding.region,
                      std::move(reason), LineOf(finding)});
  finding.rule = nullptr;
}

std::string TooFewSigns(const SpreadJudgement& judgement) {
  std::string reason = fmt::format("too few signs ({:.1f})", judgement.score);
  for (const SpreadSign* sign : judgement.signs)
    reason += fmt::format("; {} {:+.1f}", sign->text, sign->weight);
  return reason;
}

bool IsWeak(const Finding* finding) { return IsWeakPlace(*finding); }

/// Of a weak one the only sign says why it is weak.
std::string WeaknessOf(const Finding& finding) {
  return finding.signs.empty() ? "" : finding.signs.front();
}

/// Takes out of `places` what too few signs speak for now that the tree is known, and what is
/// weak where nothing else is left.
void TakeUnlikely(Places& places, std::vector<RejectedCandidate>& rejected) {
  const SecretSpread spread = SpreadOf(places);
  std::erase_if(places, [&](Finding* place) {
    if (place->score == 0 || IsWeak(place)) return false;
    const SpreadJudgement judgement = JudgeSpread(place->score, spread);
    if (judgement.confidence != Confidence::kNone) return false;
    Reject(*place, TooFewSigns(judgement), rejected);
    return true;
  });
  if (!std::ranges::all_of(places, IsWeak)) return;
  for (Finding* place : places) Reject(*place, WeaknessOf(*place), rejected);
  places.clear();
}

/// The most serious one speaks, of those that are no weak ones; of equal ones that which the
/// sharpest rule sees, then the first.
bool IsMoreSerious(const Finding& a, const Finding& b) {
  const auto rank = [](const Finding& one) {
    return std::tuple(!IsWeak(&one), one.severity, !IsSample(one), one.grade->precision,
                      !one.rule->general);
  };
  return rank(a) > rank(b);
}

RelatedPlace PlaceOf(const Finding& finding, std::string_view what) {
  return {finding.path, finding.region, fmt::format("{}{}", what, RemarkOf(finding.role)),
          finding.fingerprint};
}

/// What a rule of settings says of a line in which a secret is told says no more.
void TakeToldTwice(const std::map<SecretKey, Places>& by_secret, std::vector<Finding>& findings) {
  std::set<std::tuple<std::string_view, std::string_view, std::uint32_t>> told;
  const auto line_of = [](const Finding& one) {
    return std::tuple(std::string_view(one.rule->item), std::string_view(one.path),
                      one.region.start.line);
  };
  for (const auto& [key, places] : by_secret) {
    for (const Finding* place : places) told.insert(line_of(*place));
  }
  for (Finding& finding : findings) {
    const bool open = finding.rule != nullptr && finding.disposition == Disposition::kNew;
    if (open && !finding.secret && told.contains(line_of(finding))) finding.rule = nullptr;
  }
}

/// All but the first give up their rule: they are findings no more.
void Join(const Places& places, std::string_view what) {
  Finding* first = *std::ranges::min_element(
      places, [](const Finding* a, const Finding* b) { return IsMoreSerious(*a, *b); });
  const auto add = [&](RelatedPlace place) {
    if (first->related.size() < kMostPlaces) first->related.push_back(std::move(place));
  };
  for (Finding* place : places) {
    if (place == first) continue;
    first->places += place->places;
    add(PlaceOf(*place, what));
    for (RelatedPlace& further : place->related) add(std::move(further));
    place->rule = nullptr;
  }
}

bool IsData(FileKind kind) {
  return kind == FileKind::kXml || kind == FileKind::kJson || kind == FileKind::kYaml ||
         kind == FileKind::kSql;
}

bool IsList(const Places& records) {
  const bool tests =
      std::ranges::all_of(records, [](const Finding* one) { return one->role == FileRole::kTest; });
  return records.size() >= (tests ? kLeastInputs : kLeastRecords);
}

/// The passwords of all providers of a country, of all users of a dump, of all cases of a test: one
/// list, one finding.
void JoinLists(std::vector<Finding>& findings) {
  std::map<std::pair<std::string_view, std::string_view>, Places> lists;
  for (Finding& finding : findings) {
    const bool record = finding.rule != nullptr && IsJoined(finding) && finding.rule->general &&
                        std::ranges::all_of(finding.related, [&](const RelatedPlace& one) {
                          return one.path == finding.path;
                        });
    const bool listed = IsData(finding.kind) || finding.role == FileRole::kTest;
    if (record && listed) lists[{finding.path, finding.rule->id}].push_back(&finding);
  }
  for (const auto& [list, records] : lists) {
    if (IsList(records)) Join(records, "another secret of the same list");
  }
}

}  // namespace

bool IsWeakPlace(const Finding& finding) { return IsWeakScore(finding.score); }

std::vector<RejectedCandidate> JoinSecretPlaces(std::vector<Finding>& findings) {
  std::map<SecretKey, Places> by_secret;
  for (Finding& finding : findings) {
    if (IsJoined(finding)) by_secret[finding.secret_key].push_back(&finding);
  }
  std::vector<RejectedCandidate> unlikely;
  for (Finding& finding : findings) {
    if (!IsJoined(finding) && IsWeak(&finding)) Reject(finding, WeaknessOf(finding), unlikely);
  }
  for (auto& [key, places] : by_secret) TakeUnlikely(places, unlikely);
  TakeToldTwice(by_secret, findings);
  for (const auto& [key, places] : by_secret) {
    if (places.size() > 1) Join(places, "the same secret");
  }
  JoinLists(findings);
  std::erase_if(findings, [](const Finding& finding) { return finding.rule == nullptr; });
  return unlikely;
}

}  // namespace gonogo
