// Words of a line: what the readers of line formats share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {

/// A word with the place of its raw text, quotes included.
struct LineWord {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeStyle style = NodeStyle::kPlain;
  bool decoded = false;  // `text` is not the raw text without quotes
  std::string text;
};

struct WordSyntax {
  std::string_view quotes = "\"'";
  bool backslash = false;       // escapes the next character outside of single quotes
  bool double_quotes = false;   // a quote within quotes is written twice
  bool inline_comments = true;  // '#' behind a blank begins a comment
};

struct WordLine {
  std::vector<LineWord> words;
  ConfigSpan comment;  // empty where there is none
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // without the line break
  bool unclosed = false;  // a quote does not end
};

/// Splits text[begin, end), which is one line or several that were continued.
WordLine SplitWords(std::string_view text, std::uint32_t begin, std::uint32_t end,
                    const WordSyntax& syntax);

/// Where the line at `at` ends, without its break; `next` is where the following begins.
std::uint32_t EndOfLine(std::string_view text, std::uint32_t at, std::uint32_t& next);

bool AddWord(const LineWord& word, TreeBuilder& builder);
/// An absent value for no words, the word for one, a list for more.
bool AddWords(const std::vector<LineWord>& words, std::size_t first, std::uint32_t at,
              TreeBuilder& builder);
/// A key that does not stand in the text, at a place.
bool AddNamedKey(std::string_view name, std::uint32_t at, TreeBuilder& builder);

}  // namespace gonogo
