// Credentials of AWS and Google. What an AWS key id says of its account is public.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kAccountMask = 0x7fffffffff80;

bool IsDocumentationAccount(std::uint64_t account) {
  return account == 123456789012u || account == 111122223333u || account == 0;
}

}  // namespace

ProofResult ProveAwsAccessKeyId(std::string_view secret) {
  if (secret.size() != 20) return {Proof::kRefuted, "its length is wrong"};
  const std::optional<std::string> bytes = Base32Decode(secret.substr(4));
  if (!bytes) return {Proof::kRefuted, "it has characters that no key id has"};
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 6; ++i) head = (head << 8) | static_cast<unsigned char>((*bytes)[i]);
  // Ids from before 2019 hold no account: their top bit is clear.
  if ((head >> 47) == 0) return {};
  const std::uint64_t account = (head & kAccountMask) >> 7;
  if (account > 999999999999u) return {Proof::kRefuted, "it names no possible AWS account"};
  if (IsDocumentationAccount(account)) return {Proof::kRefuted, "it names a documentation account"};
  return {Proof::kProved, fmt::format("names AWS account {:012}", account)};
}

std::string FakeAwsAccessKeyId(std::uint64_t number) {
  FakeSource source("aws-access-key-id", number);
  const std::uint64_t account = 200000000000u + source.Below(700000000000u);
  const std::uint64_t head = (std::uint64_t{1} << 47) | (account << 7) | source.Below(128);
  std::string bytes;
  for (int shift = 40; shift >= 0; shift -= 8) bytes += static_cast<char>((head >> shift) & 0xff);
  return "AKIA" + Base32Encode(bytes + source.Bytes(4));
}

ProofResult ProveAwsSecretKey(std::string_view secret) {
  if (secret.size() != 40) return {Proof::kRefuted, "its length is wrong"};
  if (IsHex(secret)) return {Proof::kRefuted, "it is a hexadecimal hash"};
  return {};
}

std::string FakeAwsSecretKey(std::uint64_t number) {
  FakeSource source("aws-secret-key", number);
  return Base64Encode(source.Bytes(30));
}

// "ABSK" and base64 of "BedrockAPIKey-NAME-at-ACCOUNT:SECRET"; or "bedrock-api-key-" and base64 of
// a signed request, which lives for twelve hours at most.
ProofResult ProveAwsBedrockApiKey(std::string_view secret) {
  constexpr std::string_view kShortTerm = "bedrock-api-key-";
  const bool lives_short = secret.starts_with(kShortTerm);
  const std::string_view body =
      secret.substr(std::min<std::size_t>(secret.size(), lives_short ? kShortTerm.size() : 4));
  const std::optional<std::string> text = Base64Decode(body);
  if (!text) return Refuted("it does not decode");
  if (lives_short) {
    if (!text->starts_with("bedrock.")) return Refuted("it does not decode to a Bedrock request");
    return Shaped("it is a short-term key");
  }
  const bool names = text->starts_with("BedrockAPIKey-") && text->contains(':');
  return names ? Proved("it decodes to the name of a Bedrock key and its secret")
               : Refuted("it does not decode to the name of a Bedrock key");
}

std::string FakeAwsBedrockApiKey(std::uint64_t number) {
  FakeSource source("aws-bedrock-api-key", number);
  const std::string name =
      "BedrockAPIKey-" + source.Of(kLowerAlnum, 4) + "-at-2" + source.Of(kDigits, 11);
  return "ABSK" + PaddedBase64(name + ":" + PaddedBase64(source.Bytes(48)));
}

std::string FakeAwsBedrockShortTermKey(std::uint64_t number) {
  FakeSource source("aws-bedrock-short-term-key", number);
  return "bedrock-api-key-" + PaddedBase64("bedrock.amazonaws.com/?Action=CallWithBearerToken&X=" +
                                           source.Of(kLowerHex, 64) + "&Version=1");
}

std::string FakeGoogleApiKey(std::uint64_t number) {
  FakeSource source("google-api-key", number);
  return "AIzaSy" + source.Of(kUrlSafe64.substr(0, 62), 33);
}

ProofResult ProveGoogleServiceAccount(std::string_view secret) {
  const auto json = nlohmann::json::parse(secret, nullptr, false);
  if (!json.is_object()) return {Proof::kRefuted, "it is no JSON object"};
  for (const char* key : {"type", "private_key", "client_email"}) {
    if (!json.contains(key) || !json[key].is_string()) {
      return {Proof::kRefuted, fmt::format("it has no text field \"{}\"", key)};
    }
  }
  if (json["type"].get<std::string>() != "service_account") {
    return {Proof::kRefuted, "its type is not service_account"};
  }
  ProofResult key = ProvePrivateKey(json["private_key"].get<std::string>());
  if (key.proof == Proof::kProved) key.sign = "its private key decodes";
  return key;
}

std::string FakeGoogleServiceAccount(std::uint64_t number) {
  FakeSource source("google-service-account", number);
  nlohmann::ordered_json json;
  json["type"] = "service_account";
  json["project_id"] = "shop-" + source.Of(kDigits, 6);
  json["private_key_id"] = source.Of(kLowerHex, 40);
  json["private_key"] = FakePrivateKey(number) + "\n";
  json["client_email"] = "runner@shop-" + source.Of(kDigits, 6) + ".iam.gserviceaccount.com";
  return json.dump();
}

}  // namespace gonogo
