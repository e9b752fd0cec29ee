#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {

TEST_CASE("tokens of JSON say what they are, or are none", "[secret_formats]") {
  const std::string sum = Base64Encode(Repeated("s", 32));
  const auto of = [](std::string_view json) { return Base64Encode(json); };
  struct Row {
    std::string_view format;
    std::string token;
    Proof proof;
  };
  const std::vector<Row> rows = {
      {"grafana-cloud-token", "glc_" + of(R"({"o":"1","n":"a","k":"abc"})"), Proof::kProved},
      {"grafana-cloud-token", "glc_" + of(R"({"o":"1","n":"a"})"), Proof::kRefuted},
      {"grafana-cloud-token", "glc_" + of("no json"), Proof::kRefuted},
      {"grafana-cloud-token", "glc", Proof::kRefuted},
      {"grafana-api-key", of(R"({"k":"abc","n":"a","id":1})"), Proof::kProved},
      {"grafana-api-key", of(R"({"k":"abc","n":"a"})"), Proof::kRefuted},
      {"sentry-organization-token", "sntrys_" + of(R"({"iat":1.5,"org":"a"})") + "_" + sum,
       Proof::kProved},
      {"sentry-organization-token", "sntrys_" + of(R"({"iat":1.5})") + "_" + sum, Proof::kRefuted},
      {"sentry-organization-token", "sntrys_" + of(R"({"iat":1.5,"org":"a"})") + "_c3Vt",
       Proof::kRefuted},
      {"sentry-organization-token", "sntrys_" + of(R"({"iat":1.5,"org":"a"})"), Proof::kRefuted},
      {"sentry-organization-token", "sntryu_" + Repeated("a1", 32), Proof::kShape},
      {"mapbox-secret-token", "sk." + of(R"({"u":"a","a":"b"})") + ".c2ln", Proof::kProved},
      {"mapbox-secret-token", "pk." + of(R"({"u":"a","a":"b"})") + ".c2ln", Proof::kRefuted},
      {"mapbox-secret-token", "sk." + of(R"({"x":"a"})") + ".c2ln", Proof::kRefuted},
      {"onepassword-service-token",
       "ops_" + of(R"({"signInAddress":"a.1password.com","secretKey":"A3-B"})"), Proof::kProved},
      {"onepassword-service-token", "ops_" + of(R"({"alg":"none"})"), Proof::kShape},
      {"onepassword-service-token", "ops_eyJub3Qg", Proof::kRefuted},
  };
  for (const Row& row : rows) {
    CAPTURE(row.format, row.token);
    CHECK(ProofOf(row.format, row.token) == row.proof);
  }
}

TEST_CASE("a Bedrock key decodes to its name", "[secret_formats]") {
  CHECK(Fake("aws-bedrock-api-key")
            .starts_with("ABSKQmVkcm9j"
                         "a0FQSUtleS"));
  CHECK(ProofOf("aws-bedrock-api-key", Fake("aws-bedrock-api-key")) == Proof::kProved);
  CHECK(ProofOf("aws-bedrock-api-key", "ABSK" + Base64Encode("BedrockAPIKey-x")) ==
        Proof::kRefuted);
  CHECK(ProofOf("aws-bedrock-api-key",
                "bedrock-api-key-" + Base64Encode("bedrock.amazonaws.com")) == Proof::kShape);
  CHECK(ProofOf("aws-bedrock-api-key", "bedrock-api-key-" + Base64Encode("your key here")) ==
        Proof::kRefuted);
  CHECK(ProofOf("aws-bedrock-api-key", "A") == Proof::kRefuted);
}

}  // namespace gonogo
