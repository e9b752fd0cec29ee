#include "analyzer/base/parallel_for.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace gonogo {

unsigned DefaultThreadCount() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (sched_getaffinity(0, sizeof(allowed), &allowed) == 0) {
    return static_cast<unsigned>(std::max(1, CPU_COUNT(&allowed)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

void ParallelFor(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t index, unsigned worker)>& body) {
  std::atomic<std::size_t> next{0};
  const auto work = [&](unsigned worker) {
    for (std::size_t index = next.fetch_add(1); index < count; index = next.fetch_add(1)) {
      body(index, worker);
    }
  };
  const std::size_t useful =
      std::min<std::size_t>(std::max(1U, threads), std::max<std::size_t>(1, count));
  std::vector<std::jthread> others;
  for (std::size_t worker = 1; worker < useful; ++worker) {
    others.emplace_back(work, static_cast<unsigned>(worker));
  }
  work(0);
}

}  // namespace gonogo
