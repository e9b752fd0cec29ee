// Tokens of services with a checksum of themselves, and the bot tokens of chat services, whose
// first part is an id.
#include <charconv>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

/// Ids of Discord begin with the milliseconds since its epoch; twenty years of them.
constexpr std::uint64_t kDiscordSpan = 20ull * 365 * 24 * 3600 * 1000;

std::string ConfluentSum(std::string_view body) {
  return Base64Encode(LittleEndian(Crc32(body))).substr(0, 6);
}

std::string GrafanaSum(std::string_view covered) { return HexEncode(LittleEndian(Crc32(covered))); }

bool IsSnowflake(std::string_view digits) {
  std::uint64_t id = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, id);
  return error == std::errc() && stop == end && digits.size() >= 17 && (id >> 22) < kDiscordSpan;
}

}  // namespace

// The provider says that a checksum ends the token, not which, so a wrong one does not refute.
ProofResult ProveCloudflareToken(std::string_view secret) {
  const std::size_t prefix = secret.find('_');
  if (prefix == std::string_view::npos || secret.size() - prefix != 49) {
    return Refuted("its length is wrong");
  }
  const std::string_view body = secret.substr(prefix + 1, 40);
  return LowerHex8(Crc32(body)) == secret.substr(prefix + 41) ? Checksum(true) : ProofResult{};
}

std::string FakeCloudflareToken(std::uint64_t number) {
  FakeSource source("cloudflare-api-token", number);
  const std::string body = source.Of(kAlnum, 40);
  return "cfut_" + body + LowerHex8(Crc32(body));
}

ProofResult ProveZuploApiKey(std::string_view secret) {
  if (secret.size() != 46 || secret[37] != '_') return Refuted("its length is wrong");
  return Checksum(LowerHex8(Crc32(secret.substr(5, 32))) == secret.substr(38));
}

std::string FakeZuploApiKey(std::uint64_t number) {
  FakeSource source("zuplo-api-key", number);
  const std::string body = source.Of(kLowerAlnum, 32);
  return "zpka_" + body + "_" + LowerHex8(Crc32(body));
}

ProofResult ProveConfluentSecret(std::string_view secret) {
  if (secret.size() != 64) return Refuted("its length is wrong");
  return Checksum(ConfluentSum(secret.substr(4, 54)) == secret.substr(58));
}

std::string FakeConfluentSecret(std::uint64_t number) {
  FakeSource source("confluent-api-secret", number);
  const std::string body = source.Of(kBase64, 54);
  return "cflt" + body + ConfluentSum(body);
}

ProofResult ProveGrafanaServiceAccount(std::string_view secret) {
  if (secret.size() != 46 || secret[37] != '_') return Refuted("its length is wrong");
  return Checksum(GrafanaSum(secret.substr(0, 37)) == secret.substr(38));
}

std::string FakeGrafanaServiceAccount(std::uint64_t number) {
  FakeSource source("grafana-service-account", number);
  const std::string covered = "glsa_" + source.Of(kAlnum, 32);
  return covered + "_" + GrafanaSum(covered);
}

// base64 of the bot's id, six characters of time, a signature.
ProofResult ProveDiscordBotToken(std::string_view secret) {
  const std::vector<std::string_view> parts = SplitAt(secret, '.');
  if (parts.size() != 3) return Refuted("it has not three parts");
  const std::string id = Base64Decode(parts[0]).value_or("");
  if (!IsSnowflake(id)) return Refuted("its first part is no id");
  if (parts[1].size() != 6 || parts[2].size() < 27) return Refuted("its length is wrong");
  return Proved("names bot " + id);
}

std::string FakeDiscordBotToken(std::uint64_t number) {
  FakeSource source("discord-bot-token", number);
  const std::uint64_t time = source.Below(10ull * 365 * 24 * 3600 * 1000) + 31536000000u;
  const std::string id = UrlSafeBase64(std::to_string((time << 22) | source.Below(1 << 22)));
  const std::string middle = "G" + source.Of(kAlnum, 5);
  return id + "." + middle + "." + source.Of(kUrlSafe64, 38);
}

ProofResult ProveTelegramBotToken(std::string_view secret) {
  const std::size_t colon = secret.find(':');
  const bool right = colon != std::string_view::npos && colon >= 8 && colon <= 10 &&
                     AllOf(secret.substr(0, colon), kDigits) && secret.size() - colon == 36 &&
                     secret.substr(colon + 1, 2) == "AA";
  return right ? Shaped("names bot " + std::string(secret.substr(0, colon)))
               : Refuted("its length is wrong");
}

std::string FakeTelegramBotToken(std::uint64_t number) {
  FakeSource source("telegram-bot-token", number);
  const std::string id = "6" + source.Of(kDigits, 9);
  return id + ":AA" + source.Of(kUrlSafe64, 33);
}

// base64 of "key_ID,SECRET" behind the prefix of the mode.
ProofResult ProveWorkOsApiKey(std::string_view secret) {
  const std::string text = Base64Decode(secret.substr(secret.rfind('_') + 1)).value_or("");
  if (!text.starts_with("key_") || !text.contains(',')) {
    return Refuted("it does not decode to a key id and a secret");
  }
  const bool test = secret.starts_with("sk_test_");
  return test ? Shaped("it is a key of test mode") : Proved("it decodes to a key id and a secret");
}

std::string FakeWorkOsApiKey(std::uint64_t number) {
  FakeSource source("workos-api-key", number);
  const std::string id = "01H" + source.Of(kUpperAlnum, 23);
  return "sk_"
         "live_" +
         Base64Encode("key_" + id + "," + source.Of(kAlnum, 25));
}

std::string FakeWorkOsTestKey(std::uint64_t number) {
  FakeSource source("workos-test-key", number);
  const std::string id = "01H" + source.Of(kUpperAlnum, 23);
  return "sk_"
         "test_" +
         Base64Encode("key_" + id + "," + source.Of(kAlnum, 25));
}

}  // namespace gonogo
