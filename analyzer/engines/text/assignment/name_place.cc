#include "analyzer/engines/text/assignment/name_place.h"

#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"

namespace gonogo {
namespace {

constexpr std::size_t kLineBefore = 64;

}  // namespace

NamePlace::NamePlace(std::string_view text, ByteRange name, FileKind kind)
    : text_(text), name_(name), kind_(kind), syntax_(SyntaxOf(kind)), end_(name.end) {
  FindEnd();
}

/// The closing quote of a quoted name, also where it is escaped: \"password\", or where the name is
/// a variable or an option in quotes: "$password", "--password".
void NamePlace::FindEnd() {
  std::size_t back = 1;
  while (back <= 3 && (Before(back) == '$' || Before(back) == '-')) ++back;
  const char before = Before(back);
  const Cursor cursor(text_, end_);
  if (IsQuote(before) && cursor.Peek() == before) {
    quoted_ = true;
    ++end_;
  } else if (IsQuote(before) && cursor.Peek() == '\\' && cursor.Peek(1) == before) {
    quoted_ = true;
    end_ += 2;
  } else if (Before() == ':' && Before(2) != ':') {
    quoted_ = true;  // Ruby, Clojure, Elixir symbol
  }
}

std::string_view NamePlace::RawLineBefore() const {
  const std::size_t from = name_.begin > kLineBefore ? name_.begin - kLineBefore : 0;
  std::string_view line = text_.substr(from, name_.begin - from);
  line.remove_prefix(std::min(line.rfind('\n') + 1, line.size()));
  return line;
}

std::string_view NamePlace::LineBefore() const {
  std::string_view line = RawLineBefore();
  while (!line.empty() && (IsBlank(line.back()) || IsQuote(line.back()) || line.back() == '$' ||
                           line.back() == '@')) {
    line.remove_suffix(1);
  }
  return line;
}

std::size_t NamePlace::Indent() const {
  const std::string_view line = RawLineBefore();
  const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
  return blanks + (line.substr(blanks).starts_with("- ") ? 2 : 0);
}

bool NamePlace::BeginsLine() const {
  std::size_t at = name_.begin;
  while (at > 0 && name_.begin - at < kLineBefore && IsBlank(text_[at - 1])) --at;
  return at == 0 || IsLineEnd(text_[at - 1]);
}

}  // namespace gonogo
