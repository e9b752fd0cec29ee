#include "analyzer/engines/config/value_sense.h"

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/config/promql_ratio.h"
#include "analyzer/parse/promql.h"

namespace gonogo {
namespace {

bool IsOneOf(std::string_view text, std::initializer_list<std::string_view> words) {
  const std::string lower = LowerCase(text);
  return std::ranges::find(words, lower) != words.end();
}

/// A word of a tag that names what came last.
bool IsFloatingWord(std::string_view word) {
  return IsOneOf(word, {"latest", "stable", "edge", "nightly", "main", "master", "dev", "develop",
                        "mainline", "current", "lts", "rolling", "unstable", "canary", "release"});
}

/// A word of a tag that says how the image is built, and not from which version.
bool IsVariantWord(std::string_view word) {
  return IsOneOf(word, {"alpine", "slim", "fpm", "apache", "management", "perl", "otel", "full",
                        "nonroot", "debug", "ubi8", "ubi9"});
}

/// `latest-jdk21`, `nightly-slim`, `preview-login`: what came last of a kind. One with a date or a
/// commit is a version.
bool IsNewestOfKind(std::string_view tag) {
  const std::size_t dash = tag.find('-');
  if (dash == tag.npos) return false;
  const std::string_view word = tag.substr(0, dash), kind = tag.substr(dash + 1);
  if (LowerCase(word) == "latest")
    return std::ranges::count_if(kind, [](char c) { return c >= '0' && c <= '9'; }) < 4;
  if (kind.find_first_of("0123456789") != kind.npos) return false;
  return IsOneOf(word, {"nightly", "edge", "canary", "preview", "dev", "develop", "main", "master",
                        "unstable", "stable"});
}

/// `v3` or a word: nothing that says which build it is.
bool IsPartOfNoVersion(std::string_view word) {
  if (word.starts_with('v') && word.size() == 2 && !IsLetter(word[1])) return true;
  return !word.empty() && std::ranges::all_of(word, IsLetter);
}

/// `prod`, `v3-staging`, `prod-eu`: what an environment runs at the moment.
bool NamesEnvironment(std::string_view tag) {
  bool named = false;
  while (!tag.empty()) {
    const std::string_view word = tag.substr(0, tag.find_first_of("-_."));
    if (!IsPartOfNoVersion(word)) return false;
    named |= IsOneOf(word, {"prod", "production", "prd", "staging", "stage", "stg", "preprod",
                            "live", "qa", "uat", "dev", "development"});
    tag.remove_prefix(std::min(word.size() + 1, tag.size()));
  }
  return named;
}

/// Tags that are moved to whatever came last, `redis:alpine` and `node:lts-slim` too.
bool IsFloatingTag(std::string_view tag) {
  if (IsFloatingWord(tag) || IsNewestOfKind(tag) || NamesEnvironment(tag)) return true;
  while (!tag.empty()) {
    const std::string_view word = tag.substr(0, tag.find('-'));
    if (!IsFloatingWord(word) && !IsVariantWord(word)) return false;
    tag.remove_prefix(std::min(word.size() + 1, tag.size()));
  }
  return true;
}

bool IsNumber(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.") == text.npos && text != ".";
}

bool IsPlaceholder(std::string_view text) {
  const std::string lower = LowerCase(text);
  for (const std::string_view sign :
       {"changeme", "change-me", "change_me", "example.com", "example.org", "example.net",
        "placeholder", "your-", "your_", "yourdomain", "todo", "fixme", "xxxx", "<insert", "dummy",
        "replace-me", "replace_me", "replaceme"}) {
    if (lower.contains(sign)) return true;
  }
  return text.size() > 2 && text.front() == '<' && text.back() == '>';
}

bool IsSecretName(std::string_view text) {
  const std::string lower = LowerCase(text);
  for (const std::string_view word : {"password", "passwd", "secret", "api_key", "apikey",
                                      "access_key", "private_key", "token", "credential"}) {
    if (lower.ends_with(word)) return true;
  }
  return false;
}

bool IsLocalAddress(std::string_view text) {
  for (const std::string_view host : {"localhost", "127.0.0.1", "[::1]", "::1", "unix:"}) {
    if (text.contains(host)) return true;
  }
  return false;
}

bool ChoosesByRegex(const PromNode& node) {
  return std::ranges::any_of(node.matchers, [](const PromMatcher& matcher) {
    return matcher.sign == "=~" || matcher.sign == "!=" || matcher.sign == "!~";
  });
}

bool Chooses(const PromNode& node) { return !node.matchers.empty(); }

/// True where the expression has a value for every series, whatever that is: an alert fires always.
bool HasNoCondition(const PromQuery& query, std::uint32_t index) {
  const PromNode& node = query[index];
  const auto inner = [&](std::size_t child) { return HasNoCondition(query, node.children[child]); };
  switch (node.sort) {
    case PromSort::kBrackets:
    case PromSort::kUnary:
      return node.children.empty() || inner(0);
    case PromSort::kBinary:
      if (IsComparison(node.name)) return node.returns_bool;
      // Two selectors that must meet are a condition by what they choose.
      if (node.name == "and")
        return inner(0) && inner(1) && !Chooses(query[node.children[0]]) &&
               !Chooses(query[node.children[1]]);
      if (node.name == "unless") return false;
      if (node.name == "or") return inner(0) || inner(1);
      return inner(0) && inner(1);
    case PromSort::kAggregate:
    case PromSort::kSubquery:
      return !node.children.empty() && inner(node.children.size() - 1);
    case PromSort::kCall:
      if (node.name.starts_with("absent") || node.name == "vector") return false;
      return !node.children.empty() && std::ranges::all_of(node.children, [&](std::uint32_t child) {
        return HasNoCondition(query, child);
      });
    case PromSort::kSelector:
      // A recording rule may keep the condition, and ALERTS are alerts that fire.
      // A series that exists only in a bad state is a condition itself.
      return node.name != "ALERTS" && !node.name.contains(':') && !node.name.empty() &&
             !node.name.ends_with("_info") && !ChoosesByRegex(node);
    case PromSort::kNumber:
    case PromSort::kString:
      return true;
  }
  return false;
}

bool HasVariable(const PromQuery& query) {
  return std::ranges::any_of(query.nodes, [](const PromNode& node) { return node.variable; });
}

/// Many gauges end in `_total` too, such as nodes_total; what is counted tells.
bool IsCounter(std::string_view metric) {
  if (!metric.ends_with("_total")) return false;
  metric.remove_suffix(6);
  for (const std::string_view word :
       {"error",     "errors",  "failed",   "failures",   "failure",  "requests", "dropped",
        "drops",     "retries", "restarts", "exceptions", "timeouts", "rejected", "evicted",
        "evictions", "queries", "calls",    "events",     "sent",     "received", "processed",
        "oom",       "panics",  "crashes",  "aborted",    "reloads",  "connects", "kills"}) {
    if (metric == word ||
        (metric.ends_with(word) && metric[metric.size() - word.size() - 1] == '_'))
      return true;
  }
  return false;
}

/// A counter itself, or a sum of them, as it grows since the start of the process.
bool IsRawCounter(const PromQuery& query, std::uint32_t index) {
  const PromNode& node = query[index];
  if (node.sort == PromSort::kSelector)
    return node.range.empty() && node.offset.empty() && IsCounter(node.name) &&
           !node.name.contains(':');
  const bool passes =
      node.sort == PromSort::kBrackets || (node.sort == PromSort::kAggregate && node.name == "sum");
  return passes && !node.children.empty() && IsRawCounter(query, node.children.back());
}

/// Compared with a number above 0: such an alert never resolves.
bool ComparesRawCounter(const PromQuery& query) {
  return std::ranges::any_of(query.nodes, [&](const PromNode& node) {
    if (node.sort != PromSort::kBinary || (node.name != ">" && node.name != ">=")) return false;
    if (node.children.size() != 2 || query[node.children[1]].sort != PromSort::kNumber)
      return false;
    return IsRawCounter(query, node.children[0]);
  });
}

bool PromHasSense(std::string_view text, ConfigSense sense) {
  if (text.find_first_not_of(" \t\r\n") == text.npos) return false;
  const PromQuery query = ParsePromQl(text);
  if (!query.error.empty()) return sense == ConfigSense::kBrokenPromql;
  if (HasVariable(query)) return false;
  if (sense == ConfigSense::kUncheckedPromql) return HasNoCondition(query, query.root);
  if (sense == ConfigSense::kSelfRatioPromql) return DividesSeriesByItself(query);
  if (sense == ConfigSense::kUnguardedSharePromql) return ComparesShareOfAnyTraffic(query);
  return sense == ConfigSense::kRawCounterPromql && ComparesRawCounter(query);
}

/// Behind the reference that `text` begins with; 0 where it begins with none, npos where it has no
/// end.
std::size_t EndOfReference(std::string_view text) {
  if (text.starts_with("{{")) {
    const std::size_t end = text.find("}}");
    return end == text.npos ? end : end + 2;
  }
  if (!text.starts_with("${")) return 0;
  int depth = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    if (depth == 0) return i + 1;
  }
  return text.npos;
}

/// `{{- if .Values.debug }}`: what stands behind it may be left out.
bool LeavesOut(std::string_view action) {
  if (!action.starts_with("{{")) return false;
  const std::size_t begin = action.find_first_not_of("{- ");
  if (begin == action.npos) return true;
  const std::string_view rest = action.substr(begin);
  return std::ranges::any_of(std::initializer_list<std::string_view>{"if", "else", "end", "range",
                                                                     "with", "define", "block"},
                             [&](std::string_view word) {
                               return rest.starts_with(word) &&
                                      (rest.size() == word.size() || !IsLetter(rest[word.size()]));
                             });
}

bool IsFloatingImage(std::string_view text, bool by_tag) {
  const std::string told = HoldsDefault(text) ? WithDefaults(text) : std::string(text);
  if (HoldsReference(told) || told.empty()) return false;
  const ImageReference image = ReadImage(told);
  return image.digest.empty() && (image.tag.empty() || (by_tag && IsFloatingTag(image.tag)));
}

}  // namespace

