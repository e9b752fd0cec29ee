// A thread with a stack large enough for Clang to recurse on.
#pragma once

#include <functional>

namespace gonogo {

/// Runs a function on such a thread and waits for it.
void RunOnBigStack(const std::function<void()>& function);

}  // namespace gonogo
