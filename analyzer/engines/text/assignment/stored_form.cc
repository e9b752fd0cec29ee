#include "analyzer/engines/text/assignment/stored_form.h"

#include <algorithm>
#include <span>
#include <string>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::string_view kHex = "0123456789abcdefABCDEF";

bool StartsWithAny(std::string_view text, std::span<const std::string_view> prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view p) { return text.starts_with(p); });
}

/// What MySQL and PostgreSQL store: `*` and the digits of a SHA-1, md5 and those of an MD5.
bool IsDatabaseHash(std::string_view value) {
  const bool mysql = value.size() == 41 && value.starts_with('*');
  const bool postgres = value.size() == 35 && value.starts_with("md5");
  if (!mysql && !postgres) return false;
  value.remove_prefix(mysql ? 1 : 3);
  return value.find_first_not_of(kHex) == value.npos;
}

/// What Django stores for somebody who has no password: `!` and as many letters and digits as
/// nobody's hash has.
bool IsOfNoPassword(std::string_view value) {
  if (value.size() != 41 || value.front() != '!') return false;
  return std::ranges::all_of(value.substr(1), [](char c) { return IsLetter(c) || IsDigit(c); });
}

/// `{SSHA}...`, `{pbkdf2_sha256}...`: the scheme in braces, but for those that store the password
/// as it is.
bool HasSchemeInBraces(std::string_view value) {
  if (!value.starts_with('{')) return false;
  const std::size_t close = value.find('}');
  if (close == value.npos || close < 3 || value.size() - close < 6) return false;
  const std::string scheme = LowerCase(value.substr(1, close - 1));
  constexpr std::string_view kPlain[] = {"noop", "plain", "clear", "cleartext", "text", "xor"};
  if (std::ranges::find(kPlain, scheme) != std::end(kPlain)) return false;
  return std::ranges::all_of(scheme, [](char c) {
    return IsLetter(c) || IsDigit(c) || std::string_view("-_.").contains(c);
  });
}

/// `sha1:salt:digits`, `pbkdf2-sha256$...`: the name of a way to hash, and what it made.
bool NamesItsHash(std::string_view value) {
  constexpr std::string_view kWays[] = {"sha1",   "sha224", "sha256", "sha384", "sha512", "sha-1",
                                        "sha-25", "sha-51", "md5",    "pbkdf2", "bcrypt", "scrypt",
                                        "argon2", "crypt",  "ssha",   "hmac"};
  const std::string lower = LowerCase(value.substr(0, 24));
  if (!StartsWithAny(lower, kWays)) return false;
  const std::size_t end = lower.find_first_of(":$");
  return end != lower.npos && value.size() > end + 8;
}

/// `2.Q2hh...=|...`: the number of a way to encrypt, and Base64 with its padding.
bool IsNumberedCipher(std::string_view value) {
  if (value.size() < 16 || !IsDigit(value.front()) || value[1] != '.') return false;
  value.remove_prefix(2);
  const std::string_view first = value.substr(0, value.find('|'));
  return first.ends_with('=') && first.find_first_not_of("=") != first.npos &&
         std::ranges::all_of(first, [](char c) {
           return IsLetter(c) || IsDigit(c) || std::string_view("+/=").contains(c);
         });
}

