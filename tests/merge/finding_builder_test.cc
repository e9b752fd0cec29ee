#include "analyzer/merge/finding_builder.h"

#include <catch2/catch.hpp>

#include "analyzer/base/characters.h"
#include "analyzer/filter/fingerprint.h"
#include "tests/merge/sample.h"

namespace gonogo {
namespace {

using sample::AllText;
using sample::Build;
using sample::Leak;
using sample::Marked;
using sample::PlainAt;
using sample::RangeOf;
using sample::Rules;
using sample::SecretAt;

bool IsValidUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += CharacterAt(text, i).length) {
    if (!CharacterAt(text, i).valid) return false;
  }
  return true;
}

TEST_CASE("a match becomes a finding with place, message and context") {
  const std::string secret = Marked(1, 40);
  const std::string text = "one\ntwo\nthree\nétoken = '" + secret + "'\nfive\nsix\nseven\n";
  Rules rules;
  const FileFindings found =
      Build(text, {SecretAt(rules.Add("a-token"), text, RangeOf(text, secret))});
  REQUIRE(found.findings.size() == 1);
  const Finding& finding = found.findings[0];
  CHECK(finding.message == "secret " + secret.substr(0, 6) + "…(40 characters) of token");
  CHECK(finding.severity == Severity::kHigh);
  CHECK(finding.path == "app/config.py");
  CHECK(finding.secret);
  CHECK(finding.region.start.line == 4);
  CHECK(finding.region.start.byte_column == 12);
  CHECK(finding.region.start.utf16_column == 11);
  CHECK(finding.region.end.utf16_column == 51);
  CHECK(finding.context.first_line == 2);
  CHECK(finding.context.lines ==
        std::vector<std::string>{"two", "three",
                                 "étoken = '" + secret.substr(0, 6) + "…(40 characters)'", "five",
                                 "six"});
  CHECK(finding.secret_digest.empty());
}

TEST_CASE("in a test, an example or documentation a finding weighs one less and says so") {
  struct Row {
    FileRole role;
    Severity severity, weighs;
    std::string_view remark;
  };
  const Row rows[] = {
      {FileRole::kProduct, Severity::kHigh, Severity::kHigh, "said"},
      {FileRole::kTest, Severity::kHigh, Severity::kMedium, "said (in a test)"},
      {FileRole::kExample, Severity::kMedium, Severity::kLow, "said (in an example)"},
      {FileRole::kDocumentation, Severity::kLow, Severity::kLow, "said (in documentation)"},
      {FileRole::kTest, Severity::kEvidence, Severity::kEvidence, "said (in a test)"},
      {FileRole::kGenerated, Severity::kHigh, Severity::kHigh, "said (in generated code)"},
      {FileRole::kVendored, Severity::kHigh, Severity::kHigh, "said (in vendored code)"},
  };
  for (const Row& row : rows) {
    Rules rules;
    const Rule& rule = rules.Add("r", {.severity = row.severity, .message = "said"});
    const FileFindings found =
        Build("text", {PlainAt(rule, {0, 4})}, {"f", FileKind::kPython, row.role});
    CHECK(found.findings.at(0).severity == row.weighs);
    CHECK(found.findings.at(0).message == row.remark);
  }
}

TEST_CASE("a password that equals its user, and what is vendored, is low") {
  Rules rules;
  Rule rule = rules.Add("r", {.severity = Severity::kHigh});
  rule.general = true;
  const auto severity_of = [&](const std::string& text, FileRole role) {
    Match match = PlainAt(rule, {text.rfind('=') + 1, text.size()});
    match.secret = text.substr(text.rfind('=') + 1);
    return Build(text, {match}, {"f", FileKind::kPython, role}).findings.at(0).severity;
  };
  CHECK(severity_of("user=winter pw=winter", FileRole::kProduct) == Severity::kLow);
  CHECK(severity_of("user=win_ter pw=win_ter", FileRole::kProduct) == Severity::kLow);
  CHECK(severity_of("user=winters pw=winter", FileRole::kProduct) == Severity::kHigh);
  CHECK(severity_of("user=joe pw=winter", FileRole::kVendored) == Severity::kLow);
}

TEST_CASE("a key is one however its lines are cut") {
  Rules rules;
  const Rule& rule = rules.Add("r");
  const auto key_of = [&](const std::string& text) {
    Match match = PlainAt(rule, {0, text.size()});
    match.secret = text;
    return Build(text, {match}, {"f", FileKind::kPython}).findings.at(0).secret_key;
  };
  const std::string begin = "-----BEGIN ", end = "-----END ", label = "PRIVATE KEY-----";
  const std::string whole = begin + label + "\nabcd\nefgh\n" + end + label;
  CHECK(key_of(whole) == key_of(begin + label + " abcdefgh " + end + label));
  CHECK(key_of(whole) == key_of(begin + label + "\\nabcd\\nefgh\\n" + end + label));
  CHECK(key_of(whole) != key_of(begin + label + " abcdefgi " + end + label));
}

