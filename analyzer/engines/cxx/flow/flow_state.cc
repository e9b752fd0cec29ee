#include "analyzer/engines/cxx/flow/flow_state.h"

namespace gonogo {
namespace {

constexpr std::uint8_t kDeepestField = 5;
constexpr std::size_t kMostSteps = 12;
constexpr std::size_t kMostValues = 24;  // beyond them a place holds something unknown

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
  const auto found = places_.find(place);
  return found == places_.end() ? Values{{place, true}} : found->second;
}

void FlowState::Write(ObjectId place, Values values) {
  places_[place] = std::move(values);
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
    const auto found = fates_.find(object);
    if (found != fates_.end()) return !found->second.effects.empty();
  }
  return table.at(object).sort != ObjectSort::kMade;
}

Fate FlowState::FateOf(const ObjectTable& table, ObjectId object) const {
  const auto found = fates_.find(object);
  if (found != fates_.end()) return found->second;
  if (!ExistsByNature(table, object)) return {};
  return {.effects = EffectSet(Effect{}), .steps = {}};
}

bool FlowState::Alive(const ObjectTable& table, ObjectId object) const {
  const auto found = fates_.find(object);
  if (found != fates_.end()) return !found->second.effects.empty();
  return ExistsByNature(table, object);
}

void FlowState::SetFate(ObjectId object, Fate fate) { fates_[object] = std::move(fate); }

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

bool FlowState::JoinPlaces(const ObjectTable& table, const FlowState& other) {
  bool changed = false;
  const auto join = [&](ObjectId place) {
    const Values mine = Read(place);
    const Values theirs = other.Read(place);
    if (mine == theirs && places_.contains(place)) return;
    Values joined;
    const auto add = [&](const Values& from, const Values& to, const FlowState& beyond) {
      for (const Value& value : from) {
        const auto same = std::ranges::lower_bound(to, value.object, {}, &Value::object);
        const bool shared = same != to.end() && same->object == value.object;
        const bool held = shared ? same->must : !beyond.Alive(table, value.object);
        AddValue(joined, {value.object, value.must && held});
      }
    };
    const Values anything = {{place, false}};
    if (mine == anything || theirs == anything) {
      joined = anything;
    } else {
      add(mine, theirs, other);
      add(theirs, mine, *this);
      if (joined.size() >= kMostValues) joined = anything;
    }
    if (joined == mine && places_.contains(place)) return;
    changed = true;
    places_[place] = std::move(joined);
  };
  std::vector<ObjectId> all;
  for (const auto& [place, values] : places_) all.push_back(place);
  for (const auto& [place, values] : other.places_) {
    if (!places_.contains(place)) all.push_back(place);
  }
  for (const ObjectId place : all) join(place);
  return changed;
}

bool FlowState::JoinThrough(const FlowState& other) {
  bool changed = false;
  for (auto& [place, effects] : through_) changed = effects.Add(other.Through(place)) || changed;
  for (const auto& [place, effects] : other.through_) {
    if (through_.contains(place)) continue;
    EffectSet joined{Effect{}};
    if (!joined.Add(effects)) continue;
    through_[place] = std::move(joined);
    changed = true;
  }
  return changed;
}

bool FlowState::JoinFates(const ObjectTable& table, const FlowState& other) {
  bool changed = false;
  for (auto& [object, fate] : fates_) {
    const Fate theirs = other.FateOf(table, object);
    changed = fate.effects.Add(theirs.effects) || changed;
    changed = AddSteps(fate.steps, theirs.steps) || changed;
  }
  for (const auto& [object, theirs] : other.fates_) {
    if (fates_.contains(object)) continue;
    Fate fate = FateOf(table, object);
    fate.effects.Add(theirs.effects);
    AddSteps(fate.steps, theirs.steps);
    fates_[object] = std::move(fate);
    changed = true;
  }
  return changed;
}

}  // namespace gonogo
