// Names of calls that leave the program, for libraries that no rule names: connecting, asking,
// sending. A name alone is weak: who goes by it wants more signs of a retry.
#pragma once

#include <string_view>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// A call of a library, or of a function of the tree that sets up a connection or opens a device,
/// whose name says that it leaves the program.
bool SoundsLikeAttempt(const CxxEvent& event);
/// Whether its name says that it sets up a connection.
bool SoundsLikeConnect(const CxxEvent& event);
/// A counter or flag of attempts: "retries", "tried", "attempt_no".
bool SoundsLikeRetry(std::string_view name);

}  // namespace gonogo
