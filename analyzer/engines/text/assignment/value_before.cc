#include <algorithm>

#include "analyzer/engines/text/assignment/cursor.h"
#include "analyzer/engines/text/assignment/forms.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongest = 160;

void TrimEnd(std::string_view& text, std::string_view bytes) {
  while (!text.empty() && bytes.contains(text.back())) text.remove_suffix(1);
}

bool CutEnd(std::string_view& text, std::string_view end) {
  if (!text.ends_with(end)) return false;
  text.remove_suffix(end.size());
  return true;
}

/// What stands between the value and the name.
std::optional<AssignmentForm> CutOperator(std::string_view& text) {
  for (const std::string_view comparison :
       {"===", "!==", "==", "!=", ".equals(", ".equalsIgnoreCase(", " eq", " -eq"}) {
    if (CutEnd(text, comparison)) return AssignmentForm::kComparison;
  }
  if (CutEnd(text, "forKey:") || CutEnd(text, "forKeyedSubscript:"))
    return AssignmentForm::kArgument;
  return std::nullopt;
}

}  // namespace

std::optional<Assignment> ReadValueBefore(const NamePlace& place) {
  if (!place.IsCode()) return std::nullopt;
  const std::size_t from = place.range().begin > kLongest ? place.range().begin - kLongest : 0;
  std::string_view before = place.text().substr(from, place.range().begin - from);
  TrimEnd(before, place.quoted() ? "\"'@" : "$");
  TrimEnd(before, " ");
  const std::optional<AssignmentForm> form = CutOperator(before);
  TrimEnd(before, " ");
  if (!form || before.empty() || !IsQuote(before.back())) return std::nullopt;
  const char quote = before.back();
  before.remove_suffix(1);
  const std::size_t open = before.rfind(quote);
  if (open == before.npos || before.find_first_of("\n\\", open) != before.npos) return std::nullopt;
  Assignment found;
  found.form = *form;
  found.value = {from + open + 1, from + before.size()};
  found.text = before.substr(open + 1);
  found.quoted = true;
  return found;
}

}  // namespace gonogo
