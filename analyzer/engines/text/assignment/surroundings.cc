#include "analyzer/engines/text/assignment/surroundings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/example_place.h"
#include "analyzer/engines/text/assignment/syntax.h"
#include "analyzer/engines/text/held_words.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kLongestLine = 240;

/// Files whose values are shown to people in their language.
bool IsOfTexts(std::string_view path) {
  constexpr std::string_view kFolders[] = {
      "locale",       "locales",       "i18n",      "l10n",        "lang",
      "langs",        "language",      "languages", "translation", "translations",
      "localization", "localizations", "nls",       "intl",        "messages"};
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = LowerCase(path.substr(at, end - at));
    if (std::ranges::find(kFolders, part) != std::end(kFolders)) return true;
    if (end == path.size()) {
      return part.starts_with("messages") || part.ends_with(".arb") || part.ends_with(".po") ||
             part.ends_with(".resx") || part == "strings.xml" || part.ends_with(".strings") ||
             part.contains("locale") || part.contains("translation") || part.contains("i18n");
    }
    at = end + 1;
  }
  return false;
}

/// `labels_de.properties`, `fr.json`, `app.en-US.yml`: the file's name ends in a language.
bool IsOfALanguage(std::string_view path) {
  constexpr std::string_view kLanguages[] = {"ar", "bg", "cs", "da", "de", "el", "en", "es", "et",
                                             "fa", "fi", "fr", "he", "hi", "hr", "hu", "ja", "ko",
                                             "lt", "lv", "nb", "nl", "no", "pl", "pt", "ro", "ru",
                                             "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh"};
  std::string_view stem = path.substr(path.rfind('/') + 1);
  stem = stem.substr(0, stem.rfind('.'));
  const auto ends = [&](std::string_view name) {
    const std::string_view last = name.substr(name.find_last_of("._-") + 1);
    return std::ranges::find(kLanguages, LowerCase(last)) != std::end(kLanguages);
  };
  if (ends(stem)) return true;
  const std::size_t region = stem.find_last_of("_-");
  return region != stem.npos && stem.size() - region <= 5 && ends(stem.substr(0, region));
}

/// Keys that a page shows to every visitor.
bool IsForVisitors(std::string_view line) {
  constexpr std::string_view kWords[] = {
      "cf-beacon",    "recaptcha",    "hcaptcha",    "turnstile", "sitekey",   "site_key",
      "publishable",  "qm.qq.com",    "posthog",     "mixpanel",  "amplitude", "docsearch",
      "segment_api",  "segment_w",    "badge.svg",   "/badge",    "alt=media", "zoom.us/j/",
      "star-history", "chatwoot_sdk", "websitetoken"};
  return HoldsAny(LowerCase(line), kWords);
}

