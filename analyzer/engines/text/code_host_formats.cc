// Tokens of code hosts and package registries. Most carry a CRC-32 of themselves, so an invented
// one is refuted offline: GitHub and npm describe it in public posts, GitLab in its source and
// docs.
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

/// 30 characters and the base62 CRC-32 of them in 6 more. The prefix does not enter the sum.
bool HasTailChecksum(std::string_view body) {
  return Base62(Crc32(body.substr(0, 30)), 6) == body.substr(30);
}

std::string WithTailChecksum(std::string_view prefix, FakeSource& source) {
  const std::string body = source.Of(kAlnum, 30);
  return std::string(prefix) + body + Base62(Crc32(body), 6);
}

/// Bytes behind a routable token: 16 random ones, lines "key:value", and the length of those lines.
bool IsRoutingPayload(std::string_view text) {
  const std::optional<std::string> bytes = Base64Decode(text);
  if (!bytes || bytes->size() < 18) return false;
  const auto length = static_cast<unsigned char>(bytes->back());
  if (bytes->size() != 16u + length + 1u) return false;
  const std::string_view lines = std::string_view(*bytes).substr(16, length);
  return (lines.starts_with("o:") || lines.contains("\no:")) &&
         AllOf(lines, "0123456789abcdefghijklmnopqrstuvwxyz:\n");
}

}  // namespace

ProofResult ProveGithubToken(std::string_view secret) {
  const std::size_t id_end = secret.find('_', 4);
  // Installation tokens since 2026: ghs_, the id of the app, a JWT.
  if (id_end != std::string_view::npos && secret.contains('.')) {
    return ProveJwt(secret.substr(id_end + 1));
  }
  // The longer form of ghr_, with 76 characters, has no documented checksum.
  if (secret.size() != 40 || !AllOf(secret.substr(4), kAlnum)) return {};
  return Checksum(HasTailChecksum(secret.substr(4)));
}

std::string FakeGithubToken(std::uint64_t number) {
  FakeSource source("github-token", number);
  return WithTailChecksum("ghp_", source);
}

ProofResult ProveGithubFineGrained(std::string_view secret) {
  const bool shaped = secret.size() == 93 && AllOf(secret.substr(11, 22), kAlnum) &&
                      secret[33] == '_' && AllOf(secret.substr(34), kAlnum);
  return {shaped ? Proof::kShape : Proof::kRefuted, shaped ? "" : "its length or parts are wrong"};
}

std::string FakeGithubFineGrained(std::uint64_t number) {
  FakeSource source("github-fine-grained", number);
  const std::string first = source.Of(kAlnum, 22);
  return "github_pat_" + first + "_" + source.Of(kAlnum, 59);
}

ProofResult ProveGitlabToken(std::string_view secret) {
  const std::size_t dot = secret.rfind('.');
  // prefix-PAYLOAD.01.LLCCCCCCC, in its first issue prefix-PAYLOAD.LLCCCCCCC
  if (dot == std::string_view::npos || secret.size() - dot != 10) return {};
  const std::string_view covered = secret.substr(0, secret.size() - 7);
  if (Base36(Crc32(covered), 7) == secret.substr(secret.size() - 7)) return Checksum(true);
  // An instance may put its own text before the prefix; it enters the sum, but a rule may not
  // capture it.
  std::string_view payload = secret.substr(0, dot);
  if (payload.ends_with(".01")) payload.remove_suffix(3);
  const std::size_t dash = payload.find('-');
  const bool routes = dash != std::string_view::npos && IsRoutingPayload(payload.substr(dash + 1));
  return routes ? ProofResult{Proof::kShape, "its routing text decodes"} : Checksum(false);
}

std::string FakeGitlabToken(std::uint64_t number) {
  FakeSource source("gitlab-token", number);
  return "glpat-" + source.Of(kUrlSafe64.substr(0, 62), 20);
}

std::string FakeGitlabRoutableToken(std::uint64_t number) {
  FakeSource source("gitlab-routable-token", number);
  const std::string routing = "o:1\nu:" + Base36(1000 + source.Below(1000000), 1);
  const std::string bytes = source.Bytes(16) + routing + static_cast<char>(routing.size());
  const std::string payload = Base64Encode(bytes, Base64Alphabet::kUrlSafe);
  const std::string covered = "glpat-" + payload + ".01." + Base36(payload.size(), 2);
  return covered + Base36(Crc32(covered), 7);
}

ProofResult ProveNpmToken(std::string_view secret) {
  if (secret.size() != 40 || !AllOf(secret.substr(4), kAlnum)) return {};
  return Checksum(HasTailChecksum(secret.substr(4)));
}

std::string FakeNpmToken(std::uint64_t number) {
  FakeSource source("npm-token", number);
  return WithTailChecksum("npm_", source);
}

}  // namespace gonogo
