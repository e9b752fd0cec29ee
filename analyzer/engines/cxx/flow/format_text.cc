#include "analyzer/engines/cxx/flow/format_text.h"

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

class Reader {
 public:
  Reader(std::string_view format, FormatStyle style) : format_(format), style_(style) {}

  std::vector<FormatPart> Read() && {
    while (at_ < format_.size()) Step();
    if (!text_.empty()) parts_.push_back({text_, false, 0, FormatWrites::kText});
    return std::move(parts_);
  }

 private:
  void Step() {
    const char c = format_[at_];
    const char next = at_ + 1 < format_.size() ? format_[at_ + 1] : '\0';
    switch (style_) {
      case FormatStyle::kPrintf:
      case FormatStyle::kSqlite:
        if (c == '%' && next == '%') return Literal(2);
        if (c == '%') return Printf();
        break;
      case FormatStyle::kBraces:
        if ((c == '{' || c == '}') && next == c) return Literal(2);
        if (c == '{') return Braces();
        break;
      case FormatStyle::kDollar:
        if (c == '$' && next == '$') return Literal(2);
        if (c == '$' && IsDigit(next)) return Numbered(0);
        break;
      case FormatStyle::kQt:
        if (c == '%' && IsDigit(next)) return Numbered(1);
        break;
    }
    Literal(1);
  }

  /// One character of text, spelled with so many bytes.
  void Literal(std::size_t bytes) {
    text_ += format_[at_];
    at_ += bytes;
  }

  void Convert(std::size_t argument, FormatWrites writes) {
    parts_.push_back({std::move(text_), true, argument, writes});
    text_.clear();
  }

  bool Skip(std::string_view any) {
    const std::size_t before = at_;
    while (at_ < format_.size() && any.find(format_[at_]) != std::string_view::npos) ++at_;
    return at_ != before;
  }

  void Stars() {
    while (at_ < format_.size() &&
           (IsDigit(format_[at_]) || format_[at_] == '*' || format_[at_] == '.')) {
      if (format_[at_++] == '*') ++next_;
    }
  }

  void Printf() {
    ++at_;
    std::size_t digits = at_;
    while (digits < format_.size() && IsDigit(format_[digits])) ++digits;
    std::size_t position = 0;
    if (digits > at_ && digits < format_.size() && format_[digits] == '$') {
      for (; at_ < digits; ++at_)
        position = position * 10 + static_cast<std::size_t>(format_[at_] - '0');
      ++at_;
    }
    Skip("-+ #0'!,");
    Stars();
    Skip("hlLqjztI");
    if (at_ >= format_.size()) return;
    // %q is a length to printf and a conversion to SQLite, where no letter of a conversion follows.
    if (style_ == FormatStyle::kSqlite && format_[at_ - 1] == 'q') --at_;
    const char conversion = format_[at_++];
    const std::size_t argument = position > 0 ? position - 1 : next_++;
    if (conversion == 's' || conversion == 'S' || conversion == 'z' || conversion == '@') {
      Convert(argument, FormatWrites::kText);
    } else if (style_ == FormatStyle::kSqlite &&
               (conversion == 'q' || conversion == 'Q' || conversion == 'w')) {
      Convert(argument, FormatWrites::kEscaped);
    } else {
      Convert(argument, FormatWrites::kNumber);
    }
  }

  /// {}, {0}, {name}, {:>8}, {1:d}; widths that are arguments are skipped.
  void Braces() {
    std::size_t end = at_ + 1;
    for (unsigned depth = 1; end < format_.size(); ++end) {
      if (format_[end] == '{') ++depth;
      if (format_[end] == '}' && --depth == 0) break;
    }
    const std::string_view field = format_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    const std::size_t colon = field.find(':');
    const std::string_view id = field.substr(0, colon);
    std::size_t argument = 0;
    bool numbered = !id.empty();
    for (const char c : id) {
      numbered = numbered && IsDigit(c);
      argument = argument * 10 + static_cast<std::size_t>(c - '0');
    }
    if (!numbered) argument = next_++;
    const char last = colon == std::string_view::npos || field.empty() ? '\0' : field.back();
    constexpr std::string_view kNumbers = "dxXobBeEfFgGaA";
    const bool number = colon + 1 < field.size() && kNumbers.find(last) != std::string_view::npos;
    Convert(argument, number ? FormatWrites::kNumber : FormatWrites::kText);
  }

  void Numbered(std::size_t first) {
    ++at_;
    std::size_t number = 0;
    for (std::size_t digits = 0; digits < 2 && at_ < format_.size() && IsDigit(format_[at_]);
         ++digits)
      number = number * 10 + static_cast<std::size_t>(format_[at_++] - '0');
    Convert(number < first ? 0 : number - first, FormatWrites::kText);
  }

  std::string_view format_;
  FormatStyle style_;
  std::size_t at_ = 0;
  std::size_t next_ = 0;
  std::string text_;
  std::vector<FormatPart> parts_;
};

}  // namespace

std::vector<FormatPart> PartsOfFormat(std::string_view format, FormatStyle style) {
  return Reader(format, style).Read();
}

}  // namespace gonogo
