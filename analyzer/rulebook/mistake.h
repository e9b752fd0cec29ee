// Mistake: one thing wrong with a file that a user wrote for gonogo (a rule, a checklist item, a
// .gonogo.yaml). Readers collect them all and go on; nothing of a file with mistakes is used.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gonogo {

struct Mistake {
  std::string file;
  std::uint32_t line = 1;    // 1-based
  std::uint32_t column = 1;  // 1-based, bytes
  std::string message;       // lower case, no final full stop

  auto operator<=>(const Mistake&) const = default;
};

/// "file:line:column: message".
std::string Describe(const Mistake& mistake);

/// How many there are in `what`, then a line for each.
std::string DescribeAll(const std::vector<Mistake>& mistakes, std::string_view what);

/// A place in a YAML text.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// The mistakes of one file. A hostile file cannot make it grow: after 100 it says so and takes no
/// more.
class MistakeList {
 public:
  explicit MistakeList(std::string file) : file_(std::move(file)) {}
  void Add(Place place, std::string message);
  bool empty() const { return mistakes_.empty(); }
  /// True where nothing more is taken, so that looking for more is a waste.
  bool full() const;
  /// Sorted by position.
  std::vector<Mistake> Take() &&;

 private:
  std::string file_;
  std::vector<Mistake> mistakes_;
};

}  // namespace gonogo
