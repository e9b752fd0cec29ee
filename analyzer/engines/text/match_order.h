// MatchOrder: what both text engines do with their output in the end, so that
// it is the same whatever the order of rules, alternatives and hits: sorted by
// place and rule, each match once.
#pragma once

#include <cstddef>
#include <string>

#include "analyzer/engines/engine.h"

namespace gonogo {

/// Remembers what the output held before an engine added to it.
class OutputMark {
 public:
  explicit OutputMark(const EngineOutput& output)
      : matches_(output.matches.size()),
        rejections_(output.rejections.size()),
        offsets_(output.suppression_offsets.size()) {}

  void SortAndUnique(EngineOutput& output) const;

 private:
  std::size_t matches_, rejections_, offsets_;
};

Notice TooManyCandidates(const std::string& path, const Rule& rule);

}  // namespace gonogo
