// CHECK: an assertion that is always on. A failed CHECK is a bug in gonogo, never a property of the
// input; it prints the condition and aborts. Input problems are Notices, failures of a run are
// Results.
#pragma once

namespace gonogo {

[[noreturn]] void CheckFailed(const char* condition, const char* file, int line);

}  // namespace gonogo

#define CHECK(condition)                                          \
  do {                                                            \
    if (!(condition)) [[unlikely]]                                \
      ::gonogo::CheckFailed(#condition, __FILE_NAME__, __LINE__); \
  } while (false)
