// Cursor: a place in a text that moves forward while an assignment is read. It ends by itself at
// the end of the text and judges nothing.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "analyzer/base/ascii.h"

namespace gonogo {

inline bool IsBlank(char c) { return c == ' ' || c == '\t'; }
inline bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`'; }
inline bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }
inline bool IsWhite(char c) { return IsBlank(c) || IsLineEnd(c); }
inline bool IsNameByte(char c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::string_view text() const { return text_; }
  std::size_t at() const { return at_; }
  void MoveTo(std::size_t at) { at_ = at; }

  /// NUL behind the end of the text.
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  /// `word` is not empty.
  bool Starts(std::string_view word) const {
    return Peek() == word.front() && text_.substr(at_).starts_with(word);
  }
  bool Skip(std::string_view word) {
    if (!Starts(word)) return false;
    at_ += word.size();
    return true;
  }
  bool SkipAny(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (Skip(word)) return true;
    }
    return false;
  }
  void SkipBlanks() {
    while (IsBlank(Peek())) ++at_;
  }
  /// Blanks and at most three line ends.
  void SkipWhite() {
    for (int lines = 0; lines < 3 && IsWhite(Peek()); ++at_) lines += Peek() == '\n';
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

}  // namespace gonogo
