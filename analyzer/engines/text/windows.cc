#include "analyzer/engines/text/windows.h"

#include <algorithm>

namespace gonogo {
namespace {

struct Reach {
  std::uint32_t lines_before, lines_after;
  std::uint64_t bytes_before, bytes_after;
};

Reach ReachOf(TextSpan span) {
  if (span == TextSpan::kLine) return {0, 0, 4096, 4096};
  return {8, 128, 4096, 12288};
}

bool EndsLine(std::string_view text, std::uint64_t at) {
  return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
}

std::uint64_t Backward(std::string_view text, const Reach& reach, std::uint64_t from) {
  const std::uint64_t least = from - std::min(from, reach.bytes_before);
  std::uint32_t lines = 0;
  std::uint64_t begin = from;
  while (begin > least) {
    if (EndsLine(text, begin - 1) && lines++ == reach.lines_before) break;
    --begin;
  }
  return begin;
}

/// Moves `end` on until one line end more than wanted lies ahead, and counts
/// those passed.
std::uint64_t Forward(std::string_view text, const Reach& reach, std::uint64_t keyword_end,
                      std::uint64_t end, std::uint32_t& lines) {
  const std::uint64_t most = std::min<std::uint64_t>(text.size(), keyword_end + reach.bytes_after);
  for (; end < most; ++end) {
    if (!EndsLine(text, end)) continue;
    if (lines == reach.lines_after) break;
    ++lines;
  }
  return end;
}

Window MakeWindow(std::uint64_t begin, std::uint64_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

Window WindowAround(std::string_view text, TextSpan span, std::uint64_t begin, std::uint64_t end) {
  if (span == TextSpan::kFile) return MakeWindow(0, text.size());
  const Reach reach = ReachOf(span);
  std::uint32_t lines = 0;
  return MakeWindow(Backward(text, reach, begin), Forward(text, reach, end, end, lines));
}

void WindowList::Clear() {
  windows_.clear();
  overflowed_ = false;
}

void WindowList::Add(std::string_view text, TextSpan span, std::uint64_t begin, std::uint64_t end) {
  if (span == TextSpan::kFile) {
    if (windows_.empty()) windows_.push_back(MakeWindow(0, text.size()));
    return;
  }
  if (!windows_.empty() && end <= windows_.back().end) {
    Extend(text, span, end);
    return;
  }
  const Reach reach = ReachOf(span);
  const std::uint64_t first = Backward(text, reach, begin);
  if (windows_.empty() || first > windows_.back().end) {
    if (windows_.size() == kMost) {
      overflowed_ = true;
      return;
    }
    windows_.push_back(MakeWindow(first, end));
  }
  lines_after_ = 0;
  windows_.back().end = static_cast<std::uint32_t>(Forward(text, reach, end, end, lines_after_));
  last_end_ = end;
}

/// The keyword stands in the last window already: the window grows by as many
/// lines as the keyword is further on than the one before.
void WindowList::Extend(std::string_view text, TextSpan span, std::uint64_t end) {
  for (; last_end_ < end; ++last_end_) {
    if (EndsLine(text, last_end_)) lines_after_ -= lines_after_ > 0 ? 1 : 0;
  }
  Window& last = windows_.back();
  last.end = static_cast<std::uint32_t>(Forward(text, ReachOf(span), end, last.end, lines_after_));
}

}  // namespace gonogo
