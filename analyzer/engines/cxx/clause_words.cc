#include "analyzer/engines/cxx/clause_words.h"

#include <algorithm>
#include <array>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/cxx/flow/attempt_names.h"

namespace gonogo {
namespace {

constexpr std::size_t kShortest = 4;
/// Of a name that counts only where its namespace is spoken of too.
constexpr std::size_t kLeastBesideNamespace = 6;

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

/// The namespaces that say whose the name of the parts is, outermost first. A short name of the
/// library's own (cpr) is better than none. The last but one may be a class, unless the letters
/// tell.
std::vector<std::string_view> NamespacesOf(std::span<const std::string_view> parts) {
  const bool is_class = IsUpper(parts[parts.size() - 2][0]) || !IsUpper(parts.back()[0]);
  parts = parts.first(parts.size() - (is_class ? 2 : 1));
  std::vector<std::string_view> useful;
  std::vector<std::string_view> any;
  for (const std::string_view part : parts) {
    if (part.size() < 2 || IsNamespaceOfAll(part)) continue;
    any.push_back(part);
    if (part.size() >= kShortest && !IsUpper(part[0])) useful.push_back(part);
  }
  return useful.empty() ? any : useful;
}

void AddSorted(const std::vector<std::string>& more, std::vector<std::string>& names) {
  names.insert(names.end(), more.begin(), more.end());
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
}

/// What only lends its name to other words says nothing of calls.
void WidenCalls(ClauseWord& word, const ClauseWord& other) {
  if (other.role == WordRole::kContext) return;
  if (word.role == WordRole::kContext) {
    word.calls = other.calls;
  } else if (word.calls.empty() || other.calls.empty()) {
    word.calls.clear();
  } else {
    AddSorted(other.calls, word.calls);
  }
}

/// `word` becomes one that is found wherever either is.
void Widen(ClauseWord& word, const ClauseWord& other) {
  if (word.place != other.place) word.place = WordPlace::kAnywhere;
  word.cpp = word.cpp && other.cpp;
  word.opens = word.opens || other.opens;
  word.file_roles |= other.file_roles;
  AddSorted(other.after, word.after);
  WidenCalls(word, other);
  // What needs nothing is found more often than what does; what asks less does not count.
  if (word.role != other.role) {
    if (other.role < word.role) word.needs = other.needs;
  } else if (word.needs.empty() || other.needs.empty()) {
    word.needs.clear();
  } else {
    AddSorted(other.needs, word.needs);
  }
  word.role = std::min(word.role, other.role);
}

/// A distinctive name in a text that an argument of the pattern has to be: ignoreSslErrors of Qt's
/// SLOT, "1ignoreSslErrors()". Empty where there is none.
std::string_view NameInTexts(const CallPattern& pattern) {
  for (const ArgumentPattern& argument : pattern.arguments) {
    if (argument.sort != ArgumentSort::kText || argument.negated) continue;
    const std::string_view text = argument.text;
    const auto* const begin = std::ranges::find_if(text, IsLetter);
    const auto* const end = std::find_if_not(begin, text.end(), IsIdentifierByte);
    const std::string_view name(begin, end);
    if (IsDistinctive(name)) return name;
  }
  return {};
}

class Collector {
 public:
  void Add(std::span<const CallPattern> patterns, bool helper) {
    for (const CallPattern& pattern : patterns) Add(pattern, helper);
  }

  /// What uses an object by a common name (read, send) is looked at where objects are made.
  void AddUses(std::span<const CallPattern> patterns, bool are_made) {
    for (const CallPattern& pattern : patterns)
      Add(pattern, are_made && !IsDistinctive(WordOfName(pattern.name).text));
  }

  /// All code opens files: only where something comes from outside as well it is worth a look.
  void AddTaint(const TaintClause& clause) {
    // What opens the path may stand in another file, of which only the flow tells.
    Add(clause.sources, clause.into != TextSort::kPath);
    Add(clause.inputs, true);
    Add(clause.escapes, true);
    const std::size_t before = words_.size();
    Add(clause.sinks, false);
    if (clause.into != TextSort::kPath) return;
    for (std::size_t i = before; i < words_.size(); ++i) {
      words_[i].opens = true;
      for (const CallPattern& source : clause.sources)
        words_[i].needs.push_back(WordOfName(source.name).text);
      for (const CallPattern& input : clause.inputs)
        words_[i].needs.push_back(WordOfName(input.name).text);
      std::ranges::sort(words_[i].needs);
    }
  }

  /// A text that has to stand in the call says more than the name of what is called (connect).
  void AddCalls(std::span<const CallPattern> patterns) {
    for (const CallPattern& pattern : patterns) {
      const std::string_view name = NameInTexts(pattern);
      if (name.empty()) {
        Add(pattern, false);
      } else {
        AddWord(name);
      }
    }
  }

  void AddWord(std::string_view word) { words_.push_back({std::string(word)}); }

  std::vector<ClauseWord> Take() && { return MergedWords(std::move(words_)); }

