// What a value says of how a call ended: that it went well, that it failed, or something of which
// truth and falsehood say neither. It is told by types, names and the numbers that are compared.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// Of a value that is true. kRaw: it is of the call, and its truth alone says nothing.
enum class OutcomeSign : std::uint8_t { kNone, kRaw, kSuccess, kFailure };

OutcomeSign Opposite(OutcomeSign sign);

/// "isConnected" says success, "hasFailed" failure, "status" neither (kRaw).
OutcomeSign SignOfName(std::string_view name);
/// Of what a call returns: a bool or a pointer is true where it went well, a number where it did
/// not.
OutcomeSign SignOfType(std::string_view type);
/// Of `part operation constant`, where `part` has the sign.
OutcomeSign SignOfComparison(std::string_view operation, OutcomeSign part,
                             const CxxValue& constant);
/// `0 < x` is `x > 0`.
std::string_view Mirrored(std::string_view operation);
bool IsComparisonOperation(std::string_view operation);

/// "hasConnectionFailed" -> has, connection, failed. Never empty.
std::vector<std::string> WordsOfName(std::string_view name);
bool HasWordOf(std::string_view name, std::span<const std::string_view> words);

}  // namespace gonogo