ImageReference ReadImage(std::string_view text) {
  ImageReference image;
  const std::size_t at = std::min(text.find('@'), text.size());
  image.digest = text.substr(std::min(at + 1, text.size()));
  text = text.substr(0, at);
  const std::size_t slash = text.rfind('/');
  const std::size_t colon = text.rfind(':');
  const bool tagged = colon != text.npos && (slash == text.npos || colon > slash);
  image.name = tagged ? text.substr(0, colon) : text;
  image.tag = tagged ? text.substr(colon + 1) : std::string_view();
  return image;
}

bool HoldsReference(std::string_view text) {
  return text.contains('$') || text.contains("{{") || text.contains("<%") || text.contains("%(");
}

bool HoldsDefault(std::string_view text) {
  const std::size_t at = text.find("${");
  return at != text.npos && text.find('-', at) != text.npos;
}

std::string WithDefaults(std::string_view text) {
  std::string told;
  while (!text.empty()) {
    const std::size_t begin = text.find("${"), end = text.find('}', std::min(begin, text.size()));
    if (end == text.npos) break;
    const std::string_view variable = text.substr(begin + 2, end - begin - 2);
    const std::size_t sign = variable.find('-');
    // `${A:?why}` has none, and one within another is not taken apart.
    if (sign == variable.npos || variable.contains("$") || variable.starts_with("{") ||
        variable.substr(0, sign).find_first_of("?+/") != variable.npos)
      break;
    told += text.substr(0, begin);
    told += variable.substr(sign + 1);
    text.remove_prefix(end + 1);
  }
  return told.append(text);
}

