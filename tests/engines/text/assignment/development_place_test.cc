#include "analyzer/engines/text/assignment/development_place.h"

#include <catch2/catch.hpp>

#include <string>

namespace gonogo {
namespace {

TEST_CASE("names of files and folders tell what sets up a developer's machine") {
  for (const char* path : {"docker-compose.dev.yml",
                           "compose-dev.yaml",
                           "dev-compose.yaml",
                           "config/dev.exs",
                           ".env.development",
                           "src/appsettings.Development.json",
                           "dev-support/docker/.env",
                           ".vscode/launch.json",
                           "deploy/dev/users.ldif",
                           "docker/regtest/node.conf",
                           "Tiltfile",
                           "Makefile",
                           "src/DemoMode.php",
                           "database/factories/KeyFactory.php",
                           "internal/vault/testing.go",
                           "config/application-local.yml",
                           "internal/suites/ldap/config.yml",
                           "lib/shop/factory.ex",
                           "config/test.exs",
                           "docker-compose.integration.yml",
                           "db/seeds/users.ts",
                           "src/mock.ts",
                           "conf/DummyAuthenticator.java",
                           "local_data/a.env",
                           "deploy/kind/db/secret.yaml",
                           "shop/management/commands/sample_data.py",
                           ".ci/compose/users.json",
                           ".github/workflows/test.yml",
                           "scripts/ci/ldap.sh"}) {
    CAPTURE(path);
    CHECK(IsDevelopmentPlace(path));
  }
  for (const char* path :
       {"docker-compose.yml", "config/prod.exs", "src/devices/a.ts", "src/developer.py",
        "core/src/main/java/dev/acme/shop/Login.java", "src/locale/a.ts", "ideas/a.md",
        "usr/local/a.conf", "src/ConnectionFactory.java", "src/GithubIntegration.java",
        "src/seed.go"}) {
    CAPTURE(path);
    CHECK_FALSE(IsDevelopmentPlace(path));
  }
}

Match MatchOf(const std::string& name, const std::string& secret) {
  Match match;
  match.captures = {{"name", name}};
  match.secret = secret;
  return match;
}

TEST_CASE("the value, or a host beside it, tells the same") {
  const std::string password = std::string("winter") + "2019";
  const char* const local = "Host = \"localhost\";\nPort = 6789;\n";
  const char* const remote = "Host = \"db.shop.net\";\n// not on localhost\n";
  CHECK(IsOfDevelopment(MatchOf("password", "shop_test_pw"), {}));
  CHECK(IsOfDevelopment(MatchOf("password", password), local));
  CHECK(IsOfDevelopment(MatchOf("password", "testpassword"), {}));
  CHECK(IsOfDevelopment(MatchOf("password", password), "DB_NAME = \"shop_development\""));
  CHECK(IsOfDevelopment(MatchOf("TEST_PASSWORD", password), remote));
  CHECK_FALSE(IsOfDevelopment(MatchOf("latest_password", password), remote));
  CHECK_FALSE(IsOfDevelopment(MatchOf("password", password), remote));
  CHECK_FALSE(IsOfDevelopment(MatchOf("password", "greatest" + password), {}));
}

TEST_CASE("the last section before it tells the same") {
  CHECK(IsInSectionOfDevelopment("development:\n  secret_key_base: "));
  CHECK(IsInSectionOfDevelopment("test:\r\n  secret_key_base: "));
  CHECK_FALSE(IsInSectionOfDevelopment("development:\n  a: b\nproduction:\n  secret_key_base: "));
  CHECK_FALSE(IsInSectionOfDevelopment("secret_key_base: "));
  CHECK_FALSE(IsInSectionOfDevelopment(""));
}

TEST_CASE("the branch of a program that only developers run tells the same") {
  CHECK(IsInBranchOfDevelopment("if ($devMode) {\n  if (!$password) {\n    $password = '",
                                FileKind::kPhp));
  CHECK(IsInBranchOfDevelopment("if settings.DEBUG:\n\n    password = '", FileKind::kPhp));
  CHECK(IsInBranchOfDevelopment("if (process.env.NODE_ENV !== 'production') {\n  secret = '",
                                FileKind::kPhp));
  CHECK_FALSE(IsInBranchOfDevelopment("if (devMode) {\n  a();\n}\npassword = '", FileKind::kPhp));
  CHECK_FALSE(IsInBranchOfDevelopment("if (!devMode) {\n  password = '", FileKind::kPhp));
  CHECK_FALSE(IsInBranchOfDevelopment("if (device) {\n  password = '", FileKind::kPhp));
  CHECK_FALSE(IsInBranchOfDevelopment("password = '", FileKind::kPhp));
}

TEST_CASE("the client of a realm of the own machine is that of a developer") {
  const char* const before = "\"clientAuthenticatorType\": \"client-secret\",\n\"secret\": \"";
  CHECK(IsClientOfOwnRealm(before, "\",\n\"redirectUris\": [\"http://localhost/*\"]"));
  CHECK_FALSE(IsClientOfOwnRealm(before, "\",\n\"redirectUris\": [\"http://shop.net/*\"]"));
}

TEST_CASE("an environment of developers beside the value tells the same") {
  const Match secret = MatchOf("APP_SECRET", "winter-2019");
  CHECK(IsOfDevelopment(secret, "APP_ENV=dev\n"));
  CHECK(IsOfDevelopment(secret, "      NODE_ENV: \"development\"\n"));
  CHECK(IsOfDevelopment(secret, "SPRING_PROFILES_ACTIVE=local\r\n"));
  CHECK_FALSE(IsOfDevelopment(secret, "APP_ENV=prod\n"));
  CHECK_FALSE(IsOfDevelopment(secret, "NODE_ENV=${NODE_ENV:-development}\n"));
  CHECK_FALSE(IsOfDevelopment(secret, "the environment of development\n"));
  CHECK_FALSE(IsOfDevelopment(secret, "APP_ENV=\n"));
}

TEST_CASE("a container that is started by hand is that of a developer") {
  CHECK(IsStartedByHand("docker run -d -e MYSQL_PASSWORD="));
  CHECK(IsStartedByHand("docker run \\\n  -p 3306:3306 \\\n  -e MYSQL_PASSWORD="));
  CHECK_FALSE(IsStartedByHand("docker run shop\nMYSQL_PASSWORD="));
  CHECK(IsOfDevelopment(MatchOf("MYSQL_PASSWORD", "winter-2019"), "MYSQL_DATABASE=shop_local\n"));
  CHECK_FALSE(IsOfDevelopment(MatchOf("MYSQL_PASSWORD", "winter-2019"), "a=shop_local_area\n"));
}

}  // namespace
}  // namespace gonogo