 private:
  void Add(const CallPattern& pattern, bool helper) {
    const bool qualified = pattern.name.find("::") != std::string_view::npos;
    ClauseWord word = WordOfName(pattern.name);
    const bool store = pattern.sort == PatternSort::kStore;
    // std::system is called like system.
    const bool of_std =
        word.text.size() + 5 == pattern.name.size() && pattern.name.starts_with("std::");
    if ((!qualified || of_std) && !store) word.place = WordPlace::kCall;
    // The field of a struct is qualified in C too, and its struct is no scope.
    if (store) word.cpp = false;
    if (store && PartsOf(pattern.name).size() == 2) word.needs.clear();
    if (store) word.place = WordPlace::kAnywhere;
    if (helper) word.role = WordRole::kHelps;
    AddNeeds(word, PartsOf(pattern.name));
    for (const ArgumentPattern& argument : pattern.arguments) {
      if (argument.sort != ArgumentSort::kNames || argument.negated) continue;
      for (const std::string_view name : argument.names) {
        // true, false, nullptr and the like say nothing.
        const std::string_view last = name.substr(name.rfind(':') + 1);
        if (IsDistinctive(last))
          words_.push_back({std::string(last), WordPlace::kAnywhere, qualified, word.role});
      }
    }
    words_.push_back(std::move(word));
  }

  /// A class is spoken of where it stands, a namespace where it qualifies.
  void AddNeeds(const ClauseWord& word, std::span<const std::string_view> parts) {
    for (const std::string& name : word.needs) {
      const bool is_class = IsUpper(name[0]) && name == parts[parts.size() - 2];
      const WordPlace place = is_class ? WordPlace::kAnywhere : WordPlace::kScope;
      words_.push_back({name, place, true, WordRole::kContext});
    }
  }

  std::vector<ClauseWord> words_;
};

}  // namespace

bool IsDistinctive(std::string_view name) {
  return name.size() >= 2 * kShortest - 1 && CountHumps(name) >= 2;
}

ClauseWord WordOfName(std::string_view name) {
  const std::vector<std::string_view> parts = PartsOf(name);
  if (parts.empty()) return {};
  const std::string_view own = parts.back();
  if (parts.size() == 1) return {std::string(own)};
  // std::basic_ifstream is written std::ifstream.
  constexpr std::string_view kBasic = "basic_";
  for (const std::string_view part : parts) {
    if (parts[0] == "std" && part.starts_with(kBasic))
      return {std::string(part.substr(kBasic.size())), WordPlace::kAnywhere, true};
  }
  const std::string_view owner = parts[parts.size() - 2];
  const std::vector<std::string_view> namespaces = NamespacesOf(parts);
  ClauseWord word;
  word.cpp = true;
  // Many files name QNetworkReply, and few call its ignoreSslErrors. Libraries with namespaces have
  // classes behind other names, and macros that call for them.
  const bool of_class = namespaces.empty() && parts.size() == 2 && IsUpper(owner[0]) &&
                        owner.size() >= kShortest && own != owner && IsDistinctive(own);
  if (of_class) {
    word.text = own;
    word.needs = {std::string(owner)};
  } else if (IsDistinctive(owner)) {
    word.text = owner;
    if (namespaces.empty() && own != owner) word.calls = {std::string(own)};
  } else if (!IsUpper(owner[0]) && IsDistinctive(own)) {
    word.text = own;
    if (namespaces.empty() && !IsNamespaceOfAll(owner)) word.needs = {std::string(owner)};
  } else if (!namespaces.empty() && IsUpper(own[0]) && own.size() >= kLeastBesideNamespace) {
    word.text = own;
  } else if (!namespaces.empty()) {
    word.text = namespaces[0];
    word.place = WordPlace::kScope;
    if (namespaces.size() > 1) {
      word.needs = {std::string(namespaces[1])};
    } else if (owner != namespaces[0] && !IsUpper(owner[0]) && owner.size() > 1) {
      word.needs = {std::string(owner)};
    }
    return word;
  } else {
    // A word as short as Wt is in every text, and slows down the pass that looks for it.
    const bool short_owner =
        owner.size() < 2 || (owner.size() < kShortest && own.size() >= kShortest);
    const bool own_only = IsNamespaceOfAll(owner) || short_owner;
    word.text = own_only ? own : owner;
    if (!own_only && !IsUpper(owner[0])) word.place = WordPlace::kScope;
  }
  if (word.needs.empty() && !namespaces.empty()) word.needs = {std::string(namespaces[0])};
  return word;
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
    Widen(merged.back(), word);
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
      words.AddCalls(clause.call.of);
      break;
    case CxxClauseSort::kTaint:
      words.AddTaint(clause.taint);
      break;
    case CxxClauseSort::kLoop:
      words.Add(clause.loop.calls, false);
      words.Add(clause.loop.connects, false);
      words.Add(clause.loop.waits, true);
      words.AddWord(kRpcContext.substr(kRpcContext.rfind(':') + 1));
      break;
  }
  return std::move(words).Take();
}

}  // namespace gonogo
