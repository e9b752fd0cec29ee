// Where in FunctionLowering's blocks the calls go that Clang lost: in front of the first thing that
// stands behind them in the same braces, else behind the last thing that stands in front of them.
#include "analyzer/worker/clang/function_lowering.h"

namespace gonogo {
namespace {

struct Spot {
  const clang::CFGBlock* block = nullptr;
  std::size_t element = 0;
  unsigned offset = 0;
  unsigned scope_end = 0;
};

std::vector<Spot> SpotsOf(const std::vector<const clang::CFGBlock*>& blocks, const BodyText& text) {
  std::vector<Spot> spots;
  for (const clang::CFGBlock* block : blocks) {
    std::size_t index = 0;
    for (const clang::CFGElement& element : *block) {
      const std::size_t at = index++;
      const auto statement = element.getAs<clang::CFGStmt>();
      if (!statement) continue;
      const unsigned offset = text.OffsetOf(statement->getStmt()->getBeginLoc());
      if (offset != BodyText::kMissing) spots.push_back({block, at, offset, text.ScopeEnd(offset)});
    }
  }
  return spots;
}

/// The block and the element in front of which a call at an offset belongs.
std::pair<const clang::CFGBlock*, std::size_t> PlaceOf(const std::vector<Spot>& spots,
                                                       unsigned offset, unsigned scope_end) {
  const Spot* next = nullptr;
  const Spot* last = nullptr;
  for (const Spot& spot : spots) {
    if (spot.offset > offset && spot.scope_end == scope_end) {
      if (next == nullptr || spot.offset < next->offset) next = &spot;
    } else if (spot.offset <= offset && spot.scope_end >= scope_end) {
      if (last == nullptr || spot.offset >= last->offset) last = &spot;
    }
  }
  if (next != nullptr) {
    std::size_t first = next->element;  // parts of an expression come before the whole
    for (const Spot& spot : spots) {
      if (spot.block == next->block && spot.offset > offset) first = std::min(first, spot.element);
    }
    return {next->block, first};
  }
  return last != nullptr ? std::pair{last->block, last->element + 1} : std::pair{nullptr, 0UL};
}

}  // namespace

void FunctionLowering::PlaceLostCalls(const clang::Stmt& body) {
  text_ = std::make_unique<BodyText>(context_.ast, context_.skipped, body);
  if (text_->tokens().empty()) return;
  lost_ = std::make_unique<LostCalls>(context_, scope_, values_, function_, *text_);
  if (lost_->calls().empty()) return;
  std::vector<Spot> spots;
  if (!flow_->empty()) spots = SpotsOf(flow_->order(), *text_);
  for (const LostCall& call : lost_->calls()) {
    const unsigned offset = text_->tokens()[call.begin].offset;
    auto place = PlaceOf(spots, offset, text_->ScopeEnd(offset));
    if (place.first == nullptr && !flow_->empty()) place.first = flow_->order().front();
    lost_at_[place].push_back(call);
  }
}

void FunctionLowering::EmitLostCalls(const clang::CFGBlock* block, std::size_t element) {
  if (lost_at_.empty()) return;
  const auto found = lost_at_.find({block, element});
  if (found == lost_at_.end()) return;
  for (const LostCall& call : found->second) {
    auto event = lost_->EventOf(call);
    if (!event) continue;
    const bool is_known = event->kind == CxxEventKind::kCall && !event->callee.empty();
    const std::uint32_t number = Emit(*std::move(event), nullptr);
    if (auto store = lost_->StoreOfResult(call, number)) Emit(*std::move(store), nullptr);
    if (!is_known) continue;
    ++context_.unit.understanding.lost_calls;
    --context_.unit.understanding.calls;  // Emit counts it as one that Clang understood
  }
}

}  // namespace gonogo
