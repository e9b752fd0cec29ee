#include "analyzer/engines/text/assignment/chosen_value.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

struct Given {
  std::string_view value;
  std::string_view name;
  ValueSort sort = ValueSort::kKey;
  FileRole role = FileRole::kProduct;
  AssignmentForm form = AssignmentForm::kAssignment;
  std::string_view parent = "";
  bool of_cluster = false;
  FileKind kind = FileKind::kTypeScript;
};

bool Asks(bool (*ask)(const GivenValue&), const Given& given) {
  Assignment assignment;
  assignment.text = given.value;
  assignment.name = given.name;
  assignment.form = given.form;
  assignment.quoted = true;
  const ValueShape shape = MeasureValue(given.value);
  return ask(
      {assignment, shape, given.sort, given.kind, given.role, given.parent, given.of_cluster});
}

TEST_CASE("numbers that people take for passwords", "[secret_formats]") {
  for (const std::string_view value :
       {"123456", "12345", "654321", "111111", "abc123", "abc123456", "qwerty123", "1q2w3e4r",
        "1234567890", "123456789A", "qwertyuiop"}) {
    CAPTURE(value);
    CHECK(IsChosenNumber(value));
  }
  for (const std::string_view value :
       {"1234", "012345", "90214857", "abc", "shop1234", "2019", "12345678901234567890"}) {
    CAPTURE(value);
    CHECK_FALSE(IsChosenNumber(value));
  }
  const auto chosen = static_cast<bool (*)(const GivenValue&)>(IsChosenNumber);
  CHECK(Asks(chosen, {"123456", "dbPassword", ValueSort::kPassword}));
  CHECK_FALSE(Asks(chosen, {"123456", "jwtSecret"}));
  CHECK_FALSE(Asks(chosen, {.value = "123456",
                            .name = "password",
                            .sort = ValueSort::kPassword,
                            .form = AssignmentForm::kComparison}));
}

TEST_CASE("a name is unmistakable by what stands before it or around it", "[secret_formats]") {
  for (const std::string_view name :
       {"JWT_SECRET", "jwtSecret", "SECRET_KEY_BASE", "clientSecret", "secretKey", "jwtsecret",
        "encryptionKey", "secretOrKey", "JWT_SECRET_DEV", "INIT_ADMIN_TOKEN",
        "ca_admin_enrollment_secret"}) {
    CAPTURE(name);
    CHECK(Asks(IsUnmistakableName, {"shop", name}));
  }
  for (const std::string_view name : {"secret", "tlsSecret", "token", "apiKey", "primaryKey"}) {
    CAPTURE(name);
    CHECK_FALSE(Asks(IsUnmistakableName, {"shop", name}));
  }
  CHECK(Asks(IsUnmistakableName, {.value = "shop", .name = "secret", .parent = "session"}));
  CHECK(Asks(IsUnmistakableName, {.value = "shop", .name = "key", .parent = "JwtTokenUtil"}));
}

TEST_CASE("words count for a secret where they say more than its name", "[secret_formats]") {
  const Given chosen[] = {
      {"mySecretKey", "SECRET_KEY"},
      {"supersecretkey", "jwtSecret"},
      {"dev_secret_for_testing", "JWT_SECRET"},
      {.value = "shop-auth", .name = "JWT_SECRET", .form = AssignmentForm::kDefault},
      {.value = "keyboard cat", .name = "secret", .parent = "session"},
      {"test-secret", "clientSecret", ValueSort::kKey, FileRole::kTest},
      {"test-secret", "secret", ValueSort::kKey, FileRole::kTest},
      {"testPassword", "password", ValueSort::kPassword, FileRole::kTest},
      {"new_secure_password_123", "adminPassword", ValueSort::kPassword},
  };
  for (const Given& given : chosen) {
    CAPTURE(given.value);
    CHECK(Asks(IsChosenWords, given));
  }
  const Given none[] = {
      {"client-secret", "clientSecret"},
      {"aws-secret-access-key", "secretKey"},
      {"login-password", "password", ValueSort::kPassword},
      {"client_secret", "clientSecret", ValueSort::kKey, FileRole::kTest},
      {"wrong-secret", "clientSecret", ValueSort::kKey, FileRole::kTest},
      {"old-password", "password", ValueSort::kPassword, FileRole::kTest},
      {"test-token", "token", ValueSort::kKey, FileRole::kTest},
      {.value = "test-secret", .name = "secret", .role = FileRole::kTest, .of_cluster = true},
      {.value = "mySecretKey", .name = "SECRET_KEY", .kind = FileKind::kYaml},
  };
  for (const Given& given : none) {
    CAPTURE(given.value);
    CHECK_FALSE(Asks(IsChosenWords, given));
  }
}

TEST_CASE("labels alone are the secret of nothing", "[secret_formats]") {
  CHECK(IsSecretOfSomething("gravity-secret"));
  CHECK(IsSecretOfSomething("winterkey"));
  CHECK_FALSE(IsSecretOfSomething("client-secret"));
  CHECK_FALSE(IsSecretOfSomething("your-gravity-secret"));
  CHECK_FALSE(IsSecretOfSomething("secret_key_1"));
}

}  // namespace
}  // namespace gonogo
