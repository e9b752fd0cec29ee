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

/// Within a literal that has begun: `'music$`.
bool IsInLiteral(std::string_view text);

/// Whether a condition, or another part of one, is to follow: behind WHERE or AND.
bool IsCondition(std::string_view before);

SqlPlace SqlPlaceBehind(std::string_view text);

}  // namespace gonogo
