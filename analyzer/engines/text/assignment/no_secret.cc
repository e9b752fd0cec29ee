#include "analyzer/engines/text/assignment/no_secret.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/chosen_value.h"
#include "analyzer/engines/text/assignment/common_words.h"
#include "analyzer/engines/text/assignment/named_thing.h"
#include "analyzer/engines/text/assignment/repeated_name.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/assignment/stand_in.h"
#include "analyzer/engines/text/assignment/stored_form.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/assignment/telling_words.h"
#include "analyzer/engines/text/held_words.h"
#include "analyzer/engines/text/secret_formats.h"

namespace gonogo {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 512;

bool IsAlnum(char c) { return IsLetter(c) || IsDigit(c); }

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool StartsWithAny(std::string_view text, std::span<const std::string_view> prefixes) {
  return std::ranges::any_of(prefixes, [&](std::string_view p) { return text.starts_with(p); });
}

/// `MD5(CONCAT(salt`: the words of calls up to the first blank.
bool IsNestedCall(std::string_view value) {
  return std::ranges::count(value, '(') >= 2 && !value.contains(')') && IsLetter(value.front());
}

/// An unquoted value that the format takes for something else than a text.
bool IsUnquotedReference(std::string_view value) {
  constexpr std::string_view kStarts = "$@*&!|>[{%<`(~";
  if (kStarts.contains(value.front())) return true;
  return HoldsAny(value, {{"${", "#{", "$(", "{{", "::", "->", "=>", "()", "; ", " = "}}) ||
         (value.contains('(') && value.ends_with(')')) || value.ends_with('(') ||
         value.ends_with('{') || value.ends_with(',') || IsNestedCall(value);
}

/// Languages in which "$name" is the value of a variable.
bool Interpolates(FileKind kind) {
  return kind == FileKind::kPhp || kind == FileKind::kPerl || kind == FileKind::kPowerShell ||
         kind == FileKind::kKotlin || kind == FileKind::kGroovy || kind == FileKind::kDart;
}

/// A variable of a shell somewhere in the value.
bool HoldsVariable(std::string_view value, FileKind kind) {
  if (kind == FileKind::kPhp && value.contains("{$")) return true;
  if (Interpolates(kind) && value.starts_with('$') && value.size() > 1 && IsLetter(value[1]))
    return true;
  const std::string_view bare =
      value.substr(std::min(value.find_first_not_of("'\""), value.size()));
  if (SyntaxOf(kind) == Syntax::kText && bare.size() > 1 && bare.front() == '$' && IsAlnum(bare[1]))
    return true;
  const bool shell = SyntaxOf(kind) == Syntax::kShell || kind == FileKind::kYaml;
  for (std::size_t at = value.find('$'); at != value.npos; at = value.find('$', at + 1)) {
    const std::string_view rest = value.substr(at + 1);
    if (rest.empty()) return false;
    if (rest.front() == '$') {
      ++at;
      continue;
    }
    if (rest.front() == '{' || rest.front() == '(') return true;
    if (shell && (IsAlnum(rest.front()) || rest.front() == '_')) return true;
    const bool capitals = rest.size() >= 3 && std::ranges::all_of(rest.substr(0, 3), [](char c) {
                            return IsUpper(c) || c == '_';
                          });
    if (capitals) return true;
  }
  return false;
}

bool IsPlainName(std::string_view text) {
  return !text.empty() && !IsDigit(text.front()) &&
         std::ranges::all_of(text, [](char c) { return IsAlnum(c) || c == '_'; });
}

/// `shop.mail.form.password`: three names and more, the last of which is that of a secret.
bool EndsInSecretsName(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kNames[] = {"password", "passwd", "secret", "token", "key"};
  return shape.digits == 0 && std::ranges::count(value, '.') >= 2 &&
         IsOneOf(value.substr(value.rfind('.') + 1), kNames);
}

/// a.b.c of names made of words: a member, a key of a message, a host name, a file name.
bool IsDottedName(std::string_view value, const ValueShape& shape) {
  if (!value.contains('.')) return false;
  if (shape.Coverage() < 0.6 && !EndsInSecretsName(value, shape)) return false;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t dot = std::min(value.find('.', at), value.size());
    std::string part(value.substr(at, dot - at));
    std::ranges::replace(part, '-', '_');
    if (!IsPlainName(part)) return false;
    at = dot + 1;
  }
  return true;
}

