// Any bytes as an ignore file: no crash, no stall, and the tables of gitignore.cc give the answer
// that its lines give when each is asked on its own and the last that matches is taken. The first
// line of the input is the path.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "analyzer/walk/gitignore.h"

namespace {

using gonogo::GitIgnore;
using gonogo::IgnoreAnswer;

IgnoreAnswer LineByLine(std::string_view text, std::string_view path, bool is_directory) {
  IgnoreAnswer last = IgnoreAnswer::kSilent;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    // A byte order mark counts only at the start of a file; a comment in front keeps it from being
    // one.
    const std::string line = (first ? "" : "#\n") + std::string(text.substr(0, end));
    const IgnoreAnswer answer = GitIgnore(line).Ask(path, is_directory);
    if (answer != IgnoreAnswer::kSilent) last = answer;
    if (answer == IgnoreAnswer::kTooCostly) return answer;
    first = false;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return last;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 16 * 1024) return 0;  // asking each line on its own is slow
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  if (end == std::string_view::npos || end == 0) return 0;
  const std::string_view path = input.substr(0, end);
  const GitIgnore patterns(input.substr(end + 1));
  for (const bool is_directory : {false, true}) {
    const IgnoreAnswer together = patterns.Ask(path, is_directory);
    const IgnoreAnswer apart = LineByLine(input.substr(end + 1), path, is_directory);
    const bool costly = together == IgnoreAnswer::kTooCostly || apart == IgnoreAnswer::kTooCostly;
    if (!costly && together != apart) std::abort();
  }
  return 0;
}
