#include "analyzer/engines/cxx/cxx_engine.h"

#include <catch2/catch.hpp>

#include "analyzer/worker/worker_program.h"
#include "engine_run.h"

namespace gonogo {
namespace {

using Set = std::set<std::string>;

/// Needs gonogo-cxx, which stands beside the tests where it was built.
CxxOptions WithWorker() {
  CxxOptions options = InMemory();
  options.find_worker = FindWorker;
  return options;
}

const std::string kCurl =
    "struct CURL;\n"
    "enum Option { CURLOPT_TIMEOUT };\n"
    "CURL* curl_easy_init();\n"
    "int curl_easy_setopt(CURL*, Option, ...);\n"
    "int curl_easy_perform(CURL*);\n";

}  // namespace

TEST_CASE("without clauses for C and C++ there is no engine", "[cxx]") {
  Rule rule;
  const Rule* const rules[] = {&rule};
  const MemoryTree tree({});
  CHECK(MakeCxxEngine(rules, tree, InMemory()) == nullptr);
}

TEST_CASE("a tree without a word of the rules needs no worker", "[cxx]") {
  const EngineRun run({{"a.cc", "int x;"}, {"b.py", "system('ls')"}}, InMemory());
  CHECK(run.notices().empty());
}

TEST_CASE("where the worker is missing that is said once", "[cxx]") {
  const EngineRun run({{"a.cc", "void f() { system(\"x\"); }"}, {"b.cc", "int g = system(0);"}},
                      InMemory());
  REQUIRE(run.notices().size() == 1);
  CHECK(run.notices()[0].coverage == Coverage::kNotRead);
  CHECK(run.notices()[0].message ==
        "2 C and C++ files were not parsed, since gonogo-cxx is missing; put it beside gonogo, or "
        "name it in GONOGO_CXX");
}

TEST_CASE("triage is explained file by file", "[cxx]") {
  CxxOptions options = InMemory();
  options.explain_triage = true;
  const EngineRun run({{"a.cc", "system(\"x\");"}, {"b.cc", ""}, {"c.py", ""}}, options);
  std::vector<std::string> said;
  for (const Notice& notice : run.notices()) {
    if (notice.id == "triage") said.push_back(notice.path + " " + notice.message);
  }
  CHECK(said == std::vector<std::string>{"a.cc parsed: it has the word \"system\"",
                                         "b.cc not parsed: no rule has a word in it"});
}

TEST_CASE("of a part of the tree no program is pretended", "[cxx]") {
  CxxOptions options = InMemory();
  options.whole_tree = false;
  const EngineRun run({{"a.cc", "curl_easy_perform(curl_easy_init());"}}, options);
  CHECK(run.NoticeIds() == Set{"wider-rules-not-run"});
}

TEST_CASE("units are parsed and asked together", "[cxx][worker]") {
  if (FindWorker().empty()) return;
  const EngineRun run(
      {{"src/http.h", kCurl + "void Configure(CURL* h);\nint Send(CURL* h);\n"},
       {"src/configure.cc",
        "#include \"http.h\"\nvoid Configure(CURL* h) { curl_easy_setopt(h, CURLOPT_TIMEOUT, 5L); "
        "}\n"},
       {"src/send.cc", "#include \"http.h\"\nint Send(CURL* h) { return curl_easy_perform(h); }\n"},
       {"src/good.cc",
        "#include \"http.h\"\nint Good() {\n  CURL* h = curl_easy_init();\n  Configure(h);\n"
        "  return Send(h);\n}\n"},
       {"src/bad.cc",
        "#include \"http.h\"\nint Bad() {\n  CURL* h = curl_easy_init();\n  return Send(h);\n}\n"},
       {"third_party/x/x.cc", "int system(const char*);\nint f() { return system(\"ls\"); }\n"},
       {"src/shell.cc", "int system(const char*);\nint f() { return system(\"ls\"); }\n"}},
      WithWorker());
  CHECK(run.Found() ==
        Set{"src/bad.cc:3 unbounded-transfer certain", "src/shell.cc:2 system-call "});
}

}  // namespace gonogo
