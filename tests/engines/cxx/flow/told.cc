#include "tests/engines/cxx/flow/told.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "tests/engines/cxx/flow/mini_unit.h"

namespace gonogo {
namespace {

/// A program and what was told of it; the units live as long.
struct Telling {
  std::vector<std::unique_ptr<CxxUnit>> units;
  AnalysisResult result;
};

Telling Tell(std::string_view text, const Rule& rule) {
  Telling telling;
  telling.units = MiniUnits(text);
  std::vector<const CxxUnit*> pointers;
  for (const auto& unit : telling.units) pointers.push_back(unit.get());
  const CxxProgram program(pointers);
  const Rule* rules[] = {&rule};
  telling.result = Analyse(program, rules);
  return telling;
}

std::string TextOf(const FlowOutcome& outcome, std::string_view capture) {
  const auto found = std::ranges::find(outcome.captures, capture, &FlowCapture::name);
  return found == outcome.captures.end() ? "" : found->text;
}

void Append(std::string& list, const std::string& entry) {
  if (!list.empty()) list += ", ";
  list += entry;
}

}  // namespace

std::string Told(std::string_view text, const Rule& rule) {
  std::string told;
  for (const FlowOutcome& outcome : Tell(text, rule).result.outcomes) {
    Append(told, std::to_string(outcome.at.place.line) + " " + std::string(outcome.outcome) + " " +
                     TextOf(outcome, "handle"));
  }
  return told;
}

std::string Captured(std::string_view text, const Rule& rule, std::string_view capture) {
  std::string told;
  for (const FlowOutcome& outcome : Tell(text, rule).result.outcomes) {
    Append(told, TextOf(outcome, capture));
  }
  return told;
}

std::string FlowTold(std::string_view text, const Rule& rule) {
  const Telling telling = Tell(text, rule);
  std::string told;
  if (telling.result.outcomes.empty()) return told;
  for (const FlowNote& note : telling.result.outcomes[0].flow) {
    told += std::to_string(note.at.place.line) + " " + note.message + "\n";
  }
  return told;
}

std::string OpenTold(std::string_view text, const Rule& rule) {
  const Telling telling = Tell(text, rule);
  std::string told;
  for (const OpenWrapper& open : telling.result.open) {
    Append(told, open.name + " " + std::string(open.header));
  }
  return told;
}

std::string NoticesTold(std::string_view text, const Rule& rule) {
  std::string told;
  for (const Notice& notice : Tell(text, rule).result.notices) {
    if (!told.empty()) told += '\n';
    told += notice.message;
  }
  return told;
}

}  // namespace gonogo
