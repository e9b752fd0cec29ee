#include "analyzer/engines/cxx/flow/beside.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 16;

class Nearness {
 public:
  explicit Nearness(const CxxProgram& program) : program_(program) {
    for (const ProgramFunction& entry : program.functions())
      by_usr_.emplace(entry.function->usr, entry.function);
  }

  /// Lambdas belong to the function around them.
  const CxxFunction& Outermost(const CxxFunction& function) const {
    const CxxFunction* outer = &function;
    for (unsigned depth = 0; depth < kDeepest && !outer->parent.empty(); ++depth) {
      const auto found = by_usr_.find(outer->parent);
      if (found == by_usr_.end()) break;
      outer = found->second;
    }
    return *outer;
  }

  bool IsOrDerives(std::string_view usr, const std::set<std::string_view>& classes,
                   unsigned depth = 0) const {
    if (usr.empty() || depth > kDeepest) return false;
    if (classes.contains(usr)) return true;
    const CxxClass* const known = program_.ClassOf(usr);
    return known != nullptr && std::ranges::any_of(known->bases, [&](const std::string& base) {
             return IsOrDerives(base, classes, depth + 1);
           });
  }

 private:
  const CxxProgram& program_;
  std::unordered_map<std::string_view, const CxxFunction*> by_usr_;
};

bool HoldsOne(FunctionId id, const Contexts& contexts, const TypestatePlan& plan,
              PatternMatcher& matcher) {
  return std::ranges::any_of(contexts.EventsOf(id), [&](const NamedEvent& event) {
    return std::ranges::any_of(event.patterns, [&](std::uint32_t index) {
      const PlanEntry& entry = plan.entries()[index];
      if (entry.role != Role::kBeside) return false;
      const PatternVerdict answer = matcher.Match(*entry.pattern, {id, event.event}, {});
      return answer.verdict != Verdict::kNo && answer.bound != Verdict::kNo;
    });
  });
}

}  // namespace

std::set<FunctionId> FunctionsBeside(const CxxProgram& program, const Contexts& contexts,
                                     const TypestatePlan& plan, PatternMatcher& matcher) {
  std::set<FunctionId> near;
  if (plan.clause().beside.empty()) return near;
  const Nearness nearness(program);
  std::set<std::string_view> functions, classes;
  const auto count = static_cast<FunctionId>(program.functions().size());
  for (FunctionId id = 0; id < count; ++id) {
    if (!HoldsOne(id, contexts, plan, matcher)) continue;
    const CxxFunction& outer = nearness.Outermost(*program.function(id).function);
    functions.insert(outer.usr);
    if (!outer.class_usr.empty()) classes.insert(outer.class_usr);
  }
  for (FunctionId id = 0; id < count; ++id) {
    const CxxFunction& outer = nearness.Outermost(*program.function(id).function);
    if (functions.contains(outer.usr) || nearness.IsOrDerives(outer.class_usr, classes))
      near.insert(id);
  }
  return near;
}

}  // namespace gonogo
