// The proof that every match holds a keyword rests on RE2's prefilter. For a regex it computes a
// formula of AND and OR over strings ("atoms", lower case) that is true of every text that matches.
// The formula has no NOT, so it can be asked for its worst case: let every atom be in the text that
// holds no keyword, and none that does. Where the formula is false even then, no text without a
// keyword matches. Where it is true the regex may still be right (RE2 gives up on wide classes and
// long alternations of short strings), but then the author can say the same with the keywords
// spelled out, and a rule that is silently never picked is worse than a regex written twice.
#include "analyzer/rulebook/clause_check.h"

#include <fmt/format.h>
#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>

#include "analyzer/base/edit_distance.h"
#include "analyzer/engines/text/regex_options.h"
#include "analyzer/rulebook/optional_rewrite.h"
#include "analyzer/rulebook/rule_book.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

constexpr std::size_t kShortestKeyword = 3;

/// Names that a group has only where it is a secret, which then must be said.
constexpr std::string_view kSecretNames[] = {"secret", "token", "password", "passphrase"};

std::string Hint(std::string_view regex) {
  if (regex.find("(?<") != std::string_view::npos) {
    return "; RE2 writes (?P<name>...), and has no look-behind";
  }
  if (regex.find("(?=") != std::string_view::npos || regex.find("(?!") != std::string_view::npos) {
    return "; RE2 has no look-ahead: use unless, or a class";
  }
  return "";
}

/// Where a regex is wrong, says why; else tells whether it matches the empty text.
void CheckRegex(const YamlNode& node, std::string_view key, MistakeList& mistakes) {
  const std::string_view regex = TextOf(&node);
  if (regex.empty()) return;
  const bool ascii = std::all_of(regex.begin(), regex.end(), [](char c) { return c > 0; });
  if (!ascii) {
    mistakes.Add(
        node.place,
        fmt::format(
            "\"{}\" has letters beyond ASCII; regexes see bytes, so write \\xHH for each byte",
            key));
    return;
  }
  const RE2 compiled(RulePattern(regex), RuleRegexOptions());
  if (!compiled.ok()) {
    mistakes.Add(node.place, fmt::format("\"{}\" is not a valid RE2: {}{}", key, compiled.error(),
                                         Hint(regex)));
  } else if (key == "allow" ? RE2::FullMatch("", compiled) : RE2::PartialMatch("", compiled)) {
    mistakes.Add(node.place, fmt::format("\"{}\" matches the empty text", key));
  }
}

void CheckGroup(const YamlNode* node, std::string_view key, const std::vector<std::string>& groups,
                MistakeList& mistakes) {
  const std::string_view name = TextOf(node);
  if (name.empty() || std::binary_search(groups.begin(), groups.end(), name)) return;
  const std::vector<std::string_view> options(groups.begin(), groups.end());
  mistakes.Add(node->place, fmt::format("\"{}\" names no group of the regex: \"{}\"{}", key, name,
                                        DidYouMean(name, options)));
}

void CheckSecret(const YamlNode& node, const TextClause& clause,
                 const std::vector<std::string>& groups, MistakeList& mistakes) {
  if (!clause.secret.empty()) return;
  for (const std::string_view key : {"entropy", "min_length", "validate"}) {
    if (const YamlNode* value = node.Find(key)) {
      mistakes.Add(value->place,
                   fmt::format("\"{}\" is about the secret; name its group in \"secret\"", key));
    }
  }
  for (const std::string_view name : kSecretNames) {
    if (std::binary_search(groups.begin(), groups.end(), name)) {
      mistakes.Add(
          node.Find("regex")->place,
          fmt::format(
              "group \"{0}\" looks like a secret; say \"secret: {0}\" so that it is redacted",
              name));
    }
  }
}

/// True where all keywords can be looked for.
bool CheckKeywords(const YamlNode& node, MistakeList& mistakes) {
  std::vector<std::string_view> seen;
  bool good = true;
  for (const YamlNode* item : ItemsOf(node.Find("keywords"))) {
    const std::string_view word = VerbatimOf(item);
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return c >= ' '; });
    const bool repeated = std::find(seen.begin(), seen.end(), word) != seen.end();
    seen.push_back(word);
    if (TextOf(item).empty()) {
      good = false;
    } else if (word.size() < kShortestKeyword) {
      mistakes.Add(item->place,
                   fmt::format("keyword \"{}\" is shorter than {} bytes", word, kShortestKeyword));
      good = false;
    } else if (!ascii) {
      mistakes.Add(item->place, fmt::format("keyword \"{}\" has letters beyond ASCII", word));
      good = false;
    } else if (repeated) {
      mistakes.Add(item->place, fmt::format("keyword \"{}\" stands twice", word));
    }
  }
  return good && !seen.empty();
}

