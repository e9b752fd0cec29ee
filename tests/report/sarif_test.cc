#include "analyzer/report/sarif.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/report/sarif_runs.h"

namespace gonogo {
namespace {

using Tree = nlohmann::json;

Tree ParsedRun(const Run& run, const std::string& profile) {
  ReportOptions options;
  options.profile = profile;
  const Tree log = Tree::parse(WriteSarif(run, options));
  CHECK(log["version"] == "2.1.0");
  REQUIRE(log["runs"].size() == 1);
  return log["runs"][0];
}

Tree ParsedRun(const std::string& name, const std::string& profile) {
  for (const NamedRun& named : SarifRuns()) {
    if (named.name == name) return ParsedRun(named.builder.run, profile);
  }
  FAIL("no run " << name);
  return {};
}

const Tree& RuleOf(const Tree& run, const std::string& id) {
  for (const Tree& rule : run["tool"]["driver"]["rules"]) {
    if (rule["id"] == id) return rule;
  }
  FAIL("no rule " << id);
  return run;
}

std::vector<std::string> Ids(const Tree& run) {
  std::vector<std::string> ids;
  for (const Tree& rule : run["tool"]["driver"]["rules"]) ids.push_back(rule["id"]);
  return ids;
}

const Tree& ResultOf(const Tree& run, const std::string& rule) {
  for (const Tree& result : run["results"]) {
    if (result["ruleId"] == rule) return result;
  }
  FAIL("no result of " << rule);
  return run;
}

TEST_CASE("a rule without results is named and says where its page is") {
  std::size_t named_only = 0;
  for (const NamedRun& named : SarifRuns()) {
    const Tree run = ParsedRun(named.builder.run, "full");
    std::set<std::string> found;
    for (const Tree& result : run["results"]) found.insert(result["ruleId"]);
    for (const Tree& rule : run["tool"]["driver"]["rules"]) {
      if (rule["id"].get<std::string>().starts_with("checklist/")) continue;
      INFO(named.name << " " << rule["id"]);
      const bool has_results = found.contains(rule["id"].get<std::string>());
      CHECK(rule["help"].contains("markdown") == has_results);
      if (!has_results) {
        CHECK(rule["help"]["text"] == "See " + rule["helpUri"].get<std::string>());
      }
      CHECK(rule["helpUri"].get<std::string>().starts_with("https://"));
      CHECK_FALSE(rule["shortDescription"]["text"].get<std::string>().empty());
      if (!has_results) ++named_only;
    }
  }
  CHECK(named_only > 0);
}

TEST_CASE("every index of a sarif run points where its id says") {
  for (const NamedRun& named : SarifRuns()) {
    for (const char* profile : {"full", "github"}) {
      INFO(named.name << " " << profile);
      const Tree run = ParsedRun(named.builder.run, profile);
      const Tree& rules = run["tool"]["driver"]["rules"];
      for (const Tree& result : run["results"]) {
        CHECK(rules.at(result["ruleIndex"].get<std::size_t>())["id"] == result["ruleId"]);
        for (const Tree& taxon : result.value("taxa", Tree::array())) {
          const Tree& taxonomy =
              run["taxonomies"].at(taxon["toolComponent"]["index"].get<std::size_t>());
          CHECK(taxonomy["name"] == taxon["toolComponent"]["name"]);
          CHECK(taxonomy["taxa"].at(taxon["index"].get<std::size_t>())["id"] == taxon["id"]);
        }
      }
      for (const Tree& note : run["invocations"][0]["toolExecutionNotifications"]) {
        const auto index = note["descriptor"]["index"].get<std::size_t>();
        CHECK(run["tool"]["driver"]["notifications"].at(index)["id"] == note["descriptor"]["id"]);
      }
    }
  }
}

TEST_CASE("a flow is one thread of one code flow, step by step") {
  const Tree run = ParsedRun("whole", "full");
  const Tree& result = ResultOf(run, "unbounded-transfer/certain");
  REQUIRE(result["codeFlows"].size() == 1);
  REQUIRE(result["codeFlows"][0]["threadFlows"].size() == 1);
  const Tree& steps = result["codeFlows"][0]["threadFlows"][0]["locations"];
  REQUIRE(steps.size() == 3);
  const Tree& step = steps[1]["location"];
  CHECK(step["physicalLocation"]["artifactLocation"]["uri"] == "app/a%20b.py");
  CHECK(step["physicalLocation"]["region"]["endLine"] == 4);
  CHECK(step["message"]["text"] == "Passed to \\[run\\](1) {{0}}.");
  CHECK(result["relatedLocations"].size() == 1);
  CHECK(result["message"]["text"].get<std::string>().ends_with("See [used here too](1)."));
  CHECK_FALSE(ResultOf(run, "hub-token").contains("codeFlows"));
}

TEST_CASE("the further places of a secret are related locations with their own fingerprints") {
  RunBuilder builder;
  Finding& token = builder.Add(TokenRule(), 0, "a.py", 3, 5, 9, "token is in the source");
  token.places = 2;
  token.related = {{"b.py", {At(8, 2), At(8, 4)}, "the same secret", "of b"}};
  const Tree run = ParsedRun(builder.run, "github");
  REQUIRE(run["results"].size() == 1);
  const Tree& result = run["results"][0];
  REQUIRE(result["relatedLocations"].size() == 1);
  CHECK(result["relatedLocations"][0]["properties"]["gonogo/v1"] == "of b");
  CHECK(result["properties"]["places"] == 2);
  CHECK(result["message"]["text"].get<std::string>().ends_with("See [the same secret](1)."));
}

TEST_CASE("a rule whose grades differ is one sarif rule a grade") {
  CHECK(Ids(ParsedRun("empty", "full")) ==
        std::vector<std::string>{"hub-token", "readiness-probe", "unbounded-transfer/certain",
                                 "unbounded-transfer/possible", "unbounded-transfer/bounded"});
  CHECK(Ids(ParsedRun("empty", "github")) ==
        std::vector<std::string>{"hub-token", "unbounded-transfer/certain",
                                 "unbounded-transfer/possible"});
}

TEST_CASE("a sarif rule carries what code scanning shows") {
  const Tree run = ParsedRun("whole", "full");
  const Tree& token = RuleOf(run, "hub-token");
  CHECK(token["name"] == "HubToken");
  CHECK(token["shortDescription"]["text"] == "Hub token.");
  CHECK(token["fullDescription"]["text"] ==
        "Whoever can read the repository can act as its owner.");
  CHECK(token["helpUri"] ==
        "https://github.com/gonogo-dev/gonogo/blob/main/docs/rules/hub-token.md");
  CHECK(token["defaultConfiguration"]["level"] == "error");
  CHECK(token["properties"]["tags"] == Tree({"security", "concept:hardcoded-secret", "item:C1",
                                             "external/cwe/cwe-798", "CWE-798"}));
  CHECK(token["properties"]["precision"] == "very-high");
  CHECK(token["properties"]["security-severity"] == "8.0");
  CHECK_FALSE(token["properties"].contains("problem.severity"));
  CHECK(token["help"]["markdown"].get<std::string>().contains("<hub-token>"));
  const Tree& possible = RuleOf(run, "unbounded-transfer/possible");
  CHECK(possible["properties"]["problem.severity"] == "warning");
  CHECK(possible["properties"]["precision"] == "medium");
  CHECK_FALSE(possible["properties"].contains("security-severity"));
  CHECK(possible["relationships"].size() == 3);
}

TEST_CASE("the github profile holds open defects with a place only, and no path of this machine") {
  const Tree run = ParsedRun("whole", "github");
  REQUIRE(run["results"].size() == 1);
  CHECK(run["results"][0]["ruleId"] == "hub-token");
  CHECK_FALSE(run["results"][0].contains("suppressions"));
  CHECK_FALSE(run.dump().contains("/srv/"));
  CHECK(ParsedRun("odd", "github")["results"].size() == 3);
}

TEST_CASE("the full profile tells of every finding what became of it") {
  const Tree run = ParsedRun("whole", "full");
  REQUIRE(run["results"].size() == 8);
  const Tree& suppressed = ResultOf(run, "unbounded-transfer/possible");
  CHECK(suppressed["suppressions"][0]["justification"] == "bounded by the caller");
  CHECK(ResultOf(run, "unbounded-transfer/certain")["baselineState"] == "unchanged");
  CHECK(ResultOf(run, "hub-token")["baselineState"] == "new");
  CHECK(ResultOf(run, "hub-token")["suppressions"] == Tree::array());
  CHECK(ResultOf(run, "unbounded-transfer/bounded")["kind"] == "pass");
  CHECK(ResultOf(run, "readiness-probe")["kind"] == "informational");
  CHECK(ResultOf(run, "readiness-probe")["level"] == "none");
  CHECK(ResultOf(run, "checklist/A2")["kind"] == "open");
  CHECK(ResultOf(run, "checklist/B4")["kind"] == "pass");
  CHECK(ResultOf(run, "checklist/C1")["kind"] == "fail");
  CHECK(ResultOf(run, "checklist/C1")["level"] == "error");
  CHECK(run["originalUriBaseIds"]["SRCROOT"]["uri"] == "file:///srv/my%20repo/");
  CHECK(run["versionControlProvenance"][0]["repositoryUri"] == "https://example.com/team/x.git");
  CHECK(run["automationDetails"]["id"] == "gonogo/repository/");
  CHECK(run["invocations"][0]["exitCode"] == 1);
  CHECK(run["invocations"][0]["toolExecutionNotifications"].size() == 3);
}

TEST_CASE("a sarif result names its place, its text and its fingerprints") {
  const Tree result = ResultOf(ParsedRun("whole", "full"), "hub-token");
  CHECK(result["message"]["text"] ==
        "Token hub_aB… is in the source. Revoke it, then read the new one from the environment. "
        "See [the "
        "same token is here](1).");
  const Tree& place = result["locations"][0]["physicalLocation"];
  CHECK(place["region"] == Tree({{"startLine", 3},
                                 {"startColumn", 10},
                                 {"endLine", 3},
                                 {"endColumn", 50},
                                 {"snippet", {{"text", "hub_aB…(40 characters)"}}}}));
  CHECK(place["contextRegion"]["startLine"] == 1);
  CHECK(place["contextRegion"]["endLine"] == 4);
  CHECK(result["partialFingerprints"]["primaryLocationLineHash"] == "abc3:1");
  CHECK(result["partialFingerprints"]["gonogo/v1"] == "00000000000000000000000000000001");
  CHECK(result["properties"]["signs"] == Tree({"its checksum is right"}));
}

TEST_CASE("sarif survives odd paths, bytes and messages") {
  const Tree run = ParsedRun("odd", "full");
  const Tree& first = run["results"][0];
  CHECK(first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "sp%20ace/%23%25%3F%0A%1B%5B31m%FF.py");
  CHECK(first["message"]["text"].get<std::string>().starts_with(
      "{{0}} and \\[click\\](http://x.test) \uFFFD {. Revoke"));
  const Tree& spanning = run["results"][2]["locations"][0]["physicalLocation"];
  CHECK_FALSE(spanning.contains("contextRegion"));
  CHECK(run["results"][3]["locations"][0].contains("logicalLocations"));
  CHECK(run["versionControlProvenance"][0]["repositoryUri"] == "ssh://git@example.com/team/x.git");
  CHECK(run["automationDetails"]["id"] == "gonogo/a%20b%23c+d%0A%FE/");
}

TEST_CASE("more findings than github shows are cut worst first, and the cut is told") {
  RunBuilder builder;
  for (std::uint32_t i = 1; i <= 5001; ++i)
    builder.Add(TransferRule(), 1, "a.py", i, 1, 2, "may be slow");
  builder.Add(TokenRule(), 0, "z.py", 1, 1, 2, "token");
  const Tree run = ParsedRun(builder.run, "github");
  REQUIRE(run["results"].size() == 5000);
  CHECK(run["results"][4999]["ruleId"] == "hub-token");
  const Tree& notes = run["invocations"][0]["toolExecutionNotifications"];
  REQUIRE(notes.size() == 1);
  CHECK(notes[0]["message"]["text"] ==
        "2 findings left out, the least severe; the full profile holds them all.");
  CHECK(ParsedRun(builder.run, "full")["results"].size() == 5002);
}

TEST_CASE("a rule with many weaknesses stays within ten tags") {
  const std::vector<std::uint32_t> weaknesses = {1, 2, 3, 4, 5, 6, 7};
  Rule rule = TokenRule();
  rule.cwe = weaknesses;
  RunBuilder builder;
  builder.run.rules = {&rule};
  const Tree run = ParsedRun(builder.run, "github");
  CHECK(RuleOf(run, "hub-token")["properties"]["tags"].size() == 9);
  CHECK(RuleOf(run, "hub-token")["properties"]["tags"][3] == "external/cwe/cwe-001");
  CHECK(run["taxonomies"][0]["taxa"].size() == 7);
}

}  // namespace
}  // namespace gonogo
