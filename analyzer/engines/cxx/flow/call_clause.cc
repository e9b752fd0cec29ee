#include "analyzer/engines/cxx/flow/call_clause.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "analyzer/engines/cxx/flow/address_text.h"
#include "analyzer/engines/cxx/flow/choice.h"
#include "analyzer/engines/cxx/flow/contexts.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/text_constants.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

/// What the contexts of a function say of one event together.
struct Hit {
  const CallPattern* pattern = nullptr;
  Verdict best = Verdict::kNo;
  bool every = true;             // every context that is looked at
  bool failure = false;          // switched on by a failure of the program itself
  ContextId context = 0;         // the first that says it
  std::vector<EventId> callers;  // whose constants say it
};

class CallRun {
 public:
  CallRun(const CxxProgram& program, const ValueSources& sources, const CallClause& clause,
          bool only_fact)
      : program_(program),
        sources_(sources),
        clause_(clause),
        only_fact_(only_fact),
        resolver_(program, sources, Names(clause)),
        matcher_(program, resolver_),
        patterns_(Patterns(clause)),
        contexts_(program, sources, resolver_, patterns_, {}),
        choices_(program, sources, resolver_, clause.of.empty() ? "" : clause.of[0].name),
        live_(program, resolver_),
        texts_(program, sources, matcher_, live_) {
    matcher_.SetTexts(
        [this](const CxxValue& value, FunctionId in) { return texts_.Of(value, in); });
  }

  void Tell(const Rule& rule, const MatchAlternative& alternative, AnalysisResult& result) {
    for (ContextId id = 0; id < contexts_.all().size(); ++id) LookAt(id);
    for (const auto& [at, hit] : hits_) {
      if (hit.best >= Verdict::kSome) TellHit(rule, alternative, at, hit, result);
    }
    // Functions that are handed what decides leave the question to callers.
    for (const EventId at : open_) TellOpen(rule, at.function, result);
  }

 private:
  static std::set<std::string_view> Names(const CallClause& clause) {
    std::set<std::string_view> names;
    for (const CallPattern* pattern : Patterns(clause)) names.insert(pattern->name);
    return names;
  }

  static std::vector<const CallPattern*> Patterns(const CallClause& clause) {
    std::vector<const CallPattern*> patterns;
    for (const CallPattern& pattern : clause.of) patterns.push_back(&pattern);
    for (const CallPattern& pattern : clause.unless) patterns.push_back(&pattern);
    return patterns;
  }

  void LookAt(ContextId id) {
    const Context& context = contexts_.at(id);
    const auto& named = contexts_.EventsOf(context.function);
    if (named.empty()) return;
    const std::vector<bool> reached = Reached(context);
    for (const NamedEvent& event : named) {
      const EventId at{context.function, event.event};
      const std::uint32_t block = program_.function(at.function).block_of[at.event];
      LookAtEvent(id, at, event.patterns, reached[block]);
    }
  }

  /// Blocks that can be reached with the constants of the context.
  std::vector<bool> Reached(const Context& context) {
    const CxxFunction& function = *program_.function(context.function).function;
    std::vector<bool> reached(function.blocks.size());
    std::vector<std::uint32_t> open = {0};
    reached[0] = true;
    while (!open.empty()) {
      const CxxBlock& block = function.blocks[open.back()];
      open.pop_back();
      const std::optional<std::uint32_t> only = DecidedEdge(resolver_, context, block);
      for (std::uint32_t edge = 0; edge < block.next.size(); ++edge) {
        const std::uint32_t to = block.next[edge];
        if (to >= reached.size() || reached[to] || (only && *only != edge)) continue;
        reached[to] = true;
        open.push_back(to);
      }
    }
    return reached;
  }

