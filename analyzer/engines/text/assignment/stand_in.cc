#include "analyzer/engines/text/assignment/stand_in.h"

#include <algorithm>
#include <string>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongestMark = 4;

bool IsAlnum(char c) { return IsLetter(c) || IsDigit(c); }

bool IsMark(char c) { return c > ' ' && c < '\x7f' && !IsAlnum(c) && c != '"' && c != '\''; }

char Mirrored(char c) {
  constexpr std::string_view kOpen = "([{<";
  constexpr std::string_view kClose = ")]}>";
  const std::size_t at = kOpen.find(c);
  return at == kOpen.npos ? c : kClose[at];
}

/// `close` is what one writes at the end of what begins with `open`: {{ }}, ^_^ ^_^, <% %>.
bool Closes(std::string_view open, std::string_view close) {
  if (open == close) return true;
  return open.size() == close.size() &&
         std::ranges::equal(open, std::string(close.rbegin(), close.rend()),
                            [](char a, char b) { return Mirrored(a) == b; });
}

/// The words of a name and what joins them, nothing else.
bool IsName(std::string_view text) {
  return !text.empty() && IsLetter(text.front()) && IsAlnum(text.back()) &&
         std::ranges::all_of(
             text, [](char c) { return IsAlnum(c) || std::string_view("_-.: ").contains(c); });
}

bool IsWordsAlone(const ValueShape& shape) { return shape.digits <= 1 && shape.Coverage() >= 0.6; }

/// A name between the same marks on both sides. One mark alone is what people put around a
/// password too, unless it is a usual sigil.
bool IsBetweenMarks(std::string_view value, const ValueShape& shape) {
  std::size_t open = 0;
  while (open < value.size() && open < kLongestMark && IsMark(value[open])) ++open;
  std::size_t close = 0;
  while (close + open < value.size() && close < kLongestMark &&
         IsMark(value[value.size() - 1 - close]))
    ++close;
  if (open == 0 || open != close || open + close >= value.size()) return false;
  const std::string_view begin = value.substr(0, open);
  if (!Closes(begin, value.substr(value.size() - close))) return false;
  if (open == 1 && !std::string_view("%@#${[<|~:^&-").contains(value.front())) return false;
  return IsName(value.substr(open, value.size() - open - close)) && IsWordsAlone(shape);
}

/// `{.data['admin-password']}`: a path into an object.
bool IsPathInBraces(std::string_view value) {
  return value.starts_with("{.") && value.ends_with('}');
}

/// `:password`, `@pwd`, `&&password`: a parameter that gets its value elsewhere.
bool IsParameter(std::string_view value, const ValueShape& shape) {
  if (!std::string_view(":@%&?").contains(value.front()) || shape.digits > 0) return false;
  const char sigil = value.front();
  while (!value.empty() && value.front() == sigil) value.remove_prefix(1);
  return shape.Coverage() >= 0.8 && !value.empty() &&
         std::ranges::all_of(value, [](char c) { return IsLetter(c) || c == '_'; });
}

/// `--ask-vault-pass`, `-password`, `--token=`.
bool IsOption(std::string_view value, const ValueShape& shape) {
  if (!value.starts_with('-') || shape.digits > 0) return false;
  const bool two = value.starts_with("--");
  if (!two && shape.Coverage() < 0.6) return false;
  value.remove_prefix(two ? 2 : 1);
  if (value.ends_with('=')) value.remove_suffix(1);
  return !value.empty() &&
         std::ranges::all_of(value, [](char c) { return IsLower(c) || c == '-' || c == '_'; });
}

/// `User-Password`, `X-Auth-Token`: words that begin with capitals, joined as in a header.
bool IsHeaderName(std::string_view value, const ValueShape& shape) {
  if (shape.digits > 0 || !value.contains('-') || shape.Coverage() < 0.6) return false;
  bool begins = true;
  for (const char c : value) {
    if (c == '-') {
      if (begins) return false;
      begins = true;
      continue;
    }
    if (!IsLetter(c) || (begins && !IsUpper(c))) return false;
    begins = false;
  }
  return !begins;
}

/// `user=shop&mode=fast`, `format=bgra:scale=1`: two settings and more.
bool IsListOfSettings(std::string_view value) {
  std::size_t settings = 0;
  for (std::size_t at = value.find('='); at != value.npos; at = value.find('=', at + 1)) {
    settings +=
        at > 0 && at + 1 < value.size() && IsLetter(value[at - 1]) && IsAlnum(value[at + 1]);
  }
  return settings >= 2 && value.find_first_of("&;:, ") != value.npos;
}

/// `tmp.User-Password[0]`, `%{User-Password}`.
bool IsElement(std::string_view value) {
  if (!value.ends_with(']')) return false;
  const std::size_t open = value.rfind('[');
  return open != value.npos && open > 0 && IsAlnum(value[open - 1]) && open + 2 < value.size() &&
         std::ranges::all_of(value.substr(open + 1, value.size() - open - 2), IsDigit);
}

/// `App\Models\Token`: a type with the names that lead to it.
bool IsTypeName(std::string_view value, const ValueShape& shape) {
  if (!value.contains('\\') || shape.Coverage() < 0.6) return false;
  bool begins = true;
  for (const char c : value) {
    if (c != '\\' && !IsAlnum(c) && c != '_') return false;
    if (begins && c != '\\' && !IsUpper(c)) return false;
    begins = c == '\\';
  }
  return !begins;
}

}  // namespace

std::string_view StandInReason(std::string_view value, const ValueShape& shape) {
  if (value.empty()) return "";
  if (IsBetweenMarks(value, shape) || IsPathInBraces(value)) return "template";
  if (IsParameter(value, shape) || IsElement(value)) return "a reference or an expression";
  if (IsOption(value, shape)) return "an option";
  if (IsHeaderName(value, shape)) return "the name of a header";
  if (IsListOfSettings(value)) return "a list of settings";
  return IsTypeName(value, shape) ? "a qualified name" : "";
}

}  // namespace gonogo
