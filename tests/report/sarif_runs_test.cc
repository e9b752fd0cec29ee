#include "tests/report/sarif_runs.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <set>

#include "analyzer/report/report.h"

namespace gonogo {
namespace {

void AddProvenance(Run& run) {
  run.arguments = {"check", "--format", "sarif", "/srv/my repo"};
  run.provenance = {"https://user:pw@example.com/team/x.git",
                    "0123456789abcdef0123456789abcdef01234567", "main"};
}

void AddVerdicts(RunBuilder& builder) {
  builder.Decide(0, Verdict::kIncomplete, "C files were not read");
  builder.Decide(1, Verdict::kGo, "a probe exists");
  builder.Decide(2, Verdict::kNoGo, "1 finding is open");
  builder.run.verdicts[2].questions = {"Who rotates the keys?"};
}

RunBuilder Whole() {
  RunBuilder builder;
  AddProvenance(builder.run);
  Finding& token =
      builder.Add(TokenRule(), 0, "app/settings.py", 3, 10, 50, "token hub_aB… is in the source");
  token.secret = true;
  token.signs = {"its checksum is right"};
  token.context = {1, {"import os", "", "TOKEN = \"hub_aB…(40 characters)\"", "# é"}, {9, 33}};
  token.related = {{"app/other.py", {At(1, 1), At(1, 4)}, "the same token is here"}};
  Finding& suppressed =
      builder.Add(TransferRule(), 1, "app/net.py", 7, 1, 5, "transfer may have no limit");
  suppressed.disposition = Disposition::kSuppressed;
  suppressed.justification = "bounded by the caller";
  suppressed.context = {7, {"wait()"}, {}};
  Finding& baseline =
      builder.Add(TransferRule(), 0, "app/net.py", 9, 1, 5, "transfer has no time limit");
  baseline.disposition = Disposition::kInBaseline;
  baseline.context = {9, {"wait()"}, {}};
  baseline.flow = {{"app/net.py", {At(9, 1), At(9, 5)}, "made by `connect`"},
                   {"app/a b.py", {At(3, 1), At(4, 2)}, "passed to [run](1) {0}"},
                   {"app/net.py", {At(30, 1), At(30, 2)}, "used here"}};
  baseline.related = {{"app/net.py", {At(31, 1), At(31, 2)}, "used here too"}};
  builder.Add(TransferRule(), 2, "app/net.py", 20, 1, 5, "transfer is bounded by 30 s").context = {
      20, {"wait(30)"}, {}};
  builder.Add(ProbeRule(), 0, "deploy.yaml", 4, 3, 9, "readiness probe on /ready").context = {
      4, {"  probe: /ready"}, {}};
  AddVerdicts(builder);
  builder.run.verdicts[1].evidence = {4};
  builder.run.verdicts[2].against = {0};
  builder.run.notices = {
      {"too-large", Coverage::kNotRead, "big.bin", 0,
       "\"big.bin\" is larger than 10 MB; raise --max-size"},
      {"config-narrows", Coverage::kInformation, ".gonogo.yaml", 3, "\"tests/**\" is left out"},
      {"partly", Coverage::kPartlyRead, "", 0, "something was read in part"}};
  return builder;
}

RunBuilder Odd() {
  RunBuilder builder;
  builder.run.root = "/srv/\xFF odd#%";
  builder.run.targets = {"a b#c", "d\n\xFE"};
  builder.run.provenance = {"git@example.com:team/x.git", "", ""};
  builder.Add(TokenRule(), 0, "sp ace/#%?\n\x1B[31m\xFF.py", 1, 1, 1,
              "{0} and [click](http://x.test) \xFF {");
  builder.Add(TransferRule(), 0, "-dash:colon.py", 2, 4, 9, "requests.get(\"x\") ends here!")
      .context = {1, {"a", "b\x01\xE2\x80\xAE", ""}, {}};
  Finding& wide = builder.Add(TransferRule(), 1, "long.py", 1, 1, 1, "spans many lines");
  wide.region.end = At(90, 1);
  wide.context = {1, {"first", "second"}, {}};
  builder.Add(TokenRule(), 0, "", 1, 1, 1, "has no place");
  return builder;
}

}  // namespace

std::vector<NamedRun> SarifRuns() {
  std::vector<NamedRun> runs;
  runs.push_back({"empty", {}});
  runs.push_back({"whole", Whole()});
  runs.push_back({"odd", Odd()});
  RunBuilder nothing;
  nothing.run.rules.clear();
  nothing.run.checklist = {};
  nothing.run.root.clear();
  runs.push_back({"no-rules", std::move(nothing)});
  return runs;
}

TEST_CASE("every sarif run has its own name") {
  std::set<std::string> names;
  for (const NamedRun& run : SarifRuns()) CHECK(names.insert(run.name).second);
}

// Hidden: writes NAME-PROFILE.sarif into the folder that GONOGO_SARIF_DIR names, for
// scripts/validate_sarif.
TEST_CASE("sarif files for the validator", "[.sarif-files]") {
  const char* folder = std::getenv("GONOGO_SARIF_DIR");
  REQUIRE(folder != nullptr);
  for (const NamedRun& named : SarifRuns()) {
    for (const char* profile : {"full", "github"}) {
      ReportOptions options;
      options.profile = profile;
      std::ofstream file(fmt::format("{}/{}-{}.sarif", folder, named.name, profile),
                         std::ios::binary);
      file << FindReportFormat("sarif")->write(named.builder.run, options);
      REQUIRE(file.good());
    }
  }
}

}  // namespace gonogo
