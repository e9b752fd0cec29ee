#include "analyzer/engines/cxx/flow/typestate_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/told_once.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostRelated = 20;

const ObjectUse& WorstUse(const UsedObject& object) {
  const ObjectUse* worst = &object.uses[0];
  for (const ObjectUse& use : object.uses) {
    if (use.outcome > worst->outcome) worst = &use;
  }
  return *worst;
}

bool Has(const Steps& steps, StepSort sort) {
  return std::ranges::any_of(steps, [&](const Step& step) { return step.sort == sort; });
}

const Step* Find(const Steps& steps, StepSort sort) {
  const auto found = std::ranges::find(steps, sort, &Step::sort);
  return found == steps.end() ? nullptr : &*found;
}

}  // namespace

void TypestateReport::Tell(std::vector<UsedObject> objects, AnalysisResult& result) const {
  if (rule_.grades.empty()) {
    for (const UsedObject& object : objects) TellUses(object, nullptr, result);
    return;
  }
  for (const UsedObject& object : ToldOnce(input_.program, std::move(objects))) {
    TellObject(object, result);
    // The object is one row of the facts; its further uses are others.
    if (!rule_.fact.empty()) TellUses(object, &WorstUse(object), result);
  }
}

void TypestateReport::TellObject(const UsedObject& object, AnalysisResult& result) const {
  const Grade* grade = nullptr;
  if (!Reports(rule_, NameOf(object.outcome), grade)) return;
  const ObjectUse& worst = WorstUse(object);
  FlowOutcome outcome = Outline(object, worst, object.outcome);
  outcome.grade = grade;
  outcome.at = At(object);
  std::set<EventId> seen = {worst.use.at};
  const std::string noun(input_.plan.clause().object);
  for (const ObjectUse& use : object.uses) {
    if (!seen.insert(use.use.at).second || outcome.related.size() >= kMostRelated) continue;
    const CxxEvent& event = input_.program.EventAt(use.use.at);
    outcome.related.push_back(
        {PlaceOf(input_.program, use.use.at),
         fmt::format("the same {} is used by '{}'", noun, NameOfCallee(event))});
  }
  result.outcomes.push_back(std::move(outcome));
}

void TypestateReport::TellUses(const UsedObject& object, const ObjectUse* told,
                               AnalysisResult& result) const {
  std::map<EventId, std::pair<const ObjectUse*, Outcome>> by_place;
  for (const ObjectUse& use : object.uses) {
    const auto [known, fresh] = by_place.try_emplace(use.use.at, &use, use.outcome);
    if (fresh) continue;
    auto& [worst, outcome] = known->second;
    // Reached in several ways, of which not all are as bad.
    const bool mixed = use.outcome != outcome && std::max(use.outcome, outcome) > Outcome::kHuge;
    if (use.outcome > worst->outcome) worst = &use;
    outcome = mixed ? Outcome::kPossible : std::max(outcome, use.outcome);
  }
  for (const auto& [place, entry] : by_place) {
    if (told != nullptr && place == told->use.at) continue;
    FlowOutcome outcome = Outline(object, *entry.first, entry.second);
    outcome.at = PlaceOf(input_.program, place);
    result.outcomes.push_back(std::move(outcome));
  }
}

FlowOutcome TypestateReport::Outline(const UsedObject& object, const ObjectUse& use,
                                     Outcome kind) const {
  FlowOutcome outcome;
  outcome.rule = &rule_;
  outcome.alternative = &alternative_;
  outcome.outcome = NameOf(kind);
  Captures(object, use, outcome);
  outcome.signs.push_back(Sign(object, use));
  Flow(object, use, outcome);
  return outcome;
}

FlowPlace TypestateReport::At(const UsedObject& object) const {
  const ObjectUse& worst = WorstUse(object);
  switch (object.kind) {
    case ObjectKind::kMade:
      return PlaceOf(input_.program, object.made);
    case ObjectKind::kKept:
      if (object.origin.event != kNoEvent) return PlaceOf(input_.program, object.origin);
      break;
    case ObjectKind::kGiven:
      break;
  }
  return PlaceOf(input_.program, worst.use.at);
}

