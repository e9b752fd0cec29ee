#include "analyzer/parse/haproxy.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analyzer/parse/tree_builder.h"
#include "analyzer/parse/word_line.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 20> kSections = {
    "global",      "defaults",  "frontend", "backend",     "listen", "peers",       "resolvers",
    "userlist",    "mailers",   "program",  "cache",       "ring",   "http-errors", "fcgi-app",
    "log-forward", "crt-store", "traces",   "log-profile", "acme",   "healthcheck"};
constexpr std::array<std::string_view, 3> kFamilies = {"timeout", "option", "stats"};

template <std::size_t N>
bool IsOneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// How many words make the key.
std::size_t KeyLength(const std::vector<LineWord>& words) {
  const bool negated = words[0].text == "no" || words[0].text == "default";
  const std::size_t first = negated && words.size() > 1 ? 1 : 0;
  const bool family = IsOneOf(words[first].text, kFamilies) && words.size() > first + 1;
  return first + (family ? 2 : 1);
}

class HaproxyReader {
 public:
  HaproxyReader(std::string_view text, const ParseLimits& limits)
      : text_(text), builder_(text, limits, KeyPolicy::kRepeated) {}

  ConfigTree Read() && {
    std::uint32_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    builder_.BeginDocument(0);
    builder_.Open(NodeKind::kMap, at, NodeStyle::kBlock);
    WordSyntax syntax;
    syntax.backslash = true;
    while (at < text_.size() && !builder_.failed()) {
      std::uint32_t next = at;
      const std::uint32_t end = EndOfLine(text_, at, next);
      Take(SplitWords(text_, at, end, syntax));
      at = next;
    }
    builder_.EndDocument(static_cast<std::uint32_t>(text_.size()));
    return std::move(builder_).Finish();
  }

 private:
  void Take(const WordLine& line) {
    if (line.comment.end > line.comment.begin) builder_.AddComment(line.comment);
    if (line.words.empty()) return;
    if (line.unclosed) return Complain(line, "a quote without an end");
    // Lines that choose others, `.if`, do not say which of them count.
    if (line.words[0].text.starts_with('.')) return;
    if (IsOneOf(line.words[0].text, kSections)) return OpenSection(line.words);
    if (builder_.depth() == 1) return Complain(line, "a line in front of the first section");
    const std::size_t length = KeyLength(line.words);
    AddKey(line.words, length);
    AddWords(line.words, length, line.words[length - 1].end, builder_);
  }

  void Complain(const WordLine& line, const char* message) {
    builder_.Note(ConfigErrorSort::kSyntax, line.words.front().begin, message);
  }

  void AddKey(const std::vector<LineWord>& words, std::size_t length) {
    std::string name = words[0].text;
    for (std::size_t i = 1; i < length; ++i) name += " " + words[i].text;
    NewNode key;
    key.begin = words[0].begin;
    key.end = words[length - 1].end;
    if (text_.substr(key.begin, key.end - key.begin) == name) {
      builder_.Add(key);
    } else {
      builder_.Add(key, name);
    }
  }

  void OpenSection(const std::vector<LineWord>& words) {
    while (builder_.depth() > 1) builder_.CloseAtContent();
    AddWord(words[0], builder_);
    if (words.size() > 1) {
      builder_.Open(NodeKind::kMap, words[1].begin, NodeStyle::kBlock);
      AddWord(words[1], builder_);
    }
    builder_.Open(NodeKind::kMap, words.back().end, NodeStyle::kBlock);
  }

  std::string_view text_;
  TreeBuilder builder_;
};

}  // namespace

ConfigTree ParseHaproxy(std::string_view text, const ParseLimits& limits) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  return HaproxyReader(text, limits).Read();
}

}  // namespace gonogo
