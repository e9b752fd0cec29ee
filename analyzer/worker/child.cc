#include "analyzer/worker/child.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr int kClockPerCpu = 4;

std::string Reason(int code) { return std::generic_category().message(code); }

/// File actions and attributes of posix_spawn, which frees them.
class SpawnSettings {
 public:
  explicit SpawnSettings(int socket) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, socket, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_init(&attributes_);
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  int Spawn(const std::vector<std::string>& command, pid_t& pid) const {
    std::vector<char*> arguments;
    for (const std::string& argument : command)
      arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    std::string locale = "LC_ALL=C";
    std::array<char*, 2> environment = {locale.data(), nullptr};
    return posix_spawn(&pid, arguments[0], &actions_, &attributes_, arguments.data(),
                       environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// From outside, before the child has been sent anything: nothing runs between fork and exec.
void Limit(pid_t pid, std::uint64_t memory) {
  const auto set = [pid](__rlimit_resource what, rlim_t most) {
    const rlimit limit = {most, most};
    prlimit(pid, what, &limit, nullptr);
  };
  set(RLIMIT_AS, memory);
  set(RLIMIT_CORE, 0);
  set(RLIMIT_FSIZE, 0);
}

milliseconds CpuTimeOf(pid_t pid) {
  clockid_t clock = 0;
  timespec time{};
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
  return std::chrono::duration_cast<milliseconds>(std::chrono::seconds(time.tv_sec) +
                                                  std::chrono::nanoseconds(time.tv_nsec));
}

}  // namespace

/// How long the child may still take for one exchange.
class Child::Watch {
 public:
  Watch(pid_t pid, TimeLimit limit)
      : pid_(pid), cpu_end_(CpuTimeOf(pid) + limit), end_(Clock::now() + kClockPerCpu * limit) {}

  /// Waits for one of `events`. False when the time is over.
  bool Wait(int socket, short events) const {
    for (;;) {
      const milliseconds cpu_left = cpu_end_ - CpuTimeOf(pid_);
      const auto left = std::min<milliseconds>(
          cpu_left, std::chrono::duration_cast<milliseconds>(end_ - Clock::now()));
      if (left <= milliseconds(0)) return false;
      pollfd polled = {socket, events, 0};
      const int got =
          poll(&polled, 1, static_cast<int>(std::min<std::int64_t>(left.count() + 1, 60'000)));
      if (got > 0) return true;
    }
  }

 private:
  pid_t pid_;
  milliseconds cpu_end_;
  Clock::time_point end_;
};

Result<Child> Child::Start(const std::vector<std::string>& command, std::uint64_t memory_limit) {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return Fail(Reason(errno));
  Child child;
  child.socket_ = OwnedFd(ends[0]);
  const OwnedFd theirs(ends[1]);
  const int code = SpawnSettings(theirs.get()).Spawn(command, child.pid_.value);
  if (code != 0) {
    child.pid_.value = -1;
    return Fail(Reason(code));
  }
  Limit(child.pid_.value, memory_limit);
  fcntl(child.socket_.get(), F_SETFL, O_NONBLOCK);
  return child;
}

Child& Child::operator=(Child&& other) noexcept {
  if (this == &other) return *this;
  End();
  pid_.value = std::exchange(other.pid_.value, -1);
  socket_ = std::move(other.socket_);
  cutter_ = std::move(other.cutter_);
  return *this;
}

Child::~Child() { End(); }

bool Child::Send(std::string_view frame, const Watch& watch) const {
  while (!frame.empty()) {
    const ssize_t put = send(socket_.get(), frame.data(), frame.size(), MSG_NOSIGNAL);
    if (put > 0) frame.remove_prefix(static_cast<std::size_t>(put));
    if (put < 0 && errno != EAGAIN && errno != EINTR) return false;
    if (!frame.empty() && !watch.Wait(socket_.get(), POLLOUT)) return false;
  }
  return true;
}

ExchangeEnd Child::Exchange(std::string_view payload, TimeLimit limit, std::string& answer) {
  const Watch watch(pid_.value, limit);
  if (payload.size() > kMostFrameBytes) return ExchangeEnd::kBroken;
  if (!Send(Framed(payload), watch)) return ExchangeEnd::kGone;
  std::vector<char> buffer(256 * 1024);
  for (;;) {
    if (auto next = cutter_.Next()) {
      answer = std::move(*next);
      // Nothing was asked beyond this answer: more bytes would answer the next question.
      return cutter_.empty() ? ExchangeEnd::kAnswered : ExchangeEnd::kBroken;
    }
    if (cutter_.broken()) return ExchangeEnd::kBroken;
    if (!watch.Wait(socket_.get(), POLLIN)) return ExchangeEnd::kTimedOut;
    const ssize_t got = recv(socket_.get(), buffer.data(), buffer.size(), 0);
    if (got > 0) cutter_.Add({buffer.data(), static_cast<std::size_t>(got)});
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR)) return ExchangeEnd::kGone;
  }
}

int Child::End() {
  if (pid_.value < 0) return 0;
  // One that has ended by itself keeps its own status.
  int status = 0;
  kill(pid_.value, SIGKILL);
  while (waitpid(pid_.value, &status, 0) < 0 && errno == EINTR) {
  }
  pid_.value = -1;
  socket_ = OwnedFd();
  return status;
}

}  // namespace gonogo
