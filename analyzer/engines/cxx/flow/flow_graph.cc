#include "analyzer/engines/cxx/flow/flow_graph.h"

#include <algorithm>

namespace gonogo {
namespace {

// In longer functions only the nearest tests matter, and looking for them costs the square.
constexpr std::size_t kMostBlocks = 3000;

bool Tests(const CxxBlock& block) {
  return block.has_condition && block.next.size() == 2 && block.next[0] != block.next[1];
}

bool ReturnsBehind(const CxxBlock& block, std::uint32_t line) {
  return std::ranges::any_of(block.events, [&](const CxxEvent& event) {
    return event.kind == CxxEventKind::kReturn && event.place.line > line;
  });
}

}  // namespace

std::vector<bool> FlowGraph::Reach(std::uint32_t from, std::uint32_t without) const {
  std::vector<bool> reached(function_.blocks.size());
  std::vector<std::uint32_t> open;
  const auto enter = [&](std::uint32_t block) {
    if (block >= reached.size() || block == without || reached[block]) return;
    reached[block] = true;
    open.push_back(block);
  };
  enter(from);
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    for (const std::uint32_t next : function_.blocks[block].next) enter(next);
  }
  return reached;
}

const FlowGraph::Sides& FlowGraph::SidesOf(std::uint32_t block) {
  const auto [known, fresh] = sides_.try_emplace(block);
  Sides& sides = known->second;
  if (!fresh) return sides;
  const CxxBlock& test = function_.blocks[block];
  for (std::size_t edge = 0; edge < 2; ++edge) {
    sides.reached[edge] = Reach(test.next[edge], block);
  }
  bool meet = false;
  for (std::size_t i = 0; i < function_.blocks.size(); ++i) {
    const CxxBlock& other = function_.blocks[i];
    const bool only_exit = other.next.empty() && other.events.empty();
    meet = meet || (sides.reached[0][i] && sides.reached[1][i] && !only_exit);
  }
  // Where the outcomes never meet again, the one that reaches less is the one that leaves.
  std::size_t count[2] = {0, 0};
  for (std::size_t edge = 0; edge < 2; ++edge) {
    for (const bool reached : sides.reached[edge]) count[edge] += reached ? 1 : 0;
  }
  // What comes to the end of the function without a word of its own skips the rest: it is no
  // return.
  const auto skips = [&](std::size_t edge) {
    const std::uint32_t to = test.next[edge];
    return to < function_.blocks.size() && function_.blocks[to].next.empty() &&
           function_.blocks[to].events.empty();
  };
  sides.leaves[0] = !meet && !test.is_loop && count[0] <= count[1] && !skips(0);
  sides.leaves[1] = !meet && !test.is_loop && count[1] < count[0] && !skips(1);
  for (std::size_t edge = 0; meet && !test.is_loop && edge < 2; ++edge) {
    const bool is_short = 2 * count[edge] <= count[1 - edge];
    sides.leaves[edge] = is_short && Avoids(test.next[1 - edge], block, sides.reached[edge]);
  }
  // `if (!name || !url) return;` leaves by both tests if it does by the last.
  for (std::size_t edge = 0; meet && !test.is_loop && edge < 2; ++edge) {
    const std::uint32_t second = test.next[1 - edge];
    if (sides.leaves[edge] || second <= block || second >= function_.blocks.size()) continue;
    const CxxBlock& other = function_.blocks[second];
    if (!Tests(other) || other.is_loop) continue;
    for (std::size_t way = 0; way < 2; ++way) {
      if (other.next[way] == test.next[edge]) sides.leaves[edge] = SidesOf(second).leaves[way];
    }
  }
  return sides;
}

