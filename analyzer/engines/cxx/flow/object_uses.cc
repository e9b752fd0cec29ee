#include "analyzer/engines/cxx/flow/object_uses.h"

#include <algorithm>

namespace gonogo {
namespace {

constexpr std::size_t kMostContributions = 200;

ObjectId BaseOf(const ObjectTable& objects, ObjectId id) {
  while (objects.at(id).sort == ObjectSort::kField) id = objects.at(id).parent;
  return id;
}

KeptIn KeptInOf(const ObjectTable& objects, ObjectId id) {
  KeptIn kept;
  while (objects.at(id).sort == ObjectSort::kField) {
    if (objects.at(id).symbol != "[]") kept.path.push_back(objects.at(id).symbol);
    id = objects.at(id).parent;
  }
  const Object& base = objects.at(id);
  if (base.sort == ObjectSort::kRoot && base.root == CxxRoot::kGlobal) {
    kept.path.push_back(base.symbol);
    kept.rooted = true;
  }
  std::ranges::reverse(kept.path);
  return kept;
}

/// The same use in several contexts, or reached by one way with several states.
std::vector<ObjectUse> Grouped(const std::vector<PendingUse>& uses, const TypestatePlan& plan,
                               Bits entry, bool& only_some) {
  std::map<std::pair<EventId, std::vector<EventId>>, ObjectUse> grouped;
  for (const PendingUse& use : uses) {
    const Outcome outcome = plan.Judge(use.before.effects, entry);
    if (outcome == Outcome::kNone) continue;
    const auto [known, fresh] = grouped.try_emplace({use.at, use.through}, ObjectUse{use, outcome});
    if (fresh) continue;
    Outcome& together = known->second.outcome;
    const auto [least, most] = std::minmax(together, outcome);
    if (least <= Outcome::kHuge && most == Outcome::kCertain) {
      together = Outcome::kPossible;
      only_some = true;
    } else {
      together = most;
    }
    known->second.use.before.effects.Add(use.before.effects);
    AddSteps(known->second.use.before.steps, use.before.steps);
  }
  std::vector<ObjectUse> result;
  for (auto& [key, use] : grouped) result.push_back(std::move(use));
  return result;
}

Outcome Worst(const std::vector<ObjectUse>& uses) {
  Outcome worst = Outcome::kNone;
  for (const ObjectUse& use : uses) worst = std::max(worst, use.outcome);
  return worst;
}

}  // namespace

bool KeptIn::MayBe(const KeptIn& other) const {
  const KeptIn& longer = path.size() >= other.path.size() ? *this : other;
  const KeptIn& shorter = path.size() >= other.path.size() ? other : *this;
  if (shorter.path.empty()) return false;
  // What begins with a global is told in full.
  if (shorter.rooted && longer.path.size() > shorter.path.size()) return false;
  return std::equal(shorter.path.rbegin(), shorter.path.rend(), longer.path.rbegin());
}

bool ObjectUses::HasCallers(const Context& context) const {
  return std::ranges::any_of(context.callers, [&](const ContextCaller& caller) {
    return input_.contexts.at(caller.context).function != context.function;
  });
}

void ObjectUses::Add(ContextId id, const FunctionFlow& flow, const Summary& summary) {
  const Context& context = input_.contexts.at(id);
  for (const PendingUse& use : flow.uses()) AddUse(context, flow, use);
  Contributed contributed;
  for (const FlowState& state : flow.ends()) {
    if (state.reachable) AddKept(context, flow, state, contributed);
  }
  AddOpen(context, flow, summary);
}

/// Whether no caller knows more of an object from outside than is known here.
bool ObjectUses::DecidesHere(const Context& context, const ObjectTable& objects,
                             ObjectId base) const {
  const Object& object = objects.at(base);
  if (!object.outside) return true;
  if (!HasCallers(context)) return true;
  return context.from_outside && object.root != CxxRoot::kParameter;
}

void ObjectUses::AddUse(const Context& context, const FunctionFlow& flow, const PendingUse& use) {
  const ObjectTable& objects = flow.objects();
  const ObjectId base = BaseOf(objects, use.object);
  if (!DecidesHere(context, objects, base)) return;
  const Object& object = objects.at(use.object);
  const Object& root = objects.at(base);
  KeptIn kept = KeptInOf(objects, use.object);
  if (object.sort == ObjectSort::kMade) {
    made_[{EventId{context.function, object.event}, object.origin}].push_back(use);
  } else if (object.sort == ObjectSort::kRoot && !object.outside) {
    const EventId local{context.function, kLocalOrigin + object.index};
    PendingUse mine = use;
    mine.before.effects = EffectSet(input_.plan.Fresh()).Then(use.before.effects);
    made_[{local, local}].push_back(std::move(mine));
  } else if (!kept.path.empty()) {
    kept_[std::move(kept)].push_back(use);
  } else if (root.root == CxxRoot::kParameter || root.root == CxxRoot::kThis) {
    const std::uint32_t index = root.root == CxxRoot::kThis ? UINT32_MAX : root.index;
    given_[{context.function, {index, std::move(kept)}}].push_back(use);
  }
}

/// Most of what one block ends with is what the last one ended with: it is told once.
void ObjectUses::AddKept(const Context& context, const FunctionFlow& flow, const FlowState& state,
                         Contributed& contributed) {
  const ObjectTable& objects = flow.objects();
  const bool callers = HasCallers(context);
  const Holders holders = HoldersIn(state, objects);
  const auto counts = [&](ObjectId place) {
    const Object& base = objects.at(BaseOf(objects, place));
    return !base.outside || base.root == CxxRoot::kGlobal || !callers || context.from_outside;
  };
  // What was made here has as many names as places that hold it, and those change.
  const auto is_new = [&](ObjectId place, ObjectId object) {
    const Fate* const fate = state.fates().Find(object);
    if (fate == nullptr || objects.at(BaseOf(objects, place)).sort == ObjectSort::kMade)
      return true;
    return contributed.emplace(place, object, fate).second;
  };
  for (const auto& [place, values] : state.places()) {
    if (objects.at(place).sort == ObjectSort::kRoot && objects.at(place).root != CxxRoot::kGlobal) {
      continue;
    }
    if (!counts(place)) continue;
    for (const Value& value : values) {
      if (value.object != place && is_new(place, value.object))
        ContributeHeld(state, objects, holders, place, value.object, callers);
    }
  }
  for (const auto& [object, fate] : state.fates()) {
    if (fate.effects.empty() || fate.effects == EffectSet(Effect{}) || !counts(object)) continue;
    if (!is_new(object, object)) continue;
    ContributeHeld(state, objects, holders, object, object, true);
  }
}

/// Under each name that the place has: the fields of what was made here belong to where it is kept.
void ObjectUses::ContributeHeld(const FlowState& state, const ObjectTable& objects,
                                const Holders& holders, ObjectId place, ObjectId object,
                                bool callers) {
  const KeptIn own = KeptInOf(objects, place);
  if (own.path.empty()) return;
  const auto held = holders.find(BaseOf(objects, place));
  if (held == holders.end()) return Contribute(own, objects, state, object, callers);
  for (KeptIn longer : held->second) {
    longer.path.insert(longer.path.end(), own.path.begin(), own.path.end());
    Contribute(longer, objects, state, object, callers);
  }
}

/// Where what was made here is kept.
ObjectUses::Holders ObjectUses::HoldersIn(const FlowState& state, const ObjectTable& objects) {
  Holders holders;
  for (const auto& [holder, values] : state.places()) {
    const auto made = [&](const Value& value) {
      return objects.at(value.object).sort == ObjectSort::kMade;
    };
    if (std::ranges::none_of(values, made)) continue;
    const KeptIn kept = KeptInOf(objects, holder);
    if (kept.path.empty()) continue;
    for (const Value& value : values) {
      if (made(value)) holders[value.object].push_back(kept);
    }
  }
  return holders;
}

void ObjectUses::Contribute(const KeptIn& kept, const ObjectTable& objects, const FlowState& state,
                            ObjectId id, bool callers) {
  std::vector<Contribution>& list = contributions_[kept];
  const Object& object = objects.at(id);
  const bool made =
      object.sort == ObjectSort::kMade || (object.sort == ObjectSort::kRoot && !object.outside);
  const Fate fate = state.FateOf(objects, id);
  if (fate.effects.empty()) return;
  const bool parameter = object.sort == ObjectSort::kRoot && object.root == CxxRoot::kParameter;
  const Contribution contribution{.effects = fate.effects,
                                  .steps = fate.steps,
                                  .made = made,
                                  .given = parameter && !callers,
                                  .origin = made ? object.origin : EventId{}};
  for (Contribution& known : list) {
    if (known.made != made || known.given != contribution.given ||
        known.origin != contribution.origin) {
      continue;
    }
    known.effects.Add(fate.effects);
    AddSteps(known.steps, fate.steps);
    return;
  }
  if (list.size() < kMostContributions) list.push_back(contribution);
}

void ObjectUses::AddOpen(const Context& context, const FunctionFlow& flow, const Summary& summary) {
  const CxxFunction& function = *input_.program.function(context.function).function;
  if (function.is_internal || function.is_main || !function.parent.empty()) return;
  bool open = std::ranges::any_of(summary.uses, [&](const PendingUse& use) {
    const Object& base = summary.objects.at(BaseOf(summary.objects, use.object));
    return base.root == CxxRoot::kParameter &&
           input_.plan.Judge(use.before.effects, 0) >= Outcome::kPossible;
  });
  for (const Value& value : summary.result) {
    const Object& object = summary.objects.at(value.object);
    const bool made = object.sort == ObjectSort::kMade;
    const Outcome outcome =
        input_.plan.Judge(summary.exit.FateOf(summary.objects, value.object).effects, 0);
    const Fate fate = summary.exit.FateOf(summary.objects, value.object);
    const bool seen = std::ranges::any_of(
        fate.steps, [](const Step& step) { return step.sort == StepSort::kMade; });
    open = open || (made && seen && outcome >= Outcome::kPossible);
  }
  (void)flow;
  if (open) open_.insert(context.function);
}

std::vector<UsedObject> ObjectUses::Judged() {
  std::vector<UsedObject> judged;
  JudgeMade(judged);
  JudgeKept(judged);
  JudgeGiven(judged);
  return judged;
}

OpenFunctions ObjectUses::Open() const { return {open_.begin(), open_.end()}; }

void ObjectUses::JudgeMade(std::vector<UsedObject>& judged) {
  for (const auto& [key, uses] : made_) {
    UsedObject object;
    object.kind = ObjectKind::kMade;
    object.made = key.first;
    object.holder = key.first;
    object.origin = key.second;
    object.uses = Grouped(uses, input_.plan, 0, object.only_some_callers);
    object.outcome = Worst(object.uses);
    object.making_unseen = std::ranges::any_of(uses, [](const PendingUse& use) {
      return std::ranges::none_of(use.before.steps, [](const Step& step) {
        return step.sort == StepSort::kMade || step.sort == StepSort::kCopied;
      });
    });
    if (object.making_unseen && FollowsMadeOnly()) continue;
    if (object.outcome != Outcome::kNone) judged.push_back(std::move(object));
  }
}

/// Where the clause names no types, only what `made_by` makes is an object of it.
bool ObjectUses::FollowsMadeOnly() const { return input_.plan.clause().types.empty(); }

/// Where what a field or global keeps was made.
std::set<EventId> ObjectUses::OriginsIn(const KeptIn& kept) const {
  std::set<EventId> origins;
  for (const auto& [other, list] : contributions_) {
    if (!kept.MayBe(other)) continue;
    for (const Contribution& one : list) {
      if (one.made) origins.insert(one.origin);
    }
  }
  return origins;
}

/// Whether another field of the same class keeps the very objects: a stream and its context.
bool ObjectUses::IsAlsoKeptIn(const KeptIn& other, const KeptIn& kept,
                              const std::set<EventId>& origins) const {
  if (input_.plan.clause().same_as.empty() || kept.path.back() == other.path.back()) return false;
  const CxxFieldPosition* one = input_.program.FieldAt(kept.path.back());
  const CxxFieldPosition* two = input_.program.FieldAt(other.path.back());
  if (one == nullptr || two == nullptr || one->type != two->type) return false;
  const auto found = contributions_.find(other);
  return found != contributions_.end() &&
         std::ranges::any_of(found->second, [&](const Contribution& contribution) {
           return contribution.made && origins.contains(contribution.origin);
         });
}

void ObjectUses::JudgeKept(std::vector<UsedObject>& judged) {
  const TypestatePlan& plan = input_.plan;
  for (const auto& [kept, uses] : kept_) {
    UsedObject object;
    object.kind = ObjectKind::kKept;
    object.kept = kept;
    Bits together = 0, bounded = 0;
    bool made = false, given = false, unknown = false, found = false, plain = false;
    const std::set<EventId> origins = OriginsIn(kept);
    for (const auto& [other, list] : contributions_) {
      if (!kept.MayBe(other) && !IsAlsoKeptIn(other, kept, origins)) continue;
      for (const Contribution& one : list) {
        made = made || one.made;
        given = given || one.given;
        if (one.made && (object.origin.event == kNoEvent || one.origin < object.origin)) {
          object.origin = one.origin;
        }
        AddSteps(object.elsewhere, one.steps);
        for (const Effect& effect : one.effects.effects()) {
          const Bits bits = one.made ? effect.On(0) : effect.set;
          together |= bits & ~TypestatePlan::unknown();
          unknown = unknown || (bits & TypestatePlan::unknown()) != 0;
          if (!plan.IsBounded(bits) || plain) continue;
          // Of several bounds the one that is not huge speaks.
          found = true;
          plain = !plan.IsHuge(bits);
          bounded = bits;
        }
      }
    }
    if (!made && FollowsMadeOnly()) continue;
    object.making_unseen = !made && !IsValueOfMadeClass(kept);
    Bits entry = plan.initial();
    if (found) {
      entry = bounded;
    } else if (plan.IsBounded(together)) {
      entry = together;
    } else if (unknown || given || object.making_unseen) {
      entry |= TypestatePlan::unknown();
    }
    object.uses = Grouped(uses, plan, entry, object.only_some_callers);
    object.outcome = Worst(object.uses);
    if (object.outcome != Outcome::kNone) judged.push_back(std::move(object));
  }
}

/// Whether a member or global is itself an object of a class that `made_by` constructs, so that it
/// is made where it is declared.
bool ObjectUses::IsValueOfMadeClass(const KeptIn& kept) const {
  std::string_view type;
  if (const CxxGlobal* global = input_.program.GlobalOf(kept.path.back())) {
    type = global->variable.type;
  }
  if (const CxxFieldPosition* field = input_.program.FieldAt(kept.path.back())) {
    type = field->type->fields[field->index].type;
  }
  return std::ranges::any_of(input_.plan.clause().made_by, [&](const CallPattern& pattern) {
    return pattern.on_object && pattern.name == type;
  });
}

void ObjectUses::JudgeGiven(std::vector<UsedObject>& judged) {
  if (FollowsMadeOnly()) return;
  // `other.get()` in a template: a name alone, of what no caller gives.
  const auto by_name = [&](const PendingUse& use) {
    const CxxEvent& event = input_.program.EventAt(use.at);
    return event.self.kind == CxxValueKind::kObject && !event.callee.contains("::");
  };
  for (const auto& [key, uses] : given_) {
    if (std::ranges::all_of(uses, by_name)) continue;
    UsedObject object;
    object.kind = ObjectKind::kGiven;
    object.function = key.first;
    object.parameter = key.second.first;
    object.kept = key.second.second;
    object.making_unseen = true;
    const Bits entry = input_.plan.initial() | TypestatePlan::unknown();
    object.uses = Grouped(uses, input_.plan, entry, object.only_some_callers);
    object.outcome = Worst(object.uses);
    if (object.outcome != Outcome::kNone) judged.push_back(std::move(object));
  }
}

}  // namespace gonogo
