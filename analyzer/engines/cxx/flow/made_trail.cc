#include "analyzer/engines/cxx/flow/made_trail.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr unsigned kMostRounds = 40;
constexpr std::uint32_t kParameterBit = 1U << 31U;

std::uint64_t Key(FunctionId function, std::uint32_t number) {
  return (std::uint64_t{function} << 32U) | number;
}

std::uint64_t KeyOfVariable(FunctionId function, const CxxObject& object) {
  const bool parameter = object.root == CxxRoot::kParameter;
  return Key(function, object.index | (parameter ? kParameterBit : 0));
}

/// The last field that is no element; empty where there is none.
std::string_view LastField(const CxxObject& object) {
  for (auto at = object.path.rbegin(); at != object.path.rend(); ++at) {
    if (*at != "[]") return *at;
  }
  return {};
}

/// What a comparison or a test yields is none of its parts.
bool IsTest(std::string_view operation) {
  constexpr std::string_view kTests[] = {"==", "!=", "<", ">", "<=", ">=", "&&", "||", "!"};
  return std::ranges::count(kTests, operation) > 0;
}

}  // namespace

MadeTrail::MadeTrail(const CxxProgram& program, std::span<const CallPattern* const> made,
                     std::span<const CallPattern* const> handed_on)
    : program_(program),
      made_(made.begin(), made.end()),
      handed_on_(handed_on.begin(), handed_on.end()) {
  for (std::uint32_t i = 0; i < made.size(); ++i) made_names_.Add(*made[i], i);
  for (std::uint32_t i = 0; i < handed_on.size(); ++i) handed_names_.Add(*handed_on[i], i);
  const auto count = static_cast<FunctionId>(program.functions().size());
  for (const auto& [id, event] : made_names_.EventsIn(program)) Make(id, event);
  found_ = grown_;
  for (unsigned round = 0; grown_ && round < kMostRounds; ++round) {
    grown_ = false;
    for (FunctionId id = 0; id < count; ++id) Walk(id);
  }
}

void MadeTrail::Make(FunctionId function, std::uint32_t number) {
  const CxxEvent& event = *program_.function(function).events[number];
  for (const std::uint32_t index : made_names_.Candidates(event)) {
    const ObjectAt place = PatternMatcher::ObjectOf(*made_[index], event, true);
    if (place.spot == ObjectSpot::kValue && place.value->kind == CxxValueKind::kObject) {
      Add(function, place.value->object);
    }
    if (place.spot == ObjectSpot::kHolder) Add(function, *place.field);
    AddResult(function, number);
  }
}

bool MadeTrail::HasObject(FunctionId function, const CxxObject& object) const {
  const std::string_view field = LastField(object);
  if (!field.empty()) return symbols_.contains(field);
  if (object.root == CxxRoot::kGlobal) return symbols_.contains(object.usr);
  return object.root != CxxRoot::kThis && variables_.contains(KeyOfVariable(function, object));
}

bool MadeTrail::Has(FunctionId function, const CxxValue& value) const {
  if (value.kind == CxxValueKind::kObject) return HasObject(function, value.object);
  if (value.kind == CxxValueKind::kResult) return results_.contains(Key(function, value.event));
  if (value.kind != CxxValueKind::kCombined || IsTest(value.operation)) return false;
  return std::ranges::any_of(value.parts,
                             [&](const CxxValue& part) { return Has(function, part); });
}

bool MadeTrail::Touches(FunctionId function, std::uint32_t number) const {
  const CxxEvent& event = *program_.function(function).events[number];
  return results_.contains(Key(function, number)) || Has(function, event.self) ||
         Has(function, event.target) ||
         std::ranges::any_of(event.arguments,
                             [&](const CxxValue& value) { return Has(function, value); });
}

std::set<std::string_view> MadeTrail::Holders() const {
  std::set<std::string_view> holders;
  for (const std::string_view symbol : symbols_) {
    if (const CxxFieldPosition* field = program_.FieldAt(symbol)) holders.insert(field->type->name);
  }
  return holders;
}

