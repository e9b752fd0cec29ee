// FormatText: a format string taken apart: the text between its conversions, and of each conversion
// which argument it writes and whether that can be anything but a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

enum class FormatStyle : std::uint8_t {
  kPrintf,  // %d %s
  kSqlite,  // printf with %q, %Q and %w, which escape
  kBraces,  // {} {0} {:d}, of std::format and fmt
  kDollar,  // $0 $1, of absl::Substitute
  kQt,      // %1 %2, of QString::arg
};

enum class FormatWrites : std::uint8_t {
  kText,     // the text itself, for printf; with braces whatever the argument is
  kNumber,   // digits
  kEscaped,  // text made safe for SQL
};

struct FormatPart {
  std::string text;  // before the conversion, or at the end
  bool converts = false;
  std::size_t argument = 0;  // 0-based, behind the format
  FormatWrites writes = FormatWrites::kText;
};

/// The parts in order. What is no conversion is text.
std::vector<FormatPart> PartsOfFormat(std::string_view format, FormatStyle style);

}  // namespace gonogo
