// Passwords and tokens that people or programs write into addresses, headers and commands: no
// format proves them, but much refutes them.
#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/common_words.h"
#include "analyzer/engines/text/assignment/named_thing.h"
#include "analyzer/engines/text/assignment/no_secret.h"
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
  if (!placeholder.empty() && !IsWeakWords(password))
    return {Proof::kRefuted, std::string(placeholder)};
  if (NamesASecret(password, MeasureValue(password))) return {Proof::kRefuted, "names a secret"};
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
  if (shape.digits + shape.symbols == 0 || IsMadeOfWords(shape))
    return {Proof::kRefuted, "it is made of words"};
  return ProveUrlPassword(secret);
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
  if (!LooksRandom(shape) && !shape.uuid) return {Proof::kRefuted, "it does not look random"};
  const std::string decoded = Base64Decode(secret).value_or("");
  if (IsPrintable(decoded) && decoded.contains(':')) return ProveBasicCredentials(secret);
  return {};
}

std::string FakeBearerToken(std::uint64_t number) {
  return FakeSource("bearer-token", number).Of(kAlnum, 40);
}

}  // namespace gonogo
