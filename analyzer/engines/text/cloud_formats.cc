// Credentials of cloud providers. What an AWS key id says of its account, and how Azure signs its
// keys (Marvin32 over the key, in Microsoft's security-utilities), is public.
#include <fmt/format.h>

#include <array>
#include <bit>
#include <nlohmann/json.hpp>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kAccountMask = 0x7fffffffff80;

std::uint32_t LittleEndian32(std::string_view bytes) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    word |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return word;
}

struct Marvin32 {
  std::uint32_t low;
  std::uint32_t high;

  void Add(std::uint32_t word) {
    low += word;
    high ^= low;
    low = std::rotl(low, 20) + high;
    high = std::rotl(high, 9) ^ low;
    low = std::rotl(low, 27) + high;
    high = std::rotl(high, 19);
  }
};

/// The seed is eight ASCII characters, read big-endian.
std::uint32_t MarvinSum(std::string_view bytes, std::string_view seed) {
  std::uint64_t state = 0;
  for (char c : seed) state = (state << 8) | static_cast<unsigned char>(c);
  Marvin32 marvin{static_cast<std::uint32_t>(state), static_cast<std::uint32_t>(state >> 32)};
  for (; bytes.size() >= 4; bytes.remove_prefix(4)) marvin.Add(LittleEndian32(bytes));
  std::string tail(bytes);
  tail += '\x80';
  tail.resize(4, '\0');
  marvin.Add(LittleEndian32(tail));
  marvin.Add(0);
  return marvin.low ^ marvin.high;
}

bool IsHex(std::string_view text) {
  for (char c : text) {
    if (HexValue(c) < 0) return false;
  }
  return true;
}

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

ProofResult ProveAzureStorageKey(std::string_view secret) {
  const std::optional<std::string> bytes = Base64Decode(secret);
  if (!bytes || bytes->size() != 64) return {Proof::kRefuted, "it does not decode to 64 bytes"};
  if (secret.substr(76, 4) != "+ASt") return {};  // from before keys were signed
  const std::string_view view = *bytes;
  const bool right = MarvinSum(view.substr(0, 60), "Default0") == LittleEndian32(view.substr(60));
  return {right ? Proof::kProved : Proof::kRefuted,
          right ? "its checksum is right" : "its checksum is wrong"};
}

std::string FakeAzureStorageKey(std::uint64_t number) {
  FakeSource source("azure-storage-key", number);
  // 76 characters are 57 bytes; "+ASt" is the next three.
  std::string bytes = source.Bytes(57) + Base64Decode("+ASt").value_or("");
  const std::uint32_t sum = MarvinSum(bytes, "Default0");
  for (unsigned shift = 0; shift < 32; shift += 8)
    bytes += static_cast<char>((sum >> shift) & 0xff);
  return Base64Encode(bytes) + "==";
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
