#include "analyzer/rulebook/config_tables.h"

#include <fmt/format.h>

#include <vector>

namespace gonogo {
namespace {

/// Collects the members of a struct that differ from their defaults.
class Members {
 public:
  void Add(std::string_view name, std::string_view value) {
    text_ += fmt::format("{}.{} = {}", text_.empty() ? "" : ", ", name, value);
  }
  std::string Text() const { return "{" + text_ + "}"; }

 private:
  std::string text_;
};

class ConfigTables {
 public:
  explicit ConfigTables(TableLists& lists) : lists_(lists) {}

  std::string Clause(const ConfigClause& clause) {
    Members row;
    row.Add("of", Targets(clause.of));
    if (!clause.each.empty()) row.Add("each", Paths(clause.each));
    if (!clause.captures.empty()) row.Add("captures", Captures(clause.captures));
    row.Add("when", Term(clause.when));
    row.Add("find", Term(clause.find));
    row.Add("unless", Term(clause.unless));
    if (clause.has_at) row.Add("has_at", "true");
    if (clause.has_at) row.Add("at", Path(clause.at));
    if (!clause.write.empty()) row.Add("write", Literal(clause.write));
    if (clause.errors != ConfigErrors::kNone)
      row.Add("errors", EnumLiteral("ConfigErrors", clause.errors));
    return lists_.List("ConfigClause", {row.Text()});
  }

 private:
  std::string Targets(std::span<const ConfigTarget> targets) {
    std::vector<std::string> rows;
    for (const ConfigTarget& target : targets) {
      Members row;
      row.Add("sort", EnumLiteral("ConfigTargetSort", target.sort));
      row.Add("shape", EnumLiteral("ConfigShape", target.shape));
      if (!target.kind.empty()) row.Add("kind", Literal(target.kind));
      if (!target.group.empty()) row.Add("group", Literal(target.group));
      rows.push_back(row.Text());
    }
    return lists_.List("ConfigTarget", rows);
  }

  std::string Path(const ConfigPath& path) {
    Members row;
    row.Add("text", Literal(path.text));
    if (path.from != ConfigFrom::kHere) row.Add("from", EnumLiteral("ConfigFrom", path.from));
    if (path.above != 0) row.Add("above", fmt::format("{}", path.above));
    if (path.from == ConfigFrom::kWord) row.Add("word", EnumLiteral("ConfigWord", path.word));
    if (!path.steps.empty()) row.Add("steps", Steps(path.steps));
    return row.Text();
  }

  std::string Paths(std::span<const ConfigPath> paths) {
    std::vector<std::string> rows;
    for (const ConfigPath& path : paths) rows.push_back(Path(path));
    return lists_.List("ConfigPath", rows);
  }

  std::string Steps(std::span<const ConfigStep> steps) {
    std::vector<std::string> rows;
    for (const ConfigStep& step : steps) {
      Members row;
      row.Add("sort", EnumLiteral("ConfigStepSort", step.sort));
      if (!step.names.empty()) row.Add("names", lists_.Texts(step.names));
      if (step.item != 0) row.Add("item", fmt::format("{}", step.item));
      rows.push_back(row.Text());
    }
    return lists_.List("ConfigStep", rows);
  }

  std::string Captures(std::span<const ConfigCapture> captures) {
    std::vector<std::string> rows;
    for (const ConfigCapture& capture : captures) {
      Members row;
      row.Add("name", Literal(capture.name));
      row.Add("path", Path(capture.path));
      row.Add("sort", EnumLiteral("ConfigCaptureSort", capture.sort));
      if (capture.assumes) row.Add("assumed", Literal(capture.assumed));
      if (capture.assumes) row.Add("assumes", "true");
      if (capture.unit != ConfigUnit::kNone)
        row.Add("unit", EnumLiteral("ConfigUnit", capture.unit));
      rows.push_back(row.Text());
    }
    return lists_.List("ConfigCapture", rows);
  }

  std::string Term(const ConfigTerm& term) {
    Members row;
    row.Add("sort", EnumLiteral("ConfigTermSort", term.sort));
    if (!term.terms.empty()) row.Add("terms", Terms(term.terms));
    if (!term.path.text.empty()) row.Add("path", Path(term.path));
    if (term.assumes) row.Add("assumed", Literal(term.assumed));
    if (term.assumes) row.Add("assumes", "true");
    if (!term.texts.empty()) row.Add("texts", lists_.Texts(term.texts));
    if (term.relation != ConfigRelation::kEqual)
      row.Add("relation", EnumLiteral("ConfigRelation", term.relation));
    if (term.number != 0) row.Add("number", fmt::format("{}", term.number));
    if (term.unit != ConfigUnit::kNone) row.Add("unit", EnumLiteral("ConfigUnit", term.unit));
    if (term.sort == ConfigTermSort::kSense)
      row.Add("sense", EnumLiteral("ConfigSense", term.sense));
    if (term.capture != 0) row.Add("capture", fmt::format("{}", term.capture));
    return row.Text();
  }

  std::string Terms(std::span<const ConfigTerm> terms) {
    std::vector<std::string> rows;
    for (const ConfigTerm& term : terms) rows.push_back(Term(term));
    return lists_.List("ConfigTerm", rows);
  }

  TableLists& lists_;
};

}  // namespace

std::string ConfigClauseTable(const ConfigClause& clause, TableLists& lists) {
  return ConfigTables(lists).Clause(clause);
}

}  // namespace gonogo
