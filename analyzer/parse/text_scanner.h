// TextScanner: a place in a text that moves forward, as the readers of the small formats share it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gonogo {

constexpr bool IsInlineSpace(char c) { return c == ' ' || c == '\t'; }
constexpr bool IsLineBreak(char c) { return c == '\n' || c == '\r'; }
constexpr bool IsAnySpace(char c) {
  return IsInlineSpace(c) || IsLineBreak(c) || c == '\f' || c == '\v';
}

class TextScanner {
 public:
  explicit TextScanner(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  std::uint32_t at() const { return static_cast<std::uint32_t>(at_); }
  void MoveTo(std::uint32_t at) { at_ = at; }
  bool AtEnd() const { return at_ >= text_.size(); }
  /// The character `ahead` further on; NUL behind the end.
  char Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void Skip(std::size_t count = 1) {
    at_ = at_ + count < text_.size() ? at_ + count : text_.size();
  }
  bool Sees(std::string_view part) const { return text_.substr(at_).starts_with(part); }
  bool Take(char c) {
    if (AtEnd() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  std::string_view From(std::uint32_t begin) const { return text_.substr(begin, at_ - begin); }

  template <class Predicate>
  void SkipWhile(Predicate holds) {
    while (at_ < text_.size() && holds(text_[at_])) ++at_;
  }
  void SkipInlineSpace() { SkipWhile(IsInlineSpace); }
  void SkipAnySpace() { SkipWhile(IsAnySpace); }

  /// To the line break, or to the end.
  void SkipToLineEnd() {
    const std::size_t begin = at_;
    SkipWhile([](char c) { return c != '\n'; });
    if (at_ > begin && !AtEnd() && text_[at_ - 1] == '\r') --at_;
  }
  /// Behind the line break.
  void SkipLineBreak() {
    Take('\r');
    Take('\n');
  }
  /// Behind the next occurrence; false, and at the end, where there is none.
  bool SkipBehind(std::string_view part) {
    const std::size_t found = text_.find(part, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + part.size();
    return found != std::string_view::npos;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace gonogo
