#include "analyzer/report/markdown.h"

#include <algorithm>

#include <fmt/format.h>

#include "analyzer/report/code_point.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

std::size_t LongestRun(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

std::string MarkdownText(std::string_view text) {
  std::string escaped;
  for (const char c : ShownText(OneLine(text))) {
    if (std::string_view("\\`*_[]<>#|~&!").contains(c)) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string CodeSpan(std::string_view text) {
  const std::string shown = ShownText(OneLine(text));
  const std::string ticks(LongestRun(shown, '`') + 1, '`');
  const std::string_view pad = shown.contains('`') ? " " : "";
  return fmt::format("{}{}{}{}{}", ticks, pad, shown, pad, ticks);
}

std::string FencedBlock(std::string_view language, std::string_view text) {
  const std::string fence(std::max<std::size_t>(3, LongestRun(text, '`') + 1), '`');
  const std::string_view end = text.empty() || text.ends_with('\n') ? "" : "\n";
  return fmt::format("{}{}\n{}{}{}\n", fence, language, ValidUtf8(text), end, fence);
}

std::string WithPlaceholders(std::string_view example) {
  constexpr std::string_view kOpen = "<<fake:";
  std::string shown;
  for (std::size_t at = 0; at < example.size();) {
    const std::size_t open = example.find(kOpen, at);
    const std::size_t close = open == std::string_view::npos ? open : example.find(">>", open);
    if (close == std::string_view::npos) return shown += example.substr(at);
    std::string name(example.substr(open + kOpen.size(), close - open - kOpen.size()));
    std::ranges::replace(name, ':', '-');
    shown += example.substr(at, open - at);
    shown += "<" + name + ">";
    at = close + 2;
  }
  return shown;
}

}  // namespace gonogo
