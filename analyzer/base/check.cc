#include "analyzer/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace gonogo {

void CheckFailed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "gonogo: bug: %s:%d: %s does not hold\n", file, line, condition);
  std::abort();
}

}  // namespace gonogo
