#include "analyzer/merge/fact_builder.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "analyzer/merge/visible_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kValueCharacters = 250;
/// More of a capture, which may be a whole file, is not looked at.
constexpr std::size_t kValueBytes = 1024;
/// The column that says what the clause found out.
constexpr std::string_view kOutcomeColumn = "state";

std::string ValueOf(const Capture& capture, const Match& match, const Redactor& secrets) {
  if (!match.secret.empty() && capture.text.contains(match.secret)) return "";
  return VisibleText(secrets.Hide(std::string_view(capture.text).substr(0, kValueBytes)),
                     kValueCharacters);
}

std::string_view OutcomeOf(const Match& match) {
  for (const Capture& capture : match.captures) {
    if (capture.name == kOutcomeCapture) return capture.text;
  }
  return match.grade ? match.grade->name : std::string_view();
}

Fact FactOf(const EngineInput& input, const LineIndex& lines, const Redactor& secrets,
            const Match& match) {
  Fact fact;
  fact.rule = match.rule;
  fact.path = input.file.path;
  fact.kind = input.file.kind;
  fact.role = input.file.role;
  fact.region = lines.Region(match.range.begin, match.range.end);
  fact.template_key = match.template_key;
  // What the rule says comes first: the store takes the first value of a column.
  for (const FactValue& value : match.rule->fact_values)
    fact.values.emplace_back(value.column, value.text);
  for (const Capture& capture : match.captures) {
    if (capture.name == kLinkUnitCapture) fact.link_unit = capture.text;
    fact.values.emplace_back(capture.name, ValueOf(capture, match, secrets));
  }
  fact.values.emplace_back(kOutcomeColumn, OutcomeOf(match));
  std::ranges::stable_sort(fact.values, {}, [](const auto& value) { return value.first; });
  return fact;
}

auto KeyOf(const Fact& fact) {
  return std::tie(fact.region.start.offset, fact.rule->id, fact.region.end.offset, fact.link_unit,
                  fact.values);
}

}  // namespace

std::vector<Fact> TakeFacts(const EngineInput& input, const LineIndex& lines,
                            const Redactor& secrets, std::vector<Match>& matches) {
  std::vector<Fact> facts;
  for (const Match& match : matches) {
    if (!match.rule->fact.empty()) facts.push_back(FactOf(input, lines, secrets, match));
  }
  std::erase_if(matches, [](const Match& match) { return match.grade == nullptr; });
  std::ranges::sort(facts, [](const Fact& a, const Fact& b) { return KeyOf(a) < KeyOf(b); });
  const auto repeats =
      std::ranges::unique(facts, [](const Fact& a, const Fact& b) { return KeyOf(a) == KeyOf(b); });
  facts.erase(repeats.begin(), repeats.end());
  return facts;
}

}  // namespace gonogo
