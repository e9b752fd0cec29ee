#include <catch2/catch.hpp>

#include "analyzer/engines/text/checked_encodings.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/format_parts.h"
#include "tests/engines/text/format_samples.h"

namespace gonogo {
namespace {

using namespace std::string_view_literals;

const std::string kBegin =
    "-----BEGIN PGP PRIVATE"
    " KEY BLOCK-----\nComment: x y\n\n";
const std::string kEnd =
    "\n-----END PGP PRIVATE"
    " KEY BLOCK-----";

/// A version 4 RSA key of two small numbers, with `tail` from its S2K usage on.
std::string Block(std::string_view tail) {
  const std::string content = "\4timE\1" + std::string("\0\10\x80\0\10\x81", 6) + std::string(tail);
  const std::string bytes = std::string{'\x94', static_cast<char>(content.size())} + content;
  return kBegin + PaddedBase64(bytes) + kEnd;
}

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  text.replace(text.find(what), what.size(), with);
  return text;
}

}  // namespace

TEST_CASE("a PGP block says whether it is encrypted", "[secret_formats]") {
  CHECK(ProofOf("private-key", Fake("pgp-private-key")) == Proof::kProved);
  CHECK(ProofOf("private-key", Block("\0\0\10\x80"sv)) == Proof::kProved);
  CHECK(ProofOf("private-key", Block("\xfe\7\3\2saltsalt\x60"sv)) == Proof::kShape);
  CHECK(ProofOf("private-key", Block("\xfe\7\x65\2GNU\1"sv)) == Proof::kRefuted);
  CHECK(ProofOf("private-key", Block(""sv)) == Proof::kRefuted);
  CHECK(ProofOf("private-key", Block("\0"sv)) == Proof::kRefuted);
}

TEST_CASE("PGP blocks of newer versions and curves decode", "[secret_formats]") {
  const auto block = [](std::string_view head, std::size_t size, std::string_view tail) {
    const std::string content = std::string(head) + Repeated("p", size) + std::string(tail);
    const std::string bytes = std::string{'\xc5', static_cast<char>(content.size())} + content;
    return kBegin + PaddedBase64(bytes) + kEnd;
  };
  CHECK(ProofOf("private-key", block("\6timE\33\0\0\0\40"sv, 32, "\0secret"sv)) == Proof::kProved);
  CHECK(ProofOf("private-key", block("\6timE\33\0\0\0\40"sv, 32, "\xfd\x1f"sv)) == Proof::kShape);
  CHECK(ProofOf("private-key", block("\4timE\33"sv, 32, "\0secret"sv)) == Proof::kProved);
  CHECK(ProofOf("private-key", block("\4timE\34"sv, 57, "\0secret"sv)) == Proof::kProved);
  CHECK(ProofOf("private-key", block("\4timE\34"sv, 56, ""sv)) == Proof::kRefuted);
  CHECK(ProofOf("private-key", block("\4timE\143"sv, 56, "\0secret"sv)) == Proof::kShape);
}

TEST_CASE("a PGP block whose checksum or packet is wrong is none", "[secret_formats]") {
  const std::string block = Fake("pgp-private-key");
  CHECK(ProofOf("private-key", Changed(block, 50)) == Proof::kRefuted);
  const std::string other = kBegin + PaddedBase64("\xc6\3abc") + kEnd;  // a public key
  CHECK(ProofOf("private-key", other) == Proof::kRefuted);
  CHECK(ProofOf("private-key", kBegin + "paste your key here" + kEnd) == Proof::kRefuted);
  CHECK(ProofOf("private-key", kBegin + kEnd) == Proof::kRefuted);
}

TEST_CASE("a PGP block may stand in one line", "[secret_formats]") {
  std::string line;
  for (char c : Fake("pgp-private-key")) line += c == '\n' ? std::string("\\n") : std::string(1, c);
  CHECK(ProofOf("private-key", line) == Proof::kProved);
}

TEST_CASE("a PuTTY file says whether it is encrypted", "[secret_formats]") {
  const std::string key = Fake("putty-private-key");
  const std::string_view name = "putty-private-key";
  CHECK(ProofOf(name, key) == Proof::kProved);
  CHECK(ProofOf(name, Replaced(key, "none", "aes256-cbc")) == Proof::kShape);
  CHECK(ProofOf(name, Replaced(key, "ssh-ed25519", "ssh-rsa")) == Proof::kRefuted);
  CHECK(ProofOf(name, Replaced(key, "Public-Lines: 2", "Public-Lines: 1")) == Proof::kRefuted);
  CHECK(ProofOf(name, Replaced(key, "Private-Lines: 1", "Private-Lines: x")) == Proof::kRefuted);
  CHECK(ProofOf(name, key.substr(0, key.find("Private-MAC"))) == Proof::kRefuted);
  CHECK(ProofOf(name, "") == Proof::kRefuted);
}

}  // namespace gonogo
