#include "analyzer/engines/text/assignment/quoted_literal.h"

#include <algorithm>
#include <utility>

namespace gonogo {
namespace {

bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`'; }
bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }

struct Opening {
  std::size_t inside = 0;       // first byte of the value
  std::string closing;          // what ends it
  bool raw = false;             // no escapes
  bool template_marks = false;  // f"", $"": braces interpolate
};

/// The letters that may stand directly before a quote: r b f u u8 L @ $ in any sensible order.
std::size_t PrefixLength(std::string_view text, std::size_t at) {
  constexpr std::string_view kLetters = "rRbBfFuUL8@$";
  std::size_t length = 0;
  while (length < 3 && at + length < text.size() &&
         kLetters.find(text[at + length]) != std::string_view::npos) {
    ++length;
  }
  return length;
}

/// Three of a quote: what closes the long form.
std::string_view ClosingOf(char quote) {
  if (quote == '"') return "\"\"\"";
  return quote == '\'' ? "'''" : "```";
}

std::optional<Opening> OpenRust(std::string_view text, std::size_t at) {  // r#"..."#, also after b
  std::size_t hashes = 0;
  while (at + hashes < text.size() && text[at + hashes] == '#' && hashes < 8) ++hashes;
  if (hashes == 0 || at + hashes >= text.size() || text[at + hashes] != '"') return std::nullopt;
  std::string closing = "\"";
  closing.append(hashes, '#');
  return Opening{at + hashes + 1, std::move(closing), true, false};
}

std::optional<Opening> Open(std::string_view text, std::size_t at) {
  const std::size_t prefix = PrefixLength(text, at);
  const std::string_view letters = text.substr(at, prefix);
  const bool raw = letters.find_first_of("rR@") != std::string_view::npos;
  const bool marks = letters.find_first_of("fF$") != std::string_view::npos;
  at += prefix;
  if (at >= text.size()) return std::nullopt;
  if (raw && text[at] == '#') return OpenRust(text, at);
  if (!IsQuote(text[at])) return std::nullopt;
  const std::string_view all = ClosingOf(text[at]);
  if (text.substr(at, 3) == all) return Opening{at + 3, std::string(all), raw, marks};
  if (raw && text.substr(at, 2) == "\"(") return Opening{at + 2, ")\"", true, marks};  // C++ R"(v)"
  return Opening{at + 1, std::string(all.substr(0, 1)), raw, marks};
}

char Unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    default:
      return c;
  }
}

/// Appends the value and gives the place behind the closing quote; npos where it does not end.
std::size_t ReadBody(std::string_view text, const Opening& opening, std::string& value) {
  const bool one_line = opening.closing.size() == 1 && opening.closing != "`";
  const std::size_t limit = std::min(text.size(), opening.inside + kLongestQuoted);
  for (std::size_t at = opening.inside; at < limit; ++at) {
    if (text.compare(at, opening.closing.size(), opening.closing) == 0)
      return at + opening.closing.size();
    if (text[at] == '\\' && !opening.raw && at + 1 < limit) {
      ++at;
      if (!IsLineEnd(text[at])) value += Unescaped(text[at]);
      continue;
    }
    if (one_line && IsLineEnd(text[at])) return std::string_view::npos;
    value += text[at];
  }
  return std::string_view::npos;
}

std::size_t SkipToNext(std::string_view text, std::size_t at) {
  std::size_t lines = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '\n' && ++lines > 2) return at;
    if (text[at] == '\\' && at + 1 < text.size() && IsLineEnd(text[at + 1])) continue;
    if (!IsBlank(text[at]) && !IsLineEnd(text[at])) return at;
  }
  return at;
}

/// Behind a literal: the place behind a joining operator (`+ . .. & ~`); the same place for
/// adjacent literals.
std::size_t SkipJoin(std::string_view text, std::size_t at, bool& has_operator) {
  has_operator = false;
  if (at >= text.size()) return at;
  if (text.substr(at, 2) == "..") {
    has_operator = true;
    return at + 2;
  }
  const bool joins = text[at] == '+' || text[at] == '&' || text[at] == '~' ||
                     (text[at] == '.' && at + 1 < text.size() &&
                      (IsBlank(text[at + 1]) || IsQuote(text[at + 1]) || text[at + 1] == '$'));
  if (!joins || text.substr(at, 2) == "&&" || text.substr(at, 2) == "+=") return at;
  has_operator = true;
  return at + 1;
}

bool Interpolates(std::string_view value, const Opening& opening) {
  if (opening.template_marks && value.find('{') != std::string_view::npos) return true;
  return value.find("${") != std::string_view::npos || value.find("#{") != std::string_view::npos ||
         value.find("\\(") != std::string_view::npos;
}

}  // namespace

std::optional<QuotedLiteral> ReadQuotedLiteral(std::string_view text, std::size_t at) {
  QuotedLiteral literal;
  for (int pieces = 0; pieces < 64; ++pieces) {
    const std::optional<Opening> opening = Open(text, at);
    if (!opening) break;
    std::string value;
    const std::size_t end = ReadBody(text, *opening, value);
    if (end == std::string_view::npos) break;
    if (pieces == 0) literal.inside = {opening->inside, end - opening->closing.size()};
    literal.joined = pieces > 0;
    literal.dynamic = literal.dynamic || Interpolates(value, *opening);
    literal.text += value;
    literal.end = end;
    bool has_operator = false;
    const std::size_t next = SkipToNext(text, SkipJoin(text, SkipToNext(text, end), has_operator));
    if (next >= text.size()) break;
    const bool another = Open(text, next).has_value();
    if (has_operator && !another) literal.dynamic = true;
    // Without an operator only literals with a double quote join (C, C++, Python), and a new line
    // or a blank between them is common in lists of other languages too: demand an operator for the
    // rest.
    if (!another || (!has_operator && text[next] != '"')) break;
    if (!has_operator && text[end - 1] != '"') break;
    at = next;
  }
  if (literal.end == 0) return std::nullopt;
  return literal;
}

}  // namespace gonogo
