#include "analyzer/engines/cxx/flow/outcome_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/engines/cxx/flow/function_flow.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {

FlowPlace PlaceIn(const CxxProgram& program, FunctionId function, const CxxPlace& place) {
  return {program.PathOf(function, place), place};
}

FlowPlace PlaceOf(const CxxProgram& program, EventId at) {
  const ProgramFunction& entry = program.function(at.function);
  if (at.event >= kLocalOrigin && at.event - kLocalOrigin < entry.function->locals.size()) {
    return PlaceIn(program, at.function, entry.function->locals[at.event - kLocalOrigin].place);
  }
  if (at.event >= entry.events.size()) {
    return PlaceIn(program, at.function, entry.function->place);
  }
  const CxxEvent& event = *entry.events[at.event];
  return PlaceIn(program, at.function, event.place.line != 0 ? event.place : event.name_place);
}

bool Reports(const Rule& rule, std::string_view outcome, const Grade*& grade) {
  grade = nullptr;
  for (const Grade& candidate : rule.grades) {
    if (candidate.name == outcome) grade = &candidate;
  }
  // A rule with one outcome: what it is against, or what it is evidence of.
  if (rule.grades.size() == 1 && rule.grades[0].name.empty()) {
    const bool evidence = rule.grades[0].severity == Severity::kEvidence;
    if (outcome == (evidence ? "bounded" : "certain")) grade = &rule.grades[0];
  }
  return grade != nullptr || !rule.fact.empty();
}

std::string NameOfObject(const CxxProgram& program, FunctionId function, const CxxObject& object) {
  const CxxFunction& in = *program.function(function).function;
  std::string name;
  if (object.root == CxxRoot::kLocal && object.index < in.locals.size()) {
    name = in.locals[object.index].name;
  } else if (object.root == CxxRoot::kParameter && object.index < in.parameters.size()) {
    name = in.parameters[object.index].name;
  } else if (object.root == CxxRoot::kGlobal) {
    const CxxGlobal* global = program.GlobalOf(object.usr);
    name = global != nullptr ? global->variable.name : std::string(LastNameOfUsr(object.usr));
  }
  for (const std::string& field : object.path) {
    if (field == "[]") continue;
    if (!name.empty()) name += ".";
    name += LastNameOfUsr(field);
  }
  return name;
}

std::string NameOfHolder(const CxxProgram& program, EventId made) {
  const ProgramFunction& entry = program.function(made.function);
  if (made.event >= kLocalOrigin) {
    const std::uint32_t local = made.event - kLocalOrigin;
    return local < entry.function->locals.size() ? entry.function->locals[local].name : "";
  }
  if (made.event >= entry.events.size()) return "";
  const CxxEvent& event = *entry.events[made.event];
  if (event.target.kind == CxxValueKind::kObject) {
    return NameOfObject(program, made.function, event.target.object);
  }
  for (const CxxEvent* other : entry.events) {
    const bool takes =
        (other->kind == CxxEventKind::kStore || other->kind == CxxEventKind::kConstruct) &&
        other->target.kind == CxxValueKind::kObject;
    if (!takes) continue;
    for (const CxxValue& value : other->arguments) {
      if (value.kind == CxxValueKind::kResult && value.event == made.event) {
        return NameOfObject(program, made.function, other->target.object);
      }
    }
  }
  return "";
}

std::string NameOfCallee(const CxxEvent& event) {
  if (!event.callee.empty()) return event.callee;
  if (event.kind == CxxEventKind::kStore && event.target.kind == CxxValueKind::kObject &&
      !event.target.object.path.empty()) {
    return QualifiedNameOfUsr(event.target.object.path.back());
  }
  return "a function pointer";
}

std::string Said(const CxxValue& value) {
  if (!value.name.empty()) return value.name;
  switch (value.kind) {
    case CxxValueKind::kInteger:
      return fmt::format("{}", value.integer);
    case CxxValueKind::kReal:
      return fmt::format("{}", value.real);
    case CxxValueKind::kNull:
      return "null";
    case CxxValueKind::kDuration:
      return value.integer % 1'000'000 == 0 ? fmt::format("{}ms", value.integer / 1'000'000)
                                            : fmt::format("{}ns", value.integer);
    default:
      return "";
  }
}

void AddOpen(AnalysisResult& result, const CxxProgram& program, FunctionId id, const Rule& rule) {
  const CxxFunction& function = *program.function(id).function;
  const bool header = function.declared.line != 0;
  result.open.push_back({.name = function.name,
                         .header = header ? program.PathOf(id, function.declared) : "",
                         .rule = &rule});
}

void AddOpenPointers(AnalysisResult& result, const CxxProgram& program, FunctionId id,
                     const Rule& rule) {
  const CxxFunction& function = *program.function(id).function;
  for (const std::string_view holder : program.PointersTo(function.usr)) {
    std::string_view header;
    if (const CxxFieldPosition* field = program.FieldAt(holder)) {
      const std::vector<std::string>& files = field->unit->files;
      if (field->type->place.file < files.size()) header = files[field->type->place.file];
    } else if (function.declared.line != 0) {
      header = program.PathOf(id, function.declared);
    }
    result.open.push_back(
        {.name = std::string(LastNameOfUsr(holder)), .header = header, .rule = &rule});
  }
}

void AddCapture(FlowOutcome& outcome, std::string_view name, std::string text, FlowPlace source) {
  const bool known = std::ranges::any_of(
      outcome.captures, [&](const FlowCapture& capture) { return capture.name == name; });
  if (known) return;
  outcome.captures.push_back(
      {.name = name, .text = std::move(text), .source = source, .spelled = {}});
}

void AddCaptures(FlowOutcome& outcome, const CxxProgram& program, FunctionId function,
                 const std::vector<PatternCapture>& captures) {
  for (const PatternCapture& capture : captures) {
    const CxxValue& value = capture.constant != nullptr ? *capture.constant : *capture.value;
    std::string text = value.kind == CxxValueKind::kText ? value.text : Said(value);
    if (text.empty() && value.kind == CxxValueKind::kObject) {
      text = NameOfObject(program, function, value.object);
    }
    const std::size_t before = outcome.captures.size();
    AddCapture(outcome, capture.name, std::move(text),
               PlaceIn(program, function, capture.value->place));
    if (outcome.captures.size() == before) continue;
    for (const CxxPlace& place : value.spelled) {
      outcome.captures.back().spelled.push_back(PlaceIn(program, function, place));
    }
  }
}

}  // namespace gonogo
