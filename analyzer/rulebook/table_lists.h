// TableLists: C++ source of constant arrays and literals. Each array has a name of its own, and
// equal ones are written once.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

/// An expression of type std::string_view.
std::string Literal(std::string_view text);

/// The text as a string literal of C++.
std::string Quoted(std::string_view text);

template <class Enum>
std::string EnumLiteral(std::string_view type, Enum value) {
  return fmt::format("static_cast<{}>({})", type, static_cast<int>(value));
}

/// Collects named arrays; each expression that needs a list refers to one of them.
class TableLists {
 public:
  /// An expression of type std::span<const type>.
  std::string List(std::string_view type, const std::vector<std::string>& elements);
  std::string Texts(std::span<const std::string_view> texts);
  std::string Numbers(std::span<const std::uint32_t> numbers);

  template <class Enum>
  std::string Enums(std::string_view type, std::span<const Enum> values) {
    std::vector<std::string> elements;
    for (const Enum value : values) elements.push_back(EnumLiteral(type, value));
    return List(type, elements);
  }

  const std::string& arrays() const { return arrays_; }

 private:
  std::string arrays_;
  std::map<std::string, std::string> names_;  // of the arrays, by type and elements
};

}  // namespace gonogo
