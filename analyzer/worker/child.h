// Child: one worker process and the socket to it. It is started without the caller's environment,
// descriptors or standard error, may write no file, dump no core and use no more memory than it is
// given. What it was sent is not trusted to be harmless, so every wait for it has an end.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/open_beneath.h"
#include "analyzer/base/result.h"
#include "analyzer/worker/frame.h"

namespace gonogo {

/// CPU time that the child may use, and four times as much by the clock, so that a busy machine
/// makes no unit fail.
using TimeLimit = std::chrono::milliseconds;

enum class ExchangeEnd : std::uint8_t { kAnswered, kGone, kTimedOut, kBroken };

class Child {
 public:
  static Result<Child> Start(const std::vector<std::string>& command, std::uint64_t memory_limit);
  Child(Child&&) noexcept = default;
  Child& operator=(Child&& other) noexcept;
  ~Child();

  /// Sends one payload and waits for one. After anything but kAnswered the child is of no more use.
  ExchangeEnd Exchange(std::string_view payload, TimeLimit limit, std::string& answer);

  /// Ends the child where it still runs; the status that waitpid gives.
  int End();

  pid_t pid() const { return pid_.value; }

 private:
  struct OwnedPid {
    pid_t value = -1;
    OwnedPid() = default;
    OwnedPid(OwnedPid&& other) noexcept : value(other.value) { other.value = -1; }
    OwnedPid& operator=(OwnedPid&& other) noexcept = default;
  };
  class Watch;

  Child() = default;
  bool Send(std::string_view frame, const Watch& watch) const;

  OwnedPid pid_;
  OwnedFd socket_;
  FrameCutter cutter_;
};

}  // namespace gonogo
