#include "analyzer/engines/cxx/flow/loop_clause.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/retry_finder.h"

namespace gonogo {
namespace {

constexpr unsigned kMostOpenDepth = 1;

class LoopRun {
 public:
  LoopRun(const CxxProgram& program, const ValueSources& sources, std::span<const LoopTask> tasks)
      : program_(program),
        tasks_(tasks),
        clause_(tasks.front().alternative->cxx->loop),
        resolver_(program, sources, {}),
        matcher_(program, resolver_),
        attempts_(program, matcher_, clause_),
        traits_(program, matcher_, clause_),
        outcomes_(program, sources, attempts_, traits_, clause_.resumes),
        retries_(program, sources, traits_),
        finder_(outcomes_, retries_, clause_) {}

  void Tell(AnalysisResult& result) {
    std::set<FunctionId> told;
    for (const FunctionId id : attempts_.functions()) {
      for (const Retry& retry : finder_.In(id)) {
        for (const LoopTask& task : tasks_) Tell(retry, task, result);
        told.insert({id, retry.where});
        if (retry.pace.wait.event != kNoEvent) told.insert(retry.pace.wait.function);
      }
      TellOpen(id, result);
    }
    for (const Retry& retry : finder_.NamedTimers()) {
      const auto& runs = retry.attempt->targets;
      const auto known = [&](FunctionId run) { return told.contains(run); };
      if (known(retry.where) || std::ranges::any_of(runs, known)) continue;
      for (const LoopTask& task : tasks_) Tell(retry, task, result);
    }
  }

 private:
  /// The outcome of the question; empty where the loop is as it should be.
  static std::string_view Answer(const Retry& retry, LoopFault fault) {
    const bool endless = retry.bound.sort == BoundSort::kNothing;
    const PaceSort pace = retry.pace.sort;
    switch (fault) {
      case LoopFault::kEndless:
        if (!endless) return "bounded";
        return pace == PaceSort::kGrowing ? "possible" : "certain";
      case LoopFault::kUnpaced:
        if (pace != PaceSort::kNone) return "";
        return endless ? "certain" : "possible";
      case LoopFault::kConstantPace:
        if (pace != PaceSort::kConstant || retry.pace.jitter) return "";
        return endless ? "certain" : "possible";
      case LoopFault::kWithoutJitter:
        return pace == PaceSort::kGrowing && !retry.pace.jitter ? "certain" : "";
      case LoopFault::kHopeless:
        if (retry.hopeless == UINT32_MAX) return "";
        return retry.only_range ? "possible" : "certain";
    }
    return "";
  }

  void Tell(const Retry& retry, const LoopTask& task, AnalysisResult& result) const {
    FlowOutcome outcome;
    outcome.rule = task.rule;
    outcome.alternative = task.alternative;
    outcome.outcome = Answer(retry, task.alternative->cxx->loop.find);
    if (outcome.outcome.empty()) return;
    if (!Reports(*task.rule, outcome.outcome, outcome.grade)) return;
    const EventId at = retry.attempt->at;
    outcome.at = PlaceOf(program_, at);
    const std::vector<EventId> way = attempts_.WayDown(*retry.attempt);
    AddCapture(outcome, "call", CalledName(at));
    AddCapture(outcome, "tried", NameOfCallee(program_.EventAt(way.back())));
    AddCapture(outcome, "function", program_.function(at.function).function->name);
    AddCapture(outcome, "wait",
               retry.pace.wait.event == kNoEvent ? "nothing" : CalledName(retry.pace.wait));
    AddCapture(outcome, "bound", BoundName(retry.bound.sort));
    AddFlow(retry, way, outcome);
    AddSigns(retry, outcome);
    result.outcomes.push_back(std::move(outcome));
  }

  static std::string BoundName(BoundSort sort) {
    switch (sort) {
      case BoundSort::kNothing:
        return "nothing";
      case BoundSort::kCounter:
        return "a counter";
      case BoundSort::kClock:
        return "a clock";
      case BoundSort::kItems:
        return "a list";
      case BoundSort::kUnknown:
        return "a limit";
    }
    return "";
  }

  std::string CalledName(EventId at) const {
    const CxxEvent& event = program_.EventAt(at);
    if (!event.callee.empty()) return event.callee;
    const std::string name = event.self.kind == CxxValueKind::kObject
                                 ? NameOfObject(program_, at.function, event.self.object)
                                 : "";
    return name.empty() ? NameOfCallee(event) : name;
  }

