// Loops of a function as its blocks show them: `while`, `for`, `do`, a `goto` back and a `continue`
// are all cycles. What a loop holds without its head is looked at again for loops inside.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

struct CodeLoop {
  std::uint32_t head = 0;  // by which the cycle is entered
  std::vector<bool> body;  // by block
};

/// Outer loops before those inside them. Of a function with very many blocks there are none.
std::vector<CodeLoop> LoopsOf(const CxxFunction& function);

/// The blocks from which another can be reached, with itself.
std::vector<bool> LeadingTo(const CxxFunction& function, std::uint32_t goal);
/// Likewise, by ways that stay within the part.
std::vector<bool> LeadingTo(const CxxFunction& function, std::uint32_t goal,
                            const std::vector<bool>& part);

/// Whether a way leads from one block to another without passing a third.
bool LeadsPast(const CxxFunction& function, std::uint32_t from, std::uint32_t to, std::size_t past);

}  // namespace gonogo
