// Keys of tools that are a fixed number of bytes, some with a checksum of their own: WireGuard,
// Laravel, Fernet, Vault, InfluxDB; age (Bech32), NATS NKEY seeds (CRC-16), Bitcoin (base58check),
// Ethereum (a number below the order of its curve).
#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/checked_encodings.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

/// Of secp256k1.
constexpr std::string_view kCurveOrder =
    "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

constexpr char kMainNet = '\x80';

unsigned char At(std::string_view bytes, std::size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

/// As X25519 wants its private keys.
bool IsClamped(std::string_view bytes) {
  return bytes.size() == 32 && (At(bytes, 0) & 7) == 0 && (At(bytes, 31) & 0xc0) == 0x40;
}

bool IsExtendedKeyVersion(std::string_view version) {
  return version == "\x04\x88\xad\xe4" || version == "\x04\x9d\x78\x78" ||
         version == "\x04\xb2\x43\x0c";
}

ProofResult DecodedSize(std::string_view base64, std::size_t size, std::string_view right,
                        std::string_view wrong) {
  return DecodesTo(base64, size) ? Shaped(right) : Refuted(wrong);
}

}  // namespace

ProofResult ProveWireGuardPrivateKey(std::string_view secret) {
  if (!DecodesTo(secret, 32)) return Refuted("it does not decode to 32 bytes");
  const bool clamped = IsClamped(Base64Decode(secret).value_or(""));
  return clamped ? Proved("it decodes to a Curve25519 key") : Refuted("it is no Curve25519 key");
}

std::string FakeWireGuardPrivateKey(std::uint64_t number) {
  FakeSource source("wireguard-private-key", number);
  std::string bytes = source.Bytes(32);
  bytes[0] = static_cast<char>(At(bytes, 0) & 0xf8);
  bytes[31] = static_cast<char>((At(bytes, 31) & 0x3f) | 0x40);
  return PaddedBase64(bytes);
}

ProofResult ProveWireGuardPresharedKey(std::string_view secret) {
  return DecodedSize(secret, 32, "it decodes to 32 bytes", "it does not decode to 32 bytes");
}

std::string FakeWireGuardPresharedKey(std::uint64_t number) {
  FakeSource source("wireguard-preshared-key", number);
  return PaddedBase64(source.Bytes(32));
}

ProofResult ProveLaravelAppKey(std::string_view secret) {
  const bool right = DecodesTo(secret, 32) || DecodesTo(secret, 16);
  return right ? Proved("it decodes to an AES key") : Refuted("it does not decode to an AES key");
}

std::string FakeLaravelAppKey(std::uint64_t number) {
  FakeSource source("laravel-app-key", number);
  return PaddedBase64(source.Bytes(32));
}

ProofResult ProveFernetKey(std::string_view secret) {
  return DecodedSize(secret, 32, "it decodes to 32 bytes", "it does not decode to 32 bytes");
}

std::string FakeFernetKey(std::uint64_t number) {
  FakeSource source("fernet-key", number);
  return UrlSafeBase64(source.Bytes(32)) + "=";
}

ProofResult ProveVaultUnsealKey(std::string_view secret) {
  if (IsHex(secret)) {
    const bool right = secret.size() == 64 || secret.size() == 66;
    return right ? Shaped("it is 32 or 33 bytes") : Refuted("its length is wrong");
  }
  const bool right = DecodesTo(secret, 32) || DecodesTo(secret, 33);
  return right ? Shaped("it is 32 or 33 bytes") : Refuted("its length is wrong");
}

std::string FakeVaultUnsealKey(std::uint64_t number) {
  FakeSource source("vault-unseal-key", number);
  return Base64Encode(source.Bytes(33));
}

ProofResult ProveInfluxDbToken(std::string_view secret) {
  return DecodedSize(secret, 64, "it decodes to 64 bytes", "it does not decode to 64 bytes");
}

std::string FakeInfluxDbToken(std::uint64_t number) {
  FakeSource source("influxdb-token", number);
  return UrlSafeBase64(source.Bytes(64)) + "==";
}

