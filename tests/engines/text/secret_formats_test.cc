#include "analyzer/engines/text/secret_formats.h"

#include <catch2/catch.hpp>
#include <set>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kNumbers = 500;

std::string FlipLast(std::string text) {
  text.back() = text.back() == 'a' ? 'b' : 'a';
  return text;
}

}  // namespace

TEST_CASE("every fake holds, differs by number and is no placeholder", "[secret_formats]") {
  for (const SecretFormat& format : SecretFormats()) {
    std::set<std::string> seen;
    for (std::uint64_t number = 0; number < kNumbers; ++number) {
      const std::string fake = format.generate(number);
      CAPTURE(format.name, number);
      CHECK(fake == format.generate(number));
      CHECK(PlaceholderReason(fake) == "");
      if (format.validate != nullptr) {
        CHECK(format.validate(fake).proof != Proof::kRefuted);
      }
      seen.insert(fake);
    }
    CHECK(seen.size() == kNumbers);
  }
}

TEST_CASE("formats with a proof prove their fakes", "[secret_formats]") {
  for (std::string_view name : {"age-secret-key",
                                "anthropic-api-key",
                                "atlassian-data-center-token",
                                "atlassian-token",
                                "aws-access-key-id",
                                "aws-bedrock-api-key",
                                "azure-ai-key",
                                "azure-api-management-key",
                                "azure-batch-key",
                                "azure-cask-key",
                                "azure-container-registry-key",
                                "azure-cosmos-key",
                                "azure-devops-legacy-token",
                                "azure-devops-token",
                                "azure-event-hub-key",
                                "azure-function-key",
                                "azure-iot-key",
                                "azure-redis-key",
                                "azure-relay-key",
                                "azure-search-key",
                                "azure-service-bus-key",
                                "azure-resource-key",
                                "azure-storage-key",
                                "bitbucket-access-token",
                                "bitbucket-app-password",
                                "bitbucket-data-center-token",
                                "bitcoin-private-key",
                                "cloudflare-api-token",
                                "confluent-api-secret",
                                "discord-bot-token",
                                "entra-client-secret",
                                "extended-private-key",
                                "github-token",
                                "gitlab-routable-token",
                                "google-service-account",
                                "grafana-api-key",
                                "grafana-cloud-token",
                                "grafana-service-account",
                                "json-web-key",
                                "jwt",
                                "kubernetes-token",
                                "laravel-app-key",
                                "mapbox-secret-token",
                                "nats-seed",
                                "npm-token",
                                "nuget-api-key",
                                "onepassword-service-token",
                                "openai-api-key",
                                "pgp-private-key",
                                "private-key",
                                "private-key-escaped",
                                "putty-private-key",
                                "pypi-token",
                                "sendgrid-api-key",
                                "sentry-organization-token",
                                "supabase-service-key",
                                "teamcity-token",
                                "wireguard-private-key",
                                "workos-api-key",
                                "zuplo-api-key"}) {
    CAPTURE(name);
    const SecretFormat& format = *FindSecretFormat(name);
    CHECK(format.validate(format.generate(7)).proof == Proof::kProved);
  }
}

TEST_CASE("formats are sorted and each is there once", "[secret_formats]") {
  const auto formats = SecretFormats();
  for (std::size_t i = 1; i < formats.size(); ++i) {
    CHECK(formats[i - 1].name < formats[i].name);
  }
  CHECK(FindSecretFormat("no-such-format") == nullptr);
}

TEST_CASE("a wrong checksum refutes", "[secret_formats]") {
  for (std::string_view name : {"atlassian-token", "github-token", "gitlab-routable-token",
                                "grafana-service-account", "npm-token"}) {
    CAPTURE(name);
    const SecretFormat& format = *FindSecretFormat(name);
    const ProofResult result = format.validate(FlipLast(format.generate(1)));
    // The routing text of a GitLab token still decodes.
    CHECK(result.proof == (name == "gitlab-routable-token" ? Proof::kShape : Proof::kRefuted));
  }
}

TEST_CASE("checksums agree with known values", "[secret_formats]") {
  CHECK(ProveGithubToken("ghp_"
                         "zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ"
                         "0mLq17")
            .proof == Proof::kProved);
  CHECK(ProveNpmToken("npm_" + Repeated("A", 30) + "0uCPlr").proof == Proof::kProved);
  CHECK(ProveGithubToken("ghp_" + Repeated("A", 30) + "0uCPls").sign == "its checksum is wrong");
  CHECK(ProveGitlabToken("glpat-AAAAAAAAAAAAAAAAAAAAAGM6MQpvOjEKdToxCw.01.12"
                         "0071j5m")
            .proof == Proof::kProved);
  CHECK(ProveGitlabToken("glpat-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.01.12"
                         "0071j5m")
            .proof == Proof::kRefuted);
}

TEST_CASE("an AWS key id names its account", "[secret_formats]") {
  CHECK(ProveAwsAccessKeyId("AKIA"
                            "YVP4CIPPERUVIFXG")
            .sign == "names AWS account 595918472158");
  CHECK(ProveAwsAccessKeyId("AKIA"
                            "RZPUZDIKAAAQEAYE")
            .proof == Proof::kRefuted);  // 123456789012
  CHECK(ProveAwsAccessKeyId("AKIA"
                            "IABCDEFGHIJKLMNO")
            .proof == Proof::kShape);  // before 2019
  CHECK(ProveAwsAccessKeyId("AKIA"
                            "1ABCDEFGHIJKLMNO")
            .proof == Proof::kRefuted);
  CHECK(ProveAwsSecretKey(HexEncode(Repeated("\x5a", 20))).sign == "it is a hexadecimal hash");
}

