#include "analyzer/engines/cxx/flow/contexts.h"

#include <algorithm>

#include "analyzer/engines/cxx/flow/trial_code.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

// A wrapper of one call is looked at with each of its callers' options; a large function is not.
constexpr std::uint32_t kMostOfOneFunction = 24;
constexpr std::uint32_t kMostOfWrapper = 256;
constexpr std::size_t kLargestWrapper = 40;  // events
constexpr std::size_t kMostContexts = 40'000;
constexpr std::uint32_t kMostDeciding = 8;

bool IsFlag(std::string_view type) {
  return type == "bool" || type == "int" || type == "_Bool" || type == "unsigned int" ||
         type == "long";
}

/// What templates leave of a type that depends on their parameters.
bool IsVague(std::string_view type) {
  constexpr std::string_view kNames[] = {"",           "type",      "pointer",    "element_type",
                                         "value_type", "reference", "mapped_type"};
  return std::ranges::count(kNames, type) > 0;
}

}  // namespace

std::optional<std::uint32_t> DecidedEdge(Resolver& resolver, const Context& context,
                                         const CxxBlock& block) {
  if (!block.has_condition || block.next.size() != 2 || context.given.empty()) {
    return std::nullopt;
  }
  const CxxValue* given = resolver.Single(block.condition, context.function, context.given);
  if (given == nullptr) return std::nullopt;
  // What is constant without the caller may be changed in ways that stores do not tell.
  if (resolver.Single(block.condition, context.function, {}) != nullptr) return std::nullopt;
  return IsTrue(*given) ? 0U : 1U;
}

Contexts::Contexts(const CxxProgram& program, const ValueSources& sources, Resolver& resolver,
                   std::span<const CallPattern* const> patterns, std::set<std::string_view> types,
                   const MadeTrail* trail)
    : program_(program),
      sources_(sources),
      resolver_(resolver),
      types_(std::move(types)),
      trail_(trail),
      named_(program.functions().size()),
      relevant_(program.functions().size()),
      deciding_(program.functions().size()),
      count_(program.functions().size()) {
  FindNamed(patterns);
  WidenTypes();
  FindRelevant();
  FindDeciding(patterns);
  Enumerate();
  Order();
}

void Contexts::FindNamed(std::span<const CallPattern* const> patterns) {
  PatternNames names;
  for (std::uint32_t i = 0; i < patterns.size(); ++i) {
    names.Add(*patterns[i], i);
    names.AddMethod(*patterns[i], i);
  }
  for (const auto& [id, number] : names.EventsIn(program_)) {
    const CxxEvent& event = *program_.function(id).events[number];
    std::vector<std::uint32_t> fitting = names.Candidates(event);
    // "Any call" means any that is handed such an object.
    const bool handed = std::ranges::any_of(
        event.arguments, [&](const CxxValue& value) { return Concerns(value.type); });
    // Of a function that is not even known by name only what it is called on tells that it is no
    // helper of the program itself.
    const bool nameless = event.callee.empty() && event.arguments.size() < 2 &&
                          event.self.kind == CxxValueKind::kUnknown;
    if (!handed || nameless) {
      std::erase_if(fitting,
                    [&](std::uint32_t index) { return PatternNames::IsAnyCall(*patterns[index]); });
    }
    std::erase_if(fitting,
                  [&](std::uint32_t index) { return OffTrail(id, *patterns[index], event); });
    if (!fitting.empty()) named_[id].push_back({number, std::move(fitting)});
  }
}

/// Whether the object of the event is surely none that is followed.
bool Contexts::OffTrail(FunctionId function, const CallPattern& pattern,
                        const CxxEvent& event) const {
  if (trail_ == nullptr) return false;
  const ObjectAt place = PatternMatcher::ObjectOf(pattern, event, false);
  return place.spot == ObjectSpot::kValue &&
         std::ranges::any_of(
             pattern.arguments,
             [](const auto& form) { return !form.some && form.sort == ArgumentSort::kObject; }) &&
         !trail_->Has(function, *place.value);
}

bool Contexts::OnTrail(FunctionId function) const {
  const auto count = static_cast<std::uint32_t>(program_.function(function).events.size());
  for (std::uint32_t event = 0; event < count; ++event) {
    if (trail_->Touches(function, event)) return true;
  }
  return false;
}