ProofResult ProveAgeSecretKey(std::string_view secret) {
  if (secret.size() > 100) return Refuted("its length is wrong");
  return Checksum(Bech32Holds(LowerCase(secret)));
}

std::string FakeAgeSecretKey(std::uint64_t number) {
  FakeSource source("age-secret-key", number);
  // 32 bytes are 51 characters and one bit, which stands first in the last character.
  const std::string data = source.Of(kBech32, 51) + source.Of("qs", 1);
  return UpperAscii(
      Bech32Encode("age-secret"
                   "-key-",
                   data));
}

// base32 of: a byte of the seed, a byte and a half of the role, 32 bytes, CRC-16.
ProofResult ProveNatsSeed(std::string_view secret) {
  const std::optional<std::string> bytes = Base32Decode(secret);
  if (!bytes || bytes->size() != 36) return Refuted("its length is wrong");
  if ((At(*bytes, 0) & 0xf8) != 0x90) return Refuted("it is no seed");
  const std::uint16_t sum = Crc16(std::string_view(*bytes).substr(0, 34));
  return Checksum(At(*bytes, 34) == (sum & 0xff) && At(*bytes, 35) == sum >> 8);
}

std::string FakeNatsSeed(std::uint64_t number) {
  FakeSource source("nats-seed", number);
  constexpr unsigned kUser = 20 << 3;
  std::string bytes = {static_cast<char>(0x90 | (kUser >> 5)),
                       static_cast<char>((kUser & 31) << 3)};
  bytes += source.Bytes(32);
  const std::uint16_t sum = Crc16(bytes);
  bytes += static_cast<char>(sum & 0xff);
  bytes += static_cast<char>(sum >> 8);
  return Base32Encode(bytes);
}

ProofResult ProveBitcoinPrivateKey(std::string_view secret) {
  const std::optional<std::string> bytes = Base58CheckDecode(secret);
  if (!bytes) return Checksum(false);
  const bool shaped = bytes->size() == 33 || (bytes->size() == 34 && bytes->back() == '\1');
  if (!shaped || bytes->front() != kMainNet) return Refuted("it is no key of the main network");
  return Checksum(true);
}

std::string FakeBitcoinPrivateKey(std::uint64_t number) {
  FakeSource source("bitcoin-private-key", number);
  return Base58CheckEncode(kMainNet + source.Bytes(32) + '\1');
}

// Version, depth, fingerprint, child number, chain code, a zero, the key: 78 bytes.
ProofResult ProveExtendedPrivateKey(std::string_view secret) {
  const std::optional<std::string> bytes = Base58CheckDecode(secret);
  if (!bytes) return Checksum(false);
  const bool right =
      bytes->size() == 78 && IsExtendedKeyVersion(bytes->substr(0, 4)) && (*bytes)[45] == '\0';
  return right ? Checksum(true) : Refuted("it is no extended private key");
}

std::string FakeExtendedPrivateKey(std::uint64_t number) {
  FakeSource source("extended-private-key", number);
  const std::string head = std::string("\x04\x88\xad\xe4") + std::string(9, '\0');
  return Base58CheckEncode(head + source.Bytes(32) + '\0' + source.Bytes(32));
}

ProofResult ProveEthereumPrivateKey(std::string_view secret) {
  if (secret.starts_with("0x") || secret.starts_with("0X")) secret.remove_prefix(2);
  if (secret.size() != 64 || !IsHex(secret)) return Refuted("its length is wrong");
  const std::string number = LowerCase(secret);
  const bool inside = number < kCurveOrder && !AllOf(number, "0");
  return inside ? Shaped("it is a number below the order of the curve")
                : Refuted("it is no number below the order of the curve");
}

std::string FakeEthereumPrivateKey(std::uint64_t number) {
  FakeSource source("ethereum-private-key", number);
  return "0x" + source.Of(kLowerHex, 64);
}

}  // namespace gonogo