std::string TypestateReport::Handle(const UsedObject& object, const ObjectUse& use) const {
  std::string name;
  if (object.kind == ObjectKind::kMade) {
    name = NameOfHolder(input_.program, object.made);
    if (name.empty()) name = NameOfHolder(input_.program, object.holder);
  } else if (!object.kept.path.empty()) {
    const CxxGlobal* global = input_.program.GlobalOf(object.kept.path.back());
    name = global != nullptr ? global->variable.name
                             : std::string(LastNameOfUsr(object.kept.path.back()));
  } else {
    const CxxFunction& function = *input_.program.function(object.function).function;
    if (object.parameter < function.parameters.size()) {
      name = function.parameters[object.parameter].name;
    }
  }
  (void)use;
  return name.empty() ? "the " + std::string(input_.plan.clause().object) : name;
}

void TypestateReport::Captures(const UsedObject& object, const ObjectUse& use,
                               FlowOutcome& outcome) const {
  const CxxProgram& program = input_.program;
  const CxxEvent& event = program.EventAt(use.use.at);
  AddCapture(outcome, "object", std::string(input_.plan.clause().object));
  AddCapture(outcome, "handle", Handle(object, use));
  AddCapture(outcome, "use", NameOfCallee(event));
  AddCapture(outcome, "function", program.function(use.use.at.function).function->name);
  AddCapture(outcome, "reason", Reason(object, use));
  const bool seen = object.origin.event != kNoEvent &&
                    object.origin.event < program.function(object.origin.function).events.size();
  std::string maker;
  if (object.kind != ObjectKind::kGiven && seen) {
    maker = NameOfCallee(program.EventAt(object.origin));
  }
  AddCapture(outcome, "maker", maker.empty() ? "its declaration" : maker);
  BoundCapture(object, use, outcome);
  const CallPattern& pattern = *input_.plan.entries()[use.use.entry].pattern;
  AddCaptures(outcome, program, use.use.at.function,
              input_.matcher.Captures(pattern, use.use.at, {}));
  for (const Step& step : use.use.before.steps) {
    const bool shows = step.pattern != nullptr && step.at.event < kLocalOrigin;
    if (!shows) continue;
    AddCaptures(outcome, program, step.at.function,
                input_.matcher.Captures(*step.pattern, step.at, {}));
  }
  AddCapture(outcome, "value", "");
}

const Step* TypestateReport::LastBound(const UsedObject& object, const ObjectUse& use) const {
  const Step* last = nullptr;
  for (const Step& step : object.elsewhere) {
    if (step.sort == StepSort::kSet) last = &step;
  }
  for (const Step& step : use.use.before.steps) {
    if (step.sort == StepSort::kSet) last = &step;
  }
  return last;
}

/// What bounds the object: the value as the source says it where the pattern captures it, else the
/// option, else the function.
void TypestateReport::BoundCapture(const UsedObject& object, const ObjectUse& use,
                                   FlowOutcome& outcome) const {
  const Step* bound = LastBound(object, use);
  if (bound == nullptr || bound->pattern == nullptr) {
    AddCapture(outcome, "bound", input_.plan.clause().starts_bounded ? "its default" : "nothing");
    return;
  }
  for (const PatternCapture& capture : input_.matcher.Captures(*bound->pattern, bound->at, {})) {
    if (capture.name == "bound") {
      return AddCaptures(outcome, input_.program, bound->at.function, {capture});
    }
  }
  const CxxEvent& event = input_.program.EventAt(bound->at);
  std::size_t position = 0;
  for (const ArgumentPattern& form : bound->pattern->arguments) {
    if (form.some) continue;
    if (form.sort == ArgumentSort::kNames && position < event.arguments.size() &&
        !event.arguments[position].name.empty()) {
      return AddCapture(outcome, "bound", event.arguments[position].name);
    }
    ++position;
  }
  AddCapture(outcome, "bound", NameOfCallee(event));
}

