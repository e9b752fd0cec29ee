#include "analyzer/engines/cxx/match_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace gonogo {
namespace {

constexpr std::string_view kOutcome = "outcome";
constexpr std::string_view kLinkUnit = "link_unit";

std::string_view SecretOf(const MatchAlternative& alternative) {
  return alternative.cxx->sort == CxxClauseSort::kCall ? alternative.cxx->call.secret : "";
}

template <class T>
bool HasOrAny(std::span<const T> list, T value) {
  return list.empty() || std::ranges::find(list, value) != list.end();
}

}  // namespace

MatchBuilder::MatchBuilder(const FileSystem& tree, std::span<const CodeNote> notes,
                           std::span<const LinkUnit> links,
                           std::set<std::string, std::less<>>& names)
    : texts_(tree), notes_(notes), names_(names) {
  for (const LinkUnit& link : links) {
    // Which program a module is loaded into nobody says.
    if (!link.is_program) continue;
    for (const std::string& source : link.sources) {
      std::string& all = link_of_[source];
      all += (all.empty() ? "" : ",") + link.name;
    }
  }
}

const GitIgnore& MatchBuilder::GlobsOf(const MatchAlternative& alternative) {
  const auto known = globs_.find(&alternative);
  if (known != globs_.end()) return known->second;
  std::string lines;
  for (const std::string_view path : alternative.files.paths) lines += fmt::format("{}\n", path);
  return globs_.emplace(&alternative, GitIgnore(lines)).first->second;
}

bool MatchBuilder::Accepts(const MatchAlternative& alternative, std::string_view path) {
  const auto note = std::ranges::lower_bound(notes_, path, {}, &CodeNote::path);
  if (note == notes_.end() || note->path != path) return false;
  if (note->role == FileRole::kVendored) return false;
  const FileFilter& files = alternative.files;
  // A header may be taken for either language: where one is asked for, both are.
  const bool kind = HasOrAny(files.kinds, note->kind) || note->is_header;
  if (!kind || !HasOrAny(files.roles, note->role)) return false;
  return files.paths.empty() || GlobsOf(alternative).Covers(path);
}

void MatchBuilder::AddCapture(const FlowCapture& capture, const FlowOutcome& outcome,
                              Match& match) {
  std::string text = capture.source ? texts_.TextOf(capture.source.path, capture.source.place) : "";
  if (text.empty()) text = capture.text;
  if (!capture.name.empty() && capture.name == SecretOf(*outcome.alternative)) {
    match.secret = capture.text.empty() ? text : capture.text;
    for (const FlowPlace& spelled : capture.spelled) {
      if (spelled.path != outcome.at.path) continue;
      if (const auto range = texts_.RangeOf(spelled.path, spelled.place))
        match.secrets.push_back(*range);
    }
    if (match.secrets.empty()) match.secrets.push_back(match.range);
  }
  match.captures.push_back({capture.name, std::move(text)});
}

void MatchBuilder::AddPlaces(const FlowOutcome& outcome, Match& match) {
  const auto steps = [this](const std::vector<FlowNote>& notes, std::vector<FlowStep>& into) {
    for (const FlowNote& note : notes) {
      if (const auto region = texts_.RegionOf(note.at.path, note.at.place))
        into.push_back({std::string(note.at.path), *region, note.message});
    }
  };
  steps(outcome.flow, match.flow);
  steps(outcome.related, match.related);
}

void MatchBuilder::AddLinkUnit(std::string_view path, Match& match) const {
  if (match.rule->fact.empty()) return;
  const auto link = link_of_.find(path);
  if (link != link_of_.end()) match.captures.push_back({kLinkUnit, link->second});
}

void MatchBuilder::Add(const FlowOutcome& outcome, ProgramOutput& output) {
  if (outcome.grade == nullptr && outcome.rule->fact.empty()) return;
  if (!Accepts(*outcome.alternative, outcome.at.path)) return;
  const auto range = texts_.RangeOf(outcome.at.path, outcome.at.place);
  if (!range) return;
  Match match;
  match.rule = outcome.rule;
  match.grade = outcome.grade;
  match.range = *range;
  match.signs = outcome.signs;
  for (const FlowCapture& capture : outcome.captures) AddCapture(capture, outcome, match);
  if (!outcome.rule->fact.empty())
    match.captures.push_back({kOutcome, std::string(outcome.outcome)});
  AddPlaces(outcome, match);
  AddLinkUnit(outcome.at.path, match);
  output.matches[std::string(outcome.at.path)].push_back(std::move(match));
}

void MatchBuilder::Add(const Rule& rule, const MatchAlternative& alternative, const CxxUnit& unit,
                       const CxxMatcherHit& hit, ProgramOutput& output) {
  if (hit.place.line == 0) return;
  const std::string& path = unit.files[hit.place.file];
  if (!Accepts(alternative, path)) return;
  const auto range = texts_.RangeOf(path, hit.place);
  if (!range) return;
  const std::string once = fmt::format("{}\n{}\n{} {}", rule.id, path, range->begin, range->end);
  if (!seen_.insert(once).second) return;
  Match match;
  match.rule = &rule;
  match.grade = rule.grades.empty() ? nullptr : &rule.grades[0];
  match.range = *range;
  for (const auto& [name, place] : hit.bound) {
    if (place.line == 0) continue;
    const std::string_view kept = *names_.insert(name).first;
    match.captures.push_back({kept, texts_.TextOf(unit.files[place.file], place)});
  }
  AddLinkUnit(path, match);
  output.matches[path].push_back(std::move(match));
}

}  // namespace gonogo
