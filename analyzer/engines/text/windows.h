// Windows: the pieces of a text that a clause's regex looks at, around the
// places where its keywords stand. A window never splits what the clause's span
// promises: a line (4 KiB before and after the keyword at most), a block (8
// lines before, 128 after, 4 KiB before and 12 KiB after at most) or the file.
// A line ends at '\n' or a lone '\r'; the '\r' of "\r\n" belongs to the line,
// so that `\r?$` works.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/model/rule.h"

namespace gonogo {

struct Window {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Window&) const = default;
};

/// The span around one place.
Window WindowAround(std::string_view text, TextSpan span, std::uint64_t begin, std::uint64_t end);

/// The windows of one clause in one text. Overlapping ones are merged; the cost
/// of all Adds together is linear in the text, however many keywords there are.
class WindowList {
 public:
  static constexpr std::size_t kMost = 100'000;

  void Clear();
  /// Keywords are added in ascending order of their ends.
  void Add(std::string_view text, TextSpan span, std::uint64_t begin, std::uint64_t end);
  const std::vector<Window>& windows() const { return windows_; }
  template <class Wanted>
  void Keep(Wanted wanted) {
    std::erase_if(windows_, [&](const Window& window) { return !wanted(window); });
  }
  bool overflowed() const { return overflowed_; }

 private:
  void Extend(std::string_view text, TextSpan span, std::uint64_t end);

  std::vector<Window> windows_;
  std::uint64_t last_end_ = 0;     // of the last keyword
  std::uint32_t lines_after_ = 0;  // line ends between it and the end of the last window
  bool overflowed_ = false;
};

}  // namespace gonogo
