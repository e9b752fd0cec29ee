// Private keys in armour of their own: PGP blocks (RFC 9580: base64 of packets and a CRC-24) and
// PuTTY's files (its manual, appendix "PPK file format"). A key whose secret part is encrypted has
// the shape; a PGP block that only points to a card holds no secret.
#include "analyzer/engines/text/checked_encodings.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kEncrypted = "it is encrypted with a passphrase";
constexpr std::string_view kOpen = "it decodes to a private key";
constexpr std::string_view kPuttyHead = "PuTTY-User-Key-File-";

enum PgpAlgorithm : unsigned char {
  kRsa = 1,
  kRsaEncrypt = 2,
  kRsaSign = 3,
  kElgamal = 16,
  kDsa = 17,
  kEcdh = 18,
  kEcdsa = 19,
  kEdDsa = 22,
  kX25519 = 25,
  kX448 = 26,
  kEd25519 = 27,
  kEd448 = 28,
};

/// Reads from the front; what is asked beyond the end makes it bad for good.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  bool good() const { return good_; }
  bool done() const { return bytes_.empty(); }

  std::string_view Take(std::size_t size) {
    good_ = good_ && size <= bytes_.size();
    if (!good_) return {};
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  /// Big-endian, of at most four bytes.
  std::size_t Number(std::size_t size) {
    std::size_t number = 0;
    for (char c : Take(size)) number = (number << 8) | static_cast<unsigned char>(c);
    return number;
  }

  std::string_view Rest() { return Take(bytes_.size()); }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

/// The lines of a text in which line ends may be written as \n, without blanks around them.
std::vector<std::string> LinesOf(std::string_view text) {
  std::vector<std::string> lines(1);
  bool named = false;  // "Name: value" keeps its blanks
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    const bool written = escape && (text[i + 1] == 'n' || text[i + 1] == 'r');
    if (written || text[i] == '\n' || text[i] == '\r') {
      i += written ? 1 : 0;
      lines.emplace_back();
      named = false;
    } else if (named || !" \t\"'"sv.contains(text[i])) {
      lines.back() += text[i];
      named = named || text[i] == ':';
    }
  }
  return lines;
}

struct Armour {
  std::string body;
  std::string sum;  // base64 of the CRC-24; empty where there is none
};

Armour ReadArmour(std::string_view text) {
  Armour armour;
  for (const std::string& line : LinesOf(text)) {
    if (line.contains(':')) continue;  // "Version: ...", "Comment: ..."
    if (line.size() == 5 && line.front() == '=') {
      armour.sum = line.substr(1);
    } else {
      armour.body += line;
    }
  }
  return armour;
}

std::string Crc24Bytes(std::string_view bytes) {
  const std::uint32_t sum = Crc24(bytes);
  return {static_cast<char>(sum >> 16), static_cast<char>(sum >> 8), static_cast<char>(sum)};
}

struct Packet {
  std::size_t tag = 0;
  std::string_view content;
};

std::size_t NewLength(ByteReader& reader) {
  const std::size_t first = reader.Number(1);
  if (first < 192) return first;
  if (first < 224) return ((first - 192) << 8) + reader.Number(1) + 192;
  if (first == 255) return reader.Number(4);
  return std::string_view::npos;  // partial lengths are not for keys
}

Packet FirstPacket(std::string_view bytes) {
  ByteReader reader(bytes);
  const std::size_t head = reader.Number(1);
  if ((head & 0x80) == 0) return {};
  if (head & 0x40) {
    const std::size_t length = NewLength(reader);
    return {head & 0x3f, reader.Take(length)};
  }
  const std::size_t kind = head & 3;
  if (kind == 3) return {(head >> 2) & 15, reader.Rest()};
  const std::size_t length = reader.Number(std::size_t{1} << kind);
  return {(head >> 2) & 15, reader.Take(length)};
}

void SkipNumbers(ByteReader& reader, int count) {
  for (int i = 0; i < count; ++i) {
    const std::size_t bits = reader.Number(2);
    reader.Take((bits + 7) / 8);
  }
}

/// Bytes of a public half without numbers; 0 where the algorithm is another.
std::size_t FixedPublicHalf(std::size_t algorithm) {
  if (algorithm == kX25519 || algorithm == kEd25519) return 32;
  return algorithm == kX448 ? 56 : algorithm == kEd448 ? 57 : 0;
}

/// The public half of a version 4 key; false where its algorithm is unknown.
bool SkipPublicHalf(ByteReader& reader) {
  const std::size_t algorithm = reader.Number(1);
  if (algorithm == kEcdh || algorithm == kEcdsa || algorithm == kEdDsa) {
    reader.Take(reader.Number(1));
    SkipNumbers(reader, 1);
    if (algorithm == kEcdh) reader.Take(reader.Number(1));
    return true;
  }
  if (const std::size_t size = FixedPublicHalf(algorithm)) {
    reader.Take(size);
    return true;
  }
  const bool rsa = algorithm == kRsa || algorithm == kRsaEncrypt || algorithm == kRsaSign;
  if (!rsa && algorithm != kElgamal && algorithm != kDsa) return false;
  SkipNumbers(reader, rsa ? 2 : algorithm == kElgamal ? 3 : 4);
  return true;
}

ProofResult ProveSecretPacket(std::string_view content) {
  ByteReader reader(content);
  const std::size_t version = reader.Number(1);
  reader.Take(4);  // when it was made
  if (version == 5 || version == 6) {
    reader.Take(1);  // the algorithm
    reader.Take(reader.Number(4));
  } else if (version != 4 || !SkipPublicHalf(reader)) {
    return {};
  }
  const std::size_t usage = reader.Number(1);
  if (!reader.good()) return Refuted("its packet is cut");
  if (usage == 0) return reader.done() ? Refuted("its packet is cut") : Proved(kOpen);
  reader.Take(1);  // the cipher
  const bool extension = usage >= 253 && reader.Number(1) == 101;
  reader.Take(1);  // the hash
  if (extension && reader.Take(3) == "GNU") return Refuted("it holds no secret part");
  return Shaped(kEncrypted);
}

