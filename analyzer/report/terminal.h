// Terminal: colours and links for text that people read, or plain text where neither is wanted. The
// caller decides (NO_COLOR, CLICOLOR_FORCE, a terminal or not); texts handed in are safe to show
// already.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/rule.h"

namespace gonogo {

enum class Style { kPlain, kBold, kDim, kRed, kYellow, kBlue, kGreen };

class Terminal {
 public:
  Terminal(bool color, bool links) : color_(color), links_(links) {}

  std::string Paint(Style style, std::string_view text) const;
  /// `uri` is percent-encoded, so it cannot end the link early.
  std::string Link(std::string_view uri, std::string_view text) const;

 private:
  bool color_;
  bool links_;
};

/// The colour of a severity: red, yellow, blue, green.
Style StyleOf(Severity severity);

}  // namespace gonogo