bool Contexts::Concerns(FunctionId function, const CxxValue& value) const {
  if (trail_ != nullptr && trail_->Has(function, value)) return true;
  if (trail_ == nullptr && types_.empty()) return true;
  const std::string_view type = value.type;
  if (trail_ != nullptr && IsVague(type)) return false;
  return IsVague(type) || types_.contains(type) || type.ends_with("_ptr");
}

/// Classes that keep such an object keep the question too.
void Contexts::WidenTypes() {
  if (types_.empty()) return;
  for (bool grown = true; grown;) {
    grown = false;
    for (const CxxUnit* unit : program_.units()) {
      for (const CxxClass& type : unit->classes) {
        const bool keeps = std::ranges::any_of(
            type.fields, [&](const CxxVariable& field) { return Concerns(field.type); });
        const bool derives = std::ranges::any_of(type.bases, [&](const std::string& base) {
          const CxxClass* known = program_.ClassOf(base);
          // A library's own class is none of the program's: its USR has its name.
          return known != nullptr ? Concerns(known->name) : Concerns(QualifiedNameOfUsr(base));
        });
        if ((keeps || derives) && types_.insert(type.name).second) grown = true;
      }
    }
  }
}

/// Whether a function hands on objects of such a type.
bool Contexts::Moves(const ProgramFunction& entry) const {
  const CxxFunction& function = *entry.function;
  if (Concerns(function.return_type)) return true;
  const auto concerned = [&](const CxxVariable& variable) { return Concerns(variable.type); };
  if (std::ranges::any_of(function.parameters, concerned)) return true;
  if (const CxxClass* type = program_.ClassOf(function.class_usr)) {
    if (Concerns(type->name)) return true;
  }
  return std::ranges::any_of(entry.events, [&](const CxxEvent* event) {
    return Concerns(event->target.type) || Concerns(event->self.type) ||
           std::ranges::any_of(event->arguments,
                               [&](const CxxValue& value) { return Concerns(value.type); });
  });
}

void Contexts::FindRelevant() {
  std::vector<FunctionId> open;
  for (FunctionId id = 0; id < named_.size(); ++id) {
    if (trail_ != nullptr ? !OnTrail(id) : named_[id].empty()) continue;
    relevant_[id] = true;
    open.push_back(id);
  }
  while (!open.empty()) {
    const FunctionId id = open.back();
    open.pop_back();
    for (const EventId caller : program_.function(id).callers) {
      if (relevant_[caller.function]) continue;
      relevant_[caller.function] = true;
      open.push_back(caller.function);
    }
    // The function around a lambda decides what it captures.
    for (const FunctionId parent :
         program_.Callees(id, program_.function(id).function->parent, false)) {
      if (relevant_[parent]) continue;
      relevant_[parent] = true;
      open.push_back(parent);
    }
  }
  if (std::ranges::find(relevant_, true) == relevant_.end()) return;
  for (FunctionId id = 0; id < named_.size(); ++id) {
    if (!relevant_[id] && !types_.empty()) relevant_[id] = Moves(program_.function(id));
  }
}

void Contexts::ParametersIn(const CxxValue& value, FunctionId function, unsigned depth,
                            std::set<std::uint32_t>& into) const {
  if (depth > 4) return;
  if (value.kind == CxxValueKind::kObject && value.object.path.empty()) {
    if (value.object.root == CxxRoot::kParameter) into.insert(value.object.index);
    if (value.object.root != CxxRoot::kLocal) return;
    for (const Source& source : sources_.Of(function, CxxRoot::kLocal, value.object.index).stores) {
      if (source.value != nullptr) ParametersIn(*source.value, function, depth + 1, into);
    }
    // A struct that is given a function: `action.sa_handler = handler`.
    const auto& parameters = program_.function(function).function->parameters;
    for (const auto& [target, source] :
         sources_.Partial(function, CxxRoot::kLocal, value.object.index)) {
      const bool parameter =
          source.value != nullptr && source.value->kind == CxxValueKind::kObject &&
          source.value->object.root == CxxRoot::kParameter && source.value->object.path.empty();
      if (!parameter || source.value->object.index >= parameters.size()) continue;
      if (parameters[source.value->object.index].type.empty())
        into.insert(source.value->object.index);
    }
  }
  for (const CxxValue& part : value.parts) ParametersIn(part, function, depth + 1, into);
  const auto& events = program_.function(function).events;
  if (value.kind != CxxValueKind::kResult || value.event >= events.size()) return;
  ParametersIn(events[value.event]->self, function, depth + 1, into);
  for (const CxxValue& argument : events[value.event]->arguments) {
    ParametersIn(argument, function, depth + 2, into);
  }
}

