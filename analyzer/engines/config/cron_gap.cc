// The five fields of cron become sets; two runs can be no nearer than the nearest two minutes of an
// hour, hours of a day or days that the sets hold.
#include <algorithm>
#include <bitset>
#include <charconv>
#include <string>
#include <vector>

#include "analyzer/engines/config/quantity.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostValues = 64;
using Values = std::bitset<kMostValues>;

std::vector<std::string_view> Split(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(by);
    if (begin == text.npos) break;
    const std::size_t end = std::min(text.find_first_of(by, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    text.remove_prefix(end);
  }
  return parts;
}

std::optional<unsigned> Number(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number >= kMostValues)
    return std::nullopt;
  return number;
}

/// One of the parts that commas join: *, 5, 1-5, */10, 10-50/10.
bool AddRange(std::string_view part, unsigned least, unsigned most, Values& values) {
  unsigned step = 1;
  if (const std::size_t slash = part.find('/'); slash != part.npos) {
    const auto given = Number(part.substr(slash + 1));
    if (!given || *given == 0) return false;
    step = *given;
    part = part.substr(0, slash);
    if (part != "*" && !part.contains('-')) return false;
  }
  unsigned from = least, to = most;
  if (part != "*" && part != "?") {
    const std::size_t dash = std::min(part.find('-'), part.size());
    const auto first = Number(part.substr(0, dash));
    const auto last = dash < part.size() ? Number(part.substr(dash + 1)) : first;
    if (!first || !last || *first > *last || *last > most) return false;
    from = *first;
    to = *last;
  }
  for (unsigned value = from; value <= to; value += step) values.set(value);
  return true;
}

std::optional<Values> Field(std::string_view text, unsigned least, unsigned most) {
  Values values;
  for (const std::string_view part : Split(text, ",")) {
    if (!AddRange(part, least, most, values)) return std::nullopt;
  }
  return values.any() ? std::optional(values) : std::nullopt;
}

/// The shortest way from one value to the next, in a circle of `size`.
unsigned Nearest(const Values& values, unsigned size) {
  unsigned nearest = size, first = size, last = size;
  for (unsigned value = 0; value < size; ++value) {
    if (!values.test(value)) continue;
    if (last == size) {
      first = value;
    } else {
      nearest = std::min(nearest, value - last);
    }
    last = value;
  }
  return std::min(nearest, first + size - last);
}

std::optional<double> Named(std::string_view name) {
  if (name == "@hourly") return 3600;
  if (name == "@daily" || name == "@midnight") return 86400;
  if (name == "@weekly") return 604800;
  if (name == "@monthly") return 28 * 86400;
  if (name == "@yearly" || name == "@annually") return 365 * 86400;
  return std::nullopt;
}

}  // namespace

std::optional<double> ShortestCronGap(std::string_view text) {
  if (text.starts_with("@every ")) return ParseQuantity(text.substr(7), ConfigUnit::kGo);
  if (text.starts_with('@')) return Named(text);
  std::vector<std::string_view> fields = Split(text, " \t");
  if (!fields.empty() && (fields[0].starts_with("TZ=") || fields[0].starts_with("CRON_TZ=")))
    fields.erase(fields.begin());
  if (fields.size() != 5) return std::nullopt;
  const auto minutes = Field(fields[0], 0, 59);
  const auto hours = Field(fields[1], 0, 23);
  if (!minutes || !hours) return std::nullopt;
  if (minutes->count() > 1) return Nearest(*minutes, 60) * 60.0;
  if (hours->count() > 1) return Nearest(*hours, 24) * 3600.0;
  if (fields[2] == "*" && fields[4] == "*") return 86400;
  if (const auto days = Field(fields[4], 0, 7); days && fields[4] != "*") {
    return Nearest(*days, 7) * 86400.0;
  }
  if (const auto days = Field(fields[2], 1, 31); days && fields[2] != "*") {
    return days->count() > 1 ? Nearest(*days, 31) * 86400.0 : 28 * 86400.0;
  }
  return 86400;
}

}  // namespace gonogo
