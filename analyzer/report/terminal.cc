#include "analyzer/report/terminal.h"

#include <fmt/format.h>

namespace gonogo {
namespace {

std::string_view CodeOf(Style style) {
  switch (style) {
    case Style::kPlain:
      return "0";
    case Style::kBold:
      return "1";
    case Style::kDim:
      return "2";
    case Style::kRed:
      return "1;31";
    case Style::kYellow:
      return "1;33";
    case Style::kBlue:
      return "1;34";
    case Style::kGreen:
      return "1;32";
  }
  return "0";
}

}  // namespace

std::string Terminal::Paint(Style style, std::string_view text) const {
  if (!color_ || style == Style::kPlain || text.empty()) return std::string(text);
  return fmt::format("\x1B[{}m{}\x1B[0m", CodeOf(style), text);
}

std::string Terminal::Link(std::string_view uri, std::string_view text) const {
  if (!links_ || uri.empty()) return std::string(text);
  return fmt::format("\x1B]8;;{}\x1B\\{}\x1B]8;;\x1B\\", uri, text);
}

Style StyleOf(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return Style::kRed;
    case Severity::kMedium:
      return Style::kYellow;
    case Severity::kLow:
      return Style::kBlue;
    case Severity::kEvidence:
      return Style::kGreen;
  }
  return Style::kPlain;
}

}  // namespace gonogo
