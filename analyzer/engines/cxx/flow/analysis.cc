#include "analyzer/engines/cxx/flow/analysis.h"

#include <algorithm>
#include <tuple>

#include "analyzer/base/parallel_for.h"
#include "analyzer/engines/cxx/flow/call_clause.h"
#include "analyzer/engines/cxx/flow/far_texts.h"
#include "analyzer/engines/cxx/flow/loop_clause.h"
#include "analyzer/engines/cxx/flow/pattern_match.h"
#include "analyzer/engines/cxx/flow/taint.h"
#include "analyzer/engines/cxx/flow/typestate.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {
namespace {

struct Task {
  const Rule* rule = nullptr;
  const MatchAlternative* alternative = nullptr;
  std::vector<LoopTask> loops;  // all that ask about the same loops
};

/// Rules that share their lists have the loops looked for once.
void AddLoop(const LoopTask& loop, std::vector<Task>& tasks) {
  const LoopClause& clause = loop.alternative->cxx->loop;
  for (Task& task : tasks) {
    if (task.loops.empty()) continue;
    const LoopClause& other = task.loops.front().alternative->cxx->loop;
    const bool same = other.calls.data() == clause.calls.data() &&
                      other.connects.data() == clause.connects.data();
    if (same) return task.loops.push_back(loop);
  }
  tasks.push_back({loop.rule, loop.alternative, {loop}});
}

std::vector<Task> TasksOf(std::span<const Rule* const> rules) {
  std::vector<Task> tasks;
  for (const Rule* rule : rules) {
    if (rule == nullptr) continue;
    for (const MatchAlternative& alternative : rule->match) {
      if (alternative.type != ClauseType::kCxx || alternative.cxx == nullptr) continue;
      if (alternative.cxx->sort == CxxClauseSort::kMatcher) continue;
      if (alternative.cxx->sort == CxxClauseSort::kLoop) {
        AddLoop({rule, &alternative}, tasks);
        continue;
      }
      tasks.push_back({rule, &alternative, {}});
    }
  }
  return tasks;
}

/// Whether anything in the program is made or used as the clause says; without that there is
/// nothing to follow, and most programs have nothing of most libraries.
bool MayMatch(const CxxProgram& program, const CxxClause& clause) {
  PatternNames names;
  const auto add = [&](std::span<const CallPattern> patterns) {
    for (const CallPattern& pattern : patterns) names.Add(pattern, 0);
  };
  if (clause.sort == CxxClauseSort::kTypestate) {
    add(clause.typestate.made_by);
    add(clause.typestate.used_by);
  } else if (clause.sort == CxxClauseSort::kTaint) {
    add(clause.taint.sinks);
  } else if (clause.sort == CxxClauseSort::kLoop) {
    add(clause.loop.calls);
    add(clause.loop.connects);
    // Who waits may try again what no pattern names.
    add(clause.loop.waits);
  } else {
    add(clause.call.of);
  }
  // A timer may reconnect, and what it asks for is called by pointers.
  const auto reconnects = [](const ProgramFunction& entry) {
    return entry.function->is_address_taken && entry.function->name.contains("econnect");
  };
  return names.AnyIn(program) || (clause.sort == CxxClauseSort::kLoop &&
                                  std::ranges::any_of(program.functions(), reconnects));
}

auto OrderOf(const FlowOutcome& outcome) {
  const CxxPlace& place = outcome.at.place;
  return std::make_tuple(outcome.at.path, place.line, place.column, place.end_line,
                         place.end_column, outcome.rule->id, outcome.outcome);
}

auto OrderOfOpen(const OpenWrapper& open) {
  return std::make_tuple(std::string_view(open.name), open.header, open.rule->id);
}

/// Two alternatives of a rule, or two objects of one place, say it once.
bool SamePlace(const FlowOutcome& one, const FlowOutcome& other) {
  return OrderOf(one) == OrderOf(other);
}

void Sort(AnalysisResult& result) {
  std::ranges::stable_sort(result.outcomes, {}, OrderOf);
  result.outcomes.erase(std::unique(result.outcomes.begin(), result.outcomes.end(), SamePlace),
                        result.outcomes.end());
  std::ranges::stable_sort(result.open, {}, OrderOfOpen);
  const auto repeated = std::ranges::unique(result.open, {}, OrderOfOpen);
  result.open.erase(repeated.begin(), repeated.end());
  std::ranges::sort(result.far);
  result.far.erase(std::ranges::unique(result.far).begin(), result.far.end());
  std::ranges::sort(result.notices);
}

}  // namespace

AnalysisResult Analyse(const CxxProgram& program, std::span<const Rule* const> rules,
                       AnalysisOptions options) {
  const std::vector<Task> tasks = TasksOf(rules);
  AnalysisResult result;
  if (tasks.empty()) return result;
  const ValueSources sources(program);
  std::vector<AnalysisResult> parts(tasks.size());
  ParallelFor(tasks.size(), std::max(options.threads, 1U), [&](std::size_t index, unsigned) {
    const Task& task = tasks[index];
    if (options.looks_far && task.alternative->cxx->sort == CxxClauseSort::kTaint)
      FindFarTexts(program, sources, task.alternative->cxx->taint, parts[index]);
    if (!MayMatch(program, *task.alternative->cxx)) return;
    if (task.alternative->cxx->sort == CxxClauseSort::kTypestate) {
      AnalyseTypestate(program, sources, *task.rule, *task.alternative, parts[index]);
    } else if (task.alternative->cxx->sort == CxxClauseSort::kTaint) {
      AnalyseTaint(program, sources, *task.rule, *task.alternative, parts[index]);
    } else if (!task.loops.empty()) {
      AnalyseLoops(program, sources, task.loops, parts[index]);
    } else {
      AnalyseCalls(program, sources, *task.rule, *task.alternative, parts[index]);
    }
  });
  for (AnalysisResult& part : parts) {
    std::ranges::move(part.outcomes, std::back_inserter(result.outcomes));
    std::ranges::move(part.open, std::back_inserter(result.open));
    std::ranges::move(part.far, std::back_inserter(result.far));
    std::ranges::move(part.notices, std::back_inserter(result.notices));
  }
  Sort(result);
  return result;
}

}  // namespace gonogo
