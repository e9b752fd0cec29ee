#include <catch2/catch.hpp>
#include <csignal>
#include <map>
#include <thread>

#include "analyzer/worker/client.h"

namespace gonogo {
namespace {

WorkerOptions FakeWorker(unsigned processes) {
  WorkerOptions options;
  options.command = {"/usr/bin/python3", GONOGO_SOURCE_DIR "/tests/real/fake_worker.py"};
  options.processes = processes;
  options.time_limit = TimeLimit(300);
  return options;
}

std::vector<ParseRequest> Requests(const std::vector<std::string>& files) {
  std::vector<ParseRequest> requests;
  for (const std::string& file : files) {
    requests.emplace_back();
    requests.back().id = requests.size();
    requests.back().file = "/t/" + file;
  }
  return requests;
}

std::vector<UnitResult> Parse(WorkerPool& pool, const std::vector<ParseRequest>& requests) {
  std::vector<UnitResult> results(requests.size());
  pool.Parse(requests,
             [&](std::size_t index, UnitResult&& result) { results[index] = std::move(result); });
  return results;
}

UnitResult ParseAfterAnother(const std::string& file) {
  WorkerPool pool({}, FakeWorker(1));
  return Parse(pool, Requests({"ok.cc", file}))[1];
}

}  // namespace

TEST_CASE("whatever a worker does costs its unit and no other", "[worker][real]") {
  struct Row {
    std::string file;
    UnitFate fate;
    unsigned lost;
    std::string detail;
  };
  const std::vector<Row> rows = {
      {"crash.cc", UnitFate::kCrashed, 2, "signal 11"},
      {"exit.cc", UnitFate::kCrashed, 2, "exit code 3"},
      {"killed.cc", UnitFate::kCrashed, 4, "signal 9"},
      {"hang.cc", UnitFate::kTimedOut, 1, "the limit is 0.3 s"},
      {"spin.cc", UnitFate::kTimedOut, 1, "the limit is 0.3 s"},
      {"garbage.cc", UnitFate::kGarbled, 2, "its answer is malformed"},
      {"huge.cc", UnitFate::kGarbled, 2, "its answer is malformed"},
      {"wrong.cc", UnitFate::kGarbled, 2, "its answer is malformed"},
      {"memory.cc", UnitFate::kOutOfMemory, 2, "the limit is 1536 MB"},
      {"later.cc", UnitFate::kParsed, 1, ""},
  };
  std::vector<std::string> files;
  for (const Row& row : rows) {
    files.push_back("ok.cc");
    files.push_back(row.file);
  }
  files.push_back("ok.cc");
  WorkerPool pool({}, FakeWorker(1));
  const std::vector<UnitResult> results = Parse(pool, Requests(files));
  for (std::size_t i = 0; i < files.size(); i += 2) {
    CHECK(results[i].fate == UnitFate::kParsed);
    CHECK(results[i].answer.unit.path == "/t/ok.cc");
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].file);
    CHECK(results[2 * i + 1].fate == rows[i].fate);
    CHECK(results[2 * i + 1].lost_workers == rows[i].lost);
    CHECK(results[2 * i + 1].detail == rows[i].detail);
  }
}

TEST_CASE("an answer too many is never taken for the next one", "[worker][real]") {
  WorkerPool pool({}, FakeWorker(1));
  const auto results = Parse(pool, Requests({"twice.cc", "ok.cc"}));
  CHECK(results[1].fate == UnitFate::kParsed);
  CHECK(results[1].answer.unit.path == "/t/ok.cc");
}

TEST_CASE("a worker has no environment, no descriptors and writes no file", "[worker][real]") {
  const UnitResult seen = ParseAfterAnother("environment.cc");
  CHECK(seen.answer.dropped == std::vector<std::string>{"0", "1"});
  CHECK(ParseAfterAnother("write.cc").answer.dropped == std::vector<std::string>{"refused"});
}

TEST_CASE("a worker that cannot be set up costs all units, quickly", "[worker][real]") {
  WorkerPool broken({{"die"}}, FakeWorker(1));
  for (const UnitResult& result : Parse(broken, Requests({"a.cc", "b.cc"})))
    CHECK(result.fate == UnitFate::kNoWorker);
  CHECK(!broken.setup_answer());
  WorkerOptions missing = FakeWorker(2);
  missing.command = {"/nonexistent/worker"};
  WorkerPool none({}, missing);
  const auto results = Parse(none, Requests({"a.cc"}));
  CHECK(results[0].fate == UnitFate::kNoWorker);
  CHECK(results[0].detail == "No such file or directory");
}

TEST_CASE("what the worker says of the matchers is kept", "[worker][real]") {
  WorkerPool pool({{"bad()"}}, FakeWorker(2));
  CHECK(Parse(pool, Requests({"a.cc", "b.cc", "c.cc"})).size() == 3);
  REQUIRE(pool.setup_answer());
  CHECK(pool.setup_answer()->errors[0].message == "none is known");
}

TEST_CASE("workers that are killed at random change no result", "[worker][real]") {
  std::vector<std::string> files;
  for (int i = 0; i < 300; ++i) files.push_back("ok" + std::to_string(i) + ".cc");
  WorkerPool pool({}, FakeWorker(2));
  std::jthread killer([&pool](const std::stop_token& stop) {
    unsigned turn = 0;
    while (!stop.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(70));
      const std::vector<pid_t> pids = pool.pids();
      if (!pids.empty()) kill(pids[turn++ % pids.size()], SIGKILL);
    }
  });
  const auto results = Parse(pool, Requests(files));
  for (std::size_t i = 0; i < files.size(); ++i) {
    CAPTURE(results[i].detail);
    CHECK(results[i].fate == UnitFate::kParsed);
    CHECK(results[i].answer.unit.path == "/t/" + files[i]);
  }
}

}  // namespace gonogo
