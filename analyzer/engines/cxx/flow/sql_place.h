// SqlPlace: where in an SQL text something is put, by the text before it.
#pragma once

#include <cstdint>
#include <string_view>

namespace gonogo {

enum class SqlPlace : std::uint8_t {
  kValue,       // where a parameter could be bound: behind =, (, a comma, an open quote
  kIdentifier,  // behind FROM, INTO, ORDER BY or an open quote of names
  kElsewhere,   // a part of a statement
};

/// Whether a text is, or goes on, a statement of SQL.
bool LooksLikeSql(std::string_view text);

SqlPlace SqlPlaceBehind(std::string_view text);

}  // namespace gonogo
