#include "analyzer/worker/response_words.h"

namespace gonogo {
namespace {

constexpr int kDeepest = 8;
constexpr std::size_t kMostBytes = 1 << 20;
constexpr std::size_t kMostWords = 1 << 16;

class Expander {
 public:
  explicit Expander(const FlagRequest& request) : request_(request) {}

  void Add(const std::vector<std::string>& words, int depth) {
    for (const std::string& word : words) {
      if (words_.size() >= kMostWords) return;
      if (word.size() > 1 && word.starts_with('@')) {
        AddFile(word.substr(1), depth);
      } else {
        words_.push_back(word);
      }
    }
  }

  std::vector<std::string> Take() { return std::move(words_); }

 private:
  void AddFile(const std::string& path, int depth) {
    if (depth >= kDeepest || !request_.response_file) return;
    const auto text = request_.response_file(path);
    if (!text || text->size() > kMostBytes - bytes_) return;
    bytes_ += text->size();
    Add(SplitWords(*text), depth + 1);
  }

  const FlagRequest& request_;
  std::vector<std::string> words_;
  std::size_t bytes_ = 0;
};

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

std::vector<std::string> SplitWords(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  bool in_word = false;
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && quote != '\'' && i + 1 < text.size()) {
      word += text[++i];
      in_word = true;
    } else if (quote != 0 ? c == quote : (c == '"' || c == '\'')) {
      quote = quote != 0 ? '\0' : c;
      in_word = true;
    } else if (quote == 0 && IsBlank(c)) {
      if (in_word) words.push_back(std::move(word));
      word.clear();
      in_word = false;
    } else {
      word += c;
      in_word = true;
    }
  }
  if (in_word) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> ExpandResponseFiles(const FlagRequest& request) {
  Expander expander(request);
  expander.Add(request.arguments, 0);
  return expander.Take();
}

}  // namespace gonogo
