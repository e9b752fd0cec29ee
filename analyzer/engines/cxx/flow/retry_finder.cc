#include "analyzer/engines/cxx/flow/retry_finder.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/outcome_sign.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostCalled = 60;    // by one function between
constexpr std::size_t kMostTargets = 4;    // of one call
constexpr unsigned kMostBetween = 2;       // functions by which a recursion may go
constexpr unsigned kMostBetweenLater = 4;  // where a timer is between them
constexpr std::size_t kMostSeen = 400;     // functions between, in all
/// In a loop that goes on after success: from the attempt to the library's call.
constexpr std::size_t kLongestWay = 3;
constexpr std::size_t kMostAttempts = 400;  // of one function

bool WaitsOutside(const Retry& retry, const ProgramFunction& entry, const std::vector<bool>& list) {
  return retry.pace.sort != PaceSort::kNone && retry.pace.wait.event < entry.block_of.size() &&
         !list[entry.block_of[retry.pace.wait.event]];
}

}  // namespace

std::vector<Retry> RetryFinder::In(FunctionId function) {
  std::vector<Retry> found;
  if (reader_.attempts().In(function).empty()) return found;
  if (reader_.attempts().In(function).size() > kMostAttempts) return found;
  LookAtLoops(function, found);
  LookAtRecursion(function, found);
  LookAtCallbacks(function, found);
  LookAtTimers(function, found);
  LookAtPolled(function, found);
  LookAtHandlers(function, found);
  return found;
}

void RetryFinder::LookAtLoops(FunctionId function, std::vector<Retry>& found) {
  const ProgramFunction& entry = reader_.program().function(function);
  const std::vector<CodeLoop> loops = LoopsOf(*entry.function);
  std::vector<bool> taken(loops.size());
  for (const Attempt& attempt : reader_.attempts().In(function)) {
    const std::uint32_t block = entry.block_of[attempt.at.event];
    const std::string_view callee = entry.events[attempt.at.event]->callee;
    if (attempt.pattern == nullptr && SoundsLikeClosing(callee)) continue;
    if (!IsOfOneThing(attempt)) continue;
    const std::vector<bool>* list = nullptr;
    bool told = false;
    for (std::size_t i = loops.size(); i-- > 0;) {
      if (taken[i] || !loops[i].body[block]) continue;
      const AttemptView view(reader_, attempt, loops[i].body);
      const bool is_retry = IsRetry(attempt, view, loops[i].head);
      if (!is_retry && !Reconnects(attempt, view, loops[i].body)) continue;
      RetryCycle cycle{.function = function,
                       .part = &loops[i].body,
                       .blocks = view.failed().reached,
                       .leads_back = view.leads_back(),
                       .list = list,
                       .attempt = attempt.at.event};
      for (std::size_t b = 0; b < cycle.blocks.size(); ++b) {
        cycle.blocks[b] = cycle.blocks[b] && cycle.leads_back[b] && view.failed().returns[b];
      }
      cycle.after_failure = true;
      cycle.blocks[block] = true;
      Retry retry = Describe(attempt, view, cycle);
      retry.head = loops[i].head;
      // Nobody waits here; who tells how the connection is may have waited.
      if (!is_retry && retry.pace.sort == PaceSort::kNone) retry.pace.sort = PaceSort::kUnknown;
      if (attempt.guessed && !IsToldOtherwise(retry)) continue;
      if (MovesData(attempt, retry)) continue;
      const bool goes_on = view.succeeded().again && retry.pace.sort == PaceSort::kNone;
      if (retry.bound.sort == BoundSort::kItems) {
        list = &loops[i].body;
        continue;
      }
      // What counts then counts the work.
      const bool counts = retry.bound.sort != BoundSort::kNothing && !retry.bound.says_attempts;
      if (!is_retry && counts && retry.pace.sort != PaceSort::kGrowing) continue;
      // Lists of lists are walked without a pause; who waits begins the list anew.
      if (!told && list != nullptr && !WaitsOutside(retry, entry, *list)) continue;
      if (told && retry.bound.sort != BoundSort::kNothing) continue;
      if (goes_on && retry.bound.sort != BoundSort::kNothing) continue;
      taken[i] = true;
      found.push_back(retry);
      // Three attempts are made, and then three more: that has no end either.
      if (retry.bound.sort == BoundSort::kNothing) break;
      list = &loops[i].body;
      told = true;
    }
  }
}

