// Credentials of messaging, payment and AI services, and passwords in URLs.
#include <fmt/format.h>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"

namespace gonogo {
namespace {

/// base64 of "OpenAI" stands in the middle of its keys.
constexpr std::string_view kOpenAiMarker = "T3BlbkFJ";

bool DecodesTo(std::string_view text, std::size_t size) {
  const std::optional<std::string> bytes = Base64Decode(text);
  return bytes && bytes->size() == size && Base64IsCanonical(text);
}

/// What stands between "://" and the last '@' before the path.
std::string_view UserInfoOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t at = url.rfind('@');
  return at == std::string_view::npos ? std::string_view() : url.substr(0, at);
}

}  // namespace

std::string FakeSlackToken(std::uint64_t number) {
  FakeSource source("slack-token", number);
  const std::string team = std::to_string(100000000000u + source.Below(900000000000u));
  const std::string bot = std::to_string(1000000000000u + source.Below(9000000000000u));
  return "xoxb-" + team + "-" + bot + "-" + source.Of(kAlnum, 24);
}

std::string FakeSlackWebhook(std::uint64_t number) {
  FakeSource source("slack-webhook", number);
  const std::string team = source.Of(kUpperAlnum, 10);
  const std::string bot = source.Of(kUpperAlnum, 10);
  return "https://hooks.slack.com/serv"
         "ices/T" +
         team + "/B" + bot + "/" + source.Of(kAlnum, 24);
}

std::string FakeStripeSecretKey(std::uint64_t number) {
  FakeSource source("stripe-secret-key", number);
  return "sk_live_" + source.Of(kAlnum, 24);
}

ProofResult ProveSendgridApiKey(std::string_view secret) {
  if (secret.size() != 69 || secret[25] != '.') return {Proof::kRefuted, "its length is wrong"};
  const bool decodes = DecodesTo(secret.substr(3, 22), 16) && DecodesTo(secret.substr(26), 32);
  if (!decodes) return {};
  return {Proof::kProved, "its parts decode to 16 and 32 bytes"};
}

std::string FakeSendgridApiKey(std::uint64_t number) {
  FakeSource source("sendgrid-api-key", number);
  const std::string first = Base64Encode(source.Bytes(16), Base64Alphabet::kUrlSafe);
  return "SG." + first + "." + Base64Encode(source.Bytes(32), Base64Alphabet::kUrlSafe);
}

ProofResult ProveOpenAiApiKey(std::string_view secret) {
  if (!secret.contains(kOpenAiMarker)) return {};
  return {Proof::kProved, "it holds the provider's marker"};
}

std::string FakeOpenAiApiKey(std::uint64_t number) {
  FakeSource source("openai-api-key", number);
  const std::string first = source.Of(kUrlSafe64, 74);
  return "sk-proj-" + first + std::string(kOpenAiMarker) + source.Of(kUrlSafe64, 74);
}

ProofResult ProveAnthropicApiKey(std::string_view secret) {
  const std::size_t body = secret.find('-', 7);
  const bool ends =
      body != std::string_view::npos && secret.size() - body - 1 == 95 && secret.ends_with("AA");
  if (!ends) return {};
  return {Proof::kProved, "its length and ending are right"};
}

std::string FakeAnthropicApiKey(std::uint64_t number) {
  FakeSource source("anthropic-api-key", number);
  return "sk-ant-api03-" + source.Of(kUrlSafe64, 93) + "AA";
}

std::string FakePassword(std::uint64_t number) {
  FakeSource source("password", number);
  return source.Of(kAlnum.substr(10), 1) + source.Of(kAlnum, 17);
}

ProofResult ProveDatabaseUrl(std::string_view secret) {
  const std::string_view user_info = UserInfoOf(secret);
  const std::size_t colon = user_info.find(':');
  if (colon == std::string_view::npos) return {Proof::kRefuted, "it holds no password"};
  const std::string password = PercentDecode(user_info.substr(colon + 1));
  if (password.empty()) return {Proof::kRefuted, "its password is empty"};
  const std::string_view placeholder = PlaceholderReason(password);
  if (placeholder.empty()) return {};
  return {Proof::kRefuted, fmt::format("its password: {}", placeholder)};
}

std::string FakeDatabaseUrl(std::uint64_t number) {
  FakeSource source("database-url", number);
  const std::string host = "db-" + source.Of(kDigits, 3) + ".shop.internal";
  return "postgres"
         "://shop:" +
         FakePassword(number) + "@" + host + ":5432/orders";
}

}  // namespace gonogo
