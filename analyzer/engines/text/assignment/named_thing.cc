#include "analyzer/engines/text/assignment/named_thing.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"

namespace gonogo {
namespace {

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::string_view kSecretWords[] = {
    "password", "passwd", "pass", "pwd",         "secret",     "token",  "key", "credential",
    "auth",     "login",  "user", "credentials", "passphrase", "apikey", "api", "username"};

/// `you_must_generate_a_random_key`: four words and more, of which two only join the others.
bool IsSentence(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kJoining[] = {
      "a",   "an",  "the",  "is",   "are", "this", "that", "not",  "so",     "very", "must",
      "to",  "of",  "and",  "in",   "for", "you",  "your", "it",   "be",     "with", "should",
      "use", "set", "than", "more", "at",  "as",   "or",   "from", "please", "here", "my"};
  const bool joined = value.find_first_of("_- ") != value.npos;
  if (!joined || shape.digits > 0 || shape.Coverage() < 0.6) return false;
  const std::vector<std::string> words = WordsOf(value);
  const auto joining = std::ranges::count_if(
      words, [&](const std::string& word) { return IsOneOf(word, kJoining); });
  // `only-in-db`, `external-value`: what a test calls the one of several.
  if (words.size() == 3 && IsOneOf(words[1], kJoining)) return true;
  if (words.size() == 2 && words.back() == "value") return true;
  return words.size() >= 4 && joining >= 2;
}

/// `my_satellite_password`: whose, of what, and that it is a secret.
bool IsSomebodys(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kWhose[] = {"my", "your", "our", "some", "any", "the"};
  if (shape.digits > 0) return false;
  const std::vector<std::string> words = WordsOf(value);
  return words.size() >= 3 && IsOneOf(words.front(), kWhose) && IsOneOf(words.back(), kSecretWords);
}

/// `passwordfield`, `tokeninput`: the part of a page, a table or a call that holds a secret.
bool IsPartOfPage(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kParts[] = {
      "field",   "input",     "box",       "label",   "text",      "form",
      "control", "component", "column",    "param",   "type",      "view",
      "prompt",  "entry",     "button",    "textbox", "dialog",    "page",
      "attr",    "prop",      "hint",      "helper",  "error",     "icon",
      "element", "container", "parameter", "name",    "textfield", "placeholder"};
  constexpr std::string_view kWhat[] = {"password",   "passwd", "pwd",
                                        "passphrase", "token",  "secret"};
  if (shape.letters != shape.length) return false;
  const std::string lower = LowerCase(value);
  return std::ranges::any_of(kWhat, [&](std::string_view what) {
    const std::string_view whole = lower;
    return (whole.starts_with(what) && IsOneOf(whole.substr(what.size()), kParts)) ||
           (whole.ends_with(what) && IsOneOf(whole.substr(0, whole.size() - what.size()), kParts));
  });
}

/// `send-xmpp-password`, `s3_secret`: small words joined, the last of which means a secret.
bool EndsInSecret(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kEnds[] = {"password", "passwd", "passphrase", "secret", "token"};
  if (shape.upper > 0 || shape.digits > 1 || value.find_first_of("-_") == value.npos) return false;
  if (value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != value.npos) return false;
  return IsOneOf(value.substr(value.find_last_of("-_") + 1), kEnds);
}

/// `app_password_123`, `api-token-1`: what it is, counted.
bool IsCountedSecret(std::string_view value) {
  const std::size_t last = value.find_last_not_of("0123456789");
  if (last == value.npos || last + 1 == value.size() || value.find_first_of("-_") == value.npos)
    return false;
  // More is a year, or what a rule for passwords wants.
  if (value.size() - last > 4) return false;
  std::string_view name = value.substr(0, last + 1);
  while (!name.empty() && (name.back() == '-' || name.back() == '_')) name.remove_suffix(1);
  return NamesASecret(name, MeasureValue(name)) ||
         IsOneOf(LowerCase(name.substr(name.find_last_of("-_") + 1)), kSecretWords);
}

/// `motdepasse`, `clave`: the word for it in another language, as fields are called.
bool IsForeignWord(std::string_view value) {
  constexpr std::string_view kWords[] = {
      "motdepasse", "mdp",        "contrasena", "contrasenia", "clave",        "senha",
      "senhas",     "wachtwoord", "passwort",   "kennwort",    "heslo",        "haslo",
      "parola",     "lozinka",    "jelszo",     "salasana",    "losenord",     "adgangskode",
      "passord",    "sifre",      "parool",     "geslo",       "has\xc5\x82o", "zaporka",
      "matkhau",    "mima",       "katasandi",  "katalaluan"};
  return IsOneOf(LowerCase(value), kWords);
}

/// `renderUserSettings`, `onTokenExpired`: what a function is called.
bool IsFunction(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kVerbs[] = {
      "render", "get",    "set",   "on",       "handle",   "is",    "has",  "show",
      "update", "check",  "send",  "validate", "create",   "fetch", "load", "make",
      "add",    "remove", "reset", "verify",   "generate", "parse", "build"};
  if (shape.symbols + shape.blanks > 0 || shape.digits > 1 || shape.Coverage() < 0.6) return false;
  const std::size_t word =
      static_cast<std::size_t>(std::ranges::find_if_not(value, IsLower) - value.begin());
  return word < value.size() && shape.upper >= 2 && IsOneOf(value.substr(0, word), kVerbs);
}

/// `mdi-lock`, `fa-key`, `carbon:password`: an icon of a set that pages use.
bool IsIcon(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kSets[] = {
      "mdi",       "fa",  "fas",   "far",     "fab",    "pi",        "bi", "ri",
      "ti",        "bx",  "el",    "icon",    "carbon", "tabler",    "ep", "lucide",
      "heroicons", "ion", "solar", "iconoir", "lock",   "glyphicon", "ant"};
  if (shape.digits > 0 || shape.upper > 0) return false;
  const std::size_t end = value.find_first_of("-:");
  return end != value.npos && IsOneOf(value.substr(0, end), kSets) &&
         MeasureValue(value.substr(end)).Coverage() >= 0.8;
}

/// `xpub...`: the public half of a wallet's key, which makes addresses and spends nothing.
bool IsPublicWalletKey(std::string_view value) {
  constexpr std::string_view kBeginnings[] = {"xpub", "ypub", "zpub", "tpub", "upub", "vpub"};
  return value.size() >= 100 &&
         std::ranges::any_of(kBeginnings, [&](std::string_view b) { return value.starts_with(b); });
}

/// `2025-08-25T09:26:05Z`, in a table of when each token ends.
bool IsTimeOfDay(std::string_view value) {
  constexpr std::string_view kForm = "9999-99-99T99:99:99";
  if (value.size() < kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == '9' ? !IsDigit(value[i]) : value[i] != kForm[i]) return false;
  }
  return true;
}

/// `public:9a458aa3-65a0-...`: which one of a kind.
bool IsNumberedKind(std::string_view value) {
  const std::size_t colon = value.find(':');
  return colon != value.npos && colon > 0 && value.size() - colon == 37 &&
         std::ranges::all_of(value.substr(0, colon), IsLetter) &&
         std::ranges::count(value.substr(colon), '-') == 4;
}

/// `uid:gid:(gecos):home`: the fields of a line.
bool IsListOfFields(std::string_view value) {
  std::size_t fields = 1;
  for (const char c : value) {
    if (c == ':') ++fields;
    if (c != ':' && !IsLetter(c) && !std::string_view("_()[]").contains(c)) return false;
  }
  return fields >= 3 && IsLetter(value.front());
}

}  // namespace

