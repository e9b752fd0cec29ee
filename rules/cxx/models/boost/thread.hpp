// Model of Boost.Thread: threads and locks as those of the standard library.
#pragma once

#if __has_include(<thread>)
#include <condition_variable>
#include <mutex>
#include <thread>

namespace boost {
using std::adopt_lock;
using std::condition_variable;
using std::defer_lock;
using std::lock_guard;
using std::mutex;
using std::recursive_mutex;
using std::thread;
using std::unique_lock;
namespace this_thread = std::this_thread;
class thread_group {
 public:
  template <class F>
  thread* create_thread(F f);
  void join_all();
  void interrupt_all();
};
}  // namespace boost
#endif
