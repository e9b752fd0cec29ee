#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

#include "../engines/cxx/engine_run.h"
#include "analyzer/worker/worker_program.h"

namespace gonogo {
namespace {

CodeFiles ManyUnits() {
  CodeFiles files = {{"lib.h",
                      "struct CURL;\nenum Option { CURLOPT_TIMEOUT };\nCURL* curl_easy_init();\n"
                      "int curl_easy_setopt(CURL*, Option, ...);\nint curl_easy_perform(CURL*);\n"
                      "int system(const char*);\nvoid Bound(CURL*);\n"},
                     {"bound.cc",
                      "#include \"lib.h\"\nvoid Bound(CURL* h) { curl_easy_setopt(h, "
                      "CURLOPT_TIMEOUT, 1L); }\n"}};
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i);
    files["unit" + number + ".cc"] =
        "#include \"lib.h\"\nint F" + number + "() {\n  CURL* h = curl_easy_init();\n" +
        (i % 3 == 0 ? "  Bound(h);\n" : "") + "  return curl_easy_perform(h) + system(\"x\");\n}\n";
  }
  return files;
}

CxxOptions WithPool(const std::shared_ptr<WorkerPool>& pool, unsigned processes) {
  CxxOptions options = InMemory();
  options.threads = processes;
  options.pool = pool;
  return options;
}

std::shared_ptr<WorkerPool> PoolOf(unsigned processes) {
  const CodeRules rules;
  WorkerOptions options;
  options.command = {FindWorker()};
  options.processes = processes;
  return std::make_shared<WorkerPool>(SetupOf(rules.all), options);
}

}  // namespace

TEST_CASE("killing Clang workers at random changes only the notices", "[worker][real]") {
  if (FindWorker().empty()) return;
  const EngineRun calm(ManyUnits(), WithPool(PoolOf(1), 1));
  REQUIRE(calm.Found().size() == 100);
  CHECK(EngineRun(ManyUnits(), WithPool(PoolOf(3), 3)).Everything() == calm.Everything());

  const auto pool = PoolOf(2);
  unsigned killed = 0;
  std::string everything;
  {
    std::jthread killer([&](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(97));
        for (const pid_t pid : pool->pids()) {
          kill(pid, SIGKILL);
          ++killed;
          break;
        }
      }
    });
    everything = EngineRun(ManyUnits(), WithPool(pool, 2)).Everything();
  }
  CAPTURE(killed);
  CHECK(everything == calm.Everything());
}

}  // namespace gonogo