bool NamesASecret(std::string_view value, const ValueShape& shape) {
  const std::vector<std::string> words = WordsOf(value);
  // "top secret" is a password that people take, and no name.
  if (std::ranges::find(words, "top") != words.end()) return false;
  if (EndsInSecret(value, shape)) return true;
  if (!IsMadeOfWords(shape) || shape.digits > 0) return false;
  return words.size() >= 2 && std::ranges::any_of(words, [&](const std::string& word) {
           return IsOneOf(word, kSecretWords);
         });
}

bool IsCounted(std::string_view value) {
  constexpr std::string_view kCounts[] = {
      "123",    "1234", "12345",  "123456",       "1234567", "12345678", "123456789", "1234567890",
      "abc123", "abc",  "abcdef", "abc123def456", "xyz",     "xyz789",   "foo",       "bar"};
  const std::size_t last = value.find_last_of("_-");
  return last != value.npos && IsOneOf(LowerCase(value.substr(last + 1)), kCounts);
}

bool IsNumberedName(std::string_view value, const ValueShape& shape) {
  if (shape.digits > 2 || shape.upper > 0 || shape.symbols == 0 || shape.length > 32) return false;
  if (value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") != value.npos)
    return false;
  const std::vector<std::string> words = WordsOf(value);
  return words.size() >= 2 && std::ranges::all_of(words, [](const std::string& word) {
           return word.size() <= 4 || MeasureValue(word).Coverage() >= 0.6;
         });
}

std::string_view NamedThingReason(std::string_view value, const ValueShape& shape) {
  if (IsPublicWalletKey(value)) return "a public key";
  if (IsListOfFields(value)) return "a list of fields";
  if (IsTimeOfDay(value)) return "a date";
  if (IsNumberedKind(value)) return "an identifier";
  // `kafka1_keystore_creds`: the file in which they stand.
  const bool file = value.ends_with("_creds") || value.ends_with("-creds");
  if (file && shape.upper == 0 && shape.digits <= 1) return "names a secret";
  if (IsSentence(value, shape)) return "the words of a text";
  if (IsSomebodys(value, shape) || IsCountedSecret(value)) return "placeholder";
  if (IsPartOfPage(value, shape) || IsForeignWord(value)) return "names a secret";
  if (IsFunction(value, shape)) return "the name of a function";
  return IsIcon(value, shape) ? "an icon" : "";
}

}  // namespace gonogo
