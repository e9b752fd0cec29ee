#include "analyzer/engines/cxx/flow/function_flow.h"

#include <algorithm>

#include "analyzer/engines/cxx/flow/call_transfer.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostTurns = 40;  // of one block, on average
constexpr std::size_t kMostObjects = 2000;
constexpr std::size_t kMostUses = 400;

/// Overloads take an address where others take the object.
bool IsText(const ObjectAt& place) {
  return place.spot == ObjectSpot::kValue &&
         (place.value->kind == CxxValueKind::kText || place.value->type == "std::basic_string");
}

bool OnlyExits(const CxxFunction& function, std::uint32_t block) {
  return std::ranges::all_of(function.blocks[block].next, [&](std::uint32_t next) {
    return next >= function.blocks.size() ||
           (function.blocks[next].next.empty() && function.blocks[next].events.empty());
  });
}

/// Blocks that are reached, each before those it leads to where there is no circle.
std::vector<std::uint32_t> InOrder(const CxxFunction& function) {
  std::vector<std::uint32_t> order;
  std::vector<bool> seen(function.blocks.size());
  std::vector<std::pair<std::uint32_t, std::size_t>> stack = {{0, 0}};
  seen[0] = true;
  while (!stack.empty()) {
    auto& [block, position] = stack.back();
    const auto& next = function.blocks[block].next;
    if (position == next.size()) {
      order.push_back(block);
      stack.pop_back();
      continue;
    }
    const std::uint32_t to = next[position++];
    if (to >= seen.size() || seen[to]) continue;
    seen[to] = true;
    stack.emplace_back(to, 0);
  }
  std::ranges::reverse(order);
  return order;
}

}  // namespace

FunctionFlow::FunctionFlow(const FlowInput& input, ContextId context)
    : input_(input),
      context_id_(context),
      context_(input.contexts.at(context)),
      function_id_(context_.function),
      entry_(input.program.function(function_id_)),
      function_(*entry_.function),
      graph_(function_) {
  std::uint32_t next = 0;
  for (const CxxBlock& block : function_.blocks) {
    first_event_.push_back(next);
    next += static_cast<std::uint32_t>(block.events.size());
  }
  FindRoles();
  FindTestedBounds();
  for (const auto& [event, calls] : context_.calls) {
    for (const ContextCall& call : calls) {
      if (call.reference) continue;
      for (const ContextId target : call.targets) {
        direct_.insert(input_.contexts.at(target).function);
      }
    }
  }
}

void FunctionFlow::FindRoles() {
  const auto entries = input_.plan.entries();
  for (const NamedEvent& named : input_.contexts.EventsOf(function_id_)) {
    std::vector<EventRole> roles;
    const bool any = std::ranges::all_of(named.patterns, [&](std::uint32_t index) {
      return PatternNames::IsAnyCall(*entries[index].pattern);
    });
    if (!any) spoken_of_.insert(named.event);
    for (const std::uint32_t index : named.patterns) {
      const CallPattern& pattern = *entries[index].pattern;
      if (entries[index].role == Role::kBeside) continue;
      if (PatternNames::IsAnyCall(pattern) && context_.calls.contains(named.event)) continue;
      const PatternVerdict verdict = input_.matcher.Match(pattern, At(named.event), context_.given);
      if (verdict.verdict == Verdict::kNo) continue;
      // What is made of it is made of nothing that the pattern leaves out, as far as is known.
      const bool assumed = entries[index].role == Role::kMade &&
                           verdict.verdict == Verdict::kUnknown &&
                           std::ranges::any_of(pattern.arguments, &ArgumentPattern::negated);
      roles.push_back({.entry = index,
                       .verdict = assumed ? Verdict::kSome : verdict.verdict,
                       .none = verdict.none,
                       .huge = IsHuge(pattern, At(named.event)),
                       .table = verdict.table});
    }
    if (!roles.empty()) roles_.emplace(named.event, std::move(roles));
  }
}

bool FunctionFlow::IsHuge(const CallPattern& pattern, EventId at) const {
  const TypestateClause& clause = input_.plan.clause();
  if (clause.huge <= 0) return false;
  const CxxEvent& event = input_.program.EventAt(at);
  std::size_t position = 0;
  for (const ArgumentPattern& form : pattern.arguments) {
    if (form.some) continue;
    const std::size_t here = position++;
    if (form.sort != ArgumentSort::kBound || here >= event.arguments.size()) continue;
    const CxxValue* constant =
        input_.resolver.Single(event.arguments[here], at.function, context_.given);
    if (constant == nullptr) return false;
    const double unit = constant->kind == CxxValueKind::kDuration ? 1.0 : double(clause.unit);
    const double number =
        constant->kind == CxxValueKind::kReal ? constant->real : double(constant->integer);
    return number * unit > double(clause.huge);
  }
  return false;
}

