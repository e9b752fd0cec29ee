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

/// One walk over the blocks of a view.
class OutcomeWalker {
 public:
  OutcomeWalker(const AttemptView& view, bool success, std::uint32_t from, std::uint32_t goal)
      : view_(view),
        blocks_(view.entry_.function->blocks),
        success_(success),
        goal_(goal),
        states_(view.machine_.known() ? view.machine_.size() : 1),
        levels_(blocks_.size() * states_),
        at_(from) {
    walk_.reached.resize(blocks_.size());
    walk_.tested.resize(blocks_.size());
    walk_.direct.resize(blocks_.size());
    walk_.returns.resize(blocks_.size());
    const bool tried = from == view.block_;
    const bool behind = tried && !view.attempt_.outcome;
    if (tried) state_ = view.machine_.first();
    state_ = StateBehind(from, behind ? view.attempt_.at.event + 1 : 0, state_);
  }

  OutcomeWalk Walk() {
    Leave(kNone);
    while (!open_.empty()) {
      const Place place = open_.back();
      open_.pop_back();
      at_ = place.block;
      state_ = StateBehind(place.block, 0, place.state);
      Leave(place.level);
    }
    FindReturns();
    return std::move(walk_);
  }

 private:
  // What is known of the way to a block: nothing, a test of a state, a test of the result.
  enum Level : std::uint8_t { kNone, kState, kDirect };
  struct Place {
    std::uint32_t block = 0;
    std::uint32_t state = StateMachine::kAny;
    Level level = kNone;
  };

  std::uint32_t StateBehind(std::uint32_t block, std::uint32_t event, std::uint32_t state) const {
    return view_.machine_.known() ? view_.machine_.Behind(block, event, state) : state;
  }

  void Enter(std::uint32_t block, Level level) {
    if (block >= blocks_.size() || !view_.part_[block]) return;
    taken_.emplace_back(at_, block);
    if (block == goal_) {
      walk_.again = true;
      walk_.again_tested = walk_.again_tested || level != kNone;
      walk_.again_direct = walk_.again_direct || level == kDirect;
      return;
    }
    std::optional<Level>& known = levels_[block * states_ + state_];
    if (known && level <= *known) return;
    walk_.reached[block] = true;
    walk_.tested[block] = walk_.tested[block] || level != kNone;
    walk_.direct[block] = walk_.direct[block] || level == kDirect;
    known = level;
    open_.push_back({block, state_, level});
  }

  /// By the way that a test of the state, or of the outcome, leaves; false where none asks.
  bool LeaveByTest(const CxxBlock& block, Level level) {
    const OutcomeSign sign = view_.tests_[at_];
    const Level tested = std::max(level, view_.by_state_[at_] ? kState : kDirect);
    const auto is_resume = [&](const CxxValue& part) { return view_.reader_.IsResume(part); };
    const auto only = view_.machine_.known() ? view_.machine_.WayOf(at_, state_) : std::nullopt;
    if (only) {
      Enter(block.next[*only], level);
    } else if (IsBranch(block) && std::ranges::any_of(block.condition.parts, is_resume)) {
      Enter(block.next[block.condition.operation == "!=" ? 0 : 1], level);
    } else if (!view_.failing_[at_].empty()) {
      walk_.first_test = std::min(walk_.first_test, at_);
      for (std::size_t way = 0; way < block.next.size(); ++way) {
        if (view_.failing_[at_][way] != success_) Enter(block.next[way], tested);
      }
    } else if (sign == OutcomeSign::kSuccess || sign == OutcomeSign::kFailure) {
      walk_.first_test = std::min(walk_.first_test, at_);
      const bool holds = (sign == OutcomeSign::kSuccess) == success_;
      Enter(block.next[holds ? 0 : 1], tested);
      if (view_.one_error_[at_] && !success_) Enter(block.next[holds ? 1 : 0], level);
    } else {
      return false;
    }
    return true;
  }

  void Leave(Level level) {
    const CxxBlock& block = blocks_[at_];
    const OutcomeSign step = view_.steps_on_[at_];
    if (LeaveByTest(block, level)) return;
    if (success_ && IsBranch(block) && step > OutcomeSign::kRaw)
      return Enter(block.next[step == OutcomeSign::kSuccess ? 0 : 1], level);
    // Of an error's number it is not known which case goes back; mostly it is EINTR.
    if (!IsBranch(block) && block.next.size() > 1 && LastNameOf(block.condition.name) == "errno")
      return;
    if (const auto handler = HandlerOf(block)) {
      const bool own = at_ == view_.block_ && &block.events.back() == &view_.event_;
      if (own && !success_) {
        walk_.first_test = std::min(walk_.first_test, at_);
        Enter(*handler, kDirect);
      }
      return Enter(block.next[0], level);
    }
    for (std::size_t way = 0; way < block.next.size(); ++way) {
      if (!success_ || view_.closed_[at_] != way) Enter(block.next[way], level);
    }
  }

  void FindReturns() {
    walk_.returns[goal_] = true;
    for (bool more = true; more;) {
      more = false;
      for (const auto& [before, behind] : taken_) {
        if (!walk_.returns[behind] || walk_.returns[before]) continue;
        walk_.returns[before] = true;
        more = true;
      }
    }
  }

  const AttemptView& view_;
  const std::vector<CxxBlock>& blocks_;
  const bool success_;
  const std::uint32_t goal_;
  const std::uint32_t states_;
  std::vector<std::optional<Level>> levels_;  // by block and state
  std::vector<Place> open_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> taken_;  // from one block to the next
  std::uint32_t at_;
  std::uint32_t state_ = StateMachine::kAny;
  OutcomeWalk walk_;
};

OutcomeWalk AttemptView::Walk(bool success, std::uint32_t from, std::uint32_t goal) const {
  return OutcomeWalker(*this, success, from, goal).Walk();
}

void AttemptView::FindWayBack() { leads_back_ = LeadingTo(*entry_.function, block_, part_); }

}  // namespace gonogo
