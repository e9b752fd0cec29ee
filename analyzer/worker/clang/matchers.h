// Matchers: the expressions of `matcher` clauses, as clang-query reads them, run over the
// declarations of the tree alone.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "analyzer/worker/clang/unit_context.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {

class Matchers {
 public:
  /// Expressions that cannot be read are left out; why is in `errors`.
  Matchers(const std::vector<std::string>& expressions, std::vector<MatcherError>& errors);
  ~Matchers();
  Matchers(const Matchers&) = delete;
  Matchers& operator=(const Matchers&) = delete;

  bool empty() const;
  /// Adds the hits to the unit, by place. The traversal scope of the context is to be set.
  void Run(UnitContext& context) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace gonogo
