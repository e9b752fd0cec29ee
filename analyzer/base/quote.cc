#include "analyzer/base/quote.h"

#include <fmt/format.h>

#include "analyzer/base/utf8.h"

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
    const std::size_t length = IsControl(name[0]) ? 0 : Utf8Length(name);
    if (length == 0) {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(name[0]));
    } else {
      quoted += name.substr(0, length);
    }
    name.remove_prefix(length == 0 ? 1 : length);
  }
  return quoted + "'";
}

}  // namespace gonogo