/// "AQIAAA" begins a session key that CryptoAPI has encrypted for its container.
bool IsHashOrEncrypted(std::string_view value) {
  constexpr std::string_view kStarts[] = {"$1$",
                                          "$2a$",
                                          "$2b$",
                                          "$2y$",
                                          "$5$",
                                          "$6$",
                                          "$7$",
                                          "$y$",
                                          "$apr1$",
                                          "$argon2",
                                          "$pbkdf2",
                                          "$scrypt",
                                          "{noop}{",
                                          "pbkdf2_",
                                          "sha256-",
                                          "sha384-",
                                          "sha512-",
                                          "sha1-",
                                          "SCRAM-",
                                          "ENC[",
                                          "ENC(",
                                          "EJ[1:",
                                          "v1:{",
                                          "v2:{",
                                          "CfDJ8",
                                          "AQAAANCMnd8",
                                          "vault:v",
                                          "AQICAH",
                                          "gAAAAA",
                                          "CiQA",
                                          "U2FsdGVkX1",
                                          "encrypted-",
                                          "secure:",
                                          "!vault",
                                          "{AQAA",
                                          "enc:",
                                          "enc(",
                                          "encrypted:",
                                          "aes:",
                                          "AES:",
                                          "AES2 ",
                                          "kms:",
                                          "secretbox:",
                                          "CRYPT:",
                                          "crypt:",
                                          "AQAAAAEAACcQAAAAE",
                                          "AQAAAAIAAYagAAAAE",
                                          "-----BEGIN PGP",
                                          "AQIAAA"};
  // `#jbcrypt:$2a$10$...`: the scheme stands before what bcrypt made.
  const bool bcrypt = value.contains("$2a$") || value.contains("$2b$") || value.contains("$2y$");
  return bcrypt || IsDatabaseHash(value) || IsOfNoPassword(value) ||
         StartsWithAny(value, kStarts) || HasSchemeInBraces(value) || NamesItsHash(value) ||
         IsNumberedCipher(value);
}

/// `pi_..._secret_...`, `tok_...`: what a page needs to end one payment, given to whoever pays.
bool IsSecretOfOnePayment(std::string_view value) {
  if (value.starts_with("tok_")) return true;
  constexpr std::string_view kStarts[] = {"pi_", "seti_", "src_", "cs_", "cuss_"};
  if (value.starts_with("ek_test_") || value.starts_with("ek_live_")) return true;
  return StartsWithAny(value, kStarts) && value.contains("_secret");
}

bool IsPublicMaterial(std::string_view value) {
  constexpr std::string_view kStarts[] = {"ssh-rsa",
                                          "ssh-ed25519",
                                          "ssh-dss",
                                          "ecdsa-sha2",
                                          "-----BEGIN PUBLIC",
                                          "-----BEGIN CERT",
                                          "-----BEGIN RSA PUBLIC",
                                          "MFkw",
                                          "MIIBIjAN",
                                          "MIGfMA0G",
                                          "MCowBQYDK2V",
                                          "data:",
                                          "iVBOR",
                                          "/9j/",
                                          "R0lGOD",
                                          "phc_",
                                          "sb_publishable_",
                                          "d09GR",
                                          "PHN2Zy",
                                          "pk_live_",
                                          "pk_test_",
                                          "AAAAB3NzaC1"};
  // of the pages of Gigya: "3_" and 64 more
  const bool gigya = value.size() == 66 && (value.starts_with("3_") || value.starts_with("4_"));
  // Base64 of a UUID and "|read": with what a build of Nx reads its cache, in the open.
  const bool reader = value.size() == 56 && value.ends_with("fHJlYWQ=");
  // X-Amz-Credential=ID/20260417/eu-central-1/s3/aws4_request: whose key has signed, and for what.
  const bool signer = value.contains("/aws4_request");
  return gigya || signer || reader || StartsWithAny(value, kStarts) || value.contains("_pub_") ||
         IsSecretOfOnePayment(value);
}

/// As a template wrote it that needs two dollars for one.
std::string WithSingleDollars(std::string_view value) {
  std::string single;
  for (const char c : value) {
    if (c != '$' || !single.ends_with('$')) single += c;
  }
  return single;
}

}  // namespace

std::string_view StoredFormReason(std::string_view value) {
  if (value.starts_with("$$")) return StoredFormReason(WithSingleDollars(value));
  if (IsHashOrEncrypted(value)) return "a hash, or encrypted";
  return IsPublicMaterial(value) ? "public by design" : "";
}

}  // namespace gonogo
