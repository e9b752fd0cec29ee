// Client: units are given to a pool of worker processes and come back lowered, in the order of the
// requests whatever the number of processes. Workers are started when the first unit comes. A unit
// on which a worker crashes, hangs or runs out of memory costs that unit and nothing else: the
// worker is replaced, and a unit whose worker died for another's sake, or from outside, is given to
// a fresh one.
//
//   WorkerPool pool(setup, {.command = {path}, .processes = 4});
//   pool.Parse(requests, [&](std::size_t index, UnitResult result) { ... });
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyzer/worker/child.h"
#include "analyzer/worker/protocol.h"

namespace gonogo {

struct WorkerOptions {
  std::vector<std::string> command;  // the program's path first
  unsigned processes = 1;
  std::uint64_t memory_limit = std::uint64_t{1536} << 20;  // bytes of address space
  TimeLimit time_limit{30'000};                            // of one unit
};

enum class UnitFate : std::uint8_t {
  kParsed,
  kFailed,  // the worker says why
  kCrashed,
  kTimedOut,
  kOutOfMemory,
  kGarbled,   // it answered with what is no answer
  kNoWorker,  // none could be started
};

struct UnitResult {
  UnitFate fate = UnitFate::kNoWorker;
  ParseAnswer answer;         // kParsed, kFailed
  std::string detail;         // of the other fates: a clause for people, such as "signal 11"
  unsigned lost_workers = 0;  // that ended while they had this unit
};

class WorkerPool {
 public:
  WorkerPool(SetupRequest setup, WorkerOptions options);
  ~WorkerPool();

  using Done = std::function<void(std::size_t index, UnitResult&& result)>;
  /// Calls `done` once for each request, from several threads, each index once. Workers stay for
  /// the next call.
  void Parse(std::span<const ParseRequest> requests, const Done& done);

  /// What the first worker said to the set-up; nothing where none has answered yet.
  std::optional<SetupAnswer> setup_answer() const;

  /// Of the workers that run now, for tests.
  std::vector<pid_t> pids() const;

 private:
  struct Slot;

  UnitResult ParseOne(const ParseRequest& request, Slot& slot);
  bool Prepare(Slot& slot, std::string& detail);

  std::string setup_;  // encoded
  WorkerOptions options_;
  mutable std::mutex mutex_;
  std::optional<SetupAnswer> answer_;
  std::vector<Slot> slots_;
};

}  // namespace gonogo
