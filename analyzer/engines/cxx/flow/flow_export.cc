#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "analyzer/engines/cxx/flow/function_flow.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostExported = 300;

/// Cuts a state down to what a caller can see: objects from outside, what places outside hold,
/// what is returned, and what all these hold.
class Exporter {
 public:
  Exporter(const ObjectTable& from, FunctionId function, const TypestatePlan& plan)
      : from_(from), function_(function), plan_(plan) {}

  Summary Make(const FlowState& exit, std::span<const FlowState> exits, ObjectId return_place,
               const std::vector<PendingUse>& uses) {
    KeepSeen(exit, return_place);
    for (const PendingUse& use : uses) {
      if (from_.at(use.object).outside) Keep(use.object);
    }
    Summary summary;
    summary.computed = true;
    if (kept_.size() > kMostExported) {
      summary.unknown = true;
      return summary;
    }
    // By number: holders were met before their fields.
    for (const ObjectId id : kept_) numbers_.emplace(id, Translate(summary.objects, id));
    FillState(exit, summary, summary.exit);
    FillResult(exit, return_place, summary);
    FillExits(exits, summary);
    for (const PendingUse& use : uses) {
      if (!from_.at(use.object).outside) continue;
      PendingUse mine = use;
      mine.object = numbers_.at(use.object);
      AddUse(summary.uses, std::move(mine));
    }
    return summary;
  }

 private:
  /// One use of one object is told once, however it was reached.
  static void AddUse(std::vector<PendingUse>& uses, PendingUse use) {
    for (PendingUse& known : uses) {
      if (known.object != use.object || known.at != use.at || known.entry != use.entry) continue;
      known.before.effects.Add(use.before.effects);
      AddSteps(known.before.steps, use.before.steps);
      return;
    }
    uses.push_back(std::move(use));
  }

  bool Keep(ObjectId id) {
    if (!kept_.insert(id).second) return false;
    const Object& object = from_.at(id);
    if (object.sort == ObjectSort::kField) Keep(object.parent);
    return true;
  }

  /// A place that a caller has too: a global, a field of what is kept, a parameter or a captured
  /// variable.
  bool IsSeen(ObjectId place) const {
    const Object& object = from_.at(place);
    if (object.sort == ObjectSort::kField) return kept_.contains(object.parent);
    return object.sort == ObjectSort::kRoot && object.outside && object.root != CxxRoot::kThis;
  }

  void KeepSeen(const FlowState& exit, ObjectId return_place) {
    if (!exit.reachable) return;
    for (const auto& [id, fate] : exit.fates()) {
      if (from_.at(id).outside && !(fate == Fate{EffectSet(Effect{}), {}})) Keep(id);
    }
    for (const auto& [place, values] : exit.places()) {
      if (from_.at(place).outside) Keep(place);
    }
    if (exit.places().contains(return_place)) {
      for (const Value& value : exit.Read(return_place)) Keep(value.object);
    }
    for (bool grown = true; grown;) {
      grown = false;
      for (const auto& [place, values] : exit.places()) {
        if (!IsSeen(place)) continue;
        grown = Keep(place) || grown;
        for (const Value& value : values) grown = Keep(value.object) || grown;
      }
    }
    for (const auto& [id, fate] : exit.fates()) {
      const Object& object = from_.at(id);
      if (object.sort == ObjectSort::kField && kept_.contains(object.parent)) Keep(id);
    }
  }

  /// A local that is handed out was made here, as far as a caller can tell.
  ObjectId Translate(ObjectTable& into, ObjectId id) {
    const Object& object = from_.at(id);
    switch (object.sort) {
      case ObjectSort::kMade:
        return into.Made(object.event, object.index, object.origin);
      case ObjectSort::kField:
        return into.Field(numbers_.at(object.parent), object.symbol);
      case ObjectSort::kRoot:
        break;
    }
    if (object.outside) return into.Root(object.root, object.index, object.symbol, true);
    return into.Made(kLocalOrigin + object.index, 0, {function_, kLocalOrigin + object.index});
  }

  void FillState(const FlowState& exit, const Summary& summary, FlowState& into) {
    into.reachable = exit.reachable;
    if (!exit.reachable) return;
    for (const ObjectId id : kept_) {
      const Object& object = from_.at(id);
      const bool local = object.sort == ObjectSort::kRoot && !object.outside;
      Fate fate = exit.FateOf(from_, id);
      if (local) fate.effects = EffectSet(plan_.Fresh()).Then(fate.effects);
      const bool natural = fate == Fate{EffectSet(Effect{}), {}};
      const bool made = summary.objects.at(numbers_.at(id)).sort == ObjectSort::kMade;
      // What is not made on these paths must not seem to be there from the start.
      if (!natural && !(made && fate.effects.empty())) Merge(into, numbers_.at(id), fate);
    }
    for (const auto& [place, values] : exit.places()) {
      if (!IsSeen(place) || !kept_.contains(place)) continue;
      into.Write(numbers_.at(place), Renumber(values));
    }
  }

  void FillResult(const FlowState& exit, ObjectId return_place, Summary& summary) const {
    if (!exit.reachable || !exit.places().contains(return_place)) return;
    summary.result = Renumber(exit.Read(return_place));
    summary.result_through = exit.Through(return_place);
  }

  /// Only where what is returned tells states apart.
  void FillExits(std::span<const FlowState> exits, Summary& summary) {
    std::array<FlowState, kReturnSorts> filled;
    const FlowState* first = nullptr;
    for (std::size_t i = 0; i < exits.size() && i < filled.size(); ++i) {
      FillState(exits[i], summary, filled[i]);
      if (!filled[i].reachable) continue;
      const bool same = first == nullptr || (first->fates() == filled[i].fates() &&
                                             first->places() == filled[i].places());
      if (!same) summary.split = true;
      if (first == nullptr) first = &filled[i];
    }
    if (summary.split) summary.exits = std::move(filled);
  }

  static void Merge(FlowState& into, ObjectId id, Fate fate) {
    if (const Fate* const known = into.fates().Find(id)) {
      fate.effects.Add(known->effects);
      AddSteps(fate.steps, known->steps);
    }
    into.SetFate(id, std::move(fate));
  }

  Values Renumber(const Values& values) const {
    Values mine;
    for (const Value& value : values) {
      // Where there are very many, some are dropped.
      const auto known = numbers_.find(value.object);
      if (known != numbers_.end()) AddValue(mine, {known->second, value.must});
    }
    return mine;
  }

  const ObjectTable& from_;
  FunctionId function_;
  const TypestatePlan& plan_;
  std::set<ObjectId> kept_;
  std::map<ObjectId, ObjectId> numbers_;
};

}  // namespace

Summary FunctionFlow::Export() {
  if (!settled_) {
    Summary summary;
    summary.computed = true;
    summary.unknown = true;
    return summary;
  }
  Exporter exporter(objects_, function_id_, input_.plan);
  return exporter.Make(exit_, exits_, ReturnPlace(), uses_);
}

}  // namespace gonogo
