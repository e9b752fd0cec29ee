#include "analyzer/rulebook/clause_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/engines/text/assignment/secret_name.h"
#include "analyzer/rulebook/clause_check.h"
#include "analyzer/rulebook/config_clause_reader.h"
#include "analyzer/rulebook/cxx_clause_reader.h"
#include "analyzer/rulebook/fact_reader.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

std::span<const FileRole> ReadRoles(const YamlNode* node, RuleStorage& storage) {
  std::vector<FileRole> roles;
  for (const YamlNode* item : ItemsOf(node)) {
    if (const auto role = FileRoleFromName(TextOf(item))) roles.push_back(*role);
  }
  if (node) return storage.Keep(std::move(roles));
  // What a program wrote in one line, or a tool resolved, is not where people make mistakes.
  for (const FileRole role : FileRoles()) {
    if (role != FileRole::kLockFile && role != FileRole::kMinified) roles.push_back(role);
  }
  return storage.Keep(std::move(roles));
}

FileFilter ReadFiles(const YamlNode* node, RuleStorage& storage) {
  const auto find = [&](std::string_view key) { return node ? node->Find(key) : nullptr; };
  FileFilter filter;
  filter.kinds = ReadKinds(find("kind"), storage);
  filter.roles = ReadRoles(find("role"), storage);
  filter.paths = ReadTexts(find("path"), storage);
  return filter;
}

TextSpan SpanOf(const YamlNode* node) {
  const std::string_view word = TextOf(node);
  if (word == "block") return TextSpan::kBlock;
  return word == "file" ? TextSpan::kFile : TextSpan::kLine;
}

std::span<const std::string_view> ReadKeywords(const YamlNode* node, RuleStorage& storage) {
  std::vector<std::string_view> keywords;
  for (const YamlNode* item : ItemsOf(node)) {
    // As the author wrote it: blanks narrow it, and what it looks like in base64 depends on the
    // case.
    std::string word(VerbatimOf(item));
    if (!word.empty()) keywords.push_back(storage.Keep(std::move(word)));
  }
  std::sort(keywords.begin(), keywords.end());
  return storage.Keep(std::move(keywords));
}

TextClause ReadText(const YamlNode& node, RuleStorage& storage) {
  const auto text = [&](std::string_view key) {
    return storage.Keep(std::string(TextOf(node.Find(key))));
  };
  TextClause clause;
  clause.keywords = ReadKeywords(node.Find("keywords"), storage);
  clause.span = SpanOf(node.Find("span"));
  clause.regex = text("regex");
  clause.unless = text("unless");
  clause.unless_span = SpanOf(node.Find("unless_span"));
  clause.require = text("require");
  clause.at = text("at");
  clause.secret = text("secret");
  clause.entropy = std::clamp(NumberOf(node.Find("entropy")).value_or(0), 0.0, 8.0);
  clause.min_length = static_cast<std::uint32_t>(
      std::clamp(NumberOf(node.Find("min_length")).value_or(0), 0.0, 1e6));
  clause.allow = ReadTexts(node.Find("allow"), storage);
  clause.placeholders = FlagOf(node.Find("placeholders")).value_or(true);
  clause.validator = text("validate");
  clause.decode = FlagOf(node.Find("decode")).value_or(false);
  return clause;
}

/// A text as a regex that matches its bytes.
std::string RegexOf(std::string_view text) {
  std::string regex;
  for (const char c : text) {
    if (IsLetter(c) || IsDigit(c) || c == '_' || c == '-') {
      regex += c;
    } else {
      regex += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    }
  }
  return regex;
}

