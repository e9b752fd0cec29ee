#include "analyzer/engines/text/text_engine.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "tests/engines/text/test_rules.h"

namespace gonogo {
namespace {

std::string Found(std::string_view text, const Match& match) {
  return std::string(text.substr(match.range.begin, match.range.end - match.range.begin));
}

std::string Reason(const EngineOutput& output) {
  return output.rejections.size() == 1 ? output.rejections[0].reason
                                       : std::to_string(output.rejections.size()) + " rejections";
}

Grade Named(std::string_view name) {
  Grade grade;
  grade.name = name;
  return grade;
}

/// What becomes of one candidate.
std::string Fate(TextRule& rule, std::string_view text) {
  const EngineOutput output = ScanWith({&rule.rule}, text, {"a.txt"}, true);
  if (output.matches.size() == 1 && output.rejections.empty()) return "found";
  return Reason(output);
}

}  // namespace

TEST_CASE("a match is placed and captured", "[text_engine]") {
  TextRule rule("r", {"Key"}, "(?i)(?P<name>key) *= *(?P<value>[a-z]+)");
  rule.clause().at = "value";
  rule.clause().secret = "value";
  const std::string text = "x\nKEY = zebra\n";
  const EngineOutput output = ScanWith({&rule.rule}, text);
  REQUIRE(output.matches.size() == 1);
  const Match& match = output.matches[0];
  CHECK(Found(text, match) == "zebra");
  CHECK(match.secret == "zebra");
  CHECK(match.secrets == std::vector<ByteRange>{match.range});
  REQUIRE(match.captures.size() == 2);
  CHECK(match.captures[0].name == "name");
  CHECK(match.captures[0].text == "KEY");
  CHECK(match.grade == &rule.rule.grades[0]);
}

TEST_CASE("without `at` a finding stands at the secret, or at the whole match", "[text_engine]") {
  TextRule whole("a", {"key="}, "key=(?P<value>\\S+)");
  TextRule secret("b", {"key="}, "key=(?P<value>\\S+)");
  secret.clause().secret = "value";
  const std::string text = "key=zebra";
  const EngineOutput output = ScanWith({&whole.rule, &secret.rule}, text);
  REQUIRE(output.matches.size() == 2);
  CHECK(Found(text, output.matches[0]) == "key=zebra");
  CHECK(output.matches[0].secret.empty());
  CHECK(Found(text, output.matches[1]) == "zebra");
}

TEST_CASE("anchors and word boundaries see what stands outside the window", "[text_engine]") {
  TextRule anchored("r", {"key"}, "(?m)^key$");
  CHECK(ScanWith({&anchored.rule}, "a\nkey\nb").matches.size() == 1);
  CHECK(ScanWith({&anchored.rule}, "a\nkey b\nkeys").matches.empty());
  TextRule of_file("r", {"key"}, "^key");
  CHECK(ScanWith({&of_file.rule}, "key\n key\nkey").matches.size() == 2);
  TextRule windows("r", {"key"}, "(?m)^key\\r?$");
  CHECK(ScanWith({&windows.rule}, "a\r\nkey\r\nb").matches.size() == 1);
}

TEST_CASE("a secret never holds the CR of its line", "[text_engine]") {
  TextRule rule("r", {"key="}, "key=(?P<value>.+)");
  rule.clause().secret = "value";
  CHECK(ScanWith({&rule.rule}, "key=zebra\r\n").matches.at(0).secret == "zebra");
}

TEST_CASE("several keywords and windows report a match once", "[text_engine]") {
  TextRule rule("r", {"alpha", "beta", "alphabeta"}, "alphabeta");
  for (TextSpan span : {TextSpan::kLine, TextSpan::kBlock, TextSpan::kFile}) {
    rule.clause().span = span;
    CHECK(ScanWith({&rule.rule}, "alphabeta alpha beta\nalphabeta").matches.size() == 2);
  }
}

TEST_CASE("a line rule does not look over the line, a block rule does", "[text_engine]") {
  TextRule rule("r", {"begin"}, "(?s)begin.*end");
  const std::string text = "begin\nmiddle\nend";
  CHECK(ScanWith({&rule.rule}, text).matches.empty());
  rule.clause().span = TextSpan::kBlock;
  CHECK(ScanWith({&rule.rule}, text).matches.size() == 1);
}

TEST_CASE("files are chosen by kind, role and path", "[text_engine]") {
  TextRule rule("r", {"key"}, "key");
  const std::vector<FileKind> kinds = {FileKind::kPython};
  rule.alternative.files.kinds = kinds;
  CHECK(ScanWith({&rule.rule}, "key", {"a.py", FileKind::kPython}).matches.size() == 1);
  CHECK(ScanWith({&rule.rule}, "key", {"a.go", FileKind::kGo}).matches.empty());
  rule.alternative.files.kinds = {};
  const std::vector<FileRole> roles = {FileRole::kTest};
  rule.alternative.files.roles = roles;
  CHECK(ScanWith({&rule.rule}, "key", {"a", FileKind::kUnknown, FileRole::kTest}).matches.size() ==
        1);
  CHECK(ScanWith({&rule.rule}, "key", {"a"}).matches.empty());
  rule.alternative.files.roles = {};
  const std::vector<std::string_view> paths = {"config/", "*.env"};
  rule.alternative.files.paths = paths;
  CHECK(ScanWith({&rule.rule}, "key", {"app/config/deep/a"}).matches.size() == 1);
  CHECK(ScanWith({&rule.rule}, "key", {"x/prod.env"}).matches.size() == 1);
  CHECK(ScanWith({&rule.rule}, "key", {"app/a"}).matches.empty());
}

TEST_CASE("each reason to reject", "[text_engine]") {
  TextRule rule("secret", {"key="}, "key=(?P<value>\\S*)");
  rule.clause().secret = "value";
  CHECK(Fate(rule, "key=zebra7") == "found");
  CHECK(Fate(rule, "key=${KEY}") == "template");
  rule.clause().placeholders = false;
  CHECK(Fate(rule, "key=${KEY}") == "found");
  rule.clause().entropy = 2.5;
  CHECK(Fate(rule, "key=aabb") == "entropy 1.0 below 2.5");
  rule.clause().min_length = 5;
  CHECK(Fate(rule, "key=a\xc3\xa4z") == "3 characters, below 5");
  const std::vector<std::string_view> allow = {"zeb.a", "other"};
  rule.clause().allow = allow;
  CHECK(Fate(rule, "key=zebra") == "on the allow list of the rule");
  CHECK(Fate(rule, "key=zebrafish") == "found");
  rule.clause().unless = "nosecret";
  CHECK(Fate(rule, "key=zebrafish nosecret") == "what stands around it rules it out");
  CHECK(Fate(rule, "nosecret\nkey=zebrafish") == "found");
  rule.clause().unless_span = TextSpan::kFile;
  CHECK(Fate(rule, "nosecret\nkey=zebrafish") == "what stands around it rules it out");
  rule.clause().require = "import shop";
  CHECK(Fate(rule, "key=zebrafish") == "the file has nothing of what the rule requires beside it");
  CHECK(Fate(rule, "import shop\nkey=zebrafish") == "found");
}

TEST_CASE("validators prove, refute and choose the grade", "[text_engine]") {
  TextRule rule("r", {"ghp_"}, "(?P<token>ghp_[0-9A-Za-z]{36})");
  rule.clause().secret = "token";
  rule.clause().validator = "github-token";
  const std::vector<Grade> grades = {Named("likely"), Named("proved")};
  rule.rule.grades = grades;
  std::string token = FakeGithubToken(1);
  const EngineOutput output = ScanWith({&rule.rule}, token);
  REQUIRE(output.matches.size() == 1);
  CHECK(output.matches[0].proved);
  CHECK(output.matches[0].strong);
  CHECK(output.matches[0].grade->name == "proved");
  CHECK(output.matches[0].signs == std::vector<std::string>{"its checksum is right"});
  token.back() = token.back() == 'x' ? 'y' : 'x';
  CHECK(Fate(rule, token) == "its checksum is wrong");
}

TEST_CASE("a shape alone is likely", "[text_engine]") {
  TextRule rule("r", {"sk_live_"}, "(?P<token>sk_live_[0-9A-Za-z]{24})");
  rule.clause().secret = "token";
  rule.clause().validator = "stripe-secret-key";
  const std::vector<Grade> grades = {Named("proved"), Named("likely")};
  rule.rule.grades = grades;
  const EngineOutput output = ScanWith({&rule.rule}, FakeStripeSecretKey(1));
  REQUIRE(output.matches.size() == 1);
  CHECK_FALSE(output.matches[0].proved);
  CHECK(output.matches[0].grade->name == "likely");
}

TEST_CASE("suppressions are found where they stand", "[text_engine]") {
  TextRule rule("r", {"key"}, "key");
  const EngineOutput output = ScanWith({&rule.rule}, "a # Gonogo:ignore x\n// gonogo:ignore y");
  CHECK(output.suppression_offsets == std::vector<std::uint64_t>{4, 23});
}

TEST_CASE("encoded secrets are found at the encoded text", "[text_engine]") {
  TextRule rule("r", {"ghp_"}, "(?P<token>ghp_[0-9A-Za-z]{36})");
  rule.clause().secret = "token";
  rule.clause().validator = "github-token";
  rule.clause().decode = true;
  const std::string token = FakeGithubToken(1);
  const auto base64 = [](std::string_view text) { return Base64Encode(text); };
  struct Row {
    std::string encoded;
    std::vector<std::string> ways;
  };
  std::vector<Row> rows;
  for (std::string_view before : {"", "x", "xy", "xyz"}) {
    const std::string plain = std::string(before) + token;
    rows.push_back({base64(plain), {"base64"}});
    rows.push_back({base64(base64(plain)), {"base64", "base64"}});
    rows.push_back({Base64Encode(plain, Base64Alphabet::kUrlSafe), {"base64"}});
    rows.push_back({HexEncode(plain), {"hex"}});
    rows.push_back({base64(HexEncode(plain)), {"hex", "base64"}});
    rows.push_back({HexEncode(base64(plain)), {"base64", "hex"}});
  }
  for (const Row& row : rows) {
    CAPTURE(row.encoded);
    const std::string text = "data: \"" + row.encoded + "\"\nmore";
    const EngineOutput output = ScanWith({&rule.rule}, text);
    REQUIRE(output.matches.size() == 1);
    const Match& match = output.matches[0];
    CHECK(Found(text, match) == row.encoded);
    CHECK(match.secret == token);
    CHECK(match.secrets == std::vector<ByteRange>{match.range});
    std::vector<std::string> signs = {"its checksum is right"};
    for (const std::string& way : row.ways) signs.push_back("decoded from " + way);
    CHECK(match.signs == signs);
  }
  rule.clause().decode = false;
  CHECK(ScanWith({&rule.rule}, rows[0].encoded).matches.empty());
}

TEST_CASE("deeper than twice is not decoded", "[text_engine]") {
  TextRule rule("r", {"ghp_"}, "ghp_[0-9A-Za-z]{36}");
  rule.clause().decode = true;
  const std::string twice = Base64Encode(Base64Encode(FakeGithubToken(1)));
  CHECK(ScanWith({&rule.rule}, twice).matches.size() == 1);
  CHECK(ScanWith({&rule.rule}, Base64Encode(twice)).matches.empty());
}

TEST_CASE("percent-encoded and wrapped secrets are found", "[text_engine]") {
  TextRule url("r", {"://"}, "[a-z]+://[^:@/]+:(?P<password>[^@]+)@");
  url.clause().secret = "password";
  url.clause().decode = true;
  const std::string password = FakePassword(1);
  const std::string text = "to=postgres%3A%2F%2Fshop%3A" + password + "%40db%2Forders";
  const EngineOutput output = ScanWith({&url.rule}, text);
  REQUIRE(output.matches.size() == 1);
  CHECK(output.matches[0].secret == password);
  CHECK(output.matches[0].signs == std::vector<std::string>{"decoded from percent-encoding"});

  TextRule pem("p", {"PRIVATE KEY-----"}, "(?s)(?P<key>-----BEGIN PRIVATE KEY-----.*?-----END)");
  pem.clause().span = TextSpan::kBlock;
  pem.clause().decode = true;
  const std::string encoded = Base64Encode(FakePrivateKey(1));
  std::string wrapped = "data: |\n";
  for (std::size_t i = 0; i < encoded.size(); i += 64)
    wrapped += "    " + encoded.substr(i, 64) + "\n";
  CHECK(ScanWith({&pem.rule}, wrapped + "next: 1\n").matches.size() == 1);
}

TEST_CASE("a database made for all rules serves some of them", "[text_engine]") {
  TextRule a("a", {"alpha", "both"}, "alpha|both");
  TextRule b("b", {"beta", "both"}, "beta|both");
  b.clause().decode = true;
  const std::vector<const Rule*> all = {&a.rule, &b.rule};
  const std::string database = CompileKeywords(all).value();
  CHECK(database == CompileKeywords(all).value());
  const std::vector<const Rule*> some = {&b.rule};
  const auto engine = MakeTextEngine(some, database, 1);
  CHECK(Scan(*engine.value(), "alpha both beta").matches.size() == 2);
}

TEST_CASE("a damaged or foreign database is made anew", "[text_engine]") {
  TextRule rule("a", {"alpha"}, "alpha");
  TextRule other("b", {"beta"}, "beta");
  const std::vector<const Rule*> rules = {&rule.rule};
  const std::vector<const Rule*> others = {&other.rule};
  const std::string good = CompileKeywords(rules).value();
  std::vector<std::string> databases = {"", "x", good.substr(0, 30),
                                        good.substr(0, good.size() / 2),
                                        CompileKeywords(others).value()};
  std::string flipped = good;
  flipped[flipped.size() - 100] ^= 1;
  databases.push_back(flipped);
  std::string unaligned = "x" + good;
  for (const std::string& database : databases) {
    const auto engine = MakeTextEngine(rules, database, 1);
    CHECK(Scan(*engine.value(), "alpha").matches.size() == 1);
  }
  const auto engine = MakeTextEngine(rules, std::string_view(unaligned).substr(1), 1);
  CHECK(Scan(*engine.value(), "alpha").matches.size() == 1);
}

TEST_CASE("the order of rules changes nothing", "[text_engine]") {
  TextRule a("a", {"key"}, "k(?P<x>ey)");
  TextRule b("b", {"key"}, "ke(?P<y>y)");
  const auto ids = [](const EngineOutput& output) {
    std::vector<std::string> out;
    for (const Match& match : output.matches) out.emplace_back(match.rule->id);
    return out;
  };
  CHECK(ids(ScanWith({&a.rule, &b.rule}, "key key")) ==
        ids(ScanWith({&b.rule, &a.rule}, "key key")));
}

TEST_CASE("hostile files cost bounded work and say so", "[text_engine]") {
  TextRule line("line", {"key"}, "key(?P<x>[a-z]*)");
  TextRule block("block", {"key"}, "(?s)key.*never");
  block.clause().span = TextSpan::kBlock;
  TextRule file("file", {"key"}, "(?s)key.{0,9}?|key.*never");
  file.clause().span = TextSpan::kFile;
  TextRule decode("decode", {"key="}, "key=[a-z]+");
  decode.clause().decode = true;
  const auto engine = MakeTextEngine(
      std::vector<const Rule*>{&line.rule, &block.rule, &file.rule, &decode.rule}, {}, 1);
  for (std::string_view unit :
       {"key", "key\n", "key \n\n", "a2V5PX", "6b65793d", "key=a2V5PWFh\n"}) {
    std::string text;
    while (text.size() < 4'000'000) text += unit;
    CAPTURE(unit);
    const auto start = std::chrono::steady_clock::now();
    const EngineOutput output = Scan(*engine.value(), text);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    CHECK(took.count() < 60);  // seconds instead of hours, also under sanitizers
    CHECK(output.matches.size() <= 200'000);
    if (unit.starts_with("key")) CHECK(!output.notices.empty());
    for (const Notice& notice : output.notices) CHECK(notice.coverage == Coverage::kPartlyRead);
  }
  // Nothing of one file stays for the next.
  CHECK(Scan(*engine.value(), "key").notices.empty());
}

}  // namespace gonogo
