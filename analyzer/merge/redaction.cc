// How much is shown. Of n characters the first min(6, n / 5): a fifth of a weak password says
// little, and six characters identify a token in a list. A format's own prefix (ghp_, sk_live_) is
// public knowledge, so it stays whole with two characters of the value behind it, provided that
// half of it stays hidden. Where secrets overlap, the smallest allowance counts, so that a short
// password inside a long connection string is not shown by the string's allowance.
//
// Runs. Hiding the ranges alone is not enough: people repeat a token in the comment above it. All
// 8-byte windows of the file's secrets go into one sorted set, behind a bit filter; a text is
// scanned once against it. Searching for each whole secret would be quadratic in a file with many.
// Secrets under 12 characters do not take part: words such as "postgres" would then vanish from
// every line.
#include "analyzer/merge/redaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "analyzer/base/characters.h"
#include "analyzer/merge/visible_text.h"

namespace gonogo {
namespace {

constexpr std::string_view kHidden = "…";
constexpr std::size_t kRunLength = 8;
constexpr std::uint64_t kLeastCharacters = 12;
// Bounds memory where a hostile file is one long secret: 1 M windows are 8 MB. What lies beyond is
// still hidden by place.
constexpr std::size_t kMostRuns = 1U << 20;
constexpr std::size_t kFilterBits = 1U << 20;

// What providers put before their tokens; from their own documentation. Longer ones before those
// they begin with.
constexpr std::array kPrefixes = std::to_array<std::string_view>({
    "github_pat_",   "ghp_",     "gho_",      "ghu_",           "ghs_",      "ghr_",  // GitHub
    "glpat-",        "gldt-",    "glrt-",     "glptt-",         "glcbt-",    "glsoat-",
    "glagent-",  // GitLab
    "xoxb-",         "xoxp-",    "xoxa-",     "xoxr-",          "xoxs-",     "xoxe.",
    "xapp-",  // Slack
    "sk_live_",      "sk_test_", "rk_live_",  "rk_test_",       "pk_live_",  "pk_test_",
    "whsec_",                                                           // Stripe
    "sk-ant-api03-", "sk-ant-",  "sk-proj-",  "sk-svcacct-",    "sk-",  // AI services
    "AKIA",          "ASIA",     "ABIA",      "ACCA",                   // AWS
    "AIza",          "ya29.",    "GOCSPX-",                             // Google
    "npm_",          "pypi-",    "rubygems_", "dckr_pat_",      "dckr_oat_", "hf_",
    "r8_",  // registries
    "SG.",           "shpat_",   "shpss_",    "shpca_",         "shppa_",    "dop_v1_",
    "doo_v1_",       "dor_v1_",  // services
    "hvs.",          "hvb.",     "hvr.",      "glsa_",          "glc_",      "lin_api_",
    "PMAK-",         "sntrys_",  "dapi",      "EAACEdEose0cBA", "sq0atp-",   "sq0csp-",
    "key-",          "NRAK-",    "figd_",     "ATATT3",         "ATCTT3",
});

bool IsArmourLabel(std::string_view label) {
  return std::ranges::all_of(
      label, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' '; });
}

/// The length of "-----BEGIN RSA PRIVATE KEY-----" at the start of `text`, or 0.
std::size_t ArmourLength(std::string_view text) {
  constexpr std::string_view kDashes = "-----";
  const bool begin = text.starts_with("-----BEGIN ");
  if (!begin && !text.starts_with("-----END ")) return 0;
  const std::size_t label = begin ? 11 : 9;
  const std::size_t close = text.substr(0, label + 48).find(kDashes, label);
  if (close == text.npos || !IsArmourLabel(text.substr(label, close - label))) return 0;
  return close + kDashes.size();
}

std::string_view KnownPrefix(std::string_view secret) {
  for (const std::string_view prefix : kPrefixes) {
    if (secret.starts_with(prefix)) return prefix;
  }
  return {};
}

/// How many bytes at the begin of the secret may be seen.
std::size_t BytesShown(std::string_view secret, std::uint64_t characters) {
  if (characters < kLeastCharacters) return 0;
  if (const std::size_t armour = ArmourLength(secret); armour > 0 && secret.size() >= armour + 16) {
    return armour;
  }
  std::uint64_t shown = std::min<std::uint64_t>(6, characters / 5);
  const std::string_view prefix = KnownPrefix(secret);
  if (!prefix.empty() && characters >= 2 * (prefix.size() + 2)) {
    shown = std::max<std::uint64_t>(shown, prefix.size() + 2);
  }
  return BytesOfFirst(shown, secret);
}

std::string Sign(std::string_view shown, std::uint64_t characters) {
  return fmt::format("{}{}({} character{})", VisibleText(shown, shown.size()), kHidden, characters,
                     characters == 1 ? "" : "s");
}

bool IsLineBreak(char c) { return c == '\n' || c == '\r'; }
bool IsBlank(char c) { return c == ' ' || c == '\t'; }

/// One line's part of a secret that spans several: its indentation stays, and the armour of a PEM
/// block.
void AppendLinePart(std::string_view part, std::string& into) {
  const std::size_t begin = std::min(part.find_first_not_of(" \t"), part.size());
  into.append(part.substr(0, begin));
  part.remove_prefix(begin);
  if (part.empty()) return;
  std::string_view trimmed = part;
  while (!trimmed.empty() && IsBlank(trimmed.back())) trimmed.remove_suffix(1);
  into.append(ArmourLength(trimmed) == trimmed.size() ? trimmed : kHidden);
}

void AppendLineParts(std::string_view text, std::string& into) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!IsLineBreak(text[i])) continue;
    AppendLinePart(text.substr(begin, i - begin), into);
    into.push_back(text[i]);
    begin = i + 1;
  }
  AppendLinePart(text.substr(begin), into);
}