bool RetryFinder::IsRetry(const Attempt& attempt, const AttemptView& view,
                          std::uint32_t head) const {
  if (!view.failed().again_tested) return false;
  // What a loop of events asks somebody on behalf of one of them is asked anew by another.
  if (!attempt.connects && WaitsForEvents(attempt, view)) return false;
  if (AsksUser(attempt, view)) return false;
  if (attempt.guessed) {
    const CxxEvent& event = reader_.program().EventAt(attempt.at);
    const bool client = attempt.connects || SoundsLikeClient(event.callee);
    const bool anew = client && BeginsAnew(attempt, view, head);
    return view.failed().again_direct && (!view.succeeded().again || anew);
  }
  // A state that is asked for each time round belongs to work that is done again and again, unless
  // it is the connection without which there is no work.
  const bool links = attempt.connects && IsNear(attempt);
  const bool told = links || view.failed().again_direct || !view.StaysAfterSuccess(head);
  return (!view.succeeded().again && told) || BeginsAnew(attempt, view, head);
}

/// Whether the attempt is what the function itself is about: few calls away, or it says that it
/// connects, and then how it does so is its own affair.
bool RetryFinder::IsNear(const Attempt& attempt) const {
  return reader_.attempts().WayDown(attempt).size() <= kLongestWay ||
         SoundsLikeConnect(reader_.program().EventAt(attempt.at));
}

/// What is many calls away is a part of what the function does, and seldom what it is called for,
/// unless its name says so: `load_image()` may come to ask a server, `action_menu()` too.
bool RetryFinder::IsOfOneThing(const Attempt& attempt) const {
  const CxxEvent& event = reader_.program().EventAt(attempt.at);
  if (SoundsLikeAttempt(event, true) || SpeaksOfRetry(event.callee)) return true;
  const std::vector<EventId> way = reader_.attempts().WayDown(attempt);
  if (way.size() > kLongestWay) return false;
  // Functions that call one another come to no end.
  const auto& last = reader_.attempts().In(way.back().function);
  const auto at = std::ranges::find(last, way.back(), &Attempt::at);
  return at != last.end() && at->targets.empty();
}

/// `while (write(fd, rest, size) < 0 && errno == EAGAIN) poll(..);`: what goes piece by piece is
/// taken up again where it stopped, unless somebody sleeps in between.
bool RetryFinder::MovesData(const Attempt& attempt, const Retry& retry) const {
  constexpr auto kMoves = std::to_array<std::string_view>(
      {"read", "recv", "recvfrom", "recvmsg", "write", "send", "sendto", "sendmsg", "readv",
       "writev", "SSL_read", "SSL_write", "fread", "fwrite", "gzread", "BIO_read", "BIO_write"});
  if (attempt.connects) return false;
  const EventId last = reader_.attempts().WayDown(attempt).back();
  const std::string_view leaf = LastNameOf(reader_.program().EventAt(last).callee);
  const std::string own =
      WordsOfName(LastNameOf(reader_.program().EventAt(attempt.at).callee)).back();
  const bool named = own == "read" || own == "write" || own == "recv" || own == "receive";
  if (!named && std::ranges::find(kMoves, leaf) == kMoves.end()) return false;
  const EventId wait = retry.pace.wait;
  return wait.event == kNoEvent || !SoundsLikeSleep(reader_.program().EventAt(wait).callee);
}

/// Whether more than a name says that this is a retry: it waits before it tries again, or what ends
/// it is called a number of attempts.
bool RetryFinder::IsToldOtherwise(const Retry& retry) const {
  const bool waits = retry.pace.sort != PaceSort::kNone && !(retry.pace.wait == retry.attempt->at);
  if (waits || retry.bound.says_attempts) return true;
  const CxxEvent& event = reader_.program().EventAt(retry.attempt->at);
  return SpeaksOfRetry(event.callee) && WaitsItself(*retry.attempt);
}

/// `++retries`: whoever counts them has failed.
bool RetryFinder::CountsAttempts(const ProgramFunction& entry, const CxxBlock& block) const {
  return std::ranges::any_of(block.events, [&](const CxxEvent& event) {
    const CxxValue& counted = event.kind == CxxEventKind::kCall ? event.self : event.target;
    if (counted.kind != CxxValueKind::kObject || !IsStep(entry, event)) return false;
    const CxxObject& object = counted.object;
    if (!object.path.empty()) return SoundsLikeRetry(LastNameOfUsr(object.path.back()));
    const auto& locals = entry.function->locals;
    return object.root == CxxRoot::kLocal && object.index < locals.size() &&
           SoundsLikeRetry(locals[object.index].name);
  });
}

