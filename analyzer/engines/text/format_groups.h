// The validators and generators behind the table of secret_formats.cc, a file per family:
// code_host_formats.cc, cloud_formats.cc, service_formats.cc, key_formats.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {

ProofResult ProveGithubToken(std::string_view secret);
std::string FakeGithubToken(std::uint64_t number);
ProofResult ProveGithubFineGrained(std::string_view secret);
std::string FakeGithubFineGrained(std::uint64_t number);
ProofResult ProveGitlabToken(std::string_view secret);
std::string FakeGitlabToken(std::uint64_t number);
std::string FakeGitlabRoutableToken(std::uint64_t number);
ProofResult ProveNpmToken(std::string_view secret);
std::string FakeNpmToken(std::uint64_t number);
ProofResult ProveAtlassianToken(std::string_view secret);
std::string FakeAtlassianToken(std::uint64_t number);

ProofResult ProveAwsAccessKeyId(std::string_view secret);
std::string FakeAwsAccessKeyId(std::uint64_t number);
ProofResult ProveAwsSecretKey(std::string_view secret);
std::string FakeAwsSecretKey(std::uint64_t number);
ProofResult ProveAzureStorageKey(std::string_view secret);
std::string FakeAzureStorageKey(std::uint64_t number);
std::string FakeGoogleApiKey(std::uint64_t number);
ProofResult ProveGoogleServiceAccount(std::string_view secret);
std::string FakeGoogleServiceAccount(std::uint64_t number);

std::string FakeSlackToken(std::uint64_t number);
std::string FakeSlackWebhook(std::uint64_t number);
std::string FakeStripeSecretKey(std::uint64_t number);
ProofResult ProveSendgridApiKey(std::string_view secret);
std::string FakeSendgridApiKey(std::uint64_t number);
ProofResult ProveOpenAiApiKey(std::string_view secret);
std::string FakeOpenAiApiKey(std::uint64_t number);
ProofResult ProveAnthropicApiKey(std::string_view secret);
std::string FakeAnthropicApiKey(std::uint64_t number);
ProofResult ProveGrafanaServiceAccount(std::string_view secret);
std::string FakeGrafanaServiceAccount(std::uint64_t number);
std::string FakePassword(std::uint64_t number);
ProofResult ProveDatabaseUrl(std::string_view secret);
std::string FakeDatabaseUrl(std::uint64_t number);

ProofResult ProvePrivateKey(std::string_view secret);
std::string FakePrivateKey(std::uint64_t number);
std::string FakePrivateKeyEscaped(std::uint64_t number);  // one line, as in JSON
ProofResult ProveJwt(std::string_view secret);
std::string FakeJwt(std::uint64_t number);

}  // namespace gonogo
