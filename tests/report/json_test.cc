#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "analyzer/report/report.h"
#include "tests/report/run_builder.h"

namespace gonogo {
namespace {

nlohmann::json Parsed(const Run& run, const ReportOptions& options = {}) {
  return nlohmann::json::parse(FindReportFormat("json")->write(run, options));
}

TEST_CASE("an empty run is a whole json report") {
  const RunBuilder builder;
  const nlohmann::json report = Parsed(builder.run);
  CHECK(report["version"] == 1);
  CHECK(report["findings"].is_array());
  CHECK(report["findings"].empty());
  CHECK(report["checklist"].is_null());
  CHECK(report["outcome"]["exit_code"] == 0);
  CHECK_FALSE(report.contains("rejected"));
}

TEST_CASE("the further places of a secret carry their own fingerprints") {
  RunBuilder builder;
  Finding& token = builder.Add(TokenRule(), 0, "a.py", 3, 5, 9, "token is in the source");
  token.places = 2;
  token.related = {{"b.py", {At(8, 2), At(8, 4)}, "the same secret", "of b"}};
  const nlohmann::json report = Parsed(builder.run);
  const nlohmann::json& finding = report["findings"][0];
  CHECK(finding["places"] == 2);
  CHECK(finding["related"][0]["path"] == "b.py");
  CHECK(finding["related"][0]["fingerprint"] == "of b");
}

TEST_CASE("the json report says where, what and how it ends") {
  RunBuilder builder;
  builder.Add(TokenRule(), 0, "a b.py", 3, 5, 9, "token is in the source").signs = {
      "its checksum is right"};
  builder.run.findings[0].flow = {{"c d.py", {At(8, 2), At(8, 4)}, "made here"}};
  builder.Add(TransferRule(), 1, "b.py", 1, 1, 4, "transfer may have no time limit").disposition =
      Disposition::kSuppressed;
  builder.run.files.read = 2;
  builder.Decide(2, Verdict::kNoGo, "a secret is in the repository");
  builder.run.verdicts[0].against = {0};
  const nlohmann::json report = Parsed(builder.run);
  const nlohmann::json& finding = report["findings"][0];
  CHECK(finding["rule"] == "hub-token");
  CHECK(finding["place"]["uri"] == "a%20b.py");
  CHECK(finding["place"]["start"]["line"] == 3);
  CHECK(finding["place"]["end"]["utf16_column"] == 9);
  CHECK(finding["signs"][0] == "its checksum is right");
  REQUIRE(finding["flow"].size() == 1);
  CHECK(finding["flow"][0]["uri"] == "c%20d.py");
  CHECK(finding["flow"][0]["start"]["line"] == 8);
  CHECK(finding["flow"][0]["message"] == "made here");
  CHECK(report["findings"][1]["flow"] == nlohmann::json::array());
  CHECK(report["findings"][1]["disposition"] == "suppressed");
  CHECK(report["outcome"]["at_gate"] == 1);
  CHECK(report["outcome"]["exit_code"] == 1);
  CHECK(report["outcome"]["suppressed"] == 1);
  CHECK(report["checklist"]["overall"] == "NO-GO");
  CHECK(report["checklist"]["items"][0]["against"] == nlohmann::json({0}));
  CHECK(report["files"]["read"] == 2);
}

TEST_CASE("the json report is valid whatever bytes a path or message holds") {
  RunBuilder builder;
  builder.Add(TokenRule(), 0, "a\xFF\n\".py", 1, 1, 2, "bad \xC3 byte").context = {
      1, {"\xE2\x82"}, {}};
  builder.run.notices.push_back(
      {"unreadable", Coverage::kNotRead, "\xFE", 0, "cannot read \"\xFE\""});
  builder.run.rejected.push_back({"hub-token", "\x80", {}, "placeholder", "\x81"});
  const nlohmann::json report = Parsed(builder.run, {.explain_rejected = true});
  CHECK(report["findings"][0]["place"]["uri"] == "a%FF%0A%22.py");
  CHECK(report["findings"][0]["place"]["path"] == "a\uFFFD\n\".py");
  CHECK(report["notices"][0]["uri"] == "%FE");
  CHECK(report["rejected"][0]["reason"] == "placeholder");
}

}  // namespace
}  // namespace gonogo
