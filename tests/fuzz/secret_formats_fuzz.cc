// Validators, the placeholder judge and the decoders over foreign bytes: they neither crash nor
// contradict themselves. Most validators turn bytes away at once, so the bytes are also laid over a
// fake, and put inside the encodings that validators look into.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/base/check.h"
#include "analyzer/engines/text/checked_encodings.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"
#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {
namespace {

/// Base58 grows with the square of its text.
constexpr std::size_t kLongestBase58 = 100;

void ValidateAll(std::string_view text) {
  for (const SecretFormat& format : SecretFormats()) {
    if (format.validate == nullptr) continue;
    CHECK(format.validate(text).proof == format.validate(text).proof);
  }
}

/// The first byte chooses the format, the second where the rest is laid over a fake of it, the
/// third where that fake is cut.
void ValidateSpliced(std::string_view text) {
  if (text.size() < 3) return;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const SecretFormat& format = SecretFormats()[at(0) % SecretFormats().size()];
  if (format.validate == nullptr) return;
  std::string fake = format.generate(1);
  const std::size_t begin = at(1) * fake.size() / 256;
  const std::string_view laid = text.substr(3);
  fake.replace(begin, std::min(laid.size(), fake.size() - begin), laid);
  format.validate(std::string_view(fake).substr(0, fake.size() - at(2) % 8));
}

void ValidateEncoded(std::string_view text) {
  const std::string standard = PaddedBase64(text);
  const std::string url_safe = UrlSafeBase64(text);
  ProvePgpArmour(standard);
  ProvePyPiToken("pypi-" + url_safe);
  ProveGrafanaCloudToken("glc_" + standard);
  ProveGrafanaApiKey(standard);
  ProveSentryToken("sntrys_" + standard + "_" + standard);
  ProveMapboxToken("sk." + url_safe + "." + url_safe);
  ProveOnePasswordToken("ops_" + url_safe);
  ProveAwsBedrockApiKey("ABSK" + standard);
  ProveDiscordBotToken(url_safe + ".aaaaaa." + url_safe);
  for (const auto& prove : {ProveJwt, ProveSupabaseServiceKey, ProveKubernetesToken}) {
    prove(UrlSafeBase64(R"({"alg":"HS256"})") + "." + url_safe + ".c2ln");
    prove(url_safe + "." + url_safe + "." + url_safe);
  }
}

void CheckRoundTrips(std::string_view text) {
  CHECK(Base64Decode(Base64Encode(text)) == text);
  CHECK(Base64Decode(PaddedBase64(text)) == text);
  CHECK(DecodesTo(UrlSafeBase64(text), text.size()));
  CHECK(Base32Decode(Base32Encode(text)) == text);
  CHECK(HexDecode(HexEncode(text)) == text);
  CHECK(PercentDecode(PercentEncode(text)) == text);
  const std::string_view head = text.substr(0, kLongestBase58);
  CHECK(Base58Decode(Base58Encode(head)) == head);
  CHECK(Base58CheckDecode(Base58CheckEncode(head)) == head);
  Base58Decode(text);
  Bech32Holds(text);
  CHECK(Crc24(text) < (1u << 24));
}

}  // namespace
}  // namespace gonogo

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gonogo;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  ValidateAll(text);
  ValidateSpliced(text);
  ValidateEncoded(text);
  CheckRoundTrips(text);
  PlaceholderReason(text);
  CHECK(Entropy(text) >= 0 && Entropy(text) <= 8);
  FillFakes(text);
  return 0;
}
