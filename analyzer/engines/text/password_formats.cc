// Passwords and tokens that people or programs write into addresses, headers and commands: no
// format proves them, but much refutes them.
#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/chosen_value.h"
#include "analyzer/engines/text/assignment/common_words.h"
#include "analyzer/engines/text/assignment/named_thing.h"
#include "analyzer/engines/text/assignment/no_secret.h"
#include "analyzer/engines/text/assignment/stand_in.h"
#include "analyzer/engines/text/assignment/value_shape.h"
#include "analyzer/engines/text/encodings.h"
#include "analyzer/engines/text/fake_source.h"
#include "analyzer/engines/text/format_groups.h"

namespace gonogo {
namespace {

bool IsPrintable(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// `user_alice_password`: words with underscores, the last of which means a secret.
bool IsNameOfVariable(std::string_view text) {
  constexpr std::string_view kSecrets[] = {"_password", "_passwd", "_pwd", "_pass",
                                           "_secret",   "_token",  "_var"};
  const bool identifier = !text.empty() && std::ranges::all_of(text, [](char c) {
    return IsLower(c) || c == '_' || c == '.';
  });
  return identifier &&
         std::ranges::any_of(kSecrets, [&](std::string_view s) { return text.ends_with(s); });
}

/// `F_IMPERSONATE_USER`: what somebody may.
bool IsNameOfConstant(std::string_view text) {
  return std::ranges::count(text, '_') >= 2 &&
         std::ranges::all_of(text, [](char c) { return IsUpper(c) || c == '_'; });
}

/// `sha256`, `utf-8`: what else calls that sign or encrypt are told.
bool IsWordOfCryptography(std::string_view text) {
  constexpr std::string_view kBeginnings[] = {"aes",  "des",  "sha",    "hmac", "rsa",  "md5",
                                              "utf",  "hex",  "base64", "hs2",  "hs3",  "hs5",
                                              "rs2",  "es2",  "pkcs",   "cbc",  "gcm",  "ascii",
                                              "iso-", "chac", "blowf",  "rc4",  "3des", "latin"};
  constexpr std::size_t kLongest = 24;
  const std::string lower = LowerCase(text);
  const auto begins = [&](std::string_view word) { return lower.starts_with(word); };
  return text.size() <= kLongest && !lower.contains("secret") && !lower.contains("key") &&
         std::ranges::any_of(kBeginnings, begins);
}

/// Names of variables, members and options: `process.env.KEY`, `JWT_SECRET`, `jwt.secret`.
bool IsNameOfSetting(std::string_view text) {
  const ValueShape shape = MeasureValue(text);
  const auto of_name = [](char c) {
    return IsLetter(c) || IsDigit(c) || std::string_view("_.:").contains(c);
  };
  if (!std::ranges::all_of(text, of_name) || LooksRandom(shape)) return false;
  const bool constant = shape.upper == shape.letters && text.contains('_');
  return constant || (text.find_first_of(".:") != text.npos && shape.digits == 0);
}

/// The user and the password of the RFC's own example, with and without the blank.
bool IsOfManual(std::string_view credentials) {
  std::string lower = LowerCase(credentials);
  std::erase(lower, ' ');
  return lower == "aladdin:opensesame";
}

}  // namespace

ProofResult ProveUrlPassword(std::string_view secret) {
  const std::string password = PercentDecode(secret);
  const std::string_view placeholder = PlaceholderReason(password);
  if (IsChosenNumber(password)) return {};
  if (!placeholder.empty() && !IsWeakWords(password))
    return {Proof::kRefuted, std::string(placeholder)};
  const bool names = NamesASecret(password, MeasureValue(password));
  const bool capitals = std::ranges::any_of(password, IsUpper);
  if (names && (capitals || !IsSecretOfSomething(password)))
    return {Proof::kRefuted, "names a secret"};
  if (!NamedThingReason(password, MeasureValue(password)).empty())
    return {Proof::kRefuted, "the name of a thing"};
  if (IsNameOfVariable(password)) return {Proof::kRefuted, "the name of a variable"};
  if (SaysItIsNone(password)) return {Proof::kRefuted, "it says that it is none"};
  if (LowerCase(password).starts_with("encrypted")) return {Proof::kRefuted, "encrypted"};
  if (IsCommonWord(LowerCase(password))) return {Proof::kRefuted, "a common word"};
  if (IsStockDefault(password)) return {Proof::kRefuted, "a stock default"};
  const bool expression = password.starts_with("process.") || password.starts_with("self.") ||
                          password.contains("()") || password.ends_with('(') ||
                          password.ends_with('[');
  if (expression) return {Proof::kRefuted, "an expression"};
  return {};
}

ProofResult ProveLoginPassword(std::string_view secret) {
  const ValueShape shape = MeasureValue(secret);
  if (IsChosenNumber(secret)) return {};
  if (IsNameOfConstant(secret)) return {Proof::kRefuted, "the name of a constant"};
  if (shape.digits + shape.symbols == 0 || IsMadeOfWords(shape))
    return {Proof::kRefuted, "it is made of words"};
  return ProveUrlPassword(secret);
}

ProofResult ProveArgumentSecret(std::string_view secret) {
  if (IsChosenNumber(secret)) return {};
  const ValueShape shape = MeasureValue(secret);
  const std::string_view placeholder = PlaceholderReason(secret);
  const bool bare = placeholder == kGenericWords && !IsSecretOfSomething(secret);
  if (bare || (!placeholder.empty() && placeholder != kGenericWords))
    return {Proof::kRefuted, std::string(placeholder)};
  if (shape.letters == 0) return {Proof::kRefuted, "no letters"};
  if (const std::string_view reason = StandInReason(secret, shape); !reason.empty())
    return {Proof::kRefuted, std::string(reason)};
  if (secret.starts_with("((")) return {Proof::kRefuted, "template"};
  if (IsWordOfCryptography(secret)) return {Proof::kRefuted, "a word of the language"};
  if (IsNameOfSetting(secret) || secret.contains("://") || secret.starts_with("/"))
    return {Proof::kRefuted, "a reference or an expression"};
  if (secret.ends_with(".pem") || secret.ends_with(".key") || secret.starts_with("-----BEGIN"))
    return {Proof::kRefuted, "a path or a file"};
  if (SaysItIsNone(secret)) return {Proof::kRefuted, "it says that it is none"};
  if (IsStockDefault(secret)) return {Proof::kRefuted, "a stock default"};
  const bool word = shape.letters == shape.length && IsCommonWord(LowerCase(secret));
  return word && shape.length < 8 ? ProofResult{Proof::kRefuted, "a common word"} : ProofResult{};
}

/// What is hashed as a password: an encoder of addresses or of bytes takes words of all kinds.
ProofResult ProveHashedPassword(std::string_view secret) {
  const ValueShape shape = MeasureValue(secret);
  if (IsChosenNumber(secret)) return {};
  const bool names = IsWeakWords(secret) || LowerCase(secret).contains("pass");
  if (shape.digits == 0 && !names) return {Proof::kRefuted, "it is made of words"};
  if (IsWordOfCryptography(secret)) return {Proof::kRefuted, "a word of the language"};
  if (secret.contains('/') || secret.contains('=') || secret.contains("."))
    return {Proof::kRefuted, "a path or a file"};
  if (names && IsWeakWords(secret) && shape.digits > 0) return {};
  return ProveUrlPassword(secret);
}

std::string FakeArgumentSecret(std::uint64_t number) {
  return FakePassword(number) + FakeSource("argument-secret", number).Of(kAlnum, 8);
}

std::string FakeLoginPassword(std::uint64_t number) {
  FakeSource source("login-password", number);
  return FakePassword(number) + source.Of(kDigits, 2) + "!" + source.Of(kAlnum, 3);
}

ProofResult ProveBasicCredentials(std::string_view secret) {
  const std::string decoded = Base64Decode(secret).value_or("");
  const std::size_t colon = decoded.find(':');
  if (colon == std::string::npos || !IsPrintable(decoded))
    return {Proof::kRefuted, "it does not decode to user and password"};
  const std::string_view password = std::string_view(decoded).substr(colon + 1);
  if (password.size() < 3) return {Proof::kRefuted, "its password is empty"};
  const bool names_itself =
      std::string_view(decoded).substr(0, colon).ends_with("id") && password.ends_with("secret");
  const bool names_secret = password.ends_with("-secret") || password.ends_with("_secret");
  if (names_itself || (names_secret && NamesASecret(password, MeasureValue(password))) ||
      !PlaceholderReason(password).empty())
    return {Proof::kRefuted, "its password is a placeholder"};
  if (IsOfManual(decoded)) return {Proof::kRefuted, "documented example"};
  return {Proof::kProved, "it decodes to a user and a password"};
}

std::string FakeBasicCredentials(std::uint64_t number) {
  return Base64Encode("shop:" + FakePassword(number));
}

ProofResult ProveBearerToken(std::string_view secret) {
  const ValueShape shape = MeasureValue(secret);
  if (IsMadeOfWords(shape) || shape.digits == 0) return {Proof::kRefuted, "it is made of words"};
  if (secret.starts_with("eyJ")) return ProveJwt(secret);
  if (!NamedThingReason(secret, shape).empty()) return {Proof::kRefuted, "the name of a thing"};
  if (!LooksRandom(shape) && !shape.uuid) return {Proof::kRefuted, "it does not look random"};
  const std::string decoded = Base64Decode(secret).value_or("");
  if (IsPrintable(decoded) && decoded.contains(':')) return ProveBasicCredentials(secret);
  return {};
}

std::string FakeBearerToken(std::uint64_t number) {
  return FakeSource("bearer-token", number).Of(kAlnum, 40);
}

}  // namespace gonogo
