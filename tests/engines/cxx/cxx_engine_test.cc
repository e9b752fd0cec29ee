#include "analyzer/engines/cxx/cxx_engine.h"

#include <catch2/catch.hpp>
#include <set>

#include "analyzer/worker/worker_program.h"
#include "code_rules.h"

namespace gonogo {
namespace {

using Files = std::map<std::string, std::string>;

CxxOptions InMemory() {
  CxxOptions options;
  options.root = "/gonogo-test";
  options.in_memory = true;
  return options;
}

/// One run over a tree; what it found is valid as long as it lives.
class TestRun {
 public:
  TestRun(const Files& files, const CxxOptions& options) : files_(files), tree_(files) {
    engine_ = MakeCxxEngine(rules_.all, tree_, options);
    for (const auto& [path, text] : files_) {
      const FileRole role =
          path.starts_with("third_party/") ? FileRole::kVendored : FileRole::kProduct;
      const FileKind kind = path.ends_with(".txt")  ? FileKind::kCMake
                            : path.ends_with(".py") ? FileKind::kPython
                            : path.ends_with(".c")  ? FileKind::kC
                                                    : FileKind::kCpp;
      const SourceFile file{path, kind, role};
      engine_->Note({file, text}, 0);
    }
    output_ = engine_->Finish();
  }

  /// "path:line rule grade" of each match.
  std::set<std::string> Found() const {
    std::set<std::string> found;
    for (const auto& [path, matches] : output_.matches) {
      for (const Match& match : matches) {
        const auto line = LineIndex(files_.at(path)).At(match.range.begin).line;
        found.insert(path + ":" + std::to_string(line) + " " + std::string(match.rule->id) + " " +
                     std::string(match.grade->name));
      }
    }
    return found;
  }

  std::set<std::string> NoticeIds() const {
    std::set<std::string> ids;
    for (const Notice& notice : output_.notices) ids.insert(notice.id);
    return ids;
  }

  const std::vector<Notice>& notices() const { return output_.notices; }

 private:
  Files files_;
  MemoryTree tree_;
  CodeRules rules_;
  std::unique_ptr<ProgramEngine> engine_;
  ProgramOutput output_;
};

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
  const TestRun run({{"a.cc", "int x;"}, {"b.py", "system('ls')"}}, InMemory());
  CHECK(run.notices().empty());
}

TEST_CASE("where the worker is missing that is said once", "[cxx]") {
  const TestRun run({{"a.cc", "void f() { system(\"x\"); }"}, {"b.cc", "int g = system(0);"}},
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
  const TestRun run({{"a.cc", "system(\"x\");"}, {"b.cc", ""}, {"c.py", ""}}, options);
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
  const TestRun run({{"a.cc", "curl_easy_perform(curl_easy_init());"}}, options);
  CHECK(run.NoticeIds() == Set{"wider-rules-not-run"});
}

TEST_CASE("units are parsed and asked together", "[cxx][worker]") {
  if (FindWorker().empty()) return;
  const TestRun run(
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
