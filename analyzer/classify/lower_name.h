// LowerName: a short name in lower case, on the stack. Only ASCII letters change, so that names of
// any bytes stay what they are. Of a name longer than the buffer the end is kept, where extensions
// are.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "analyzer/base/ascii.h"

namespace gonogo {

constexpr bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
constexpr bool IsWordChar(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

template <std::size_t kCapacity>
class LowerName {
 public:
  explicit LowerName(std::string_view name) {
    if (name.size() > kCapacity) name.remove_prefix(name.size() - kCapacity);
    for (const char c : name) buffer_[size_++] = LowerCase(c);
  }
  std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, kCapacity> buffer_;
  std::size_t size_ = 0;
};

/// The bytes after the last '/'.
constexpr std::string_view NameInPath(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// Where the last extension begins (its dot), or the size of the name where it has none. A leading
/// dot begins a name, not an extension.
constexpr std::size_t ExtensionAt(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name.size() : dot;
}

}  // namespace gonogo
