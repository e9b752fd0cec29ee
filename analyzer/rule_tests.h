// RuleTests: a rule's examples are its tests. Each example is a small tree that goes through the
// same step as any file: marked lines must be found by the rule, others must not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

enum class ExampleFault : std::uint8_t {
  kMissing,  // a marked line was not found
  kNoisy,    // a line was found that is not marked
  kPasses,   // an example that is listed as a known gap passes now
};

struct ExampleFailure {
  const Rule* rule = nullptr;
  ExampleFault fault = ExampleFault::kMissing;
  std::uint32_t rule_line = 0;  // where the example stands in the rule file
  std::string path;             // of the file in the example
  std::uint32_t line = 0;       // in that file
  std::string detail;           // what was rejected there and why; may be empty
};

struct RuleTestReport {
  std::size_t examples = 0;
  std::vector<ExampleFailure> failures;
};

/// Runs the examples of `rules`, which are all in `book`.
Result<RuleTestReport> TestRules(const RuleBook& book, const std::vector<const Rule*>& rules);

}  // namespace gonogo
