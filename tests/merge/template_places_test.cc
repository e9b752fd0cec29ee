#include "analyzer/merge/template_places.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/merge/sample.h"

namespace gonogo {
namespace {

struct Place {
  std::string_view path;
  std::uint64_t key = 7;
  std::string_view message = "container api has no probe";
  Disposition disposition = Disposition::kNew;
};

/// "a +b +c; d": each finding with its further places.
std::string Told(const std::vector<Place>& places, std::string_view group = "") {
  sample::Rules rules;
  Rule rule = rules.Add("probe-missing", {.secret = false});
  rule.group = group;
  std::vector<Finding> findings;
  for (const Place& place : places) {
    Finding finding;
    finding.rule = &rule;
    finding.grade = &rule.grades.front();
    finding.path = place.path;
    finding.message = place.message;
    finding.template_key = place.key;
    finding.disposition = place.disposition;
    finding.fingerprint = "of " + finding.path;
    findings.push_back(finding);
  }
  JoinTemplatePlaces(findings);
  std::string told;
  for (const Finding& finding : findings) {
    told += (told.empty() ? "" : "; ") + finding.path;
    for (const RelatedPlace& place : finding.related) {
      told += " +" + place.path;
      CHECK(place.fingerprint == "of " + place.path);
    }
    CHECK(finding.places == finding.related.size() + 1);
  }
  return told;
}

TEST_CASE("what one template made is told once, with its places") {
  CHECK(Told({{"a/app.yaml"}, {"b/app.yaml"}, {"c/app.yaml"}}) ==
        "a/app.yaml +b/app.yaml +c/app.yaml");
  CHECK(Told({{"a"}, {"b"}}) == "a; b");
  CHECK(Told({{"a"}, {"b"}, {"c", 8}, {"d"}}) == "a +b +d; c");
  CHECK(Told({{"a"}, {"b"}, {"c", 7, "container web has no probe"}}) == "a; b; c");
  CHECK(Told({{"a", 0}, {"b", 0}, {"c", 0}}) == "a; b; c");
  CHECK(Told({{"a"}, {"a"}, {"b"}, {"c"}}) == "a; a; b; c");
  CHECK(Told({{"a"}, {"b"}, {"c"}, {"d", 7, "x", Disposition::kSuppressed}}) == "a +b +c; d");
}

TEST_CASE("what a rule with a group says of a tree is told once") {
  CHECK(Told({{"a", 0}, {"a", 0}, {"b", 3}}, "images") == "a +a +b");
  CHECK(Told({{"a", 0}, {"b", 0, "other"}}, "images") == "a; b");
  CHECK(Told({{"a", 0}}, "images") == "a");
}

}  // namespace
}  // namespace gonogo
