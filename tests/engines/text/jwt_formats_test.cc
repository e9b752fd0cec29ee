#include <catch2/catch.hpp>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {
namespace {

constexpr std::string_view kHs256 = R"({"alg":"HS256"})";
const std::string kSignature = Base64Encode(std::string(33, 's'));

std::string Jwt(std::string_view header, std::string_view payload, std::string_view tail) {
  return Base64Encode(header) + "." + Base64Encode(payload) + "." + std::string(tail);
}

}  // namespace

TEST_CASE("a JWT decodes or is none", "[secret_formats]") {
  CHECK(ProveJwt(Jwt(kHs256, R"({"sub":"a"})", kSignature)).proof == Proof::kProved);
  const std::vector<std::string> refuted = {
      Jwt(R"({"alg":"none"})", R"({"sub":"a"})", ""),
      Jwt(kHs256, R"({"sub":"a"})", ""),
      Jwt(kHs256, R"({"sub":"1234567890","name":"John Doe","iat":1516239022})", kSignature),
      Jwt(kHs256, R"({"iss":"supabase-demo","role":"service_role"})", kSignature),
      Jwt(kHs256, R"({"iss":"supabase","role":"anon"})", kSignature),
      Jwt(kHs256, "no json", kSignature),
      Jwt(R"({"typ":"JWT"})", R"({"sub":"a"})", kSignature),
      Jwt(kHs256, R"(["a"])", kSignature),
      Jwt(kHs256, R"({"sub":"a"})", "c"),
      Jwt(kHs256, R"({"sub":"a"})", "expired"),
      Jwt(kHs256, R"({"sub":"a"})", "blacklisted"),
      "eyJhbGciOi",
      "",
  };
  for (const std::string& token : refuted) {
    CAPTURE(token);
    CHECK(ProveJwt(token).proof == Proof::kRefuted);
  }
}

TEST_CASE("a JWT of a session is told apart", "[secret_formats]") {
  const auto proof = [](std::string_view payload) {
    return ProveJwt(Jwt(kHs256, payload, kSignature)).proof;
  };
  CHECK(proof(R"({"iat":1900000000,"exp":1900003600})") == Proof::kShape);
  CHECK(proof(R"({"iat":1800000000,"exp":1900003600})") == Proof::kProved);
  CHECK(proof(R"({"iat":"1900000000","exp":1900003600})") == Proof::kProved);
  CHECK(proof(R"({"sub":"a","exp":1648650086})") == Proof::kRefuted);
  CHECK(proof(R"({"iat":-1e308,"exp":1e308})") == Proof::kProved);
}

TEST_CASE("a GitHub installation token holds a JWT", "[secret_formats]") {
  CHECK(ProveGithubToken("ghs_1234567_" + FakeJwt(1)).proof == Proof::kProved);
  CHECK(ProveGithubToken("ghs_1234567_eyJhbGciOi.eyJhbGciOi.sig").proof == Proof::kRefuted);
}

TEST_CASE("a Supabase key is of the service role", "[secret_formats]") {
  const std::string project = Repeated("abcd", 5);
  const auto proof = [](const std::string& payload) {
    return ProofOf("supabase-service-key", Jwt(kHs256, payload, kSignature));
  };
  CHECK(proof(R"({"ref":")" + project + R"(","role":"service_role"})") == Proof::kProved);
  CHECK(proof(R"({"ref":")" + project + R"(","role":"anon"})") == Proof::kRefuted);
  CHECK(proof(R"({"role":"service_role"})") == Proof::kRefuted);
  CHECK(ProofOf("supabase-service-key", "sb_secret_x") == Proof::kShape);
}

TEST_CASE("a token of Kubernetes names a service account", "[secret_formats]") {
  const auto proof = [](std::string_view payload) {
    return ProofOf("kubernetes-token", Jwt(kHs256, payload, kSignature));
  };
  CHECK(proof(R"({"iss":"kubernetes/serviceaccount"})") == Proof::kProved);
  CHECK(proof(R"({"iss":"https://a","kubernetes.io":{"namespace":"a"}})") == Proof::kShape);
  CHECK(proof(R"({"iss":"https://a"})") == Proof::kRefuted);
}

TEST_CASE("a JSON web key holds its private part", "[secret_formats]") {
  const std::string part = Base64Encode(Repeated("\x5d", 32), Base64Alphabet::kUrlSafe);
  const auto with = [&](std::string_view type, std::string_view members) {
    return R"({"kty":")" + std::string(type) + R"(",)" + std::string(members) + "}";
  };
  const std::vector<std::pair<std::string, Proof>> rows = {
      {with("EC", R"("crv":"P-256","x":")" + part + R"(","d":")" + part + "\""), Proof::kProved},
      {with("EC", R"("crv":"P-256","x":")" + part + "\""), Proof::kRefuted},
      {with("OKP", R"("x":")" + part + R"(","d":")" + part + "\""), Proof::kProved},
      {with("OKP", R"("x":"AAAA","d":")" + part + "\""), Proof::kRefuted},
      {with("oct", R"("k":")" + part + "\""), Proof::kProved},
      {with("oct", R"("k":"AAAA")"), Proof::kRefuted},
      {with("oct", R"("k":"AyM1SysPpbyDfgZ)"
                   R"(ld3umj1qzKObwVMAAAA")"),
       Proof::kRefuted},
      {with("RSA", R"("n":")" + part + R"(","d":")" + part + "\""), Proof::kRefuted},
      {with("RSA", R"("n":")" + Repeated("AQAB", 86) + R"(","d":")" + Repeated("AQAB", 86) + "\""),
       Proof::kProved},
      {"[]", Proof::kRefuted},
      {"{", Proof::kRefuted},
  };
  for (const auto& [key, proof] : rows) {
    CAPTURE(key);
    CHECK(ProofOf("json-web-key", key) == proof);
  }
}

}  // namespace gonogo