TEST_CASE("letters alone that only seem to be a secret of the program are low") {
  Rules rules;
  Rule rule = rules.Add("r", {.severity = Severity::kMedium});
  Grade grade = rule.grades[0];
  grade.name = "possible";
  rule.grades = {&grade, 1};
  rule.general = true;
  const auto severity_of = [&](const std::string& value) {
    Match match = PlainAt(rule, {0, value.size()});
    match.grade = &rule.grades[0];
    match.secret = value;
    return Build(value, {match}, {"f", FileKind::kPython}).findings.at(0).severity;
  };
  CHECK(severity_of("the_summer_word") == Severity::kLow);
  CHECK(severity_of(std::string("winter") + "2019") == Severity::kMedium);
}

TEST_CASE("captures are filled, cut and made harmless") {
  struct Row {
    std::string_view message;
    std::string capture;
    std::string filled;
  };
  const Row rows[] = {
      {"host {host}", "db.local", "host db.local"},
      {"host {host} and {host}", "x", "host x and x"},
      {"host {host}", "{host}", "host {host}"},
      {"host {missing}", "x", "host ?"},
      {"{ {host} } {}", "x", "{ x } {}"},
      {"{host", "x", "{host"},
      {"{host}", "a\nb\x1b", "a b\\x1b"},
      {"{host}", std::string(100, 'x'), std::string(80, 'x') + "…"},
      {"{host}", std::string(1 << 20, 'x'), std::string(80, 'x') + "…"},
      {"{host}", "\xFF", "\xEF\xBF\xBD"},
  };
  for (const Row& row : rows) {
    Rules rules;
    Match match = PlainAt(rules.Add("r", {.message = row.message}), {0, 4});
    match.captures = {{"host", row.capture}};
    CHECK(Build("text", {match}).findings.at(0).message == row.filled);
  }
}

TEST_CASE("no text that leaves the stage holds a run of a secret") {
  const std::string plain = Marked(1, 40);
  const std::string dropped = Marked(2, 60);
  const std::string decoded = Marked(3, 32);
  const std::string key =
      "-----BEGIN "
      "PRIVATE KEY-----\n" +
      Marked(4, 64) + "\n" + Marked(5, 30) +
      "\n-----END "
      "PRIVATE KEY-----";
  const std::string encoded = Marked(6, 48);
  const std::string text = "# copy: " + plain + "\nurl = 'https://u:" + plain + "@h' # " + dropped +
                           "\nenc = '" + encoded + "'\nkey = '''" + key + "'''\n# " + decoded +
                           "\n";
  Rules rules;
  const Rule& a = rules.Add("a", {.message = "{url} {key} {secret} {part}", .over = {"b"}});
  const Rule& b = rules.Add("b", {.message = "{url}"});
  const Rule& c = rules.Add("c", {.message = "{secret} near {url}"});
  Match url = SecretAt(a, text, RangeOf(text, plain, 1));
  url.captures = {{"url", "https://u:" + plain + "@h"},
                  {"key", key},
                  {"secret", plain},
                  {"part", plain.substr(9, 20) + dropped.substr(20, 30)}};
  url.signs = {"stands beside " + dropped};
  Match outspoken = SecretAt(b, text, RangeOf(text, dropped));
  outspoken.range = url.range;
  Match hidden = SecretAt(c, text, RangeOf(text, encoded));
  hidden.secret = decoded;
  hidden.captures = {{"secret", decoded}, {"url", encoded}};
  Match block = SecretAt(c, text, RangeOf(text, key));
  Rejection weak{&c, RangeOf(text, "copy: " + plain), "entropy of " + plain + " is low", {}};
  FileFindings found =
      Build(text, {url, outspoken, hidden, block}, {"p", FileKind::kPython, {}}, {weak});
  AddFingerprints(text, LineIndex(text), found);
  const std::string all = AllText(found);
  CHECK(found.findings.size() == 3);
  CHECK(found.rejected.size() == 2);
  CHECK(Leak(all, plain, 6) == "");
  CHECK(Leak(all, dropped, 6) == "");
  CHECK(Leak(all, decoded, 6) == "");
  CHECK(Leak(all, encoded, 6) == "");
  CHECK(Leak(all, Marked(4, 64), 0) == "");
  CHECK(Leak(all, Marked(5, 30), 0) == "");
  CHECK(all.contains(plain.substr(0, 6) + "…(40 characters)"));
}

