#include "analyzer/parse/word_line.h"

#include "analyzer/parse/text_scanner.h"

namespace gonogo {
namespace {

class WordSplitter {
 public:
  WordSplitter(std::string_view text, std::uint32_t begin, std::uint32_t end,
               const WordSyntax& syntax)
      : text_(text.substr(0, end)), at_(begin), syntax_(syntax) {
    line_.begin = begin;
    line_.end = end;
  }

  WordLine Split() && {
    while (true) {
      while (at_ < text_.size() && IsAnySpace(text_[at_])) ++at_;
      if (at_ >= text_.size()) return std::move(line_);
      const bool first = line_.words.empty();
      if (text_[at_] == '#' && (first || syntax_.inline_comments)) {
        line_.comment = {at_, line_.end};
        return std::move(line_);
      }
      ReadWord();
    }
  }

 private:
  bool IsQuote(char c) const { return syntax_.quotes.contains(c); }

  void ReadWord() {
    LineWord word;
    word.begin = at_;
    int pieces = 0;  // quoted ones and bare ones: a word of one quoted piece has its style
    char quote = '\0';
    while (at_ < text_.size() && !IsAnySpace(text_[at_])) {
      if (!IsQuote(text_[at_])) {
        ReadBare(word);
      } else {
        quote = text_[at_];
        ReadQuoted(word, quote);
      }
      ++pieces;
    }
    word.end = at_;
    const std::string_view raw = text_.substr(word.begin, word.end - word.begin);
    if (pieces == 1 && quote != '\0' && !line_.unclosed) {
      word.style = quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted;
      word.decoded = raw.substr(1, raw.size() - 2) != word.text;
    } else {
      word.decoded = raw != word.text;
    }
    line_.words.push_back(std::move(word));
  }

  void ReadBare(LineWord& word) {
    while (at_ < text_.size() && !IsAnySpace(text_[at_]) && !IsQuote(text_[at_])) {
      if (syntax_.backslash && text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      word.text += text_[at_++];
    }
  }

  void ReadQuoted(LineWord& word, char quote) {
    ++at_;
    while (at_ < text_.size()) {
      const bool doubled = syntax_.double_quotes && text_[at_] == quote && at_ + 1 < text_.size() &&
                           text_[at_ + 1] == quote;
      if (text_[at_] == quote && !doubled) break;
      const bool escapes = syntax_.backslash && text_[at_] == '\\' && quote != '\'';
      if ((doubled || escapes) && at_ + 1 < text_.size()) ++at_;
      word.text += text_[at_++];
    }
    if (at_ < text_.size()) {
      ++at_;
    } else {
      line_.unclosed = true;
    }
  }

  std::string_view text_;
  std::uint32_t at_;
  const WordSyntax& syntax_;
  WordLine line_;
};

}  // namespace

WordLine SplitWords(std::string_view text, std::uint32_t begin, std::uint32_t end,
                    const WordSyntax& syntax) {
  return WordSplitter(text, begin, end, syntax).Split();
}

std::uint32_t EndOfLine(std::string_view text, std::uint32_t at, std::uint32_t& next) {
  TextScanner scanner(text);
  scanner.MoveTo(at);
  scanner.SkipToLineEnd();
  const std::uint32_t end = scanner.at();
  scanner.SkipLineBreak();
  next = scanner.at();
  return end;
}

bool AddWord(const LineWord& word, TreeBuilder& builder) {
  NewNode node;
  node.begin = word.begin;
  node.end = word.end;
  node.style = word.style;
  return word.decoded ? builder.Add(node, word.text) : builder.Add(node);
}

bool AddWords(const std::vector<LineWord>& words, std::size_t first, std::uint32_t at,
              TreeBuilder& builder) {
  if (words.size() <= first) return builder.AddAbsent(at);
  if (words.size() == first + 1) return AddWord(words[first], builder);
  if (!builder.Open(NodeKind::kList, words[first].begin, NodeStyle::kWords)) return false;
  for (std::size_t i = first; i < words.size(); ++i) {
    if (!AddWord(words[i], builder)) return false;
  }
  return builder.CloseAtContent();
}

bool AddNamedKey(std::string_view name, std::uint32_t at, TreeBuilder& builder) {
  NewNode node;
  node.begin = node.end = at;
  return builder.Add(node, name);
}

}  // namespace gonogo
