#include "analyzer/engines/cxx/flow/attempts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

/// What is further away is the whole program, and no attempt of one thing.
constexpr unsigned kDeepest = 4;
constexpr unsigned kDeepestGuess = 2;  // and of asking for an address, which many things begin with
constexpr std::size_t kMostArguments = 12;

/// Whether the event calls the function that parameter `index` is.
bool CallsParameter(const CxxEvent& event, std::uint32_t index) {
  const bool unknown = event.callee.empty() || event.callee == "std::function::operator()";
  return event.kind == CxxEventKind::kCall && unknown && event.self.kind == CxxValueKind::kObject &&
         event.self.object.root == CxxRoot::kParameter && event.self.object.index == index &&
         event.self.object.path.empty();
}

bool LooksUp(std::string_view callee) {
  constexpr std::string_view kNames[] = {"getaddrinfo",     "gethostbyname", "gethostbyname2",
                                         "gethostbyname_r", "gethostbyaddr", "getnameinfo"};
  return std::ranges::find(kNames, callee) != std::end(kNames);
}

/// cudaStreamQuery, clEnqueueReadBuffer: a card of the same machine computes, and answers nobody.
bool IsOfComputingCard(std::string_view callee) {
  constexpr std::string_view kBeginnings[] = {"cuda", "cu", "hip", "cl", "vk", "gl"};
  return std::ranges::any_of(kBeginnings, [&](std::string_view begin) {
    return callee.starts_with(begin) && callee.size() > begin.size() &&
           IsUpper(callee[begin.size()]);
  });
}

/// `connect(button, &Button::clicked, this, &Window::Close)`, which connects within the program.
bool ConnectsSignal(const CxxEvent& event) {
  if (event.callee.starts_with("QObject::")) return true;
  if (event.arguments.size() < 2 || LastNameOf(event.callee) != "connect") return false;
  return std::ranges::any_of(event.arguments, [](const CxxValue& value) {
    const bool spelled = value.kind == CxxValueKind::kText && value.text.ends_with(')') &&
                         (value.text.starts_with('1') || value.text.starts_with('2'));
    return spelled || (value.kind == CxxValueKind::kFunction && value.usr.contains("@F@"));
  });
}

/// What goes out and is not answered.
bool IsOneWay(std::string_view callee) {
  constexpr std::string_view kNames[] = {"send", "sendto", "sendmsg", "write", "sd_notify"};
  return std::ranges::find(kNames, callee) != std::end(kNames);
}

}  // namespace

Attempts::Attempts(const CxxProgram& program, PatternMatcher& matcher, const LoopClause& clause)
    : program_(program),
      attempts_(program.functions().size()),
      depth_(program.functions().size()),
      kept_(program.functions().size()) {
  PatternNames names;
  const auto calls = static_cast<std::uint32_t>(clause.calls.size());
  for (std::uint32_t i = 0; i < calls; ++i) names.Add(clause.calls[i], i);
  for (std::uint32_t i = 0; i < clause.connects.size(); ++i) {
    names.Add(clause.connects[i], calls + i);
  }
  for (const EventId at : names.EventsIn(program)) FindDirect(at, names, clause, matcher);
  FindRpcs();
  Spread();
  Guess();
  for (auto& list : attempts_) {
    std::ranges::sort(list, {}, [](const Attempt& attempt) { return attempt.at; });
  }
}

/// `stub->Push(&context, request, &reply)`: stubs are generated, and seldom in the tree.
void Attempts::FindRpcs() {
  for (FunctionId id = 0; id < attempts_.size(); ++id) {
    const auto& events = program_.function(id).events;
    for (std::uint32_t number = 0; number < events.size(); ++number) {
      const CxxEvent& event = *events[number];
      const bool call = event.kind == CxxEventKind::kCall && !event.arguments.empty() &&
                        event.arguments[0].type == kRpcContext;
      if (!call || !program_.TargetsOf({id, number}).empty()) continue;
      if (attempts_[id].empty()) trying_.push_back(id);
      Add({.at = {id, number}, .pattern = nullptr, .targets = {}, .connects = false});
    }
  }
}