/// What stands for the part of a secret that lies in `range`.
void AppendPlace(std::string_view text, const SecretPlace& place, ByteRange range,
                 std::string& into) {
  const std::uint64_t begin = std::max(place.range.begin, range.begin);
  const std::uint64_t end = std::min(place.range.end, range.end);
  if (place.lines) {
    AppendLineParts(text.substr(begin, end - begin), into);
  } else if (begin == place.range.begin) {
    into.append(Sign(text.substr(begin, place.shown), place.characters));
  } else {
    into.append(kHidden);
  }
}

SecretPlace PlaceOf(std::string_view text, ByteRange range) {
  const std::string_view secret = text.substr(range.begin, range.end - range.begin);
  SecretPlace place{range};
  place.characters = CountCharacters(secret.substr(0, 256));  // Joined counts it in full, once
  place.lines = std::ranges::any_of(secret, IsLineBreak);
  place.shown = place.lines ? 0 : BytesShown(secret, place.characters);
  return place;
}

/// Overlapping places become one. Nothing is shown of the union that one of its parts hides.
std::vector<SecretPlace> Joined(std::string_view text, std::vector<SecretPlace> places) {
  std::ranges::sort(places, {}, &SecretPlace::range);
  std::vector<SecretPlace> joined;
  std::size_t grown = 0;  // places before it have their final extent and are counted
  const auto count = [&] {
    if (grown == joined.size()) return;
    SecretPlace& last = joined[grown++];
    last.characters =
        CountCharacters(text.substr(last.range.begin, last.range.end - last.range.begin));
  };
  for (const SecretPlace& place : places) {
    if (joined.empty() || place.range.begin >= joined.back().range.end) {
      count();
      joined.push_back(place);
      continue;
    }
    SecretPlace& last = joined.back();
    last.range.end = std::max(last.range.end, place.range.end);
    last.shown = std::min(last.shown, place.range.begin - last.range.begin + place.shown);
    last.lines = last.lines || place.lines;
  }
  count();
  return joined;
}

std::uint64_t RunAt(const char* bytes) {
  std::uint64_t run = 0;
  std::memcpy(&run, bytes, kRunLength);
  return run;
}

/// "--------" or "ababab..": says nothing about a secret and occurs everywhere.
bool IsPlain(std::string_view run) {
  std::array<bool, 256> seen{};
  int distinct = 0;
  for (const char c : run) {
    bool& mark = seen[static_cast<unsigned char>(c)];
    distinct += mark ? 0 : 1;
    mark = true;
  }
  return distinct <= 2;
}

std::size_t FilterBit(std::uint64_t run) {
  return static_cast<std::size_t>((run * 0x9E3779B97F4A7C15U) >> 44) % kFilterBits;
}

}  // namespace

std::string RedactSecret(std::string_view secret) {
  const std::uint64_t characters = CountCharacters(secret);
  return Sign(secret.substr(0, BytesShown(secret, characters)), characters);
}

