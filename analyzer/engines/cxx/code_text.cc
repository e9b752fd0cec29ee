#include "analyzer/engines/cxx/code_text.h"

#include <algorithm>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestDelimiter = 16;  // of a raw string, [lex.string]

bool IsOfName(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  std::string Blank() && {
    while (at_ < text_.size()) Step();
    return std::move(out_);
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (c == '/' && Next() == '/') {
      BlankTo(EndOfLine(at_));
    } else if (c == '/' && Next() == '*') {
      const std::size_t end = text_.find("*/", at_ + 2);
      BlankTo(end == std::string_view::npos ? text_.size() : end + 2);
    } else if (c == '"') {
      IsRaw() ? SkipRaw() : SkipQuoted('"');
    } else if (c == '\'' && IsCharacter()) {
      SkipQuoted('\'');
    } else if (c == '#' && IsInclude()) {
      at_ = EndOfLine(at_);
    } else {
      ++at_;
    }
  }

  char Next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }

  /// Where the line ends; one that ends in a backslash goes on.
  std::size_t EndOfLine(std::size_t from) const {
    while (true) {
      const std::size_t end = text_.find('\n', from);
      if (end == std::string_view::npos) return text_.size();
      const std::string_view line = text_.substr(from, end - from);
      if (!line.ends_with('\\') && !line.ends_with("\\\r")) return end;
      from = end + 1;
    }
  }

  void BlankTo(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (out_[at_] != '\n') out_[at_] = ' ';
    }
  }

  /// 1'000'000 has no character in it; u8'x' has.
  bool IsCharacter() const {
    std::size_t begin = at_;
    while (begin > 0 && IsOfName(text_[begin - 1])) --begin;
    return begin == at_ || !IsDigit(text_[begin]);
  }

  bool IsRaw() const {
    if (at_ == 0 || text_[at_ - 1] != 'R') return false;
    std::size_t begin = at_ - 1;
    while (begin > 0 && IsOfName(text_[begin - 1])) --begin;
    const std::string_view prefix = text_.substr(begin, at_ - begin);
    return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
  }

  void SkipRaw() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string_view::npos || open - at_ > kLongestDelimiter + 1)
      return SkipQuoted('"');
    const std::string end = ")" + std::string(text_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const std::size_t close = text_.find(end, open);
    BlankTo(close == std::string_view::npos ? text_.size() : close + end.size());
  }

  /// An apostrophe in text that is not compiled ends with its line.
  void SkipQuoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n')
      end += text_[end] == '\\' ? 2 : 1;
    BlankTo(std::min(end + 1, text_.size()));
  }

  bool IsInclude() const {
    const std::size_t word = text_.find_first_not_of(" \t", at_ + 1);
    return word != std::string_view::npos && text_.substr(word).starts_with("include");
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::string CodeOnly(std::string_view text) { return Blanker(text).Blank(); }

}  // namespace gonogo
