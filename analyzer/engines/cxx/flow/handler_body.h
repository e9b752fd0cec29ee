// HandlerBody: what a function does that was handed to somebody who calls it later: a signal
// handler, a callback, the handler of a route.
//
// What it hands on in turn (to a thread, a queue, an event loop) is done by others.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/engines/cxx/flow/flow_graph.h"
#include "analyzer/engines/cxx/flow/program.h"

namespace gonogo {

class HandlerBody {
 public:
  explicit HandlerBody(const CxxProgram& program) : program_(program) {}

  /// The calls, one inside the other and as few as can be, by which a body comes to a call of one
  /// of `names`; the last is that call. Empty: it comes to none.
  const std::vector<EventId>& ChainTo(FunctionId body, std::span<const std::string_view> names);
  /// The same, of calls that are made each time: nothing but what the function was handed decides.
  const std::vector<EventId>& EndOf(FunctionId body, std::span<const std::string_view> names);
  /// Whether it does and answers the same each time: it tests nothing, and what it hands on is
  /// neither of the object nor of the program.
  bool IsFixed(FunctionId body);

 private:
  using Key = std::pair<const void*, FunctionId>;
  using Chains = std::map<Key, std::vector<EventId>>;

  const std::vector<EventId>& Find(FunctionId body, std::span<const std::string_view> names,
                                   bool each_time, Chains& chains);
  bool IsEachTime(EventId at);
  bool IsFixed(FunctionId body, unsigned depth);
  bool IsFixed(EventId at) const;

  const CxxProgram& program_;
  std::map<FunctionId, std::unique_ptr<FlowGraph>> graphs_;
  Chains chains_;
  Chains ends_;
  std::map<FunctionId, bool> fixed_;
};

}  // namespace gonogo
