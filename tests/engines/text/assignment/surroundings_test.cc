#include "analyzer/engines/text/assignment/surroundings.h"

#include <catch2/catch.hpp>
#include <string>

namespace gonogo {
namespace {

ValuePlace PlaceOf(std::string_view text, std::string_view value, FileKind kind,
                   std::string_view path) {
  const std::size_t at = text.find(value);
  REQUIRE(at != text.npos);
  return {text, {at, at + value.size()}, kind, path};
}

std::string Reason(std::string_view text, FileKind kind, std::string_view path = "src/shop") {
  return std::string(PlaceReason(PlaceOf(text, "nine9ways", kind, path)));
}

TEST_CASE("an example of a schema is found above its value") {
  CHECK(Reason("examples:\n  - user: a\n    password: nine9ways\n", FileKind::kYaml) ==
        "an example");
  CHECK(Reason("login:\n  example:\n    a:\n      password: nine9ways\n", FileKind::kYaml) ==
        "an example");
  CHECK(Reason("login:\n  examples: 3\ndb:\n  password: nine9ways\n", FileKind::kYaml).empty());
  CHECK(Reason(R"({"login": {"example": {"password": "nine9ways"}}})", FileKind::kJson) ==
        "an example");
  CHECK(Reason(R"({"example": {}, "db": {"password": "nine9ways"}})", FileKind::kJson).empty());
  CHECK(Reason("@Schema(example = \"password=nine9ways\")", FileKind::kJava) == "an example");
}

TEST_CASE("the text that says how a command is used is an example") {
  CHECK(Reason("const runExample = `shop run\nshop run --password nine9ways`", FileKind::kGo) ==
        "an example");
  CHECK(Reason("EXAMPLES = \"\"\"\n- shop:\n    password: nine9ways\n\"\"\"", FileKind::kPython) ==
        "an example");
  CHECK(Reason("query = \"\"\"\npassword: nine9ways\n\"\"\"", FileKind::kPython).empty());
}

TEST_CASE("what stands below an example in code is one") {
  CHECK(Reason("schema:\n  example: %{\n    name: 1,\n    password: \"nine9ways\"\n  }\n",
               FileKind::kElixir) == "an example");
  CHECK(
      Reason("  example: 1,\n  shop: {\n    password: \"nine9ways\"\n", FileKind::kElixir).empty());
  CHECK(Reason("run(example)\n  password = \"nine9ways\"\n", FileKind::kElixir).empty());
}

TEST_CASE("what a test of passwords or a story is given opens nothing") {
  const std::string_view text = "password = \"nine9ways\"";
  CHECK(Reason(text, FileKind::kGo, "auth/password_test.go") == "an input of a test");
  CHECK(Reason(text, FileKind::kJava, "src/test/RedactorTest.java") == "an input of a test");
  CHECK(Reason(text, FileKind::kJavaScript, "ui/PasswordStrength.fixtures.js") ==
        "an input of a test");
  CHECK(Reason(text, FileKind::kGo, "auth/password.go").empty());
  CHECK(Reason(text, FileKind::kGo, "auth/reset_password_test.go").empty());
  CHECK(Reason(text, FileKind::kTypeScript, "ui/Login.stories.tsx") == "an example");
}

TEST_CASE("what is given to names of all kinds is no secret") {
  const std::string_view same =
      "  text: \"wide-input\",\n  email: \"wide-input\",\n  password: wide-input,\n  url: "
      "\"wide-input\"\n";
  const std::size_t at = same.find("password: ") + 10;
  CHECK(TextPlaceReason({same, {at, at + 10}, FileKind::kRuby, "config/forms.rb"}) ==
        "one of a list of names");
  const std::string_view two = "  user: \"wide-input\",\n  password: wide-input,\n  db: \"a\"\n";
  const std::size_t other = two.find("password: ") + 10;
  CHECK(TextPlaceReason({two, {other, other + 10}, FileKind::kRuby, "config/db.rb"}).empty());
}

TEST_CASE("a digest among digests is one of many") {
  std::string text;
  for (const char c : {'1', '2', '3', '4'})
    text += std::string("page_") + c + ": " + std::string(31, c) + "a\n";
  const std::string value = "0123456789abcdef0123456789abcde9";
  const std::string table = text + "api_key: " + value + "\n" + text;
  CHECK(PlaceReason(PlaceOf(table, value, FileKind::kUnknown, "pages.sums")) ==
        "one of many checksums");
  const std::string alone = "api_key: " + value + "\nname: shop\nport: 1\nuser: x\n";
  CHECK(PlaceReason(PlaceOf(alone, value, FileKind::kYaml, "app.yaml")).empty());
}

std::string TextReason(std::string_view text, FileKind kind, std::string_view path = "src/shop") {
  return std::string(TextPlaceReason(PlaceOf(text, "Wachtwoord", kind, path)));
}

TEST_CASE("what stands among texts is one of them") {
  CHECK(TextReason("a = Log in now\nb = Your account\npassword = Wachtwoord\nc = Send it again\n",
                   FileKind::kProperties) == "one of the texts of a page");
  CHECK(TextReason("host = db.shop.net\nuser = shop\npassword = Wachtwoord\nport = 5432\n",
                   FileKind::kProperties)
            .empty());
  CHECK(TextReason("password = Wachtwoord\n", FileKind::kProperties, "app/labels_nl.properties") ==
        "a translation");
  CHECK(TextReason("password = Wachtwoord\n", FileKind::kProperties, "app/network-ca.properties")
            .empty());
}

TEST_CASE("a comment of several lines is known from its marks") {
  const std::string_view text = "/*\n{ \"token\": 1 }\n*/\nx = 2; g = \"src/**/*.ts\"; y = 3;\n";
  CHECK(IsInBlockComment(text, text.find("token"), FileKind::kGo));
  CHECK_FALSE(IsInBlockComment(text, text.find("x = 2"), FileKind::kGo));
  CHECK_FALSE(IsInBlockComment(text, text.find("y = 3"), FileKind::kGo));
}

TEST_CASE("what a scanner was told to pass over is known from the name of the file") {
  CHECK(IsAllowListOfScanner(".gitleaks.toml"));
  CHECK(IsAllowListOfScanner("ci/.secrets.baseline"));
  CHECK_FALSE(IsAllowListOfScanner("src/secrets.py"));
}

TEST_CASE("the files of build servers are known") {
  CHECK(IsPipeline(".github/workflows/test.yml"));
  CHECK(IsPipeline(".github/services/etcd/action.yml"));
  CHECK(IsPipeline(".ci/compose/users.json"));
  CHECK_FALSE(IsPipeline("deploy/compose.yml"));
}

}  // namespace
}  // namespace gonogo