  void LookAtEvent(ContextId id, EventId at, const std::vector<std::uint32_t>& patterns,
                   bool reached) {
    const Context& context = contexts_.at(id);
    Verdict best = Verdict::kNo;
    const CallPattern* fitting = nullptr;
    bool failure = false;
    for (const std::uint32_t index : patterns) {
      if (index >= clause_.of.size() || !reached) continue;
      const CallPattern& pattern = clause_.of[index];
      bool switched = false;
      Verdict verdict = Judge(pattern, at, context.given, switched);
      const bool asks = verdict >= Verdict::kSome && !context.given.empty();
      if (asks && !SomeCallerMeansIt(id, at, pattern)) verdict = Verdict::kNo;
      if (verdict <= best) continue;
      best = verdict;
      fitting = &pattern;
      failure = switched;
    }
    if (best == Verdict::kUnknown && context.from_outside) open_.insert(at);
    if (best < Verdict::kSome) {
      misses_.insert(at);
      return;
    }
    Hit& hit = hits_[at];
    if (hit.best < best) {
      hit.pattern = fitting;
      hit.best = best;
      hit.context = id;
    }
    hit.failure = hit.failure || failure;
    if (context.given.empty()) return;
    for (const ContextCaller& caller : context.callers) {
      hit.callers.push_back({contexts_.at(caller.context).function, caller.event});
    }
  }

  /// How surely the call is what the pattern describes, without what somebody chose.
  Verdict Judge(const CallPattern& pattern, EventId at, const ParameterConstants& given,
                bool& failure) {
    bool switched = false;
    matcher_.SetFilter([&](const Constant& constant) {
      if (constant.from.event != kNoEvent && IsTrialOf(constant.from.function, at)) return false;
      const Reason reason = choices_.Of(constant);
      switched = switched || reason == Reason::kFailure;
      return reason != Reason::kChoice;
    });
    const PatternVerdict answer = matcher_.Match(pattern, at, given);
    matcher_.SetFilter({});
    Verdict verdict = std::min(answer.verdict, answer.bound);
    if (verdict < Verdict::kSome) return verdict;
    if (IsPassedOn(at)) return Verdict::kNo;
    const Reason around = choices_.Of(at, given);
    // Whoever chose the call did not choose that it lacks something; and a program does what it
    // does behind a choice, too.
    const bool chosen = around == Reason::kChoice && !only_fact_ && !LooksForAbsence(pattern);
    if (chosen && !OnBothSides(pattern, at, given) && !IsOtherAddress(pattern, at, given))
      return Verdict::kNo;
    // Somebody may have changed it.
    if (around == Reason::kDefault) verdict = Verdict::kSome;
    const bool outside = around <= Reason::kDefault && !only_fact_ && !LooksForAbsence(pattern);
    if (outside && choices_.IsChosenOutside(at.function)) return Verdict::kNo;
    if (Excused(pattern, at, given)) return Verdict::kNo;
    failure = around == Reason::kFailure || (switched && verdict == Verdict::kSome);
    return verdict;
  }

  /// `void Reply::ignoreSslErrors() { inner->ignoreSslErrors(); }`: a class that wraps the
  /// library's adds nothing to what it is called for.
  bool IsPassedOn(EventId at) const {
    const CxxFunction& function = *program_.function(at.function).function;
    const CxxEvent& event = program_.EventAt(at);
    if (function.class_usr.empty()) return false;
    const auto handed = [](const CxxValue& argument) {
      return argument.kind == CxxValueKind::kObject && argument.object.root == CxxRoot::kParameter;
    };
    return std::ranges::all_of(event.arguments, handed) &&
           LastNameOf(function.name).starts_with(LastNameOf(event.callee));
  }

  static bool LooksForAbsence(const CallPattern& pattern) {
    const auto decides = [](const ArgumentPattern& form) {
      return form.sort != ArgumentSort::kAny && form.sort != ArgumentSort::kObject;
    };
    return std::ranges::any_of(pattern.arguments, &ArgumentPattern::negated) &&
           std::ranges::none_of(pattern.arguments, [&](const ArgumentPattern& form) {
             return decides(form) && !form.negated;
           });
  }