/// The search box of a page, whose key every visitor gets; what a program reports its errors with.
bool IsSearchOfPage(const ValuePlace& place) {
  const std::uint64_t from =
      place.value.begin > kLongestLine ? place.value.begin - kLongestLine : 0;
  const std::string around =
      LowerCase(place.text.substr(from, place.value.end - from + kLongestLine));
  return around.contains("algolia") || around.contains("docsearch") ||
         around.contains("bugsnag.") || around.contains("indexname");
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r,;";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return "";
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string_view Unquoted(std::string_view text) {
  const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
                      text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

struct Entry {
  std::string_view name;
  std::string_view value;
};

/// What a line gives to a name: behind the first colon or equals sign.
Entry EntryOf(std::string_view line) {
  line = Trimmed(line.substr(0, line.find(" # ")));
  if (line.empty() || std::string_view("#/*!<").contains(line.front())) return {};
  const std::size_t sign = line.find_first_of(":=");
  if (sign == line.npos) return {};
  std::string_view value = line.substr(sign + 1);
  if (value.starts_with('>') || value.starts_with('=')) value.remove_prefix(1);
  return {Unquoted(Trimmed(line.substr(0, sign))), Unquoted(Trimmed(value))};
}

/// The entries of the lines around, four on each side, as far as they are short.
std::vector<Entry> ReadNeighbours(const ValuePlace& place) {
  constexpr std::uint64_t kFar = 4 * kLongestLine;
  constexpr int kLines = 4;
  std::vector<Entry> found;
  const auto add = [&](std::string_view line) {
    const Entry entry = EntryOf(line);
    if (!entry.value.empty()) found.push_back(entry);
  };
  const std::string_view before = place.text.substr(
      place.value.begin > kFar ? place.value.begin - kFar : 0, std::min(place.value.begin, kFar));
  std::size_t end = before.rfind('\n');
  for (int i = 0; i < kLines && end != before.npos && end > 0; ++i) {
    const std::size_t begin = before.rfind('\n', end - 1);
    if (begin == before.npos && before.size() == kFar) break;
    add(before.substr(begin + 1, end - begin - 1));
    end = begin;
  }
  std::string_view after = place.text.substr(place.value.end, kFar);
  for (int i = 0; i <= kLines && !after.empty(); ++i) {
    const std::size_t next = after.find('\n');
    if (next == after.npos) break;
    if (i > 0) add(after.substr(0, next));
    after.remove_prefix(next + 1);
  }
  return found;
}

/// At least three, and more than half.
bool AreMost(const std::vector<Entry>& entries, const auto& is) {
  const auto count = std::ranges::count_if(entries, is);
  return count >= 3 && static_cast<std::size_t>(count) * 2 > entries.size();
}

/// Words of any language with blanks between them, or letters beyond ASCII.
bool IsPhrase(const Entry& entry) {
  const std::string_view value = entry.value;
  if (value.size() < 4 || value.size() > 400) return false;
  if (value.find_first_of("(){}[]$=;") != value.npos) return false;
  const bool foreign =
      std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return foreign || (IsLetter(value.front()) && value.find(' ') != value.npos);
}

std::string Letters(std::string_view text) {
  std::string letters = LowerCase(text);
  std::erase_if(letters, [](char c) { return !IsLower(c); });
  return letters;
}

/// `email: 'emailField'`: one of the two says what the other says.
bool NamesItself(const Entry& entry) {
  const std::string name = Letters(entry.name);
  const std::string value = Letters(entry.value);
  if (name.size() < 4 || value.size() < 4) return false;
  return name.contains(value) || value.contains(name);
}

bool IsAboutSecrets(std::string_view text) {
  constexpr std::string_view kSecrets[] = {"secret", "key", "token", "pass", "salt", "pwd"};
  return HoldsAny(LowerCase(text), kSecrets);
}

constexpr std::string_view kHexAndDash = "0123456789abcdef-";

/// Hex digits, as many as the value has, for a name that means no secret: a table of checksums.
bool IsSuchHash(const Entry& entry, std::size_t length) {
  return entry.value.size() == length && !IsAboutSecrets(entry.name) &&
         entry.value.find_first_not_of(kHexAndDash) == entry.value.npos;
}

/// A text in code that shows a block of code itself: "for instance:\n```bash\n...".
bool IsInFenceOfText(const ValuePlace& place) {
  return SyntaxOf(place.kind) == Syntax::kCode &&
         LineBefore(place.text, place.value.begin).contains("```");
}

/// `openapi/routes/auth.ts`: code that describes calls, with samples of what they take.
bool IsDescriptionOfApi(const ValuePlace& place) {
  return SyntaxOf(place.kind) == Syntax::kCode && place.kind != FileKind::kJson &&
         (place.path.contains("openapi/") || place.path.contains("swagger/"));
}

std::string_view ValueOf(const ValuePlace& place) {
  return place.text.substr(place.value.begin, place.value.end - place.value.begin);
}

/// `string: "stacked-input", email: "stacked-input", ...`: it is given to names of all kinds.
bool IsGivenToAll(const std::vector<Entry>& around, std::string_view value) {
  return std::ranges::count_if(around, [&](const Entry& entry) {
           return entry.value == value && !IsAboutSecrets(entry.name);
         }) >= 3;
}

bool StandsAmongHashes(const ValuePlace& place) {
  const std::string_view value = ValueOf(place);
  if (value.size() < 28 || value.find_first_not_of(kHexAndDash) != value.npos) return false;
  return AreMost(ReadNeighbours(place),
                 [&](const Entry& entry) { return IsSuchHash(entry, value.size()); });
}

}  // namespace

bool IsTranslation(std::string_view path, FileKind kind) {
  return (SyntaxOf(kind) != Syntax::kCode || kind == FileKind::kJson) && IsOfTexts(path);
}

std::string_view PlaceReason(const ValuePlace& place) {
  if (IsSearchOfPage(place)) return "public by design";
  if (IsForVisitors(LineBefore(place.text, place.value.begin))) return "public by design";
  if (IsOfTexts(place.path)) return "a translation";
  if (IsTestOfSecrets(place.path)) return "an input of a test";
  if (IsDescriptionOfApi(place) || IsInFenceOfText(place)) return "an example";
  if (place.path.contains(".stories.") || place.path.contains(".story.")) return "an example";
  if (place.path.ends_with(".lock") || StandsAmongHashes(place)) return "one of many checksums";
  return IsExamplePlace(place) ? "an example" : "";
}

std::string_view TextPlaceReason(const ValuePlace& place) {
  const Syntax syntax = SyntaxOf(place.kind);
  if (syntax == Syntax::kText || syntax == Syntax::kShell) return "";
  if (syntax != Syntax::kCode || place.kind == FileKind::kJson) {
    if (IsOfALanguage(place.path)) return "a translation";
  }
  const std::vector<Entry> around = ReadNeighbours(place);
  if (IsGivenToAll(around, ValueOf(place))) return "one of a list of names";
  if (AreMost(around, IsPhrase)) return "one of the texts of a page";
  return IsAboutSecrets(ValueOf(place)) && AreMost(around, NamesItself) ? "one of a list of names"
                                                                        : "";
}

// `password_test.go`, `RedactorTest.java`: what these are given opens nothing.
bool IsAllowListOfScanner(std::string_view path) {
  constexpr std::string_view kBeginnings[] = {".gitallowed",  ".gitleaks",      "gitleaks.toml",
                                              ".trufflehog",  "trufflehog",     ".secrets.baseline",
                                              ".gitguardian", ".secretlintrc",  ".talismanrc",
                                              ".ggshield",    ".secretsignore", "secrets.baseline"};
  const std::string name = LowerCase(path.substr(path.rfind('/') + 1));
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view begin) { return name.starts_with(begin); });
}

