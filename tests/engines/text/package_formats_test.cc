#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {

TEST_CASE("a PyPI token is a whole macaroon that names the index", "[secret_formats]") {
  const std::string token = Fake("pypi-token");
  CHECK(
      token.starts_with("pypi-AgEI"
                        "cHlwaS5vcmc"));
  CHECK(ProofOf("pypi-token", token) == Proof::kProved);
  CHECK(Fake("test-pypi-token")
            .starts_with("pypi-AgEN"
                         "dGVzdC5weXBpLm9yZw"));
  CHECK(ProofOf("pypi-token", Fake("test-pypi-token")) == Proof::kShape);
  CHECK(ProofOf("pypi-token", token.substr(0, token.size() - 4)) == Proof::kRefuted);
  CHECK(ProofOf("pypi-token", token + "AAAA") == Proof::kRefuted);
  const std::string elsewhere = std::string("\2\1\10ship.org\2\1x\0\0\6\40", 18);
  CHECK(ProofOf("pypi-token", "pypi-" + Base64Encode(elsewhere + Repeated("s", 32))) ==
        Proof::kRefuted);
  CHECK(ProofOf("pypi-token", "pypi-") == Proof::kRefuted);
}

TEST_CASE("a NuGet key decodes to two parts with nothing left over", "[secret_formats]") {
  const std::string key = Fake("nuget-api-key");
  CHECK(key.starts_with("oy2"));
  CHECK(ProofOf("nuget-api-key", key) == Proof::kProved);
  std::string changed = key;
  changed[19] = 'b';  // four bits are left over here
  CHECK(ProofOf("nuget-api-key", changed) == Proof::kRefuted);
  changed = key;
  changed.back() = 'b';
  CHECK(ProofOf("nuget-api-key", changed) == Proof::kRefuted);
  CHECK(ProofOf("nuget-api-key", "oy3" + key.substr(3)) == Proof::kRefuted);
  CHECK(ProofOf("nuget-api-key", key + "a") == Proof::kRefuted);
}

TEST_CASE("tokens of JFrog decode", "[secret_formats]") {
  const std::string key = Fake("jfrog-api-key");
  CHECK(ProofOf("jfrog-api-key", key) == Proof::kShape);
  CHECK(ProofOf("jfrog-api-key", key + "a") == Proof::kShape);
  CHECK(ProofOf("jfrog-api-key", key + "ab") == Proof::kRefuted);
  CHECK(ProofOf("jfrog-api-key", key.substr(1) + "0") == Proof::kRefuted);
  const std::string token = Fake("jfrog-reference-token");
  CHECK(
      token.starts_with("cmVm"
                        "dGtu"));
  CHECK(token.size() == 64);
  CHECK(ProofOf("jfrog-reference-token", token) == Proof::kProved);
  CHECK(ProofOf("jfrog-reference-token", Changed(token, 2)) == Proof::kRefuted);
  CHECK(ProofOf("jfrog-reference-token", Base64Encode("reftkn:01:x:abcdefghijklmnop")) ==
        Proof::kRefuted);
}

TEST_CASE("a TeamCity token has a header and an id", "[secret_formats]") {
  const std::string token = Fake("teamcity-token");
  CHECK(
      token.starts_with("eyJ0eXAi"
                        "OiAiVENWMiJ9."));
  CHECK(token.size() == 21 + 36 + 1 + 48);
  CHECK(ProofOf("teamcity-token", token) == Proof::kProved);
  CHECK(ProofOf("teamcity-token", Changed(token, -9)) != Proof::kProved);
  CHECK(ProofOf("teamcity-token", "a" + token) == Proof::kRefuted);
  CHECK(ProofOf("teamcity-token", token + ".x") == Proof::kRefuted);
}

}  // namespace gonogo
