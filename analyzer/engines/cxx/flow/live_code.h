// LiveCode: which blocks of a function can be reached, as far as tests of what is constant in the
// whole program tell: `if (0)`, a static flag that nobody changes, a function that always returns
// the same.
#pragma once

#include <map>
#include <vector>

#include "analyzer/engines/cxx/flow/program.h"
#include "analyzer/engines/cxx/flow/values.h"

namespace gonogo {

class LiveCode {
 public:
  LiveCode(const CxxProgram& program, Resolver& resolver)
      : program_(program), resolver_(resolver) {}

  bool IsLive(EventId at);
  /// Whether control can go from a block to its successor of this number.
  bool CanGo(FunctionId function, std::uint32_t block, std::size_t edge);

 private:
  struct Blocks {
    std::vector<bool> live;
    std::vector<std::size_t> only;  // by block: the one edge that is taken, or kAny
  };
  static constexpr std::size_t kAny = SIZE_MAX;

  const Blocks& Of(FunctionId function);
  std::size_t OnlyEdge(const CxxBlock& block, FunctionId function);

  const CxxProgram& program_;
  Resolver& resolver_;
  std::map<FunctionId, Blocks> known_;
};

}  // namespace gonogo
