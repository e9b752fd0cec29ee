#include "analyzer/report/clause_page.h"

#include <fmt/format.h>

#include <string_view>

#include "analyzer/report/markdown.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

std::string PatternLines(std::string_view lead, std::span<const CallPattern> patterns) {
  if (patterns.empty()) return "";
  std::string out = fmt::format("- {}", lead);
  if (patterns.size() == 1) return out + ": " + CodeSpan(patterns[0].text) + "\n";
  out += ", one of:\n";
  for (const CallPattern& pattern : patterns) out += "  - " + CodeSpan(pattern.text) + "\n";
  return out;
}

std::string GroupLine(const PatternGroup& group) {
  std::string line;
  for (const CallPattern& pattern : group.patterns)
    line += (line.empty() ? "" : " and ") + CodeSpan(pattern.text);
  return line;
}

std::string GroupLines(std::string_view lead, std::span<const PatternGroup> groups) {
  if (groups.empty()) return "";
  std::string out = fmt::format("- {}", lead);
  if (groups.size() == 1) return out + ": " + GroupLine(groups[0]) + "\n";
  out += ", one of:\n";
  for (const PatternGroup& group : groups) out += "  - " + GroupLine(group) + "\n";
  return out;
}

std::string TypestateMarkdown(const TypestateClause& clause, std::string_view docs) {
  std::string types;
  for (const std::string_view type : clause.types)
    types += (types.empty() ? " (" : ", ") + CodeSpan(type);
  if (!types.empty()) types += ")";
  std::string out = fmt::format(
      "Each {}{} is followed through functions and files, as [call patterns]({}call_patterns.md) "
      "say. It starts {}.\n\n",
      MarkdownText(clause.object), types, docs, clause.starts_bounded ? "bounded" : "unbounded");
  out += PatternLines("made by", clause.made_by);
  out += GroupLines("bounded by", clause.bound_by);
  out += PatternLines("no longer bounded after", clause.unbound_by);
  out += PatternLines("reset by", clause.reset_by);
  out += PatternLines("copied by", clause.copied_by);
  return out + PatternLines("used by", clause.used_by) + "\n";
}

std::string CallMarkdown(const CallClause& clause, std::string_view docs) {
  std::string out = fmt::format(
      "Constants are followed through variables, fields and parameters, as "
      "[call patterns]({}call_patterns.md) say.\n\n",
      docs);
  out += PatternLines("found", clause.of);
  return out + PatternLines("but not where the same object meets", clause.unless) + "\n";
}

std::string TaintMarkdown(const TaintClause& clause, std::string_view docs) {
  std::string out = fmt::format(
      "Texts are followed back piece by piece through variables, formats and functions, as "
      "[call patterns]({}call_patterns.md) say.\n\n",
      docs);
  out += PatternLines("given to", clause.sinks);
  out += PatternLines("from outside", clause.sources);
  out += PatternLines("from who runs the program", clause.inputs);
  return out + PatternLines("made safe by", clause.escapes) + "\n";
}

std::string LoopMarkdown(const LoopClause& clause, std::string_view docs) {
  std::string out = fmt::format(
      "Loops whose way back follows the failure of a call, recursion and `goto` too, through "
      "functions of the whole program, as [call patterns]({}call_patterns.md) say.\n\n",
      docs);
  out += PatternLines("tried again", clause.calls);
  out += PatternLines("connected again", clause.connects);
  return out + PatternLines("waits", clause.waits) + "\n";
}

std::string ClauseMarkdown(const CxxClause& clause, std::string_view docs) {
  switch (clause.sort) {
    case CxxClauseSort::kMatcher:
      return "Found by the Clang matcher:\n\n" + FencedBlock("text", clause.matcher.expression) +
             "\n";
    case CxxClauseSort::kTypestate:
      return TypestateMarkdown(clause.typestate, docs);
    case CxxClauseSort::kCall:
      return CallMarkdown(clause.call, docs);
    case CxxClauseSort::kTaint:
      return TaintMarkdown(clause.taint, docs);
    case CxxClauseSort::kLoop:
      return LoopMarkdown(clause.loop, docs);
  }
  return "";
}

}  // namespace

std::string ClausesMarkdown(const Rule& rule, std::string_view docs) {
  std::string out;
  for (const MatchAlternative& alternative : rule.match) {
    if (alternative.cxx) out += ClauseMarkdown(*alternative.cxx, docs);
  }
  return out;
}

}  // namespace gonogo
