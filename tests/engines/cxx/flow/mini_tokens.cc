#include "tests/engines/cxx/flow/mini_tokens.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace gonogo {
namespace {

bool InName(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

}  // namespace

void FailMini(const MiniToken& token, const std::string& what) {
  throw std::runtime_error("mini text line " + std::to_string(token.line) + ": " + what + " at '" +
                           token.text + "'");
}

std::vector<MiniToken> SplitMini(std::string_view text) {
  std::vector<MiniToken> tokens;
  std::uint32_t line = 1;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    MiniToken token{
        .text = "", .sort = 0, .line = line, .column = static_cast<std::uint32_t>(i - begin + 1)};
    const char c = text[i];
    if (c == '\n') {
      ++line;
      begin = ++i;
      continue;
    }
    if (c == ' ') {
      ++i;
      continue;
    }
    if (text.substr(i, 2) == "//") {
      while (i < text.size() && text[i] != '\n') ++i;
      continue;
    }
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      token.sort = '0';
      while (i < text.size() && InName(text[i])) token.text += text[i++];
    } else if (InName(c) || c == '~') {
      token.sort = 'n';
      while (i < text.size() && (InName(text[i]) || text[i] == '~' || text.substr(i, 2) == "::")) {
        if (text[i] == ':') token.text += text[i++];
        token.text += text[i++];
      }
    } else if (c == '"') {
      token.sort = '"';
      for (++i; i < text.size() && text[i] != '"'; ++i) token.text += text[i];
      ++i;
    } else {
      constexpr std::string_view kTwo[] = {"==", "!=", "&&", "||", "[]", "<=", ">="};
      const bool two = std::ranges::count(kTwo, text.substr(i, 2)) > 0;
      token.text = std::string(text.substr(i, two ? 2 : 1));
      token.sort = token.text[0];
      i += token.text.size();
    }
    tokens.push_back(std::move(token));
  }
  tokens.push_back({.text = "", .sort = 0, .line = line, .column = 1});
  return tokens;
}

}  // namespace gonogo
