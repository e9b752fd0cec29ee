#include "analyzer/parse/line_formats.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/text_scanner.h"
#include "analyzer/parse/tree_builder.h"
#include "analyzer/parse/word_line.h"

namespace gonogo {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Calls `take` with each line that is neither blank nor a comment.
template <class Take>
ConfigTree ReadLines(std::string_view text, const ParseLimits& limits, const WordSyntax& syntax,
                     NodeKind root, KeyPolicy keys, Take take) {
  if (text.size() > limits.bytes) return TooLarge(text, limits);
  TreeBuilder builder(text, limits, keys);
  std::uint32_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  builder.BeginDocument(at);
  builder.Open(root, at, NodeStyle::kBlock);
  while (at < text.size() && !builder.failed()) {
    std::uint32_t next = at;
    const std::uint32_t end = EndOfLine(text, at, next);
    const WordLine line = SplitWords(text, at, end, syntax);
    if (line.comment.end > line.comment.begin) builder.AddComment(line.comment);
    if (line.unclosed) {
      builder.Note(ConfigErrorSort::kSyntax, line.words.back().begin, "a quote without an end");
    } else if (!line.words.empty()) {
      take(line, builder);
    }
    at = next;
  }
  builder.EndDocument(static_cast<std::uint32_t>(text.size()));
  return std::move(builder).Finish();
}

void Complain(const WordLine& line, std::string message, TreeBuilder& builder) {
  builder.Note(ConfigErrorSort::kSyntax, line.words.front().begin, std::move(message));
}

void Field(std::string_view name, const LineWord& word, TreeBuilder& builder) {
  AddNamedKey(name, word.begin, builder);
  AddWord(word, builder);
}

/// From a word to the end of the line, as one scalar.
void Rest(std::string_view name, const WordLine& line, std::size_t first, TreeBuilder& builder) {
  NewNode node;
  node.begin = line.words[first].begin;
  node.end = line.words.back().end;
  AddNamedKey(name, node.begin, builder);
  builder.Add(node);
}

void TakeRedis(const WordLine& line, TreeBuilder& builder) {
  AddWord(line.words[0], builder);
  AddWords(line.words, 1, line.words[0].end, builder);
}

/// `name = value`, where the sign may be missing and need no blanks around it.
void TakePostgres(std::string_view text, const WordLine& line, TreeBuilder& builder) {
  const std::uint32_t begin = line.words[0].begin;
  const std::uint32_t last = line.words.back().end;
  std::uint32_t end = begin;
  const auto is_name = [](char c) { return IsLetter(c) || IsDigit(c) || c == '_' || c == '.'; };
  while (end < last && is_name(text[end])) ++end;
  if (end == begin) return Complain(line, "no name of a setting", builder);
  std::uint32_t value = end;
  while (value < last && IsInlineSpace(text[value])) ++value;
  if (value < last && text[value] == '=') ++value;
  NewNode name;
  name.begin = begin;
  name.end = end;
  builder.Add(name);
  WordSyntax syntax;
  syntax.quotes = "'";
  syntax.double_quotes = true;
  AddWords(SplitWords(text, value, last, syntax).words, 0, end, builder);
}

void TakeHba(const WordLine& line, TreeBuilder& builder) {
  const std::vector<LineWord>& words = line.words;
  const std::string_view type = words[0].text;
  if (type.starts_with("include")) {
    builder.Open(NodeKind::kMap, words[0].begin, NodeStyle::kWords);
    AddWord(words[0], builder);
    AddWords(words, 1, words[0].end, builder);
    builder.CloseAtContent();
    return;
  }
  const bool local = type == "local";
  if (!local && !type.starts_with("host"))
    return Complain(line, "unknown connection type", builder);
  std::size_t method = local ? 3 : 4;
  if (words.size() <= method) return Complain(line, "fields are missing", builder);
  // An address may be followed by a mask of its own.
  const bool has_mask =
      !local && words.size() > 5 && !words[4].text.empty() && IsDigit(words[4].text.front());
  if (has_mask) ++method;
  builder.Open(NodeKind::kMap, words[0].begin, NodeStyle::kWords);
  Field("type", words[0], builder);
  Field("database", words[1], builder);
  Field("user", words[2], builder);
  if (!local) Field("address", words[3], builder);
  if (has_mask) Field("mask", words[4], builder);
  Field("method", words[method], builder);
  if (words.size() > method + 1) {
    const std::uint32_t at = words[method + 1].begin;
    AddNamedKey("options", at, builder);
    builder.Open(NodeKind::kList, at, NodeStyle::kWords);
    for (std::size_t i = method + 1; i < words.size(); ++i) AddWord(words[i], builder);
    builder.CloseAtContent();
  }
  builder.CloseAtContent();
}

/// `NAME=value` or `NAME = value`.
bool TakeCronVariable(std::string_view text, const WordLine& line, TreeBuilder& builder) {
  const std::uint32_t begin = line.words[0].begin;
  const std::uint32_t last = line.words.back().end;
  std::uint32_t end = begin;
  while (end < last && (IsLetter(text[end]) || IsDigit(text[end]) || text[end] == '_')) ++end;
  std::uint32_t sign = end;
  while (sign < last && IsInlineSpace(text[sign])) ++sign;
  if (end == begin || IsDigit(text[begin]) || sign == last || text[sign] != '=') return false;
  std::uint32_t value = sign + 1;
  while (value < last && IsInlineSpace(text[value])) ++value;
  builder.Open(NodeKind::kMap, begin, NodeStyle::kWords);
  NewNode node;
  node.begin = begin;
  node.end = end;
  builder.Add(node);
  node.begin = value;
  node.end = last;
  const char quote = value < last ? text[value] : '\0';
  if ((quote == '"' || quote == '\'') && last - value >= 2 && text[last - 1] == quote) {
    node.style = quote == '"' ? NodeStyle::kDoubleQuoted : NodeStyle::kSingleQuoted;
  }
  if (value == last) {
    builder.AddAbsent(sign + 1);
  } else {
    builder.Add(node);
  }
  builder.CloseAtContent();
  return true;
}

void TakeCron(std::string_view text, const WordLine& line, CrontabSort sort, TreeBuilder& builder) {
  if (TakeCronVariable(text, line, builder)) return;
  const std::size_t times = line.words[0].text.starts_with('@') ? 1 : 5;
  const std::size_t command = times + (sort == CrontabSort::kOfSystem ? 1 : 0);
  if (line.words.size() <= command) return Complain(line, "fields are missing", builder);
  builder.Open(NodeKind::kMap, line.words[0].begin, NodeStyle::kWords);
  NewNode schedule;
  schedule.begin = line.words[0].begin;
  schedule.end = line.words[times - 1].end;
  AddNamedKey("schedule", schedule.begin, builder);
  builder.Add(schedule);
  if (sort == CrontabSort::kOfSystem) Field("user", line.words[times], builder);
  Rest("command", line, command, builder);
  builder.CloseAtContent();
}

void TakeOwners(const WordLine& line, TreeBuilder& builder) {
  const std::string_view first = line.words[0].text;
  // GitLab: [Section], ^[Optional], [Section][2] @default-owner
  const bool section = first.starts_with('[') || first.starts_with("^[");
  builder.Open(NodeKind::kMap, line.words[0].begin, NodeStyle::kWords);
  std::size_t owners = 1;
  if (section) {
    while (owners < line.words.size() && !line.words[owners - 1].text.contains(']')) ++owners;
    NewNode node;
    node.begin = line.words[0].begin;
    node.end = line.words[owners - 1].end;
    AddNamedKey("section", node.begin, builder);
    builder.Add(node);
  } else {
    Field("pattern", line.words[0], builder);
  }
  const bool some = line.words.size() > owners;
  const std::uint32_t at = some ? line.words[owners].begin : line.words.back().end;
  AddNamedKey("owners", at, builder);
  builder.Open(NodeKind::kList, at, NodeStyle::kWords);
  for (std::size_t i = owners; i < line.words.size(); ++i) AddWord(line.words[i], builder);
  builder.CloseAtContent();
  builder.CloseAtContent();
}

}  // namespace

