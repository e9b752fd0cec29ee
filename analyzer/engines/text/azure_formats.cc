// Keys that Azure services issue. Three generations carry their own mark: "identifiable" keys (a
// signature of four characters and a Marvin32 checksum with a seed per kind of key), "common
// annotated" keys (JQQJ99, a date and the provider's signature) and CASK (QJJQ). Layouts, seeds and
// checksums are those of Microsoft's public security-utilities and cask libraries. The checksum of
// JQQJ99 keys is left alone: what that library computes does not agree with its own test values.
#include <bit>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

constexpr std::size_t kSeedSize = 8;
constexpr std::size_t kSumSize = 4;

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
  for (; bytes.size() >= 4; bytes.remove_prefix(4)) marvin.Add(FromLittleEndian(bytes));
  std::string tail(bytes);
  tail += '\x80';
  tail.resize(4, '\0');
  marvin.Add(FromLittleEndian(tail));
  marvin.Add(0);
  return marvin.low ^ marvin.high;
}

struct KeyFamily {
  std::string_view signature;
  std::size_t size;        // in bytes
  std::string_view seeds;  // one after the other
};

constexpr std::string_view kMessagingSeeds = "Send0000Manage00Listen00System00Unknown0";
constexpr KeyFamily kStorage = {"+ASt", 64, "Default0"};
constexpr KeyFamily kRedis = {"AzCa", 32, "Access00"};
constexpr KeyFamily kFamilies[] = {
    kStorage,
    kRedis,
    {"+ABa", 64, "AbAcct00"},
    {"ACDb", 64, "MastRW00MastRO00SystRW00SystRO00SysAll00Resour00Encryp00"},
    {"APIM", 64, "Tenant00IoTHub00Gatewy00GitKey00"},
    {"AIoT", 32, "IoTHub00DpsKey00Device00"},
    {"+ASb", 32, kMessagingSeeds},
    {"+AEh", 32, kMessagingSeeds},
    {"+ARm", 32, kMessagingSeeds},
    {"AzSe", 39, "Query000PAdmin00"},
    {"+ACR", 39, "ACRDflt0"},
    {"AzFu", 40, "Functi00Master00System00"},
};

const KeyFamily* FamilyOf(std::string_view signature) {
  for (const KeyFamily& family : kFamilies) {
    if (family.signature == signature) return &family;
  }
  return nullptr;
}

/// The signature stands ten characters before the end.
std::string_view SignatureOf(std::string_view key) {
  while (key.ends_with('=')) key.remove_suffix(1);
  return key.size() < 10 ? std::string_view() : key.substr(key.size() - 10, 4);
}

bool HasSum(std::string_view bytes, const KeyFamily& family) {
  const std::string_view covered = bytes.substr(0, bytes.size() - kSumSize);
  const std::uint32_t sum = FromLittleEndian(bytes.substr(covered.size()));
  for (std::size_t at = 0; at < family.seeds.size(); at += kSeedSize) {
    if (MarvinSum(covered, family.seeds.substr(at, kSeedSize)) == sum) return true;
  }
  return false;
}

ProofResult ProveIdentifiable(std::string_view secret, const KeyFamily& family) {
  const std::optional<std::string> bytes = Base64Decode(secret);
  if (!bytes || bytes->size() != family.size) return Refuted("its length is wrong");
  if (HasSum(*bytes, family)) return Checksum(true);
  // Redis writes P and F for '+' and '/' after the sum was made.
  const bool rewritten =
      family.signature == kRedis.signature && !secret.contains('+') && !secret.contains('/');
  return rewritten ? ProofResult{} : Checksum(false);
}

std::string FakeIdentifiable(std::string_view name, const KeyFamily& family, std::uint64_t number) {
  FakeSource source(name, number);
  const std::size_t characters = (family.size * 8 + 5) / 6;
  const std::string text = source.Of(kAlnum, characters - 10) + std::string(family.signature);
  const std::string filled = text + std::string(6, 'A');
  std::string bytes = Base64Decode(filled).value_or("").substr(0, family.size - kSumSize);
  return PaddedBase64(bytes + LittleEndian(MarvinSum(bytes, family.seeds.substr(0, kSeedSize))));
}

std::string FakeIdentifiable(std::string_view name, std::string_view signature,
                             std::uint64_t number) {
  return FakeIdentifiable(name, *FamilyOf(signature), number);
}

/// Like FakeIdentifiable, of letters and digits alone.
std::string PlainIdentifiable(std::string_view name, std::string_view signature,
                              std::uint64_t number) {
  for (std::uint64_t attempt = 0;; ++attempt) {
    std::string key = FakeIdentifiable(name, signature, number + (attempt << 32));
    if (!key.contains('+') && !key.contains('/')) return key;
  }
}

