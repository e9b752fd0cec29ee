#include "analyzer/engines/text/assignment/chosen_value.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/held_words.h"

namespace gonogo {
namespace {

bool IsAlnum(char c) { return IsLetter(c) || IsDigit(c); }

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// `jwt` and `secret` of JWT_SECRET_DEV, of `jwt: secret` and of `jwtsecret`.
std::vector<std::string> WordsOfName(const GivenValue& given) {
  constexpr std::string_view kWhere[] = {"dev",   "test",    "prod",       "local",   "default",
                                         "value", "staging", "production", "example", "str"};
  std::vector<std::string> words = WordsOf(given.parent);
  for (std::string& word : WordsOf(given.assignment.name)) words.push_back(std::move(word));
  const auto ends = [&] {
    const std::string& last = words.back();
    return IsOneOf(last, kWhere) || std::ranges::all_of(last, IsDigit);
  };
  while (words.size() > 1 && ends()) words.pop_back();
  constexpr std::string_view kJoined[] = {"secretkey", "secret"};
  for (const std::string_view joined : kJoined) {
    if (words.empty() || words.back().size() <= joined.size()) continue;
    if (!words.back().ends_with(joined)) continue;
    words.back().resize(words.back().size() - joined.size());
    words.emplace_back(joined);
    break;
  }
  return words;
}

/// `JwtTokenUtil`, `session`: what is kept there signs or opens something.
bool IsOfSignatures(std::string_view parent) {
  constexpr std::string_view kWords[] = {"jwt", "session", "hmac", "cookie", "signing"};
  return std::ranges::any_of(WordsOf(parent),
                             [&](const std::string& word) { return IsOneOf(word, kWords); });
}

bool IsNameOfKey(const GivenValue& given) {
  constexpr std::string_view kOfSecrets[] = {
      "client",    "hmac",      "jwt",      "session",    "cookie",   "signing",    "shared",
      "symmetric", "auth",      "nextauth", "webhook",    "oauth",    "app",        "flask",
      "django",    "bootstrap", "token",    "access",     "refresh",  "api",        "server",
      "node",      "express",   "security", "crypto",     "consumer", "encryption", "state",
      "admin",     "signature", "otp",      "login",      "service",  "tokens",     "hash",
      "user",      "partner",   "merchant", "enrollment", "enroll",   "enrolment"};
  constexpr std::string_view kOfCookies[] = {"node", "release", "erlang"};
  constexpr std::string_view kOfTokens[] = {"admin", "root", "bootstrap", "master"};
  constexpr std::string_view kOfKeys[] = {"encryption", "master", "signing",   "hmac",  "jwt",
                                          "crypto",     "cipher", "signature", "crypt", "aes"};
  const std::string name = LowerCase(given.assignment.name);
  if (name.ends_with("secret_key_base") || name.ends_with("secretorkey")) return true;
  const std::vector<std::string> words = WordsOfName(given);
  if (words.empty()) return false;
  if (words.back() == "secretkey") return true;
  if (words.size() < 2) return false;
  const bool either = words.back() == "secret" || words.back() == "key";
  if (either && IsOfSignatures(given.parent)) return true;
  const std::string_view whose = words[words.size() - 2];
  return (words.back() == "secret" && IsOneOf(whose, kOfSecrets)) ||
         (words.back() == "cookie" && IsOneOf(whose, kOfCookies)) ||
         (words.back() == "token" && IsOneOf(whose, kOfTokens)) ||
         (words.back() == "key" && (whose == "secret" || IsOneOf(whose, kOfKeys)));
}

bool IsNameOfPassword(const GivenValue& given) {
  constexpr std::string_view kEnds[] = {"password", "passwd",     "pwd",   "passwort",
                                        "senha",    "passphrase", "userpw"};
  constexpr std::string_view kWhose[] = {
      "db",   "database", "admin", "root",     "mysql", "postgres", "redis", "mongo", "mail",
      "smtp", "ldap",     "user",  "rabbitmq", "mqtt",  "wifi",     "login", "ftp",   "ssh"};
  const std::vector<std::string> words = WordsOfName(given);
  if (words.size() >= 2 && words.back() == "pass" && IsOneOf(words[words.size() - 2], kWhose))
    return true;
  return !words.empty() && std::ranges::any_of(kEnds, [&](std::string_view end) {
    return words.back().ends_with(end);
  });
}

/// A field of a test that holds a secret, whosever it is.
bool IsSecretOfTest(const GivenValue& given) {
  if (given.role != FileRole::kTest || given.of_cluster) return false;
  const std::vector<std::string> words = WordsOfName(given);
  return !words.empty() && words.back() == "secret";
}

/// Words that only say what it is: of such people make names of settings and of fields.
bool IsOnlyLabels(std::string_view word) {
  constexpr std::string_view kLabels[] = {
      "secret",  "key",    "token",   "password",   "pass",        "passwd",    "pwd",
      "client",  "api",    "auth",    "oauth",      "oauth2",      "jwt",       "app",
      "access",  "user",   "name",    "field",      "id",          "private",   "public",
      "session", "cookie", "hmac",    "signing",    "sign",        "signature", "encryption",
      "encrypt", "crypto", "webhook", "shared",     "master",      "db",        "database",
      "admin",   "root",   "login",   "email",      "account",     "service",   "server",
      "header",  "param",  "value",   "type",       "code",        "refresh",   "bearer",
      "base",    "hash",   "salt",    "credential", "credentials", "config",    "ref"};
  if (word.empty()) return true;
  if (word.size() > 40) return false;
  return std::ranges::any_of(kLabels, [&](std::string_view label) {
    return word.starts_with(label) && IsOnlyLabels(word.substr(label.size()));
  });
}

/// Some words of it are neither labels nor those of the name.
bool SaysMoreThanItsName(const GivenValue& given) {
  const std::vector<std::string> name = WordsOfName(given);
  return std::ranges::any_of(WordsOf(given.assignment.text), [&](const std::string& word) {
    return !IsOnlyLabels(word) && std::ranges::find(name, word) == name.end();
  });
}

/// `my_secret_key`, `supersecretkey`, `dev-secret-change-me`: nobody calls a thing so.
bool IsSomebodysChoice(std::string_view value) {
  constexpr std::string_view kWords[] = {
      "my",     "dev",  "default", "local", "change", "this",    "very",
      "strong", "top",  "secure",  "prod",  "demo",   "super",   "string",
      "random", "long", "test",    "some",  "our",    "testing", "development"};
  constexpr std::string_view kBeginnings[] = {"my",      "super", "verysecret", "topsecret", "dev",
                                              "default", "test",  "thisis",     "somesecret"};
  const std::vector<std::string> words = WordsOf(value);
  const auto chosen = [&](const std::string& word) { return IsOneOf(word, kWords); };
  if (std::ranges::any_of(words, chosen)) return true;
  if (words.size() != 1) return false;
  return std::ranges::any_of(kBeginnings, [&](std::string_view begin) {
    const std::string_view word = words.front();
    return word.starts_with(begin) && !IsOnlyLabels(word) &&
           (word.contains("secret") || word.contains("key"));
  });
}

/// `clientSecret`, `api_key`: in a test, too, no more than what it is.
bool IsBareLabel(std::string_view value) {
  constexpr std::string_view kLabels[] = {"client", "secret", "key",  "password", "token",
                                          "api",    "app",    "auth", "oauth",    "user",
                                          "access", "jwt",    "the",  "random",   "basic"};
  return std::ranges::all_of(WordsOf(value),
                             [&](const std::string& word) { return IsOneOf(word, kLabels); });
}

/// `wrongsecret`, `oldpassword`: what a test calls the one of two.
bool IsOneOfTwo(std::string_view value) {
  constexpr std::string_view kWhich[] = {
      "old",     "new",      "bad",     "good",  "wrong",     "real",     "original", "other",
      "another", "first",    "second",  "third", "different", "current",  "confirm",  "updated",
      "changed", "rotated",  "initial", "same",  "stale",     "no",       "pre",      "should",
      "too",     "insecure", "denied",  "guess", "empty",     "large",    "existing", "missing",
      "leaked",  "unknown",  "renewed", "next",  "previous",  "expected", "actual",   "invalid",
      "valid",   "short",    "weak",    "plain", "raw",       "encoded",  "some"};
  const std::vector<std::string> words = WordsOf(value);
  if (words.empty()) return false;
  if (LowerCase(value).contains("field")) return true;
  if (words.front().starts_with("user") && words.size() > 1) return true;
  return std::ranges::any_of(
      kWhich, [&](std::string_view which) { return words.front().starts_with(which); });
}

bool IsOfWords(const GivenValue& given) {
  constexpr std::string_view kMarks = "-_!@#$. ";
  const std::string_view value = given.assignment.text;
  const bool plain =
      std::ranges::all_of(value, [&](char c) { return IsAlnum(c) || kMarks.contains(c); });
  return plain && given.shape.blanks <= 4 && given.shape.length >= 6 && given.shape.length <= 48 &&
         IsLetter(value.front()) && given.shape.letters * 2 >= given.shape.length;
}

bool IsSameDigit(std::string_view digits) {
  return std::ranges::all_of(digits, [&](char c) { return c == digits.front(); });
}

/// Each one more, or one less, than the one before: `12345`, `654321`.
bool IsRunOfDigits(std::string_view digits) {
  const auto steps = [&](int step) {
    for (std::size_t at = 1; at < digits.size(); ++at) {
      const bool over = step > 0 && digits[at - 1] == '9' && digits[at] == '0';
      if (digits[at] - digits[at - 1] != step && !over) return false;
    }
    return true;
  };
  return steps(1) || steps(-1);
}

}  // namespace

bool IsUnmistakableName(const GivenValue& given) {
  return given.sort == ValueSort::kPassword ? IsNameOfPassword(given) : IsNameOfKey(given);
}

bool IsChosenNumber(std::string_view value) {
  constexpr std::string_view kTyped[] = {"1q2w3e4r",   "1qaz2wsx",  "q1w2e3r4",   "1q2w3e",
                                         "1q2w3e4r5t", "123123",    "112233",     "123321",
                                         "qwe123",     "123qwe",    "qwertyuiop", "asdfghjkl",
                                         "qazwsx",     "qazwsxedc", "zaq12wsx"};
  constexpr std::string_view kBefore[] = {"",    "a",    "aa",     "abc", "abcd", "q",
                                          "qwe", "qwer", "qwerty", "asd", "asdf", "zxc"};
  if (value.size() < 5 || value.size() > 12) return false;
  const std::string lower = LowerCase(value);
  if (IsOneOf(lower, kTyped)) return true;
  const std::size_t first = lower.find_first_of("0123456789");
  if (first == lower.npos || lower.size() - first < 3) return false;
  std::string_view digits = std::string_view(lower).substr(first);
  // `123456789A`, `123456!`: one more than the digits, as somebody asked for it.
  if (digits.size() > 6 && !IsDigit(digits.back())) digits.remove_suffix(1);
  if (!std::ranges::all_of(digits, IsDigit)) return false;
  if (!IsOneOf(std::string_view(lower).substr(0, first), kBefore)) return false;
  const bool run = digits.front() != '0' && IsRunOfDigits(digits);
  return run || (first == 0 && IsSameDigit(digits));
}

bool IsChosenNumber(const GivenValue& given) {
  const Assignment& assignment = given.assignment;
  const bool set = assignment.quoted || IsConfigKind(given.kind);
  return set && given.sort == ValueSort::kPassword &&
         assignment.form != AssignmentForm::kComparison && IsUnmistakableName(given) &&
         IsChosenNumber(std::string_view(assignment.text));
}

bool IsTakenAsItIs(const GivenValue& given) {
  constexpr std::string_view kCalls[] = {"session", "expresssession", "cookiesession",
                                         "cookieparser"};
  return IsOneOf(LowerCase(given.parent), kCalls) ||
         LowerCase(given.assignment.name).ends_with("secretorkey");
}

bool IsChosenWords(const GivenValue& given) {
  const Assignment& assignment = given.assignment;
  if (!assignment.quoted || IsConfigKind(given.kind) || !IsOfWords(given)) return false;
  if (assignment.form == AssignmentForm::kComparison || given.of_cluster) return false;
  if (given.role == FileRole::kTest) {
    return given.shape.blanks == 0 && !IsOneOfTwo(assignment.text) &&
           !IsBareLabel(assignment.text) && (IsUnmistakableName(given) || IsSecretOfTest(given));
  }
  if (given.role != FileRole::kProduct) return false;
  if (given.sort == ValueSort::kPassword) {
    return given.shape.digits >= 3 && IsNameOfPassword(given) && SaysMoreThanItsName(given);
  }
  if (!IsNameOfKey(given) || IsUpper(assignment.text.front())) return false;
  if (assignment.form == AssignmentForm::kDefault && given.shape.blanks == 0) return true;
  return IsTakenAsItIs(given) || (IsSomebodysChoice(assignment.text) && SaysMoreThanItsName(given));
}

bool IsSecretOfSomething(std::string_view value) {
  constexpr std::string_view kWhose[] = {"your", "some", "the", "any", "a", "foo", "bar"};
  const std::vector<std::string> words = WordsOf(value);
  const auto whose = [&](const std::string& word) { return IsOneOf(word, kWhose); };
  return std::ranges::none_of(words, whose) &&
         std::ranges::any_of(words, [](const std::string& word) {
           return !IsOnlyLabels(word) && !std::ranges::all_of(word, IsDigit);
         });
}

}  // namespace gonogo
