// The steps of RetryReader: what a cycle changes by what it was before, and whether that counts or
// walks a list.
#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/retry_pace.h"
#include "analyzer/engines/cxx/flow/usr_name.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {
namespace {

/// `die`, `fatal_error`, `csync_fatal`; not `log_fatal`.
bool SoundsLikeEnd(std::string_view callee) {
  constexpr std::string_view kEnds[] = {"die", "fatal", "panic", "bail", "errx", "exit", "abort"};
  const std::vector<std::string> words = WordsOfName(LastNameOf(callee));
  const auto is = [&](std::string_view word) { return std::ranges::count(words, word) > 0; };
  return std::ranges::any_of(kEnds, is) && !is("log") && !is("is") && !is("set");
}

/// The locals of which the value reads a field.
void AddLocalsWithFields(const CxxValue& value, std::vector<std::uint32_t>& locals) {
  if (value.kind == CxxValueKind::kObject && value.object.root == CxxRoot::kLocal &&
      !value.object.path.empty()) {
    locals.push_back(value.object.index);
  }
  for (const CxxValue& part : value.parts) AddLocalsWithFields(part, locals);
}

}  // namespace

/// Whether the loop ends behind the block: at once, or in `++tries >= most && most` behind the next
/// test, of which the other way is the same.
bool RetryReader::Ends(const CxxBlock& block, const RetryCycle& cycle, unsigned depth) const {
  constexpr unsigned kMostTests = 3;
  const bool at_once = std::ranges::any_of(block.next, [&](std::uint32_t next) {
    const bool alone = cycle.after_failure && !cycle.blocks[next];
    return !(*cycle.part)[next] || !cycle.leads_back[next] || alone ||
           EndsProgram(cycle.function, next, 0);
  });
  if (at_once || depth == kMostTests) return at_once;
  const auto& blocks = program_.function(cycle.function).function->blocks;
  for (std::size_t side = 0; side < 2; ++side) {
    const CxxBlock& test = blocks[block.next[side]];
    const std::uint32_t other = block.next[1 - side];
    if (!test.has_condition || test.is_loop || test.next.size() != 2) continue;
    const bool joined = test.next[0] == other || test.next[1] == other;
    if (joined && Ends(test, cycle, depth + 1)) return true;
  }
  return false;
}

/// `for (one = ...; &one->node != head; one = container_of(...))`: a variable of which the
/// condition reads a field is given something else in each turn, and the attempt is made with it.
bool RetryReader::IsGivenAnother(const CxxValue& condition, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  if (cycle.attempt == kNoEvent) return false;
  std::vector<std::uint32_t> locals;
  AddLocalsWithFields(condition, locals);
  const auto is_one = [&](const CxxValue& value) {
    return value.kind == CxxValueKind::kObject && value.object.root == CxxRoot::kLocal &&
           std::ranges::count(locals, value.object.index) > 0;
  };
  const CxxEvent& attempt = *entry.events[cycle.attempt];
  if (!is_one(attempt.self) && std::ranges::none_of(attempt.arguments, is_one)) return false;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool stores = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                        is_one(event.target) && event.target.object.path.empty();
    // What a call makes anew is tried for the same end.
    if (stores && cycle.blocks[entry.block_of[i]] &&
        event.arguments[0].kind != CxxValueKind::kResult)
      return true;
  }
  return false;
}

const CxxValue* StoredIn(const CxxObject& object, const CxxEvent& event) {
  const bool stores = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                      event.target.kind == CxxValueKind::kObject &&
                      SameObject(event.target.object, object);
  return stores ? &event.arguments[0] : nullptr;
}

const std::vector<const CxxObject*>& RetryReader::Stepped(const RetryCycle& cycle) const {
  if (!cycle.stepped) cycle.stepped = StepsIn(cycle);
  return *cycle.stepped;
}

bool RetryReader::IsStepped(const CxxObject& object, const RetryCycle& cycle) const {
  return std::ranges::any_of(
      Stepped(cycle), [&](const CxxObject* stepped) { return SameObject(*stepped, object); });
}