TEST_CASE("what the table of signs says is whole, though a secret has a word of it") {
  const std::string text = "key = \"their-password-9\"\n";
  Rules rules;
  Match match = SecretAt(rules.Add("a"), text, RangeOf(text, "their-password-9"));
  match.signs = {"its name means a password", "near their-password-9"};
  const FileFindings found = Build(text, {match}, {"p", FileKind::kPython, {}}, {});
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].signs[0] == "its name means a password");
  CHECK_FALSE(found.findings[0].signs[1].contains("password"));
}

TEST_CASE("a rejected candidate of a secret rule is not shown either") {
  const std::string weak = "summer2024summer";
  const std::string text = "password = \"" + weak + "\"  # " + weak + "\n";
  Rules rules;
  const Rule& rule = rules.Add("a-password");
  const Rule& other = rules.Add("a-setting", {.secret = false});
  const ByteRange value = RangeOf(text, weak);
  struct Row {
    Rejection rejection;
    std::string shown;
  };
  const Row rows[] = {
      {{&rule, {0, 29}, "entropy", {value}}, "password = \"sum…(16 characters)\"  # " + weak},
      {{&rule, {0, 29}, "entropy", {}}, "…(49 characters)"},
      {{&rule, value, "entropy", {}}, "password = \"…(37 characters)"},
      {{&other, {0, 8}, "unless", {}}, "password = \"" + weak + "\"  # " + weak},
  };
  for (const Row& row : rows) {
    const FileFindings found =
        Build(text, {}, {"p", FileKind::kPython, FileRole::kProduct}, {row.rejection});
    CHECK(found.rejected.at(0).text == row.shown);
  }
}

TEST_CASE("long lines are cut around the place, whole characters, at most 400") {
  const std::string text =
      "head\n" + std::string(3000, 'a') + "NEEDLE" + std::string(3000, 'b') + "\n";
  std::string wide;
  for (int i = 0; i < 2000; ++i) wide += "€\xF0\x9F\x98\x80";
  for (const std::string& line :
       {text, wide + "NEEDLE" + wide, "NEEDLE" + wide, wide + "NEEDLE",
        std::string(5000, '\xFF') + "NEEDLE" + std::string(5000, '\x80')}) {
    Rules rules;
    const FileFindings found = Build(line, {PlainAt(rules.Add("r"), RangeOf(line, "NEEDLE"))});
    for (const std::string& shown : found.findings.at(0).context.lines) {
      CHECK(CountCharacters(shown) <= 400);
      CHECK(IsValidUtf8(shown));
    }
    const Snippet& context = found.findings[0].context;
    const std::string& place =
        context.lines.at(found.findings[0].region.start.line - context.first_line);
    CHECK(place.contains("NEEDLE"));
    CHECK(CountCharacters(place) >= 390);
  }
}

TEST_CASE("the context of a place at the edge of a file, or of many lines, is what there is") {
  Rules rules;
  const Rule& rule = rules.Add("r");
  CHECK(Build("x", {PlainAt(rule, {0, 1})}).findings.at(0).context.lines ==
        std::vector<std::string>{"x"});
  CHECK(Build("", {PlainAt(rule, {0, 0})}).findings.at(0).context.lines ==
        std::vector<std::string>{""});
  std::string lines;
  for (int i = 0; i < 200; ++i) lines += "line\n";
  CHECK(Build(lines, {PlainAt(rule, {100, 900})}).findings.at(0).context.lines.size() == 34);
  CHECK(Build(lines, {PlainAt(rule, {100, 119})}).findings.at(0).context.lines.size() == 8);
}

TEST_CASE("a flow and further places go along, redacted, cut in the middle") {
  Rules rules;
  const Rule& rule = rules.Add("demo");
  const std::string secret = Marked(3, 40);
  const std::string text = "connect(\"" + secret + "\")\n";
  Match match = SecretAt(rule, text, RangeOf(text, secret));
  for (std::uint32_t i = 1; i <= 200; ++i) {
    FlowStep step{"b.cc", {}, "given " + secret + "\n" + std::to_string(i)};
    step.region.start.line = i;
    match.flow.push_back(step);
    match.related.push_back(step);
  }
  const FileFindings found = Build(text, {match});
  REQUIRE(found.findings.size() == 1);
  const Finding& finding = found.findings[0];
  REQUIRE(finding.flow.size() == 64);
  CHECK(finding.flow[31].region.start.line == 32);
  CHECK(finding.flow[32].region.start.line == 169);
  CHECK(finding.flow[63].region.start.line == 200);
  REQUIRE(finding.related.size() == 100);
  CHECK(finding.related[99].path == "b.cc");
  for (const FlowStep& step : finding.flow) {
    CHECK(Leak(step.message, secret, 0) == "");
    CHECK_FALSE(step.message.contains('\n'));
  }
  CHECK(Leak(finding.related[5].message, secret, 0) == "");
}

}  // namespace
}  // namespace gonogo
