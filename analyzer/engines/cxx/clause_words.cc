#include "analyzer/engines/cxx/clause_words.h"

#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::size_t kShortest = 4;

constexpr std::array<std::string_view, 8> kNamespacesOfAll = {
    "std", "boost", "detail", "internal", "impl", "experimental", "chrono", "filesystem"};

std::vector<std::string_view> PartsOf(std::string_view name) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = name.find("::");
    if (!name.substr(0, end).empty()) parts.push_back(name.substr(0, end));
    if (end == std::string_view::npos) return parts;
    name.remove_prefix(end + 2);
  }
}

bool IsNamespaceOfAll(std::string_view part) {
  return std::ranges::find(kNamespacesOfAll, part) != kNamespacesOfAll.end();
}

/// Words that a name is made of: "ClientContext" and "client_context" have two, "socket_t" one.
unsigned CountHumps(std::string_view name) {
  if (name.ends_with("_t")) name.remove_suffix(2);
  unsigned humps = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool first = i == 0 || name[i - 1] == '_';
    const bool upper_after_lower = i > 0 && IsUpper(name[i]) && !IsUpper(name[i - 1]);
    const bool last_of_capitals = i > 0 && i + 1 < name.size() && IsUpper(name[i]) &&
                                  IsUpper(name[i - 1]) && IsLower(name[i + 1]);
    if (name[i] != '_' && (first || upper_after_lower || last_of_capitals)) ++humps;
  }
  return humps;
}

bool IsDistinctive(std::string_view name) {
  return name.size() >= 2 * kShortest - 1 && CountHumps(name) >= 2;
}

bool IsUsefulNamespace(std::string_view name) {
  return name.size() >= kShortest && !IsNamespaceOfAll(name);
}

void AddPattern(const CallPattern& pattern, std::vector<std::string>& words) {
  if (pattern.name != "*") words.push_back(WordOfName(pattern.name));
  for (const ArgumentPattern& argument : pattern.arguments) {
    if (argument.sort != ArgumentSort::kNames || argument.negated) continue;
    for (const std::string_view name : argument.names) {
      // true, false, nullptr and the like say nothing.
      const std::string_view last = name.substr(name.rfind(':') + 1);
      if (IsDistinctive(last)) words.emplace_back(last);
    }
  }
}

void AddPatterns(std::span<const CallPattern> patterns, std::vector<std::string>& words) {
  for (const CallPattern& pattern : patterns) AddPattern(pattern, words);
}

}  // namespace

std::string WordOfName(std::string_view name) {
  const std::vector<std::string_view> parts = PartsOf(name);
  if (parts.empty()) return "";
  const std::string_view own = parts.back();
  if (parts.size() == 1) return std::string(own);
  if (IsDistinctive(parts[parts.size() - 2])) return std::string(parts[parts.size() - 2]);
  // A method's own name is found on objects whose class is named in no file of the tree.
  const bool of_class = IsUpper(parts[parts.size() - 2][0]);
  if (!of_class && IsDistinctive(own)) return std::string(own);
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (IsUsefulNamespace(parts[i])) return std::string(parts[i]);
  }
  // std::system, cpr::Get: the longest of what is left, but for what all code has.
  std::string_view longest = own;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (!IsNamespaceOfAll(parts[i]) && CountHumps(own) < 2) longest = parts[i];
  }
  return std::string(longest);
}

std::vector<std::string> WordsOf(const CxxClause& clause) {
  std::vector<std::string> words;
  switch (clause.sort) {
    case CxxClauseSort::kMatcher:
      words.assign(clause.matcher.words.begin(), clause.matcher.words.end());
      break;
    case CxxClauseSort::kTypestate:
      AddPatterns(clause.typestate.made_by, words);
      for (const PatternGroup& group : clause.typestate.bound_by)
        AddPatterns(group.patterns, words);
      AddPatterns(clause.typestate.unbound_by, words);
      AddPatterns(clause.typestate.reset_by, words);
      AddPatterns(clause.typestate.copied_by, words);
      AddPatterns(clause.typestate.used_by, words);
      AddPatterns(clause.typestate.same_as, words);
      break;
    case CxxClauseSort::kCall:
      AddPatterns(clause.call.of, words);
      break;
  }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  std::erase(words, "");
  return words;
}

}  // namespace gonogo
