// Private keys in PEM: structures that decode or do not. The shapes are those of RFC 5958 (PKCS#8),
// RFC 8017 (PKCS#1), RFC 5915 (SEC1) and OpenSSH's PROTOCOL.key.
#include <fmt/format.h>

#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"
#include "analyzer/engines/text/format_parts.h"

namespace gonogo {
namespace {

using namespace std::string_view_literals;

constexpr unsigned char kInteger = 0x02;
constexpr unsigned char kOctetString = 0x04;
constexpr unsigned char kSequence = 0x30;
constexpr std::size_t kSmallestKey = 48;  // Ed25519 in PKCS#8

struct DerItem {
  unsigned char tag = 0;
  std::string_view content;
};

/// Cuts the first item off `bytes`; nothing where its length does not fit.
std::optional<DerItem> NextDer(std::string_view& bytes) {
  if (bytes.size() < 2) return std::nullopt;
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t length = at(1);
  std::size_t header = 2;
  if (length & 0x80) {
    const std::size_t count = length & 0x7f;
    if (count == 0 || count > 4 || bytes.size() < 2 + count) return std::nullopt;
    length = 0;
    for (std::size_t i = 0; i < count; ++i) length = (length << 8) | at(2 + i);
    header += count;
  }
  if (bytes.size() - header < length) return std::nullopt;
  const DerItem item{at(0), bytes.substr(header, length)};
  bytes.remove_prefix(header + length);
  return item;
}

bool IsKeyDer(std::string_view bytes) {
  const std::optional<DerItem> outer = NextDer(bytes);
  if (!outer || outer->tag != kSequence || !bytes.empty()) return false;
  std::string_view inside = outer->content;
  const std::optional<DerItem> version = NextDer(inside);
  const std::optional<DerItem> second = NextDer(inside);
  if (!version || !second) return false;
  // An encrypted PKCS#8 key begins with the algorithm, every other form with its version.
  if (version->tag == kSequence) return second->tag == kOctetString;
  if (version->tag != kInteger || version->content.size() != 1) return false;
  if (second->tag != kInteger) return second->tag == kSequence || second->tag == kOctetString;
  int integers = 1;  // PKCS#1 has eight of them after the version, DSA five
  for (std::optional<DerItem> item = NextDer(inside); item; item = NextDer(inside)) {
    integers += item->tag == kInteger ? 1 : 0;
  }
  return integers == 8 || integers == 5;
}

/// The base64 of a PEM body as it stands in files of any kind: escapes such as \n are cut out, and
/// what lies between two quoted pieces.
std::string BodyOf(std::string_view text) {
  std::string body;
  bool between = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\') {
      while (i + 1 < text.size() && text[i + 1] == '\\') ++i;
      if (i + 1 < text.size() && "nrt"sv.contains(text[i + 1])) ++i;
    } else if (c == '"' || c == '\'' || c == '`') {
      between = !between;
    } else if (!between && !" \t\r\n,"sv.contains(c)) {
      body += c;
    }
  }
  return body;
}

ProofResult ProveOpenSsh(std::string_view bytes) {
  constexpr std::string_view kMagic = "openssh-key-v1\0"sv;
  bytes.remove_prefix(kMagic.size());
  if (bytes.size() < kSmallestKey) return {Proof::kRefuted, "its body is too short for a key"};
  if (bytes.starts_with("\0\0\0\4none"sv)) return {Proof::kProved, "it decodes to a private key"};
  return {Proof::kShape, "it is encrypted with a passphrase"};
}

ProofResult ProvePemBody(std::string_view label, std::string_view body) {
  const std::optional<std::string> bytes = Base64Decode(body);
  if (!bytes) return {Proof::kRefuted, "its body does not decode"};
  if (bytes->starts_with("openssh-key-v1\0"sv)) return ProveOpenSsh(*bytes);
  if (bytes->size() < kSmallestKey) return {Proof::kRefuted, "its body is too short for a key"};
  if (!IsKeyDer(*bytes)) return {Proof::kRefuted, "its body holds no key"};
  if (label.contains("ENCRYPTED")) return {Proof::kShape, "it is encrypted with a passphrase"};
  return {Proof::kProved, "it decodes to a private key"};
}

std::string Der(unsigned char tag, std::string_view content) {
  std::string out(1, static_cast<char>(tag));
  if (content.size() >= 128) out += '\x81';
  out += static_cast<char>(content.size());
  return out + std::string(content);
}

std::string Pem(std::string_view label, std::string_view bytes) {
  const std::string body = PaddedBase64(bytes);
  std::string out = fmt::format("-----BEGIN {}-----\n", label);
  for (std::size_t i = 0; i < body.size(); i += 64) out += body.substr(i, 64) + "\n";
  return out + fmt::format("-----END {}-----", label);
}

}  // namespace

ProofResult ProvePrivateKey(std::string_view secret) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  const std::size_t begin = secret.find(kBegin);
  if (begin == std::string_view::npos) return {Proof::kRefuted, "it has no begin line"};
  secret.remove_prefix(begin + kBegin.size());
  const std::size_t label_end = secret.find("-----");
  if (label_end == std::string_view::npos) return {Proof::kRefuted, "it has no begin line"};
  const std::string_view label = secret.substr(0, label_end);
  std::string_view body = secret.substr(label_end + 5);
  const std::size_t end = body.find("-----END");
  if (end == std::string_view::npos) return {Proof::kRefuted, "it has no end line"};
  body = body.substr(0, end);
  if (label.contains("PGP")) return ProvePgpArmour(body);
  if (label.contains("SSH2")) return {};  // it has headers of its own
  if (body.contains("Proc-Type:") && body.contains("ENCRYPTED")) {
    return {Proof::kShape, "it is encrypted with a passphrase"};
  }
  return ProvePemBody(label, BodyOf(body));
}

/// A P-256 key in PKCS#8 whose numbers are random: the public point does not belong to the private
/// number, so no program can use it.
std::string FakePrivateKey(std::uint64_t number) {
  FakeSource source("private-key", number);
  constexpr std::string_view kEcP256 =
      "\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07";
  const std::string secret = Der(kOctetString, source.Bytes(32));
  const std::string point = Der(0xa1, Der(0x03, std::string("\0\4", 2) + source.Bytes(64)));
  const std::string key = Der(kSequence, Der(kInteger, "\1") + secret + point);
  return Pem(
      "PRIVATE"
      " KEY",
      Der(kSequence, Der(kInteger, "\0"sv) + Der(kSequence, kEcP256) + Der(kOctetString, key)));
}

std::string FakePrivateKeyEscaped(std::uint64_t number) {
  std::string out;
  for (char c : FakePrivateKey(number)) {
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace gonogo
