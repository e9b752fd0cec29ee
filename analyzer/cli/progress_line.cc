#include "analyzer/cli/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

namespace gonogo {

struct ProgressLine::State {
  std::mutex mutex;
  std::condition_variable_any ended;
  std::jthread thread;
};

namespace {

void Print(const Progress& progress) {
  const auto files = progress.files.load();
  const std::string line = files == 0
                               ? "gonogo: listing files"
                               : fmt::format("gonogo: {} of {} files", progress.done.load(), files);
  fmt::print(stderr, "\r\x1b[2K{}", line);
  std::fflush(stderr);
}

}  // namespace

ProgressLine::ProgressLine(const Progress& progress) {
  if (isatty(STDERR_FILENO) == 0) return;
  state_ = std::make_unique<State>();
  state_->thread = std::jthread([&progress, state = state_.get()](std::stop_token stop) {
    std::unique_lock lock(state->mutex);
    auto wait = std::chrono::milliseconds(1000);
    bool printed = false;
    while (!state->ended.wait_for(lock, stop, wait, [&stop] { return stop.stop_requested(); }) &&
           !stop.stop_requested()) {
      Print(progress);
      printed = true;
      wait = std::chrono::milliseconds(200);
    }
    if (printed) fmt::print(stderr, "\r\x1b[2K");
  });
}

ProgressLine::~ProgressLine() = default;

}  // namespace gonogo
