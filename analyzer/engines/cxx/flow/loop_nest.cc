// Strongly connected components by Tarjan, without recursion: code may nest deep.

#include "analyzer/engines/cxx/flow/loop_nest.h"

#include <algorithm>
#include <utility>

namespace gonogo {
namespace {

constexpr std::size_t kMostBlocks = 20'000;
constexpr unsigned kDeepest = 16;

class Components {
 public:
  Components(const CxxFunction& function, const std::vector<bool>& allowed)
      : function_(function), allowed_(allowed), number_(allowed.size()), low_(allowed.size()) {}

  /// Those that hold a cycle.
  std::vector<std::vector<std::uint32_t>> Find() {
    for (std::uint32_t block = 0; block < allowed_.size(); ++block) {
      if (allowed_[block] && number_[block] == 0) Visit(block);
    }
    return std::move(found_);
  }

 private:
  struct Step {
    std::uint32_t block = 0;
    std::size_t next = 0;
  };

  void Enter(std::uint32_t block) {
    number_[block] = low_[block] = ++count_;
    stack_.push_back(block);
    on_stack_.resize(allowed_.size());
    on_stack_[block] = true;
    open_.push_back({block});
  }

  void Visit(std::uint32_t root) {
    Enter(root);
    while (!open_.empty()) {
      Step& step = open_.back();
      const auto& next = function_.blocks[step.block].next;
      if (step.next == next.size()) {
        Leave();
        continue;
      }
      const std::uint32_t to = next[step.next++];
      if (to >= allowed_.size() || !allowed_[to]) continue;
      if (number_[to] == 0) {
        Enter(to);
      } else if (on_stack_[to]) {
        low_[step.block] = std::min(low_[step.block], number_[to]);
      }
    }
  }

  void Leave() {
    const std::uint32_t block = open_.back().block;
    open_.pop_back();
    if (!open_.empty()) {
      low_[open_.back().block] = std::min(low_[open_.back().block], low_[block]);
    }
    if (low_[block] != number_[block]) return;
    std::vector<std::uint32_t> component;
    do {
      component.push_back(stack_.back());
      on_stack_[stack_.back()] = false;
      stack_.pop_back();
    } while (component.back() != block);
    const auto& next = function_.blocks[block].next;
    if (component.size() > 1 || std::ranges::count(next, block) > 0) {
      found_.push_back(std::move(component));
    }
  }

  const CxxFunction& function_;
  const std::vector<bool>& allowed_;
  std::vector<std::uint32_t> number_;
  std::vector<std::uint32_t> low_;
  std::vector<bool> on_stack_;
  std::vector<std::uint32_t> stack_;
  std::vector<Step> open_;
  std::vector<std::vector<std::uint32_t>> found_;
  std::uint32_t count_ = 0;
};

}  // namespace

std::vector<CodeLoop> LoopsOf(const CxxFunction& function) {
  std::vector<CodeLoop> loops;
  const std::size_t count = function.blocks.size();
  if (count > kMostBlocks) return loops;
  std::vector<std::pair<std::vector<bool>, unsigned>> open;
  open.emplace_back(std::vector<bool>(count, true), 0);
  while (!open.empty()) {
    const auto [allowed, depth] = std::move(open.back());
    open.pop_back();
    for (const auto& component : Components(function, allowed).Find()) {
      CodeLoop loop{.head = *std::ranges::min_element(component), .body = std::vector<bool>(count)};
      for (const std::uint32_t block : component) loop.body[block] = true;
      if (depth < kDeepest) {
        open.emplace_back(loop.body, depth + 1);
        open.back().first[loop.head] = false;
      }
      loops.push_back(std::move(loop));
    }
  }
  // What holds more is further out.
  std::ranges::stable_sort(loops, std::greater<>(), [](const CodeLoop& loop) {
    return std::ranges::count(loop.body, true);
  });
  return loops;
}

std::vector<bool> LeadingTo(const CxxFunction& function, std::uint32_t goal) {
  return LeadingTo(function, goal, std::vector<bool>(function.blocks.size(), true));
}

std::vector<bool> LeadingTo(const CxxFunction& function, std::uint32_t goal,
                            const std::vector<bool>& part) {
  std::vector<std::vector<std::uint32_t>> before(function.blocks.size());
  for (std::uint32_t i = 0; i < function.blocks.size(); ++i) {
    if (!part[i]) continue;
    for (const std::uint32_t next : function.blocks[i].next) {
      if (next < before.size() && part[next]) before[next].push_back(i);
    }
  }
  std::vector<bool> leads(function.blocks.size());
  leads[goal] = true;
  std::vector<std::uint32_t> open = {goal};
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    for (const std::uint32_t from : before[block]) {
      if (leads[from]) continue;
      leads[from] = true;
      open.push_back(from);
    }
  }
  return leads;
}

bool LeadsPast(const CxxFunction& function, std::uint32_t from, std::uint32_t to,
               std::size_t past) {
  std::vector<bool> seen(function.blocks.size());
  std::vector<std::uint32_t> open = {from};
  while (!open.empty()) {
    const std::uint32_t block = open.back();
    open.pop_back();
    if (block == to) return true;
    if (block >= seen.size() || seen[block] || block == past) continue;
    seen[block] = true;
    open.insert(open.end(), function.blocks[block].next.begin(), function.blocks[block].next.end());
  }
  return false;
}

}  // namespace gonogo
