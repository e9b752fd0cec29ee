#include "analyzer/parse/promql_tokens.h"

#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/string_escapes.h"
#include "analyzer/parse/text_scanner.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 6> kPairs = {"==", "!=", "=~", "!~", "<=", ">="};
constexpr std::string_view kSingles = "(){}[],+-*/%^<>=@:";

bool IsNameChar(char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == ':'; }

bool SeesVariable(const TextScanner& scanner) {
  if (scanner.Sees("${")) return true;
  return scanner.Peek() == '$' && (IsLetter(scanner.Peek(1)) || scanner.Peek(1) == '_');
}

/// `$x`, `${x:y}`.
void SkipVariable(TextScanner& scanner) {
  if (!scanner.Sees("${")) {
    scanner.Skip();
    return scanner.SkipWhile([](char c) { return IsLetter(c) || IsDigit(c) || c == '_'; });
  }
  scanner.SkipWhile([](char c) { return c != '}' && c != '\n'; });
  scanner.Take('}');
}

bool SeesOldVariable(const TextScanner& scanner) {
  return scanner.Sees("[[") && (IsLetter(scanner.Peek(2)) || scanner.Peek(2) == '_');
}

void SkipWord(TextScanner& scanner, PromToken& token) {
  const bool number = token.sort == PromWord::kNumber;
  while (!scanner.AtEnd()) {
    const char c = scanner.Peek();
    const bool point = number && c == '.';
    const bool exponent = number && (c == '+' || c == '-') &&
                          LowerCase(scanner.text()[scanner.at() - 1]) == 'e' &&
                          IsDigit(scanner.Peek(1)) && !scanner.From(token.begin).starts_with("0x");
    if (SeesVariable(scanner)) {
      token.variable = true;
      SkipVariable(scanner);
    } else if ((IsNameChar(c) && !(number && c == ':')) || point || exponent) {
      scanner.Skip();
    } else {
      return;
    }
  }
}

bool SkipString(TextScanner& scanner) {
  const char quote = scanner.Peek();
  scanner.Skip();
  while (!scanner.AtEnd() && scanner.Peek() != quote) {
    scanner.Skip(scanner.Peek() == '\\' && quote != '`' ? 2 : 1);
  }
  return scanner.Take(quote);
}

void SkipBlanks(TextScanner& scanner) {
  scanner.SkipAnySpace();
  while (scanner.Peek() == '#') {
    scanner.SkipToLineEnd();
    scanner.SkipAnySpace();
  }
}

void ReadSign(TextScanner& scanner, PromToken& token) {
  const auto pair =
      std::ranges::find_if(kPairs, [&](std::string_view p) { return scanner.Sees(p); });
  const bool known = pair != kPairs.end() || kSingles.contains(scanner.Peek());
  token.sort = known ? PromWord::kSign : PromWord::kWrong;
  scanner.Skip(pair == kPairs.end() ? 1 : 2);
}

}  // namespace

PromToken NextPromToken(std::string_view text, std::uint32_t at) {
  TextScanner scanner(text);
  scanner.MoveTo(at);
  SkipBlanks(scanner);
  PromToken token;
  token.begin = scanner.at();
  const char c = scanner.Peek();
  if (scanner.AtEnd()) {
    token.sort = PromWord::kEnd;
  } else if (c == '"' || c == '\'' || c == '`') {
    token.sort = SkipString(scanner) ? PromWord::kString : PromWord::kWrong;
  } else if (IsDigit(c) || (c == '.' && IsDigit(scanner.Peek(1)))) {
    token.sort = PromWord::kNumber;
    SkipWord(scanner, token);
  } else if (SeesOldVariable(scanner) && text.substr(token.begin).contains("]]")) {
    token.sort = PromWord::kName;
    token.variable = true;
    scanner.SkipBehind("]]");
    SkipWord(scanner, token);
  } else if (IsLetter(c) || c == '_' || c == ':' || SeesVariable(scanner)) {
    token.sort = c == ':' ? PromWord::kSign : PromWord::kName;
    SkipWord(scanner, token);
    if (token.sort == PromWord::kSign && scanner.at() > token.begin + 1)
      token.sort = PromWord::kName;
  } else {
    ReadSign(scanner, token);
  }
  token.end = scanner.at();
  token.text = text.substr(token.begin, token.end - token.begin);
  return token;
}

std::string PromStringValue(std::string_view raw) {
  if (raw.size() < 2) return std::string(raw);
  const std::string_view inside = raw.substr(1, raw.size() - 2);
  return raw.front() == '`' ? std::string(inside) : Unescape(inside);
}

}  // namespace gonogo
