#include "analyzer/engines/text/assignment/surroundings.h"

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/example_place.h"
#include "analyzer/engines/text/assignment/syntax.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kLongestLine = 240;

template <std::size_t N>
bool HoldsAny(std::string_view text, const std::string_view (&words)[N]) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.contains(word); });
}

/// Files whose values are shown to people in their language.
bool IsTranslation(std::string_view path) {
  constexpr std::string_view kFolders[] = {
      "locale",    "locales",     "i18n",         "l10n",         "lang", "langs", "language",
      "languages", "translation", "translations", "localization", "nls",  "intl",  "messages"};
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string part = LowerCase(path.substr(at, end - at));
    if (std::ranges::find(kFolders, part) != std::end(kFolders)) return true;
    if (end == path.size()) {
      return part.starts_with("messages") || part.ends_with(".arb") || part.ends_with(".po") ||
             part.ends_with(".resx") || part == "strings.xml" || part.ends_with(".strings") ||
             part.contains("locale") || part.contains("translation");
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
      "cf-beacon", "recaptcha", "hcaptcha", "turnstile", "sitekey",   "site_key",  "publishable",
      "qm.qq.com", "posthog",   "mixpanel", "amplitude", "docsearch", "badge.svg", "/badge"};
  return HoldsAny(LowerCase(line), kWords);
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

/// What a line gives to a name: behind the first colon or equals sign.
std::string_view ValueOfLine(std::string_view line) {
  line = Trimmed(line);
  if (line.empty() || std::string_view("#/*!<").contains(line.front())) return "";
  const std::size_t sign = line.find_first_of(":=");
  if (sign == line.npos) return "";
  std::string_view value = line.substr(sign + 1);
  if (value.starts_with('>') || value.starts_with('=')) value.remove_prefix(1);
  return Unquoted(Trimmed(value));
}

/// Words of any language with blanks between them, or letters beyond ASCII.
bool IsPhrase(std::string_view value) {
  if (value.size() < 4 || value.size() > 400) return false;
  if (value.find_first_of("(){}[]$=;") != value.npos) return false;
  const bool foreign =
      std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return foreign || (IsLetter(value.front()) && value.find(' ') != value.npos);
}

struct Neighbours {
  int values = 0;
  int phrases = 0;

  void Add(std::string_view line) {
    const std::string_view value = ValueOfLine(line);
    if (value.empty()) return;
    ++values;
    phrases += IsPhrase(value);
  }
};

/// The lines around, four on each side, as far as they are short.
Neighbours ReadNeighbours(const ValuePlace& place) {
  constexpr std::uint64_t kFar = 4 * kLongestLine;
  constexpr int kLines = 4;
  Neighbours found;
  std::string_view before = place.text.substr(
      place.value.begin > kFar ? place.value.begin - kFar : 0, std::min(place.value.begin, kFar));
  std::size_t end = before.rfind('\n');
  for (int i = 0; i < kLines && end != before.npos && end > 0; ++i) {
    const std::size_t begin = before.rfind('\n', end - 1);
    if (begin == before.npos) break;
    found.Add(before.substr(begin + 1, end - begin - 1));
    end = begin;
  }
  std::string_view after = place.text.substr(place.value.end, kFar);
  for (int i = 0; i <= kLines && !after.empty(); ++i) {
    const std::size_t next = after.find('\n');
    if (next == after.npos) break;
    if (i > 0) found.Add(after.substr(0, next));
    after.remove_prefix(next + 1);
  }
  return found;
}

/// Most of what stands around are phrases: a catalogue of messages, a list of labels.
bool StandsAmongPhrases(const ValuePlace& place) {
  const Neighbours around = ReadNeighbours(place);
  return around.phrases >= 3 && around.phrases * 2 > around.values;
}

}  // namespace

std::string_view PlaceReason(const ValuePlace& place) {
  if (IsForVisitors(LineBefore(place.text, place.value.begin))) return "public by design";
  if (IsTranslation(place.path)) return "a translation";
  return IsExamplePlace(place) ? "an example" : "";
}

std::string_view TextPlaceReason(const ValuePlace& place) {
  const Syntax syntax = SyntaxOf(place.kind);
  if (syntax == Syntax::kText || syntax == Syntax::kShell) return "";
  if (syntax != Syntax::kCode || place.kind == FileKind::kJson) {
    if (IsOfALanguage(place.path)) return "a translation";
  }
  return StandsAmongPhrases(place) ? "one of the texts of a page" : "";
}

bool IsPipeline(std::string_view path) {
  constexpr std::string_view kPaths[] = {
      ".github/workflows/", ".github/actions/", ".gitlab-ci",  "azure-pipelines",
      ".circleci/",         ".travis.yml",      ".drone.yml",  "bitbucket-pipelines",
      "appveyor.yml",       ".semaphore/",      ".woodpecker", ".buildkite/"};
  return HoldsAny(path, kPaths);
}

std::string_view LineBefore(std::string_view text, std::uint64_t at) {
  std::string_view before =
      text.substr(at > kLongestLine ? at - kLongestLine : 0, std::min(at, kLongestLine));
  before.remove_prefix(std::min(before.rfind('\n') + 1, before.size()));
  return before;
}

}  // namespace gonogo
