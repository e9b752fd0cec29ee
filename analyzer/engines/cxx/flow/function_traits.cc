#include "analyzer/engines/cxx/flow/function_traits.h"

#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr unsigned kDeepestWait = 4;
constexpr unsigned kDeepestOther = 2;
constexpr unsigned kDeepestValue = 4;

bool IsArithmetic(std::string_view operation) {
  return operation == "+" || operation == "-" || operation == "*" || operation == "<<" ||
         operation == ">>" || operation == "/";
}

/// What a value is made of: its parts, or what the call was given whose result it is.
std::vector<const CxxValue*> PartsOf(const ProgramFunction& entry, const CxxValue& value) {
  std::vector<const CxxValue*> parts;
  for (const CxxValue& part : value.parts) parts.push_back(&part);
  if (value.kind == CxxValueKind::kResult && value.event < entry.events.size()) {
    const CxxEvent& event = *entry.events[value.event];
    if (event.kind == CxxEventKind::kCall) parts.push_back(&event.self);
    for (const CxxValue& part : event.arguments) parts.push_back(&part);
  }
  return parts;
}

/// Whether the object, or what it points to next, is part of the value.
bool Holds(const ProgramFunction& entry, const CxxValue& value, const CxxObject& object,
           unsigned depth) {
  if (depth > kDeepestValue) return false;
  if (value.kind == CxxValueKind::kObject) {
    const CxxObject& other = value.object;
    return other.root == object.root && other.index == object.index && other.usr == object.usr &&
           other.path.size() >= object.path.size() &&
           std::ranges::equal(object.path, std::span(other.path).first(object.path.size()));
  }
  return std::ranges::any_of(PartsOf(entry, value), [&](const CxxValue* part) {
    return Holds(entry, *part, object, depth + 1);
  });
}

bool HasArithmetic(const ProgramFunction& entry, const CxxValue& value, unsigned depth) {
  if (depth > kDeepestValue) return false;
  if (value.kind == CxxValueKind::kCombined && IsArithmetic(value.operation)) return true;
  constexpr std::string_view kOperator = "operator";
  if (value.kind == CxxValueKind::kResult && value.event < entry.events.size()) {
    const std::string_view name = LastNameOf(entry.events[value.event]->callee);
    if (name.starts_with(kOperator) && IsArithmetic(name.substr(kOperator.size()))) return true;
  }
  return std::ranges::any_of(PartsOf(entry, value), [&](const CxxValue* part) {
    return HasArithmetic(entry, *part, depth + 1);
  });
}

}  // namespace

bool IsStep(const ProgramFunction& entry, const CxxEvent& event) {
  const auto stepped = [](const CxxValue& self, std::string_view name) {
    return self.kind == CxxValueKind::kObject &&
           (name == "operator++" || name == "operator--" || name == "operator+=" ||
            name == "operator*=" || name == "operator-=" || name == "operator<<=");
  };
  const bool call = event.kind == CxxEventKind::kCall;
  const std::string_view name = call ? LastNameOf(event.callee) : "";
  if (call && name != "operator=") {
    if (name == "advance" || name == "getline" || name == "fetch_add") return true;
    return stepped(event.self, name) ||
           (!event.arguments.empty() && stepped(event.arguments[0], name));
  }
  const bool stores =
      event.kind == CxxEventKind::kStore || event.kind == CxxEventKind::kConstruct || call;
  const CxxValue& target = call ? event.self : event.target;
  if (!stores || target.kind != CxxValueKind::kObject || event.arguments.empty()) return false;
  const CxxValue& value = event.arguments[0];
  // `one = one->next`; not `link->wait = link->config->wait`.
  const bool next =
      value.kind == CxxValueKind::kObject && value.object.path.size() > target.object.path.size() &&
      std::equal(target.object.path.begin(), target.object.path.end(), value.object.path.begin());
  return Holds(entry, value, target.object, 0) && (next || HasArithmetic(entry, value, 0));
}

bool SoundsLikeWait(std::string_view callee) {
  const std::string name = LowerCase(LastNameOf(callee));
  for (const std::string_view word : {"sleep", "wait", "delay", "pause", "backoff", "back_off"}) {
    if (name.find(word) != std::string::npos) return true;
  }
  return false;
}

bool SoundsLikeSleep(std::string_view callee) {
  const std::string name = LowerCase(LastNameOf(callee));
  if (name.find("sleep") != std::string::npos) return true;
  const std::string first = WordsOfName(LastNameOf(callee)).front();
  return first == "delay" || first == "udelay" || first == "mdelay" || first == "backoff";
}

/// `opm_gettime()`, `Timer::getTick()` of a file that was not read: a clock of the program's own.
bool SoundsLikeClock(const CxxEvent& event) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"now", "gettime", "ticks", "tick", "millis", "clock", "uptime", "timestamp", "monotime",
       "monotonic", "gettickcount", "gettimems", "jiffies"});
  return event.kind == CxxEventKind::kCall && event.in_tree && event.arguments.empty() &&
         HasWordOf(LastNameOf(event.callee), kWords);
}

