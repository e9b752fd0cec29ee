#include "analyzer/engines/cxx/code_text.h"

#include <algorithm>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestDelimiter = 16;  // of a raw string, [lex.string]
constexpr std::array<char, 3> kMarks = {'/', '"', '\''};

bool IsOfName(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

std::string_view WithoutBlanksAtEnd(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// npos becomes the text's end.
std::size_t OrEnd(std::size_t at, std::string_view text) { return std::min(at, text.size()); }

}  // namespace

/// The first mark at or behind `from`. Each kind is looked for on its own, which is many bytes at a
/// time, and no byte is looked at twice.
std::size_t NonCode::NextMark(std::size_t from) {
  std::size_t next = text_.size();
  for (std::size_t i = 0; i < kMarks.size(); ++i) {
    if (!started_ || marks_[i] < from) marks_[i] = OrEnd(text_.find(kMarks[i], from), text_);
    next = std::min(next, marks_[i]);
  }
  started_ = true;
  return next;
}

bool NonCode::Next() {
  std::size_t at = NextMark(end_);
  while (at < text_.size()) {
    const bool included = text_[at] == '"' && IsIncluded(at);
    const std::size_t end = included ? EndOfLine(at) : EndAt(at);
    if (!included && end > at) {
      begin_ = at;
      end_ = end;
      return true;
    }
    at = NextMark(std::max(end, at + 1));
  }
  begin_ = end_ = text_.size();
  return false;
}

bool NonCode::IsCode(std::size_t at) {
  while (end_ <= at && Next()) {
  }
  return at < begin_ || at >= end_;
}

/// Where the comment or literal of a mark ends; the mark itself where it begins none.
std::size_t NonCode::EndAt(std::size_t at) const {
  if (text_[at] == '"') return IsRaw(at) ? EndOfRaw(at) : EndOfQuoted(at);
  if (text_[at] == '\'') return IsCharacter(at) ? EndOfQuoted(at) : at;
  const char next = at + 1 < text_.size() ? text_[at + 1] : '\0';
  if (next == '/') return EndOfLine(at);
  if (next != '*') return at;
  const std::size_t end = text_.find("*/", at + 2);
  return end == std::string_view::npos ? text_.size() : end + 2;
}

/// Where the line ends; one that ends in a backslash goes on.
std::size_t NonCode::EndOfLine(std::size_t from) const {
  while (true) {
    const std::size_t end = text_.find('\n', from);
    if (end == std::string_view::npos) return text_.size();
    const std::string_view line = text_.substr(from, end - from);
    if (!line.ends_with('\\') && !line.ends_with("\\\r")) return end;
    from = end + 1;
  }
}

/// 1'000'000 has no character in it; u8'x' has.
bool NonCode::IsCharacter(std::size_t at) const {
  std::size_t begin = at;
  while (begin > 0 && IsOfName(text_[begin - 1])) --begin;
  return begin == at || !IsDigit(text_[begin]);
}

bool NonCode::IsRaw(std::size_t at) const {
  if (at == 0 || text_[at - 1] != 'R') return false;
  std::size_t begin = at - 1;
  while (begin > 0 && IsOfName(text_[begin - 1])) --begin;
  const std::string_view prefix = text_.substr(begin, at - begin);
  return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR" || prefix == "LR";
}

std::size_t NonCode::EndOfRaw(std::size_t at) const {
  const std::string_view start = text_.substr(at + 1, kLongestDelimiter + 1);
  const std::size_t open = start.find('(');
  if (open == std::string_view::npos) return EndOfQuoted(at);
  const std::string end = ")" + std::string(start.substr(0, open)) + "\"";
  const std::size_t close = text_.find(end, at + 1 + open);
  return close == std::string_view::npos ? text_.size() : close + end.size();
}

/// An apostrophe in text that is not compiled ends with its line.
std::size_t NonCode::EndOfQuoted(std::size_t at) const {
  std::size_t end = at + 1;
  while (end < text_.size() && text_[end] != text_[at] && text_[end] != '\n')
    end += text_[end] == '\\' ? 2 : 1;
  return OrEnd(end + 1, text_);
}

/// Whether the quote opens what an #include names.
bool NonCode::IsIncluded(std::size_t at) const {
  std::string_view before = WithoutBlanksAtEnd(text_.substr(0, at));
  if (before.empty() || (before.back() != 'e' && before.back() != 't')) return false;
  for (const std::string_view word : {"include_next", "include", "import"}) {
    if (!before.ends_with(word)) continue;
    before.remove_suffix(word.size());
    return WithoutBlanksAtEnd(before).ends_with('#');
  }
  return false;
}

std::string CodeOnly(std::string_view text) {
  std::string code(text);
  NonCode other(text);
  while (other.Next()) {
    for (std::size_t at = other.begin(); at < other.end(); ++at) {
      if (code[at] != '\n') code[at] = ' ';
    }
  }
  return code;
}

}  // namespace gonogo
