// ProgressLine: one line on standard error that tells how far a long run is. Only on a terminal,
// and only after the first second, so that short runs and logs stay clean.
#pragma once

#include <memory>

#include "analyzer/pipeline.h"

namespace gonogo {

class ProgressLine {
 public:
  /// Watches until it is destroyed, which wipes the line.
  explicit ProgressLine(const Progress& progress);
  ~ProgressLine();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gonogo