std::string WrittenParts(std::string_view text) {
  if (text.size() > 1 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  if (text.contains("%{") || text.contains("<%")) return "";
  std::string parts;
  while (!text.empty()) {
    const std::size_t end = EndOfReference(text);
    if (end == text.npos || (end > 0 && LeavesOut(text.substr(0, end)))) return "";
    // Quotes outside are those of an expression.
    if (end == 0 && (text.front() == '"' || text.front() == '$')) return "";
    parts += end > 0 ? kReferenceMark : text.front();
    text.remove_prefix(std::max<std::size_t>(end, 1));
  }
  return parts.contains(kReferenceMark) ? parts : "";
}

bool HasSense(std::string_view text, ConfigSense sense) {
  switch (sense) {
    case ConfigSense::kTrue:
      return IsOneOf(text, {"true", "yes", "on", "y", "1"});
    case ConfigSense::kFalse:
      return IsOneOf(text, {"false", "no", "off", "n", "0"});
    case ConfigSense::kNumber:
      return IsNumber(text);
    case ConfigSense::kFloatingImage:
      return IsFloatingImage(text, true);
    case ConfigSense::kUntaggedImage:
      return IsFloatingImage(text, false);
    case ConfigSense::kPinnedImage:
      return !ReadImage(text).digest.empty();
    case ConfigSense::kPlaceholder:
      return IsPlaceholder(text);
    case ConfigSense::kSecretName:
      return IsSecretName(text);
    case ConfigSense::kLocalAddress:
      return IsLocalAddress(text);
    case ConfigSense::kUncheckedPromql:
    case ConfigSense::kRawCounterPromql:
    case ConfigSense::kSelfRatioPromql:
    case ConfigSense::kUnguardedSharePromql:
    case ConfigSense::kBrokenPromql:
      return PromHasSense(text, sense);
    case ConfigSense::kReference:
      return HoldsReference(text);
  }
  return false;
}

}  // namespace gonogo
