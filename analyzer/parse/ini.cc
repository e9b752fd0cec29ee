#include "analyzer/parse/ini.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/string_escapes.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool IsNameChar(char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '.' || c == '-'; }

class IniReader {
 public:
  IniReader(std::string_view text, IniDialect dialect, const ParseLimits& limits)
      : scanner_(text),
        dialect_(dialect),
        builder_(text, limits,
                 dialect == IniDialect::kSystemd ? KeyPolicy::kRepeated : KeyPolicy::kUnique) {}

  ConfigTree Read() && {
    if (scanner_.Sees(kByteOrderMark)) scanner_.Skip(kByteOrderMark.size());
    builder_.BeginDocument(0);
    builder_.Open(NodeKind::kMap, scanner_.at(), NodeStyle::kBlock);
    while (!scanner_.AtEnd() && !builder_.failed()) ReadLine();
    builder_.EndDocument(scanner_.at());
    return std::move(builder_).Finish();
  }

 private:
  bool Is(IniDialect dialect) const { return dialect_ == dialect; }
  bool has_sections() const { return !Is(IniDialect::kProperties) && !Is(IniDialect::kDotenv); }
  bool continues_by_backslash() const {
    return Is(IniDialect::kSystemd) || Is(IniDialect::kProperties);
  }

  bool SeesComment() const {
    const char c = scanner_.Peek();
    if (c == '#') return true;
    return Is(IniDialect::kProperties) ? c == '!' : c == ';' && !Is(IniDialect::kDotenv);
  }

  void TakeComment() {
    const std::uint32_t begin = scanner_.at();
    scanner_.SkipToLineEnd();
    builder_.AddComment({begin, scanner_.at()});
  }

  void Complain(std::uint32_t at, std::string message) {
    builder_.Note(ConfigErrorSort::kSyntax, at, std::move(message));
    scanner_.SkipToLineEnd();
  }

  void ReadLine() {
    scanner_.SkipWhile([](char c) { return IsInlineSpace(c) || c == '\f'; });
    if (IsLineBreak(scanner_.Peek()) && !scanner_.AtEnd()) return scanner_.Skip();
    if (scanner_.AtEnd()) return;
    if (SeesComment()) return TakeComment();
    if (has_sections() && scanner_.Peek() == '[') return ReadSection();
    ReadEntry();
    scanner_.SkipInlineSpace();
    if (!scanner_.AtEnd() && SeesComment()) TakeComment();
  }

  void ReadSection() {
    const std::uint32_t begin = scanner_.at() + 1;
    scanner_.SkipWhile([](char c) { return c != ']' && c != '\n'; });
    if (scanner_.Peek() != ']') return Complain(begin - 1, "a section without ']'");
    if (builder_.depth() > 1) builder_.CloseAtContent();
    Put(begin, scanner_.at(), NodeStyle::kPlain);
    scanner_.Skip();
    builder_.Open(NodeKind::kMap, scanner_.at(), NodeStyle::kBlock);
    scanner_.SkipInlineSpace();
    if (!scanner_.AtEnd() && SeesComment()) TakeComment();
  }

  void Put(std::uint32_t begin, std::uint32_t end, NodeStyle style) {
    NewNode node;
    node.begin = begin;
    node.end = end;
    node.style = style;
    builder_.Add(node);
  }

  void PutDecoded(std::uint32_t begin, std::uint32_t end, const std::string& text,
                  NodeStyle style = NodeStyle::kPlain) {
    if (scanner_.text().substr(begin, end - begin) == text) return Put(begin, end, style);
    NewNode node;
    node.begin = begin;
    node.end = end;
    node.style = style;
    builder_.Add(node, text);
  }

