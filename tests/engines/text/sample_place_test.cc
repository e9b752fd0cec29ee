#include "analyzer/engines/text/sample_place.h"

#include <catch2/catch.hpp>
#include <string>

#include "analyzer/engines/text/pattern_place.h"

namespace gonogo {
namespace {

// Put together here, so that no scanner takes this file for a leak.
const std::string kPassword = std::string("winter") + "2019";
const std::string kRandom = std::string("k3Jx9vQ2m") + "Z7pL4wR8t";

/// The reason against `value`, which stands in `text` at the "@@".
std::string ReasonOf(std::string text, const std::string& value, const SourceFile& file) {
  const std::size_t at = text.find("@@");
  text.replace(at, 2, value);
  return std::string(SampleReason(text, {at, at + value.size()}, file, file.role));
}

const SourceFile kJavaTest{"src/test/java/UriTest.java", FileKind::kJava, FileRole::kTest};
const SourceFile kLoginTest{"tests/login.test.ts", FileKind::kTypeScript, FileRole::kTest};
const SourceFile kProduct{"src/login.ts", FileKind::kTypeScript, FileRole::kProduct};

TEST_CASE("what code shows in a comment is a sample") {
  CHECK(ReasonOf("/**\n * login('joe', '@@');\n */", kPassword, kProduct) ==
        "it stands in a comment");
  CHECK(ReasonOf("  // login('joe', '@@');", kPassword, kProduct) == "it stands in a comment");
  CHECK(ReasonOf("  login('joe', '@@');", kPassword, kProduct).empty());
  const SourceFile python{"shop/login.py", FileKind::kPython, FileRole::kProduct};
  CHECK(ReasonOf("def f():\n  \"\"\"\n  login('joe', '@@')\n", kPassword, python) ==
        "it shows how code is used");
}

TEST_CASE("a test takes addresses apart, and says which headers it expects") {
  CHECK(ReasonOf("Uri.of(\"amqps://joe:@@@shop.net\");", kPassword, kJavaTest) ==
        "an address that a test takes apart");
  CHECK(ReasonOf("connect(\"amqps://joe:@@@shop.net\");", kPassword, kLoginTest).empty());
  CHECK(ReasonOf("connect(\"amqps://joe:@@@shop.net\");", "win%2Fter9", kLoginTest) ==
        "an address that a test takes apart");
  CHECK(ReasonOf("a = of(\"amqps://joe:@@@shop.net\");\nassert(a.password)", kPassword,
                 kLoginTest) == "an address that a test takes apart");
  CHECK(ReasonOf("expect(h).toBe('Bearer @@')", kRandom, kLoginTest) == "what a test expects");
  CHECK(ReasonOf("send({Authorization: 'Bearer @@'})", kRandom, kLoginTest).empty());
}

TEST_CASE("a text for people holds samples") {
  CHECK(ReasonOf("a = \"If you have a server: 'host=shop;password=@@'\"", kPassword, kProduct) ==
        "an example");
  CHECK(ReasonOf("a = \"   mail server: 'host=shop;password=@@'\"", kPassword, kProduct) ==
        "an example");
  CHECK(ReasonOf("a = \"host=shop;password=@@\"", kPassword, kProduct).empty());
  CHECK(ReasonOf("a = \"docker login -u shop -p @@\"", kPassword, kProduct).empty());
  CHECK(ReasonOf("a = \"Authorization: Basic @@\"", kPassword, kProduct).empty());
}

TEST_CASE("what a page shows in a block of code is documentation") {
  const SourceFile page{"templates/howto.twig", FileKind::kUnknown, FileRole::kProduct};
  const std::string open = "<pre><code class=\"bash\">http GET /api \\\n";
  CHECK(RoleAt(open, open.size(), page) == FileRole::kDocumentation);
  const std::string closed = open + "</code></pre>\n";
  CHECK(RoleAt(closed, closed.size(), page) == FileRole::kProduct);
}

TEST_CASE("settings that are switched off, samples of descriptions and recordings are none") {
  const SourceFile compose{"compose.yml", FileKind::kYaml, FileRole::kProduct};
  CHECK(ReasonOf("#  - URL=amqp://joe:@@@mq", kPassword, compose) == "it stands in a comment");
  CHECK(ReasonOf("  - URL=amqp://joe:@@@mq", kPassword, compose).empty());
  CHECK(ReasonOf("examples:\n  - amqp://joe:@@@mq", kPassword, compose) == "an example");
  const SourceFile api{"api.json", FileKind::kJson, FileRole::kProduct};
  CHECK(ReasonOf("{\"lang\": \"PHP\",\n\"source\": \"send('@@')\"}", kPassword, api) ==
        "an example");
  CHECK(ReasonOf("{\"lang\": \"PHP\",\n\"secret\": \"@@\"}", kPassword, api).empty());
  const SourceFile log{"run/trace.txt", FileKind::kText, FileRole::kProduct};
  CHECK(ReasonOf("Timestamp: 2018-06-23T10:52:24Z\nAuthorization: Basic @@", kRandom, log) ==
        "a recording holds it");
  CHECK(ReasonOf("since 2018-06-23\nAuthorization: Basic @@", kRandom, log).empty());
}

TEST_CASE("a link in a comment is none, and a name can say that a token is for tests") {
  const auto in_comment = [](std::string_view text) {
    return IsOfAddressInComment(text, text.size());
  };
  CHECK(in_comment("  # https://images.shop.net/7.png?token="));
  CHECK_FALSE(in_comment("  url = \"https://images.shop.net/7.png?token="));
  CHECK_FALSE(in_comment("  # token="));
  const std::string_view named = "pub const TEST_INGEST_TOKEN: &str = \"";
  CHECK(IsNamedForTests(named, named.size()));
  CHECK_FALSE(IsNamedForTests("pub const INGEST_TOKEN: &str = \"", 36));
}

TEST_CASE("a test says above and below what it does with an address") {
  CHECK(ReasonOf("assert_eq!(\n  headers.get(1),\n  \"Basic @@\"", kRandom, kLoginTest) ==
        "what a test expects");
  CHECK(ReasonOf("log(\"amqps://joe:@@@shop.net\", \"amqps://joe:***@shop.net\");", kPassword,
                 kLoginTest) == "what a test wants hidden");
  CHECK(ReasonOf("login('joenotexisting', '@@');", kPassword, kLoginTest) ==
        "it is refused, in a test");
}

TEST_CASE("what is no literal is none, and what serves a build weighs less") {
  const SourceFile python{"shop/auth.py", FileKind::kPython, FileRole::kProduct};
  CHECK(ReasonOf("user = Admin(name=name, password=@@)", "pw_dig", python) ==
        "a reference or an expression");
  CHECK(ReasonOf("connect('host=db password=@@, port=1')", kPassword, python).empty());
  const SourceFile pipeline{".github/workflows/test.yml", FileKind::kYaml, FileRole::kProduct};
  CHECK(RoleOfLiteral(kPassword, {0, kPassword.size()}, pipeline) == FileRole::kTest);
  CHECK(RoleOfLiteral(kRandom, {0, kRandom.size()}, pipeline) == FileRole::kProduct);
}

TEST_CASE("what a test wants refused is none") {
  CHECK(ReasonOf("login('joe', '@@');\nexpect(status).toBe(401)", kPassword, kLoginTest) ==
        "it is refused, in a test");
  CHECK(ReasonOf("login('joe', '@@');\nexpect(status).toBe(201)", kPassword, kLoginTest).empty());
  CHECK(ReasonOf("it('refuses a wrong password', () => {\n  login('joe', '@@');", kRandom,
                 kLoginTest) == "it is refused, in a test");
  CHECK(ReasonOf("login('joe', '@@');\nreply.status(401)", kPassword, kProduct).empty());
}

TEST_CASE("the tests of a file of Rust stand at its end") {
  const SourceFile rust{"src/lib.rs", FileKind::kRust, FileRole::kProduct};
  const std::string tests = "fn f() {}\n#[cfg(test)]\nmod tests {\n  let a = 1;";
  CHECK(RoleAt(tests, tests.size(), rust) == FileRole::kTest);
  CHECK(RoleAt(tests, 5, rust) == FileRole::kProduct);
  const std::string item = "#[cfg(test)]\nfn helper() {}\npub mod shop {\n  let a = 1;";
  CHECK(RoleAt(item, item.size(), rust) == FileRole::kProduct);
  const std::string function = "#[cfg(test)]\npub async fn test() -> Self {\n  let a = 1;";
  CHECK(RoleAt(function, function.size(), rust) == FileRole::kTest);
  const std::string behind = function + "\n}\nfn f() {";
  CHECK(RoleAt(behind, behind.size(), rust) == FileRole::kProduct);
  const std::string elsewhere = "#[cfg(test)]\nmod tests;\nfn f() { let a = 1;";
  CHECK(RoleAt(elsewhere, elsewhere.size(), rust) == FileRole::kProduct);
}

TEST_CASE("a token beside the pattern that tells such tokens") {
  const std::string token = std::string("nfp_nBh7") + "BdJxUwyaBBw";
  const auto beside = [&](const std::string& pattern) {
    const std::string text = pattern + "\n" + token;
    return StandsBesideItsPattern(text, {pattern.size() + 1, text.size()});
  };
  CHECK(beside("nfp_[0-9a-zA-Z]{36}"));
  CHECK(beside("nf[pcoub]_[0-9a-zA-Z]{36}"));
  CHECK_FALSE(beside("nf = list[0]"));
}

}  // namespace
}  // namespace gonogo