std::string FakeAnnotated(std::string_view name, std::string_view signature, std::uint64_t number) {
  FakeSource source(name, number);
  const std::string first = source.Of(kAlnum, 52);
  const std::string month = source.Of("ABCDEFGHIJKL", 1);
  const std::string reserved = source.Of(kAlnum, 16);
  return first +
         "JQQJ"
         "99B" +
         month + reserved + std::string(signature) + source.Of(kAlnum, 4);
}

/// The six characters of a CASK time: year, month, day, hour, minute, second.
bool IsCaskTime(std::string_view text) {
  constexpr std::size_t kLimits[] = {64, 12, 31, 24, 60, 60};
  if (text.size() != std::size(kLimits)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kUrlSafe64.find(text[i]) >= kLimits[i]) return false;
  }
  return true;
}

/// 28 bytes of an old Azure DevOps token and, scattered among them, their CRC-32 exclusive-or a
/// number per kind of token.
bool HasScatteredSum(std::string_view bytes) {
  const std::string covered = std::string(bytes.substr(0, 2)) + std::string(bytes.substr(3, 4)) +
                              std::string(bytes.substr(9, 13)) + std::string(bytes.substr(23, 9));
  const std::string scattered = {bytes[22], bytes[8], bytes[7], bytes[2]};
  const std::uint32_t mask = Crc32(covered) ^ FromLittleEndian(scattered);
  return mask == 0xe0b9692du || mask == 0x1019f92eu;
}

/// The first three of six digits.
std::string EntraSum(std::string_view covered) {
  constexpr std::string_view kSumDigits =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
  std::size_t sum = MarvinSum(covered, "AadPwd00");
  std::string digits(6, 'a');
  for (std::size_t i = digits.size(); i > 0; sum /= kSumDigits.size()) {
    digits[--i] = kSumDigits[sum % kSumDigits.size()];
  }
  return digits.substr(0, 3);
}

}  // namespace

ProofResult ProveAzureStorageKey(std::string_view secret) {
  const std::optional<std::string> bytes = Base64Decode(secret);
  if (!bytes || bytes->size() != 64) return Refuted("it does not decode to 64 bytes");
  if (SignatureOf(secret) != kStorage.signature) return {};  // from before keys were signed
  return ProveIdentifiable(secret, kStorage);
}

ProofResult ProveAzureIdentifiableKey(std::string_view secret) {
  const KeyFamily* family = FamilyOf(SignatureOf(secret));
  if (family == nullptr) return Refuted("it has no signature of an Azure service");
  return ProveIdentifiable(secret, *family);
}

std::string FakeAzureStorageKey(std::uint64_t number) {
  return FakeIdentifiable("azure-storage-key", kStorage, number);
}
std::string FakeAzureApiManagementKey(std::uint64_t number) {
  return FakeIdentifiable("azure-api-management-key", "APIM", number);
}
std::string FakeAzureBatchKey(std::uint64_t number) {
  return FakeIdentifiable("azure-batch-key", "+ABa", number);
}
std::string FakeAzureContainerRegistryKey(std::uint64_t number) {
  return FakeIdentifiable("azure-container-registry-key", "+ACR", number);
}
std::string FakeAzureCosmosKey(std::uint64_t number) {
  return FakeIdentifiable("azure-cosmos-key", "ACDb", number);
}
std::string FakeAzureEventHubKey(std::uint64_t number) {
  return FakeIdentifiable("azure-event-hub-key", "+AEh", number);
}
std::string FakeAzureFunctionKey(std::uint64_t number) {
  return PlainIdentifiable("azure-function-key", "AzFu", number);
}
std::string FakeAzureIotKey(std::uint64_t number) {
  return FakeIdentifiable("azure-iot-key", "AIoT", number);
}
std::string FakeAzureRedisKey(std::uint64_t number) {
  return PlainIdentifiable("azure-redis-key", "AzCa", number);
}
std::string FakeAzureRelayKey(std::uint64_t number) {
  return FakeIdentifiable("azure-relay-key", "+ARm", number);
}
std::string FakeAzureSearchKey(std::uint64_t number) {
  return PlainIdentifiable("azure-search-key", "AzSe", number);
}
std::string FakeAzureServiceBusKey(std::uint64_t number) {
  return FakeIdentifiable("azure-service-bus-key", "+ASb", number);
}