void Contexts::FindDeciding(std::span<const CallPattern* const> patterns) {
  for (FunctionId id = 0; id < named_.size(); ++id) {
    for (const NamedEvent& named : named_[id]) {
      for (const std::uint32_t index : named.patterns) {
        const CxxEvent& event = *program_.function(id).events[named.event];
        for (const CxxValue* value : PatternMatcher::Deciding(*patterns[index], event)) {
          ParametersIn(*value, id, 0, deciding_[id]);
        }
      }
    }
    if (relevant_[id]) DecideConditions(id);
  }
  // What decides in a callee decides in its callers.
  std::set<FunctionId> open;
  for (FunctionId id = 0; id < named_.size(); ++id) {
    if (relevant_[id]) open.insert(id);
  }
  while (!open.empty()) {
    const FunctionId id = *open.begin();
    open.erase(open.begin());
    if (!DecideFromCalls(id)) continue;
    for (const EventId caller : program_.function(id).callers) {
      if (relevant_[caller.function]) open.insert(caller.function);
    }
  }
}

bool Contexts::DecideConditions(FunctionId id) {
  const ProgramFunction& entry = program_.function(id);
  std::set<std::uint32_t> found;
  for (const CxxBlock& block : entry.function->blocks) {
    if (block.has_condition) ParametersIn(block.condition, id, 1, found);
  }
  for (const std::uint32_t index : found) {
    if (index < entry.function->parameters.size() &&
        IsFlag(entry.function->parameters[index].type)) {
      deciding_[id].insert(index);
    }
  }
  // A function that is handed a function calls it.
  for (const CxxEvent* event : entry.events) {
    if (event->kind == CxxEventKind::kCall && event->usr.empty()) {
      ParametersIn(event->self, id, 1, deciding_[id]);
    }
  }
  return !found.empty();
}

bool Contexts::DecideFromCalls(FunctionId id) {
  const ProgramFunction& entry = program_.function(id);
  const std::size_t before = deciding_[id].size();
  for (const CallSite& site : entry.calls) {
    const CxxEvent& event = *entry.events[site.event];
    if (site.reference) continue;
    for (const FunctionId target : site.targets) {
      if (!relevant_[target]) continue;
      const std::set<std::uint32_t> wanted = deciding_[target];
      for (const std::uint32_t index : wanted) {
        if (index < event.arguments.size()) {
          ParametersIn(event.arguments[index], id, 1, deciding_[id]);
        }
      }
    }
  }
  return deciding_[id].size() != before;
}

void Contexts::Enumerate() {
  for (FunctionId id = 0; id < named_.size(); ++id) {
    if (!relevant_[id]) continue;
    const ProgramFunction& entry = program_.function(id);
    // Whoever calls it directly is not the unknown; whoever hands it to something is.
    bool called = false;
    for (const EventId caller : entry.callers) {
      called = called || (caller.function != id && CountsFor(program_, caller.function, id));
    }
    if (called && !entry.function->is_address_taken) continue;
    const ContextId context = Enter(id, {});
    contexts_[context].from_outside = true;
  }
  for (ContextId id = 0; id < contexts_.size(); ++id) Expand(id);
  // What only calls itself in a circle, or is called from what does not matter.
  for (FunctionId function = 0; function < named_.size(); ++function) {
    if (!relevant_[function] || count_[function] > 0) continue;
    const ContextId first = Enter(function, {});
    contexts_[first].from_outside = true;
    for (ContextId id = first; id < contexts_.size(); ++id) Expand(id);
  }
}

ContextId Contexts::Enter(FunctionId function, ParameterConstants given) {
  while (!given.empty() && given.back() == nullptr) given.pop_back();
  const auto known = known_.find({function, given});
  if (known != known_.end()) return known->second;
  const bool wrapper = program_.function(function).events.size() <= kLargestWrapper;
  const std::uint32_t most = wrapper ? kMostOfWrapper : kMostOfOneFunction;
  if (!given.empty() && (count_[function] >= most || contexts_.size() >= kMostContexts)) {
    limited_ = true;
    return Enter(function, {});
  }
  const auto id = static_cast<ContextId>(contexts_.size());
  known_.emplace(Key{function, given}, id);
  ++count_[function];
  Context& context = contexts_.emplace_back();
  context.function = function;
  context.given = std::move(given);
  return id;
}

