// CodeText: what of a C or C++ text is no code: comments and literals, so that a word in them is
// not taken for a use. What an #include names counts as code: it is named after the class that it
// declares.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace gonogo {

/// Walks over the comments and literals of a text, forward only and no further than it is asked.
class NonCode {
 public:
  /// The text lives on.
  explicit NonCode(std::string_view text) : text_(text) {}

  /// Goes to the next comment or literal; false where there is none.
  bool Next();
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

  /// Whether the byte is code. Offsets must ascend from call to call.
  bool IsCode(std::size_t at);

 private:
  std::size_t NextMark(std::size_t from);
  std::size_t EndAt(std::size_t at) const;
  std::size_t EndOfLine(std::size_t from) const;
  std::size_t EndOfRaw(std::size_t at) const;
  std::size_t EndOfQuoted(std::size_t at) const;
  bool IsCharacter(std::size_t at) const;
  bool IsRaw(std::size_t at) const;
  bool IsIncluded(std::size_t at) const;

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::array<std::size_t, 3> marks_ = {};  // where each kind of mark stands next, at or behind
  bool started_ = false;
};

/// The text with blanks for what is no code, of the same length; line ends stay where they are.
std::string CodeOnly(std::string_view text);

}  // namespace gonogo
