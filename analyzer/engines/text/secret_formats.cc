#include "analyzer/engines/text/secret_formats.h"

#include <array>
#include <charconv>
#include <cmath>

#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kFirst = 1;
constexpr std::string_view kOpen = "<<fake:";
constexpr std::string_view kClose = ">>";

constexpr SecretFormat kFormats[] = {
    // name, validate, generate, strong
    {"age-secret-key", ProveAgeSecretKey, FakeAgeSecretKey, true},
    {"anthropic-api-key", ProveAnthropicApiKey, FakeAnthropicApiKey, true},
    {"argument-secret", ProveArgumentSecret, FakeArgumentSecret, false},
    {"atlassian-data-center-token", ProveAtlassianDataCenterToken, FakeAtlassianDataCenterToken,
     true},
    {"atlassian-token", ProveAtlassianToken, FakeAtlassianToken, true},
    {"aws-access-key-id", ProveAwsAccessKeyId, FakeAwsAccessKeyId, false},
    {"aws-bedrock-api-key", ProveAwsBedrockApiKey, FakeAwsBedrockApiKey, true},
    {"aws-bedrock-short-term-key", ProveAwsBedrockApiKey, FakeAwsBedrockShortTermKey, true},
    {"aws-secret-key", ProveAwsSecretKey, FakeAwsSecretKey, true},
    {"azure-ai-key", ProveAzureAnnotatedKey, FakeAzureAiKey, true},
    {"azure-api-management-key", ProveAzureIdentifiableKey, FakeAzureApiManagementKey, true},
    {"azure-batch-key", ProveAzureIdentifiableKey, FakeAzureBatchKey, true},
    {"azure-cask-key", ProveAzureCaskKey, FakeAzureCaskKey, true},
    {"azure-container-registry-key", ProveAzureIdentifiableKey, FakeAzureContainerRegistryKey,
     true},
    {"azure-cosmos-key", ProveAzureIdentifiableKey, FakeAzureCosmosKey, true},
    {"azure-devops-legacy-token", ProveAzureDevOpsLegacyToken, FakeAzureDevOpsLegacyToken, true},
    {"azure-devops-token", ProveAzureAnnotatedKey, FakeAzureDevOpsToken, true},
    {"azure-event-hub-key", ProveAzureIdentifiableKey, FakeAzureEventHubKey, true},
    {"azure-function-key", ProveAzureIdentifiableKey, FakeAzureFunctionKey, true},
    {"azure-iot-key", ProveAzureIdentifiableKey, FakeAzureIotKey, true},
    {"azure-redis-key", ProveAzureIdentifiableKey, FakeAzureRedisKey, true},
    {"azure-relay-key", ProveAzureIdentifiableKey, FakeAzureRelayKey, true},
    {"azure-resource-key", ProveAzureAnnotatedKey, FakeAzureResourceKey, true},
    {"azure-search-key", ProveAzureIdentifiableKey, FakeAzureSearchKey, true},
    {"azure-service-bus-key", ProveAzureIdentifiableKey, FakeAzureServiceBusKey, true},
    {"azure-storage-key", ProveAzureStorageKey, FakeAzureStorageKey, true},
    {"basic-credentials", ProveBasicCredentials, FakeBasicCredentials, false},
    {"bearer-token", ProveBearerToken, FakeBearerToken, true},
    {"bitbucket-access-token", ProveAtlassianToken, FakeBitbucketAccessToken, true},
    {"bitbucket-app-password", ProveAtlassianToken, FakeBitbucketAppPassword, true},
    {"bitbucket-data-center-token", ProveAtlassianDataCenterToken, FakeBitbucketDataCenterToken,
     true},
    {"bitcoin-private-key", ProveBitcoinPrivateKey, FakeBitcoinPrivateKey, true},
    {"cloudflare-api-token", ProveCloudflareToken, FakeCloudflareToken, true},
    {"confluent-api-secret", ProveConfluentSecret, FakeConfluentSecret, true},
    {"database-url", ProveDatabaseUrl, FakeDatabaseUrl, false},
    {"discord-bot-token", ProveDiscordBotToken, FakeDiscordBotToken, true},
    {"entra-client-secret", ProveEntraClientSecret, FakeEntraClientSecret, true},
    {"ethereum-private-key", ProveEthereumPrivateKey, FakeEthereumPrivateKey, true},
    {"extended-private-key", ProveExtendedPrivateKey, FakeExtendedPrivateKey, true},
    {"fernet-key", ProveFernetKey, FakeFernetKey, true},
    {"github-fine-grained", ProveGithubFineGrained, FakeGithubFineGrained, true},
    {"github-token", ProveGithubToken, FakeGithubToken, true},
    {"gitlab-routable-token", ProveGitlabToken, FakeGitlabRoutableToken, true},
    {"gitlab-token", ProveGitlabToken, FakeGitlabToken, true},
    {"google-api-key", nullptr, FakeGoogleApiKey, true},
    {"google-service-account", ProveGoogleServiceAccount, FakeGoogleServiceAccount, true},
    {"grafana-api-key", ProveGrafanaApiKey, FakeGrafanaApiKey, true},
    {"grafana-cloud-token", ProveGrafanaCloudToken, FakeGrafanaCloudToken, true},
    {"grafana-service-account", ProveGrafanaServiceAccount, FakeGrafanaServiceAccount, true},
    {"hashed-password", ProveHashedPassword, FakeLoginPassword, false},
    {"influxdb-token", ProveInfluxDbToken, FakeInfluxDbToken, true},
    {"jfrog-api-key", ProveJFrogApiKey, FakeJFrogApiKey, true},
    {"jfrog-reference-token", ProveJFrogReferenceToken, FakeJFrogReferenceToken, true},
    {"json-web-key", ProveJsonWebKey, FakeJsonWebKey, true},
    {"jwt", ProveJwt, FakeJwt, true},
    {"kubernetes-token", ProveKubernetesToken, FakeKubernetesToken, true},
    {"laravel-app-key", ProveLaravelAppKey, FakeLaravelAppKey, true},
    {"login-password", ProveLoginPassword, FakeLoginPassword, false},
    {"mapbox-secret-token", ProveMapboxToken, FakeMapboxToken, true},
    {"nats-seed", ProveNatsSeed, FakeNatsSeed, true},
    {"npm-token", ProveNpmToken, FakeNpmToken, true},
    {"nuget-api-key", ProveNuGetApiKey, FakeNuGetApiKey, true},
    {"onepassword-service-token", ProveOnePasswordToken, FakeOnePasswordToken, true},
    {"openai-api-key", ProveOpenAiApiKey, FakeOpenAiApiKey, true},
    {"password", nullptr, FakePassword, false},
    {"pgp-private-key", ProvePrivateKey, FakePgpPrivateKey, true},
    {"private-key", ProvePrivateKey, FakePrivateKey, true},
    {"private-key-escaped", ProvePrivateKey, FakePrivateKeyEscaped, true},
    {"putty-private-key", ProvePuttyPrivateKey, FakePuttyPrivateKey, true},
    {"pypi-token", ProvePyPiToken, FakePyPiToken, true},
    {"sendgrid-api-key", ProveSendgridApiKey, FakeSendgridApiKey, true},
    {"sentry-organization-token", ProveSentryToken, FakeSentryToken, true},
    {"slack-token", nullptr, FakeSlackToken, true},
    {"slack-webhook", nullptr, FakeSlackWebhook, true},
    {"stripe-secret-key", nullptr, FakeStripeSecretKey, true},
    {"supabase-service-key", ProveSupabaseServiceKey, FakeSupabaseServiceKey, true},
    {"teamcity-token", ProveTeamCityToken, FakeTeamCityToken, true},
    {"telegram-bot-token", ProveTelegramBotToken, FakeTelegramBotToken, true},
    {"test-pypi-token", ProvePyPiToken, FakeTestPyPiToken, true},
    {"url-password", ProveUrlPassword, FakePassword, false},
    {"vault-unseal-key", ProveVaultUnsealKey, FakeVaultUnsealKey, true},
    {"wireguard-preshared-key", ProveWireGuardPresharedKey, FakeWireGuardPresharedKey, true},
    {"wireguard-private-key", ProveWireGuardPrivateKey, FakeWireGuardPrivateKey, true},
    {"workos-api-key", ProveWorkOsApiKey, FakeWorkOsApiKey, true},
    {"workos-test-key", ProveWorkOsApiKey, FakeWorkOsTestKey, true},
    {"zuplo-api-key", ProveZuploApiKey, FakeZuploApiKey, true},
};

