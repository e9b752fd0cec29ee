// Tokens of Atlassian's products. The cloud's end in the CRC-32 of what stands before it; those of
// Data Center are base64 of "ID:20 random bytes".
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

constexpr std::string_view kDataCenterMark = "BBDC-";

std::string WithSum(const std::string& covered) { return covered + UpperHex8(Crc32(covered)); }

/// Twelve digits, a colon, 20 random bytes: 33 bytes, which need no padding.
std::string DataCenterToken(FakeSource& source) {
  const std::string id = "1" + source.Of(kDigits, 11);
  return Base64Encode(id + ":" + source.Bytes(20));
}

}  // namespace

ProofResult ProveAtlassianToken(std::string_view secret) {
  if (secret.size() < 16) return {};
  std::string plain(secret);
  // In URLs the '=' before the sum is written %3D; the sum is over the plain form.
  const std::size_t escape = plain.rfind("%3D");
  if (escape != std::string::npos && escape + 11 == plain.size()) plain.replace(escape, 3, "=");
  const std::string_view covered = std::string_view(plain).substr(0, plain.size() - 8);
  return Checksum(UpperHex8(Crc32(covered)) == std::string_view(plain).substr(covered.size()));
}

std::string FakeAtlassianToken(std::uint64_t number) {
  FakeSource source("atlassian-token", number);
  return WithSum("ATATT3xFfGF0" + source.Of(kUrlSafe64, 171) + "=");
}

std::string FakeBitbucketAccessToken(std::uint64_t number) {
  FakeSource source("bitbucket-access-token", number);
  return WithSum("ATCTT3xFf" + source.Of(kUrlSafe64, 174) + "=");
}

std::string FakeBitbucketAppPassword(std::uint64_t number) {
  FakeSource source("bitbucket-app-password", number);
  return WithSum("ATBB" + source.Of(kAlnum, 24));
}

ProofResult ProveAtlassianDataCenterToken(std::string_view secret) {
  if (secret.starts_with(kDataCenterMark)) secret.remove_prefix(kDataCenterMark.size());
  const std::optional<std::string> bytes = Base64Decode(secret);
  if (!bytes || bytes->size() < 25) return Refuted("its length is wrong");
  const std::string_view id = std::string_view(*bytes).substr(0, bytes->find(':'));
  const bool names = id.size() >= 4 && id.size() + 21 == bytes->size() && AllOf(id, kDigits);
  return names ? Proved("it decodes to a number and 20 bytes")
               : Refuted("it does not decode to a number and 20 bytes");
}

std::string FakeAtlassianDataCenterToken(std::uint64_t number) {
  FakeSource source("atlassian-data-center-token", number);
  return DataCenterToken(source);
}

std::string FakeBitbucketDataCenterToken(std::uint64_t number) {
  FakeSource source("bitbucket-data-center-token", number);
  return std::string(kDataCenterMark) + DataCenterToken(source);
}

}  // namespace gonogo