ConfigTree ParseRedisConf(std::string_view text, const ParseLimits& limits) {
  WordSyntax syntax;
  syntax.backslash = true;
  syntax.inline_comments = false;
  return ReadLines(text, limits, syntax, NodeKind::kMap, KeyPolicy::kRepeated, TakeRedis);
}

ConfigTree ParsePostgresConf(std::string_view text, const ParseLimits& limits) {
  WordSyntax syntax;
  syntax.quotes = "'";
  syntax.double_quotes = true;
  return ReadLines(
      text, limits, syntax, NodeKind::kMap, KeyPolicy::kUnique,
      [&](const WordLine& line, TreeBuilder& builder) { TakePostgres(text, line, builder); });
}

ConfigTree ParsePgHba(std::string_view text, const ParseLimits& limits) {
  WordSyntax syntax;
  syntax.quotes = "\"";
  return ReadLines(text, limits, syntax, NodeKind::kList, KeyPolicy::kUnique, TakeHba);
}

ConfigTree ParseCrontab(std::string_view text, CrontabSort sort, const ParseLimits& limits) {
  WordSyntax syntax;
  syntax.quotes = "";
  syntax.inline_comments = false;
  return ReadLines(
      text, limits, syntax, NodeKind::kList, KeyPolicy::kUnique,
      [&](const WordLine& line, TreeBuilder& builder) { TakeCron(text, line, sort, builder); });
}

ConfigTree ParseCodeowners(std::string_view text, const ParseLimits& limits) {
  WordSyntax syntax;
  syntax.quotes = "";
  syntax.backslash = true;
  return ReadLines(text, limits, syntax, NodeKind::kList, KeyPolicy::kUnique, TakeOwners);
}

}  // namespace gonogo
