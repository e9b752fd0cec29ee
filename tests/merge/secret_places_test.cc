#include "analyzer/merge/secret_places.h"

#include <catch2/catch.hpp>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

constexpr SecretKey kOne{1};
constexpr SecretKey kOther{2};

/// A finding at the first byte of a file.
struct Place {
  std::string_view path;
  FileRole role = FileRole::kProduct;
  SecretKey key = kOne;
  Severity severity = Severity::kHigh;
  double score = 0;
};

Finding FindingAt(const Rule& rule, const Place& place) {
  Finding finding;
  finding.rule = &rule;
  finding.grade = &rule.grades.front();
  finding.path = place.path;
  finding.role = place.role;
  finding.severity = place.severity;
  finding.secret = true;
  finding.secret_key = place.key;
  finding.score = place.score;
  finding.fingerprint = "of " + finding.path;
  return finding;
}

std::vector<Finding> FindingsAt(const Rule& rule, const std::vector<Place>& places) {
  std::vector<Finding> findings;
  for (const Place& place : places) findings.push_back(FindingAt(rule, place));
  return findings;
}

/// "a +b +c; d": each finding with its further places.
std::string Told(const std::vector<Finding>& findings) {
  std::string told;
  for (const Finding& finding : findings) {
    told += (told.empty() ? "" : "; ") + finding.path;
    for (const RelatedPlace& place : finding.related) told += " +" + place.path;
  }
  return told;
}

TEST_CASE("one secret is told once, at its most serious place") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-token");
  struct Row {
    std::vector<Place> places;
    std::string_view told;
  };
  const Row rows[] = {
      {{{"a"}, {"b"}, {"c"}}, "a +b +c"},
      {{{"a"}, {"b", FileRole::kProduct, kOther}, {"c"}}, "a +c; b"},
      {{{"a", FileRole::kTest}, {"b", FileRole::kDocumentation}, {"c"}}, "c +a +b"},
      {{{"a", FileRole::kProduct, kOne, Severity::kMedium}, {"b"}}, "b +a"},
      {{{"a", FileRole::kTest}, {"b", FileRole::kExample}}, "a +b"},
      {{{"a"}}, "a"},
      {{}, ""},
  };
  for (const Row& row : rows) {
    std::vector<Finding> findings = FindingsAt(rule, row.places);
    CHECK(JoinSecretPlaces(findings).empty());
    CHECK(Told(findings) == row.told);
  }
}

TEST_CASE("a key of words in a test is told where it stands twice") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-key");
  const auto told = [&](const std::vector<Place>& places) {
    std::vector<Finding> findings = FindingsAt(rule, places);
    for (Finding& finding : findings) finding.worded = true;
    JoinSecretPlaces(findings);
    return Told(findings);
  };
  const Place once{"a", FileRole::kTest, kOne, Severity::kLow, 3.0};
  CHECK(told({once}) == "");
  CHECK(told({once, {"b", FileRole::kTest, kOne, Severity::kLow, 3.0}}) == "a +b");
}

TEST_CASE("the records of a list are told once") {
  sample::Rules rules;
  Rule rule = rules.Add("shop-password");
  rule.general = true;
  const auto told = [&](std::size_t records, FileKind kind, FileRole role = FileRole::kProduct) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < records; ++i) {
      const SecretKey key{static_cast<std::uint8_t>(i + 1)};
      findings.push_back(FindingAt(rule, {"providers", role, key}));
      findings.back().kind = kind;
    }
    JoinSecretPlaces(findings);
    return findings.size();
  };
  CHECK(told(40, FileKind::kXml) == 1);
  CHECK(told(39, FileKind::kXml) == 39);
  CHECK(told(40, FileKind::kPython) == 40);
  CHECK(told(8, FileKind::kPython, FileRole::kTest) == 1);
  CHECK(told(7, FileKind::kPython, FileRole::kTest) == 7);
}

TEST_CASE("what another rule says of the line of a secret is told no more") {
  sample::Rules rules;
  Rule secret = rules.Add("shop-token");
  Rule setting = rules.Add("default-password");
  secret.item = setting.item = "C1";
  std::vector<Finding> findings = {FindingAt(secret, {"a"}), FindingAt(setting, {"a"}),
                                   FindingAt(setting, {"b"})};
  findings[1].secret = findings[2].secret = false;
  CHECK(JoinSecretPlaces(findings).empty());
  CHECK(Told(findings) == "a; b");
}