void Redactor::Add(std::string_view text, ByteRange secret) {
  if (secret.begin >= secret.end) return;
  // Engines report the same place for several rules in a row: it is measured once.
  if (!places_.empty() && places_.back().range == secret) return;
  places_.push_back(PlaceOf(text, secret));
  AddValue(text.substr(secret.begin, secret.end - secret.begin));
}

void Redactor::AddValue(std::string_view secret) {
  if (secret.size() < kLeastCharacters) return;
  for (std::size_t i = 0; i + kRunLength <= secret.size() && runs_.size() < kMostRuns; ++i) {
    if (secret[i] == '-') i += ArmourLength(secret.substr(i));
    if (i + kRunLength > secret.size()) break;
    const std::string_view run = secret.substr(i, kRunLength);
    if (!IsPlain(run)) runs_.push_back(RunAt(run.data()));
  }
}

void Redactor::Seal(std::string_view text) {
  places_ = Joined(text, std::move(places_));
  std::ranges::sort(runs_);
  const auto repeats = std::ranges::unique(runs_);
  runs_.erase(repeats.begin(), repeats.end());
  if (runs_.empty()) return;
  filter_.assign(kFilterBits / 64, 0);
  for (const std::uint64_t run : runs_) {
    const std::size_t bit = FilterBit(run);
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

bool Redactor::IsRun(std::uint64_t bytes) const {
  const std::size_t bit = FilterBit(bytes);
  if ((filter_[bit / 64] >> (bit % 64) & 1U) == 0) return false;
  return std::ranges::binary_search(runs_, bytes);
}

void Redactor::AppendHidden(std::string_view text, std::size_t least, std::string& into) const {
  const auto is_run = [&](std::size_t at) {
    return at + kRunLength <= text.size() && IsRun(RunAt(text.data() + at));
  };
  std::size_t copied = 0;
  for (std::size_t i = 0; !runs_.empty() && i + kRunLength <= text.size(); ++i) {
    if (!is_run(i)) continue;
    std::size_t end = i + kRunLength;
    for (std::size_t next = i + 1; next <= end; ++next) {
      if (is_run(next)) end = next + kRunLength;
    }
    if (end - i >= least) {
      AppendValidUtf8(text.substr(copied, i - copied), into);
      into.append(kHidden);
      copied = end;
    }
    i = end - 1;
  }
  AppendValidUtf8(text.substr(copied), into);
}

std::string Redactor::Hide(std::string_view text) const {
  std::string hidden;
  AppendHidden(text, kRunLength, hidden);
  return hidden;
}

std::string Redactor::HideInName(std::string_view name) const {
  std::string hidden;
  AppendHidden(name, kLeastCharacters, hidden);
  return hidden;
}

std::string Redactor::Text(std::string_view text, ByteRange range,
                           std::span<const ByteRange> also) const {
  const auto first = std::ranges::upper_bound(
      places_, range.begin, {}, [](const SecretPlace& place) { return place.range.end; });
  const auto last =
      std::ranges::lower_bound(first, places_.end(), range.end, {},
                               [](const SecretPlace& place) { return place.range.begin; });
  std::vector<SecretPlace> more;
  std::span<const SecretPlace> places(first, last);
  if (!also.empty()) {
    more.assign(first, last);
    for (const ByteRange& hidden : also) {
      if (hidden.begin < hidden.end && hidden.begin < range.end && hidden.end > range.begin)
        more.push_back(PlaceOf(text, hidden));
    }
    more = Joined(text, std::move(more));
    places = more;
  }
  std::string redacted;
  std::uint64_t at = range.begin;
  for (const SecretPlace& place : places) {
    if (place.range.begin > at)
      AppendHidden(text.substr(at, place.range.begin - at), kRunLength, redacted);
    AppendPlace(text, place, range, redacted);
    at = std::min(place.range.end, range.end);
  }
  AppendHidden(text.substr(at, range.end - at), kRunLength, redacted);
  return redacted;
}

std::uint64_t Redactor::BeginOfSecretAt(std::uint64_t offset) const {
  const auto place = std::ranges::upper_bound(
      places_, offset, {}, [](const SecretPlace& known) { return known.range.end; });
  if (place == places_.end()) return offset;
  return std::min(offset, place->range.begin);
}

}  // namespace gonogo
