#include "analyzer/engines/text/assignment/quoted_literal.h"

#include <algorithm>
#include <utility>

#include "analyzer/engines/text/assignment/cursor.h"

namespace gonogo {
namespace {

struct Opening {
  std::size_t inside = 0;       // first byte of the value
  std::string closing;          // what ends it
  bool raw = false;             // no escapes
  bool template_marks = false;  // f"", $"": braces interpolate
  bool bare = false;            // its marks mean other things too: neither blanks nor quotes inside
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

/// r#"..."# of Rust, also after b; #"..."# of Swift.
std::optional<Opening> OpenHashes(std::string_view text, std::size_t at) {
  std::size_t hashes = 0;
  while (at + hashes < text.size() && text[at + hashes] == '#' && hashes < 8) ++hashes;
  if (hashes == 0 || at + hashes >= text.size() || text[at + hashes] != '"') return std::nullopt;
  std::string closing = "\"";
  closing.append(hashes, '#');
  return Opening{at + hashes + 1, std::move(closing), true, false};
}

/// R"(...)" and R"name(...)name" of C++, the cursor behind the R.
std::optional<Opening> OpenRawCpp(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 18);
  const std::size_t open = rest.find('(');
  if (!rest.starts_with('"') || open == rest.npos) return std::nullopt;
  const std::string_view name = rest.substr(1, open - 1);
  if (!std::ranges::all_of(name, IsNameByte)) return std::nullopt;
  return Opening{at + open + 1, ")" + std::string(name) + "\"", true, false};
}

char ClosingBracket(char open) {
  constexpr std::string_view kOpen = "({[";
  constexpr std::string_view kClose = ")}]";
  const std::size_t place = kOpen.find(open);
  return place == kOpen.npos ? '\0' : kClose[place];
}

/// q(...), qq{...}, %q[...] of Perl and Ruby, [[...]] and [=[...]=] of Lua.
std::optional<Opening> OpenBare(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  if (cursor.Skip("[[")) return Opening{cursor.at(), "]]", true, false, true};
  if (cursor.Skip("[=[")) return Opening{cursor.at(), "]=]", true, false, true};
  if (!cursor.SkipAny({"qq", "q", "%q", "%Q"})) return std::nullopt;
  const char closing = ClosingBracket(cursor.Peek());
  if (closing == '\0') return std::nullopt;
  return Opening{cursor.at() + 1, std::string(1, closing), true, false, true};
}

std::optional<Opening> Open(std::string_view text, std::size_t at) {
  if (std::optional<Opening> bare = OpenBare(text, at)) return bare;
  const std::size_t prefix = PrefixLength(text, at);
  const std::string_view letters = text.substr(at, prefix);
  const bool raw = letters.find_first_of("rR@") != std::string_view::npos;
  const bool marks = letters.find_first_of("fF$") != std::string_view::npos;
  at += prefix;
  if (at >= text.size()) return std::nullopt;
  if (text[at] == '#') return OpenHashes(text, at);
  if (!IsQuote(text[at])) return std::nullopt;
  if (letters.ends_with('R')) {
    if (std::optional<Opening> cpp = OpenRawCpp(text, at)) return cpp;
  }
  const std::string_view all = ClosingOf(text[at]);
  if (text.substr(at, 3) == all) return Opening{at + 3, std::string(all), raw, marks};
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
std::size_t ReadBody(std::string_view text, const Opening& opening, std::size_t limit,
                     std::string& value) {
  const bool one_line = opening.closing.size() == 1 && opening.closing != "`";
  for (std::size_t at = opening.inside; at < limit; ++at) {
    const char c = text[at];
    if (c == opening.closing.front() &&
        text.compare(at, opening.closing.size(), opening.closing) == 0) {
      return at + opening.closing.size();
    }
    if (opening.bare && (IsWhite(c) || IsQuote(c))) return std::string_view::npos;
    if (c == '\\' && !opening.raw && at + 1 < limit) {
      ++at;
      if (!IsLineEnd(text[at])) value += Unescaped(text[at]);
      continue;
    }
    if (one_line && IsLineEnd(c)) return std::string_view::npos;
    value += c;
  }
  return std::string_view::npos;
}

/// Without the blanks and line ends that the long forms have around the value.
void TrimLong(std::string_view text, ByteRange& inside, std::string& value) {
  while (inside.begin < inside.end && IsWhite(text[inside.begin])) ++inside.begin;
  while (inside.end > inside.begin && IsWhite(text[inside.end - 1])) --inside.end;
  value.erase(value.find_last_not_of(" \t\r\n") + 1);
  value.erase(0, value.find_first_not_of(" \t\r\n"));
}

/// The word that ends a here-document, behind `<<`, `<<<`, `<<-`, `<<~`; the cursor stands on the
/// first line of its text.
std::string_view SkipHereMark(Cursor& cursor) {
  if (!cursor.SkipAny({"<<<", "<<-", "<<~", "<<"})) return {};
  if (IsQuote(cursor.Peek())) cursor.MoveTo(cursor.at() + 1);
  const std::size_t begin = cursor.at();
  while (cursor.at() - begin < 32 && IsNameByte(cursor.Peek())) cursor.MoveTo(cursor.at() + 1);
  const std::string_view word = cursor.text().substr(begin, cursor.at() - begin);
  const std::size_t line_end = cursor.text().substr(cursor.at(), 24).find('\n');
  if (word.size() < 2 || line_end == std::string_view::npos) return {};
  cursor.MoveTo(cursor.at() + line_end + 1);
  return word;
}

std::optional<QuotedLiteral> ReadHereDocument(std::string_view text, std::size_t at) {
  Cursor cursor(text, at);
  const std::string_view word = SkipHereMark(cursor);
  if (word.empty()) return std::nullopt;
  const std::string_view rest = text.substr(cursor.at(), kLongestQuoted);
  for (std::size_t end = rest.find('\n'); end != rest.npos; end = rest.find('\n', end + 1)) {
    const std::size_t first = std::min(rest.find_first_not_of(" \t", end + 1), rest.size());
    if (!rest.substr(first).starts_with(word)) continue;
    QuotedLiteral literal;
    literal.inside = {cursor.at(), cursor.at() + end};
    literal.text = rest.substr(0, end);
    literal.end = cursor.at() + first + word.size();
    TrimLong(text, literal.inside, literal.text);
    return literal;
  }
  return std::nullopt;
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

/// What ends here is the name of the next entry.
bool IsKey(std::string_view text, std::size_t end) {
  Cursor cursor(text, end);
  cursor.SkipBlanks();
  return cursor.Peek() == ':' || (cursor.Peek() == '=' && cursor.Peek(1) != '=');
}

bool Interpolates(std::string_view value, const Opening& opening) {
  if (opening.template_marks && value.find('{') != std::string_view::npos) return true;
  return value.find("${") != std::string_view::npos || value.find("#{") != std::string_view::npos ||
         value.find("\\(") != std::string_view::npos;
}

}  // namespace

std::optional<QuotedLiteral> ReadQuotedLiteral(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "<<") return ReadHereDocument(text, at);
  const std::size_t limit = std::min(text.size(), at + kLongestQuoted);
  QuotedLiteral literal;
  bool has_operator = false;
  for (int pieces = 0; pieces < 64; ++pieces) {
    const std::optional<Opening> opening = Open(text, at);
    if (!opening) break;
    std::string value;
    const std::size_t end = ReadBody(text, *opening, limit, value);
    if (end == std::string_view::npos) break;
    if (pieces > 0 && !has_operator && IsKey(text, end)) break;
    if (pieces == 0) {
      literal.inside = {opening->inside, end - opening->closing.size()};
      if (opening->closing.size() == 3) TrimLong(text, literal.inside, value);
    }
    literal.joined = pieces > 0;
    literal.dynamic = literal.dynamic || Interpolates(value, *opening);
    literal.text += value;
    literal.end = end;
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