struct Alphabet {
  std::string_view example;  // the name, "-" and a count
  std::string_view characters;
};

constexpr Alphabet kAlphabets[] = {
    {"alnum-32", kAlnum},
    {"base32-32", kBase32},
    {"base64-32", kBase64},
    {"digits-32", kDigits},
    {"hex-32", kLowerHex},
    {"lower-alnum-32", kLowerAlnum},
    {"lower-base32-32", kLowerBase32},
    {"upper-alnum-32", kUpperAlnum},
    {"upper-hex-32", kUpperHex},
    {"url-safe-32", kUrlSafe64},
};
constexpr std::size_t kMostRandom = 999;

/// "alnum-36": 36 random letters and digits.
std::optional<std::string> RandomFake(std::string_view name, std::uint64_t number) {
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string_view digits = name.substr(dash + 1);
  std::size_t count = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, count);
  if (error != std::errc() || stop != end || count == 0 || count > kMostRandom) return std::nullopt;
  for (const Alphabet& alphabet : kAlphabets) {
    if (alphabet.example.substr(0, alphabet.example.rfind('-')) == name.substr(0, dash))
      return FakeSource(name, number).Of(alphabet.characters, count);
  }
  return std::nullopt;
}

/// "NAME" or "NAME:2".
std::optional<std::string> FakeOf(std::string_view wanted) {
  std::uint64_t number = kFirst;
  const std::size_t colon = wanted.find(':');
  if (colon != std::string_view::npos) {
    const std::string_view digits = wanted.substr(colon + 1);
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc() || stop != end) return std::nullopt;
  }
  return MakeFake(wanted.substr(0, colon), number);
}

