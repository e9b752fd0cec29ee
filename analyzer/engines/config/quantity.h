// Quantities: texts of configurations as numbers. Times become seconds, sizes bytes, percentages
// their number; how a unit is written depends on who reads the file.
#pragma once

#include <optional>
#include <string_view>

#include "analyzer/model/config_clause.h"

namespace gonogo {

/// Nothing where the text is no number in this unit.
std::optional<double> ParseQuantity(std::string_view text, ConfigUnit unit);

/// The shortest time between two runs of a cron expression, in seconds: of "*/5 * * * *" 300.
std::optional<double> ShortestCronGap(std::string_view text);

}  // namespace gonogo