  /// A test decides nothing where its other side does the same.
  bool OnBothSides(const CallPattern& pattern, EventId at, const ParameterConstants& given) {
    const ProgramFunction& entry = program_.function(at.function);
    bool asked = false;
    FlowGraph& graph = choices_.GraphOf(at.function);
    for (const Guard& guard : graph.GuardsOf(entry.block_of[at.event])) {
      const CxxBlock& test = entry.function->blocks[guard.block];
      if (guard.leaves || test.is_loop) continue;
      if (choices_.OfTest(test.condition, guard.edge == 0, at.function, given) != Reason::kChoice) {
        continue;
      }
      asked = true;
      const std::vector<std::uint32_t> other = graph.Guarded(guard.block, 1 - guard.edge);
      const bool same =
          std::ranges::any_of(contexts_.EventsOf(at.function), [&](const NamedEvent& event) {
            const EventId there{at.function, event.event};
            return std::ranges::count(other, entry.block_of[event.event]) > 0 &&
                   program_.EventAt(there).callee == program_.EventAt(at).callee &&
                   matcher_.Match(pattern, there, given).verdict == Verdict::kYes;
          });
      if (!same) return false;
    }
    return asked;
  }

  /// Whether the choice is between two addresses, of which none is known to be encrypted.
  bool IsOtherAddress(const CallPattern& pattern, EventId at, const ParameterConstants& given) {
    if (!AsksForAddress(pattern)) return false;
    const ProgramFunction& entry = program_.function(at.function);
    FlowGraph& graph = choices_.GraphOf(at.function);
    const auto encrypted = [&](const CxxValue& value) {
      return std::ranges::any_of(resolver_.Resolve(value, at.function, given).constants,
                                 [](const Constant& constant) {
                                   return constant.value->kind == CxxValueKind::kText &&
                                          IsEncryptedAddress(constant.value->text);
                                 });
    };
    for (const Guard& guard : graph.GuardsOf(entry.block_of[at.event])) {
      const CxxBlock& test = entry.function->blocks[guard.block];
      if (guard.leaves || test.is_loop) continue;
      if (SpeaksOfEncryption(program_, at.function, test.condition)) return false;
      const std::vector<std::uint32_t> other = graph.Guarded(guard.block, 1 - guard.edge);
      for (const NamedEvent& event : contexts_.EventsOf(at.function)) {
        if (std::ranges::count(other, entry.block_of[event.event]) == 0) continue;
        if (std::ranges::any_of(entry.events[event.event]->arguments, encrypted)) return false;
      }
    }
    return true;
  }

  /// `SSL_get_verify_result(_)`: whatever object it is called with.
  static bool IsOfAnyObject(const CallPattern& pattern) {
    return pattern.sort == PatternSort::kCall && !pattern.arguments.empty() &&
           std::ranges::all_of(pattern.arguments, [](const ArgumentPattern& form) {
             return form.sort == ArgumentSort::kAny;
           });
  }

  /// Whether the program meets one of `unless` that asks for no object, wherever that is: what a
  /// callback lets pass is often looked at after the handshake, in another function.
  bool IsDoneByHand() {
    if (by_hand_) return *by_hand_;
    by_hand_ = false;
    if (std::ranges::none_of(clause_.unless, IsOfAnyObject)) return false;
    for (FunctionId id = 0; id < program_.functions().size(); ++id) {
      if (program_.IsOfTrial(id)) continue;
      for (const NamedEvent& event : contexts_.EventsOf(id)) {
        const auto excuses = [&](std::uint32_t index) {
          return index >= clause_.of.size() &&
                 IsOfAnyObject(clause_.unless[index - clause_.of.size()]);
        };
        if (std::ranges::any_of(event.patterns, excuses)) by_hand_ = true;
      }
    }
    return *by_hand_;
  }

  /// Whether the same object meets one of `unless` in the same function.
  bool Excused(const CallPattern& pattern, EventId at, const ParameterConstants& given) {
    if (clause_.unless.empty()) return false;
    if (IsDoneByHand()) return true;
    const std::string mine = ObjectKey(pattern, at);
    for (const NamedEvent& event : contexts_.EventsOf(at.function)) {
      const EventId there{at.function, event.event};
      for (const std::uint32_t index : event.patterns) {
        if (index < clause_.of.size()) continue;
        const CallPattern& unless = clause_.unless[index - clause_.of.size()];
        const PatternVerdict answer = matcher_.Match(unless, there, given);
        if (std::min(answer.verdict, answer.bound) < Verdict::kSome) continue;
        const std::string other = ObjectKey(unless, there);
        if (mine.empty() || other.empty() || mine == other || IsOfAnyObject(unless)) return true;
      }
    }
    return false;
  }