/// All spellings of the names, the longest first, as the regex tries them in this order.
std::vector<std::string> AllSpellings(std::span<const std::string_view> names) {
  std::vector<std::string> all;
  for (const std::string_view name : names) {
    for (std::string& spelling : KeywordSpellings(name)) all.push_back(std::move(spelling));
  }
  const auto longer_first = [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  };
  std::sort(all.begin(), all.end(), longer_first);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// What picks the names of an assignment clause, as a text clause.
TextClause NamesToPick(std::span<const std::string_view> names, RuleStorage& storage) {
  TextClause clause;
  std::vector<std::string_view> keywords;
  std::string regex;
  for (const std::string& spelling : AllSpellings(names)) {
    regex += (regex.empty() ? "" : "|") + RegexOf(spelling);
    keywords.push_back(storage.Keep(spelling));
  }
  std::sort(keywords.begin(), keywords.end());
  clause.keywords = storage.Keep(std::move(keywords));
  clause.regex = storage.Keep(fmt::format("(?i)(?P<name>(?P<value>{}))", regex));
  clause.secret = "value";
  return clause;
}

AssignmentClause ReadAssignmentClause(const YamlNode& node, RuleStorage& storage) {
  AssignmentClause clause;
  clause.names = ReadTexts(node.Find("names"), storage);
  clause.value = TextOf(node.Find("value")) == "key" ? ValueSort::kKey : ValueSort::kPassword;
  return clause;
}

constexpr FileKind kCxxKinds[] = {FileKind::kC, FileKind::kCpp};

/// Reads one alternative of `match:`.
class AlternativeReader {
 public:
  AlternativeReader(const YamlNode& node, RuleStorage& storage, MistakeList& mistakes)
      : node_(node), storage_(storage), mistakes_(mistakes) {}

  /// Nothing where no clause can be made of it, which was reported.
  std::optional<MatchAlternative> Read() {
    const YamlNode* const clause = TheClause();
    if (!clause || clause->type != YamlType::kMap) return std::nullopt;
    alternative_.files = ReadFiles(node_.Find("files"), storage_);
    if (clause == node_.Find("text")) ReadTextClause(*clause);
    if (clause == node_.Find("assignment")) ReadNames(*clause);
    if (clause == node_.Find("config")) ReadConfig(*clause);
    if (clause == node_.Find("cxx")) ReadCxx(*clause);
    if (clause == node_.Find("facts")) ReadFacts(*clause);
    return alternative_;
  }

 private:
  const YamlNode* TheClause() {
    const YamlNode* clause = nullptr;
    std::size_t count = 0;
    for (const std::string_view key : {"text", "assignment", "config", "cxx", "facts"}) {
      const YamlNode* const value = node_.Find(key);
      if (!value) continue;
      clause = value;
      ++count;
    }
    if (count == 1) return clause;
    mistakes_.Add(node_.place,
                  "an alternative has one clause: \"text\", \"assignment\", \"config\", \"cxx\" or "
                  "\"facts\"");
    return clause;
  }

  void ReadTextClause(const YamlNode& clause) {
    alternative_.text = ReadText(clause, storage_);
    CheckTextClause(clause, alternative_.text, mistakes_);
  }

  void ReadNames(const YamlNode& clause) {
    alternative_.type = ClauseType::kAssignment;
    alternative_.assignment = ReadAssignmentClause(clause, storage_);
    CheckNames(clause, mistakes_);
    alternative_.text = NamesToPick(alternative_.assignment.names, storage_);
  }

  void ReadConfig(const YamlNode& clause) {
    alternative_.type = ClauseType::kConfig;
    alternative_.config = ReadConfigClause(clause, storage_, mistakes_);
  }

  void ReadCxx(const YamlNode& clause) {
    alternative_.type = ClauseType::kCxx;
    alternative_.cxx = ReadCxxClause(clause, storage_, mistakes_);
    const YamlNode* const files = node_.Find("files");
    const YamlNode* const kinds = files ? files->Find("kind") : nullptr;
    for (const YamlNode* item : ItemsOf(kinds)) {
      const auto kind = FileKindFromName(TextOf(item));
      if (!kind || std::ranges::find(kCxxKinds, *kind) != std::end(kCxxKinds)) continue;
      mistakes_.Add(item->place, fmt::format("\"cxx\" reads c and cpp, not \"{}\"", TextOf(item)));
    }
    if (!kinds) alternative_.files.kinds = kCxxKinds;
  }

  void ReadFacts(const YamlNode& clause) {
    alternative_.type = ClauseType::kFacts;
    alternative_.facts = ReadFactsClause(clause, storage_, mistakes_);
    if (const YamlNode* const files = node_.Find("files"))
      mistakes_.Add(files->place, "\"facts\" looks at no files; its SQL can ask for kind and role");
  }

  const YamlNode& node_;
  RuleStorage& storage_;
  MistakeList& mistakes_;
  MatchAlternative alternative_;
};

}  // namespace

std::span<const std::string_view> ReadTexts(const YamlNode* node, RuleStorage& storage) {
  std::vector<std::string_view> texts;
  for (const YamlNode* item : ItemsOf(node)) {
    if (!TextOf(item).empty()) texts.push_back(storage.Keep(std::string(TextOf(item))));
  }
  return storage.Keep(std::move(texts));
}

std::span<const FileKind> ReadKinds(const YamlNode* node, RuleStorage& storage) {
  std::vector<FileKind> kinds;
  for (const YamlNode* item : ItemsOf(node)) {
    if (const auto kind = FileKindFromName(TextOf(item))) kinds.push_back(*kind);
  }
  return storage.Keep(std::move(kinds));
}

std::span<const MatchAlternative> ReadMatch(const YamlNode* node, RuleStorage& storage,
                                            MistakeList& mistakes) {
  std::vector<MatchAlternative> match;
  for (const YamlNode* item : ItemsOf(node)) {
    if (item->type != YamlType::kMap) continue;
    if (auto alternative = AlternativeReader(*item, storage, mistakes).Read())
      match.push_back(*alternative);
  }
  return storage.Keep(std::move(match));
}

}  // namespace gonogo
