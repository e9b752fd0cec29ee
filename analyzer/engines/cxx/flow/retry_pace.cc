#include "analyzer/engines/cxx/flow/retry_pace.h"

#include <algorithm>
#include <set>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/text_calls.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestValue = 5;
constexpr unsigned kDeepestDelay = 9;  // a delay may come out of a function of the program
constexpr unsigned kDeepestItem = 4;
constexpr unsigned kMostSteps = 500;  // values may be made of one another, widely

bool HasWord(std::string_view callee, std::span<const std::string_view> words) {
  const std::string name = LowerCase(LastNameOf(callee));
  return std::ranges::any_of(
      words, [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

bool SoundsLikeLimit(std::string_view callee) {
  constexpr std::string_view kWords[] = {"expire",  "timeout", "timedout", "elapsed", "exhaust",
                                         "attempt", "retr",    "giveup",   "limit",   "deadline"};
  return HasWord(callee, kWords);
}

bool SoundsLikeSupply(std::string_view callee) {
  constexpr std::string_view kWords[] = {"next", "pop",     "fgets",   "getline", "fetch",
                                         "recv", "receive", "dequeue", "accept",  "empty"};
  return HasWord(callee, kWords);
}

/// What hands out one of many.
bool SoundsLikeHandOut(std::string_view callee) {
  constexpr std::string_view kWords[] = {"next", "pop",  "get",   "fetch", "list",  "iter",
                                         "take", "read", "deque", "front", "accept"};
  return HasWord(callee, kWords);
}

/// What tells of a failure may wait for its own sake.
bool SoundsLikeLog(std::string_view callee) {
  constexpr std::string_view kWords[] = {"log",  "warn",  "error",  "debug", "print",
                                         "info", "trace", "notice", "fatal"};
  constexpr std::string_view kHandles[] = {"handle", "onerror", "on_error", "retry"};
  return HasWord(callee, kWords) && !HasWord(callee, kHandles);
}

/// The blocks behind another that return.
std::vector<bool> ReturnsBehind(const CxxFunction& function, std::uint32_t from) {
  std::vector<bool> seen(function.blocks.size());
  std::vector<bool> returns(function.blocks.size());
  std::vector<std::uint32_t> open = {from};
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    if (block >= seen.size() || seen[block]) continue;
    seen[block] = true;
    for (const CxxEvent& event : function.blocks[block].events)
      returns[block] = returns[block] || event.kind == CxxEventKind::kReturn;
    for (const std::uint32_t next : function.blocks[block].next) open.push_back(next);
  }
  return returns;
}

/// Whether the ways behind the block return in different places.
bool Decides(const CxxFunction& function, const CxxBlock& block) {
  if (block.next.size() != 2) return true;  // it returns the comparison itself
  return ReturnsBehind(function, block.next[0]) != ReturnsBehind(function, block.next[1]);
}

/// `wait_dequeue_timed`, `waitFor`: it waits, and no longer than it is told.
bool SaysTimedWait(std::string_view callee) {
  const std::vector<std::string> words = WordsOfName(LastNameOf(callee));
  const auto is = [&](std::string_view word) { return std::ranges::count(words, word) > 0; };
  return is("wait") && (is("timed") || is("for") || is("until") || is("timeout"));
}

void Raise(RetryPace& pace, PaceSort sort) { pace.sort = std::max(pace.sort, sort); }

}  // namespace

RetryBound RetryReader::BoundOf(const RetryCycle& cycle) const {
  const auto& blocks = program_.function(cycle.function).function->blocks;
  RetryBound found;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const CxxBlock& block = blocks[i];
    if (!cycle.blocks[i] || !block.has_condition || block.next.size() != 2) continue;
    if (!Ends(block, cycle, 0)) continue;
    // The condition of a range-for; a flag that no header declares has a name.
    const bool items = block.is_loop && block.condition.kind == CxxValueKind::kUnknown &&
                       block.condition.name.empty();
    steps_ = 0;
    BoundSort sort = items ? BoundSort::kItems : BoundIn(block.condition, cycle, 0);
    if (sort == BoundSort::kNothing && IsSecondTime(block, cycle)) sort = BoundSort::kCounter;
    const bool whole = cycle.list != nullptr;
    if (sort == BoundSort::kCounter && !whole && WalksUp(block.condition, cycle))
      sort = BoundSort::kItems;
    if (sort == BoundSort::kNothing && !whole && block.is_loop &&
        (IsNextItem(block.condition, cycle) || IsJustTaken(i, cycle) ||
         IsGivenAnother(block.condition, cycle)))
      sort = BoundSort::kItems;
    const bool says_attempts = SpeaksOfRetry(block.condition, cycle);
    if (sort == BoundSort::kCounter && !whole && !says_attempts && TriesItems(cycle))
      sort = BoundSort::kItems;
    if (sort == BoundSort::kNothing) continue;
    // Who counts attempts walks no list, whatever else ends it.
    const bool attempts = says_attempts && sort != BoundSort::kItems;
    const bool list = sort == BoundSort::kItems && !found.says_attempts;
    if (found.sort == BoundSort::kNothing || list || attempts) found = {sort, i, attempts};
  }
  return found;
}

