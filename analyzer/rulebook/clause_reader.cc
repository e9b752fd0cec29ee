#include "analyzer/rulebook/clause_reader.h"

#include <algorithm>

#include "analyzer/rulebook/clause_check.h"
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
    // As the author wrote it: what it looks like in base64 depends on the case.
    std::string word(TextOf(item));
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
    const YamlNode* text = item->Find("text");
    if (!text || text->type != YamlType::kMap) continue;
    MatchAlternative alternative;
    alternative.files = ReadFiles(item->Find("files"), storage);
    alternative.type = ClauseType::kText;
    alternative.text = ReadText(*text, storage);
    CheckTextClause(*text, alternative.text, mistakes);
    match.push_back(alternative);
  }
  return storage.Keep(std::move(match));
}

}  // namespace gonogo
