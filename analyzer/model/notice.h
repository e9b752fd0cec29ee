// Notice: something about one input that the user should know and that is not a finding: a file
// that was not read, or only partly; a rule file with a mistake; a narrowing by the tree's own
// config. The run goes on. In SARIF a notice is a notification.
#pragma once

#include <cstdint>
#include <string>

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

  auto operator<=>(const Notice&) const = default;
};

}  // namespace gonogo