bool IsTestOfWriting(std::string_view path) {
  constexpr std::string_view kSubjects[] = {"parser",   "parsing",   "encod",   "decod",
                                            "escap",    "serializ",  "marshal", "validat",
                                            "jsontest", "json_test", "xmltest", "roundtrip"};
  return HoldsAny(LowerCase(path.substr(path.rfind('/') + 1)), kSubjects);
}

bool IsTestOfSecrets(std::string_view path) {
  constexpr std::string_view kSubjects[] = {"redact", "sanitiz",  "sanitis",
                                            "mask",   "strength", "scrub"};
  constexpr std::string_view kWhole[] = {
      "password_test.", "passwords_test.", "test_password.",  "test_passwords.", "passwordtest.",
      "password.test.", "password.spec.",  "password_spec.",  "passwordutil",    "passwordvalidat",
      "password_valid", "passwordpolicy",  "password_policy", "password_util"};
  const std::string name = LowerCase(path.substr(path.rfind('/') + 1));
  constexpr std::string_view kPolicies[] = {"passwordpolicy", "password_policy", "password-policy"};
  if (HoldsAny(name, kPolicies) && LowerCase(path).contains("test")) return true;
  constexpr std::string_view kOfTests[] = {"test", "spec", "fixture"};
  if (!HoldsAny(name, kOfTests)) return false;
  return HoldsAny(name, kSubjects) || std::ranges::any_of(kWhole, [&](std::string_view whole) {
           return name.starts_with(whole);
         });
}

bool IsPipeline(std::string_view path) {
  constexpr std::string_view kPaths[] = {".github/",           ".gitlab-ci",  "azure-pipelines",
                                         ".circleci/",         ".travis.yml", ".drone.yml",
                                         "appveyor.yml",       ".semaphore/", ".woodpecker",
                                         ".buildkite/",        ".ci/",        ".cirrus.yml",
                                         "cloudbuild.",        "Jenkinsfile", ".teamcity/",
                                         "bitbucket-pipelines"};
  return HoldsAny(path, kPaths);
}

bool IsInBlockComment(std::string_view text, std::uint64_t at, FileKind kind) {
  const bool markup = SyntaxOf(kind) == Syntax::kMarkup;
  if (SyntaxOf(kind) != Syntax::kCode && !markup) return false;
  constexpr std::uint64_t kFar = 4096;
  const std::string_view before = text.substr(at > kFar ? at - kFar : 0, std::min(at, kFar));
  const std::size_t open = before.rfind(markup ? "<!--" : "/*");
  if (open == before.npos || before.find(markup ? "-->" : "*/", open) != before.npos) return false;
  const std::string_view line = LineBefore(before, open);
  return line.find_first_not_of(" \t") == line.npos;
}

bool IsCommentedLine(std::string_view before) {
  constexpr std::string_view kBegins[] = {"//",  "#",    "*",    "/*",  "{/*",
                                          "-- ", "<!--", "REM ", "rem "};
  constexpr std::string_view kDirectives[] = {"#define", "#[", "#!", "#pragma", "#if"};
  before.remove_prefix(std::min(before.find_first_not_of(" \t"), before.size()));
  // `;password = v`: no statement begins so, a line of an INI file that is switched off does.
  if (before.starts_with(';') && (before.size() == 1 || IsLetter(before[1]) || before[1] == ' '))
    return true;
  const auto begins = [&](std::string_view begin) { return before.starts_with(begin); };
  return std::ranges::any_of(kBegins, begins) && std::ranges::none_of(kDirectives, begins);
}

std::string_view LineBefore(std::string_view text, std::uint64_t at) {
  std::string_view before =
      text.substr(at > kLongestLine ? at - kLongestLine : 0, std::min(at, kLongestLine));
  before.remove_prefix(std::min(before.rfind('\n') + 1, before.size()));
  return before;
}

}  // namespace gonogo