bool HasFileEnding(std::string_view value) {
  constexpr std::string_view kEndings[] = {
      ".pem", ".key", ".txt",  ".json",  ".yaml", ".yml",  ".crt",       ".cer",  ".pub", ".p12",
      ".jks", ".pfx", ".conf", ".cfg",   ".ini",  ".env",  ".xml",       ".html", ".css", ".js",
      ".ts",  ".py",  ".rb",   ".go",    ".php",  ".java", ".sh",        ".md",   ".png", ".svg",
      ".mp3", ".mp4", ".wav",  ".jpg",   ".jpeg", ".gif",  ".pdf",       ".zip",  ".csv", ".com",
      ".org", ".net", ".io",   ".local", ".vue",  ".cs",   ".properties"};
  return std::ranges::any_of(kEndings, [&](std::string_view e) { return value.ends_with(e); });
}

bool IsPath(std::string_view value, const ValueShape& shape) {
  constexpr std::string_view kMedia[] = {".mp3", ".mp4", ".wav", ".jpg", ".jpeg", ".png", ".pdf"};
  if (std::ranges::any_of(kMedia, [&](std::string_view e) { return value.ends_with(e); }))
    return true;
  if (shape.blanks > 0) return false;
  if (StartsWithAny(value, {{"./", "../", "~/", "file:", "\\\\"}})) return true;
  if (value.size() > 2 && IsLetter(value[0]) && value[1] == ':' &&
      (value[2] == '\\' || value[2] == '/'))
    return true;
  if (HasFileEnding(value)) return true;
  if (!value.contains('/') || LooksRandom(shape)) return false;
  return value.starts_with('/') || shape.Coverage() >= 0.5;
}

bool IsMailAddress(std::string_view value) {
  const std::size_t at = value.find('@');
  if (at == 0 || at == std::string_view::npos || value.find('@', at + 1) != value.npos)
    return false;
  const std::string_view domain = value.substr(at + 1);
  const std::size_t dot = domain.rfind('.');
  return dot != domain.npos && dot > 0 && domain.size() - dot >= 3 &&
         std::ranges::all_of(domain, [](char c) { return IsAlnum(c) || c == '.' || c == '-'; }) &&
         std::ranges::all_of(domain.substr(dot + 1), IsLetter);
}

/// Prose, a label, a title.
bool IsText(std::string_view value, const ValueShape& shape) {
  if (value.contains("%20")) return true;
  if (shape.blanks >= 3) return true;
  if (shape.blanks >= 1 && (shape.Coverage() >= 0.5 || shape.digits == 0)) return true;
  const bool ends = std::string_view(":?,").contains(value.back());
  if (ends && shape.digits == 0 && shape.Coverage() >= 0.5) return true;
  return std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool IsPattern(std::string_view value) {
  return HoldsAny(value, {{"\\d", "\\w", "\\s", "[a-z", "[A-Z", "[0-9", "[^", ".*", ".+",
                           "(?:", "(?i", "]{", "]+", "]*"}}) ||
         (value.starts_with('^') && value.ends_with('$'));
}

bool IsMarkup(std::string_view value) {
  if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) < ' '; }))
    return true;
  if (value.starts_with("\\x") || value.starts_with("\\u") || value.starts_with("\\0")) return true;
  const bool tag =
      value.size() > 1 && value.front() == '<' && (IsLetter(value[1]) || value[1] == '/');
  return tag || (value.contains('<') && value.contains('>')) ||
         HoldsAny(value, {{"\":", "=\"", "{0}", "{1}", "%s", "%d", "%v", "%@", "{}", "&nbsp;"}});
}

