#include "analyzer/engines/cxx/flow/beside.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "analyzer/engines/cxx/flow/qt_timers.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepest = 16;

class Nearness {
 public:
  explicit Nearness(const CxxProgram& program) : program_(program) {
    for (const ProgramFunction& entry : program.functions())
      by_usr_.emplace(entry.function->usr, &entry);
  }

  const ProgramFunction* Find(std::string_view usr) const {
    const auto found = by_usr_.find(usr);
    return found == by_usr_.end() ? nullptr : found->second;
  }

  /// Lambdas belong to the function around them.
  const CxxFunction& Outermost(const CxxFunction& function) const {
    const CxxFunction* outer = &function;
    for (unsigned depth = 0; depth < kDeepest && !outer->parent.empty(); ++depth) {
      const ProgramFunction* const parent = Find(outer->parent);
      if (parent == nullptr) break;
      outer = parent->function;
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
  std::unordered_map<std::string_view, const ProgramFunction*> by_usr_;
};

/// Outermost functions and classes.
struct Places {
  std::set<std::string_view> functions, classes;

  void Add(const CxxFunction& outer) {
    functions.insert(outer.usr);
    if (!outer.class_usr.empty()) classes.insert(outer.class_usr);
  }
};

/// Where a reply of Qt is aborted or an event loop left: without that no timer bounds a request.
Places WaysOutOfQt(const CxxProgram& program, const Nearness& nearness) {
  Places ways;
  for (const ProgramFunction& entry : program.functions()) {
    if (std::ranges::any_of(entry.events, [](const CxxEvent* e) { return GivesUpInQt(*e); }))
      ways.Add(nearness.Outermost(*entry.function));
  }
  return ways;
}

class BesideFinder {
 public:
  BesideFinder(const CxxProgram& program, const Contexts& contexts, const TypestatePlan& plan,
               PatternMatcher& matcher)
      : program_(program),
        contexts_(contexts),
        plan_(plan),
        matcher_(matcher),
        nearness_(program),
        ways_out_(WaysOutOfQt(program, nearness_)) {}

  std::set<FunctionId> Find() {
    const auto count = static_cast<FunctionId>(program_.functions().size());
    for (FunctionId id = 0; id < count; ++id) {
      for (const NamedEvent& event : contexts_.EventsOf(id)) {
        if (Matches(id, event)) Keep(id, *program_.function(id).events[event.event]);
      }
    }
    std::set<FunctionId> near;
    for (FunctionId id = 0; id < count; ++id) {
      const CxxFunction& outer = nearness_.Outermost(*program_.function(id).function);
      if (found_.functions.contains(outer.usr) ||
          nearness_.IsOrDerives(outer.class_usr, found_.classes) || CallsFound(id))
        near.insert(id);
    }
    return near;
  }

 private:
  bool Matches(FunctionId id, const NamedEvent& event) {
    return std::ranges::any_of(event.patterns, [&](std::uint32_t index) {
      const PlanEntry& entry = plan_.entries()[index];
      if (entry.role != Role::kBeside) return false;
      const PatternVerdict answer = matcher_.Match(*entry.pattern, {id, event.event}, {});
      return answer.verdict != Verdict::kNo && answer.bound != Verdict::kNo;
    });
  }

  /// `if (verify_peer(tunnel)) goto error;`: what a helper does counts for who calls it.
  bool CallsFound(FunctionId id) const {
    return std::ranges::any_of(program_.function(id).calls, [&](const CallSite& site) {
      return !site.reference && std::ranges::any_of(site.targets, [&](FunctionId target) {
        return helpers_.contains(target);
      });
    });
  }

  void Keep(FunctionId id, const CxxEvent& event) {
    const CxxFunction& outer = nearness_.Outermost(*program_.function(id).function);
    if (!StartsQtTimer(event)) {
      helpers_.insert(id);
      return found_.Add(outer);
    }
    if (event.callee == "QTimer::singleShot" && !EndsByItself(event)) return;
    const bool of_class = nearness_.IsOrDerives(outer.class_usr, ways_out_.classes);
    if (!of_class && !ways_out_.functions.contains(outer.usr)) return;
    if (IsOwnQtTimer(event)) {
      found_.functions.insert(outer.usr);
    } else {
      found_.Add(outer);
    }
  }

  /// Whether what it runs gives up: `QTimer::singleShot(5000, [reply] { reply->abort(); })`.
  bool EndsByItself(const CxxEvent& event) const {
    if (GivesUpInQt(event)) return true;
    return std::ranges::any_of(event.arguments, [&](const CxxValue& value) {
      // Which method a slot is, is known by its name alone.
      if (value.kind == CxxValueKind::kText) return value.text.starts_with('1');
      const ProgramFunction* const run =
          value.kind == CxxValueKind::kFunction ? nearness_.Find(value.usr) : nullptr;
      return run != nullptr &&
             std::ranges::any_of(run->events, [](const CxxEvent* e) { return GivesUpInQt(*e); });
    });
  }

  const CxxProgram& program_;
  const Contexts& contexts_;
  const TypestatePlan& plan_;
  PatternMatcher& matcher_;
  Nearness nearness_;
  Places ways_out_;
  Places found_;
  std::set<FunctionId> helpers_;  // that hold what is found
};

}  // namespace

std::set<FunctionId> FunctionsBeside(const CxxProgram& program, const Contexts& contexts,
                                     const TypestatePlan& plan, PatternMatcher& matcher) {
  if (plan.clause().beside.empty()) return {};
  return BesideFinder(program, contexts, plan, matcher).Find();
}

}  // namespace gonogo