TEST_CASE("private keys: whole, escaped, quoted, cut, encrypted", "[secret_formats]") {
  const std::string key = FakePrivateKey(1);
  CHECK(ProvePrivateKey(key).proof == Proof::kProved);
  std::string quoted;
  for (char c : key) {
    if (c == '\n') {
      quoted += "\\n\" +\n    \"";
    } else {
      quoted += c;
    }
  }
  CHECK(ProvePrivateKey(quoted).proof == Proof::kProved);
  std::string windows;
  for (char c : key) windows += c == '\n' ? std::string("\r\n    ") : std::string(1, c);
  CHECK(ProvePrivateKey(windows).proof == Proof::kProved);

  const std::string begin =
      "-----BEGIN "
      "PRIVATE KEY-----\n";
  const std::string end =
      "\n-----END "
      "PRIVATE KEY-----";
  CHECK(ProvePrivateKey(begin + "MIIEvQIBADANBg..." + end).proof == Proof::kRefuted);
  CHECK(ProvePrivateKey(begin + "AAAA" + end).proof == Proof::kRefuted);
  CHECK(ProvePrivateKey(begin + Repeated("AAAA", 40) + end).proof == Proof::kRefuted);
  CHECK(ProvePrivateKey(key.substr(0, 60)).proof == Proof::kRefuted);
  std::string shorter = key;
  shorter.erase(80, 4);  // the outer length does not fit any more
  CHECK(ProvePrivateKey(shorter).proof == Proof::kRefuted);
  const std::string old =
      "-----BEGIN RSA "
      "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n"
      "DEK-Info: AES-128-CBC,00\n\nQUJD\n-----END RSA PRIVATE KEY-----";
  CHECK(ProvePrivateKey(old).proof == Proof::kShape);
}

TEST_CASE("an OpenSSH key says whether it is encrypted", "[secret_formats]") {
  const auto pem = [](std::string_view cipher) {
    std::string bytes = std::string("openssh-key-v1") + '\0' + std::string(3, '\0') +
                        static_cast<char>(cipher.size()) + std::string(cipher);
    bytes.resize(120, 'x');
    return "-----BEGIN OPENSSH "
           "PRIVATE KEY-----\n" +
           Base64Encode(bytes) + "\n-----END OPENSSH PRIVATE KEY-----";
  };
  CHECK(ProvePrivateKey(pem("none")).proof == Proof::kProved);
  CHECK(ProvePrivateKey(pem("aes256-ctr")).proof == Proof::kShape);
}

TEST_CASE("a database URL needs a password", "[secret_formats]") {
  const std::vector<std::pair<std::string, Proof>> rows = {
      {"postgres://shop:" + FakePassword(1) + "@db.shop.internal/orders", Proof::kShape},
      {"redis://:" + FakePassword(2) + "@cache:6379", Proof::kShape},
      {"mysql://shop:p%40ss" + FakePassword(3) + "@db/x", Proof::kShape},
      {"postgres://shop@db/orders", Proof::kRefuted},
      {"postgres://shop:@db/orders", Proof::kRefuted},
      {"postgres://user:${PASSWORD}@db/orders", Proof::kRefuted},
      {"postgres://user:password@db/orders", Proof::kRefuted},
      {"https://db.shop.internal/a:b@c", Proof::kRefuted},
  };
  for (const auto& [url, proof] : rows) {
    CAPTURE(url);
    CHECK(ProveDatabaseUrl(url).proof == proof);
  }
}

TEST_CASE("a service account is a JSON object with a key that decodes", "[secret_formats]") {
  CHECK(ProveGoogleServiceAccount(FakeGoogleServiceAccount(2)).proof == Proof::kProved);
  CHECK(ProveGoogleServiceAccount(R"({"type":"service_account"})").proof == Proof::kRefuted);
  CHECK(ProveGoogleServiceAccount("[[[[").proof == Proof::kRefuted);
}

TEST_CASE("placeholders for fakes are filled", "[secret_formats]") {
  const std::string token = FakeGithubToken(1);
  CHECK(FillFakes("a <<fake:github-token>> b") == "a " + token + " b");
  CHECK(FillFakes("<<fake:github-token:2>>") == FakeGithubToken(2));
  CHECK(FillFakes("none") == "none");
  CHECK(FillFakes("") == "");
  CHECK_FALSE(FillFakes("<<fake:nothing>>"));
  CHECK(FillFakes("<<fake:hex-40>>").value().size() == 40);
  CHECK(FillFakes("<<fake:hex-40>>") != FillFakes("<<fake:hex-40:2>>"));
  CHECK(FillFakes("<<fake:digits-3>>").value().find_first_not_of("0123456789") ==
        std::string::npos);
  for (std::string_view wrong : {"<<fake:hex-0>>", "<<fake:hex-1000>>", "<<fake:hex>>",
                                 "<<fake:hex->>", "<<fake:letters-4>>", "<<fake:hex--4>>"}) {
    CAPTURE(wrong);
    CHECK_FALSE(FillFakes(wrong));
  }
  for (std::string_view name : FakeNames()) CHECK(MakeFake(name, 1));
  CHECK_FALSE(FillFakes("<<fake:github-token:x>>"));
  CHECK_FALSE(FillFakes("<<fake:github-token"));
  const std::string block = FillFakes("key: |\n  <<fake:private-key>>\n").value();
  CHECK(block.find("\n  -----END") != std::string::npos);
  CHECK(FillFakes("k: <<fake:private-key-escaped>>").value().find('\n') == std::string::npos);
}

TEST_CASE("entropy", "[secret_formats]") {
  CHECK(Entropy("") == 0);
  CHECK(Entropy("aaaa") == 0);
  CHECK(Entropy("abcd") == Approx(2.0));
  CHECK(Entropy("0123456789abcdef") == Approx(4.0));
}

}  // namespace gonogo