void Attempts::FindDirect(EventId at, const PatternNames& names, const LoopClause& clause,
                          PatternMatcher& matcher) {
  for (const std::uint32_t index : names.Candidates(program_.EventAt(at))) {
    // BIO_do_accept is the macro of the same call: a server's.
    const auto accepts = [](const std::string& macro) {
      return macro.find("accept") != std::string::npos;
    };
    if (std::ranges::any_of(program_.EventAt(at).macros, accepts)) continue;
    const bool connects = index >= clause.calls.size();
    const CallPattern& pattern =
        connects ? clause.connects[index - clause.calls.size()] : clause.calls[index];
    if (matcher.Match(pattern, at, {}).verdict < Verdict::kSome) continue;
    if (attempts_[at.function].empty()) trying_.push_back(at.function);
    Add({.at = at,
         .pattern = &pattern,
         .targets = {},
         .connects = connects,
         .looks_up = LooksUp(program_.EventAt(at).callee)});
    return;
  }
}

void Attempts::Add(Attempt attempt) {
  std::vector<Attempt>& list = attempts_[attempt.at.function];
  const auto known = std::ranges::find(list, attempt.at, &Attempt::at);
  if (known == list.end()) {
    list.push_back(std::move(attempt));
    return;
  }
  known->connects = known->connects || attempt.connects;
  known->guessed = known->guessed && attempt.guessed;
  known->looks_up = known->looks_up && attempt.looks_up;
  for (const FunctionId target : attempt.targets) {
    if (std::ranges::count(known->targets, target) == 0) known->targets.push_back(target);
  }
}

/// Whether a function that is not seen is given an address or a connection: it asks who is there.
bool Attempts::IsGivenRemote(const CxxEvent& event, FunctionId function) const {
  if (event.arguments.empty() || event.arguments.size() > kMostArguments ||
      SoundsLocal(event.callee) || event.callee.ends_with("printf"))
    return false;
  return std::ranges::any_of(event.arguments, [&](const CxxValue& value) {
    if (value.kind == CxxValueKind::kUnknown) return SoundsLikeRemote(value.name);
    if (value.kind != CxxValueKind::kObject) return false;
    return SoundsLikeRemote(NameOfObject(program_, function, value.object)) ||
           SoundsLikeRemote(value.type);
  });
}

/// Libraries that no pattern names, by what their functions are called.
void Attempts::Guess() {
  std::unordered_map<std::string_view, std::array<std::optional<bool>, 2>> known;
  const std::size_t sure = trying_.size();
  for (FunctionId id = 0; id < attempts_.size(); ++id) {
    const auto& events = program_.function(id).events;
    for (std::uint32_t number = 0; number < events.size(); ++number) {
      const CxxEvent& event = *events[number];
      if (event.kind != CxxEventKind::kCall) continue;
      if (event.callee.empty()) {
        GuessPointer({id, number});
        continue;
      }
      if (IsOfComputingCard(event.callee) || ConnectsSignal(event)) continue;
      const bool seen = !program_.TargetsOf({id, number}).empty();
      std::optional<bool>& sounds = known[event.callee][seen ? 1 : 0];
      if (!sounds) sounds = SoundsLikeAttempt(event, !seen);
      const bool leaves = *sounds || (event.in_tree && !seen && IsGivenRemote(event, id));
      if (!leaves || std::ranges::count(attempts_[id], EventId{id, number}, &Attempt::at) > 0)
        continue;
      if (attempts_[id].empty()) trying_.push_back(id);
      Add({.at = {id, number},
           .pattern = nullptr,
           .targets = {},
           .connects = SoundsLikeConnect(event),
           .guessed = true});
    }
  }
  for (std::size_t i = sure; i < trying_.size(); ++i) {
    if (depth_[trying_[i]] < kDeepestGuess) Reach(trying_[i]);
  }
}

/// `link->connect_func(cookie)`, `library_connect(handle, host)` of a library that the program
/// loads: a pointer of which no function is seen, by its name.
void Attempts::GuessPointer(EventId at) {
  const CxxEvent& event = program_.EventAt(at);
  if (event.self.kind != CxxValueKind::kObject || !program_.TargetsOf(at).empty()) return;
  const CxxObject& object = event.self.object;
  if (object.path.empty() && object.root != CxxRoot::kGlobal) return;
  const std::string_view name =
      LastNameOfUsr(object.path.empty() ? std::string_view(object.usr) : object.path.back());
  const bool handler = name.starts_with("on") || name.ends_with("callback") || name.ends_with("cb");
  if (handler || !SoundsLikePointerThatConnects(name)) return;
  if (attempts_[at.function].empty()) trying_.push_back(at.function);
  Add({.at = at, .pattern = nullptr, .targets = {}, .connects = true, .guessed = true});
}