FunctionTraits::FunctionTraits(const CxxProgram& program, PatternMatcher& matcher,
                               const LoopClause& clause)
    : program_(program), waits_(program.functions().size()) {
  const std::size_t count = program.functions().size();
  for (std::vector<bool>* trait : {&waiting_, &clock_, &random_, &counts_}) trait->resize(count);
  FindWaits(matcher, clause.waits);
  Find(matcher, clause.clocks, clock_events_);
  Find(matcher, clause.randoms, random_events_);
  for (FunctionId id = 0; id < count; ++id) {
    const auto& events = program_.function(id).events;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
      if (SoundsLikeClock(*events[i]) && program_.TargetsOf({id, i}).empty())
        clock_events_.push_back({id, i});
    }
  }
  std::ranges::sort(clock_events_);
  for (const EventId at : clock_events_) clock_[at.function] = true;
  for (const EventId at : random_events_) random_[at.function] = true;
  FindCounts();
  Spread(waiting_, kDeepestWait);
  Spread(clock_, kDeepestOther);
  Spread(random_, kDeepestOther);
  Spread(counts_, kDeepestOther);
}

bool FunctionTraits::Has(const Events& events, EventId at) {
  return std::ranges::binary_search(events, at);
}

/// A short function of the program that sleeps.
bool FunctionTraits::Naps(EventId at) const {
  constexpr std::size_t kShort = 12;
  if (!program_.EventAt(at).in_tree) return false;
  return std::ranges::any_of(program_.TargetsOf(at), [&](FunctionId target) {
    if (program_.function(target).events.size() > kShort) return false;
    return std::ranges::any_of(waits_[target], [&](const WaitCall& wait) {
      return SoundsLikeSleep(program_.EventAt(wait.at).callee);
    });
  });
}

bool FunctionTraits::Sleeps(EventId at) const {
  const CxxEvent& event = program_.EventAt(at);
  if (event.kind != CxxEventKind::kCall) return false;
  if (SoundsLikeSleep(event.callee) || Naps(at)) return true;
  // `select(0, 0, 0, 0, &time)`, `poll(0, 0, time)`: nothing is waited for.
  const std::string_view name = LastNameOf(event.callee);
  const bool selects = name == "select" || name == "pselect" || name.starts_with("pth_select");
  const std::size_t none = selects ? 4 : name == "poll" ? 2 : 0;
  if (none == 0 || event.arguments.size() <= none) return false;
  return std::ranges::all_of(std::span(event.arguments).first(none), [](const CxxValue& value) {
    return ConstantNumberOf(value) == std::int64_t{0};
  });
}

void FunctionTraits::Find(PatternMatcher& matcher, std::span<const CallPattern> patterns,
                          Events& events) {
  PatternNames names;
  for (std::uint32_t i = 0; i < patterns.size(); ++i) names.Add(patterns[i], i);
  for (const EventId at : names.EventsIn(program_)) {
    const auto candidates = names.Candidates(program_.EventAt(at));
    const bool found = std::ranges::any_of(candidates, [&](std::uint32_t index) {
      return matcher.Match(patterns[index], at, {}).verdict >= Verdict::kSome;
    });
    if (found) events.push_back(at);
  }
}

void FunctionTraits::FindWaits(PatternMatcher& matcher, std::span<const CallPattern> patterns) {
  PatternNames names;
  for (std::uint32_t i = 0; i < patterns.size(); ++i) names.Add(patterns[i], i);
  for (const EventId at : names.EventsIn(program_)) {
    const CxxEvent& event = program_.EventAt(at);
    for (const std::uint32_t index : names.Candidates(event)) {
      const PatternVerdict match = matcher.Match(patterns[index], at, {});
      if (match.verdict < Verdict::kSome || match.none) continue;
      const bool says = std::ranges::any_of(
          patterns[index].arguments,
          [](const ArgumentPattern& form) { return form.sort == ArgumentSort::kObject; });
      const ObjectAt spot = PatternMatcher::ObjectOf(patterns[index], event, false);
      waits_[at.function].push_back({at, says ? spot.value : nullptr});
      waiting_[at.function] = true;
      break;
    }
  }
}

void FunctionTraits::FindCounts() {
  for (FunctionId id = 0; id < program_.functions().size(); ++id) {
    const auto& all = program_.function(id).events;
    counts_[id] = std::ranges::any_of(all, [&](const CxxEvent* event) {
      const CxxValue& target = event->kind == CxxEventKind::kCall ? event->self : event->target;
      return target.kind == CxxValueKind::kObject && target.object.root != CxxRoot::kLocal &&
             IsStep(program_.function(id), *event);
    });
  }
}

/// From callees to callers, so many calls up.
void FunctionTraits::Spread(std::vector<bool>& trait, unsigned deepest) const {
  std::vector<FunctionId> now;
  for (FunctionId id = 0; id < trait.size(); ++id) {
    if (trait[id]) now.push_back(id);
  }
  for (unsigned depth = 0; depth < deepest && !now.empty(); ++depth) {
    std::vector<FunctionId> next;
    for (const FunctionId callee : now) {
      for (const EventId caller : program_.function(callee).callers) {
        if (trait[caller.function]) continue;
        trait[caller.function] = true;
        next.push_back(caller.function);
      }
    }
    now = std::move(next);
  }
}

}  // namespace gonogo
