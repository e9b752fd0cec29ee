// CodePoints: text of a foreign tree, made fit to be shown. File names and source lines may hold
// bytes that are no UTF-8, escape sequences that drive a terminal, and marks that reverse the
// reading order; none of them reaches a screen as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gonogo {

struct CodePoint {
  char32_t value = 0;      // the byte itself where it is not valid
  std::size_t length = 1;  // bytes
  bool valid = true;
};

/// The code point that begins at offset, which is below text.size(). A bad byte is one invalid
/// point.
CodePoint CodePointAt(std::string_view text, std::size_t offset);

/// Controls, direction marks, invisible characters: what can steer a terminal or deceive a reader.
bool IsUnsafeToShow(char32_t value);

/// Columns that a terminal gives to a character that is safe to show: 0, 1 or 2.
int DisplayWidth(char32_t value);

/// One character as it is shown: itself, "\u{202E}" where unsafe, "\xFF" for a bad byte.
std::string Shown(std::string_view text, std::size_t offset, const CodePoint& point);

/// The whole text as it is shown on a terminal. Line breaks and tabs are escaped too.
std::string ShownText(std::string_view text);

/// Bad bytes become U+FFFD.
std::string ValidUtf8(std::string_view text);

/// At most `limit` code points, the last one "…" where something was cut.
std::string Shortened(std::string_view text, std::size_t limit);

}  // namespace gonogo
