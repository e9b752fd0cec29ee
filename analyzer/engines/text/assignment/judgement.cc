#include "analyzer/engines/text/assignment/judgement.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/chosen_value.h"
#include "analyzer/engines/text/assignment/common_words.h"
#include "analyzer/engines/text/assignment/named_thing.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/engines/text/assignment/surroundings.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/assignment/test_signs.h"

namespace gonogo {
namespace {

constexpr double kPossibleFrom = 2.0;
constexpr double kLikelyFrom = 3.5;

bool IsPassword(const Evidence& e) { return e.given.sort == ValueSort::kPassword; }
bool IsKey(const Evidence& e) { return e.given.sort == ValueSort::kKey; }
bool IsExactName(const Evidence& e) { return IsKey(e) && e.name.contains(' '); }

int CharacterClasses(const ValueShape& shape) {
  return (shape.letters > 0) + (shape.digits > 0) + (shape.symbols > 0);
}

bool IsMixed(const Evidence& e) {
  return !IsValueRandom(e) && CharacterClasses(e.given.shape) == 3;
}

bool IsLettersAndDigits(const Evidence& e) {
  const ValueShape& shape = e.given.shape;
  return !IsValueRandom(e) && CharacterClasses(shape) == 2 && shape.letters > 0 && shape.digits > 0;
}

bool IsLettersAndSymbols(const Evidence& e) {
  const ValueShape& shape = e.given.shape;
  return !IsValueRandom(e) && CharacterClasses(shape) == 2 && shape.letters > 0 &&
         shape.symbols > 0;
}

bool IsUnusualWord(const Evidence& e) {
  const ValueShape& shape = e.given.shape;
  return !IsValueRandom(e) && CharacterClasses(shape) == 1 && shape.letters >= 6 &&
         shape.Coverage() < 0.5;
}

bool IsWords(const Evidence& e) {
  return IsMadeOfWords(e.given.shape) && e.given.shape.digits == 0;
}
bool IsWordsInConfig(const Evidence& e) { return IsWords(e) && IsGivenInConfig(e); }
bool IsWordsInCode(const Evidence& e) { return IsWords(e) && !IsGivenInConfig(e); }

bool IsGeneric(const Evidence& e) { return IsGenericWords(e.given.assignment.text); }
bool NamesSecret(const Evidence& e) { return NamesASecret(e.given.assignment.text, e.given.shape); }

/// Words in one run of small letters, as people make passwords and nobody names things.
bool IsRunTogether(const Evidence& e) {
  const std::string_view value = e.given.assignment.text;
  return IsWords(e) && value.size() >= 7 && std::ranges::all_of(value, IsLower) &&
         !IsCommonWord(value);
}

/// In tests, examples and manuals people write what looks like a password; only chance makes it
/// likely that it is one of something else.
bool IsWeakPlace(const Evidence& e) {
  return e.role == FileRole::kTest || e.role == FileRole::kExample ||
         e.role == FileRole::kDocumentation;
}

/// `JWT_SECRET=shop-dev`: nothing else than a secret is given to this name.
bool IsUnmistakable(const Evidence& e) {
  const bool somebodys = IsWeakPlace(e) && LowerCase(e.given.assignment.text).starts_with("my");
  return IsKey(e) && IsSettingOfSecret(e.given) && !somebodys;
}

/// Words that are no reason against it, where only a secret can be meant.
bool IsChosen(const Evidence& e) {
  return IsChosenWords(e.given) && (IsWordsInCode(e) || IsGeneric(e) || NamesSecret(e));
}
bool IsChosenPassword(const Evidence& e) { return IsPassword(e) && IsChosen(e); }
bool IsChosenKey(const Evidence& e) { return IsKey(e) && IsChosen(e); }

bool IsNumber(const Evidence& e) {
  return e.given.shape.digits == e.given.shape.length && !IsChosenNumber(e.given);
}
bool IsUuid(const Evidence& e) { return e.given.shape.uuid; }
/// An enumeration of things that are called so: nobody takes a UUID for a password of a product.
bool IsUuidOfCode(const Evidence& e) {
  return IsUuid(e) && IsPassword(e) && !IsGivenInConfig(e) && e.role == FileRole::kProduct;
}
bool IsComparison(const Evidence& e) {
  return e.given.assignment.form == AssignmentForm::kComparison;
}
bool IsDirect(const Evidence& e) {
  const AssignmentForm form = e.given.assignment.form;
  return form == AssignmentForm::kSetter || form == AssignmentForm::kOption ||
         form == AssignmentForm::kPair;
}

bool HasUserBeside(const Evidence& e) {
  const std::string lower = LowerCase(e.around);
  constexpr std::string_view kWords[] = {"username",  "user",     "login",   "email",
                                         "client_id", "clientid", "account", "userid"};
  return std::ranges::any_of(kWords,
                             [&](std::string_view word) { return HoldsWholeWord(lower, word); });
}

bool HasHostBeside(const Evidence& e) {
  const std::string lower = LowerCase(e.around);
  constexpr std::string_view kWords[] = {"host",     "hostname", "server", "endpoint", "jdbc",
                                         "database", "smtp",     "dbname", "port",     "url"};
  return std::ranges::any_of(kWords,
                             [&](std::string_view word) { return HoldsWholeWord(lower, word); });
}

/// `user: shop` beside `password: shop`.
bool EqualsUser(const Evidence& e) {
  const std::string_view value = e.given.assignment.text;
  if (e.given.shape.digits > 0) return false;
  for (std::size_t at = e.around.find(value); at != e.around.npos;
       at = e.around.find(value, at + 1)) {
    const std::size_t from = at > 24 ? at - 24 : 0;
    const std::string before = LowerCase(e.around.substr(from, at - from));
    const std::size_t line = before.rfind('\n');
    const std::string_view own = std::string_view(before).substr(line == before.npos ? 0 : line);
    const bool user = own.contains("user") || own.contains("login") || own.contains("uid") ||
                      own.contains("_db") || own.contains("database");
    if (user && !own.contains("pass") && !own.contains("pwd")) return true;
  }
  return false;
}

bool IsGivenInData(const Evidence& e) {
  return IsGivenInConfig(e) || e.given.kind == FileKind::kToml;
}
bool EqualsUserInConfig(const Evidence& e) { return IsGivenInData(e) && EqualsUser(e); }
bool EqualsUserInCode(const Evidence& e) { return !IsGivenInData(e) && EqualsUser(e); }

/// `pass` is also what a test, a compiler or a traveller does.
bool IsOnlyPass(const Evidence& e) {
  constexpr std::string_view kSteps[] = {"first",  "second", "third", "one",    "two",  "multi",
                                         "single", "render", "depth", "shadow", "post", "pre",
                                         "final",  "last",   "by",    "high",   "low",  "band",
                                         "filter", "scale",  "encode"};
  if (e.name != "pass") return false;
  // `pass: adminpw`: no step ends so.
  if (IsGivenInConfig(e) && e.given.assignment.text.ends_with("pw")) return false;
  if (std::ranges::find(kSteps, WordBeforeName(e)) != std::end(kSteps)) return true;
  const std::string lower = LowerCase(e.given.assignment.name);
  const std::string_view last = std::string_view(lower).substr(lower.find_last_of(".>:") + 1);
  return last.starts_with("pass") && !last.starts_with("password");
}

/// An application's key names it where its secret proves it.
bool IsIdOfApplication(const Evidence& e) {
  const std::string lower = LowerCase(e.around);
  if (e.name == "access key" && !IsValueRandom(e)) {
    return lower.contains("secretkey") || lower.contains("secret_key") ||
           lower.contains("secret-key") || lower.contains("secret_access");
  }
  // "accessKey": "AKLT...", "accessSecret": "X": the half that proves it was taken out.
  if (e.name == "access key")
    return lower.contains("secret\":\"x\"") || lower.contains("secret\":\"x=");
  if (e.name != "app key") return false;
  return lower.contains("appsecret") || lower.contains("app_secret") ||
         lower.contains("app-secret");
}

/// The members of a cluster know each other by a token that may be any name.
bool IsNameOfCluster(const Evidence& e) {
  return !IsValueRandom(e) && e.name == "token" && WordBeforeName(e) == "cluster";
}

/// The databases of a build server live as long as the build.
bool IsOfBuild(const Evidence& e) { return e.pipeline && !IsValueRandom(e); }

bool IsProse(const Evidence& e) {
  return SyntaxOf(e.given.kind) == Syntax::kText && !e.given.assignment.quoted && !IsValueRandom(e);
}

bool IsComment(const Evidence& e) { return e.commented || IsCommentedLine(e.before); }

bool IsDocumentation(const Evidence& e) { return e.role == FileRole::kDocumentation; }

/// `"password": "supersecret"` where somebody shows how a call looks.
bool IsShown(const Evidence& e) {
  const bool shows = IsDocumentation(e) || IsComment(e) || e.role == FileRole::kExample ||
                     e.role == FileRole::kGenerated;
  const bool plain = std::ranges::all_of(
      e.given.assignment.text, [](char c) { return IsLetter(c) || c == '-' || c == '_'; });
  return shows && plain && IsGeneric(e);
}

/// `originalpassword`, `user1RealPassword`, `badpass`: what a test calls the password that it
/// needs.
bool IsNamedForTest(const Evidence& e) {
  if (e.role != FileRole::kTest || IsGivenInConfig(e) || e.given.shape.digits > 1) return false;
  if (IsChosenWords(e.given)) return false;
  const std::string lower = LowerCase(e.given.assignment.text);
  if (lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") != lower.npos) return false;
  if (lower.contains("password")) return true;
  constexpr std::string_view kBeginnings[] = {"newpass", "oldpass", "badpass", "goodpass"};
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view word) { return lower.starts_with(word); });
}

/// `keycloak_db_user_password`, `myadminpassword`: where a manual or a sample says which one
/// belongs there.
bool IsNamedForExample(const Evidence& e) {
  if (e.role != FileRole::kExample && e.role != FileRole::kDocumentation) return false;
  if (e.given.shape.digits > 0 || e.given.shape.blanks > 0) return false;
  const std::string lower = LowerCase(e.given.assignment.text);
  if (IsKey(e)) return lower.starts_with("my-") || lower.starts_with("my_");
  if (lower.find_first_not_of("abcdefghijklmnopqrstuvwxyz-_") != lower.npos) return false;
  if (!lower.ends_with("password") && !lower.ends_with("passwd")) return false;
  constexpr std::string_view kBeginnings[] = {"my", "super", "very", "some", "secure"};
  const auto joints = std::ranges::count_if(lower, [](char c) { return c == '-' || c == '_'; });
  return joints >= 3 || std::ranges::any_of(kBeginnings, [&](std::string_view word) {
           return lower.starts_with(word);
         });
}

/// `OLD_PASSWORD = "legacypassword"` in a list of columns or fields: which of two it is.
bool IsNameOfField(const Evidence& e) {
  constexpr std::string_view kWhich[] = {"old",    "new",     "current", "confirm", "legacy",
                                         "repeat", "retype",  "verify",  "user",    "original",
                                         "plain",  "initial", "reset",   "forgot",  "change"};
  if (e.role != FileRole::kProduct || !IsPassword(e) || IsGivenInConfig(e)) return false;
  std::string_view value = e.given.assignment.text;
  if (!value.ends_with("password") || !std::ranges::all_of(value, IsLower)) return false;
  value.remove_suffix(std::string_view("password").size());
  return std::ranges::find(kWhich, value) != std::end(kWhich);
}

/// `#ADMIN_PASS: letsdivein`: a setting that is switched off shows how it would be written.
bool IsSettingSwitchedOff(const Evidence& e) {
  const FileKind kind = e.given.kind;
  // A script shows in its comments how it is called; what stands behind the mark alone is off.
  const bool alone = e.before.find_first_not_of("# \t") == e.before.npos;
  const bool lines = kind == FileKind::kToml || kind == FileKind::kText || kind == FileKind::kSql;
  const bool setting = IsGivenInConfig(e) || lines;
  return IsComment(e) && setting && (SyntaxOf(e.given.kind) != Syntax::kShell || alone);
}

/// The same in a file that is an example as a whole, whatever the value looks like.
bool IsExampleSwitchedOff(const Evidence& e) {
  return IsComment(e) && IsGivenInConfig(e) && e.role == FileRole::kExample;
}

/// `STORAGE_KEY = "shop-cart-seen:v1"`: under what a page keeps something in the browser.
bool IsKeyOfStorage(const Evidence& e) {
  return e.name == "storage key" && !IsGivenInConfig(e) && e.given.shape.length < 40;
}

/// A token of a test that is only told apart from the next one: `beef2001`.
bool IsShortForTest(const Evidence& e) {
  const bool token = e.name == "token";
  const std::size_t enough = token ? 12 : IsKey(e) ? 9 : 5;
  return e.role == FileRole::kTest && !IsGivenInConfig(e) && e.given.shape.length < enough;
}

/// `# password: shop_db_password`: what somebody writes who has switched the line on.
bool IsSwitchedOff(const Evidence& e) { return IsComment(e) && NamesSecret(e); }

/// The answer of a server that a manual or a comment shows: what it gave out has expired.
bool IsPassedToken(const Evidence& e) {
  constexpr std::string_view kNames[] = {"token",      "access token", "refresh token",
                                         "auth token", "session key",  "bearer"};
  if (!(IsDocumentation(e) || IsComment(e)) ||
      std::ranges::find(kNames, e.name) == std::end(kNames))
    return false;
  if (IsDocumentation(e) && IsUuid(e)) return true;  // of a session that a manual shows
  // `"token": "LoqX..."` in what a server answers
  if (IsDocumentation(e) && e.given.assignment.name == "token" && e.before.ends_with('"'))
    return true;
  const std::string lower = LowerCase(e.around);
  return lower.contains("expire") || lower.contains("session token") ||
         lower.contains("token_type") || lower.contains("refresh") || lower.contains("\"msg\"") ||
         lower.contains("\"code\"");
}

bool IsOfDocumentedCode(const Evidence& e) { return e.documented && !IsGivenInConfig(e); }

bool IsCommentOfCode(const Evidence& e) {
  const bool code = SyntaxOf(e.given.kind) == Syntax::kCode && !IsGivenInConfig(e) &&
                    e.given.kind != FileKind::kToml;
  return code && IsComment(e) && !e.documented;
}

/// "the user and the password: whoever has them ...": a word of a sentence that goes on.
bool GoesOnInWords(const Evidence& e) {
  const std::string_view word = e.given.assignment.text;
  if (!std::ranges::all_of(word, IsLower)) return false;
  const auto lower_word = [](std::string_view& rest) {
    if (rest.size() < 2 || rest[0] != ' ' || !IsLower(rest[1])) return false;
    rest.remove_prefix(1);
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz")));
    return true;
  };
  for (std::size_t at = e.around.find(word); at != e.around.npos;
       at = e.around.find(word, at + 1)) {
    std::string_view rest = e.around.substr(at + word.size());
    if (e.around.substr(0, at).ends_with(": ") && lower_word(rest) && lower_word(rest)) return true;
  }
  return false;
}

/// "Log in as admin, password: ..." in a manual: where something that is running lets people in.
/// In a block of code only as people write it: `Password: ...`.
bool IsToldLogin(const Evidence& e) {
  const Assignment& given = e.given.assignment;
  if (!IsDocumentation(e) || !IsPassword(e) || given.form != AssignmentForm::kAssignment)
    return false;
  const bool alone =
      given.name.size() == e.name.size() && !e.before.ends_with('"') && !e.before.ends_with('\'');
  const bool plain = !given.quoted || e.around.contains("`" + given.text + "`");
  return alone && plain && (!e.fenced || IsUpper(given.name.front())) && HasUserBeside(e) &&
         !GoesOnInWords(e);
}

constexpr Sign kSigns[] = {
    {"its name means a password", 2.0, IsPassword},
    {"its name means a key or a token", 1.0, IsKey},
    {"its name is exact", 0.5, IsExactName},
    {"its name is that of a setting for a secret", 1.0, IsUnmistakable},
    {"its value looks random", 2.5, IsValueRandom},
    {"its value mixes letters, digits and symbols", 1.5, IsMixed},
    {"its value mixes letters and digits", 1.0, IsLettersAndDigits},
    {"its value mixes letters and symbols", 0.5, IsLettersAndSymbols},
    {"its value is no common word", 0.5, IsUnusualWord},
    {"its value is made of common words", -0.5, IsWordsInConfig},
    {"its value is made of common words, in code", -1.5, IsWordsInCode},
    {"its words are run together", 1.5, IsRunTogether},
    {"its value is made of generic words", -0.5, IsGeneric},
    {"its value names a secret", -0.5, NamesSecret},
    {"people choose it for a password", 2.5, IsChosenPassword},
    {"people choose it for a secret", 3.5, IsChosenKey},
    {"its value is a number", -1.0, IsNumber},
    {"its value is a UUID", -0.5, IsUuid},
    {"its value is a UUID, in code", -2.5, IsUuidOfCode},
    {"its name is that of an application", -5.0, IsIdOfApplication},
    {"its name is that of a cluster", -1.5, IsNameOfCluster},
    {"it serves a build", -1.0, IsOfBuild},
    {"its name is no more than pass", -1.5, IsOnlyPass},
    {"it stands in prose", -1.5, IsProse},
    {"it equals the user", -2.0, EqualsUserInCode},
    {"it equals the user, in a configuration", -1.0, EqualsUserInConfig},
    {"it is compared with", -0.5, IsComparison},
    {"it is handed over directly", 0.5, IsDirect},
    {"it stands in a configuration", 0.5, IsGivenInConfig},
    {"a user stands beside it", 0.5, HasUserBeside},
    {"a host or a database stands beside it", 0.5, HasHostBeside},
    {"it stands in a comment", -0.5, IsComment},
    {"its value is made of generic words, in an example", -2.0, IsShown},
    {"it names a secret, in a comment", -2.0, IsSwitchedOff},
    {"it names a secret, in a test", -2.0, IsNamedForTest},
    {"it is the name of a field", -3.0, IsNameOfField},
    {"it says what it is, in an example", -3.0, IsNamedForExample},
    {"it is switched off, in an example", -3.0, IsExampleSwitchedOff},
    {"it is short, in a test", -1.0, IsShortForTest},
    {"its name is that of a place in a storage", -3.0, IsKeyOfStorage},
    {"it is a setting that is switched off", -5.0, IsSettingSwitchedOff},
    {"it stands in documentation", -0.5, IsDocumentation},
    {"it is a token that has expired", -4.0, IsPassedToken},
    {"it is refused, in a test", -3.5, IsRefused},
    {"it is what a test expects", -4.5, IsExpected},
    {"a test compares with it", -1.0, IsCompared},
    {"it is an identifier in a message, in a test", -3.0, IsUuidOfMessage},
    {"it is the old one or the new one, in a test", -2.0, IsOldOrNew},
    {"it is what a test takes apart or makes up", -3.0, IsForm},
    {"it is to be hidden, in a test", -4.0, IsToBeHidden},
    {"it is an identifier, in a test", -2.0, IsIdOfTest},
    {"it is one of a sort, in a test", -3.0, IsOfSort},
    {"it is a sample of a manual, in a test", -3.5, IsSampleOfManual},
    {"it is part of what a test expects", -5.0, IsPartOfExpected},
    {"it shows how code is used", -3.0, IsOfDocumentedCode},
    {"it stands in a comment of the code", -4.0, IsCommentOfCode},
    {"a manual tells it to those who log in", 4.0, IsToldLogin},
};

/// What a manual uses in every example was made up for them.
bool IsSampleEverywhere(const SecretSpread& spread) {
  return spread.files >= 8 && spread.samples == spread.places &&
         spread.manuals * 2 >= spread.places;
}

/// What a manual shows once was made up for that line; what it comes back to is that of something
/// that it describes.
bool IsOnceInManual(const SecretSpread& spread) {
  return spread.places == 1 && spread.manuals == 1;
}

/// `clientSecret: "google-secret"` in one place of a test's code: how it calls the thing, not what
/// opens something. What works is known to a second place.
bool IsOnceInTest(const SecretSpread& spread) { return spread.places == 1 && spread.worded == 1; }

constexpr SpreadSign kSpreadSigns[] = {
    {"it is made of words and stands once in a test and nowhere else", -5.0, IsOnceInTest},
    {"it stands in many samples and nowhere else", -1.0, IsSampleEverywhere},
    {"it stands once in documentation and nowhere else", -1.5, IsOnceInManual},
};

Confidence ConfidenceOf(double score) {
  if (score >= kLikelyFrom) return Confidence::kLikely;
  return score >= kPossibleFrom ? Confidence::kPossible : Confidence::kNone;
}

}  // namespace

