// Notice: something about one input that the user should know and that is not a finding: a file
// that was not read, or only partly; a rule file with a mistake; a narrowing by the tree's own
// config. The run goes on. In SARIF a notice is a notification.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <tuple>

namespace gonogo {

/// What became of an input. kInformation says nothing about reading; --strict fails on the other
/// two.
enum class Coverage : std::uint8_t { kInformation, kPartlyRead, kNotRead };

struct Notice {
  std::string
      id;  // kebab-case, from the table in docs: "too-large", "symlink-outside", "unreadable"
  Coverage coverage = Coverage::kInformation;
  std::string path;        // relative to the root; may be empty
  std::uint32_t line = 0;  // 1-based; 0 where there is none
  std::string
      message;  // lower case, no final full stop, names the thing in quotes and says what to do

  bool operator==(const Notice&) const = default;
  /// By place, then id: the order of every report.
  auto operator<=>(const Notice& other) const {
    return std::tie(path, line, id, message, coverage) <=>
           std::tie(other.path, other.line, other.id, other.message, other.coverage);
  }
};

}  // namespace gonogo