  void AddFlow(const Retry& retry, const std::vector<EventId>& way, FlowOutcome& outcome) const {
    const FunctionId function = retry.where;
    const auto& blocks = program_.function(function).function->blocks;
    for (std::size_t i = 0; i < way.size(); ++i) {
      outcome.flow.push_back(
          {PlaceOf(program_, way[i]),
           fmt::format("{} '{}'", i == 0 ? "tries" : "which calls", CalledName(way[i]))});
    }
    if (retry.test < blocks.size()) {
      const CxxBlock& test = blocks[retry.test];
      if (test.place.line != 0) {
        outcome.flow.push_back({PlaceIn(program_, function, test.place), "its failure is tested"});
      } else {
        outcome.flow.push_back({outcome.at, "its exception is caught"});
      }
    }
    if (retry.hopeless < blocks.size()) {
      outcome.flow.push_back({PlaceIn(program_, function, blocks[retry.hopeless].place),
                              "an error that another try cannot pass"});
    }
    if (retry.pace.wait.event != kNoEvent) {
      outcome.flow.push_back({PlaceOf(program_, retry.pace.wait),
                              fmt::format("'{}' waits", CalledName(retry.pace.wait))});
    }
    if (retry.recursion != kNoEvent) {
      outcome.flow.push_back(
          {PlaceOf(program_, {function, retry.recursion}),
           fmt::format("'{}' begins anew", CalledName({function, retry.recursion}))});
      return;
    }
    outcome.flow.push_back({HeadOf(retry, outcome), "goes back and tries again"});
  }

  /// Where the loop begins: its condition, or the first that happens in it.
  FlowPlace HeadOf(const Retry& retry, const FlowOutcome& outcome) const {
    const FunctionId function = retry.where;
    const CxxBlock& head = program_.function(function).function->blocks[retry.head];
    if (head.place.line != 0) return PlaceIn(program_, function, head.place);
    for (const CxxEvent& event : head.events) {
      if (event.place.line != 0) return PlaceIn(program_, function, event.place);
    }
    return outcome.at;
  }

  static void AddSigns(const Retry& retry, FlowOutcome& outcome) {
    outcome.signs.push_back(retry.recursion == kNoEvent
                                ? "the loop goes back after the failure and not after success"
                                : "the function comes to itself again after the failure alone");
    if (retry.bound.sort == BoundSort::kNothing) {
      outcome.signs.push_back("no test on the way back counts attempts or looks at a clock");
    } else {
      outcome.signs.push_back(fmt::format("{} ends it", BoundName(retry.bound.sort)));
    }
    switch (retry.pace.sort) {
      case PaceSort::kNone:
        outcome.signs.push_back("nothing on the way back waits");
        break;
      case PaceSort::kConstant:
        outcome.signs.push_back("what it waits does not change from one attempt to the next");
        break;
      case PaceSort::kGrowing:
        outcome.signs.push_back("it waits longer with each attempt");
        break;
      case PaceSort::kUnknown:
        break;
    }
  }

  /// A function whose result says that the attempt failed: its callers may try again.
  void TellOpen(FunctionId id, AnalysisResult& result) {
    const CxxFunction& function = *program_.function(id).function;
    if (function.is_main || !function.parent.empty()) return;
    // What sets up a connection is called from loops elsewhere; of all that queries a database or
    // asks over HTTP the callers would be the whole program.
    const bool connects = std::ranges::any_of(attempts_.In(id), [](const Attempt& attempt) {
      return attempt.connects && !attempt.guessed;
    });
    if (!connects || attempts_.DepthOf(id) > kMostOpenDepth) return;
    if (outcomes_.MeaningOf(id).truth == OutcomeSign::kNone && !finder_.IsGuarded(id)) return;
    for (const LoopTask& task : tasks_) {
      if (!function.is_internal) AddOpen(result, program_, id, *task.rule);
      AddOpenPointers(result, program_, id, *task.rule);
    }
  }

  const CxxProgram& program_;
  std::span<const LoopTask> tasks_;
  const LoopClause& clause_;
  Resolver resolver_;
  PatternMatcher matcher_;
  Attempts attempts_;
  FunctionTraits traits_;
  OutcomeReader outcomes_;
  RetryReader retries_;
  RetryFinder finder_;
};

}  // namespace

void AnalyseLoops(const CxxProgram& program, const ValueSources& sources,
                  std::span<const LoopTask> tasks, AnalysisResult& result) {
  if (!tasks.empty()) LoopRun(program, sources, tasks).Tell(result);
}

}  // namespace gonogo