/// `#password`, `.login-form`, `//input[@name]`, `input[name=...]`.
bool IsSelector(std::string_view value, const ValueShape& shape) {
  if (HoldsAny(value, {{"[name=", "[type=", "[id=", "[data-", "input["}}) ||
      value.starts_with("//"))
    return true;
  return (value.starts_with('#') || value.starts_with('.')) && shape.Coverage() >= 0.6 &&
         shape.digits == 0;
}

/// `required|min:8`: what a form demands of a value.
bool IsValidation(std::string_view value) {
  return HoldsAny(value, {{"required", "min:", "max:", "nullable", "confirmed"}}) &&
         (value.contains('|') || value.contains(':'));
}

/// `getPassword`, `setAuthToken`: what is called to take or to give it.
bool IsAccessor(std::string_view value) {
  constexpr std::string_view kVerbs[] = {"get", "set", "is", "has"};
  if (!std::ranges::all_of(value, IsLetter)) return false;
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) {
    return value.starts_with(verb) && value.size() > verb.size() + 3 &&
           IsUpper(value[verb.size()]) && IsLower(value[verb.size() + 1]);
  });
}

/// MAX_RETRIES, DB_PASS_PROD: the name of a constant or of a variable of the environment.
bool IsConstantName(std::string_view value, const ValueShape& shape) {
  if (!value.contains('_') || !IsPlainName(value) || std::ranges::any_of(value, IsLower))
    return false;
  constexpr std::string_view kSecrets[] = {"_TOKEN", "_KEY", "_SECRET", "_PASSWORD", "_PASS"};
  const bool secret = std::ranges::any_of(
      kSecrets, [&](std::string_view ending) { return value.ends_with(ending); });
  return shape.Coverage() >= 0.5 || (secret && shape.digits <= 2);
}

/// `--password PASS1` in a usage text.
bool IsUsageName(const Assignment& assignment, const ValueShape& shape) {
  return assignment.form == AssignmentForm::kOption && !assignment.quoted &&
         shape.letters == shape.upper && shape.letters > shape.digits && shape.length <= 12;
}

/// `mysecretpassword`: documented for an image, and then what that image is started with.
bool IsTakenFromManual(const GivenValue& given) {
  const bool runs = given.role == FileRole::kProduct || given.role == FileRole::kTest;
  return runs && given.sort == ValueSort::kPassword && IsConfigKind(given.kind) &&
         given.assignment.text == "mysecretpassword";
}

/// The reason that speaks against the value as words, where words are no reason for this name.
std::string_view WordsReason(const GivenValue& given, bool chosen) {
  const std::string_view value = given.assignment.text;
  const std::string_view reason = PlaceholderReason(value);
  if (reason.empty() || IsChosenNumber(given) || IsTakenFromManual(given)) return "";
  if (reason != kGenericWords) return reason;
  const bool bare = chosen ? IsBareWord(value, given.shape) : IsPlainlyGeneric(value, given.shape);
  return bare ? reason : "";
}

/// Code in a format that needs no quotes: `ReadFile(path);`, `f"{a}-{b}"`, `String)`.
bool IsExpression(std::string_view value) {
  const std::size_t open = value.find('(');
  const bool call = open != std::string_view::npos && open > 0 && IsLetter(value[open - 1]);
  const bool ends = value.ends_with(')') || value.ends_with(';');
  return call || ends || value.find_first_of("\"'") != std::string_view::npos;
}

/// `M224,48H32A16,16,0,0,0,16,64V192...`: the outline of an icon.
bool IsOutline(std::string_view value) {
  return value.size() > 24 && value.front() == 'M' && IsDigit(value[1]) &&
         value.find_first_not_of("MmLlHhVvCcSsQqTtAaZz0123456789,.- ") == value.npos &&
         std::ranges::count(value, ',') >= 2;
}

