#include "analyzer/worker/unit_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gonogo {
namespace {

/// What the values of one function may refer to; of an initialiser, nothing.
struct Surroundings {
  std::size_t events = 0;
  std::size_t locals = 0;
  std::size_t parameters = 0;
};

std::size_t EventsOf(const CxxFunction& function) {
  std::size_t count = 0;
  for (const CxxBlock& block : function.blocks) count += block.events.size();
  return count;
}

class Check {
 public:
  explicit Check(const CxxUnit& unit) : unit_(unit) {}

  bool Place(const CxxPlace& place) const {
    return place.line == 0 || place.file < unit_.files.size();
  }

  bool Function(const CxxFunction& function, const CxxFunction* parent) const {
    const Surroundings around = Around(function);
    const Surroundings outside = parent == nullptr ? Anything() : Around(*parent);
    return Place(function.place) && Place(function.body) && Place(function.declared) &&
           Variables(function.parameters) && Variables(function.locals) &&
           std::ranges::all_of(function.captures,
                               [&](const auto& capture) {
                                 return Object(capture.first, around) &&
                                        Object(capture.second, outside);
                               }) &&
           std::ranges::all_of(function.blocks, [&](const CxxBlock& block) {
             return Block(block, around, function.blocks.size());
           });
  }

  bool Class(const CxxClass& type) const {
    return Place(type.place) && Variables(type.fields) &&
           std::ranges::all_of(type.initialisers,
                               [&](const auto& pair) { return Value(pair.second, {}); });
  }

  bool Global(const CxxGlobal& global) const {
    return Place(global.variable.place) && Value(global.initialiser, {});
  }

  bool Hit(const CxxMatcherHit& hit) const {
    return Place(hit.place) &&
           std::ranges::all_of(hit.bound, [&](const auto& pair) { return Place(pair.second); });
  }

 private:
  static Surroundings Around(const CxxFunction& function) {
    return {EventsOf(function), function.locals.size(), function.parameters.size()};
  }

  /// A lambda whose enclosing function was left out: nobody can look its captures up.
  static Surroundings Anything() { return {SIZE_MAX, SIZE_MAX, SIZE_MAX}; }

  bool Variables(const std::vector<CxxVariable>& variables) const {
    return std::ranges::all_of(variables, [&](const CxxVariable& v) { return Place(v.place); });
  }

  static bool Object(const CxxObject& object, const Surroundings& around) {
    if (object.root == CxxRoot::kLocal) return object.index < around.locals;
    if (object.root == CxxRoot::kParameter) return object.index < around.parameters;
    return true;
  }

  bool Value(const CxxValue& value, const Surroundings& around) const {
    if (value.kind == CxxValueKind::kObject && !Object(value.object, around)) return false;
    if (value.kind == CxxValueKind::kResult && value.event >= around.events) return false;
    return Place(value.place) &&
           std::ranges::all_of(value.spelled,
                               [&](const CxxPlace& place) { return Place(place); }) &&
           Values(value.parts, around);
  }

  bool Values(const std::vector<CxxValue>& values, const Surroundings& around) const {
    return std::ranges::all_of(values, [&](const CxxValue& v) { return Value(v, around); });
  }

  bool Event(const CxxEvent& event, const Surroundings& around) const {
    return Place(event.place) && Place(event.name_place) && Value(event.self, around) &&
           Value(event.target, around) && Values(event.arguments, around);
  }

  bool Block(const CxxBlock& block, const Surroundings& around, std::size_t blocks) const {
    return Place(block.place) && Value(block.condition, around) &&
           std::ranges::all_of(block.next, [&](std::uint32_t next) { return next < blocks; }) &&
           std::ranges::all_of(block.events,
                               [&](const CxxEvent& event) { return Event(event, around); });
  }

  const CxxUnit& unit_;
};

/// By USR, so that the functions around lambdas are found in one pass.
using FunctionsByUsr = std::unordered_map<std::string_view, const CxxFunction*>;

FunctionsByUsr IndexOf(const CxxUnit& unit) {
  FunctionsByUsr functions;
  for (const CxxFunction& function : unit.functions) functions[function.usr] = &function;
  return functions;
}

template <class Items, class Good>
std::string FirstFault(const Items& items, std::string_view what, Good good) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!good(items[i])) return fmt::format("{} {} refers to what does not exist", what, i);
  }
  return "";
}

}  // namespace

std::string FaultOf(const CxxUnit& unit) {
  if (unit.files.empty() || unit.files[0] != unit.path) return "the first file is not its own";
  const Check check(unit);
  const FunctionsByUsr functions = IndexOf(unit);
  std::string fault = FirstFault(unit.functions, "function", [&](const CxxFunction& function) {
    const auto parent = functions.find(function.parent);
    return check.Function(function, parent == functions.end() ? nullptr : parent->second);
  });
  const auto then = [&fault](std::string next) {
    if (fault.empty()) fault = std::move(next);
  };
  then(FirstFault(unit.classes, "class", [&](const CxxClass& c) { return check.Class(c); }));
  then(FirstFault(unit.globals, "global", [&](const CxxGlobal& g) { return check.Global(g); }));
  then(FirstFault(unit.includes, "include",
                  [&](const CxxInclude& i) { return check.Place(i.place); }));
  then(FirstFault(unit.hits, "matcher hit", [&](const CxxMatcherHit& h) { return check.Hit(h); }));
  if (!check.Place(unit.understanding.first_error_place)) then("the place of its first error");
  return fault;
}

}  // namespace gonogo
