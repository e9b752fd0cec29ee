// ConfigQuantities: numbers as rules write them, with a unit that speaks for itself or without one.
// Times are seconds, sizes bytes, percentages hundredths times 100.
#pragma once

#include <optional>
#include <string_view>

namespace gonogo {

/// 30s, 5min, 1.5h, 7d; 64KB, 128Mi, 1GiB; 50%; 3. Of "m" alone nobody knows whether it is a
/// minute or a thousandth, so there is none.
std::optional<double> ParseRuleQuantity(std::string_view text);

}  // namespace gonogo
