// Texts that are joined of pieces: `a + b`, `text += piece`, a printf-like format with its values.
// Each piece that is not known stands as one U+FFFD, so that what surrounds it can be asked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/worker/unit.h"

namespace gonogo {

/// Stands for an unknown piece.
inline constexpr std::string_view kUnknownPiece = "\xEF\xBF\xBD";

/// Whether a text has a piece that is not known.
bool HasUnknownPiece(std::string_view text);

/// How a call writes a text by a format.
struct FormatCall {
  bool result = false;     // the text is what it returns; else its first argument
  std::size_t format = 0;  // which argument is the format
  bool braces = false;     // {} in place of %s
};
std::optional<FormatCall> FormatCallOf(std::string_view callee);

/// The format with its conversions replaced by the pieces, in order.
std::string Formatted(std::string_view format, const std::vector<std::string>& pieces, bool braces);

/// Whether a method appends its first argument to the text that it is called on.
bool Appends(std::string_view callee);
/// Whether an operator joins two texts.
bool Joins(const CxxEvent& event);

}  // namespace gonogo
