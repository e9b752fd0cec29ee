#include "analyzer/parse/hcl.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/parse/hcl_tokens.h"
#include "analyzer/parse/string_escapes.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {
namespace {

/// What is being read: a body of attributes and blocks, a list, or an object.
enum class Place : std::uint8_t { kBody, kList, kObject };

class HclReader {
 public:
  HclReader(std::string_view text, const ParseLimits& limits)
      : text_(text),
        // Most nodes take more than one token, and line breaks are tokens too.
        source_(TokenizeHcl(text, 4 * limits.nodes)),
        builder_(text, limits, KeyPolicy::kRepeated) {}

  ConfigTree Read() && {
    builder_.BeginDocument(0);
    for (const ConfigSpan& comment : source_.comments) builder_.AddComment(comment);
    if (!source_.error.empty()) {
      const bool limit = source_.error == "too many tokens";
      builder_.FailDocument(limit ? ConfigErrorSort::kLimit : ConfigErrorSort::kSyntax,
                            source_.error_at, source_.error);
    } else {
      builder_.Open(NodeKind::kMap, 0, NodeStyle::kBlock);
      open_.push_back({Place::kBody, static_cast<std::uint32_t>(source_.tokens.size() - 1), 0});
      while (!open_.empty() && !builder_.failed()) Step();
    }
    builder_.EndDocument(static_cast<std::uint32_t>(text_.size()));
    return std::move(builder_).Finish();
  }

 private:
  struct Level {
    Place place = Place::kBody;
    std::uint32_t end = 0;     // the token that ends it
    std::uint32_t labels = 0;  // maps of labels around it, to be closed with it
  };

  const HclToken& Token(std::uint32_t index) const { return source_.tokens[index]; }
  std::string_view Raw(std::uint32_t index) const {
    return text_.substr(Token(index).begin, Token(index).end - Token(index).begin);
  }
  bool IsMark(std::uint32_t index, std::string_view mark) const {
    return Token(index).sort == HclSort::kMark && Raw(index) == mark;
  }
  bool IsBracket(std::uint32_t index) const { return Token(index).match > index; }

  void Fail(std::string message) {
    builder_.FailDocument(ConfigErrorSort::kSyntax, Token(at_).begin, std::move(message));
  }

  void SkipNewlines() {
    while (Token(at_).sort == HclSort::kNewline) ++at_;
  }

  void Step() {
    SkipNewlines();
    const Level level = open_.back();
    if (at_ == level.end) return Close(level);
    switch (level.place) {
      case Place::kBody:
        return ReadBodyItem();
      case Place::kList:
        ReadExpression(level);
        return SkipComma(level);
      case Place::kObject:
        return ReadObjectItem(level);
    }
  }

  void Close(const Level& level) {
    open_.pop_back();
    if (open_.empty()) return;
    builder_.Close(Token(at_).end);
    for (std::uint32_t i = 0; i < level.labels; ++i) builder_.CloseAtContent();
    ++at_;
    if (open_.back().place != Place::kBody) SkipComma(open_.back());
  }

  /// Behind an entry of a list or an object; nothing where the entry is yet to be read.
  void SkipComma(const Level& level) {
    if (builder_.failed() || open_.size() == 0 || open_.back().end != level.end) return;
    const bool newline = Token(at_).sort == HclSort::kNewline;
    SkipNewlines();
    if (IsMark(at_, ",")) {
      ++at_;
    } else if (at_ != level.end && !(newline && level.place == Place::kObject)) {
      Fail("a comma is missing");
    }
  }

  void AddName(std::uint32_t index) {
    NewNode node;
    node.begin = Token(index).begin;
    node.end = Token(index).end;
    if (Token(index).sort == HclSort::kString) return AddString(index);
    builder_.Add(node);
  }

  void AddString(std::uint32_t index) {
    const HclToken& token = Token(index);
    NewNode node;
    node.begin = token.begin;
    node.end = token.end;
    node.style = NodeStyle::kDoubleQuoted;
    if (token.interpolated) node.kind = NodeKind::kOpaque;
    const std::string_view inside = Raw(index).substr(1, token.end - token.begin - 2);
    const bool plain = !inside.contains('\\') && !inside.contains("$${") && !inside.contains("%%{");
    if (plain || token.interpolated) {
      builder_.Add(node);
      return;
    }
    std::string text = Unescape(inside);
    for (const std::string_view doubled : {"$${", "%%{"}) {
      for (std::size_t at = text.find(doubled); at != text.npos; at = text.find(doubled, at)) {
        text.erase(at, 1);
      }
    }
    builder_.Add(node, text);
  }

  /// `name = value`, or `name "label" {`.
  void ReadBodyItem() {
    const HclSort sort = Token(at_).sort;
    if (sort != HclSort::kName && sort != HclSort::kString) return Fail("a name is missing");
    AddName(at_++);
    if (IsMark(at_, "=") || IsMark(at_, ":")) {
      ++at_;
      const Level level = open_.back();
      return ReadExpression(level);
    }
    std::uint32_t labels = 0;
    while (Token(at_).sort == HclSort::kName || Token(at_).sort == HclSort::kString) {
      builder_.Open(NodeKind::kMap, Token(at_).begin, NodeStyle::kWords);
      AddName(at_++);
      ++labels;
    }
    if (!IsMark(at_, "{")) return Fail("neither '=' nor a block");
    OpenLevel(Place::kBody, labels);
  }

