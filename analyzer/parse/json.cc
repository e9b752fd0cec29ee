#include "analyzer/parse/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/string_escapes.h"
#include "analyzer/parse/template_marks.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsWordChar(char c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || c == '$' || c == '+' || c == '-' || c == '.' ||
         (c & 0x80) != 0;
}

std::size_t CountDigits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), IsDigit) -
                                  text.begin());
}

/// A number of RFC 8259.
bool IsNumber(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  std::size_t digits = CountDigits(word);
  if (digits == 0 || (digits > 1 && word.front() == '0')) return false;
  word.remove_prefix(digits);
  if (word.starts_with('.')) {
    digits = CountDigits(word.substr(1));
    if (digits == 0) return false;
    word.remove_prefix(digits + 1);
  }
  if (word.starts_with('e') || word.starts_with('E')) {
    word.remove_prefix(1);
    if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
    digits = CountDigits(word);
    if (digits == 0) return false;
    word.remove_prefix(digits);
  }
  return word.empty();
}

/// What JSON5 allows beyond that: signs, hexadecimal digits, points at either end, Infinity, NaN.
bool IsJson5Number(std::string_view word) {
  if (word.starts_with('-') || word.starts_with('+')) word.remove_prefix(1);
  if (word == "Infinity" || word == "NaN") return true;
  if (word.starts_with("0x") || word.starts_with("0X")) {
    word.remove_prefix(2);
    const auto is_hex = [](char c) {
      return IsDigit(c) || (LowerCase(c) >= 'a' && LowerCase(c) <= 'f');
    };
    return !word.empty() && std::ranges::all_of(word, is_hex);
  }
  const std::size_t digits = CountDigits(word);
  if (digits > 1 && word.front() == '0') return false;
  std::string_view rest = word.substr(digits);
  std::size_t fraction = 0;
  if (rest.starts_with('.')) {
    fraction = CountDigits(rest.substr(1));
    rest.remove_prefix(1 + fraction);
  }
  if (digits + fraction == 0) return false;
  return rest.empty() || IsNumber("1" + std::string(rest));
}

class JsonReader {
 public:
  JsonReader(std::string_view text, std::string_view masked,
             const std::vector<TemplateAction>& actions, const JsonOptions& options)
      : text_(text),
        scanner_(masked),
        options_(options),
        builder_(text, options.limits),
        actions_(actions, 0) {}

  TreeBuilder Read() && {
    if (scanner_.Sees(kByteOrderMark)) scanner_.Skip(kByteOrderMark.size());
    builder_.BeginDocument(0);
    SkipSpace();
    if (scanner_.AtEnd()) {
      Fail("no value");
    } else {
      ReadValue();
    }
    while (builder_.depth() > 0 && !builder_.failed()) Step();
    SkipSpace();
    if (!builder_.failed() && !scanner_.AtEnd()) {
      builder_.Note(ConfigErrorSort::kSyntax, scanner_.at(), "text behind the value");
    }
    builder_.EndDocument(static_cast<std::uint32_t>(text_.size()));
    return std::move(builder_);
  }

 private:
  bool is_strict() const { return options_.dialect == JsonDialect::kStrict; }
  bool is_json5() const { return options_.dialect == JsonDialect::kJson5; }

  void Fail(std::string message) {
    builder_.FailDocument(ConfigErrorSort::kSyntax, scanner_.at(), std::move(message));
  }

  /// What only a wider dialect has; said once.
  void NoteExtra(bool allowed, bool& noted, std::uint32_t at, std::string_view what) {
    if (allowed || noted) return;
    noted = true;
    builder_.Note(ConfigErrorSort::kSyntax, at,
                  fmt::format("{}, which this file may not have", what));
  }

  void SkipSpace() {
    while (!scanner_.AtEnd()) {
      scanner_.SkipAnySpace();
      if (scanner_.Sees("\xC2\xA0") || scanner_.Sees(kByteOrderMark)) {
        scanner_.Skip(scanner_.Peek() == '\xC2' ? 2 : 3);
      } else if (scanner_.Sees("//") || scanner_.Sees("/*")) {
        SkipComment();
      } else {
        return;
      }
    }
  }

  void SkipComment() {
    const std::uint32_t begin = scanner_.at();
    if (scanner_.Peek(1) == '/') {
      scanner_.SkipToLineEnd();
    } else {
      scanner_.Skip(2);
      if (!scanner_.SkipBehind("*/")) return Fail("a comment without an end");
    }
    NoteExtra(!is_strict(), noted_comment_, begin, "a comment");
    builder_.AddComment({begin, scanner_.at()});
  }

  /// One entry of a map or list, or its end.
  void Step() {
    SkipSpace();
    const bool in_map = builder_.innermost() == NodeKind::kMap;
    const char close = in_map ? '}' : ']';
    if (scanner_.AtEnd()) return Fail(fmt::format("the text ends where '{}' is missing", close));
    if (scanner_.Take(close)) {
      if (behind_comma_) NoteExtra(!is_strict(), noted_comma_, scanner_.at() - 1, "a last comma");
      builder_.Close(scanner_.at());
      return ReadSeparator();
    }
    behind_comma_ = false;
    if (in_map && !ReadKey()) return;
    const std::size_t depth = builder_.depth();
    ReadValue();
    if (builder_.depth() == depth) ReadSeparator();
  }