std::string LengthBefore(std::string_view bytes) {
  const std::size_t size = bytes.size();
  return std::string{'\0', '\0', static_cast<char>(size >> 8), static_cast<char>(size)} +
         std::string(bytes);
}

/// Strings with their length before them, and nothing else.
bool IsWholeStrings(std::string_view bytes) {
  ByteReader reader(bytes);
  while (reader.good() && !reader.done()) reader.Take(reader.Number(4));
  return reader.good();
}

struct PuttyKey {
  std::string algorithm, encryption, open_half, secret_half, sum;
};

/// `count` lines from `next` on, joined.
std::string JoinedLines(const std::vector<std::string>& lines, std::size_t next,
                        std::string_view count) {
  std::size_t left = 0;
  for (char c : count.substr(0, 4))
    left = c >= '0' && c <= '9' ? left * 10 + static_cast<std::size_t>(c - '0') : left;
  std::string joined;
  for (; left > 0 && next < lines.size(); --left) joined += lines[next++];
  return joined;
}

PuttyKey ReadPuttyKey(std::string_view text) {
  PuttyKey key;
  const std::vector<std::string> lines = LinesOf(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t colon = lines[i].find(": ");
    if (colon == std::string::npos) continue;
    const std::string name = lines[i].substr(0, colon);
    const std::string value = lines[i].substr(colon + 2);
    if (name.starts_with(kPuttyHead)) key.algorithm = value;
    if (name == "Encryption") key.encryption = value;
    if (name == "Public-Lines") key.open_half = JoinedLines(lines, i + 1, value);
    if (name == "Private-Lines") key.secret_half = JoinedLines(lines, i + 1, value);
    if (name == "Private-MAC") key.sum = value;
  }
  return key;
}

}  // namespace

ProofResult ProvePgpArmour(std::string_view body) {
  const Armour armour = ReadArmour(body);
  const std::optional<std::string> bytes = Base64Decode(armour.body);
  if (!bytes) return Refuted("its body does not decode");
  if (!armour.sum.empty() && armour.sum != Base64Encode(Crc24Bytes(*bytes))) {
    return Checksum(false);
  }
  const Packet packet = FirstPacket(*bytes);
  const bool secret = (packet.tag == 5 || packet.tag == 7) && !packet.content.empty();
  return secret ? ProveSecretPacket(packet.content) : Refuted("its body holds no key");
}

/// An Ed25519 key whose public point is random, so no program can use it.
std::string FakePgpPrivateKey(std::uint64_t number) {
  FakeSource source("pgp-private-key", number);
  constexpr std::string_view kCurve = "\x09\x2b\x06\x01\x04\x01\xda\x47\x0f\x01";
  const std::string time = "\x65" + source.Bytes(3);
  const std::string point = "\x01\x07\x40" + source.Bytes(32);
  const std::string secret = "\x01" + std::string(1, '\0') + "\x80" + source.Bytes(31);
  const std::string content =
      "\x04" + time + "\x16" + std::string(kCurve) + point + '\0' + secret + source.Bytes(2);
  constexpr std::string_view kOwner =
      "Release signing of the shop, main key <release@shop.internal>";
  const std::string owner =
      "\xcd" + std::string(1, static_cast<char>(kOwner.size())) + std::string(kOwner);
  const std::string bytes =
      "\xc5" + std::string(1, static_cast<char>(content.size())) + content + owner;
  const std::string body = PaddedBase64(bytes);
  std::string out =
      "-----BEGIN PGP PRIVATE"
      " KEY BLOCK-----\n\n";
  for (std::size_t i = 0; i < body.size(); i += 64) out += body.substr(i, 64) + "\n";
  return out + "=" + Base64Encode(Crc24Bytes(bytes)) +
         "\n-----END PGP PRIVATE"
         " KEY BLOCK-----";
}

ProofResult ProvePuttyPrivateKey(std::string_view secret) {
  const PuttyKey key = ReadPuttyKey(secret);
  const std::optional<std::string> open_half = Base64Decode(key.open_half);
  const std::optional<std::string> secret_half = Base64Decode(key.secret_half);
  const bool names = open_half && !key.algorithm.empty() &&
                     open_half->starts_with(LengthBefore(key.algorithm)) &&
                     IsWholeStrings(*open_half);
  if (!names) return Refuted("its public half does not decode");
  if (!secret_half || secret_half->size() < 20) return Refuted("its private half does not decode");
  if (!IsHex(key.sum) || key.sum.size() < 40) return Refuted("it has no checksum");
  return key.encryption == "none" ? Proved(kOpen) : Shaped(kEncrypted);
}

std::string FakePuttyPrivateKey(std::uint64_t number) {
  FakeSource source("putty-private-key", number);
  constexpr std::string_view kAlgorithm = "ssh-ed25519";
  const std::string open_half = LengthBefore(kAlgorithm) + LengthBefore(source.Bytes(32));
  const std::string body = PaddedBase64(open_half);
  const std::string secret = PaddedBase64(LengthBefore(source.Bytes(32)));
  return std::string(kPuttyHead) + "3: " + std::string(kAlgorithm) +
         "\nEncryption: none\nComment: deploy\nPublic-Lines: 2\n" + body.substr(0, 64) + "\n" +
         body.substr(64) + "\nPrivate-Lines: 1\n" + secret +
         "\nPrivate-MAC: " + source.Of(kLowerHex, 64);
}

}  // namespace gonogo