/// Whether a variable in the condition is called a number of attempts: no list is walked then.
bool RetryReader::SpeaksOfRetry(const CxxValue& value, const RetryCycle& cycle) const {
  if (value.kind == CxxValueKind::kObject)
    return SoundsLikeRetry(NameOfObject(program_, cycle.function, value.object));
  return std::ranges::any_of(value.parts,
                             [&](const CxxValue& part) { return SpeaksOfRetry(part, cycle); });
}

/// `if (tried) return; tried = true;`: a flag that each failure sets, and that ends it.
bool RetryReader::IsSecondTime(const CxxBlock& block, const RetryCycle& cycle) const {
  const CxxValue* flag = &block.condition;
  const bool negated = flag->kind == CxxValueKind::kCombined && flag->operation == "!";
  if (negated && flag->parts.size() == 1) flag = &flag->parts[0];
  if (flag->kind != CxxValueKind::kObject) return false;
  const ProgramFunction& entry = program_.function(cycle.function);
  // A flag that each turn sets anew says nothing of the last one.
  std::set<std::int64_t> values;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxValue* set = StoredIn(flag->object, *entry.events[i]);
    if (set != nullptr && cycle.blocks[entry.block_of[i]])
      values.insert(set->kind == CxxValueKind::kInteger ? set->integer : -1);
  }
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxValue* set = StoredIn(flag->object, *entry.events[i]);
    if (set == nullptr || set->kind != CxxValueKind::kInteger) continue;
    const std::uint32_t home = entry.block_of[i];
    if (!cycle.blocks[home] || !IsOnEachWay(home, cycle)) continue;
    const bool holds = (set->integer != 0) != negated;
    const std::uint32_t next = block.next[holds ? 0 : 1];
    const bool alone = cycle.after_failure && !cycle.blocks[next] && values.size() == 1;
    if (!(*cycle.part)[next] || !cycle.leads_back[next] || alone) return true;
  }
  return false;
}

/// Whether no failure comes to the next attempt but through the block.
bool RetryReader::IsOnEachWay(std::uint32_t block, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  if (cycle.attempt == kNoEvent) return false;
  const std::uint32_t home = entry.block_of[cycle.attempt];
  if (block == home) return true;
  std::vector<bool> seen(cycle.blocks.size());
  std::vector<std::uint32_t> open = {home};
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    for (const std::uint32_t next : entry.function->blocks[at].next) {
      if (next == home) return false;
      if (next == block || seen[next] || !cycle.blocks[next]) continue;
      seen[next] = true;
      open.push_back(next);
    }
  }
  return true;
}