Summary FunctionFlow::Run(std::uint64_t allowed_work) {
  allowed_work_ = allowed_work;
  Settle();
  // Once more over what it settled on: now uses are told.
  recording_ = settled_;
  ends_.assign(function_.blocks.size(), {});
  exit_ = {};
  exits_ = {};
  for (std::uint32_t block = 0; recording_ && block < function_.blocks.size(); ++block) {
    if (!starts_[block].reachable) continue;
    ends_[block] = Through(block, starts_[block]);
    AddReturns(block);
    if (function_.blocks[block].next.empty()) exit_.Join(objects_, ends_[block]);
  }
  return Export();
}

void FunctionFlow::Settle() {
  starts_.assign(function_.blocks.size(), {});
  starts_[0].reachable = true;
  const std::vector<std::uint32_t> order = InOrder(function_);
  std::vector<std::uint32_t> rank(function_.blocks.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  std::set<std::uint32_t> open = {0};  // ranks
  std::size_t turns = function_.blocks.size() * kMostTurns;
  while (!open.empty()) {
    const std::uint32_t block = order[*open.begin()];
    open.erase(open.begin());
    if (turns-- == 0 || objects_.size() > kMostObjects || work_ >= allowed_work_) {
      settled_ = false;
      return;
    }
    const FlowState end = Through(block, starts_[block]);
    const CxxBlock& here = function_.blocks[block];
    work_ += 1 + here.events.size() + (1 + here.next.size()) * end.size();
    if (!end.reachable) continue;
    const std::optional<std::uint32_t> only = DecidedEdge(input_.resolver, context_, here);
    for (std::uint32_t edge = 0; edge < here.next.size(); ++edge) {
      const std::uint32_t to = here.next[edge];
      if (to >= starts_.size() || (only && *only != edge)) continue;
      FlowState state = ThroughTo(block, end, edge);
      Branch(state, block, edge);
      if (state.reachable && starts_[to].Join(objects_, state)) open.insert(rank[to]);
    }
  }
}

FlowState FunctionFlow::Through(std::uint32_t block, FlowState state) {
  for (std::uint32_t i = 0; i < function_.blocks[block].events.size(); ++i) {
    if (!state.reachable) break;
    Apply(state, first_event_[block] + i);
  }
  return state;
}

void FunctionFlow::Apply(FlowState& state, std::uint32_t number) {
  const CxxEvent& event = *entry_.events[number];
  switch (event.kind) {
    case CxxEventKind::kCall:
    case CxxEventKind::kConstruct: {
      const auto roles = roles_.find(number);
      if (roles != roles_.end()) {
        ApplyRoles(state, number, roles->second);
      } else if (context_.calls.contains(number)) {
        if (event.kind == CxxEventKind::kConstruct) Construct(state, number, false);
        ApplyCalls(state, number);
      } else {
        ApplyUnknown(state, number);
      }
      if (NeverReturns(event)) state.reachable = false;
      return;
    }
    case CxxEventKind::kStore:
      return Store(state, number);
    case CxxEventKind::kReturn:
      if (context_.calls.contains(number)) ApplyCalls(state, number);
      if (!event.arguments.empty() && (MayHold(event.arguments[0]) ||
                                       input_.contexts.types().contains(function_.return_type))) {
        const std::optional<ObjectId> from = PlaceOfValue(state, event.arguments[0]);
        state.Write(ReturnPlace(), Evaluate(state, event.arguments[0]));
        if (from) state.SetThrough(ReturnPlace(), state.Through(*from));
      }
      EndUnseen(state);
      return;
    case CxxEventKind::kThrow:
      // Where no handler takes it up, the path does not come back to the caller.
      state.reachable = !OnlyExits(function_, entry_.block_of[number]);
      return;
    case CxxEventKind::kDestroy:
      return;
  }
}

void FunctionFlow::ApplyRoles(FlowState& state, std::uint32_t number,
                              const std::vector<EventRole>& roles) {
  const auto entries = input_.plan.entries();
  bool made = false, other = false;
  for (const EventRole& role : roles) {
    const Role sort = entries[role.entry].role;
    made = made || (sort == Role::kMade && role.verdict >= Verdict::kSome);
    other = other || sort != Role::kMade;
  }
  const CxxEvent& event = *entry_.events[number];
  if (event.kind == CxxEventKind::kConstruct) Construct(state, number, made);
  // In the order of the plan: made, copied, bound, unbound, reset, used.
  for (const EventRole& role : roles) ApplyRole(state, number, role);
  if (made && !other && context_.calls.contains(number) && event.kind == CxxEventKind::kConstruct) {
    ApplyCalls(state, number);
  }
}

void FunctionFlow::ApplyRole(FlowState& state, std::uint32_t number, const EventRole& role) {
  const PlanEntry& entry = input_.plan.entries()[role.entry];
  const CxxEvent& event = *entry_.events[number];
  const ObjectAt place = PatternMatcher::ObjectOf(*entry.pattern, event, entry.role == Role::kMade);
  const bool surely = role.verdict == Verdict::kYes;
  const auto step = [&](StepSort sort) { return Step{sort, At(number), entry.pattern}; };
  if (entry.role == Role::kMade) {
    if (event.kind == CxxEventKind::kConstruct || role.verdict < Verdict::kSome) return;
    Fate fate{EffectSet(input_.plan.Fresh()), {step(StepSort::kMade)}};
    for (const PlanEntry* bound : BoundsOfOtherSide(number))
      fate.effects = fate.effects.Then(EffectSet(input_.plan.Set(*bound, false)));
    const Values made = {{Make(state, number, fate), true}};
    const bool out = place.spot == ObjectSpot::kValue && place.value->kind == CxxValueKind::kObject;
    if (out) Assign(state, place.value->object, made);
    return;
  }
  if (place.spot == ObjectSpot::kResult && !state.places().contains(ResultPlace(number)) &&
      entry.role != Role::kUsed) {
    Make(state, number, {EffectSet(input_.plan.Fresh()), {step(StepSort::kMade)}});
  }
  const Values values = ObjectValues(state, number, place);
  const auto act = [&](Effect effect, StepSort sort, bool sure) {
    Do(state, values, effect, step(sort), sure);
    DoThrough(state, place, values, effect, sure);
  };
  switch (entry.role) {
    case Role::kMade:
      return;
    case Role::kCopied: {
      if (values.empty()) return;  // what is copied was not understood
      Fate fate;
      for (const Value& value : values) {
        const Fate from = state.FateOf(objects_, value.object);
        const bool outside = objects_.at(value.object).outside;
        fate.effects.Add(outside ? EffectSet(input_.plan.Unknown()).Then(from.effects)
                                 : from.effects);
        AddSteps(fate.steps, from.steps);
      }
      AddSteps(fate.steps, {step(StepSort::kCopied)});
      Make(state, number, std::move(fate));
      return;
    }
    case Role::kSame:
      if (values.empty() && event.kind == CxxEventKind::kConstruct) {
        // It is the same as something that was not understood.
        Do(state, state.Read(ResultPlace(number)), input_.plan.Unknown(), step(StepSort::kEscaped));
      }
      if (values.empty() || role.verdict < Verdict::kSome) return;
      state.Write(ResultPlace(number), values);
      if (event.target.kind == CxxValueKind::kObject) Assign(state, event.target.object, values);
      return;
    case Role::kBound:
      if (role.verdict == Verdict::kUnknown) {
        return act(input_.plan.Unknown(), StepSort::kEscaped, true);
      }
      if (role.none) return act(input_.plan.Clear(entry), StepSort::kNone, surely);
      return act(input_.plan.Set(entry, role.huge), StepSort::kSet, surely);
    case Role::kUnbound:
      if (role.verdict == Verdict::kUnknown) return;
      return act(input_.plan.ClearAll(), StepSort::kUnbound, surely);
    case Role::kReset:
      return act(input_.plan.Fresh(), StepSort::kReset, surely);
    case Role::kUsed:
      if (role.verdict >= Verdict::kSome && !IsText(place)) Use(state, number, role, values);
      return;
    case Role::kBeside:
      return;
  }
}

void FunctionFlow::Use(FlowState& state, std::uint32_t number, const EventRole& role,
                       const Values& values) {
  if (!recording_ || uses_.size() >= kMostUses) return;
  if (input_.beside.contains(function_id_) || IsBroughtAlong(state, number, values)) return;
  const PlanEntry& entry = input_.plan.entries()[role.entry];
  const EffectSet through =
      DoneThrough(state, PatternMatcher::ObjectOf(*entry.pattern, *entry_.events[number], false));
  for (const Value& value : values) {
    Fate fate = state.FateOf(objects_, value.object);
    if (fate.effects.empty()) continue;
    fate.effects = fate.effects.Then(through);
    uses_.push_back({.object = value.object,
                     .before = std::move(fate),
                     .at = At(number),
                     .entry = role.entry,
                     .through = {}});
  }
}

/// Whether another object of the call has the bound.
bool FunctionFlow::IsBroughtAlong(FlowState& state, std::uint32_t number, const Values& followed) {
  if (input_.plan.clause().carriers.empty()) return false;
  for (const CxxValue& argument : entry_.events[number]->arguments) {
    for (const Value& value : Evaluate(state, argument)) {
      if (std::ranges::any_of(followed, [&](const Value& v) { return v.object == value.object; })) {
        continue;
      }
      const Outcome outcome = input_.plan.Judge(state.FateOf(objects_, value.object).effects, 0);
      if (outcome == Outcome::kBounded || outcome == Outcome::kHuge) return true;
    }
  }
  return false;
}

/// The object that a construction makes, held by its target and named by its number.
void FunctionFlow::Construct(FlowState& state, std::uint32_t number, bool made) {
  const CxxEvent& event = *entry_.events[number];
  const bool target = event.target.kind == CxxValueKind::kObject;
  const bool base =
      target && event.target.object.root == CxxRoot::kThis && event.target.object.path.empty();
  Fate fate{EffectSet(input_.plan.Fresh()), {}};
  if (made) fate.steps.push_back({StepSort::kMade, At(number), nullptr});
  if (base) {
    // A base of the object that the constructor was given.
    const Values self = ReadObject(state, event.target.object);
    if (made) Do(state, self, input_.plan.Fresh(), {StepSort::kMade, At(number), nullptr});
    state.Write(ResultPlace(number), self);
    return;
  }
  const Values values = {{Make(state, number, std::move(fate)), true}};
  if (target) Assign(state, event.target.object, values);
}

bool FunctionFlow::CalledDirectly(const ContextCall& call, const CxxEvent& event) const {
  const bool kept = event.kind == CxxEventKind::kStore || event.kind == CxxEventKind::kConstruct;
  const bool local =
      event.target.kind == CxxValueKind::kObject && event.target.object.root == CxxRoot::kLocal;
  if (!kept || !local) return false;
  return std::ranges::any_of(call.targets, [&](ContextId target) {
    return direct_.contains(input_.contexts.at(target).function);
  });
}

void FunctionFlow::ApplyCalls(FlowState& state, std::uint32_t number) {
  CallTransfer transfer(*this, number);
  for (const ContextCall& call : context_.calls.at(number)) {
    if (!state.reachable) return;
    if (call.reference && CalledDirectly(call, *entry_.events[number])) continue;
    transfer.Apply(state, call);
  }
}

void FunctionFlow::ApplyUnknown(FlowState& state, std::uint32_t number) {
  const CxxEvent& event = *entry_.events[number];
  const bool constructs = event.kind == CxxEventKind::kConstruct;
  const bool copies = event.arguments.size() == 1 && Concerns(event.arguments[0]);
  if (constructs &&
      (event.callee.ends_with("_ptr") || event.callee.ends_with("::optional") || copies)) {
    // Owners and copies are what they hold.
    Values held;
    for (const CxxValue& argument : event.arguments) {
      if (held.empty()) held = Evaluate(state, argument);
    }
    if (!held.empty()) {
      state.Write(ResultPlace(number), held);
      if (event.target.kind == CxxValueKind::kObject) Assign(state, event.target.object, held);
      return;
    }
  }
  const bool known =
      std::ranges::any_of(entry_.calls, [&](const CallSite& site) { return site.event == number; });
  const bool ours = event.in_tree || event.callee.empty();
  if (constructs && input_.contexts.types().contains(event.callee)) Construct(state, number, false);
  if (event.callee.starts_with("std::") && event.self.kind == CxxValueKind::kObject) {
    // A container holds what it is given.
    Values given;
    for (const CxxValue& argument : event.arguments) {
      if (!Concerns(argument)) continue;
      for (const Value& value : Evaluate(state, argument)) AddValue(given, value);
    }
    if (!given.empty()) AssignField(state, Evaluate(state, event.self), "[]", given);
    return;
  }
  // What the clause speaks of is no stranger, even where a template leaves open which it is.
  if (known || !ours || spoken_of_.contains(number)) return;
  Escape(state, event.self, number);
  for (const CxxValue& argument : event.arguments) Escape(state, argument, number);
}

void FunctionFlow::Store(FlowState& state, std::uint32_t number) {
  const CxxEvent& event = *entry_.events[number];
  const auto roles = roles_.find(number);
  if (roles != roles_.end()) {
    for (const EventRole& role : roles->second) ApplyRole(state, number, role);
    return;
  }
  if (context_.calls.contains(number)) ApplyCalls(state, number);
  if (event.target.kind != CxxValueKind::kObject || event.arguments.empty()) return;
  const CxxValue& value = event.arguments[0];
  if (value.kind == CxxValueKind::kCombined && value.operation == "{}" && value.parts.size() > 1) {
    return AssignBraced(state, event.target.object, value);
  }
  // Numbers and texts hold no objects; nothing is known of them here.
  if (!MayHold(event.target) && !MayHold(value)) return;
  const std::optional<ObjectId> from = PlaceOfValue(state, value);
  const EffectSet through = from ? state.Through(*from) : EffectSet(Effect{});
  Assign(state, event.target.object, Evaluate(state, value));
  if (const auto to = PlaceOfValue(state, event.target)) state.SetThrough(*to, through);
}

}  // namespace gonogo
