// ParallelFor: the one form of parallelism in gonogo. Indices are handed out in ascending order,
// one at a time, so that neighbours in a sorted list run close together and no worker idles.
#pragma once

#include <cstddef>
#include <functional>

namespace gonogo {

/// The number of threads to use when the user named none: the CPUs that this process may run on.
unsigned DefaultThreadCount();

/// Calls body(index, worker) once for each index below count; worker is below threads. Returns when
/// all calls have returned. The calling thread is worker 0; with threads == 1 no thread is started.
void ParallelFor(std::size_t count, unsigned threads,
                 const std::function<void(std::size_t index, unsigned worker)>& body);

}  // namespace gonogo
