#include "analyzer/engines/cxx/flow/sql_place.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool IsOfWord(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

std::string_view LastWord(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && IsOfWord(text[begin - 1])) --begin;
  return text.substr(begin);
}

}  // namespace

/// A quote that is doubled counts for two.
bool IsInLiteral(std::string_view text) {
  bool open = false;
  bool name = false;
  for (const char c : text) {
    if (c == '\'' && !name) open = !open;
    if ((c == '"' || c == '`') && !open) name = !name;
  }
  return open;
}

bool LooksLikeSql(std::string_view text) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"select ", "insert ", "update ", "delete ", "replace ", "where ", "values", "call ",
       "create ", "drop ", "alter ", "truncate ", "show ", "from ", "grant "});
  const std::string lower = LowerCase(text);
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) {
    const std::size_t at = lower.find(verb);
    return at != std::string::npos && (at == 0 || !IsOfWord(lower[at - 1]));
  });
}

bool IsCondition(std::string_view before) {
  const std::size_t end = before.find_last_not_of(kBlanks);
  if (end == std::string_view::npos || IsInLiteral(before)) return false;
  constexpr auto kBefore = std::to_array<std::string_view>({"where", "and", "or", "on", "having"});
  const std::string word = LowerCase(LastWord(before.substr(0, end + 1)));
  return std::ranges::find(kBefore, word) != kBefore.end();
}

SqlPlace SqlPlaceBehind(std::string_view text) {
  if (IsInLiteral(text)) return SqlPlace::kValue;
  // MySQL takes double quotes for those of a literal; what is compared or inserted is no name.
  if (text.ends_with('"') && SqlPlaceBehind(text.substr(0, text.size() - 1)) == SqlPlace::kValue)
    return SqlPlace::kValue;
  if (!text.empty() && (text.back() == '`' || text.back() == '"' || text.back() == '['))
    return SqlPlace::kIdentifier;
  if (!text.empty() && (text.back() == '\'' || text.back() == '%')) return SqlPlace::kValue;
  if (!text.empty() && text.back() == '.') return SqlPlace::kIdentifier;
  if (!text.empty() && IsOfWord(text.back())) return SqlPlace::kIdentifier;  // prefix_%s
  const std::size_t end = text.find_last_not_of(kBlanks);
  if (end == std::string_view::npos) return SqlPlace::kElsewhere;
  const std::string_view before = text.substr(0, end + 1);
  if (std::string_view("=<>").find(before.back()) != std::string_view::npos)
    return SqlPlace::kValue;
  constexpr auto kBeforeValues =
      std::to_array<std::string_view>({"like", "values", "ilike", "in", "then", "between"});
  const std::string word = LowerCase(LastWord(before));
  // SHOW COLUMNS FROM a IN b
  const bool of_schema = word == "in" && LowerCase(text.substr(0, 5)) == "show ";
  if (of_schema) return SqlPlace::kIdentifier;
  if (std::ranges::find(kBeforeValues, word) != kBeforeValues.end()) return SqlPlace::kValue;
  constexpr auto kBeforeNames = std::to_array<std::string_view>(
      {"from", "into", "update", "table", "join", "by", "index", "view", "on", "exists", "set",
       "trigger", "select", "schema"});
  if (std::ranges::find(kBeforeNames, word) != kBeforeNames.end()) return SqlPlace::kIdentifier;
  if (before.back() == '(' || before.back() == ',') {
    // A list of values, or of columns.
    const std::string lower = LowerCase(before);
    const std::size_t values = lower.rfind("values");
    const std::size_t in = lower.rfind(" in ");
    if (values != std::string::npos || in != std::string::npos) return SqlPlace::kValue;
    return SqlPlace::kElsewhere;
  }
  return SqlPlace::kElsewhere;
}

}  // namespace gonogo
