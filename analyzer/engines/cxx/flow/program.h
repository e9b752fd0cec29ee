// CxxProgram: the units that were parsed, seen as one program: each function once, however many
// units hold it, with the calls in it, what they may reach, and who calls it; classes and globals
// by USR. It is built once, and read by all clauses from many threads.
//
// A function is the same in two units where its USR and the file of its body are. Of several
// definitions of one USR a call reaches those nearest to it: in its own file, in units that are
// linked with its own, in the folder that is closest.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/engines/cxx/flow/function_pointers.h"
#include "analyzer/worker/unit.h"

namespace gonogo {

/// Units that are linked into one program or library; a call prefers what is linked with it.
struct CxxLinkUnit {
  std::string name;
  std::vector<const CxxUnit*> units;
};

using FunctionId = std::uint32_t;

inline constexpr std::uint32_t kNoEvent = UINT32_MAX;

/// An event by the function that holds it.
struct EventId {
  FunctionId function = 0;
  std::uint32_t event = kNoEvent;

  auto operator<=>(const EventId&) const = default;
};

/// What one event may call. Where `reference` is set, the event hands the functions to something
/// outside the program (a thread, an algorithm, a callback), with the arguments behind
/// `first_argument`.
struct CallSite {
  std::uint32_t event = 0;
  std::vector<FunctionId> targets;
  bool reference = false;
  std::uint32_t first_argument = 0;
};

/// A function with the unit whose `files` its places index.
struct ProgramFunction {
  const CxxFunction* function = nullptr;
  const CxxUnit* unit = nullptr;
  std::vector<const CxxEvent*> events;  // by number, through all blocks
  std::vector<std::uint32_t> block_of;  // of each event
  std::vector<CallSite> calls;          // by event, what it calls itself first
  std::vector<EventId> callers;
};

struct CxxFieldPosition {
  const CxxClass* type = nullptr;
  std::size_t index = 0;
  const CxxUnit* unit = nullptr;  // whose `files` the places of the class index
};

/// A call of exit(), abort() and their like.
bool NeverReturns(const CxxEvent& event);

class CxxProgram {
 public:
  /// The units live on; null ones are skipped.
  explicit CxxProgram(std::span<const CxxUnit* const> units,
                      std::span<const CxxLinkUnit> link_units = {});

  std::span<const ProgramFunction> functions() const { return functions_; }
  const ProgramFunction& function(FunctionId id) const { return functions_[id]; }
  std::span<const CxxUnit* const> units() const { return units_; }

  /// The bodies that a call of this USR may reach, seen from `caller`; of a virtual call the
  /// overriding ones too.
  std::vector<FunctionId> Callees(FunctionId caller, std::string_view usr, bool is_virtual) const;
  /// The bodies that this event calls itself, not those that it hands on; empty where none is
  /// known.
  std::span<const FunctionId> TargetsOf(EventId id) const;

  /// Calls and constructions of this name, or of one that it overrides, ascending.
  std::span<const EventId> EventsCalling(std::string_view name) const;
  /// Stores to, and constructions in, fields whose own name this is, ascending.
  std::span<const EventId> EventsStoring(std::string_view field) const;

  const CxxEvent& EventAt(EventId id) const { return *functions_[id.function].events[id.event]; }
  const CxxClass* ClassOf(std::string_view usr) const;
  const CxxClass* ClassNamed(std::string_view name) const;
  const CxxGlobal* GlobalOf(std::string_view usr) const;
  /// The class that declares the field, and where in it; null where it is not of the tree.
  const CxxFieldPosition* FieldAt(std::string_view usr) const;
  /// Whether the class of this name is `base`, or derives from it as far as its bases are known.
  bool IsOrDerives(std::string_view name, std::string_view base) const;
  /// The fields and globals that keep a function of this USR, to be called through them.
  std::vector<std::string_view> PointersTo(std::string_view usr) const {
    return pointers_.HoldersOf(usr);
  }
  /// Files whose code runs the product for a test or a demonstration, by path.
  void MarkTrials(std::span<const std::string_view> paths);
  /// Whether the function is written in such a file: what it chooses, the product does not.
  bool IsOfTrial(FunctionId id) const { return !of_trial_.empty() && of_trial_[id]; }
  /// The path of a place of this function.
  std::string_view PathOf(FunctionId id, const CxxPlace& place) const;

 private:
  using Index = std::unordered_map<std::string_view, std::vector<FunctionId>>;
  using EventIndex = std::unordered_map<std::string_view, std::vector<EventId>>;

  void AddUnit(const CxxUnit& unit);
  void AddFunction(const CxxUnit& unit, const CxxFunction& function);
  void NameEvents(FunctionId id);
  void LinkOverriders();
  void FindPointers();
  void LinkCalls(FunctionId caller);
  void AddReferences(FunctionId caller, std::uint32_t event);
  std::vector<FunctionId> Slot(FunctionId caller, std::string_view receiver,
                               std::string_view text) const;
  std::vector<FunctionId> CalleesThroughPointer(FunctionId caller, const CxxEvent& event) const;
  std::vector<FunctionId> Constructors(const CxxEvent& event) const;
  std::vector<FunctionId> Nearest(FunctionId caller, const std::vector<FunctionId>& all) const;
  bool Linked(const CxxUnit* one, const CxxUnit* other) const;

  std::vector<const CxxUnit*> units_;
  std::vector<ProgramFunction> functions_;
  Index by_usr_;
  std::unordered_map<std::string, std::vector<FunctionId>> by_name_;  // methods, qualified
  EventIndex calls_by_name_;
  EventIndex stores_by_field_;
  Index constructors_;  // by USR of their class
  std::unordered_map<std::string_view, std::vector<std::string_view>> overriders_;
  std::unordered_map<std::string_view, const CxxClass*> classes_;
  std::unordered_map<std::string_view, const CxxClass*> classes_by_name_;
  std::unordered_map<std::string_view, CxxFieldPosition> fields_;
  std::unordered_map<std::string_view, const CxxGlobal*> globals_;
  std::unordered_map<const CxxUnit*, std::vector<std::uint32_t>> links_;
  FunctionPointers pointers_;
  std::vector<bool> of_trial_;  // by function; empty where no file is one
};

}  // namespace gonogo
