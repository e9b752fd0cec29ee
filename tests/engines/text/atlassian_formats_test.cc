#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {

TEST_CASE("an Atlassian token may stand in a URL", "[secret_formats]") {
  std::string token = FakeAtlassianToken(3);
  token.replace(token.rfind('='), 1, "%3D");
  CHECK(ProveAtlassianToken(token).proof == Proof::kProved);
}

TEST_CASE("tokens of Bitbucket's cloud end in their checksum", "[secret_formats]") {
  for (std::string_view name : {"bitbucket-access-token", "bitbucket-app-password"}) {
    CAPTURE(name);
    CHECK(ProofOf(name, Fake(name)) == Proof::kProved);
    CHECK(ProofOf(name, Changed(Fake(name), 9)) == Proof::kRefuted);
  }
  CHECK(Fake("bitbucket-access-token").size() == 192);
  CHECK(Fake("bitbucket-app-password").size() == 36);
}

TEST_CASE("tokens of Atlassian Data Center decode to a number and bytes", "[secret_formats]") {
  const std::string bytes = Repeated("\x9b", 20);
  const std::vector<std::pair<std::string, Proof>> rows = {
      {Base64Encode("123456789012:" + bytes), Proof::kProved},
      {"BBDC-" + Base64Encode("123456789012:" + bytes), Proof::kProved},
      {Base64Encode("12345678901a:" + bytes), Proof::kRefuted},
      {Base64Encode("123:" + bytes), Proof::kRefuted},
      {Base64Encode("123456789012:" + bytes + "x"), Proof::kRefuted},
      {Base64Encode("1234567890123" + bytes), Proof::kRefuted},
      {"BBDC-", Proof::kRefuted},
      {"", Proof::kRefuted},
  };
  for (const auto& [token, proof] : rows) {
    CAPTURE(token);
    CHECK(ProofOf("bitbucket-data-center-token", token) == proof);
  }
}

}  // namespace gonogo
