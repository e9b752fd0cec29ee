// FlowGraph: which tests decide whether a block of a function is reached.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// A test whose outcome `edge` leads to a block, while the other outcome does not.
struct Guard {
  std::uint32_t block = 0;
  std::uint32_t edge = 0;
  bool leaves = false;  // the other outcome leaves the function, as `if (!handle) return;` does
};

class FlowGraph {
 public:
  explicit FlowGraph(const CxxFunction& function) : function_(function) {}

  /// Outermost first, as far as blocks are in that order.
  std::vector<Guard> GuardsOf(std::uint32_t block);
  /// `if (a || b)`: tests of which each alone leads to a block that nothing else leads to; the
  /// groups of all blocks that the block cannot be reached without.
  std::vector<std::vector<Guard>> AlternativesOf(std::uint32_t block);
  /// Blocks that one outcome of a test reaches and the other does not.
  std::vector<std::uint32_t> Guarded(std::uint32_t block, std::uint32_t edge);

 private:
  struct Sides {
    std::vector<bool> reached[2];
    bool leaves[2] = {false, false};
  };

  bool IsReachedAround(std::uint32_t block, std::uint32_t test);
  const Sides& SidesOf(std::uint32_t block);
  bool Avoids(std::uint32_t from, std::uint32_t without, const std::vector<bool>& passed) const;
  std::uint32_t FirstReturn(const std::vector<bool>& blocks) const;
  std::vector<bool> Reach(std::uint32_t from, std::uint32_t without) const;

  const CxxFunction& function_;
  std::map<std::uint32_t, Sides> sides_;
  std::vector<std::vector<std::uint32_t>> before_;     // of each block; filled once it is asked for
  std::map<std::uint32_t, std::vector<bool>> around_;  // reached without the test
};

}  // namespace gonogo