/// A loop that goes on after success too: after the failure alone it waits, counts, or leaves out
/// the rest.
bool RetryFinder::BeginsAnew(const Attempt& attempt, const AttemptView& view,
                             std::uint32_t head) const {
  const ProgramFunction& entry = reader_.program().function(attempt.at.function);
  RetryCycle alone;
  alone.function = attempt.at.function;
  alone.blocks.resize(entry.function->blocks.size());
  bool work = false;
  bool own = false;
  bool counts = false;
  for (std::uint32_t i = 0; i < alone.blocks.size(); ++i) {
    const bool fails = view.failed().tested[i] && view.leads_back()[i];
    const bool succeeds = view.succeeded().reached[i];
    alone.blocks[i] = fails && !succeeds;
    counts = counts || (alone.blocks[i] && CountsAttempts(entry, entry.function->blocks[i]));
    own = own || (alone.blocks[i] && i != head);
    const bool calls = std::ranges::any_of(
        entry.function->blocks[i].events,
        [](const CxxEvent& event) { return event.kind == CxxEventKind::kCall; });
    work = work || (succeeds && !view.failed().reached[i] && calls);
  }
  if (!IsNear(attempt) || TakesWork(view)) return false;
  const PaceSort pace = retries_.PaceOf(alone, 1).sort;
  if (pace != PaceSort::kNone || counts) return true;
  return attempt.connects && view.failed().again_direct && own && work;
}

Retry RetryFinder::Describe(const Attempt& attempt, const AttemptView& view,
                            const RetryCycle& cycle) const {
  Retry retry;
  retry.attempt = &attempt;
  retry.where = cycle.function;
  retry.test = view.failed().first_test;
  retry.recursion = cycle.recursion;
  retry.bound = retries_.BoundOf(cycle);
  retry.pace = retries_.PaceOf(cycle);
  FindHopeless(view, cycle, retry);
  return retry;
}

bool RetryFinder::IsHopeless(const CxxValue& value) const {
  return std::ranges::any_of(clause_.hopeless, [&](std::string_view error) {
    if (!value.name.empty()) return LastNameOf(value.name) == error;
    return value.kind == CxxValueKind::kInteger && std::to_string(value.integer) == error;
  });
}

void RetryFinder::FindHopeless(const AttemptView& view, const RetryCycle& cycle,
                               Retry& retry) const {
  const auto& blocks = reader_.program().function(cycle.function).function->blocks;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const CxxBlock& block = blocks[i];
    if (!cycle.blocks[i] || !block.has_condition || block.next.size() != 2) continue;
    const CxxValue& test = block.condition;
    if (test.kind != CxxValueKind::kCombined || test.parts.size() != 2) continue;
    if (view.SignOf(test.parts[0]) == OutcomeSign::kNone &&
        LastNameOf(test.parts[0].name) != "errno") {
      continue;
    }
    const auto stays = [&](std::size_t side) {
      const std::uint32_t next = block.next[side];
      return (*cycle.part)[next] && cycle.leads_back[next];
    };
    const CxxValue& error = test.parts[1];
    if (test.operation == "==" && IsHopeless(error) && stays(0) && !stays(1)) {
      retry.hopeless = i;
      retry.only_range = false;
      return;
    }
    const bool range =
        error.kind == CxxValueKind::kInteger &&
        ((test.operation == ">=" && (error.integer == 400 || error.integer == 300)) ||
         (test.operation == ">" && (error.integer == 399 || error.integer == 299)));
    if (!range || !stays(0) || stays(1)) continue;
    retry.hopeless = i;
    retry.only_range = true;
  }
}

/// Calls by which the function comes to the other, and functions that it hands to somebody who
/// calls them later, or has handed to a timer that it starts.
std::vector<RetryFinder::CallBack> RetryFinder::CallsBack(FunctionId from, FunctionId to) const {
  std::vector<CallBack> calls;
  const auto look = [&](const CallSite& site) {
    if (const std::optional<bool> later = ComesTo(site, to)) calls.push_back({site.event, *later});
  };
  std::ranges::for_each(reader_.program().function(from).calls, look);
  std::ranges::for_each(timers_.In(from), look);
  return calls;
}

/// Whether it comes to the function, and if, whether somebody else calls it later.
std::optional<bool> RetryFinder::ComesTo(const CallSite& from, FunctionId function) const {
  struct Step {
    FunctionId at = 0;
    unsigned between = 0;
    bool later = false;
  };
  std::vector<Step> open;
  const auto follow = [&](const CallSite& site, unsigned between, bool later) {
    if (site.targets.size() > kMostTargets) return;
    for (const FunctionId target : site.targets) {
      const auto seen = [&](const Step& step) {
        return step.at == target && (step.later || !later);
      };
      if (open.size() < kMostSeen && std::ranges::none_of(open, seen))
        open.push_back({target, between, later});
    }
  };
  follow(from, 0, from.reference);
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Step step = open[i];
    if (step.at == function) return step.later;
    if (step.between == (step.later ? kMostBetweenLater : kMostBetween)) continue;
    const auto& sites = reader_.program().function(step.at).calls;
    if (sites.size() > kMostCalled) continue;
    for (const CallSite& site : sites) follow(site, step.between + 1, step.later || site.reference);
    for (const CallSite& site : timers_.In(step.at)) follow(site, step.between + 1, true);
  }
  return std::nullopt;
}

