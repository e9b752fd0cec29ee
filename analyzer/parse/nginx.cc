#include "analyzer/parse/nginx.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"
#include "analyzer/parse/word_line.h"

namespace gonogo {
namespace {

class NginxReader {
 public:
  NginxReader(std::string_view text, const ParseLimits& limits)
      : scanner_(text), builder_(text, limits, KeyPolicy::kRepeated) {}

  ConfigTree Read() && {
    if (scanner_.Sees("\xEF\xBB\xBF")) scanner_.Skip(3);
    builder_.BeginDocument(0);
    builder_.Open(NodeKind::kMap, scanner_.at(), NodeStyle::kBlock);
    while (!builder_.failed()) {
      SkipSpace();
      if (scanner_.AtEnd()) break;
      Step();
    }
    if (!builder_.failed() && !blocks_.empty()) Fail("the text ends where '}' is missing");
    builder_.EndDocument(scanner_.at());
    return std::move(builder_).Finish();
  }

 private:
  void Fail(std::string message) {
    builder_.FailDocument(ConfigErrorSort::kSyntax, scanner_.at(), std::move(message));
  }

  void SkipSpace() {
    scanner_.SkipAnySpace();
    while (scanner_.Peek() == '#') {
      const std::uint32_t begin = scanner_.at();
      scanner_.SkipToLineEnd();
      builder_.AddComment({begin, scanner_.at()});
      scanner_.SkipAnySpace();
    }
  }

  void Step() {
    if (scanner_.Peek() == '}') return CloseBlock();
    std::vector<LineWord> words;
    while (!scanner_.AtEnd() && !builder_.failed()) {
      const char c = scanner_.Peek();
      if (c == ';' || (c == '{' && PlaceHolderLength() == 0) || c == '}') break;
      if (!ReadWord(words.emplace_back())) return Fail("a quote without an end");
      SkipSpace();
    }
    if (words.empty()) return Fail("a directive is missing");
    if (scanner_.Peek() == '{') return OpenBlock(words);
    if (!scanner_.Take(';')) return Fail("';' is missing");
    AddWord(words[0], builder_);
    AddWords(words, 1, words[0].end, builder_);
  }

  bool ReadWord(LineWord& word) {
    word.begin = scanner_.at();
    const char quote = scanner_.Peek();
    if (quote == '"' || quote == '\'') {
      scanner_.Skip();
      while (!scanner_.AtEnd() && scanner_.Peek() != quote) TakeCharacter(word);
      if (!scanner_.Take(quote)) return false;
      word.style = quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted;
      word.end = scanner_.at();
      return true;
    }
    while (!scanner_.AtEnd()) {
      const char c = scanner_.Peek();
      if (scanner_.Sees("${")) {
        while (!scanner_.AtEnd() && scanner_.Peek() != '}' && scanner_.Peek() != '\n') {
          TakeCharacter(word);
        }
        if (scanner_.Peek() == '}') TakeCharacter(word);
        continue;
      }
      if (const std::size_t length = PlaceHolderLength(); length > 0) {
        for (std::size_t i = 0; i < length; ++i) TakeCharacter(word);
        continue;
      }
      if (IsAnySpace(c) || c == ';' || c == '{') break;
      TakeCharacter(word);
    }
    word.end = scanner_.at();
    return true;
  }

  /// Of `{SERVER_NAME}`, which something fills in before nginx reads the file; 0 where none stands.
  std::size_t PlaceHolderLength() const {
    const std::string_view rest = scanner_.text().substr(scanner_.at());
    if (rest.size() < 3 || rest[0] != '{' || !IsUpper(rest[1])) return 0;
    std::size_t end = 1;
    while (end < rest.size() && (IsUpper(rest[end]) || IsDigit(rest[end]) || rest[end] == '_'))
      ++end;
    return end < rest.size() && rest[end] == '}' ? end + 1 : 0;
  }

  void TakeCharacter(LineWord& word) {
    const char next = scanner_.Peek(1);
    const bool escapes = next == '"' || next == '\'' || next == '\\' || next == ' ' || next == ';';
    if (scanner_.Peek() == '\\' && escapes) {
      word.decoded = true;
      scanner_.Skip();
    }
    word.text += scanner_.Peek();
    scanner_.Skip();
  }

  void OpenBlock(const std::vector<LineWord>& words) {
    AddWord(words[0], builder_);
    const bool has_parameters = words.size() > 1;
    if (has_parameters) {
      builder_.Open(NodeKind::kMap, words[1].begin, NodeStyle::kWords);
      AddParameters(words);
    }
    const std::uint32_t begin = scanner_.at();
    scanner_.Skip();
    if (words[0].text.ends_with("_by_lua_block")) return SkipLua(begin, has_parameters);
    builder_.Open(NodeKind::kMap, begin, NodeStyle::kFlow);
    blocks_.push_back(has_parameters);
  }

  void AddParameters(const std::vector<LineWord>& words) {
    if (words.size() == 2) {
      AddWord(words[1], builder_);
      return;
    }
    NewNode key;
    key.begin = words[1].begin;
    key.end = words.back().end;
    builder_.Add(key);
  }

  void CloseBlock() {
    if (blocks_.empty()) return Fail("'}' without '{'");
    scanner_.Skip();
    builder_.Close(scanner_.at());
    if (blocks_.back()) builder_.CloseAtContent();
    blocks_.pop_back();
  }

  void SkipLua(std::uint32_t begin, bool has_parameters) {
    std::size_t depth = 1;
    while (!scanner_.AtEnd() && depth > 0) {
      if (scanner_.Sees("--")) {
        scanner_.SkipToLineEnd();
        continue;
      }
      const char c = scanner_.Peek();
      if (c == '"' || c == '\'') {
        scanner_.Skip();
        while (!scanner_.AtEnd() && scanner_.Peek() != c && scanner_.Peek() != '\n') {
          scanner_.Skip(scanner_.Peek() == '\\' ? 2 : 1);
        }
      }
      if (c == '{') ++depth;
      if (c == '}') --depth;
      scanner_.Skip();
    }
    if (depth > 0) return Fail("the text ends where '}' is missing");
    NewNode node;
    node.begin = begin;
    node.end = scanner_.at();
    node.kind = NodeKind::kOpaque;
    builder_.Add(node);
    if (has_parameters) builder_.CloseAtContent();
  }

  TextScanner scanner_;
  TreeBuilder builder_;
  std::vector<bool> blocks_;  // whether a map of parameters stands around each
};

}  // namespace

ConfigTree ParseNginx(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return NginxReader(text, limits).Read();
}

}  // namespace gonogo