std::vector<const CxxObject*> RetryReader::StepsIn(const RetryCycle& cycle) const {
  std::vector<const CxxObject*> stepped;
  const ProgramFunction& entry = program_.function(cycle.function);
  const auto add = [&](const CxxValue& value) {
    if (value.kind == CxxValueKind::kObject) stepped.push_back(&value.object);
  };
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    if (!cycle.blocks[entry.block_of[i]] || !IsStep(entry, event)) continue;
    add(event.kind == CxxEventKind::kCall ? event.self : event.target);
    if (event.kind != CxxEventKind::kCall) continue;
    for (const CxxValue& argument : event.arguments) add(argument);
  }
  return stepped;
}

/// `for (one = list; *one; one++)`: what is counted upwards never becomes zero, so it is a pointer.
bool RetryReader::WalksUp(const CxxValue& condition, const RetryCycle& cycle) const {
  if (condition.kind != CxxValueKind::kObject || condition.object.root != CxxRoot::kLocal)
    return false;
  const ProgramFunction& entry = program_.function(cycle.function);
  bool up = false;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxValue* value = StoredIn(condition.object, *entry.events[i]);
    if (value == nullptr || !cycle.blocks[entry.block_of[i]]) continue;
    if (value->kind != CxxValueKind::kCombined || value->operation != "+") return false;
    up = true;
  }
  return up;
}

/// Whether something is stored in the cycle in a variable that only its name tells.
bool RetryReader::StepsUndeclared(std::string_view name, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool stores = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                        event.target.kind == CxxValueKind::kUnknown && event.target.name == name;
    if (stores && cycle.blocks[entry.block_of[i]] && !IsConstant(event.arguments[0])) return true;
  }
  return false;
}

/// `for (one = all; one != NULL; one = one->next)` where no header declares what it is.
bool RetryReader::WalksUndeclared(std::string_view name, const RetryCycle& cycle) const {
  if (name.empty()) return false;
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool stores = event.kind == CxxEventKind::kStore && !event.arguments.empty() &&
                        event.target.kind == CxxValueKind::kUnknown && event.target.name == name;
    if (stores && cycle.blocks[entry.block_of[i]] && event.arguments[0].name.ends_with("next"))
      return true;
  }
  return false;
}

/// The same of a variable whose fields no header declares.
bool RetryReader::WalksUnseen(const CxxObject& object, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxValue* value = StoredIn(object, *entry.events[i]);
    if (value == nullptr || !cycle.blocks[entry.block_of[i]]) continue;
    if (value->kind == CxxValueKind::kUnknown && value->name.ends_with("next")) return true;
    // `one = one->next`, of which only the variable is known.
    const bool field = value->kind == CxxValueKind::kCombined && value->operation == "recovered" &&
                       value->parts.size() == 1 && value->parts[0].kind == CxxValueKind::kObject;
    if (field && SameObject(value->parts[0].object, object)) return true;
  }
  return false;
}

/// `alarm(seconds)` before the loop: a flag that ends it is the clock's, unless another signal sets
/// it.
bool RetryReader::SetsAlarm(const CxxObject& flag, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  bool sets = false;
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const bool alarm = event.kind == CxxEventKind::kCall &&
                       (event.callee == "alarm" || event.callee == "setitimer");
    // Within the loop it is set anew for each turn, and ends that.
    sets = sets || (alarm && !(*cycle.part)[entry.block_of[i]]);
  }
  if (!sets) return false;
  constexpr std::int64_t kAlarmSignal = 14;
  const std::string name = LowerCase(LastNameOfUsr(flag.usr));
  const auto says = [&](std::string_view signal) { return name.contains(signal); };
  bool other = says("sigint") || says("sigterm") || says("sigquit") || says("sighup");
  for (const Source& source : sources_.OfGlobal(flag.usr).stores) {
    for (const EventId caller : program_.function(source.at.function).callers) {
      const CxxEvent& event = program_.EventAt(caller);
      const bool registers = event.callee == "signal" && !event.arguments.empty() &&
                             event.arguments[0].kind == CxxValueKind::kInteger;
      if (registers && event.arguments[0].integer == kAlarmSignal) return true;
      other = other || registers;
    }
  }
  return !other;
}

