#include "analyzer/engines/config/quantity.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

struct UnitRow {
  std::string_view name;
  double factor;
};

constexpr double kMinute = 60, kHour = 3600, kDay = 86400, kWeek = 604800;
constexpr double kMonth = 30.44 * kDay, kYear = 365.25 * kDay;
constexpr double kKibi = 1024, kMebi = kKibi * kKibi, kGibi = kMebi * kKibi, kTebi = kGibi * kKibi;

constexpr UnitRow kGo[] = {{"ns", 1e-9}, {"us", 1e-6},   {"\xC2\xB5s", 1e-6}, {"ms", 1e-3},
                           {"s", 1},     {"m", kMinute}, {"h", kHour}};
constexpr UnitRow kPrometheus[] = {{"ms", 1e-3}, {"s", 1},     {"m", kMinute},   {"h", kHour},
                                   {"d", kDay},  {"w", kWeek}, {"y", 365 * kDay}};
constexpr UnitRow kNginx[] = {{"", 1},        {"ms", 1e-3},  {"s", 1},
                              {"m", kMinute}, {"h", kHour},  {"d", kDay},
                              {"w", kWeek},   {"M", kMonth}, {"y", 365 * kDay}};
constexpr UnitRow kSystemd[] = {{"", 1},
                                {"us", 1e-6},
                                {"usec", 1e-6},
                                {"ms", 1e-3},
                                {"msec", 1e-3},
                                {"s", 1},
                                {"sec", 1},
                                {"second", 1},
                                {"seconds", 1},
                                {"m", kMinute},
                                {"min", kMinute},
                                {"minute", kMinute},
                                {"minutes", kMinute},
                                {"h", kHour},
                                {"hr", kHour},
                                {"hour", kHour},
                                {"hours", kHour},
                                {"d", kDay},
                                {"day", kDay},
                                {"days", kDay},
                                {"w", kWeek},
                                {"week", kWeek},
                                {"weeks", kWeek},
                                {"M", kMonth},
                                {"month", kMonth},
                                {"months", kMonth},
                                {"y", kYear},
                                {"year", kYear},
                                {"years", kYear}};
// Without a unit Spring takes milliseconds.
constexpr UnitRow kSpring[] = {{"", 1e-3}, {"ns", 1e-9},   {"us", 1e-6}, {"ms", 1e-3},
                               {"s", 1},   {"m", kMinute}, {"h", kHour}, {"d", kDay}};
constexpr UnitRow kSeconds[] = {{"", 1}};
constexpr UnitRow kMilliseconds[] = {{"", 1e-3}};
// Without a unit speaking for itself: durations as most formats write them, and percentages.
constexpr UnitRow kAny[] = {{"", 1},  {"%", 1},         {"ns", 1e-9}, {"us", 1e-6}, {"ms", 1e-3},
                            {"s", 1}, {"min", kMinute}, {"h", kHour}, {"d", kDay},  {"w", kWeek}};
constexpr UnitRow kPercent[] = {{"%", 1}};
constexpr UnitRow kSize[] = {{"", 1},        {"b", 1},      {"k", kKibi},   {"kb", kKibi},
                             {"kib", kKibi}, {"m", kMebi},  {"mb", kMebi},  {"mib", kMebi},
                             {"g", kGibi},   {"gb", kGibi}, {"gib", kGibi}, {"t", kTebi},
                             {"tb", kTebi},  {"tib", kTebi}};
constexpr UnitRow kKubernetes[] = {{"", 1},       {"n", 1e-9},         {"u", 1e-6},   {"m", 1e-3},
                                   {"k", 1e3},    {"M", 1e6},          {"G", 1e9},    {"T", 1e12},
                                   {"P", 1e15},   {"Ki", kKibi},       {"Mi", kMebi}, {"Gi", kGibi},
                                   {"Ti", kTebi}, {"Pi", kTebi* kKibi}};