/// `'... SET apikey='.db_input($key)`: a text ends, and code goes on.
bool IsJoinedCode(std::string_view value) {
  if (value.starts_with("'.$") || value.starts_with("\".$")) return true;
  return value.size() > 4 && std::string_view(".+&").contains(value.front()) &&
         (IsLetter(value[1]) || value[1] == '$' || value[1] == '_') && value.contains('(');
}

/// `"password": "password1"` in data: what people take when they are asked for one.
bool IsNumberedPassword(const GivenValue& given) {
  if (given.sort != ValueSort::kPassword || !IsConfigKind(given.kind)) return false;
  const std::string_view value = given.assignment.text;
  return value.starts_with("password") && value.size() > 8 && value.size() <= 12 &&
         std::ranges::all_of(value.substr(8), IsDigit) && value != given.assignment.name;
}

std::string_view UnquotedReason(const GivenValue& given, std::string_view value) {
  if (given.assignment.quoted) return "";
  // ${PASSWORD:?say which}: what is said where it is missing.
  if (value.front() == '?') return "a message";
  // configuration["Broker:Password"]: the text is the name of what is looked up.
  if (value.ends_with('[')) return "a reference or an expression";
  if (IsUnquotedReference(value)) return "a reference or an expression";
  const Syntax syntax = SyntaxOf(given.kind);
  if (IsExpression(value)) return "a reference or an expression";
  const bool member =
      IsDottedName(value, given.shape) || value.contains("[\"") || value.contains("['");
  if (member && syntax != Syntax::kMarkup) return "a reference or an expression";
  return "";
}

/// `VITE_MAPS_KEY`, `NX_REACT_APP_API_KEY`: what is built into a page, for whoever opens it. What
/// calls itself secret was put there by mistake.
bool IsBuiltIntoPage(const GivenValue& given) {
  constexpr std::string_view kBegins[] = {"NEXT_PUBLIC_", "REACT_APP_",   "VITE_",
                                          "EXPO_PUBLIC_", "NUXT_PUBLIC_", "GATSBY_",
                                          "VUE_APP_",     "NX_PUBLIC_",   "NX_REACT_APP_"};
  const std::string_view name = given.assignment.name;
  return given.sort == ValueSort::kKey && StartsWithAny(name, kBegins) &&
         !HoldsAny(name, {{"SECRET", "PRIVATE"}});
}

/// `a3f01b`: a colour, the beginning of a hash; `abc123` is what people take.
bool IsShortHex(std::string_view value, const ValueShape& shape) {
  if (!shape.hex || shape.length > 6 || shape.digits == 0 || shape.letters == 0) return false;
  const std::size_t digits = value.find_first_of("0123456789");
  return digits == 0 || value.find_first_not_of("0123456789", digits) != value.npos;
}

bool IsNetworkAddress(std::string_view value) {
  return std::ranges::count(value, '.') == 3 &&
         value.find_first_not_of("0123456789.:/") == std::string_view::npos;
}

/// `Heslo`, `Palavra-chave`: what stands beside a field, in whatever language.
bool IsLabel(std::string_view value, const ValueShape& shape) {
  if (!IsUpper(value.front()) || shape.upper != 1 || shape.digits > 0) return false;
  return std::ranges::all_of(value, [](char c) { return IsLetter(c) || c == '-'; });
}

/// `sk_test_123`, `whsec_abc`: begins like a token of a provider, and is far too short for one.
bool IsShortToken(std::string_view value) {
  constexpr std::string_view kBegins[] = {"sk_test_", "sk_live_", "rk_test_", "rk_live_",
                                          "whsec_",   "ghp_",     "gho_",     "ghs_",
                                          "glpat-",   "xoxb-",    "xoxp-",    "shpat_"};
  constexpr std::size_t kLeast = 16;
  return std::ranges::any_of(kBegins, [&](std::string_view begin) {
    return value.starts_with(begin) && value.size() - begin.size() < kLeast;
  });
}

