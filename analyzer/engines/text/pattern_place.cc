#include "analyzer/engines/text/pattern_place.h"

#include <algorithm>
#include <string>

namespace gonogo {
namespace {

constexpr std::uint64_t kBefore = 400;
constexpr std::uint64_t kAfter = 200;
constexpr std::size_t kBeginning = 3;
constexpr std::size_t kShortBeginning = 2;  // enough where the class follows at once: `nf[pco]_`
constexpr std::size_t kLongestPrefix = 16;  // from the beginning to the class of characters

bool HoldsPattern(std::string_view text, std::string_view beginning) {
  for (std::size_t at = text.find(beginning); at != text.npos; at = text.find(beginning, at + 1)) {
    const std::string_view rest = text.substr(at + beginning.size(), kLongestPrefix);
    const std::size_t open = std::min(rest.find('['), rest.find("\\w"));
    if (open == rest.npos) continue;
    if (rest.substr(0, open).find_first_of(" \t\n\"'`") == rest.npos) return true;
  }
  return false;
}

bool HoldsClassBehind(std::string_view text, std::string_view beginning) {
  const std::string mark = std::string(beginning) + "[";
  return text.contains(mark);
}

}  // namespace

bool StandsBesideItsPattern(std::string_view text, ByteRange token) {
  if (token.end > text.size() || token.end - token.begin < 12) return false;
  const std::string_view beginning = text.substr(token.begin, kBeginning);
  const std::uint64_t from = token.begin - std::min(token.begin, kBefore);
  const auto holds = [&](std::string_view around) {
    return HoldsPattern(around, beginning) ||
           HoldsClassBehind(around, beginning.substr(0, kShortBeginning));
  };
  return holds(text.substr(from, token.begin - from)) || holds(text.substr(token.end, kAfter));
}

}  // namespace gonogo
