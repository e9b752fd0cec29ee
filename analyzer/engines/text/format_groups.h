// The validators and generators behind the table of secret_formats.cc, a file per family; what they
// are made of is in format_parts.h, json_parts.h and checked_encodings.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {

// code_host_formats.cc
ProofResult ProveGithubToken(std::string_view secret);
std::string FakeGithubToken(std::uint64_t number);
ProofResult ProveGithubFineGrained(std::string_view secret);
std::string FakeGithubFineGrained(std::uint64_t number);
ProofResult ProveGitlabToken(std::string_view secret);
std::string FakeGitlabToken(std::uint64_t number);
std::string FakeGitlabRoutableToken(std::uint64_t number);
ProofResult ProveNpmToken(std::string_view secret);
std::string FakeNpmToken(std::uint64_t number);

// atlassian_formats.cc
ProofResult ProveAtlassianToken(std::string_view secret);
std::string FakeAtlassianToken(std::uint64_t number);
std::string FakeBitbucketAccessToken(std::uint64_t number);
std::string FakeBitbucketAppPassword(std::uint64_t number);
ProofResult ProveAtlassianDataCenterToken(std::string_view secret);
std::string FakeAtlassianDataCenterToken(std::uint64_t number);
std::string FakeBitbucketDataCenterToken(std::uint64_t number);

// package_formats.cc
ProofResult ProvePyPiToken(std::string_view secret);
std::string FakePyPiToken(std::uint64_t number);
std::string FakeTestPyPiToken(std::uint64_t number);
ProofResult ProveNuGetApiKey(std::string_view secret);
std::string FakeNuGetApiKey(std::uint64_t number);
ProofResult ProveJFrogApiKey(std::string_view secret);
std::string FakeJFrogApiKey(std::uint64_t number);
ProofResult ProveJFrogReferenceToken(std::string_view secret);
std::string FakeJFrogReferenceToken(std::uint64_t number);
ProofResult ProveTeamCityToken(std::string_view secret);
std::string FakeTeamCityToken(std::uint64_t number);

// cloud_formats.cc
ProofResult ProveAwsAccessKeyId(std::string_view secret);
std::string FakeAwsAccessKeyId(std::uint64_t number);
ProofResult ProveAwsSecretKey(std::string_view secret);
std::string FakeAwsSecretKey(std::uint64_t number);
ProofResult ProveAwsBedrockApiKey(std::string_view secret);
std::string FakeAwsBedrockApiKey(std::uint64_t number);
std::string FakeAwsBedrockShortTermKey(std::uint64_t number);
std::string FakeGoogleApiKey(std::uint64_t number);
ProofResult ProveGoogleServiceAccount(std::string_view secret);
std::string FakeGoogleServiceAccount(std::uint64_t number);

// azure_formats.cc
ProofResult ProveAzureStorageKey(std::string_view secret);
std::string FakeAzureStorageKey(std::uint64_t number);
ProofResult ProveAzureIdentifiableKey(std::string_view secret);
std::string FakeAzureApiManagementKey(std::uint64_t number);
std::string FakeAzureBatchKey(std::uint64_t number);
std::string FakeAzureContainerRegistryKey(std::uint64_t number);
std::string FakeAzureCosmosKey(std::uint64_t number);
std::string FakeAzureEventHubKey(std::uint64_t number);
std::string FakeAzureFunctionKey(std::uint64_t number);
std::string FakeAzureIotKey(std::uint64_t number);
std::string FakeAzureRedisKey(std::uint64_t number);
std::string FakeAzureRelayKey(std::uint64_t number);
std::string FakeAzureSearchKey(std::uint64_t number);
std::string FakeAzureServiceBusKey(std::uint64_t number);
ProofResult ProveAzureAnnotatedKey(std::string_view secret);
std::string FakeAzureAiKey(std::uint64_t number);
std::string FakeAzureDevOpsToken(std::uint64_t number);
std::string FakeAzureResourceKey(std::uint64_t number);
ProofResult ProveAzureDevOpsLegacyToken(std::string_view secret);
std::string FakeAzureDevOpsLegacyToken(std::uint64_t number);
ProofResult ProveAzureCaskKey(std::string_view secret);
std::string FakeAzureCaskKey(std::uint64_t number);
ProofResult ProveEntraClientSecret(std::string_view secret);
std::string FakeEntraClientSecret(std::uint64_t number);

