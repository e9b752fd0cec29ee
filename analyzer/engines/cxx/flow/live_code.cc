#include "analyzer/engines/cxx/flow/live_code.h"

namespace gonogo {

bool LiveCode::IsLive(EventId at) {
  const std::uint32_t block = program_.function(at.function).block_of[at.event];
  return Of(at.function).live[block];
}

bool LiveCode::CanGo(FunctionId function, std::uint32_t block, std::size_t edge) {
  const Blocks& blocks = Of(function);
  return blocks.live[block] && (blocks.only[block] == kAny || blocks.only[block] == edge);
}

std::size_t LiveCode::OnlyEdge(const CxxBlock& block, FunctionId function) {
  // A loop that runs while a constant holds may be left from within; its end is no dead code.
  if (!block.has_condition || block.is_loop || block.next.size() != 2) return kAny;
  const CxxValue* const constant = resolver_.Single(block.condition, function, {});
  if (constant == nullptr || constant->kind != CxxValueKind::kInteger) return kAny;
  return IsTrue(*constant) ? 0 : 1;
}

const LiveCode::Blocks& LiveCode::Of(FunctionId function) {
  const auto [known, fresh] = known_.try_emplace(function);
  if (!fresh) return known->second;
  const auto& blocks = program_.function(function).function->blocks;
  Blocks found{std::vector<bool>(blocks.size()), {}};
  for (const CxxBlock& block : blocks) found.only.push_back(OnlyEdge(block, function));
  std::vector<std::uint32_t> open;
  if (!blocks.empty()) open.push_back(0);
  while (!open.empty()) {
    const std::uint32_t at = open.back();
    open.pop_back();
    if (found.live[at]) continue;
    found.live[at] = true;
    for (std::size_t edge = 0; edge < blocks[at].next.size(); ++edge) {
      const std::uint32_t next = blocks[at].next[edge];
      const bool taken = found.only[at] == kAny || found.only[at] == edge;
      if (taken && next < blocks.size()) open.push_back(next);
    }
  }
  return known_[function] = std::move(found);
}

}  // namespace gonogo