/// Whether each attempt is made with another item: then none is a repetition.
bool RetryReader::TriesItems(const RetryCycle& cycle) const {
  steps_ = 0;
  if (cycle.attempt == kNoEvent) return false;
  const CxxEvent& event = *program_.function(cycle.function).events[cycle.attempt];
  return IsOfItems(event.self, cycle, 0) ||
         std::ranges::any_of(event.arguments, [&](const CxxValue& argument) {
           return IsOfItems(argument, cycle, 0);
         });
}

/// `while ((one = list[i]))`: the loop ends where no item is left to try.
bool RetryReader::IsNextItem(const CxxValue& condition, const RetryCycle& cycle) const {
  const CxxValue* value = &condition;
  while (value->kind == CxxValueKind::kCombined && !value->parts.empty()) value = &value->parts[0];
  if (value->kind != CxxValueKind::kObject || value->object.root != CxxRoot::kLocal) return false;
  steps_ = 0;
  return IsOfItems(*value, cycle, 0) && TriesItems(cycle);
}

/// `while ((one = GetNext(list)) != NULL)`: what the condition has just been given is tried.
bool RetryReader::IsJustTaken(std::uint32_t head, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  if (cycle.attempt == kNoEvent) return false;
  const CxxEvent& attempt = *entry.events[cycle.attempt];
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool stores = entry.block_of[i] == head && event.kind == CxxEventKind::kStore &&
                        event.arguments.size() == 1 && event.target.kind == CxxValueKind::kObject;
    if (!stores || event.arguments[0].kind != CxxValueKind::kResult) continue;
    const std::uint32_t call = event.arguments[0].event;
    if (call == cycle.attempt || call >= entry.events.size()) continue;
    if (!SoundsLikeHandOut(entry.events[call]->callee)) continue;
    const CxxObject& taken = event.target.object;
    const auto is_of_it = [&](const CxxValue& value) {
      return value.kind == CxxValueKind::kObject && value.object.root == taken.root &&
             value.object.index == taken.index && value.object.usr == taken.usr;
    };
    if (is_of_it(attempt.self) || std::ranges::any_of(attempt.arguments, is_of_it)) return true;
  }
  return false;
}

bool RetryReader::IsOfItems(const CxxValue& value, const RetryCycle& cycle, unsigned depth) const {
  if (depth > kDeepestItem || ++steps_ > kMostSteps) return false;
  if (value.kind == CxxValueKind::kCombined) {
    return std::ranges::any_of(
        value.parts, [&](const CxxValue& part) { return IsOfItems(part, cycle, depth + 1); });
  }
  const ProgramFunction& entry = program_.function(cycle.function);
  if (value.kind == CxxValueKind::kResult && value.event < entry.events.size()) {
    const CxxEvent& made = *entry.events[value.event];
    // `connect(*one++)`
    const bool steps =
        LastNameOf(made.callee).starts_with("operator") && IsOfItems(made.self, cycle, depth + 1);
    return steps || std::ranges::any_of(made.arguments, [&](const CxxValue& part) {
             return IsOfItems(part, cycle, depth + 1);
           });
  }
  if (value.kind != CxxValueKind::kObject) return false;
  const CxxObject& object = value.object;
  CxxObject whole = object;
  whole.path.clear();
  if (std::ranges::count(object.path, "[]") > 0 || IsStepped(whole, cycle)) return true;
  if (TakesItems(object, cycle, depth)) return true;
  if (object.root != CxxRoot::kLocal) return false;
  for (const Source& source : sources_.Of(cycle.function, object.root, object.index).stores) {
    if (source.value == nullptr || source.at.event >= entry.events.size()) continue;
    if (!cycle.blocks[entry.block_of[source.at.event]]) continue;
    if (IsOfItems(*source.value, cycle, depth + 1)) return true;
  }
  return false;
}

