#include "analyzer/engines/text/assignment/enclosing.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

std::string_view ParentOf(std::string_view text, std::string_view name, FileKind kind) {
  return ParentName(text, text.rfind(name), kind);
}

TEST_CASE("the name of what encloses a name is found", "[secret_formats]") {
  CHECK(ParentOf("jwt:\n  expires: 3600\n  secret: v\n", "secret", FileKind::kYaml) == "jwt");
  CHECK(ParentOf("app:\n  jwt:\n    # which\n    secret: v\n", "secret", FileKind::kYaml) == "jwt");
  CHECK(ParentOf("app: 1\nsecret: v\n", "secret", FileKind::kYaml) == "");
  CHECK(ParentOf("app.use(session({ resave: {}, secret: 'v' }))", "secret",
                 FileKind::kJavaScript) == "session");
  CHECK(ParentOf("{\"Jwt\": {\"Issuer\": \"shop\", \"Key\": \"v\"}}", "Key", FileKind::kJson) ==
        "Jwt");
  CHECK(ParentOf("class JwtUtil {\n  String secret = \"v\";", "secret", FileKind::kJava) ==
        "JwtUtil");
  CHECK(ParentOf("secret = 'v'", "secret", FileKind::kPython) == "");
}

TEST_CASE("a file is about a cluster by its imports or what stands near", "[secret_formats]") {
  CHECK(IsOfCluster("import \"k8s.io/api/core/v1\"\nSecret: \"shop\"", 30));
  CHECK(IsOfCluster("secretRef:\n  secret: shop", 13));
  CHECK_FALSE(IsOfCluster("client := Client{Secret: \"shop\"}", 17));
}

TEST_CASE("what should come out is known from the name of the structure", "[secret_formats]") {
  constexpr std::string_view kWant = "want: map[string]any{\"a\": []any{1}, \"secret\": \"v\"}";
  CHECK(IsInExpected(kWant, kWant.find("secret")));
  CHECK(IsInExpected("var expected = {user: {password: 'v'", 24));
  CHECK_FALSE(IsInExpected("config := Config{Secret: ", 17));
  CHECK_FALSE(IsInExpected("want := Config{A: 1}\nSecret: ", 21));
}

}  // namespace
}  // namespace gonogo