std::span<const Sign> Signs() { return kSigns; }
std::span<const SpreadSign> SpreadSigns() { return kSpreadSigns; }

Judgement Judge(const Evidence& evidence) {
  Judgement judgement;
  for (const Sign& sign : kSigns) {
    if (!sign.holds(evidence)) continue;
    judgement.score += sign.weight;
    judgement.signs.push_back(&sign);
  }
  judgement.confidence = ConfidenceOf(judgement.score);
  const bool worded = IsWords(evidence) || IsGeneric(evidence);
  const bool words = (IsKey(evidence) && worded) || EqualsUser(evidence);
  const bool certain = IsValueRandom(evidence) || !(IsWeakPlace(evidence) || words);
  if (!certain) judgement.confidence = std::min(judgement.confidence, Confidence::kPossible);
  return judgement;
}

double WeakScore(double score) { return std::clamp(score, 0.1, kPossibleFrom - 0.1); }

bool IsWeakScore(double score) { return score != 0 && score < kPossibleFrom; }

SpreadJudgement JudgeSpread(double score, const SecretSpread& spread) {
  SpreadJudgement judgement;
  judgement.score = score;
  for (const SpreadSign& sign : kSpreadSigns) {
    if (!sign.holds(spread)) continue;
    judgement.score += sign.weight;
    judgement.signs.push_back(&sign);
  }
  judgement.confidence = ConfidenceOf(judgement.score);
  return judgement;
}

}  // namespace gonogo
