#include "analyzer/report/rule_facts.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

namespace gonogo {
namespace {

template <class T>
std::string NamesWorstFirst(const std::set<T, std::greater<T>>& values) {
  std::string names;
  for (const T value : values) {
    names += names.empty() ? "" : ", ";
    names += NameOf(value);
  }
  return names;
}

}  // namespace

Severity WorstSeverity(const Rule& rule) {
  Severity worst = Severity::kEvidence;
  for (const Grade& grade : rule.grades) worst = std::max(worst, grade.severity);
  return worst;
}

std::string SeveritiesText(const Rule& rule) {
  if (rule.grades.empty()) return "none (a fact)";
  std::set<Severity, std::greater<Severity>> values;
  for (const Grade& grade : rule.grades) values.insert(grade.severity);
  return NamesWorstFirst(values);
}

std::string PrecisionsText(const Rule& rule) {
  if (rule.grades.empty()) return "none";
  std::set<Precision, std::greater<Precision>> values;
  for (const Grade& grade : rule.grades) values.insert(grade.precision);
  return NamesWorstFirst(values);
}

bool GivesEvidence(const Rule& rule) {
  return std::ranges::any_of(
      rule.grades, [](const Grade& grade) { return grade.severity == Severity::kEvidence; });
}

std::vector<std::string_view> KindTitles(const Rule& rule) {
  std::vector<std::string_view> titles;
  for (const MatchAlternative& alternative : rule.match) {
    if (alternative.files.kinds.empty()) return {};
    for (const FileKind kind : alternative.files.kinds) titles.push_back(InfoOf(kind).title);
  }
  std::ranges::sort(titles);
  const auto repeats = std::ranges::unique(titles);
  titles.erase(repeats.begin(), repeats.end());
  return titles;
}

std::string CweUrl(std::uint32_t number) {
  return fmt::format("https://cwe.mitre.org/data/definitions/{}.html", number);
}

std::string SuppressionText(const Rule& rule) {
  return fmt::format("gonogo:ignore {} -- why it is right here", rule.id);
}

}  // namespace gonogo