  /// Equal for what is one object in one function; empty where there is none.
  std::string ObjectKey(const CallPattern& pattern, EventId at) const {
    const ObjectAt place = PatternMatcher::ObjectOf(pattern, program_.EventAt(at), false);
    if (place.spot == ObjectSpot::kResult) return fmt::format("result {}", at.event);
    if (place.spot == ObjectSpot::kHolder) {
      CxxObject holder = *place.field;
      holder.path.pop_back();
      return KeyOf(holder, at.function);
    }
    if (place.value == nullptr) return "";
    if (place.value->kind == CxxValueKind::kResult) {
      return fmt::format("result {}", place.value->event);
    }
    return place.value->kind == CxxValueKind::kObject ? KeyOf(place.value->object, at.function)
                                                      : "";
  }

  std::string KeyOf(const CxxObject& object, FunctionId function) const {
    if (object.root == CxxRoot::kLocal && object.path.empty()) {
      const Sources& sources = sources_.Of(function, object.root, object.index);
      const bool single = sources.stores.size() == 1 && sources.stores[0].value != nullptr;
      if (single && sources.stores[0].value->kind == CxxValueKind::kResult) {
        return fmt::format("result {}", sources.stores[0].value->event);
      }
    }
    std::string key =
        fmt::format("{} {} {}", static_cast<int>(object.root), object.index, object.usr);
    for (const std::string& field : object.path) key += "/" + field;
    return key;
  }

  /// What a test chooses says nothing of the product.
  bool IsTrialOf(FunctionId chooser, EventId at) const {
    return program_.IsOfTrial(chooser) && !program_.IsOfTrial(at.function);
  }

  /// Of the callers whose constants say it, one that says so without anybody's choice. Where the
  /// call is what it is whatever they pass, they need not be asked.
  bool SomeCallerMeansIt(ContextId id, EventId at, const CallPattern& pattern) {
    bool failure = false;
    if (Judge(pattern, at, {}, failure) == Verdict::kYes) return true;
    const Context& context = contexts_.at(id);
    return std::ranges::any_of(context.callers, [&](const ContextCaller& caller) {
      const Context& from = contexts_.at(caller.context);
      if (IsTrialOf(from.function, at)) return false;
      return choices_.Of({from.function, caller.event}, from.given) != Reason::kChoice;
    });
  }

  void TellHit(const Rule& rule, const MatchAlternative& alternative, EventId at, const Hit& hit,
               AnalysisResult& result) {
    const bool every = !misses_.contains(at);
    const bool certain = hit.failure || (every && hit.best == Verdict::kYes);
    FlowOutcome outcome;
    outcome.rule = &rule;
    outcome.alternative = &alternative;
    outcome.outcome = certain ? "certain" : "possible";
    if (!Reports(rule, outcome.outcome, outcome.grade)) return;
    outcome.at = PlaceOf(program_, at);
    Captures(at, hit, outcome);
    const std::vector<EventId> chain =
        matcher_.ChainOf(*hit.pattern, at, contexts_.at(hit.context).given);
    if (!chain.empty() && rule.fact.empty() && ToldOf(chain, outcome, result)) return;
    Chain(chain, outcome);
    if (hit.failure) {
      outcome.signs.push_back("it is switched by a failure, not by anybody's choice");
    } else if (!every) {
      outcome.signs.push_back("only some callers pass this value");
    } else if (!certain) {
      outcome.signs.push_back("a variable that is passed here can have this value");
    } else if (!hit.callers.empty()) {
      outcome.signs.push_back("every caller passes this value");
    } else {
      outcome.signs.push_back("the value is fixed by the program, and no setting decides it");
    }
    result.outcomes.push_back(std::move(outcome));
  }

  /// A handler that is registered more than once is told of once, with the other places.
  bool ToldOf(const std::vector<EventId>& chain, const FlowOutcome& outcome,
              AnalysisResult& result) {
    const auto [first, fresh] = told_.emplace(chain[0].function, result.outcomes.size());
    if (!fresh) result.outcomes[first->second].related.push_back({outcome.at, "registered here"});
    return !fresh;
  }