// 52 random, JQQJ99, year, month, 16 of platform and provider, 4 of signature, 4 or 8 of checksum.
ProofResult ProveAzureAnnotatedKey(std::string_view secret) {
  if (secret.size() == 88 && secret.ends_with("==")) secret.remove_suffix(4);
  if (secret.size() != 84 || !AllOf(secret, kAlnum)) return Refuted("its length is wrong");
  const std::string_view mark = secret.substr(52, 6);
  if (mark == "JQQJ9D" || mark == "JQQJ9H") return Refuted("it is a hash, not a key");
  const bool dated =
      kUpperAlnum.substr(10).contains(secret[58]) && secret[59] >= 'A' && secret[59] <= 'L';
  if (mark != "JQQJ99" || !dated) return Refuted("it has no mark and date of an Azure key");
  return Proved("its mark, date and signature are in place");
}

std::string FakeAzureAiKey(std::uint64_t number) {
  return FakeAnnotated("azure-ai-key", "ACOG", number);
}
std::string FakeAzureDevOpsToken(std::uint64_t number) {
  return FakeAnnotated("azure-devops-token", "AZDO", number);
}
std::string FakeAzureResourceKey(std::uint64_t number) {
  return FakeAnnotated("azure-resource-key", "AZMP", number);
}

ProofResult ProveAzureDevOpsLegacyToken(std::string_view secret) {
  const std::optional<std::string> bytes = Base32Decode(UpperAscii(secret));
  if (!bytes || bytes->size() != 32) return Refuted("its length is wrong");
  return HasScatteredSum(*bytes) ? Checksum(true) : ProofResult{};
}

std::string FakeAzureDevOpsLegacyToken(std::uint64_t number) {
  FakeSource source("azure-devops-legacy-token", number);
  std::string bytes = source.Bytes(32);
  const std::string covered =
      bytes.substr(0, 2) + bytes.substr(3, 4) + bytes.substr(9, 13) + bytes.substr(23, 9);
  const std::string sum = LittleEndian(Crc32(covered) ^ 0xe0b9692du);
  bytes[22] = sum[0];
  bytes[8] = sum[1];
  bytes[7] = sum[2];
  bytes[2] = sum[3];
  std::string token = Base32Encode(bytes);
  for (char& c : token) c = c >= 'A' ? static_cast<char>(c - 'A' + 'a') : c;
  return token;
}

// Body, QJJQ, A, size, count of data, kind, provider (4), data, AA, time.
ProofResult ProveAzureCaskKey(std::string_view secret) {
  if (secret.size() < 64 || !AllOf(secret, kUrlSafe64)) return Refuted("its length is wrong");
  const bool large = secret.substr(44, 4) != "QJJQ";
  const std::size_t body = large ? 88 : 44;
  if (secret.size() < body + 20 || secret.substr(body, 5) != "QJJQA") {
    return Refuted("it has no CASK mark");
  }
  const std::size_t data = 4 * kUrlSafe64.find(secret[body + 6]);
  const bool sized =
      secret[body + 5] == (large ? 'C' : 'B') && data <= 40 && secret.size() == body + 20 + data;
  if (!sized) return Refuted("its length is wrong");
  const bool ends = secret.substr(0, body).ends_with(large ? "AA" : "A") &&
                    secret.substr(secret.size() - 8, 2) == "AA" &&
                    IsCaskTime(secret.substr(secret.size() - 6));
  return ends ? Proved("its mark, sizes and time are in place") : Refuted("its time is wrong");
}

std::string FakeAzureCaskKey(std::uint64_t number) {
  FakeSource source("azure-cask-key", number);
  const std::string body = UrlSafeBase64(source.Bytes(32)) + "A";
  const std::string provider = source.Of(kUpperAlnum.substr(10), 4);
  const std::string date = "B" + source.Of("ABCDEFGHIJKL", 1) + source.Of(kBase64.substr(0, 28), 1);
  const std::string time =
      source.Of(kBase64.substr(0, 24), 1) + source.Of(kBase64.substr(0, 60), 2);
  return body +
         "QJJ"
         "QABA" +
         "B" + provider + "AA" + date + time;
}

// Three characters, 7Q~ or 8Q~, random ones; since 8Q~ the last three are of a checksum.
ProofResult ProveEntraClientSecret(std::string_view secret) {
  if (secret.size() == 37 && secret.substr(3, 3) == "7Q~") return {};
  if (secret.size() != 40 || secret.substr(3, 3) != "8Q~") return Refuted("its length is wrong");
  return Checksum(secret.substr(37) == EntraSum(secret.substr(0, 37)));
}

std::string FakeEntraClientSecret(std::uint64_t number) {
  FakeSource source("entra-client-secret", number);
  const std::string first = source.Of(kAlnum, 3);
  const std::string covered = first +
                              "8Q"
                              "~" +
                              source.Of(kAlnum, 31);
  return covered + EntraSum(covered);
}

}  // namespace gonogo