/// Whether a field of the object is given another item each time.
bool RetryReader::TakesItems(const CxxObject& object, const RetryCycle& cycle,
                             unsigned depth) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool stores = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                        event.target.kind == CxxValueKind::kObject;
    if (!stores || !cycle.blocks[entry.block_of[i]]) continue;
    const CxxObject& target = event.target.object;
    const bool within = target.root == object.root && target.index == object.index &&
                        target.usr == object.usr && target.path.size() > object.path.size() &&
                        object.root != CxxRoot::kThis;
    if (within && IsOfItems(event.arguments[0], cycle, depth + 1)) return true;
  }
  return false;
}

/// Whether it compares a field that is counted somewhere, and what it returns depends on that.
bool RetryReader::LooksAtCounter(FunctionId function) const {
  const auto counted = [&](const CxxValue& part) {
    return part.kind == CxxValueKind::kObject && IsSteppedAnywhere(part.object);
  };
  const CxxFunction& body = *program_.function(function).function;
  return std::ranges::any_of(body.blocks, [&](const CxxBlock& block) {
    return IsComparisonOperation(block.condition.operation) &&
           std::ranges::any_of(block.condition.parts, counted) && Decides(body, block);
  });
}

BoundSort RetryReader::BoundIn(const CxxValue& value, const RetryCycle& cycle,
                               unsigned depth) const {
  if (depth > kDeepestValue || ++steps_ > kMostSteps) return BoundSort::kNothing;
  switch (value.kind) {
    case CxxValueKind::kObject:
      return BoundInObject(value, cycle, depth);
    case CxxValueKind::kResult:
      return BoundInCall(value, cycle, depth);
    case CxxValueKind::kCombined:
      for (const CxxValue& part : value.parts) {
        const BoundSort sort = BoundIn(part, cycle, depth + 1);
        if (sort != BoundSort::kNothing) return sort;
      }
      return BoundSort::kNothing;
    case CxxValueKind::kUnknown:
      return WalksUndeclared(value.name, cycle) ? BoundSort::kItems : BoundSort::kNothing;
    default:
      return BoundSort::kNothing;
  }
}

BoundSort RetryReader::BoundInCall(const CxxValue& value, const RetryCycle& cycle,
                                   unsigned depth) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  if (value.event >= entry.events.size() || value.event == cycle.attempt) {
    return BoundSort::kNothing;
  }
  const EventId at{cycle.function, value.event};
  const CxxEvent& event = *entry.events[value.event];
  if (traits_.IsClock(at)) return BoundSort::kClock;
  for (const CallSite& site : entry.calls) {
    if (site.event != value.event || site.reference) continue;
    for (const FunctionId target : site.targets) {
      if (traits_.TellsTime(target)) return BoundSort::kClock;
      // What is handed out may be counted, and so may how long it waits: that ends nothing.
      const bool number = SignOfType(value.type) == OutcomeSign::kFailure || value.type == "bool";
      const bool counts = traits_.Counts(target) && !traits_.Waits(target);
      if (number && (counts || LooksAtCounter(target))) return BoundSort::kCounter;
    }
  }
  // What is seen neither to count nor to look at a clock is no limit, whatever its name.
  const bool seen = !program_.TargetsOf(at).empty();
  if (!seen && SoundsLikeLimit(event.callee)) return BoundSort::kUnknown;
  // An answer without a text is no list without elements.
  const bool text = TextTypeOf(event.self.type) == TextType::kText;
  if (!text && SoundsLikeSupply(event.callee)) return BoundSort::kItems;
  BoundSort found = BoundIn(event.self, cycle, depth + 1);
  for (const CxxValue& argument : event.arguments) {
    if (found == BoundSort::kNothing) found = BoundIn(argument, cycle, depth + 1);
  }
  return found;
}

