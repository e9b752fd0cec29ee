#include "analyzer/worker/clang/big_stack.h"

#include <pthread.h>

#include <clang/Basic/Stack.h>

#include "analyzer/base/check.h"

namespace gonogo {
namespace {

/// Address space only: pages that nobody touches cost nothing.
constexpr std::size_t kStackBytes = 64U << 20;

void* Run(void* function) {
  clang::noteBottomOfStack();
  (*static_cast<const std::function<void()>*>(function))();
  return nullptr;
}

}  // namespace

void RunOnBigStack(const std::function<void()>& function) {
  pthread_attr_t attributes;
  CHECK(::pthread_attr_init(&attributes) == 0);
  CHECK(::pthread_attr_setstacksize(&attributes, kStackBytes) == 0);
  pthread_t thread = {};
  CHECK(::pthread_create(&thread, &attributes, Run,
                         const_cast<std::function<void()>*>(&function)) == 0);
  ::pthread_join(thread, nullptr);
  ::pthread_attr_destroy(&attributes);
}

}  // namespace gonogo