/// `0002_verifiablecredential`: a step of many, in the order of their numbers.
bool IsMigration(std::string_view value) {
  const std::size_t digits = value.find_first_not_of("0123456789");
  return digits == 4 && value[digits] == '_' && value.size() > 8 &&
         std::ranges::all_of(value, [](char c) { return IsLower(c) || IsDigit(c) || c == '_'; });
}

/// `Qu**dfUUU**`: part of it was taken out.
bool IsMasked(std::string_view value) {
  const std::size_t first = value.find("**");
  return first != value.npos && (value.find("**", first + 2) != value.npos || first == 0 ||
                                 value.find("***") != value.npos);
}

/// `the-client-secret-of-the-shop`: says which one belongs here.
bool IsDescribed(std::string_view value, const ValueShape& shape) {
  return shape.digits == 0 && shape.Coverage() >= 0.7 &&
         (value.starts_with("the-") || value.starts_with("the_")) &&
         std::ranges::count(value, value[3]) >= 2;
}

std::string_view FormReason(std::string_view value, const ValueShape& shape) {
  if (const auto reason = StoredFormReason(value); !reason.empty()) return reason;
  if (value.contains("://")) return "an address";
  if (value.contains("::") && shape.Coverage() >= 0.5) return "a qualified name";
  if (IsOutline(value)) return "the outline of an icon";
  if (IsMigration(value)) return "the name of a migration";
  if (value.starts_with("wJalrXUtnFEMI")) return "documented example";
  if (IsMasked(value)) return "a mask";
  if (IsShortToken(value)) return "no working token";
  if (IsDescribed(value, shape)) return "placeholder";
  if (IsJoinedCode(value)) return "a reference or an expression";
  // `token=3DeyJ...=` at the end of a line: a mail cuts it where the line is full.
  if (value.starts_with("3DeyJ")) return "half a token";
  if (value.starts_with("VARCHAR(") || value.starts_with("varchar(")) return "a type";
  if (IsMailAddress(value)) return "a mail address";
  if (IsPattern(value)) return "a pattern";
  if (IsMarkup(value)) return "markup or a format";
  if (IsSelector(value, shape)) return "a selector";
  if (const auto reason = StandInReason(value, shape); !reason.empty()) return reason;
  if (IsNetworkAddress(value)) return "an address";
  if (IsValidation(value)) return "a rule for values";
  if (IsPath(value, shape)) return "a path or a file";
  if (IsText(value, shape)) return "the words of a text";
  if (IsDottedName(value, shape)) return "a dotted name";
  return "";
}

}  // namespace

bool SaysItIsNone(std::string_view value) {
  return !LooksRandom(MeasureValue(value)) && !TellingWord(value).empty();
}

bool IsConfigKind(FileKind kind) {
  const Syntax syntax = SyntaxOf(kind);
  return syntax == Syntax::kYaml || syntax == Syntax::kKeyValue || syntax == Syntax::kShell ||
         syntax == Syntax::kMarkup || kind == FileKind::kJson;
}

bool IsSettingOfSecret(const GivenValue& given) {
  if (!IsConfigKind(given.kind) || given.shape.length < 8 || given.shape.blanks > 0) return false;
  return given.shape.digits < given.shape.length && given.sort == ValueSort::kKey &&
         IsUnmistakableName(given);
}

bool IsWeakWords(std::string_view value) {
  return value.size() >= 8 && IsGenericWords(value) &&
         !IsPlainlyGeneric(value, MeasureValue(value));
}

bool IsMixedWords(std::string_view value) {
  const ValueShape shape = MeasureValue(value);
  const bool mixed = shape.upper > 0 && shape.digits > 0;
  return IsWeakWords(value) && mixed && (shape.symbols > 0 || shape.digits >= 2);
}