BoundSort RetryReader::BoundInObject(const CxxValue& value, const RetryCycle& cycle,
                                     unsigned depth) const {
  const CxxObject& object = value.object;
  // The next element, or the end of the list: something counts where the list is read.
  if (std::ranges::count(object.path, "[]") > 0 && StepsThrough(cycle)) {
    return TriesItems(cycle) ? BoundSort::kItems : BoundSort::kCounter;
  }
  if (object.path.empty() && WalksUnseen(object, cycle)) return BoundSort::kItems;
  if (IsStepped(object, cycle) || IsPassedOn(object, cycle)) {
    return IsWalked(object, cycle) ? BoundSort::kItems : BoundSort::kCounter;
  }
  if (!object.path.empty() && object.path.back() != "[]" && IsSteppedAnywhere(object)) {
    return BoundSort::kCounter;
  }
  if (object.root == CxxRoot::kGlobal && SetsAlarm(object, cycle)) return BoundSort::kClock;
  const bool local = object.root == CxxRoot::kLocal || object.root == CxxRoot::kParameter;
  if (!local || !object.path.empty()) return BoundSort::kNothing;
  const ProgramFunction& entry = program_.function(cycle.function);
  for (const Source& source : sources_.Of(cycle.function, object.root, object.index).stores) {
    if (source.value == nullptr || source.at.event >= entry.events.size()) continue;
    if (!cycle.blocks[entry.block_of[source.at.event]]) continue;
    const BoundSort sort = BoundIn(*source.value, cycle, depth + 1);
    if (sort != BoundSort::kNothing) return sort;
  }
  return BoundSort::kNothing;
}

RetryPace RetryReader::PaceOf(const RetryCycle& cycle, unsigned deepest) const {
  RetryPace pace;
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    if (i != cycle.attempt && cycle.blocks[entry.block_of[i]]) {
      AddWait({cycle.function, i}, cycle, deepest, pace);
    }
  }
  // What is tried may wait itself before it says that it failed, or may try several times.
  if (pace.sort == PaceSort::kNone && cycle.attempt != kNoEvent) {
    AddWait({cycle.function, cycle.attempt}, cycle, deepest, pace);
    if (pace.sort != PaceSort::kNone) Raise(pace, PaceSort::kUnknown);
  }
  return pace;
}

void RetryReader::AddWait(EventId at, const RetryCycle& cycle, unsigned deepest,
                          RetryPace& pace) const {
  const ProgramFunction& entry = program_.function(at.function);
  const CxxEvent& event = *entry.events[at.event];
  if (traits_.IsRandom(at)) pace.jitter = true;
  const PaceSort before = pace.sort;
  steps_ = 0;
  const Frame here{.function = at.function, .cycle = &cycle};
  for (const WaitCall& wait : traits_.WaitsIn(at.function)) {
    if (wait.at != at) continue;
    Raise(pace, PaceSort::kConstant);
    if (wait.how_long != nullptr) Measure(*wait.how_long, here, 0, pace);
    if (wait.how_long == nullptr) Raise(pace, PaceSort::kUnknown);
  }
  bool seen = false;
  for (const CallSite& site : entry.calls) {
    if (site.event != at.event || (site.reference && cycle.recursion != at.event)) continue;
    for (const FunctionId target : site.targets) {
      seen = true;
      const bool waits = deepest > 0 && !SoundsLikeLog(event.callee) && traits_.Waits(target);
      if (target == at.function || !waits) continue;
      AddWaitsBelow(target, {.function = target, .caller = &event, .outer = &here}, deepest - 1,
                    pace);
    }
  }
  // What waits deep inside a template of the tree says so.
  const bool named = seen ? pace.sort == PaceSort::kNone && SaysTimedWait(event.callee)
                          : SoundsLikeWait(event.callee);
  const bool sounds = event.kind == CxxEventKind::kCall && event.in_tree && named;
  if (sounds && event.arguments.empty()) Raise(pace, PaceSort::kUnknown);
  if (sounds && !event.arguments.empty()) {
    Raise(pace, PaceSort::kConstant);
    for (const CxxValue& argument : event.arguments) Measure(argument, here, 0, pace);
  }
  if (before == PaceSort::kNone && pace.sort != PaceSort::kNone) pace.wait = at;
}

