// ObjectUses: all uses that the functions of a program tell, by the object that is used, with what
// the paths into them say. Three kinds of objects are told apart:
//
// - made in a function that is also the last to decide: its whole life is seen;
// - kept in a field or a global: what any function does to what is kept there may have been done;
// - given by callers of whom none is seen.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "analyzer/engines/cxx/flow/function_flow.h"

namespace gonogo {

/// Where an object is kept: the USR of a global or none, then those of fields, outermost first.
/// Elements of arrays are not told apart.
struct KeptIn {
  std::vector<std::string_view> path;
  bool rooted = false;  // begins with a global

  auto operator<=>(const KeptIn&) const = default;
  /// Whether the two may be one place: the shorter is how the longer ends.
  bool MayBe(const KeptIn& other) const;
};

struct ObjectUse {
  PendingUse use;  // `object` means nothing here
  Outcome outcome = Outcome::kNone;
};

enum class ObjectKind : std::uint8_t { kMade, kKept, kGiven };

struct UsedObject {
  ObjectKind kind = ObjectKind::kMade;
  EventId made;                 // kMade: in the function that decides
  EventId holder;               // kMade: the event whose result it is there
  EventId origin;               // where it was made; for kKept the first of several
  KeptIn kept;                  // kKept; kGiven: fields passed through
  FunctionId function = 0;      // kGiven
  std::uint32_t parameter = 0;  // kGiven; UINT32_MAX: `this`
  Outcome outcome = Outcome::kNone;
  bool only_some_callers = false;
  bool making_unseen = false;
  std::vector<ObjectUse> uses;  // by place
  Steps elsewhere;              // kKept: what other functions do to it
};

/// A function that leaves the question to its callers.
using OpenFunctions = std::vector<FunctionId>;

class ObjectUses {
 public:
  explicit ObjectUses(const FlowInput& input) : input_(input) {}

  /// Takes up what one function tells; its summary is that of Run().
  void Add(ContextId context, const FunctionFlow& flow, const Summary& summary);
  /// When all have been added. In an order that depends on the program alone.
  std::vector<UsedObject> Judged();
  OpenFunctions Open() const;

 private:
  /// What some function leaves in a field or global.
  struct Contribution {
    EffectSet effects;  // on an object of which nothing was known, or from its making on
    Steps steps;
    bool made = false;
    bool given = false;  // stored there by a caller that is not seen
    EventId origin;
  };

  void AddUse(const Context& context, const FunctionFlow& flow, const PendingUse& use);
  /// Place, object and fate; fates are shared between the states of a function, which live as long.
  using Contributed = std::set<std::tuple<ObjectId, ObjectId, const Fate*>>;
  void AddKept(const Context& context, const FunctionFlow& flow, const FlowState& state,
               Contributed& contributed);
  /// By what is held.
  using Holders = std::map<ObjectId, std::vector<KeptIn>>;
  static Holders HoldersIn(const FlowState& state, const ObjectTable& objects);
  void ContributeHeld(const FlowState& state, const ObjectTable& objects, const Holders& holders,
                      ObjectId place, ObjectId object, bool callers);
  void Contribute(const KeptIn& kept, const ObjectTable& objects, const FlowState& state,
                  ObjectId object, bool callers);
  void AddOpen(const Context& context, const FunctionFlow& flow, const Summary& summary);
  bool HasCallers(const Context& context) const;
  bool DecidesHere(const Context& context, const ObjectTable& objects, ObjectId base) const;
  void JudgeMade(std::vector<UsedObject>& judged);
  void JudgeKept(std::vector<UsedObject>& judged);
  void JudgeGiven(std::vector<UsedObject>& judged);
  std::set<EventId> OriginsIn(const KeptIn& kept) const;
  bool IsAlsoKeptIn(const KeptIn& other, const KeptIn& kept,
                    const std::set<EventId>& origins) const;
  bool IsValueOfMadeClass(const KeptIn& kept) const;
  bool FollowsMadeOnly() const;

  const FlowInput& input_;
  std::map<std::pair<EventId, EventId>, std::vector<PendingUse>> made_;
  std::map<std::pair<EventId, EventId>, bool> made_fresh_;
  std::map<KeptIn, std::vector<PendingUse>> kept_;
  std::map<std::pair<FunctionId, std::pair<std::uint32_t, KeptIn>>, std::vector<PendingUse>> given_;
  std::map<KeptIn, std::vector<Contribution>> contributions_;
  std::set<FunctionId> open_;
};

}  // namespace gonogo
