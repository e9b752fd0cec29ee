#include "analyzer/parse/hcl_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/text_scanner.h"

namespace gonogo {
namespace {

bool IsNameStart(char c) { return IsLetter(c) || c == '_' || (c & 0x80) != 0; }
bool IsNameChar(char c) { return IsNameStart(c) || IsDigit(c) || c == '-'; }

class HclTokenizer {
 public:
  HclTokenizer(std::string_view text, std::uint32_t most) : scanner_(text), most_(most) {}

  HclTokens Read() && {
    if (scanner_.Sees("\xEF\xBB\xBF")) scanner_.Skip(3);
    while (result_.error.empty()) {
      scanner_.SkipWhile([](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; });
      if (scanner_.AtEnd()) break;
      if (result_.tokens.size() > most_) Fail("too many tokens");
      ReadOne();
    }
    if (result_.error.empty() && !open_.empty()) {
      scanner_.MoveTo(result_.tokens[open_.back()].begin);
      Fail("a bracket without its end");
    }
    Put(scanner_.at(), HclSort::kEnd);
    return std::move(result_);
  }

 private:
  void Fail(std::string message) {
    if (!result_.error.empty()) return;
    result_.error = std::move(message);
    result_.error_at = scanner_.at();
  }

  void Put(std::uint32_t begin, HclSort sort, bool interpolated = false) {
    HclToken token;
    token.begin = begin;
    token.end = scanner_.at();
    token.sort = sort;
    token.interpolated = interpolated;
    result_.tokens.push_back(token);
  }

  void ReadOne() {
    const std::uint32_t begin = scanner_.at();
    const char c = scanner_.Peek();
    if (c == '\n') {
      scanner_.Skip();
      Put(begin, HclSort::kNewline);
    } else if (c == '#' || scanner_.Sees("//") || scanner_.Sees("/*")) {
      ReadComment();
    } else if (c == '"') {
      ReadString();
    } else if (scanner_.Sees("<<") && (IsNameStart(scanner_.Peek(2)) || scanner_.Peek(2) == '-')) {
      ReadHeredoc();
    } else if (IsNameStart(c)) {
      scanner_.SkipWhile(IsNameChar);
      Put(begin, HclSort::kName);
    } else if (IsDigit(c)) {
      ReadNumber();
    } else {
      ReadMark();
    }
  }

  void ReadComment() {
    const std::uint32_t begin = scanner_.at();
    if (scanner_.Sees("/*")) {
      scanner_.Skip(2);
      if (!scanner_.SkipBehind("*/")) Fail("a comment without an end");
    } else {
      scanner_.SkipToLineEnd();
    }
    result_.comments.push_back({begin, scanner_.at()});
  }

  void ReadNumber() {
    const std::uint32_t begin = scanner_.at();
    scanner_.SkipWhile(IsDigit);
    if (scanner_.Peek() == '.' && IsDigit(scanner_.Peek(1))) {
      scanner_.Skip();
      scanner_.SkipWhile(IsDigit);
    }
    if (LowerCase(scanner_.Peek()) == 'e') {
      const char sign = scanner_.Peek(1);
      const std::size_t digits = sign == '+' || sign == '-' ? 2 : 1;
      if (IsDigit(scanner_.Peek(digits))) {
        scanner_.Skip(digits);
        scanner_.SkipWhile(IsDigit);
      }
    }
    Put(begin, HclSort::kNumber);
  }

  /// A string holds expressions, which hold strings: a stack of what is open, '"' or '{'.
  void ReadString() {
    const std::uint32_t begin = scanner_.at();
    std::string open = "\"";
    bool interpolated = false;
    scanner_.Skip();
    while (!open.empty() && !scanner_.AtEnd()) {
      const char c = scanner_.Peek();
      if (open.back() == '"') {
        if (c == '\n') break;
        if (scanner_.Sees("$${") || scanner_.Sees("%%{")) {
          scanner_.Skip(3);
        } else if (scanner_.Sees("${") || scanner_.Sees("%{")) {
          interpolated = true;
          open += '{';
          scanner_.Skip(2);
        } else {
          if (c == '"') open.pop_back();
          scanner_.Skip(c == '\\' ? 2 : 1);
        }
        continue;
      }
      if (c == '"' || c == '{') open += c;
      if (c == '}') open.pop_back();
      scanner_.Skip();
    }
    if (!open.empty()) {
      scanner_.MoveTo(begin);
      return Fail("a string without an end");
    }
    Put(begin, HclSort::kString, interpolated);
  }

  void ReadHeredoc() {
    const std::uint32_t begin = scanner_.at();
    scanner_.Skip(scanner_.Peek(2) == '-' ? 3 : 2);
    const std::uint32_t name_begin = scanner_.at();
    scanner_.SkipWhile(IsNameChar);
    const std::string name(scanner_.From(name_begin));
    scanner_.SkipToLineEnd();
    scanner_.SkipLineBreak();
    const std::uint32_t text_begin = scanner_.at();
    while (!scanner_.AtEnd()) {
      const std::uint32_t line_begin = scanner_.at();
      scanner_.SkipInlineSpace();
      const std::uint32_t word = scanner_.at();
      scanner_.SkipToLineEnd();
      // Terraform takes the name with blanks behind it, too.
      std::string_view mark = scanner_.From(word);
      mark = mark.substr(0, mark.find_last_not_of(" \t\r") + 1);
      if (mark == name) {
        const std::string_view body = scanner_.text().substr(text_begin, line_begin - text_begin);
        return Put(begin, HclSort::kHeredoc, body.contains("${") || body.contains("%{"));
      }
      scanner_.SkipLineBreak();
    }
    scanner_.MoveTo(begin);
    Fail("a heredoc without an end");
  }

  void ReadMark() {
    constexpr std::array<std::string_view, 8> kPairs = {
        "==", "!=", "<=", ">=", "=>", "&&", "||", "..."};
    const std::uint32_t begin = scanner_.at();
    const auto pair =
        std::ranges::find_if(kPairs, [&](std::string_view p) { return scanner_.Sees(p); });
    const char c = scanner_.Peek();
    scanner_.Skip(pair == kPairs.end() ? 1 : pair->size());
    const auto index = static_cast<std::uint32_t>(result_.tokens.size());
    Put(begin, HclSort::kMark);
    if (c == '(' || c == '[' || c == '{') open_.push_back(index);
    if (c == ')' || c == ']' || c == '}') CloseBracket(c, index);
  }

  void CloseBracket(char close, std::uint32_t index) {
    const char opens = close == ')' ? '(' : (close == ']' ? '[' : '{');
    if (open_.empty() || scanner_.text()[result_.tokens[open_.back()].begin] != opens) {
      scanner_.MoveTo(result_.tokens[index].begin);
      return Fail("a bracket that closes nothing");
    }
    result_.tokens[open_.back()].match = index;
    open_.pop_back();
  }

  TextScanner scanner_;
  std::uint32_t most_;
  HclTokens result_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

HclTokens TokenizeHcl(std::string_view text, std::uint32_t most_tokens) {
  return HclTokenizer(text, most_tokens).Read();
}

}  // namespace gonogo