/// Whether a way from a block ends without what another way passes: `goto error` leads to a place
/// where only what failed cleans up. That stands behind the return of what went well; where what is
/// passed stands before, it is what went well, and the way around it has failed.
bool FlowGraph::Avoids(std::uint32_t from, std::uint32_t without,
                       const std::vector<bool>& passed) const {
  const auto is_exit = [&](std::uint32_t block) {
    return function_.blocks[block].next.empty() && function_.blocks[block].events.empty();
  };
  const std::uint32_t first = FirstReturn(passed);
  std::vector<bool> seen(function_.blocks.size());
  std::vector<std::uint32_t> open = {from};
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    if (block >= seen.size() || seen[block] || block == without) continue;
    if (is_exit(block)) return true;
    if (passed[block] || ReturnsBehind(function_.blocks[block], first)) continue;
    seen[block] = true;
    for (const std::uint32_t next : function_.blocks[block].next) open.push_back(next);
  }
  return false;
}

/// The line of the first return in some blocks; UINT32_MAX where there is none.
std::uint32_t FlowGraph::FirstReturn(const std::vector<bool>& blocks) const {
  std::uint32_t first = UINT32_MAX;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const CxxEvent& event : function_.blocks[i].events) {
      if (blocks[i] && event.kind == CxxEventKind::kReturn)
        first = std::min(first, event.place.line);
    }
  }
  return first;
}

/// A test at the end of a loop decides whether its body runs again, not whether it runs.
bool FlowGraph::IsReachedAround(std::uint32_t block, std::uint32_t test) {
  const auto [known, fresh] = around_.try_emplace(test);
  if (fresh) known->second = Reach(0, test);
  return known->second[block];
}

std::vector<Guard> FlowGraph::GuardsOf(std::uint32_t block) {
  std::vector<Guard> guards;
  if (function_.blocks.size() > kMostBlocks) return guards;
  for (std::uint32_t i = 0; i < function_.blocks.size(); ++i) {
    if (i == block || !Tests(function_.blocks[i])) continue;
    const Sides& sides = SidesOf(i);
    for (std::uint32_t edge = 0; edge < 2; ++edge) {
      if (!sides.reached[edge][block] || sides.reached[1 - edge][block]) continue;
      if (IsReachedAround(block, i)) continue;
      guards.push_back({.block = i, .edge = edge, .leaves = sides.leaves[1 - edge]});
    }
  }
  return guards;
}

std::vector<std::vector<Guard>> FlowGraph::AlternativesOf(std::uint32_t block) {
  std::vector<std::vector<Guard>> groups;
  const auto& blocks = function_.blocks;
  if (blocks.size() > kMostBlocks) return groups;
  if (before_.empty()) {
    before_.resize(blocks.size());
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      for (const std::uint32_t next : blocks[i].next) {
        if (next < blocks.size()) before_[next].push_back(i);
      }
    }
  }
  for (std::uint32_t head = 1; head < blocks.size(); ++head) {
    const std::vector<std::uint32_t>& tests = before_[head];
    const bool alike = tests.size() > 1 && std::ranges::all_of(tests, [&](std::uint32_t test) {
                         return Tests(blocks[test]) && !blocks[test].is_loop;
                       });
    if (!alike || (head != block && IsReachedAround(block, head))) continue;
    std::vector<Guard> group;
    bool leaves = false;
    for (const std::uint32_t test : tests) {
      const std::uint32_t edge = blocks[test].next[0] == head ? 0 : 1;
      group.push_back({.block = test, .edge = edge, .leaves = SidesOf(test).leaves[1 - edge]});
      leaves = leaves || group.back().leaves;
    }
    if (!leaves) groups.push_back(std::move(group));
  }
  return groups;
}

std::vector<std::uint32_t> FlowGraph::Guarded(std::uint32_t block, std::uint32_t edge) {
  std::vector<std::uint32_t> guarded;
  if (block >= function_.blocks.size() || !Tests(function_.blocks[block]) || edge > 1) {
    return guarded;
  }
  const Sides& sides = SidesOf(block);
  for (std::uint32_t i = 0; i < function_.blocks.size(); ++i) {
    if (sides.reached[edge][i] && !sides.reached[1 - edge][i]) guarded.push_back(i);
  }
  return guarded;
}

}  // namespace gonogo
