// UnitParser: one request in, one unit out. Everything between, from flags to lowered functions, is
// on one thread with a stack of its own, and nothing is kept from one unit to the next but the
// files that the program carries and the system's headers precompiled.
#pragma once

#include <memory>

#include "analyzer/worker/clang/embedded_files.h"
#include "analyzer/worker/clang/matchers.h"
#include "analyzer/worker/clang/prelude.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {

/// Where the processor's time of a parse went, in seconds.
struct ParseTimes {
  double whole = 0;
  double lowering = 0;
  double matching = 0;
};

class UnitParser {
 public:
  UnitParser();

  SetupAnswer Setup(const SetupRequest& request);
  ParseAnswer Parse(const ParseRequest& request);
  /// Of the last parse.
  const ParseTimes& times() const { return times_; }

 private:
  EmbeddedFiles embedded_;
  std::unique_ptr<Matchers> matchers_;
  Preludes preludes_;
  ParseTimes times_;
};

}  // namespace gonogo
