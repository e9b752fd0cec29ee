#include "analyzer/engines/cxx/flow/flow_state.h"

namespace gonogo {
namespace {

constexpr std::uint8_t kDeepestField = 5;
constexpr std::size_t kMostSteps = 12;
constexpr std::size_t kMostValues = 24;  // beyond them a place holds something unknown

/// Whether the other adds nothing.
bool Holds(const Fate& fate, const Fate& other) {
  const auto known = [&](const Step& step) { return std::ranges::count(fate.steps, step) > 0; };
  return fate.effects.Holds(other.effects) &&
         (fate.steps.size() >= kMostSteps || std::ranges::all_of(other.steps, known));
}

}  // namespace

ObjectId ObjectTable::Find(const Key& key, const Object& object) {
  const auto [known, fresh] = known_.emplace(key, static_cast<ObjectId>(objects_.size()));
  if (fresh) objects_.push_back(object);
  return known->second;
}

ObjectId ObjectTable::Root(CxxRoot root, std::uint32_t index, std::string_view usr, bool outside) {
  return Find({ObjectSort::kRoot, root, index, usr, 0}, {.sort = ObjectSort::kRoot,
                                                         .root = root,
                                                         .index = index,
                                                         .symbol = usr,
                                                         .origin = {},
                                                         .outside = outside});
}

ObjectId ObjectTable::Field(ObjectId parent, std::string_view field) {
  const Object& holder = objects_[parent];
  if (holder.sort == ObjectSort::kField && holder.depth >= kDeepestField) return parent;
  // A list or tree is one object, however deep it is walked.
  if (holder.sort == ObjectSort::kField && holder.symbol == field) return parent;
  const std::uint8_t depth =
      static_cast<std::uint8_t>(holder.sort == ObjectSort::kField ? holder.depth + 1 : 1);
  return Find({ObjectSort::kField, CxxRoot::kLocal, 0, field, parent}, {.sort = ObjectSort::kField,
                                                                        .symbol = field,
                                                                        .parent = parent,
                                                                        .depth = depth,
                                                                        .origin = {},
                                                                        .outside = holder.outside});
}

ObjectId ObjectTable::Made(std::uint32_t event, std::uint32_t ordinal, EventId origin) {
  return Find({ObjectSort::kMade, CxxRoot::kLocal, event, {}, ordinal}, {.sort = ObjectSort::kMade,
                                                                         .index = ordinal,
                                                                         .symbol = {},
                                                                         .event = event,
                                                                         .origin = origin});
}

void AddValue(Values& values, Value value) {
  const auto at = std::ranges::lower_bound(values, value.object, {}, &Value::object);
  if (at == values.end() || at->object != value.object) {
    if (values.size() >= kMostValues) {
      for (Value& known : values) known.must = false;
      return;
    }
    values.insert(at, value);
  } else {
    at->must = at->must && value.must;
  }
}

bool AddSteps(Steps& steps, const Steps& more) {
  bool added = false;
  for (const Step& step : more) {
    if (steps.size() >= kMostSteps || std::ranges::count(steps, step) > 0) continue;
    steps.push_back(step);
    added = true;
  }
  return added;
}

Values FlowState::Read(ObjectId place) const {
  const Values* const held = places_.Find(place);
  return held == nullptr ? Values{{place, true}} : *held;
}

void FlowState::Write(ObjectId place, Values values) {
  places_.Set(place, std::move(values));
  through_.erase(place);
}

EffectSet FlowState::Through(ObjectId place) const {
  const auto found = through_.find(place);
  return found == through_.end() ? EffectSet(Effect{}) : found->second;
}

void FlowState::SetThrough(ObjectId place, EffectSet effects) {
  if (effects == EffectSet(Effect{})) {
    through_.erase(place);
  } else {
    through_[place] = std::move(effects);
  }
}

/// Whether an object without a fate of its own exists: what is made does from its making on, a
/// field where its holder does.
bool FlowState::ExistsByNature(const ObjectTable& table, ObjectId object) const {
  while (table.at(object).sort == ObjectSort::kField) {
    object = table.at(object).parent;
    if (const Fate* const fate = fates_.Find(object)) return !fate->effects.empty();
  }
  return table.at(object).sort != ObjectSort::kMade;
}

Fate FlowState::FateOf(const ObjectTable& table, ObjectId object) const {
  if (const Fate* const fate = fates_.Find(object)) return *fate;
  if (!ExistsByNature(table, object)) return {};
  return {.effects = EffectSet(Effect{}), .steps = {}};
}

bool FlowState::Alive(const ObjectTable& table, ObjectId object) const {
  if (const Fate* const fate = fates_.Find(object)) return !fate->effects.empty();
  return ExistsByNature(table, object);
}

void FlowState::SetFate(ObjectId object, Fate fate) { fates_.Set(object, std::move(fate)); }

bool FlowState::Join(const ObjectTable& table, const FlowState& other) {
  if (!other.reachable) return false;
  if (!reachable) {
    *this = other;
    return true;
  }
  // Places first: whether an object exists on one side is asked of the fates as they were.
  const bool places = JoinPlaces(table, other);
  const bool fates = JoinFates(table, other);
  const bool through = JoinThrough(other);
  return places || fates || through;
}

/// What a place holds where one path leaves `mine` there and the other, of `other`, `theirs`.
Values FlowState::Together(const ObjectTable& table, ObjectId place, const Values& mine,
                           const Values& theirs, const FlowState& other) const {
  const auto is_anything = [&](const Values& values) {
    return values.size() == 1 && values[0] == Value{place, false};
  };
  if (is_anything(mine) || is_anything(theirs)) return {{place, false}};
  Values joined;
  const auto add = [&](const Values& from, const Values& to, const FlowState& beyond) {
    for (const Value& value : from) {
      const auto same = std::ranges::lower_bound(to, value.object, {}, &Value::object);
      const bool shared = same != to.end() && same->object == value.object;
      const bool held = shared ? same->must : !beyond.Alive(table, value.object);
      AddValue(joined, {value.object, value.must && held});
    }
  };
  add(mine, theirs, other);
  add(theirs, mine, *this);
  if (joined.size() >= kMostValues) return {{place, false}};
  return joined;
}

/// Most places hold the same on both sides.
bool FlowState::JoinPlaces(const ObjectTable& table, const FlowState& other) {
  using Shared = SharedMap<Values>::Shared;
  const auto join = [&](ObjectId place, const Shared& mine, const Shared& theirs) -> Shared {
    const Values natural = {{place, true}};
    const Values& here = mine == nullptr ? natural : *mine;
    const Values& there = theirs == nullptr ? natural : *theirs;
    if (mine != nullptr && here == there) return nullptr;
    Values joined = Together(table, place, here, there, other);
    if (mine != nullptr && joined == here) return nullptr;
    return std::make_shared<const Values>(std::move(joined));
  };
  // Of what is joined no place is asked, so they may change meanwhile.
  return places_.JoinWith(other.places_, join);
}

bool FlowState::JoinThrough(const FlowState& other) {
  const EffectSet nothing{Effect{}};
  bool changed = false;
  for (auto& [place, effects] : through_) {
    const auto found = other.through_.find(place);
    changed = effects.Add(found == other.through_.end() ? nothing : found->second) || changed;
  }
  for (const auto& [place, effects] : other.through_) {
    if (through_.contains(place)) continue;
    EffectSet joined = nothing;
    if (!joined.Add(effects)) continue;
    through_[place] = std::move(joined);
    changed = true;
  }
  return changed;
}

bool FlowState::JoinFates(const ObjectTable& table, const FlowState& other) {
  using Shared = SharedMap<Fate>::Shared;
  const Fate nature{EffectSet(Effect{}), {}};
  const Fate none;
  const FlowState before = *this;
  const auto by_nature = [&](const FlowState& state, ObjectId object) -> const Fate& {
    return state.ExistsByNature(table, object) ? nature : none;
  };
  const auto join = [&](ObjectId object, const Shared& mine, const Shared& theirs) -> Shared {
    const Fate& here = mine == nullptr ? by_nature(before, object) : *mine;
    const Fate& there = theirs == nullptr ? by_nature(other, object) : *theirs;
    if (mine == nullptr && here == none) return theirs;
    if (mine != nullptr && Holds(here, there)) return nullptr;
    Fate joined = here;
    joined.effects.Add(there.effects);
    AddSteps(joined.steps, there.steps);
    return std::make_shared<const Fate>(std::move(joined));
  };
  return fates_.JoinWith(other.fates_, join);
}

}  // namespace gonogo