/// Of a call that comes to the next attempt by a timer which it starts, or another starts for it.
RetryPace RetryFinder::PaceOfLater(EventId call) const {
  FunctionId at = call.function;
  for (unsigned depth = 0; depth <= kMostBetween; ++depth) {
    const auto& timers = timers_.In(at);
    const auto starts = [&](const CallSite& site) { return depth > 0 || site.event == call.event; };
    const auto timer = std::ranges::find_if(timers, starts);
    if (timer != timers.end()) return retries_.PaceOfTimer({at, timer->event});
    const auto& sites = reader_.program().function(at).calls;
    const auto& events = reader_.program().function(at).events;
    const auto hands_on = [&](const CallSite& site) { return site.reference && starts(site); };
    const auto handed = std::ranges::find_if(sites, hands_on);
    if (handed != sites.end()) {
      // A lambda becomes a pointer before it is handed on.
      const bool made = events[handed->event]->arguments.empty();
      const auto taker = made ? TakerOf(events, handed->event) : handed->event;
      if (taker) return retries_.PaceOfTimer({at, *taker});
    }
    const auto next = std::ranges::find_if(sites, [&](const CallSite& site) {
      return starts(site) && !site.reference && site.targets.size() == 1;
    });
    if (depth > 0 || next == sites.end()) break;
    at = next->targets.front();
  }
  return {};
}

void RetryFinder::LookAtRecursion(FunctionId function, std::vector<Retry>& found) {
  const std::vector<CallBack> calls = CallsBack(function, function);
  if (calls.empty()) return;
  for (const Attempt& attempt : reader_.attempts().In(function)) {
    if (!IsOfOneThing(attempt)) continue;
    // What comes back through other functions may take the next of a list there, unless those wait.
    std::vector<CallBack> own = calls;
    std::erase_if(own, [&](const CallBack& call) {
      const EventId at{function, call.event};
      const auto targets = reader_.program().TargetsOf(at);
      const CxxEvent& event = reader_.program().EventAt(at);
      const bool waits = std::ranges::any_of(
          targets, [&](FunctionId id) { return !reader_.traits().WaitsIn(id).empty(); });
      return !call.later && !waits && std::ranges::count(targets, function) == 0 &&
             !SoundsLikeConnect(event) && !SpeaksOfRetry(event.callee);
    });
    auto retry = BeginsAnewIn(function, attempt, own);
    if (!retry || (attempt.guessed && !retry->bound.says_attempts)) continue;
    found.push_back(*retry);
    return;
  }
}

/// The first of the calls that is made after the failure alone.
std::optional<Retry> RetryFinder::BeginsAnewIn(FunctionId where, const Attempt& attempt,
                                               std::span<const CallBack> calls) const {
  const ProgramFunction& entry = reader_.program().function(where);
  const std::vector<bool> all(entry.function->blocks.size(), true);
  const AttemptView view(reader_, attempt, all);
  for (const auto [call, later] : calls) {
    const std::uint32_t block = entry.block_of[call];
    const bool itself = call == attempt.at.event && !attempt.outcome;
    if (itself || !view.failed().direct[block]) continue;
    if (view.succeeded().reached[block]) continue;
    RetryCycle cycle{.function = where,
                     .part = &all,
                     .blocks = view.failed().reached,
                     .leads_back = LeadingTo(*entry.function, block),
                     .attempt = attempt.outcome ? kNoEvent : attempt.at.event,
                     .recursion = call};
    cycle.blocks = cycle.leads_back;
    Retry retry = Describe(attempt, view, cycle);
    if (retry.bound.sort == BoundSort::kItems) continue;
    // Whoever calls it later, as a timer of the program's own, waits as it is told, or in a way
    // that is not seen.
    if (later && retry.pace.sort == PaceSort::kNone) retry.pace = PaceOfLater({where, call});
    if (later && retry.pace.sort == PaceSort::kNone) retry.pace.sort = PaceSort::kUnknown;
    return retry;
  }
  return std::nullopt;
}

}  // namespace gonogo
