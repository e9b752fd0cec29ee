// LineCursor: the lines of a text, one after the other, without their terminators and without
// leading blanks.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "analyzer/classify/lower_name.h"

namespace gonogo {

class LineCursor {
 public:
  explicit LineCursor(std::string_view text) : rest_(text) {}

  /// False at the end. A line that is all blanks is given as an empty one.
  bool Next(std::string_view& line) {
    if (rest_.empty()) return false;
    const void* end = std::memchr(rest_.data(), '\n', rest_.size());
    const std::size_t size =
        end == nullptr ? rest_.size()
                       : static_cast<std::size_t>(static_cast<const char*>(end) - rest_.data());
    line = rest_.substr(0, size);
    rest_.remove_prefix(end == nullptr ? size : size + 1);
    indented_ = !line.empty() && IsBlank(line.front());
    while (!line.empty() && IsBlank(line.front())) line.remove_prefix(1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return true;
  }

  /// Whether blanks were cut from the line given last.
  bool indented() const { return indented_; }

 private:
  std::string_view rest_;
  bool indented_ = false;
};

}  // namespace gonogo