std::vector<FunctionId> Contexts::FunctionValues(const CxxEvent& event,
                                                 const Context& context) const {
  std::vector<FunctionId> found;
  if (event.kind != CxxEventKind::kCall || event.self.kind == CxxValueKind::kUnknown) return found;
  if (!event.callee.empty() && !event.callee.ends_with("::operator()")) return found;
  const Resolved resolved = resolver_.Resolve(event.self, context.function, context.given);
  for (const Constant& constant : resolved.constants) {
    if (constant.value->kind != CxxValueKind::kFunction) continue;
    for (const FunctionId id : program_.Callees(context.function, constant.value->usr, true)) {
      found.push_back(id);
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<CallSite> Contexts::SitesIn(ContextId id) const {
  const Context& context = contexts_[id];
  const ProgramFunction& entry = program_.function(context.function);
  std::vector<CallSite> sites = entry.calls;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    std::vector<FunctionId> targets = FunctionValues(*entry.events[i], context);
    if (!targets.empty()) sites.push_back({.event = i, .targets = std::move(targets)});
  }
  return sites;
}

ParameterConstants Contexts::GivenTo(FunctionId target, const CxxEvent& event,
                                     const Context& from) const {
  ParameterConstants given;
  std::uint32_t known = 0;
  for (const std::uint32_t index : deciding_[target]) {
    if (index >= event.arguments.size() || known >= kMostDeciding) continue;
    const CxxValue* constant = resolver_.Single(event.arguments[index], from.function, from.given);
    if (constant == nullptr) continue;
    if (given.size() <= index) given.resize(index + 1);
    given[index] = constant;
    ++known;
  }
  return given;
}

void Contexts::Expand(ContextId id) {
  for (const CallSite& site : SitesIn(id)) {
    const FunctionId function = contexts_[id].function;
    const CxxEvent& event = *program_.function(function).events[site.event];
    ContextCall call{
        .targets = {}, .reference = site.reference, .first_argument = site.first_argument};
    for (const FunctionId target : site.targets) {
      if (!relevant_[target] || !CountsFor(program_, function, target)) continue;
      const ContextId next = Enter(
          target, site.reference ? ParameterConstants{} : GivenTo(target, event, contexts_[id]));
      contexts_[next].callers.push_back({id, site.event});
      call.targets.push_back(next);
    }
    if (!call.targets.empty()) contexts_[id].calls[site.event].push_back(std::move(call));
  }
}

/// Tarjan's algorithm without recursion.
void Contexts::Order() {
  struct Visit {
    ContextId id;
    std::vector<ContextId> next;
    std::size_t position = 0;
  };
  constexpr std::uint32_t kNew = UINT32_MAX;
  std::vector<std::uint32_t> number(contexts_.size(), kNew);
  std::vector<std::uint32_t> low(contexts_.size());
  std::vector<bool> held(contexts_.size());
  std::vector<ContextId> stack;
  std::uint32_t counter = 0;
  std::vector<Visit> visits;
  const auto enter = [&](ContextId id) {
    number[id] = low[id] = counter++;
    held[id] = true;
    stack.push_back(id);
    Visit& visit = visits.emplace_back(Visit{.id = id, .next = {}});
    for (const auto& [event, calls] : contexts_[id].calls) {
      for (const ContextCall& call : calls) {
        visit.next.insert(visit.next.end(), call.targets.begin(), call.targets.end());
      }
    }
  };
  for (ContextId root = 0; root < contexts_.size(); ++root) {
    if (number[root] == kNew) enter(root);
    while (!visits.empty()) {
      Visit& visit = visits.back();
      if (visit.position < visit.next.size()) {
        const ContextId next = visit.next[visit.position++];
        if (number[next] == kNew) {
          enter(next);
        } else if (held[next]) {
          low[visit.id] = std::min(low[visit.id], number[next]);
        }
        continue;
      }
      const ContextId done = visit.id;
      visits.pop_back();
      if (!visits.empty()) low[visits.back().id] = std::min(low[visits.back().id], low[done]);
      if (low[done] != number[done]) continue;
      std::vector<ContextId>& group = order_.emplace_back();
      for (bool more = true; more;) {
        const ContextId member = stack.back();
        stack.pop_back();
        held[member] = false;
        group.push_back(member);
        more = member != done;
      }
      std::ranges::sort(group);
    }
  }
}

}  // namespace gonogo