  void ReadEntry() {
    if (Is(IniDialect::kProperties)) return ReadProperty();
    if (Is(IniDialect::kDotenv)) return ReadVariable();
    const std::uint32_t begin = scanner_.at();
    if (Is(IniDialect::kMyCnf) && scanner_.Peek() == '!') {
      scanner_.SkipWhile([](char c) { return !IsAnySpace(c); });
    } else {
      const bool colon = Is(IniDialect::kIni);
      scanner_.SkipWhile([&](char c) { return c != '=' && (c != ':' || !colon) && c != '\n'; });
    }
    const bool has_value = !scanner_.AtEnd() && scanner_.Peek() != '\n';
    const std::uint32_t end = TrimmedEnd(begin, scanner_.at());
    if (end == begin) return Complain(begin, "a value without a key");
    Put(begin, end, NodeStyle::kPlain);
    if (!has_value) {
      if (Is(IniDialect::kSystemd)) {
        builder_.Note(ConfigErrorSort::kSyntax, begin, "a line without '='");
      }
      builder_.AddAbsent(end);
      return;
    }
    scanner_.Skip();
    ReadValue();
  }

  std::uint32_t TrimmedEnd(std::uint32_t begin, std::uint32_t end) const {
    while (end > begin && IsAnySpace(scanner_.text()[end - 1])) --end;
    return end;
  }

  void ReadValue() {
    scanner_.SkipInlineSpace();
    const std::uint32_t begin = scanner_.at();
    if (continues_by_backslash()) return ReadContinued(begin);
    SkipToValueEnd();
    std::uint32_t end = TrimmedEnd(begin, scanner_.at());
    std::string text(scanner_.text().substr(begin, end - begin));
    while (Is(IniDialect::kIni) && SeesIndentedText()) {
      scanner_.SkipLineBreak();
      scanner_.SkipInlineSpace();
      const std::uint32_t part = scanner_.at();
      SkipToValueEnd();
      const std::uint32_t part_end = TrimmedEnd(part, scanner_.at());
      if (part_end == part) break;
      text += "\n" + std::string(scanner_.text().substr(part, part_end - part));
      end = part_end;
    }
    if (end == begin) {
      builder_.AddAbsent(begin);
    } else if (IsQuoted(begin, end)) {
      Put(begin, end,
          scanner_.text()[begin] == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted);
    } else {
      PutDecoded(begin, end, text);
    }
  }

