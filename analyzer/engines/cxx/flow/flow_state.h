// FlowState: what is known at one point of a function: which objects its variables and fields
// hold, and what has been done to each object on the paths that lead here.
//
// An object is what a variable or field held when the function began (kRoot, kField), or what an
// event made (kMade). The first kind is also the name of the place itself: a place that nothing
// was stored in holds the object of its own name. `must` says that on every path on which the
// object exists, the place holds it; only then what is done through the place is surely done to
// the object.
//
// A place may hold one of several objects. What is then done through the place is done to none of
// them for sure, yet surely to the one that the place holds: that is kept beside, until the place
// is written again.
//
// The fate of a made object is counted from its making: until then it has no path (an empty set).
// That of any other object is counted from the function's entry.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/engines/cxx/flow/effect.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/shared_map.h"
#include "analyzer/model/rule.h"

namespace gonogo {

using ObjectId = std::uint32_t;

enum class ObjectSort : std::uint8_t { kRoot, kField, kMade };

struct Object {
  ObjectSort sort = ObjectSort::kRoot;
  CxxRoot root = CxxRoot::kLocal;  // kRoot
  std::uint32_t index = 0;         // kRoot: of the local or parameter; kMade: the ordinal
  std::string_view symbol;         // kRoot: of a global; kField: the field
  ObjectId parent = 0;             // kField
  std::uint32_t event = 0;         // kMade
  std::uint8_t depth = 0;          // kField: fields passed through
  EventId origin;                  // kMade: where it was made, maybe in a callee
  bool outside = false;            // it was there before the function began
};

class ObjectTable {
 public:
  ObjectId Root(CxxRoot root, std::uint32_t index, std::string_view usr, bool outside);
  /// Of a chain that is too long, the last object that is kept apart.
  ObjectId Field(ObjectId parent, std::string_view field);
  ObjectId Made(std::uint32_t event, std::uint32_t ordinal, EventId origin);

  const Object& at(ObjectId id) const { return objects_[id]; }
  std::size_t size() const { return objects_.size(); }

 private:
  using Key = std::tuple<ObjectSort, CxxRoot, std::uint32_t, std::string_view, ObjectId>;

  ObjectId Find(const Key& key, const Object& object);

  std::vector<Object> objects_;
  std::map<Key, ObjectId> known_;
};

struct Value {
  ObjectId object = 0;
  bool must = true;

  bool operator==(const Value&) const = default;
};

using Values = std::vector<Value>;  // by object, each once

/// Adds a value; of two with the same object `must` holds where it holds for both. Of very many
/// the first are kept, and none for sure.
void AddValue(Values& values, Value value);

enum class StepSort : std::uint8_t {
  kMade,
  kCopied,
  kSet,
  kNone,
  kUnbound,
  kReset,
  kPassed,
  kReturned,
  kEscaped,
};

/// Something that was done to an object.
struct Step {
  StepSort sort = StepSort::kMade;
  EventId at;
  const CallPattern* pattern = nullptr;

  bool operator==(const Step&) const = default;
};

/// Steps in the order in which they were met; limited.
using Steps = std::vector<Step>;

/// Adds those that are not there yet; says whether there were any.
bool AddSteps(Steps& steps, const Steps& more);

struct Fate {
  EffectSet effects;
  Steps steps;

  bool operator==(const Fate&) const = default;
};

class FlowState {
 public:
  bool reachable = false;

  /// What a place holds.
  Values Read(ObjectId place) const;
  void Write(ObjectId place, Values values);
  /// The fate of an object; of one without entries that which it has by nature.
  Fate FateOf(const ObjectTable& table, ObjectId object) const;
  bool Alive(const ObjectTable& table, ObjectId object) const;
  void SetFate(ObjectId object, Fate fate);
  /// On this path the object exists no more.
  void End(ObjectId object) { fates_.Erase(object); }
  /// What has been done through a place since it was written; nothing where it holds one object.
  EffectSet Through(ObjectId place) const;
  void SetThrough(ObjectId place, EffectSet effects);
  /// Adds the paths of another state; says whether anything changed.
  bool Join(const ObjectTable& table, const FlowState& other);

  std::size_t size() const { return places_.size() + fates_.size() + through_.size(); }
  const SharedMap<Values>& places() const { return places_; }
  const SharedMap<Fate>& fates() const { return fates_; }

 private:
  bool ExistsByNature(const ObjectTable& table, ObjectId object) const;
  Values Together(const ObjectTable& table, ObjectId place, const Values& mine,
                  const Values& theirs, const FlowState& other) const;
  bool JoinPlaces(const ObjectTable& table, const FlowState& other);
  bool JoinFates(const ObjectTable& table, const FlowState& other);
  bool JoinThrough(const FlowState& other);

  SharedMap<Values> places_;
  SharedMap<Fate> fates_;
  std::map<ObjectId, EffectSet> through_;
};

}  // namespace gonogo