  void OpenLevel(Place place, std::uint32_t labels) {
    builder_.Open(place == Place::kList ? NodeKind::kList : NodeKind::kMap, Token(at_).begin,
                  NodeStyle::kFlow);
    open_.push_back({place, Token(at_).match, labels});
    ++at_;
  }

  void ReadObjectItem(const Level& level) {
    const std::uint32_t begin = at_;
    while (at_ < level.end && !IsMark(at_, "=") && !IsMark(at_, ":")) {
      if (Token(at_).sort == HclSort::kNewline) return Fail("'=' is missing");
      at_ = IsBracket(at_) ? Token(at_).match + 1 : at_ + 1;
    }
    if (at_ >= level.end || begin == at_) return Fail("'=' is missing");
    const bool simple = at_ == begin + 1 && (Token(begin).sort == HclSort::kName ||
                                             Token(begin).sort == HclSort::kString);
    if (simple) {
      AddName(begin);
    } else {
      AddOpaque(begin, at_);
    }
    ++at_;
    ReadExpression(level);
    SkipComma(level);
  }

  void AddOpaque(std::uint32_t begin, std::uint32_t end) {
    NewNode node;
    node.begin = Token(begin).begin;
    node.end = Token(end - 1).end;
    node.kind = NodeKind::kOpaque;
    builder_.Add(node);
  }

  /// Behind the expression that begins at `at`.
  std::uint32_t EndOfExpression(std::uint32_t at, const Level& level) const {
    const bool in_list = level.place == Place::kList;
    while (at < level.end) {
      const HclToken& token = Token(at);
      if (token.sort == HclSort::kNewline && !in_list) break;
      if (level.place != Place::kBody && IsMark(at, ",")) break;
      at = IsBracket(at) ? token.match + 1 : at + 1;
    }
    if (!in_list) return at;
    while (at > at_ && Token(at - 1).sort == HclSort::kNewline) --at;
    return at;
  }

  void ReadExpression(const Level& level) {
    if (level.place == Place::kObject) SkipNewlines();
    const std::uint32_t begin = at_;
    const std::uint32_t end = EndOfExpression(begin, level);
    if (begin == end) return Fail("a value is missing");
    const bool one = end == begin + 1;
    const bool negative =
        end == begin + 2 && IsMark(begin, "-") && Token(begin + 1).sort == HclSort::kNumber;
    const bool whole = IsBracket(begin) && Token(begin).match + 1 == end && !IsFor(begin + 1);
    if (whole && IsMark(begin, "[")) return OpenLevel(Place::kList, 0);
    if (whole && IsMark(begin, "{")) return OpenLevel(Place::kObject, 0);
    at_ = end;
    if (negative || (one && IsLiteral(begin))) return AddLiteral(begin, end);
    AddOpaque(begin, end);
  }

  bool IsFor(std::uint32_t index) const {
    while (Token(index).sort == HclSort::kNewline) ++index;
    return Token(index).sort == HclSort::kName && Raw(index) == "for";
  }

  bool IsLiteral(std::uint32_t index) const {
    const HclToken& token = Token(index);
    if (token.sort == HclSort::kName) {
      return Raw(index) == "true" || Raw(index) == "false" || Raw(index) == "null";
    }
    return token.sort == HclSort::kNumber || token.sort == HclSort::kString ||
           (token.sort == HclSort::kHeredoc && !token.interpolated);
  }

  void AddLiteral(std::uint32_t begin, std::uint32_t end) {
    if (Token(begin).sort == HclSort::kString) return AddString(begin);
    NewNode node;
    node.begin = Token(begin).begin;
    node.end = Token(end - 1).end;
    if (Token(begin).sort != HclSort::kHeredoc) {
      builder_.Add(node);
      return;
    }
    node.style = NodeStyle::kHeredoc;
    builder_.Add(node, HeredocText(Raw(begin)));
  }

  /// Without the lines of its marks; of `<<-` without the blanks that all lines begin with.
  static std::string HeredocText(std::string_view raw) {
    const bool indented = raw.starts_with("<<-");
    raw.remove_prefix(std::min(raw.find('\n'), raw.size() - 1) + 1);
    const std::size_t last = raw.rfind('\n');
    raw = last == raw.npos ? std::string_view() : raw.substr(0, last + 1);
    if (!indented) return std::string(raw);
    std::size_t shared = raw.size();
    for (std::string_view left = raw; !left.empty();) {
      const std::string_view line = left.substr(0, left.find('\n'));
      const std::size_t blanks = line.find_first_not_of(" \t");
      if (blanks != line.npos) shared = std::min(shared, blanks);
      left.remove_prefix(std::min(line.size() + 1, left.size()));
    }
    std::string text;
    for (std::string_view left = raw; !left.empty();) {
      const std::string_view line = left.substr(0, left.find('\n'));
      text += line.substr(std::min(shared, line.size()));
      text += '\n';
      left.remove_prefix(std::min(line.size() + 1, left.size()));
    }
    return text;
  }

  std::string_view text_;
  HclTokens source_;
  TreeBuilder builder_;
  std::vector<Level> open_;
  std::uint32_t at_ = 0;
};

}  // namespace

ConfigTree ParseHcl(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return HclReader(text, limits).Read();
}

}  // namespace gonogo