// service_formats.cc
std::string FakeSlackToken(std::uint64_t number);
std::string FakeSlackWebhook(std::uint64_t number);
std::string FakeStripeSecretKey(std::uint64_t number);
ProofResult ProveSendgridApiKey(std::string_view secret);
std::string FakeSendgridApiKey(std::uint64_t number);
ProofResult ProveOpenAiApiKey(std::string_view secret);
std::string FakeOpenAiApiKey(std::uint64_t number);
ProofResult ProveAnthropicApiKey(std::string_view secret);
std::string FakeAnthropicApiKey(std::uint64_t number);
std::string FakePassword(std::uint64_t number);
ProofResult ProveArgumentSecret(std::string_view secret);
std::string FakeArgumentSecret(std::uint64_t number);
ProofResult ProveHashedPassword(std::string_view secret);
ProofResult ProveLoginPassword(std::string_view secret);
std::string FakeLoginPassword(std::uint64_t number);
ProofResult ProveUrlPassword(std::string_view secret);
ProofResult ProveBasicCredentials(std::string_view secret);
std::string FakeBasicCredentials(std::uint64_t number);
ProofResult ProveBearerToken(std::string_view secret);
std::string FakeBearerToken(std::uint64_t number);
ProofResult ProveDatabaseUrl(std::string_view secret);
std::string FakeDatabaseUrl(std::uint64_t number);

// service_sum_formats.cc
ProofResult ProveCloudflareToken(std::string_view secret);
std::string FakeCloudflareToken(std::uint64_t number);
ProofResult ProveZuploApiKey(std::string_view secret);
std::string FakeZuploApiKey(std::uint64_t number);
ProofResult ProveConfluentSecret(std::string_view secret);
std::string FakeConfluentSecret(std::uint64_t number);
ProofResult ProveGrafanaServiceAccount(std::string_view secret);
std::string FakeGrafanaServiceAccount(std::uint64_t number);
ProofResult ProveDiscordBotToken(std::string_view secret);
std::string FakeDiscordBotToken(std::uint64_t number);
ProofResult ProveTelegramBotToken(std::string_view secret);
std::string FakeTelegramBotToken(std::uint64_t number);
ProofResult ProveWorkOsApiKey(std::string_view secret);
std::string FakeWorkOsApiKey(std::uint64_t number);
std::string FakeWorkOsTestKey(std::uint64_t number);

// json_token_formats.cc
ProofResult ProveGrafanaCloudToken(std::string_view secret);
std::string FakeGrafanaCloudToken(std::uint64_t number);
ProofResult ProveGrafanaApiKey(std::string_view secret);
std::string FakeGrafanaApiKey(std::uint64_t number);
ProofResult ProveSentryToken(std::string_view secret);
std::string FakeSentryToken(std::uint64_t number);
ProofResult ProveMapboxToken(std::string_view secret);
std::string FakeMapboxToken(std::uint64_t number);
ProofResult ProveOnePasswordToken(std::string_view secret);
std::string FakeOnePasswordToken(std::uint64_t number);

// jwt_formats.cc
ProofResult ProveJwt(std::string_view secret);
std::string FakeJwt(std::uint64_t number);
ProofResult ProveSupabaseServiceKey(std::string_view secret);
std::string FakeSupabaseServiceKey(std::uint64_t number);
ProofResult ProveKubernetesToken(std::string_view secret);
std::string FakeKubernetesToken(std::uint64_t number);
ProofResult ProveJsonWebKey(std::string_view secret);
std::string FakeJsonWebKey(std::uint64_t number);

// key_formats.cc
ProofResult ProvePrivateKey(std::string_view secret);
std::string FakePrivateKey(std::uint64_t number);
std::string FakePrivateKeyEscaped(std::uint64_t number);  // one line, as in JSON

// armour_formats.cc
ProofResult ProvePgpArmour(std::string_view body);
std::string FakePgpPrivateKey(std::uint64_t number);
ProofResult ProvePuttyPrivateKey(std::string_view secret);
std::string FakePuttyPrivateKey(std::uint64_t number);

// raw_key_formats.cc
ProofResult ProveWireGuardPrivateKey(std::string_view secret);
std::string FakeWireGuardPrivateKey(std::uint64_t number);
ProofResult ProveWireGuardPresharedKey(std::string_view secret);
std::string FakeWireGuardPresharedKey(std::uint64_t number);
ProofResult ProveLaravelAppKey(std::string_view secret);
std::string FakeLaravelAppKey(std::uint64_t number);
ProofResult ProveFernetKey(std::string_view secret);
std::string FakeFernetKey(std::uint64_t number);
ProofResult ProveVaultUnsealKey(std::string_view secret);
std::string FakeVaultUnsealKey(std::uint64_t number);
ProofResult ProveInfluxDbToken(std::string_view secret);
std::string FakeInfluxDbToken(std::uint64_t number);
ProofResult ProveAgeSecretKey(std::string_view secret);
std::string FakeAgeSecretKey(std::uint64_t number);
ProofResult ProveNatsSeed(std::string_view secret);
std::string FakeNatsSeed(std::uint64_t number);
ProofResult ProveBitcoinPrivateKey(std::string_view secret);
std::string FakeBitcoinPrivateKey(std::uint64_t number);
ProofResult ProveExtendedPrivateKey(std::string_view secret);
std::string FakeExtendedPrivateKey(std::uint64_t number);
ProofResult ProveEthereumPrivateKey(std::string_view secret);
std::string FakeEthereumPrivateKey(std::uint64_t number);

}  // namespace gonogo