  void ReadSeparator() {
    behind_comma_ = false;
    if (builder_.failed() || builder_.depth() == 0) return;
    SkipSpace();
    if (scanner_.Take(',')) {
      behind_comma_ = true;
    } else if (scanner_.Peek() != '}' && scanner_.Peek() != ']' && !builder_.failed()) {
      Fail("a comma is missing");
    }
  }

  bool ReadKey() {
    const char c = scanner_.Peek();
    if (c == '"' || c == '\'') {
      ReadString();
    } else if (IsWordChar(c)) {
      const std::uint32_t begin = scanner_.at();
      scanner_.SkipWhile(IsWordChar);
      NoteExtra(is_json5(), noted_key_, begin, "a key without quotes");
      AddPlain(begin);
    } else {
      Fail("a key is missing");
    }
    SkipSpace();
    if (builder_.failed()) return false;
    if (!scanner_.Take(':')) {
      Fail("a colon is missing");
      return false;
    }
    SkipSpace();
    return true;
  }

  void ReadValue() {
    const std::uint32_t begin = scanner_.at();
    const char c = scanner_.Peek();
    if (c == '{' || c == '[') {
      scanner_.Skip();
      builder_.Open(c == '{' ? NodeKind::kMap : NodeKind::kList, begin, NodeStyle::kFlow);
      if (!builder_.failed()) builder_.nodes().back().flags |= actions_.FlagsAt(begin);
      behind_comma_ = false;
    } else if (c == '"' || c == '\'') {
      ReadString();
    } else {
      ReadWord();
    }
  }

  void ReadWord() {
    const std::uint32_t begin = scanner_.at();
    scanner_.SkipWhile(IsWordChar);
    const std::string_view word = scanner_.From(begin);
    const bool opaque = actions_.Overlaps(begin, scanner_.at());
    const bool known = word == "true" || word == "false" || word == "null" || IsNumber(word);
    if (!known && !opaque) {
      if (!IsJson5Number(word)) {
        scanner_.MoveTo(begin);
        return Fail(word.empty() ? "a value is missing" : "neither a string nor a number");
      }
      NoteExtra(is_json5(), noted_number_, begin, "a number of JSON5");
    }
    AddPlain(begin);
  }

  void AddPlain(std::uint32_t begin) {
    NewNode node;
    node.begin = begin;
    node.end = scanner_.at();
    Put(node, nullptr);
  }

  void Put(NewNode& node, const std::string* decoded) {
    node.flags = actions_.FlagsAt(node.begin);
    if (actions_.Overlaps(node.begin, node.end)) {
      node.kind = NodeKind::kOpaque;
      decoded = nullptr;
    }
    if (decoded != nullptr) {
      builder_.Add(node, *decoded);
    } else {
      builder_.Add(node);
    }
  }

  void ReadString() {
    const std::uint32_t begin = scanner_.at();
    const char quote = scanner_.Peek();
    if (quote == '\'') NoteExtra(is_json5(), noted_quote_, begin, "a string in single quotes");
    scanner_.Skip();
    bool escaped = false;
    const auto is_plain = [quote](char c) {
      return c != quote && c != '\\' && static_cast<unsigned char>(c) >= 0x20;
    };
    while (true) {
      scanner_.SkipWhile(is_plain);
      if (scanner_.AtEnd() || scanner_.Peek() == quote) break;
      const char c = scanner_.Peek();
      if (c == '\n') break;
      if (static_cast<unsigned char>(c) < 0x20 && c != '\r') {
        NoteExtra(false, noted_control_, scanner_.at(), "a control character in a string");
      }
      escaped |= c == '\\';
      scanner_.Skip(c == '\\' ? EscapeLength() : 1);
    }
    if (!scanner_.Take(quote)) return Fail("a string without an end");
    NewNode node;
    node.begin = begin;
    node.end = scanner_.at();
    node.style = quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted;
    if (!escaped) return Put(node, nullptr);
    const std::string decoded = Unescape(text_.substr(begin + 1, node.end - begin - 2));
    Put(node, &decoded);
  }

  std::size_t EscapeLength() {
    std::string character;
    const char letter = scanner_.Peek(1);
    const std::size_t length = AppendEscape(scanner_.text(), scanner_.at(), character);
    const bool strict = letter != '\'' && letter != 'x' && letter != 'v' && letter != 'e' &&
                        letter != 'U' && letter != '\n' && letter != '\r';
    if (length == 0 || (!strict && !is_json5())) {
      NoteExtra(false, noted_escape_, scanner_.at(), "an unknown escape");
    }
    return std::max<std::size_t>(length, 2);
  }

  std::string_view text_;
  TextScanner scanner_;
  const JsonOptions& options_;
  TreeBuilder builder_;
  ActionCursor actions_;
  bool behind_comma_ = false;
  bool noted_comment_ = false, noted_comma_ = false, noted_key_ = false, noted_number_ = false;
  bool noted_quote_ = false, noted_control_ = false, noted_escape_ = false;
};

}  // namespace

ConfigTree ParseJson(std::string_view text, const JsonOptions& options) {
  if (text.size() > options.limits.bytes) return TooLarge(text, options.limits);
  std::vector<TemplateAction> actions = FindActions(text, options.templates);
  const std::string masked = actions.empty() ? std::string() : MaskActions(text, actions);
  const std::string_view readable = actions.empty() ? text : std::string_view(masked);
  TreeBuilder builder = JsonReader(text, readable, actions, options).Read();
  builder.MarkTemplates(std::move(actions));
  return std::move(builder).Finish();
}

}  // namespace gonogo
