#include "analyzer/filter/configured.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

TEST_CASE("a configured ignore hides its rule in the files that its glob takes in") {
  Rule rule;
  rule.id = "bad-call";
  Rule other;
  other.id = "worse-call";
  struct Row {
    std::string_view glob, path;
    const Rule* rule;
    bool hidden;
  };
  const Row rows[] = {
      {"app/", "app/main.py", &rule, true},
      {"app/", "lib/app/deep/main.py", &rule, true},
      {"/app/", "lib/app/main.py", &rule, false},
      {"app/main.py", "app/main.py", &rule, true},
      {"app/**", "app/deep/main.py", &rule, true},
      {"*.py", "app/main.py", &rule, true},
      {"app/", "app", &rule, false},
      {"app/", "application/main.py", &rule, false},
      {"app/", "app/main.py", &other, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.glob, row.path);
    Run run;
    run.findings.resize(1);
    run.findings[0].rule = row.rule;
    run.findings[0].path = row.path;
    const ConfiguredIgnore ignores[] = {{std::string(row.glob), &rule, "known", ".gonogo.yaml:1"}};
    ApplyConfiguredIgnores(ignores, run);
    CHECK((run.findings[0].disposition == Disposition::kSuppressed) == row.hidden);
    CHECK(run.findings[0].justification == (row.hidden ? "known" : ""));
  }
}

}  // namespace
}  // namespace gonogo