void RetryReader::AddWaitsBelow(FunctionId function, const Frame& frame, unsigned deepest,
                                RetryPace& pace) const {
  for (const WaitCall& wait : traits_.WaitsIn(function)) {
    Raise(pace, PaceSort::kConstant);
    if (wait.how_long != nullptr) Measure(*wait.how_long, frame, 0, pace);
  }
  if (traits_.DrawsAtRandom(function)) pace.jitter = true;
  if (deepest == 0) return;
  for (const CallSite& site : program_.function(function).calls) {
    const CxxEvent& call = *program_.function(function).events[site.event];
    if (site.reference || SoundsLikeLog(call.callee)) continue;
    for (const FunctionId target : site.targets) {
      if (target == function || !traits_.Waits(target)) continue;
      AddWaitsBelow(target, {.function = target, .caller = &call, .outer = &frame}, deepest - 1,
                    pace);
    }
  }
}

void RetryReader::Measure(const CxxValue& value, const Frame& frame, unsigned depth,
                          RetryPace& pace) const {
  if (depth > kDeepestDelay || ++steps_ > kMostSteps) return;
  switch (value.kind) {
    case CxxValueKind::kObject:
      return MeasureObject(value.object, frame, depth, pace);
    case CxxValueKind::kResult:
      return MeasureCall(value, frame, depth, pace);
    case CxxValueKind::kCombined:
      for (const CxxValue& part : value.parts) Measure(part, frame, depth + 1, pace);
      return;
    case CxxValueKind::kUnknown:
      // A field of a type that no header declares: mostly a setting.
      if (frame.cycle != nullptr && StepsUndeclared(value.name, *frame.cycle))
        return Raise(pace, PaceSort::kGrowing);
      return SoundsLikeSleep(value.name) ? Raise(pace, PaceSort::kUnknown) : void();
    default:
      return;
  }
}

void RetryReader::MeasureObject(const CxxObject& object, const Frame& frame, unsigned depth,
                                RetryPace& pace) const {
  const ProgramFunction& entry = program_.function(frame.function);
  // An element of a table of delays.
  const bool element = std::ranges::count(object.path, "[]") > 0;
  const bool stepped = frame.cycle != nullptr && IsStepped(object, *frame.cycle);
  // `clock_gettime(clock, &then); then.tv_sec += 5;`
  if (stepped && IsReadAnew(object, *frame.cycle)) return;
  if (element || stepped || IsSteppedAnywhere(object)) return Raise(pace, PaceSort::kGrowing);
  if (object.root == CxxRoot::kParameter && object.path.empty() && frame.cycle == nullptr) {
    const bool given = frame.caller != nullptr && object.index < frame.caller->arguments.size();
    if (given && IsGivenBack(object, frame)) return Raise(pace, PaceSort::kGrowing);
    if (given) Measure(frame.caller->arguments[object.index], *frame.outer, depth + 1, pace);
    return;
  }
  const bool local = object.root == CxxRoot::kLocal || object.root == CxxRoot::kParameter;
  if (!local) return;
  for (const Source& source : sources_.Of(frame.function, object.root, object.index).stores) {
    if (source.value == nullptr || source.at.event >= entry.events.size()) continue;
    const CxxEvent& event = *entry.events[source.at.event];
    if (frame.cycle == nullptr && IsStep(entry, event)) Raise(pace, PaceSort::kGrowing);
    if (event.kind == CxxEventKind::kConstruct) {
      for (const CxxValue& part : event.arguments) Measure(part, frame, depth + 1, pace);
    } else {
      Measure(*source.value, frame, depth + 1, pace);
    }
  }
  for (const auto& [field, source] : sources_.Partial(frame.function, object.root, object.index)) {
    if (source.value != nullptr) Measure(*source.value, frame, depth + 1, pace);
  }
}

}  // namespace gonogo