/// Whether something counts, and does not begin at the first again.
bool RetryReader::StepsThrough(const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  const auto starts_again = [&](const CxxObject* stepped) {
    for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
      const CxxValue* set = StoredIn(*stepped, *entry.events[i]);
      const bool resets = set != nullptr && set->kind == CxxValueKind::kInteger;
      if (resets && cycle.blocks[entry.block_of[i]]) return true;
    }
    return false;
  };
  return !Stepped(cycle).empty() && std::ranges::none_of(Stepped(cycle), starts_again);
}

/// `one = one->next`: a list, not a count.
bool RetryReader::IsWalked(const CxxObject& object, const RetryCycle& cycle) const {
  const ProgramFunction& entry = program_.function(cycle.function);
  for (std::uint32_t i = 0; i < entry.events.size(); ++i) {
    const CxxEvent& event = *entry.events[i];
    const CxxValue* value = StoredIn(object, event);
    if (value == nullptr || !cycle.blocks[entry.block_of[i]]) continue;
    const bool next = value->kind == CxxValueKind::kObject &&
                      value->object.path.size() > object.path.size() && IsStep(entry, event);
    if (next) return true;
  }
  return false;
}

/// A parameter that the recursion gets anew, made of what it was.
bool RetryReader::IsPassedOn(const CxxObject& object, const RetryCycle& cycle) const {
  if (cycle.recursion == kNoEvent || object.root != CxxRoot::kParameter) return false;
  // What another function is given says nothing of the own parameter.
  const auto targets = program_.TargetsOf({cycle.function, cycle.recursion});
  if (std::ranges::count(targets, cycle.function) == 0) return false;
  const CxxEvent& call = *program_.function(cycle.function).events[cycle.recursion];
  if (object.index >= call.arguments.size()) return false;
  const CxxValue& passed = call.arguments[object.index];
  // `Open(host, false)` behind a test of that parameter is tried once more.
  return passed.kind == CxxValueKind::kCombined || passed.kind == CxxValueKind::kInteger;
}

bool RetryReader::IsSteppedAnywhere(const CxxObject& object) const {
  const auto steps = [&](const Source& source) {
    const ProgramFunction& entry = program_.function(source.at.function);
    return source.at.event < entry.events.size() && IsStep(entry, *entry.events[source.at.event]);
  };
  if (!object.path.empty()) {
    return std::ranges::any_of(sources_.OfField(object.path.back()).stores, steps);
  }
  if (object.root != CxxRoot::kGlobal) return false;
  return std::ranges::any_of(sources_.OfGlobal(object.usr).stores, steps);
}

/// `if (++busy > limit) Die("locked")`: who dies does not try again, declared so or not.
bool RetryReader::EndsProgram(FunctionId function, std::uint32_t block, unsigned depth) const {
  const ProgramFunction& entry = program_.function(function);
  const auto ends = [&](const CxxEvent& event) {
    if (NeverReturns(event)) return true;
    if (event.kind != CxxEventKind::kCall || event.usr.empty() || depth == kDeepestWait)
      return false;
    const std::vector<FunctionId> targets = program_.Callees(function, event.usr, event.is_virtual);
    // Of a body that was not read the name says it.
    if (targets.empty()) return SoundsLikeEnd(event.callee);
    return targets.size() == 1 && NeverComesBack(targets[0], depth + 1);
  };
  return std::ranges::any_of(entry.function->blocks[block].events, ends);
}

bool RetryReader::NeverComesBack(FunctionId function, unsigned depth) const {
  constexpr std::size_t kMostBlocks = 24;  // of what says why and goes
  const auto& blocks = program_.function(function).function->blocks;
  if (blocks.empty() || blocks.size() > kMostBlocks) return false;
  std::vector<bool> seen(blocks.size());
  std::vector<std::uint32_t> open = {0};
  bool ended = false;
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    if (EndsProgram(function, at, depth)) {
      ended = true;
      continue;
    }
    if (blocks[at].next.empty()) return false;
    for (const std::uint32_t next : blocks[at].next) open.push_back(next);
  }
  return ended;
}

}  // namespace gonogo
