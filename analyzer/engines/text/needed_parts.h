// NeededParts: what a text must hold so that a regex can match in it, `[0-9a-f]`
// 32 times in a row for `key = (?P<token>[0-9a-f]{32})`. To look for it is far
// cheaper than to compile the regex, so a text without it spares that. The text
// engine asks, the reference engine does not: their agreement shows that no match
// is lost.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/engines/text/pattern_needs.h"

namespace gonogo {

class NeededParts {
 public:
  NeededParts() = default;  // nothing is needed
  explicit NeededParts(std::string_view pattern);

  bool AreIn(std::string_view text) const;

 private:
  struct Words {
    ByteClass first;                 // bytes, of either case
    std::vector<std::string> words;  // in lower case
  };

  static bool HasOneOf(std::string_view text, const Words& group);
  bool HasRun(std::string_view text) const;

  PatternNeeds needs_;  // without the words
  std::vector<Words> words_;
};

}  // namespace gonogo
