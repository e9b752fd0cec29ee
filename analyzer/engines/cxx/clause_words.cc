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

bool IsUsefulNamespace(std::string_view name) {
  return name.size() >= kShortest && !IsUpper(name[0]) && !IsNamespaceOfAll(name);
}

class Collector {
 public:
  void Add(std::span<const CallPattern> patterns, bool helper) {
    for (const CallPattern& pattern : patterns) Add(pattern, helper);
  }

  /// What uses an object by a common name (read, send) is looked at where objects are made.
  void AddUses(std::span<const CallPattern> patterns, bool are_made) {
    for (const CallPattern& pattern : patterns)
      Add(pattern, are_made && !IsDistinctive(WordOfName(pattern.name)));
  }

  void AddWord(std::string_view word) { words_.push_back({std::string(word)}); }

  std::vector<ClauseWord> Take() && { return MergedWords(std::move(words_)); }

 private:
  void Add(const CallPattern& pattern, bool helper) {
    const bool qualified = pattern.name.find("::") != std::string_view::npos;
    const bool call = !qualified && pattern.sort == PatternSort::kCall;
    words_.push_back({WordOfName(pattern.name), call, qualified, helper});
    for (const ArgumentPattern& argument : pattern.arguments) {
      if (argument.sort != ArgumentSort::kNames || argument.negated) continue;
      for (const std::string_view name : argument.names) {
        // true, false, nullptr and the like say nothing.
        const std::string_view last = name.substr(name.rfind(':') + 1);
        if (IsDistinctive(last)) words_.push_back({std::string(last), false, qualified, helper});
      }
    }
  }

  std::vector<ClauseWord> words_;
};

}  // namespace

bool IsDistinctive(std::string_view name) {
  return name.size() >= 2 * kShortest - 1 && CountHumps(name) >= 2;
}

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
  // cpr::Get: a short name of the library's own is better than a word that all code has.
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].size() > 1 && !IsNamespaceOfAll(parts[i])) return std::string(parts[i]);
  }
  return std::string(own);
}

std::vector<ClauseWord> MergedWords(std::vector<ClauseWord> words) {
  std::erase_if(words, [](const ClauseWord& word) { return word.text.empty(); });
  std::ranges::stable_sort(words, {}, &ClauseWord::text);
  std::vector<ClauseWord> merged;
  for (ClauseWord& word : words) {
    if (merged.empty() || merged.back().text != word.text) {
      merged.push_back(std::move(word));
      continue;
    }
    ClauseWord& last = merged.back();
    last.call = last.call && word.call;
    last.cpp = last.cpp && word.cpp;
    last.helper = last.helper && word.helper;
  }
  return merged;
}

std::vector<ClauseWord> WordsOf(const CxxClause& clause) {
  Collector words;
  switch (clause.sort) {
    case CxxClauseSort::kMatcher:
      for (const std::string_view word : clause.matcher.words) words.AddWord(word);
      break;
    case CxxClauseSort::kTypestate:
      words.Add(clause.typestate.made_by, false);
      words.AddUses(clause.typestate.used_by, !clause.typestate.made_by.empty());
      // Where the library bounds by itself, taking the bound away is what is looked for.
      for (const PatternGroup& group : clause.typestate.bound_by)
        words.Add(group.patterns, !clause.typestate.starts_bounded);
      words.Add(clause.typestate.unbound_by, !clause.typestate.starts_bounded);
      words.Add(clause.typestate.reset_by, true);
      words.Add(clause.typestate.copied_by, true);
      break;
    case CxxClauseSort::kCall:
      words.Add(clause.call.of, false);
      break;
  }
  return std::move(words).Take();
}

}  // namespace gonogo