  bool IsQuoted(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin < 2) return false;
    const std::string_view text = scanner_.text().substr(begin, end - begin);
    const char quote = text.front();
    return (quote == '"' || quote == '\'') && text.find(quote, 1) == text.size() - 1;
  }

  /// To the line break or to a comment behind a blank.
  void SkipToValueEnd() {
    const char quote = scanner_.Peek();
    if (quote == '"' || quote == '\'') {
      const std::size_t close =
          scanner_.text().find_first_of(std::string{quote, '\n'}, scanner_.at() + 1);
      if (close != scanner_.text().npos && scanner_.text()[close] == quote) {
        scanner_.MoveTo(static_cast<std::uint32_t>(close + 1));
      }
    }
    bool behind_blank = false;
    while (!scanner_.AtEnd() && scanner_.Peek() != '\n') {
      if (behind_blank && SeesComment()) return;
      behind_blank = IsInlineSpace(scanner_.Peek());
      scanner_.Skip();
    }
  }

  /// Behind this line break, a line that is indented and neither an entry, a comment nor a section.
  bool SeesIndentedText() const {
    if (scanner_.Peek() != '\n') return false;
    std::size_t at = scanner_.at() + 1;
    const std::string_view text = scanner_.text();
    if (at >= text.size() || !IsInlineSpace(text[at])) return false;
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first == line.npos || std::string_view("#;[").contains(line[first])) return false;
    return line.find_first_of("=:") == line.npos;
  }

  /// Lines of which each but the last ends in a backslash.
  void ReadContinued(std::uint32_t begin) {
    std::string text;
    std::uint32_t end = begin;
    while (true) {
      const std::uint32_t part = scanner_.at();
      scanner_.SkipToLineEnd();
      std::string_view line = scanner_.From(part);
      end = scanner_.at();
      std::size_t slashes = line.size() - (line.find_last_not_of('\\') + 1);
      if (slashes % 2 == 0) {
        text += line;
        break;
      }
      line.remove_suffix(1);
      text += line;
      if (Is(IniDialect::kSystemd)) text += ' ';
      scanner_.SkipLineBreak();
      scanner_.SkipInlineSpace();
      while (Is(IniDialect::kSystemd) && !scanner_.AtEnd() && SeesComment()) {
        TakeComment();
        scanner_.SkipLineBreak();
        scanner_.SkipInlineSpace();
      }
      if (scanner_.AtEnd()) break;
    }
    if (Is(IniDialect::kSystemd)) {
      end = TrimmedEnd(begin, end);
      text.resize(text.find_last_not_of(" \t\r") + 1);
    } else {
      text = Unescape(text);
    }
    if (end == begin) {
      builder_.AddAbsent(begin);
    } else {
      PutDecoded(begin, end, text);
    }
  }

  void ReadProperty() {
    const std::uint32_t begin = scanner_.at();
    bool escaped = false;
    while (!scanner_.AtEnd()) {
      const char c = scanner_.Peek();
      if (IsAnySpace(c) || c == '=' || c == ':') break;
      escaped |= c == '\\';
      const bool over_break = scanner_.Sees("\\\r\n");
      scanner_.Skip(c != '\\' ? 1 : (over_break ? 3 : 2));
    }
    const std::uint32_t end = scanner_.at();
    const std::string_view raw = scanner_.From(begin);
    PutDecoded(begin, end, escaped ? Unescape(raw) : std::string(raw));
    scanner_.SkipInlineSpace();
    if (scanner_.Peek() == '=' || scanner_.Peek() == ':') scanner_.Skip();
    ReadValue();
  }

  void ReadVariable() {
    if (scanner_.Sees("export ")) {
      scanner_.Skip(7);
      scanner_.SkipInlineSpace();
    }
    const std::uint32_t begin = scanner_.at();
    scanner_.SkipWhile(IsNameChar);
    const std::uint32_t end = scanner_.at();
    scanner_.SkipInlineSpace();
    if (end == begin) return Complain(begin, "neither a variable nor a comment");
    if (scanner_.Peek() != '=' && !scanner_.AtEnd() && !IsLineBreak(scanner_.Peek())) {
      return Complain(begin, "a variable without '='");
    }
    Put(begin, end, NodeStyle::kPlain);
    if (!scanner_.Take('=')) {
      builder_.AddAbsent(end);
      return;
    }
    scanner_.SkipInlineSpace();
    const char quote = scanner_.Peek();
    if (quote != '"' && quote != '\'' && quote != '`') return ReadValue();
    if (!ReadQuoted(quote)) ReadValue();
  }

  /// False, and nothing read, where the quote does not end.
  bool ReadQuoted(char quote) {
    const std::uint32_t begin = scanner_.at();
    const std::string_view text = scanner_.text();
    std::size_t at = endless_quotes_.contains(quote) ? text.size() : begin + 1;
    while (at < text.size() && text[at] != quote) at += text[at] == '\\' && quote == '"' ? 2 : 1;
    if (at >= text.size()) {
      endless_quotes_ += quote;
      builder_.Note(ConfigErrorSort::kSyntax, begin, "a quote without an end");
      return false;
    }
    scanner_.MoveTo(static_cast<std::uint32_t>(at + 1));
    const auto style = quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted;
    const std::string_view raw = text.substr(begin + 1, at - begin - 1);
    NewNode node;
    node.begin = begin;
    node.end = scanner_.at();
    node.style = style;
    if (quote == '"' && raw.contains('\\')) {
      builder_.Add(node, Unescape(raw));
    } else {
      builder_.Add(node);
    }
    return true;
  }

  TextScanner scanner_;
  IniDialect dialect_;
  TreeBuilder builder_;
  std::string endless_quotes_;  // of which none ends any more: each is looked for once
};

}  // namespace

ConfigTree ParseIni(std::string_view text, IniDialect dialect, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return IniReader(text, dialect, limits).Read();
}

}  // namespace gonogo
