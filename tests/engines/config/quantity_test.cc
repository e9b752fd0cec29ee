#include "analyzer/engines/config/quantity.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string_view>
#include <vector>

namespace gonogo {
namespace {

struct Row {
  std::string_view text;
  ConfigUnit unit;
  std::optional<double> expected;
};

TEST_CASE("texts are numbers as those who read the file see them") {
  constexpr std::nullopt_t kNone = std::nullopt;
  const std::vector<Row> rows = {
      {"5", ConfigUnit::kNone, 5},
      {"30s", ConfigUnit::kNone, 30},
      {"x", ConfigUnit::kNone, kNone},
      {"", ConfigUnit::kNone, kNone},
      {"inf", ConfigUnit::kNone, kNone},
      {"nan", ConfigUnit::kSeconds, kNone},
      {"90", ConfigUnit::kSeconds, 90},
      {"90s", ConfigUnit::kSeconds, kNone},
      {"1500", ConfigUnit::kMilliseconds, 1.5},
      {"1h30m", ConfigUnit::kGo, 5400},
      {"0", ConfigUnit::kGo, 0},
      {"5", ConfigUnit::kGo, kNone},
      {"1d", ConfigUnit::kGo, kNone},
      {"1d", ConfigUnit::kPrometheus, 86400},
      {"1h30m", ConfigUnit::kPrometheus, 5400},
      {"60", ConfigUnit::kNginx, 60},
      {"1m", ConfigUnit::kNginx, 60},
      {"1h 30m", ConfigUnit::kNginx, 5400},
      {"100ms", ConfigUnit::kNginx, 0.1},
      {"1min 30s", ConfigUnit::kSystemd, 90},
      {"90", ConfigUnit::kSystemd, 90},
      {"infinity", ConfigUnit::kSystemd, 1e18},
      {"PT1M30S", ConfigUnit::kSpring, 90},
      {"30s", ConfigUnit::kSpring, 30},
      {"500", ConfigUnit::kSpring, 0.5},
      {"P1DT1H", ConfigUnit::kIso8601, 90000},
      {"1d", ConfigUnit::kIso8601, kNone},
      {"500m", ConfigUnit::kQuantity, 0.5},
      {"1Gi", ConfigUnit::kQuantity, 1073741824},
      {"1G", ConfigUnit::kQuantity, 1e9},
      {"512m", ConfigUnit::kSize, 536870912},
      {"1gb", ConfigUnit::kSize, 1073741824},
      {"0", ConfigUnit::kSize, 0},
      {"50%", ConfigUnit::kPercent, 50},
      {"1", ConfigUnit::kPercent, kNone},
      {"v1.24.3-rc1", ConfigUnit::kVersion, 1024003},
      {"16", ConfigUnit::kVersion, 16000000},
      {"latest", ConfigUnit::kVersion, kNone},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = ParseQuantity(row.text, row.unit);
    REQUIRE(found.has_value() == row.expected.has_value());
    if (found) CHECK(*found == Approx(*row.expected));
  }
}

TEST_CASE("cron says how near two runs may be") {
  const std::vector<Row> rows = {
      {"*/5 * * * *", ConfigUnit::kCron, 300},
      {"* * * * *", ConfigUnit::kCron, 60},
      {"0 * * * *", ConfigUnit::kCron, 3600},
      {"0 */6 * * *", ConfigUnit::kCron, 21600},
      {"0 3 * * *", ConfigUnit::kCron, 86400},
      {"0 3 * * 0", ConfigUnit::kCron, 604800},
      {"5,50 * * * *", ConfigUnit::kCron, 900},
      {"@hourly", ConfigUnit::kCron, 3600},
      {"@every 90s", ConfigUnit::kCron, 90},
      {"TZ=UTC 0 3 * * *", ConfigUnit::kCron, 86400},
      {"x * * * *", ConfigUnit::kCron, std::nullopt},
      {"* * * *", ConfigUnit::kCron, std::nullopt},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(ParseQuantity(row.text, row.unit) == row.expected);
  }
}

}  // namespace
}  // namespace gonogo
