#include "analyzer/engines/text/assignment/secret_name.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

constexpr std::string_view kNames[] = {"password", "pass", "pwd", "api key", "token", "secret"};

TEST_CASE("a name is judged by its last words and what stands around them") {
  struct Row {
    std::string_view identifier;
    NameAnswer answer;
  };
  const Row rows[] = {{"password", NameAnswer::kSecret},
                      {"DB_PASSWORD", NameAnswer::kSecret},
                      {"dbPassword2", NameAnswer::kSecret},
                      {"spring.datasource.password", NameAnswer::kSecret},
                      {"smtppass", NameAnswer::kSecret},
                      {"apiKey", NameAnswer::kSecret},
                      {"API-KEY", NameAnswer::kSecret},
                      {"STRIPE_APIKEY", NameAnswer::kSecret},
                      {"client_secret", NameAnswer::kSecret},
                      {"passwordField", NameAnswer::kNearMiss},
                      {"reset_password", NameAnswer::kNearMiss},
                      {"hasToken", NameAnswer::kNearMiss},
                      {"next_token", NameAnswer::kNearMiss},
                      {"secretName", NameAnswer::kNearMiss},
                      {"snapshot_token", NameAnswer::kNearMiss},
                      {"uwsgi_pass", NameAnswer::kNearMiss},
                      {"proxy_pass", NameAnswer::kSecret},
                      {"SHOP_BTCRPCPASSWORD", NameAnswer::kSecret},
                      {"FORGOTPASSWORD", NameAnswer::kUnrelated},
                      {"btcrpcpassword", NameAnswer::kUnrelated},
                      {"compass", NameAnswer::kUnrelated},
                      {"bypass", NameAnswer::kUnrelated},
                      {"monkey", NameAnswer::kUnrelated},
                      {"user", NameAnswer::kUnrelated}};
  for (const Row& row : rows) {
    CAPTURE(row.identifier);
    CHECK(JudgeName(row.identifier, kNames).answer == row.answer);
  }
}

TEST_CASE("what a name says of the form of its value does not turn it") {
  constexpr std::string_view kToken[] = {"token"};
  CHECK(JudgeName("TOKEN_CLEAR_VALUE", kToken).answer == NameAnswer::kSecret);
  CHECK(JudgeName("disabled-token", kToken).answer == NameAnswer::kNearMiss);
}

TEST_CASE("a name of two words has five spellings") {
  CHECK(KeywordSpellings("api key") ==
        std::vector<std::string>{"apikey", "api_key", "api-key", "api.key", "api key"});
  CHECK(KeywordSpellings("token") == std::vector<std::string>{"token"});
}

}  // namespace
}  // namespace gonogo
