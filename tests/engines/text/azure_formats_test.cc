#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {

TEST_CASE("the checksums of Azure keys agree with known values", "[secret_formats]") {
  CHECK(ProofOf("azure-storage-key", Repeated("a", 76) + "+ASt5mnCaw==") == Proof::kProved);
  CHECK(ProofOf("azure-storage-key", Repeated("a", 76) + "+ASt5mnCbw==") == Proof::kRefuted);
  CHECK(ProofOf("azure-storage-key", Repeated("a", 86) + "==") == Proof::kShape);
  CHECK(ProofOf("azure-service-bus-key", Repeated("a", 33) + "+ASbHpHeAI=") == Proof::kProved);
  CHECK(ProofOf("azure-service-bus-key", Repeated("a", 33) + "+ASbHpHeBI=") == Proof::kRefuted);
}

TEST_CASE("an Azure key of each family proves itself, and one changed does not",
          "[secret_formats]") {
  for (std::string_view name :
       {"azure-api-management-key", "azure-batch-key", "azure-container-registry-key",
        "azure-cosmos-key", "azure-event-hub-key", "azure-function-key", "azure-iot-key",
        "azure-relay-key", "azure-search-key", "azure-service-bus-key"}) {
    CAPTURE(name);
    const std::string key = Fake(name);
    CHECK(ProofOf(name, key) == Proof::kProved);
    CHECK(ProofOf(name, Changed(key, 3)) == Proof::kRefuted);
    CHECK(ProofOf(name, key.substr(4)) == Proof::kRefuted);
  }
  CHECK(ProofOf("azure-batch-key", Repeated("a", 88)) == Proof::kRefuted);
}

TEST_CASE("Redis rewrites keys after their checksum", "[secret_formats]") {
  const std::string key = Fake("azure-redis-key");
  CHECK(ProofOf("azure-redis-key", key) == Proof::kProved);
  CHECK(ProofOf("azure-redis-key", Changed(key, 3)) == Proof::kShape);
  std::string plain = key;
  plain[3] = plain[3] == '+' ? '/' : '+';
  CHECK(ProofOf("azure-redis-key", plain) == Proof::kRefuted);
}

TEST_CASE("an annotated Azure key has its marks in place", "[secret_formats]") {
  const auto key = [](std::string_view mark, std::string_view tail) {
    return Repeated("H", 52) + "JQQJ" + std::string(mark) + Repeated("A", 16) + "AZFU" +
           std::string(tail);
  };
  CHECK(ProofOf("azure-resource-key", key("99AE", "03Ml")) == Proof::kProved);
  CHECK(ProofOf("azure-resource-key", key("99AE", "03MlUA==")) == Proof::kProved);
  CHECK(ProofOf("azure-resource-key", key("9DAE", "03Ml")) == Proof::kRefuted);
  CHECK(ProofOf("azure-resource-key", key("9HAE", "03Ml")) == Proof::kRefuted);
  CHECK(ProofOf("azure-resource-key", key("99AM", "03Ml")) == Proof::kRefuted);
  CHECK(ProofOf("azure-resource-key", key("99AE", "03M")) == Proof::kRefuted);
  CHECK(ProofOf("azure-resource-key", key("99AE", "03M-")) == Proof::kRefuted);
}

TEST_CASE("an old Azure DevOps token may hold its checksum", "[secret_formats]") {
  const std::string token = Fake("azure-devops-legacy-token");
  CHECK(token.size() == 52);
  CHECK(ProofOf("azure-devops-legacy-token", token) == Proof::kProved);
  CHECK(ProofOf("azure-devops-legacy-token", Changed(token, 20)) == Proof::kShape);
  CHECK(ProofOf("azure-devops-legacy-token", token.substr(1)) == Proof::kRefuted);
}

TEST_CASE("a CASK key has its marks in place", "[secret_formats]") {
  const auto key = [](std::string_view size, std::string_view data, std::string_view time) {
    return Repeated("a", 42) +
           "cA"
           "QJJ"
           "QA" +
           std::string(size) + "bTEST" + std::string(data) + "AA" + std::string(time);
  };
  CHECK(ProofOf("azure-cask-key", key("BA", "", "BLeX77")) == Proof::kProved);
  CHECK(ProofOf("azure-cask-key", key("BC", "12345678", "BLeX77")) == Proof::kProved);
  CHECK(ProofOf("azure-cask-key", key("BB", "", "BLeX77")) == Proof::kRefuted);
  CHECK(ProofOf("azure-cask-key", key("CA", "", "BLeX77")) == Proof::kRefuted);
  CHECK(ProofOf("azure-cask-key", key("BA", "", "BMeX77")) == Proof::kRefuted);
  CHECK(ProofOf("azure-cask-key", key("BA", "", "BLeX7_")) == Proof::kRefuted);
  const std::string large = Repeated("a", 85) +
                            "gAA"
                            "QJJ"
                            "QACAbTESTAA"
                            "BLeX77";
  CHECK(ProofOf("azure-cask-key", large) == Proof::kProved);
  CHECK(ProofOf("azure-cask-key", Repeated("a", 64)) == Proof::kRefuted);
}

TEST_CASE("an Entra client secret holds a checksum since 8Q~", "[secret_formats]") {
  const std::string secret = Fake("entra-client-secret");
  CHECK(ProofOf("entra-client-secret", secret) == Proof::kProved);
  CHECK(ProofOf("entra-client-secret", Changed(secret, 10)) == Proof::kRefuted);
  CHECK(ProofOf("entra-client-secret", "abc7Q~" + Repeated("x", 31)) == Proof::kShape);
  CHECK(ProofOf("entra-client-secret", "abc7Q~" + Repeated("x", 34)) == Proof::kRefuted);
}

}  // namespace gonogo
