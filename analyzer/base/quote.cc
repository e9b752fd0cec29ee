#include "analyzer/base/quote.h"

#include <fmt/format.h>

#include "analyzer/base/characters.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestShown = 160;

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

std::string Quote(std::string_view name) {
  std::string quoted = "'";
  if (name.size() > kLongestShown) {
    quoted += "...";
    name.remove_prefix(name.size() - kLongestShown);
  }
  while (!name.empty()) {
    const Utf8Character character = CharacterAt(name, 0);
    const bool shown = character.valid && !IsControl(name[0]);
    const std::size_t length = shown ? character.length : 1;
    if (shown) {
      quoted += name.substr(0, length);
    } else {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(name[0]));
    }
    name.remove_prefix(length);
  }
  return quoted + "'";
}

}  // namespace gonogo
