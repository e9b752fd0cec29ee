// Which constants a value can be: followed through locals, parameters, fields, globals, array
// elements and what functions return. Flow-insensitive: all that is ever stored in a variable
// counts, wherever.
//
// A variable whose address goes to somebody unknown may hold anything: it is open. So is one that
// nobody is seen to store in. Names of calls that are known to change none of their arguments are
// given by who asks.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

/// The constants that a function's parameters are known to have, where it is looked at for some of
/// its callers; null: not known. Equal constants are equal pointers.
using ParameterConstants = std::vector<const CxxValue*>;

struct Constant {
  const CxxValue* value = nullptr;
  EventId from;                    // the store or return that gave it; none: it stands at the place
  bool parameter = false;          // a caller gave it
  bool element = false;            // of a table whose elements are all visited
  const CxxValue* test = nullptr;  // the condition of the `?:` that chose it
  FunctionId test_function = 0;
  bool test_true = false;
};

struct Resolved {
  std::vector<Constant> constants;
  bool open = false;  // or something that is no constant
};

/// What is stored in one variable, field or global.
struct Source {
  EventId at;
  const CxxValue* value = nullptr;  // null: something unknown
};

struct Sources {
  std::vector<Source> stores;
  std::vector<EventId> passed;  // calls that are given it and may change it
};

/// All stores of a program, by what they change. Built once, shared by all clauses.
class ValueSources {
 public:
  explicit ValueSources(const CxxProgram& program);

  const Sources& Of(FunctionId function, CxxRoot root, std::uint32_t index) const;
  const Sources& OfField(std::string_view usr) const;
  const Sources& OfGlobal(std::string_view usr) const;
  /// Stores to fields of this very local or parameter.
  const std::vector<std::pair<const CxxObject*, Source>>& Partial(FunctionId function, CxxRoot root,
                                                                  std::uint32_t index) const;
  std::span<const EventId> Returns(FunctionId function) const { return returns_[function]; }

 private:
  using Key = std::tuple<FunctionId, CxxRoot, std::uint32_t>;

  void HandOut(const CxxValue& table);
  void Read(const CxxProgram& program, FunctionId function);
  void Store(const CxxProgram& program, EventId at, const CxxObject& target, const CxxValue* value);
  void Pass(const CxxProgram& program, EventId at, const CxxEvent& event);
  void Braced(const CxxProgram& program, EventId at, const CxxValue& value);

  std::map<Key, Sources> variables_;
  std::map<Key, std::vector<std::pair<const CxxObject*, Source>>> partial_;
  std::unordered_map<std::string_view, Sources> fields_;
  std::unordered_map<std::string_view, Sources> globals_;
  std::vector<std::vector<EventId>> returns_;
};

class Resolver {
 public:
  Resolver(const CxxProgram& program, const ValueSources& sources,
           std::set<std::string_view> harmless);

  /// Not const: constants that are computed are kept, and equal ones shared.
  Resolved Resolve(const CxxValue& value, FunctionId function,
                   const ParameterConstants& parameters);
  /// The one constant that the value is for sure, shared; null where there is none.
  const CxxValue* Single(const CxxValue& value, FunctionId function,
                         const ParameterConstants& parameters);
  /// The functions that the fields of a local struct hold at an event which is given the struct.
  std::vector<const CxxValue*> HeldFunctions(const CxxValue& value, EventId at,
                                             const ParameterConstants& parameters);

 private:
  struct Scope {
    FunctionId function = 0;
    const ParameterConstants* parameters = nullptr;
    unsigned depth = 0;
  };

  void Follow(const CxxValue& value, const Scope& scope, Resolved& into);
  void FollowObject(const CxxObject& object, const Scope& scope, Resolved& into);
  void FollowVariable(const CxxObject& object, const Scope& scope, Resolved& into);
  void FollowGlobal(const CxxObject& object, const Scope& scope, Resolved& into);
  void FollowField(const CxxObject& object, const Scope& scope, Resolved& into);
  bool FollowPartial(const CxxObject& object, const Scope& scope, Resolved& into);
  void FollowElements(const CxxObject& object, std::size_t at, const Scope& scope, Resolved& into);
  const CxxValue* ArrayIn(const CxxObject& table, const Scope& scope) const;
  void FollowSources(const Sources& sources, const Scope& scope, Resolved& into);
  void FollowResult(const CxxValue& value, const Scope& scope, Resolved& into);
  void FollowCombined(const CxxValue& value, const Scope& scope, Resolved& into);
  std::string PieceOf(const CxxValue& value, const Scope& scope);
  void FollowJoined(const std::string& text, const CxxPlace& place, Resolved& into);
  bool FollowFormat(EventId at, const Scope& scope, Resolved& into);
  bool FollowWritten(const Sources& sources, const Scope& scope, Resolved& into);
  void FollowConstructed(EventId at, const Scope& scope, Resolved& into);
  const CxxValue* SingleOfPart(const CxxValue& part, const Scope& scope);
  const CxxValue* OnlyOne(const Resolved& resolved);
  bool Passed(const Sources& sources) const;
  const CxxValue* Share(const CxxValue& value);

  const CxxProgram& program_;
  const ValueSources& sources_;
  std::set<std::string_view> harmless_;
  std::map<std::tuple<int, std::int64_t, double, std::string_view, std::string_view>,
           const CxxValue*>
      shared_;
  std::deque<CxxValue> computed_;
  unsigned steps_ = 0;  // of the question that is being answered
};

bool IsConstant(const CxxValue& value);
/// Whether the constant is 0, negative, null or a zero duration.
bool IsNone(const CxxValue& constant);
bool IsTrue(const CxxValue& constant);

}  // namespace gonogo