/// The blanks at the start of the last line of `text`.
std::string_view IndentOfLastLine(std::string_view text) {
  const std::size_t line = text.find_last_of('\n');
  if (line != std::string_view::npos) text.remove_prefix(line + 1);
  return text.substr(0, text.find_first_not_of(" \t"));
}

}  // namespace

std::span<const SecretFormat> SecretFormats() { return kFormats; }

const SecretFormat* FindSecretFormat(std::string_view name) {
  for (const SecretFormat& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::optional<std::string> MakeFake(std::string_view name, std::uint64_t number) {
  const SecretFormat* format = FindSecretFormat(name);
  return format ? format->generate(number) : RandomFake(name, number);
}

std::vector<std::string_view> FakeNames() {
  std::vector<std::string_view> names;
  for (const SecretFormat& format : kFormats) names.push_back(format.name);
  for (const Alphabet& alphabet : kAlphabets) names.push_back(alphabet.example);
  return names;
}

std::optional<std::string> FillFakes(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t open = text.find(kOpen);
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    text.remove_prefix(open + kOpen.size());
    const std::size_t close = text.find(kClose);
    if (close == std::string_view::npos) return std::nullopt;
    const std::optional<std::string> fake = FakeOf(text.substr(0, close));
    if (!fake) return std::nullopt;
    // A fake of several lines keeps the indentation that YAML asks for.
    const std::string indent(IndentOfLastLine(out));
    for (char c : *fake) {
      out += c;
      if (c == '\n') out += indent;
    }
    text.remove_prefix(close + kClose.size());
  }
}

double Entropy(std::string_view value) {
  if (value.empty()) return 0;
  std::array<std::size_t, 256> counts{};
  for (char c : value) ++counts[static_cast<unsigned char>(c)];
  double bits = 0;
  for (std::size_t count : counts) {
    if (count == 0) continue;
    const double share = static_cast<double>(count) / static_cast<double>(value.size());
    bits -= share * std::log2(share);
  }
  return bits;
}

}  // namespace gonogo