bool IsGenericWords(std::string_view value) { return PlaceholderReason(value) == kGenericWords; }

std::string_view NoSecretReason(const GivenValue& given) {
  const std::string_view value = given.assignment.text;
  const ValueShape& shape = given.shape;
  if (value.size() < kShortest) return "too short";
  if (value.size() > kLongest) return "too long";
  if (IsWordOfLanguage(value)) return "a word of the language";
  if (IsBuiltIntoPage(given)) return "public by design";
  if (const auto reason = UnquotedReason(given, value); !reason.empty()) return reason;
  const bool chosen = IsChosenWords(given) || IsSettingOfSecret(given);
  if (const auto reason = WordsReason(given, chosen); !reason.empty()) return reason;
  const bool phrase = chosen && shape.blanks > 0 && (IsGenericWords(value) || IsTakenAsItIs(given));
  if (const auto reason = FormReason(value, shape); !reason.empty() && !phrase) return reason;
  if (HoldsVariable(value, given.kind)) return "a reference or an expression";
  if (IsStockDefault(value)) return "a stock default";
  const bool abbreviation = shape.upper == shape.length && shape.length <= 6;
  if (abbreviation && !IsConfigKind(given.kind)) return "an abbreviation";
  if (IsLabel(value, shape) && !IsConfigKind(given.kind)) return "a label";
  if (!LooksRandom(shape)) {
    if (const auto reason = TellingWord(value); !reason.empty()) return reason;
  }
  if (value.starts_with("eyJ") && std::ranges::count(value, '.') < 2) return "half a token";
  if (!IsNumberedPassword(given) && (RepeatsName(value, given.assignment.name) ||
                                     IsMadeOfName(value, given.assignment.name, shape)))
    return "repeats its name";
  if (given.sort == ValueSort::kKey && RepeatsNameWithNumber(value, given.assignment.name))
    return "repeats its name";
  if (IsAccessor(value)) return "the name of a function";
  const auto named = NamedThingReason(value, shape);
  // `acme-smoke-secret-not-for-prod` reads like a text.
  const bool says = chosen && shape.blanks == 0 && LowerCase(value).contains("secret");
  // INIT_ADMIN_TOKEN=shop-super-secret-token: a variable of the environment takes no other's name.
  const bool variable = std::ranges::none_of(given.assignment.name, IsLower);
  const bool words = named == "placeholder" || (says && named == "the words of a text") ||
                     (says && variable && named == "the name of a thing");
  if (!named.empty() && !(chosen && words)) return named;
  if (NamesASecret(value, shape) && !IsConfigKind(given.kind) && !chosen) return "names a secret";
  if (IsConstantName(value, shape) || IsUsageName(given.assignment, shape))
    return "the name of a constant";
  if (given.sort == ValueSort::kPassword && IsShortHex(value, shape)) return "a short number";
  if (given.sort == ValueSort::kKey && !chosen) {
    if (shape.length < 8) return "too short";
    if (shape.digits == shape.length) return "a number";
    if (IsNumberedName(value, shape)) return "the name of a thing";
    if (IsCounted(value)) return "alphabet run";
  }
  return "";
}

std::string_view WeakKeyReason(const GivenValue& given) {
  const ValueShape& shape = given.shape;
  if (given.sort != ValueSort::kKey || IsSettingOfSecret(given) || IsChosenWords(given)) return "";
  const bool kebab = shape.digits == 0 && shape.upper == 0 && shape.symbols > 0;
  if (kebab) return "does not look like a key";
  if (LooksRandom(shape) || shape.uuid) return "";
  if (shape.Coverage() >= 0.8 || IsGenericWords(given.assignment.text)) return "made of words";
  return shape.digits == 0 ? "does not look like a key" : "";
}

}  // namespace gonogo
