// What the ways behind a test tell where what is tested does not: whoever sleeps on one way alone
// before the next attempt, or counts failures there, does so because the attempt failed.
#include <algorithm>
#include <utility>

#include "analyzer/engines/cxx/flow/attempt_names.h"
#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/outcome_text.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostWays = 40;

/// "retrying in 5 seconds": whoever says so has failed.
bool SaysRetry(const CxxValue& value) {
  return value.kind == CxxValueKind::kText && SpeaksOfRetry(value.text);
}

bool CountsFailures(std::string_view name) {
  return SoundsLikeRetry(name) || SignOfName(name) == OutcomeSign::kFailure;
}

}  // namespace

struct AttemptView::Side {
  std::vector<bool> reached;  // before the next attempt
  bool again = false;
  bool sleeps = false;
  bool counts = false;  // failures, or says that it tries again
  bool itself = false;  // the function calls itself
};

/// `sleep(1); return Send(message);`: the attempt is made again by the function itself.
bool AttemptView::CallsItself(std::uint32_t block) const {
  return std::ranges::any_of(entry_.calls, [&](const CallSite& site) {
    return !site.reference && entry_.block_of[site.event] == block &&
           std::ranges::count(site.targets, attempt_.at.function) > 0;
  });
}

/// Where the way goes until the attempt is made again.
void AttemptView::LookAtSide(std::uint32_t from, Side& side) const {
  const auto& blocks = entry_.function->blocks;
  side.reached.resize(blocks.size());
  std::vector<std::uint32_t> open;
  const auto enter = [&](std::uint32_t block) {
    if (block >= blocks.size() || !part_[block]) return;
    if (block == block_) {
      side.again = true;
    } else if (!side.reached[block]) {
      side.reached[block] = true;
      if (CallsItself(block)) {
        side.again = true;
        side.itself = true;
      } else {
        open.push_back(block);
      }
    }
  };
  enter(from);
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    std::ranges::for_each(blocks[block].next, enter);
  }
}

std::vector<AttemptView::Side> AttemptView::SidesOf(std::uint32_t block) const {
  const auto& next = entry_.function->blocks[block].next;
  std::vector<Side> sides(next.size());
  for (std::size_t way = 0; way < next.size(); ++way) LookAtSide(next[way], sides[way]);
  const auto shared = [&](std::uint32_t at) {
    return std::ranges::all_of(sides, [&](const Side& side) { return side.reached[at]; });
  };
  for (std::uint32_t i = 0; i < entry_.events.size(); ++i) {
    const std::uint32_t home = entry_.block_of[i];
    if (shared(home)) continue;
    const CxxEvent& event = *entry_.events[i];
    const bool sleeps = reader_.traits().Sleeps({attempt_.at.function, i});
    const CxxValue& counted = event.kind == CxxEventKind::kCall ? event.self : event.target;
    const bool counts =
        (counted.kind == CxxValueKind::kObject && IsStep(entry_, event) &&
         CountsFailures(NameOfObject(reader_.program(), attempt_.at.function, counted.object))) ||
        (event.kind == CxxEventKind::kCall && std::ranges::any_of(event.arguments, SaysRetry));
    if (!sleeps && !counts) continue;
    for (Side& side : sides) {
      side.sleeps = side.sleeps || (sleeps && side.reached[home]);
      side.counts = side.counts || (counts && side.reached[home]);
    }
  }
  return sides;
}

void AttemptView::ReadShapes() {
  const auto& blocks = entry_.function->blocks;
  // Whoever finds nothing to receive sleeps too.
  if (SoundsLikeReceive(event_.callee)) return;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    failing_[i].clear();
    const CxxBlock& block = blocks[i];
    if (!part_[i] || block.next.size() < 2 || block.next.size() > kMostWays) continue;
    const bool branch = block.has_condition && block.next.size() == 2;
    if (branch && tests_[i] != OutcomeSign::kRaw) continue;
    if (!branch && (HandlerOf(block) || SignOf(block.condition) == OutcomeSign::kNone)) continue;
    std::vector<bool> fails;
    bool leaves = false;
    bool counts = false;
    for (const Side& side : SidesOf(i)) {
      fails.push_back(side.again && (side.sleeps || side.counts));
      // Work that is done at intervals is a loop.
      counts = counts || (fails.back() && (side.counts || side.itself));
      leaves = leaves || !side.again;
    }
    // Work that is done at intervals until it has an answer sleeps too before the next turn.
    if (branch && leaves && !counts && !attempt_.connects) continue;
    const auto failing = std::ranges::count(fails, true);
    if (failing == 0 || failing == std::ssize(fails)) continue;
    failing_[i] = std::move(fails);
  }
}

/// What the attempt is given to fill, as `&error` is; or what another call with the same handle
/// fills, as curl_easy_getinfo does.
OutcomeSign AttemptView::SignOfFilled(const CxxValue& value) const {
  const CxxObject& object = value.object;
  const bool code = SignOfType(value.type) == OutcomeSign::kFailure || value.type == "bool";
  if (!code || object.root != CxxRoot::kLocal || !object.path.empty() || !IsFilledOnly(object))
    return OutcomeSign::kNone;
  if (IsGiven(value))
    return SignOfName(NameOfObject(reader_.program(), attempt_.at.function, object));
  for (const CxxEvent* event : entry_.events) {
    if (event->kind != CxxEventKind::kCall || event == &event_) continue;
    const auto is_it = [&](const CxxValue& other) {
      return other.kind == CxxValueKind::kObject && SameObject(other.object, object);
    };
    if (std::ranges::none_of(event->arguments, is_it)) continue;
    const auto handle = [&](const CxxValue& other) { return !is_it(other) && IsHandle(other); };
    if (!handle(event->self) && std::ranges::none_of(event->arguments, handle)) continue;
    met_state_ = true;
    return SignOfName(NameOfObject(reader_.program(), attempt_.at.function, object));
  }
  return OutcomeSign::kNone;
}

/// Nothing but constants is stored in it here: what else is in it a call has put there.
bool AttemptView::IsFilledOnly(const CxxObject& object) const {
  const auto& stores = reader_.sources().Of(attempt_.at.function, object.root, object.index).stores;
  return std::ranges::all_of(stores, [](const Source& source) {
    return source.value == nullptr || IsConstant(*source.value);
  });
}

}  // namespace gonogo
