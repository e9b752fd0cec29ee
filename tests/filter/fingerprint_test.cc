#include "analyzer/filter/fingerprint.h"

#include <catch2/catch.hpp>

#include <set>

#include "analyzer/filter/line_hash.h"
#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::Build;
using sample::Marked;
using sample::PlainAt;
using sample::RangeOf;
using sample::Rules;
using sample::SecretAt;

std::vector<Finding> Fingerprinted(std::string_view text, std::vector<Match> matches,
                                   std::string path = "p.py") {
  FileFindings found =
      Build(text, std::move(matches), {std::move(path), FileKind::kPython, FileRole::kProduct});
  AddFingerprints(text, LineIndex(text), found);
  return found.findings;
}

TEST_CASE("a fingerprint holds when lines move and blanks change") {
  Rules rules;
  const Rule& rule = rules.Add("r");
  const auto of = [&](std::string_view text) {
    return Fingerprinted(text, {PlainAt(rule, RangeOf(text, "verify=False"))}).at(0).fingerprint;
  };
  const std::string first = of("get(url, verify=False)\n");
  CHECK(first.size() == 32);
  CHECK(first.find_first_not_of("0123456789abcdef") == first.npos);
  CHECK(of("import x\n\n\n  get(url,\t verify=False)  \r\nmore\n") == first);
  CHECK(of("get(uri, verify=False)\n") != first);
  const std::string_view text = "get(url, verify=False)\n";
  CHECK(Fingerprinted(text, {PlainAt(rules.Add("other"), RangeOf(text, "verify=False"))})
            .at(0)
            .fingerprint != first);
  CHECK(Fingerprinted(text, {PlainAt(rule, RangeOf(text, "verify=False"))}, "q.py")
            .at(0)
            .fingerprint != first);
}

TEST_CASE("equal findings differ by their ordinal, in the order of their places") {
  Rules rules;
  const Rule& rule = rules.Add("r");
  const std::string once = "x = off\n";
  const std::string twice = once + "between\n" + once;
  const auto one = Fingerprinted(once, {PlainAt(rule, RangeOf(once, "off"))});
  const auto two = Fingerprinted(
      twice, {PlainAt(rule, RangeOf(twice, "off", 1)), PlainAt(rule, RangeOf(twice, "off"))});
  CHECK(two.at(0).fingerprint == one.at(0).fingerprint);
  CHECK(two.at(1).fingerprint != one.at(0).fingerprint);
  const std::string line = "x = off off\n";
  const auto same_line = Fingerprinted(
      line, {PlainAt(rule, RangeOf(line, "off")), PlainAt(rule, RangeOf(line, "off", 1))});
  CHECK(same_line.at(0).fingerprint != same_line.at(1).fingerprint);
}

TEST_CASE("a weak secret does not reach any hash, a strong one reaches ours alone") {
  Rules rules;
  const Rule& rule = rules.Add("r");
  const auto of = [&](const std::string& secret, bool strong) {
    const std::string text = "line\npassword = '" + secret + "'\nx\n";
    Match match = SecretAt(rule, text, RangeOf(text, secret));
    match.strong = strong;
    return Fingerprinted(text, {match}).at(0);
  };
  CHECK(of("hunter21", false).fingerprint == of("batman99", false).fingerprint);
  CHECK(of("hunter21", false).line_hash == of("batman99", false).line_hash);
  CHECK(of("hunter21", false).line_hash == of("hunter21", true).line_hash);
  CHECK(of("hunter21", true).fingerprint != of("batman99", true).fingerprint);
  CHECK(of("hunter21", true).fingerprint != of("hunter21", false).fingerprint);
  CHECK(of("hunter21", true).secret_digest.size() == 16);
}

TEST_CASE("a line hash near a secret is taken over redacted text, elsewhere it is GitHub's own") {
  Rules rules;
  const Rule& setting = rules.Add("setting");
  const Rule& password = rules.Add("password");
  const auto of = [&](const std::string& secret) {
    const std::string text =
        "debug = on\npassword = " + secret + "\n" + std::string(120, 'z') + "\ndebug = on\nend\n";
    const auto found = Fingerprinted(text, {PlainAt(setting, RangeOf(text, "on")),
                                            SecretAt(password, text, RangeOf(text, secret)),
                                            PlainAt(setting, RangeOf(text, "on\nend"))});
    return std::tuple(found.at(0).line_hash, found.at(2).line_hash,
                      PrimaryLocationLineHashes(text).at(3), PrimaryLocationLineHashes(text).at(0));
  };
  const auto [near, far, far_plain, near_plain] = of("hunter21");
  CHECK(near == std::get<0>(of("batman99")));
  CHECK(near != near_plain);
  CHECK(far == far_plain);
}

TEST_CASE("many findings on one long line get distinct fingerprints") {
  Rules rules;
  const Rule& rule = rules.Add("r");
  std::string text;
  std::vector<Match> matches;
  for (std::uint64_t i = 0; i < 5'000; ++i) {
    matches.push_back(PlainAt(rule, {text.size(), text.size() + 3}));
    text += "off ";
  }
  std::set<std::string> fingerprints;
  for (const Finding& finding : Fingerprinted(text, std::move(matches))) {
    fingerprints.insert(finding.fingerprint);
  }
  CHECK(fingerprints.size() == 5'000);
}

}  // namespace
}  // namespace gonogo
