#include "analyzer/rulebook/config_quantity.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace gonogo {
namespace {

struct UnitRow {
  std::string_view name;
  double factor;
};

constexpr double kKibi = 1024;

constexpr UnitRow kUnits[] = {
    {"", 1},
    {"%", 1},
    {"ms", 0.001},
    {"s", 1},
    {"min", 60},
    {"h", 3600},
    {"d", 86400},
    {"w", 604800},
    {"B", 1},
    {"KB", 1e3},
    {"MB", 1e6},
    {"GB", 1e9},
    {"TB", 1e12},
    {"Ki", kKibi},
    {"KiB", kKibi},
    {"Mi", kKibi* kKibi},
    {"MiB", kKibi* kKibi},
    {"Gi", kKibi* kKibi* kKibi},
    {"GiB", kKibi* kKibi* kKibi},
    {"Ti", kKibi* kKibi* kKibi* kKibi},
};

}  // namespace

std::optional<double> ParseRuleQuantity(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const auto row = std::ranges::find(kUnits, unit, &UnitRow::name);
  if (row == std::end(kUnits)) return std::nullopt;
  return number * row->factor;
}

}  // namespace gonogo