void Attempts::Spread() {
  for (std::size_t i = 0; i < trying_.size(); ++i) {
    if (depth_[trying_[i]] < DeepestOf(trying_[i])) Reach(trying_[i]);
  }
}

unsigned Attempts::DeepestOf(FunctionId function) const {
  return std::ranges::all_of(attempts_[function], &Attempt::looks_up) ? kDeepestGuess : kDeepest;
}

/// `void Notify() { sendto(...); }`: nobody learns whether it went out.
bool Attempts::OnlyNotifies(FunctionId function) const {
  return program_.function(function).function->return_type == "void" &&
         std::ranges::all_of(attempts_[function], [&](const Attempt& attempt) {
           return attempt.targets.empty() && IsOneWay(program_.EventAt(attempt.at).callee);
         });
}

/// Whether who calls the function of the attempt can know how it ended.
bool Attempts::TellsOutcome(const Attempt& attempt) const {
  return attempt.targets.empty() || !std::ranges::all_of(attempt.targets, [&](FunctionId target) {
           return OnlyNotifies(target);
         });
}

/// Who takes connections answers them, and connects to nobody.
bool Attempts::Accepts(FunctionId function) const {
  return std::ranges::any_of(program_.function(function).events, [](const CxxEvent* event) {
    return event->kind == CxxEventKind::kCall &&
           (event->callee == "accept" || event->callee == "accept4");
  });
}

void Attempts::Reach(FunctionId function) {
  if (Accepts(function)) return;
  kept_[function] = std::ranges::none_of(
      attempts_[function], [&](const Attempt& attempt) { return TellsOutcome(attempt); });
  if (kept_[function]) return;
  for (const EventId caller : program_.function(function).callers) {
    for (const CallSite& site : program_.function(caller.function).calls) {
      if (site.event != caller.event || std::ranges::count(site.targets, function) == 0) continue;
      if (site.reference) {
        TryHanded(caller, site.first_argument - 1, function);
      } else {
        TryThrough(caller, function);
      }
    }
  }
}

void Attempts::TryThrough(EventId caller, FunctionId callee) {
  // What ends a connection may send the rest of what waits; that is no try.
  if (caller.function == callee || SoundsLikeClosing(program_.EventAt(caller).callee)) return;
  const bool connects = std::ranges::any_of(
      attempts_[callee], [](const Attempt& attempt) { return attempt.connects; });
  const bool fresh = attempts_[caller.function].empty();
  const bool guessed = std::ranges::all_of(attempts_[callee], [&](const Attempt& attempt) {
    return attempt.guessed || !TellsOutcome(attempt);
  });
  const bool looks_up = std::ranges::all_of(attempts_[callee], &Attempt::looks_up);
  Add({.at = caller,
       .pattern = nullptr,
       .targets = {callee},
       .connects = connects,
       .guessed = guessed,
       .looks_up = looks_up});
  if (!fresh) {
    if (kept_[caller.function]) Reach(caller.function);
    return;
  }
  depth_[caller.function] = depth_[callee] + 1;
  trying_.push_back(caller.function);
}

/// `handed` is an argument of the call: what is called calls it.
void Attempts::TryHanded(EventId caller, std::uint32_t argument, FunctionId handed) {
  for (const FunctionId target : program_.TargetsOf(caller)) {
    const auto& events = program_.function(target).events;
    for (std::uint32_t number = 0; number < events.size(); ++number) {
      if (CallsParameter(*events[number], argument)) TryThrough({target, number}, handed);
    }
  }
}

std::vector<EventId> Attempts::WayDown(const Attempt& attempt) const {
  std::vector<EventId> way = {attempt.at};
  const Attempt* at = &attempt;
  while (at->pattern == nullptr && !at->targets.empty() && way.size() <= kDeepest + 1) {
    const auto& inner = attempts_[at->targets.front()];
    if (inner.empty()) break;
    // The nearest: one of the library if there is one, and what is known before a guess.
    const auto rank = [&](const Attempt& one) {
      if (one.pattern != nullptr) return 0;
      return !TellsOutcome(one) ? 3 : one.guessed ? 2 : 1;
    };
    at = &*std::ranges::min_element(inner, {}, rank);
    if (std::ranges::count(way, at->at) > 0) break;
    way.push_back(at->at);
  }
  return way;
}

}  // namespace gonogo