std::string_view Trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// Takes a number off the front.
std::optional<double> TakeNumber(std::string_view& text) {
  double number = 0;
  const std::size_t sign = text.starts_with('+') ? 1 : 0;
  const auto [end, error] = std::from_chars(text.data() + sign, text.data() + text.size(), number);
  // "inf" and "nan" are words, not numbers.
  if (error != std::errc() || end == text.data() + sign || IsLetter(text[sign]))
    return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// Numbers with units, one behind the other: "1h30m". Without a unit only where there is one.
std::optional<double> Chain(std::string_view text, std::span<const UnitRow> units) {
  double sum = 0;
  bool any = false;
  while (!text.empty()) {
    const auto number = TakeNumber(text);
    if (!number) return std::nullopt;
    while (text.starts_with(' ')) text.remove_prefix(1);
    std::size_t length = 0;
    while (length < text.size() && !IsDigit(text[length]) && text[length] != ' ' &&
           text[length] != '.' && text[length] != '-') {
      ++length;
    }
    const auto row = std::ranges::find(units, text.substr(0, length), &UnitRow::name);
    if (row == units.end() || (length == 0 && (any || !text.empty()))) return std::nullopt;
    sum += *number * row->factor;
    any = true;
    text = Trimmed(text.substr(length));
  }
  return any ? std::optional(sum) : std::nullopt;
}

std::optional<double> Size(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += LowerCase(c);
  return Chain(lower, kSize);
}

/// P1DT2H30M, as java.time.Duration and others write it.
std::optional<double> Iso8601(std::string_view text) {
  if (!text.starts_with('P') && !text.starts_with('p')) return std::nullopt;
  text.remove_prefix(1);
  bool time = false;
  double sum = 0;
  while (!text.empty()) {
    if (text.front() == 'T' || text.front() == 't') {
      time = true;
      text.remove_prefix(1);
      continue;
    }
    const auto number = TakeNumber(text);
    if (!number || text.empty()) return std::nullopt;
    const char unit = LowerCase(text.front());
    text.remove_prefix(1);
    const double factor = unit == 'w'           ? kWeek
                          : unit == 'd'         ? kDay
                          : unit == 'h'         ? kHour
                          : unit == 's'         ? 1
                          : unit == 'm' && time ? kMinute
                          : unit == 'm'         ? kMonth
                          : unit == 'y'         ? kYear
                                                : 0;
    if (factor == 0) return std::nullopt;
    sum += *number * factor;
  }
  return sum;
}

/// 1.24.3 as one number that compares like it; what stands behind the third part does not count.
std::optional<double> Version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  double version = 0;
  double factor = 1e6;
  for (int part = 0; part < 3; ++part, factor /= 1e3) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc()) return part == 0 ? std::nullopt : std::optional(version);
    version += number * factor;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with('.')) break;
    text.remove_prefix(1);
  }
  return version;
}

std::optional<double> GoDuration(std::string_view text) {
  return text == "0" ? std::optional(0.0) : Chain(text, kGo);
}

}  // namespace

std::optional<double> ParseQuantity(std::string_view text, ConfigUnit unit) {
  text = Trimmed(text);
  if (text.empty()) return std::nullopt;
  switch (unit) {
    case ConfigUnit::kNone:
      return Chain(text, kAny);
    case ConfigUnit::kSeconds:
      return Chain(text, kSeconds);
    case ConfigUnit::kMilliseconds:
      return Chain(text, kMilliseconds);
    case ConfigUnit::kGo:
      return GoDuration(text);
    case ConfigUnit::kPrometheus:
      return text == "0" ? std::optional(0.0) : Chain(text, kPrometheus);
    case ConfigUnit::kSpring:
      if (const auto iso = Iso8601(text)) return iso;
      return Chain(text, kSpring);
    case ConfigUnit::kNginx:
      return Chain(text, kNginx);
    case ConfigUnit::kSystemd:
      if (text == "infinity") return 1e18;
      return Chain(text, kSystemd);
    case ConfigUnit::kIso8601:
      return Iso8601(text);
    case ConfigUnit::kCron:
      return ShortestCronGap(text);
    case ConfigUnit::kSize:
      return Size(text);
    case ConfigUnit::kQuantity:
      return Chain(text, kKubernetes);
    case ConfigUnit::kPercent:
      return Chain(text, kPercent);
    case ConfigUnit::kVersion:
      return Version(text);
  }
  return std::nullopt;
}

}  // namespace gonogo
