// The walks of AttemptView: where control goes behind an attempt, by how it ended.
#include <algorithm>
#include <utility>

#include "analyzer/engines/cxx/flow/attempt_view.h"
#include "analyzer/engines/cxx/flow/loop_nest.h"
#include "analyzer/engines/cxx/flow/usr_name.h"

namespace gonogo {
namespace {

bool IsBranch(const CxxBlock& block) { return block.has_condition && block.next.size() == 2; }

}  // namespace

OutcomeWalk AttemptView::Walk(bool success, std::uint32_t from, std::uint32_t goal) const {
  // What is known of the way to a block: nothing, a test of a state, a test of the result.
  enum Level : std::uint8_t { kNone, kState, kDirect };
  const auto& blocks = entry_.function->blocks;
  OutcomeWalk walk{.reached = std::vector<bool>(blocks.size()),
                   .tested = std::vector<bool>(blocks.size()),
                   .direct = std::vector<bool>(blocks.size())};
  std::vector<Level> levels(blocks.size());
  std::vector<std::pair<std::uint32_t, Level>> open;
  const auto enter = [&](std::uint32_t block, Level level) {
    if (block >= blocks.size() || !part_[block]) return;
    if (block == goal) {
      walk.again = true;
      walk.again_tested = walk.again_tested || level != kNone;
      walk.again_direct = walk.again_direct || level == kDirect;
      return;
    }
    if (walk.reached[block] && level <= levels[block]) return;
    walk.reached[block] = true;
    walk.tested[block] = walk.tested[block] || level != kNone;
    walk.direct[block] = walk.direct[block] || level == kDirect;
    levels[block] = std::max(levels[block], level);
    open.emplace_back(block, level);
  };
  const auto leave = [&](std::uint32_t at, Level level) {
    const CxxBlock& block = blocks[at];
    const OutcomeSign sign = tests_[at];
    const auto is_resume = [&](const CxxValue& part) { return reader_.IsResume(part); };
    if (IsBranch(block) && std::ranges::any_of(block.condition.parts, is_resume)) {
      enter(block.next[block.condition.operation == "!=" ? 0 : 1], level);
    } else if (!failing_[at].empty()) {
      walk.first_test = std::min(walk.first_test, at);
      for (std::size_t way = 0; way < block.next.size(); ++way) {
        if (failing_[at][way] != success)
          enter(block.next[way], std::max(level, by_state_[at] ? kState : kDirect));
      }
    } else if (sign == OutcomeSign::kSuccess || sign == OutcomeSign::kFailure) {
      walk.first_test = std::min(walk.first_test, at);
      const bool holds = (sign == OutcomeSign::kSuccess) == success;
      enter(block.next[holds ? 0 : 1], std::max(level, by_state_[at] ? kState : kDirect));
      if (one_error_[at] && !success) enter(block.next[holds ? 1 : 0], level);
    } else if (success && IsBranch(block) && steps_on_[at] > OutcomeSign::kRaw) {
      enter(block.next[steps_on_[at] == OutcomeSign::kSuccess ? 0 : 1], level);
    } else if (!IsBranch(block) && block.next.size() > 1 &&
               LastNameOf(block.condition.name) == "errno") {
      return;  // which case goes back is not known; mostly it is EINTR
    } else if (const auto handler = HandlerOf(block)) {
      const bool own = at == block_ && &block.events.back() == &event_;
      if (own && !success) {
        walk.first_test = std::min(walk.first_test, at);
        enter(*handler, kDirect);
      }
      enter(block.next[0], level);
    } else {
      for (std::size_t way = 0; way < block.next.size(); ++way) {
        if (!success || closed_[at] != way) enter(block.next[way], level);
      }
    }
  };
  leave(from, kNone);
  while (!open.empty()) {
    const auto [block, level] = open.back();
    open.pop_back();
    leave(block, level);
  }
  return walk;
}

void AttemptView::FindWayBack() { leads_back_ = LeadingTo(*entry_.function, block_, part_); }

}  // namespace gonogo