void CheckProof(const YamlNode& regex_node, const TextClause& clause, MistakeList& mistakes) {
  std::vector<std::string> keywords;
  for (std::string_view keyword : clause.keywords) keywords.push_back(LowerKeyword(keyword));
  const KeywordProof proof = ProveKeywords(clause.regex, keywords);
  if (proof.proved) return;
  const std::string others = proof.others.empty() ? ""
                                                  : fmt::format("; it may hold only \"{}\"",
                                                                fmt::join(proof.others, "\", \""));
  mistakes.Add(regex_node.place,
               "\"regex\" may match text that holds none of the keywords" + others);
}

bool HoldsAny(std::string_view text, const std::vector<std::string>& keywords) {
  return std::any_of(keywords.begin(), keywords.end(), [&](const std::string& word) {
    return text.find(word) != std::string_view::npos;
  });
}

}  // namespace

std::optional<std::vector<std::string>> GroupNames(std::string_view regex) {
  const RE2 compiled(RulePattern(regex), RuleRegexOptions());
  if (!compiled.ok()) return std::nullopt;
  std::vector<std::string> names;
  for (const auto& [name, index] : compiled.NamedCapturingGroups()) names.push_back(name);
  return names;
}

KeywordProof ProveKeywords(std::string_view regex, const std::vector<std::string>& keywords) {
  re2::FilteredRE2 filter(static_cast<int>(kShortestKeyword));
  int id = 0;
  const std::string rewritten = RewriteOptionals(regex);
  if (filter.Add(RulePattern(rewritten), RuleRegexOptions(), &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  KeywordProof proof;
  std::vector<int> present;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (HoldsAny(atoms[i], keywords)) continue;
    present.push_back(static_cast<int>(i));
    proof.others.push_back(atoms[i]);
  }
  std::vector<int> may_match;
  filter.AllPotentials(present, &may_match);
  proof.proved = may_match.empty();
  return proof;
}

void CheckTextClause(const YamlNode& node, const TextClause& clause, MistakeList& mistakes) {
  for (const std::string_view key : {"regex", "unless", "require"}) {
    if (const YamlNode* regex = node.Find(key)) CheckRegex(*regex, key, mistakes);
  }
  for (const YamlNode* regex : ItemsOf(node.Find("allow"))) CheckRegex(*regex, "allow", mistakes);
  if (node.Find("unless_span") && clause.unless.empty()) {
    mistakes.Add(node.Find("unless_span")->place, "\"unless_span\" without \"unless\"");
  }
  const bool keywords_good = CheckKeywords(node, mistakes);
  const auto groups = GroupNames(clause.regex);
  if (clause.regex.empty() || !groups) return;
  CheckGroup(node.Find("at"), "at", *groups, mistakes);
  CheckGroup(node.Find("secret"), "secret", *groups, mistakes);
  CheckSecret(node, clause, *groups, mistakes);
  if (keywords_good) CheckProof(*node.Find("regex"), clause, mistakes);
}

void CheckNames(const YamlNode& node, MistakeList& mistakes) {
  for (const YamlNode* item : ItemsOf(node.Find("names"))) {
    const std::string_view name = TextOf(item);
    if (name.empty()) continue;
    const bool words = name == LowerKeyword(name) && !name.starts_with(' ') &&
                       !name.ends_with(' ') && !name.contains("  ") &&
                       name.find_first_of("_-.\t") == std::string_view::npos;
    if (!words) {
      mistakes.Add(item->place, fmt::format("\"{}\" is not lower-case words with single blanks "
                                            "between, such as \"api key\"",
                                            name));
    } else if (name.size() < kShortestKeyword) {
      mistakes.Add(item->place, fmt::format("\"{}\" is shorter than {} bytes, too frequent to "
                                            "be looked for",
                                            name, kShortestKeyword));
    }
  }
}

}  // namespace gonogo