  /// The calls of a function that was handed over, down to the one that is asked for.
  void Chain(const std::vector<EventId>& chain, FlowOutcome& outcome) {
    AddCapture(outcome, "reached",
               chain.empty() ? "" : NameOfCallee(program_.EventAt(chain.back())));
    for (const EventId step : chain) {
      outcome.flow.push_back({PlaceOf(program_, step),
                              fmt::format("calls '{}'", NameOfCallee(program_.EventAt(step)))});
    }
  }

  void Captures(EventId at, const Hit& hit, FlowOutcome& outcome) {
    const CxxEvent& event = program_.EventAt(at);
    const ParameterConstants& given = contexts_.at(hit.context).given;
    AddCaptures(outcome, program_, at.function, matcher_.Captures(*hit.pattern, at, given));
    AddCapture(outcome, "callee", NameOfCallee(event));
    AddCapture(outcome, "function", program_.function(at.function).function->name);
    const ObjectAt place = PatternMatcher::ObjectOf(*hit.pattern, event, false);
    std::string handle;
    if (place.spot == ObjectSpot::kValue && place.value->kind == CxxValueKind::kObject) {
      handle = NameOfObject(program_, at.function, place.value->object);
    } else if (place.spot == ObjectSpot::kValue && place.value->kind == CxxValueKind::kResult) {
      handle = NameOfHolder(program_, {at.function, place.value->event});
    } else if (place.spot == ObjectSpot::kHolder) {
      CxxObject holder = *place.field;
      holder.path.pop_back();
      handle = NameOfObject(program_, at.function, holder);
    } else if (place.spot == ObjectSpot::kResult) {
      handle = NameOfHolder(program_, at);
    }
    const bool called = handle.empty() && place.spot == ObjectSpot::kValue &&
                        place.value->kind == CxxValueKind::kResult;
    if (called) {
      handle =
          fmt::format("{}()", NameOfCallee(program_.EventAt({at.function, place.value->event})));
    }
    AddCapture(outcome, "handle", handle.empty() ? "it" : handle);
    Value(at, hit, given, outcome);
    for (const EventId caller : hit.callers) {
      outcome.flow.push_back(
          {PlaceOf(program_, caller),
           fmt::format("passed to '{}'", NameOfCallee(program_.EventAt(caller)))});
    }
    outcome.flow.push_back({outcome.at, fmt::format("used by '{}'", NameOfCallee(event))});
  }

  /// The constant that decides, and where it comes from.
  void Value(EventId at, const Hit& hit, const ParameterConstants& given, FlowOutcome& outcome) {
    const CxxEvent& event = program_.EventAt(at);
    std::string said;
    for (const CxxValue* value : PatternMatcher::Deciding(*hit.pattern, event)) {
      for (const Constant& constant : resolver_.Resolve(*value, at.function, given).constants) {
        if (constant.from.event != kNoEvent) {
          outcome.flow.push_back({PlaceOf(program_, constant.from), "set here"});
        }
        if (constant.value->kind != CxxValueKind::kText) said = Said(*constant.value);
      }
    }
    AddCapture(outcome, "value", said);
  }

  void TellOpen(const Rule& rule, FunctionId id, AnalysisResult& result) const {
    const CxxFunction& function = *program_.function(id).function;
    if (function.is_internal || function.is_main || !function.parent.empty()) return;
    AddOpen(result, program_, id, rule);
  }

  const CxxProgram& program_;
  const ValueSources& sources_;
  const CallClause& clause_;
  bool only_fact_;
  Resolver resolver_;
  PatternMatcher matcher_;
  std::vector<const CallPattern*> patterns_;
  Contexts contexts_;
  Choices choices_;
  LiveCode live_;
  TextConstants texts_;
  std::map<EventId, Hit> hits_;
  std::map<FunctionId, std::size_t> told_;  // handlers, with their outcome
  std::set<EventId> misses_;
  std::set<EventId> open_;
  std::optional<bool> by_hand_;  // once it was asked for
};

}  // namespace

void AnalyseCalls(const CxxProgram& program, const ValueSources& sources, const Rule& rule,
                  const MatchAlternative& alternative, AnalysisResult& result) {
  CallRun(program, sources, alternative.cxx->call, !rule.fact.empty() && rule.grades.empty())
      .Tell(rule, alternative, result);
}

}  // namespace gonogo
