// Contexts: which functions of a program matter to the patterns of one clause, and with which
// constants their callers call them. A helper that is handed the option to set, or `false` for
// `verify`, is looked at once for each such choice; all other arguments make no difference.
//
// Where nobody is seen to call a function, or the unknown may, there is a context without
// constants. The number of contexts is limited; beyond it functions are looked at without them.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "analyzer/engines/cxx/flow/made_trail.h"
#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

using ContextId = std::uint32_t;

/// One call in a context, with the contexts that it leads to.
struct ContextCall {
  std::vector<ContextId> targets;
  bool reference = false;  // see CallSite
  std::uint32_t first_argument = 0;
};

struct ContextCaller {
  ContextId context = 0;
  std::uint32_t event = 0;
};

struct Context {
  FunctionId function = 0;
  ParameterConstants given;  // by parameter; may be shorter than the parameters
  std::map<std::uint32_t, std::vector<ContextCall>> calls;  // by event
  std::vector<ContextCaller> callers;                       // that lead here
  bool from_outside = false;                                // the unknown may call it too, or alone
};

/// Where the constants of a context decide a test, the one edge that is taken.
std::optional<std::uint32_t> DecidedEdge(Resolver& resolver, const Context& context,
                                         const CxxBlock& block);

/// An event of a function, with the patterns whose names fit.
struct NamedEvent {
  std::uint32_t event = 0;
  std::vector<std::uint32_t> patterns;
};

class Contexts {
 public:
  /// `types` are those of the objects that the clause follows; functions that hand such objects
  /// on matter too. A clause without types has a trail in their place.
  Contexts(const CxxProgram& program, const ValueSources& sources, Resolver& resolver,
           std::span<const CallPattern* const> patterns, std::set<std::string_view> types,
           const MadeTrail* trail = nullptr);

  std::span<const Context> all() const { return contexts_; }
  const Context& at(ContextId id) const { return contexts_[id]; }
  const std::vector<NamedEvent>& EventsOf(FunctionId function) const { return named_[function]; }
  /// Callees before callers; each group is called in a circle.
  const std::vector<std::vector<ContextId>>& order() const { return order_; }
  const std::set<std::string_view>& types() const { return types_; }
  bool limited() const { return limited_; }
  /// Whether a value in this function may be or hold an object that is followed.
  bool Concerns(FunctionId function, const CxxValue& value) const;

 private:
  struct Key {
    FunctionId function;
    ParameterConstants given;
    auto operator<=>(const Key&) const = default;
  };

  void FindNamed(std::span<const CallPattern* const> patterns);
  void WidenTypes();
  bool Moves(const ProgramFunction& function) const;
  bool Concerns(std::string_view type) const { return types_.contains(type); }
  bool OnTrail(FunctionId function) const;
  bool OffTrail(FunctionId function, const CallPattern& pattern, const CxxEvent& event) const;
  void FindRelevant();
  void FindDeciding(std::span<const CallPattern* const> patterns);
  bool DecideFromCalls(FunctionId function);
  bool DecideConditions(FunctionId function);
  void ParametersIn(const CxxValue& value, FunctionId function, unsigned depth,
                    std::set<std::uint32_t>& into) const;
  void Enumerate();
  ContextId Enter(FunctionId function, ParameterConstants given);
  void Expand(ContextId id);
  std::vector<CallSite> SitesIn(ContextId id) const;
  std::vector<FunctionId> FunctionValues(const CxxEvent& event, const Context& context) const;
  ParameterConstants GivenTo(FunctionId target, const CxxEvent& event, const Context& from) const;
  void Order();

  const CxxProgram& program_;
  const ValueSources& sources_;
  Resolver& resolver_;
  std::set<std::string_view> types_;
  const MadeTrail* trail_;
  std::vector<std::vector<NamedEvent>> named_;
  std::vector<bool> relevant_;
  std::vector<std::set<std::uint32_t>> deciding_;
  std::vector<Context> contexts_;
  std::map<Key, ContextId> known_;
  std::vector<std::uint32_t> count_;  // contexts of each function
  std::vector<std::vector<ContextId>> order_;
  bool limited_ = false;
};

}  // namespace gonogo