void MadeTrail::Add(FunctionId function, const CxxObject& object) {
  const std::string_view field = LastField(object);
  if (!field.empty()) return Insert(symbols_, field);
  if (object.root == CxxRoot::kGlobal) return Insert(symbols_, std::string_view(object.usr));
  if (object.root != CxxRoot::kThis) Insert(variables_, KeyOfVariable(function, object));
}

void MadeTrail::AddResult(FunctionId function, std::uint32_t number) {
  Insert(results_, Key(function, number));
  const CxxEvent& event = *program_.function(function).events[number];
  if (event.target.kind == CxxValueKind::kObject) Add(function, event.target.object);
}

void MadeTrail::Walk(FunctionId id) {
  const ProgramFunction& entry = program_.function(id);
  if (!entry.function->captures.empty()) Captures(id);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    if (event.kind == CxxEventKind::kStore && !event.arguments.empty()) {
      Keep(id, event, event.arguments[0]);
    } else if (event.kind == CxxEventKind::kReturn && !event.arguments.empty()) {
      if (Has(id, event.arguments[0])) Insert(returning_, id);
    } else {
      Library(id, i);
    }
  }
  for (const CallSite& site : entry.calls) Call(id, site);
}

void MadeTrail::Keep(FunctionId function, const CxxEvent& event, const CxxValue& value) {
  if (event.target.kind != CxxValueKind::kObject || !Has(function, value)) return;
  Add(function, event.target.object);
  const CxxClass* type = value.operation == "{}" ? program_.ClassNamed(value.type) : nullptr;
  for (std::size_t i = 0; type != nullptr && i < value.parts.size(); ++i) {
    if (i < type->fields.size() && Has(function, value.parts[i])) {
      Insert(symbols_, std::string_view(type->fields[i].usr));
    }
  }
}

/// Both ways: a callee may store into what it is handed.
void MadeTrail::Call(FunctionId function, const CallSite& site) {
  const CxxEvent& event = *program_.function(function).events[site.event];
  for (const FunctionId target : site.targets) {
    const std::size_t parameters = program_.function(target).function->parameters.size();
    for (std::uint32_t i = 0; i < parameters; ++i) {
      const std::size_t at = i + site.first_argument;
      if (at >= event.arguments.size()) break;
      const CxxValue& argument = event.arguments[at];
      const CxxObject parameter{.root = CxxRoot::kParameter, .index = i, .usr = "", .path = {}};
      if (Has(function, argument)) {
        Add(target, parameter);
      } else if (argument.kind == CxxValueKind::kObject && HasObject(target, parameter)) {
        Add(function, argument.object);
      }
    }
    if (!site.reference && returning_.contains(target)) AddResult(function, site.event);
  }
}

/// Containers and owners are what they hold; a layer is what it lies on.
void MadeTrail::Library(FunctionId function, std::uint32_t number) {
  const CxxEvent& event = *program_.function(function).events[number];
  const bool holds = event.callee.starts_with("std::") || event.callee.ends_with("_ptr") ||
                     (event.kind == CxxEventKind::kConstruct && event.arguments.size() == 1);
  if (holds) {
    const bool given = std::ranges::any_of(
        event.arguments, [&](const CxxValue& value) { return Has(function, value); });
    if (given && event.self.kind == CxxValueKind::kObject) Add(function, event.self.object);
    if (given || Has(function, event.self)) AddResult(function, number);
  }
  for (const std::uint32_t index : handed_names_.Candidates(event)) {
    const ObjectAt place = PatternMatcher::ObjectOf(*handed_on_[index], event, false);
    if (place.spot == ObjectSpot::kValue && Has(function, *place.value)) {
      AddResult(function, number);
    }
  }
}

void MadeTrail::Captures(FunctionId id) {
  const CxxFunction& lambda = *program_.function(id).function;
  for (const FunctionId parent : program_.Callees(id, lambda.parent, false)) {
    for (const auto& [inside, outside] : lambda.captures) {
      if (HasObject(parent, outside)) Add(id, inside);
      if (HasObject(id, inside)) Add(parent, outside);
    }
  }
}

}  // namespace gonogo
