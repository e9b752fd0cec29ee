// Tokens that hold base64 of a JSON object, which says what they are: Grafana, Sentry, Mapbox,
// 1Password.
#include <fmt/format.h>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"
#include "analyzer/engines/text/json_parts.h"

namespace gonogo {
namespace {

constexpr std::string_view kGrafanaCloud = "glc_";
constexpr std::string_view kSentryOrganization = "sntrys_";
constexpr std::string_view kOnePassword = "ops_";

ProofResult Decoded(bool right) {
  return right ? Proved("its payload decodes") : Refuted("its payload does not decode");
}

}  // namespace

ProofResult ProveGrafanaCloudToken(std::string_view secret) {
  if (!secret.starts_with(kGrafanaCloud)) return Refuted("its prefix is wrong");
  const nlohmann::json payload = JsonIn(secret.substr(kGrafanaCloud.size()));
  return Decoded(payload.is_object() && payload.contains("o") && !TextField(payload, "k").empty());
}

std::string FakeGrafanaCloudToken(std::uint64_t number) {
  FakeSource source("grafana-cloud-token", number);
  const std::string organization = "1" + source.Of(kDigits, 6);
  const std::string payload =
      fmt::format(R"({{"o":"{}","n":"stack-writer","k":"{}","m":{{"r":"prod-eu-west-2"}}}})",
                  organization, source.Of(kAlnum, 24));
  return std::string(kGrafanaCloud) + PaddedBase64(payload);
}

ProofResult ProveGrafanaApiKey(std::string_view secret) {
  const nlohmann::json payload = JsonIn(secret);
  return Decoded(!TextField(payload, "k").empty() && !TextField(payload, "n").empty() &&
                 HasNumber(payload, "id"));
}

std::string FakeGrafanaApiKey(std::uint64_t number) {
  FakeSource source("grafana-api-key", number);
  return PaddedBase64(fmt::format(R"({{"k":"{}","n":"deploy","id":1}})", source.Of(kAlnum, 32)));
}

// sntrys_, base64 of JSON, an underscore, base64 of 32 bytes; the other kinds are 64 digits.
ProofResult ProveSentryToken(std::string_view secret) {
  if (!secret.starts_with(kSentryOrganization)) return {};
  const std::size_t last = secret.rfind('_');
  if (last < kSentryOrganization.size()) return Refuted("it has not two parts");
  const nlohmann::json payload =
      JsonIn(secret.substr(kSentryOrganization.size(), last - kSentryOrganization.size()));
  return Decoded(HasNumber(payload, "iat") && !TextField(payload, "org").empty() &&
                 DecodesTo(secret.substr(last + 1), 32));
}

std::string FakeSentryToken(std::uint64_t number) {
  FakeSource source("sentry-organization-token", number);
  const std::string payload = fmt::format(R"({{"iat":17{}.25,"url":"https://sentry.io",)"
                                          R"("region_url":"https://us.sentry.io","org":"shop"}})",
                                          source.Of(kDigits, 8));
  return std::string(kSentryOrganization) + PaddedBase64(payload) + "_" +
         Base64Encode(source.Bytes(32));
}

// sk. or tk., base64 of JSON with user and id, a signature.
ProofResult ProveMapboxToken(std::string_view secret) {
  const std::vector<std::string_view> parts = SplitAt(secret, '.');
  if (parts.size() != 3) return Refuted("it has not three parts");
  if (parts[0] == "pk") return Refuted("it is public by design");
  const nlohmann::json payload = JsonIn(parts[1]);
  return Decoded(!TextField(payload, "u").empty() && Base64Decode(parts[2]));
}

std::string FakeMapboxToken(std::uint64_t number) {
  FakeSource source("mapbox-secret-token", number);
  const std::string id = source.Of(kLowerAlnum, 25);
  return "sk." + UrlSafeBase64(fmt::format(R"({{"u":"shop","a":"{}"}})", id)) + "." +
         UrlSafeBase64(source.Bytes(16));
}

ProofResult ProveOnePasswordToken(std::string_view secret) {
  if (!secret.starts_with(kOnePassword)) return Refuted("its prefix is wrong");
  const nlohmann::json payload = JsonIn(secret.substr(kOnePassword.size()));
  if (!payload.is_object()) return Decoded(false);
  const bool signs_in =
      !TextField(payload, "signInAddress").empty() && !TextField(payload, "secretKey").empty();
  return signs_in ? Decoded(true) : Shaped("its payload decodes to JSON");
}

std::string FakeOnePasswordToken(std::uint64_t number) {
  FakeSource source("onepassword-service-token", number);
  const std::string mail = source.Of(kLowerAlnum, 13);
  const std::string secret = source.Of(kUpperAlnum, 26);
  const std::string device = source.Of(kLowerAlnum, 26);
  return std::string(kOnePassword) +
         UrlSafeBase64(fmt::format(
             R"({{"signInAddress":"shop.1password.com","userAuth":{{"method":"SRPg-4096"}},)"
             R"("email":"{}@1passwordserviceaccounts.com","secretKey":"A3-{}","deviceUuid":"{}"}})",
             mail, secret, device));
}

}  // namespace gonogo