std::string TypestateReport::Reason(const UsedObject& object, const ObjectUse& use) const {
  const Steps& steps = use.use.before.steps;
  if (use.outcome <= Outcome::kHuge) return "a limit is set";
  if (object.only_some_callers) return "only some callers set a limit";
  if (const Step* step = Find(steps, StepSort::kEscaped)) {
    return fmt::format("it is passed to '{}', which is not known",
                       NameOfCallee(input_.program.EventAt(step->at)));
  }
  if (Has(steps, StepSort::kReset)) return "a reset takes its limit away";
  if (Has(steps, StepSort::kNone)) return "its limit is set to none";
  if (object.kind == ObjectKind::kGiven) return "no caller is seen that sets a limit";
  if (Has(steps, StepSort::kSet)) return "only some paths set a limit";
  if (object.making_unseen) return "its making is not seen";
  return "nothing sets a limit";
}

std::string TypestateReport::Sign(const UsedObject& object, const ObjectUse& use) const {
  const std::string handle = Handle(object, use);
  switch (use.outcome) {
    case Outcome::kBounded:
    case Outcome::kHuge:
      if (const Step* bound = LastBound(object, use)) {
        return fmt::format("'{}' sets a limit before the use",
                           NameOfCallee(input_.program.EventAt(bound->at)));
      }
      return "it has a limit from the start, and nothing takes it away";
    case Outcome::kPossible:
      return Reason(object, use);
    default:
      break;
  }
  if (Has(use.use.before.steps, StepSort::kReset)) {
    return fmt::format("a reset takes away what was set on '{}', and nothing sets it again",
                       handle);
  }
  if (Has(use.use.before.steps, StepSort::kNone)) {
    return fmt::format("the limit of '{}' is set to none on every path to the use", handle);
  }
  if (object.kind == ObjectKind::kKept) {
    return fmt::format("no function of the program sets a limit on '{}'", handle);
  }
  return "no path from its making to its use sets a limit";
}

FlowNote TypestateReport::NoteOf(const Step& step) const {
  const FlowPlace at = PlaceOf(input_.program, step.at);
  if (step.at.event >= kLocalOrigin) return {at, "declared here"};
  const std::string callee = NameOfCallee(input_.program.EventAt(step.at));
  switch (step.sort) {
    case StepSort::kMade:
      return {at, fmt::format("made by '{}'", callee)};
    case StepSort::kCopied:
      return {at, fmt::format("copied by '{}'", callee)};
    case StepSort::kSet:
      return {at, fmt::format("its limit is set by '{}'", callee)};
    case StepSort::kNone:
      return {at, fmt::format("'{}' sets its limit to none", callee)};
    case StepSort::kUnbound:
      return {at, fmt::format("'{}' takes its limit away", callee)};
    case StepSort::kReset:
      return {at, fmt::format("'{}' forgets all that was set", callee)};
    case StepSort::kPassed:
      return {at, fmt::format("passed to '{}'", callee)};
    case StepSort::kReturned:
      return {at, fmt::format("returned by '{}'", callee)};
    case StepSort::kEscaped:
      return {at, fmt::format("passed to '{}', which is not known", callee)};
  }
  return {at, ""};
}

void TypestateReport::Flow(const UsedObject& object, const ObjectUse& use,
                           FlowOutcome& outcome) const {
  const auto add = [&](FlowNote note) {
    const bool known = std::ranges::any_of(outcome.flow, [&](const FlowNote& other) {
      return other.message == note.message && other.at.path == note.at.path &&
             other.at.place.line == note.at.place.line &&
             other.at.place.column == note.at.place.column;
    });
    if (note.at && !known) outcome.flow.push_back(std::move(note));
  };
  const bool made = Has(use.use.before.steps, StepSort::kMade);
  if (object.kind == ObjectKind::kMade && !made) add(NoteOf({StepSort::kMade, object.made, {}}));
  for (const Step& step : object.elsewhere) add(NoteOf(step));
  for (const Step& step : use.use.before.steps) add(NoteOf(step));
  for (const EventId call : use.use.through) add(NoteOf({StepSort::kPassed, call, {}}));
  const CxxEvent& event = input_.program.EventAt(use.use.at);
  add({PlaceOf(input_.program, use.use.at), fmt::format("used by '{}'", NameOfCallee(event))});
}

}  // namespace gonogo
