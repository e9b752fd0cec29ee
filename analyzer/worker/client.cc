#include "analyzer/worker/client.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <utility>

#include "analyzer/base/parallel_for.h"

namespace gonogo {
namespace {

// A worker that something outside kills says nothing about its unit; but what kills workers may be
// the kernel, because of that very unit.
constexpr unsigned kMostTriesAgainstKills = 4;
constexpr unsigned kMostStarts = 4;
constexpr TimeLimit kSetupLimit{20'000};

bool IsOfOutside(int status) {
  if (!WIFSIGNALED(status)) return false;
  const int signal = WTERMSIG(status);
  return signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP;
}

std::string Describe(int status) {
  if (WIFSIGNALED(status)) return fmt::format("signal {}", WTERMSIG(status));
  return fmt::format("exit code {}", WEXITSTATUS(status));
}

/// What became of a unit whose worker is gone.
UnitResult Lost(ExchangeEnd end, int status, const WorkerOptions& options) {
  UnitResult result;
  if (end == ExchangeEnd::kTimedOut) {
    result.fate = UnitFate::kTimedOut;
    result.detail =
        fmt::format("the limit is {} s", static_cast<double>(options.time_limit.count()) / 1000);
  } else if (end == ExchangeEnd::kBroken) {
    result.fate = UnitFate::kGarbled;
    result.detail = "its answer is malformed";
  } else if (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemoryExit) {
    result.fate = UnitFate::kOutOfMemory;
    result.detail = fmt::format("the limit is {} MB", options.memory_limit >> 20);
  } else {
    result.fate = UnitFate::kCrashed;
    result.detail = Describe(status);
  }
  return result;
}

}  // namespace

struct WorkerPool::Slot {
  std::optional<Child> child;
  bool fresh = false;  // the child has had no unit yet
  unsigned failed_starts = 0;
};

WorkerPool::WorkerPool(SetupRequest setup, WorkerOptions options)
    : setup_(Encode(Request(std::move(setup)))),
      options_(std::move(options)),
      slots_(std::max(1U, options_.processes)) {}

WorkerPool::~WorkerPool() = default;

std::optional<SetupAnswer> WorkerPool::setup_answer() const {
  const std::scoped_lock lock(mutex_);
  return answer_;
}

std::vector<pid_t> WorkerPool::pids() const {
  const std::scoped_lock lock(mutex_);
  std::vector<pid_t> pids;
  for (const Slot& slot : slots_) {
    if (slot.child) pids.push_back(slot.child->pid());
  }
  return pids;
}

/// Makes sure that the slot has a worker that is set up.
bool WorkerPool::Prepare(Slot& slot, std::string& detail) {
  while (!slot.child && slot.failed_starts < kMostStarts) {
    ++slot.failed_starts;
    Result<Child> child = Child::Start(options_.command, options_.memory_limit);
    if (!child) {
      detail = child.error().message;
      continue;
    }
    std::string json;
    const ExchangeEnd end = child->Exchange(setup_, kSetupLimit, json);
    const auto answer = DecodeAnswer(end == ExchangeEnd::kAnswered ? json : "");
    if (!answer || !std::holds_alternative<SetupAnswer>(*answer)) {
      detail = end == ExchangeEnd::kGone ? Describe(child->End()) : "it does not answer";
      continue;
    }
    slot.failed_starts = 0;
    slot.fresh = true;
    const std::scoped_lock lock(mutex_);
    slot.child.emplace(std::move(*child));
    if (!answer_) answer_ = std::get<SetupAnswer>(*answer);
  }
  return slot.child.has_value();
}

UnitResult WorkerPool::ParseOne(const ParseRequest& request, Slot& slot) {
  const std::string payload = Encode(Request(request));
  for (unsigned lost = 0;; ++lost) {
    UnitResult result;
    result.lost_workers = lost;
    if (!Prepare(slot, result.detail)) return result;
    const bool fresh = std::exchange(slot.fresh, false);
    std::string json;
    ExchangeEnd end = slot.child->Exchange(payload, options_.time_limit, json);
    if (end == ExchangeEnd::kAnswered) {
      Result<Answer> answer = DecodeAnswer(json);
      auto* parsed = answer ? std::get_if<ParseAnswer>(&*answer) : nullptr;
      if (parsed != nullptr && parsed->id == request.id) {
        result.fate = parsed->failure ? UnitFate::kFailed : UnitFate::kParsed;
        result.answer = std::move(*parsed);
        return result;
      }
      end = ExchangeEnd::kBroken;
    }
    int status = 0;
    {
      const std::scoped_lock lock(mutex_);
      status = slot.child->End();
      slot.child.reset();
    }
    result = Lost(end, status, options_);
    result.lost_workers = lost + 1;
    const bool outside = end == ExchangeEnd::kGone && IsOfOutside(status);
    const bool own_fault = outside ? lost + 1 >= kMostTriesAgainstKills : fresh;
    if (own_fault || end == ExchangeEnd::kTimedOut) return result;
  }
}

void WorkerPool::Parse(std::span<const ParseRequest> requests, const Done& done) {
  ParallelFor(requests.size(), options_.processes, [&](std::size_t index, unsigned worker) {
    done(index, ParseOne(requests[index], slots_[worker]));
  });
}

}  // namespace gonogo
