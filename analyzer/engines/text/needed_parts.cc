#include "analyzer/engines/text/needed_parts.h"

#include <algorithm>
#include <utility>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

bool StartsWithWord(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (LowerCase(text[i]) != word[i]) return false;
  }
  return true;
}

}  // namespace

NeededParts::NeededParts(std::string_view pattern) : needs_(NeedsOf(pattern)) {
  for (std::vector<std::string>& words : std::exchange(needs_.words, {})) {
    Words group;
    for (const std::string& word : words) {
      const auto first = static_cast<unsigned char>(word.front());
      group.first.set(first);
      if (IsLower(word.front())) group.first.set(first - 'a' + 'A');
    }
    group.words = std::move(words);
    words_.push_back(std::move(group));
  }
}

bool NeededParts::AreIn(std::string_view text) const {
  const auto fits = [&](char c) { return needs_.byte[static_cast<unsigned char>(c)]; };
  if (needs_.byte.any() && std::ranges::none_of(text, fits)) return false;
  if (!HasRun(text)) return false;
  return std::ranges::all_of(words_, [&](const Words& group) { return HasOneOf(text, group); });
}

bool NeededParts::HasOneOf(std::string_view text, const Words& group) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!group.first[static_cast<unsigned char>(text[at])]) continue;
    const std::string_view rest = text.substr(at);
    const auto stands = [&](std::string_view word) { return StartsWithWord(rest, word); };
    if (std::ranges::any_of(group.words, stands)) return true;
  }
  return false;
}

/// Looked at from behind: a byte of another class rules out all runs over it.
bool NeededParts::HasRun(std::string_view text) const {
  const std::size_t length = needs_.run_length;
  const auto fits = [&](std::size_t at) {
    return needs_.run[static_cast<unsigned char>(text[at])];
  };
  std::size_t from = 0;
  while (length > 0 && from + length <= text.size()) {
    std::size_t at = from + length;
    while (at > from && fits(at - 1)) --at;
    if (at == from) return true;
    from = at;
  }
  return length == 0;
}

}  // namespace gonogo