TEST_CASE("what is weak by itself counts where the same secret is found elsewhere") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-password");
  struct Row {
    std::vector<Place> places;
    std::string_view told;
    std::size_t rejected;
  };
  constexpr auto kHigh = Severity::kHigh;
  constexpr double kWeak = 1.5;
  const Row rows[] = {
      {{{"a", FileRole::kProduct, kOne, kHigh, kWeak}}, "", 1},
      {{{"a", FileRole::kProduct, kOne, kHigh, kWeak}, {"b", FileRole::kTest}}, "b +a", 0},
      {{{"a", FileRole::kProduct, kOne, kHigh, kWeak}, {"b", FileRole::kTest, kOther}}, "b", 1},
      {{{"a", FileRole::kDocumentation, kOne, kHigh, 3.0}}, "", 1},
      {{{"a", FileRole::kDocumentation, kOne, kHigh, 3.0},
        {"b", FileRole::kProduct, kOne, kHigh, kWeak}},
       "a +b",
       0},
  };
  for (const Row& row : rows) {
    std::vector<Finding> findings = FindingsAt(rule, row.places);
    CHECK(JoinSecretPlaces(findings).size() == row.rejected);
    CHECK(Told(findings) == row.told);
  }
}

TEST_CASE("a place keeps its fingerprint wherever else the secret stands") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-token");
  std::vector<Finding> findings = FindingsAt(rule, {{"a", FileRole::kTest}, {"b"}});
  JoinSecretPlaces(findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].fingerprint == "of b");
  REQUIRE(findings[0].related.size() == 1);
  CHECK(findings[0].related[0].fingerprint == "of a");
  CHECK(findings[0].related[0].message == "the same secret (in a test)");
  CHECK(findings[0].places == 2);
}

TEST_CASE("a suppression speaks for its own place of a secret") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-token");
  std::vector<Finding> findings = FindingsAt(rule, {{"a"}, {"b"}, {"c"}});
  findings[0].disposition = Disposition::kSuppressed;
  JoinSecretPlaces(findings);
  CHECK(Told(findings) == "a; b +c");
}

TEST_CASE("what is no secret, or only evidence, is never joined") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-token");
  std::vector<Finding> findings = FindingsAt(rule, {{"a"}, {"b"}, {"c"}, {"d"}});
  findings[0].secret = findings[1].secret = false;
  findings[2].severity = findings[3].severity = Severity::kEvidence;
  JoinSecretPlaces(findings);
  CHECK(Told(findings) == "a; b; c; d");
}

TEST_CASE("of a secret at very many places some are named and all are counted") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-token");
  std::vector<Finding> findings = FindingsAt(rule, std::vector<Place>(5000, Place{"a"}));
  JoinSecretPlaces(findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].places == 5000);
  CHECK(findings[0].related.size() == 1000);
}

TEST_CASE("a value of few signs in many samples and nowhere else is none") {
  sample::Rules rules;
  const Rule& rule = rules.Add("shop-password");
  std::vector<Finding> findings;
  for (const char file : std::string_view("abcdefgh")) {
    const std::string path(1, file);
    findings.push_back(
        FindingAt(rule, {path, FileRole::kDocumentation, kOne, Severity::kMedium, 2.5}));
  }
  SECTION("samples alone") {
    CHECK(JoinSecretPlaces(findings).size() == 8);
    CHECK(findings.empty());
  }
  SECTION("one of them in the product") {
    findings.push_back(FindingAt(rule, {"i", FileRole::kProduct, kOne, Severity::kHigh, 2.5}));
    CHECK(JoinSecretPlaces(findings).empty());
    CHECK(Told(findings) == "i +a +b +c +d +e +f +g +h");
  }
  SECTION("by a rule that weighs no signs") {
    for (Finding& finding : findings) finding.score = 0;
    CHECK(JoinSecretPlaces(findings).empty());
    CHECK(findings.size() == 1);
  }
}

}  // namespace
}  // namespace gonogo
