#include "analyzer/rulebook/fact_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "analyzer/base/edit_distance.h"
#include "analyzer/facts/fact_query.h"
#include "analyzer/facts/fact_schema.h"
#include "analyzer/rulebook/clause_terms.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

/// Filled with the outcome of the clause, where the table has it.
constexpr std::string_view kOutcomeColumn = "state";

/// Columns of a result that place a finding or choose its grade.
constexpr std::string_view kResultTerms[] = {"path",       "line",  "column",  "end_line",
                                             "end_column", "grade", "together"};

std::vector<std::string_view> Views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

bool Contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::ranges::find(texts, text) != texts.end();
}

bool IsPlaceColumn(std::string_view column) {
  return std::ranges::find(PlaceColumns(), column) != PlaceColumns().end();
}

std::string UnknownColumn(const FactTable& table, std::string_view what, std::string_view name) {
  const std::string similar = DidYouMean(name, Views(table.columns));
  return fmt::format(
      "{} \"{}\" is no column of \"{}\"{}", what, name, table.name,
      similar.empty() ? fmt::format("; it has {}", fmt::join(table.columns, ", ")) : similar);
}

/// Checks `fact:` against one table.
class FactReader {
 public:
  FactReader(const FactTable& table, const YamlNode& node, Rule& rule, MistakeList& mistakes)
      : table_(table), node_(node), rule_(rule), mistakes_(mistakes) {}

  void Read(RuleStorage& storage) {
    std::vector<FactValue> values;
    for (const YamlEntry& entry : node_.entries) {
      if (entry.key == "kind" || entry.key == "where") continue;
      if (!Contains(table_.columns, entry.key))
        mistakes_.Add(entry.place, UnknownColumn(table_, "key", entry.key));
      values.push_back({storage.Keep(entry.key), storage.Keep(std::string(TextOf(&entry.value)))});
    }
    rule_.fact_values = storage.Keep(std::move(values));
    for (const MatchAlternative& alternative : rule_.match) CheckCaptures(alternative);
  }

 private:
  void CheckCaptures(const MatchAlternative& alternative) {
    if (alternative.type == ClauseType::kFacts)
      mistakes_.Add(node_.place, "a clause \"facts\" reads facts and states none");
    for (const std::string& name : AuthorsCapturesOf(alternative)) {
      const auto said = std::ranges::find(rule_.fact_values, name, &FactValue::column);
      if (!Contains(table_.columns, name)) {
        mistakes_.Add(node_.place, UnknownColumn(table_, "capture", name));
      } else if (said != rule_.fact_values.end()) {
        mistakes_.Add(node_.place, fmt::format("\"{}\" is said here and captured too", name));
      }
    }
  }

  const FactTable& table_;
  const YamlNode& node_;
  Rule& rule_;
  MistakeList& mistakes_;
};

/// Null where there is none, which is told.
const FactTable* FindTable(const std::vector<FactTable>& tables, const YamlNode& node,
                           MistakeList& mistakes) {
  const std::string_view name = TextOf(&node);
  const auto table = std::ranges::find(tables, name, &FactTable::name);
  if (table != tables.end()) return &*table;
  std::vector<std::string_view> names;
  for (const FactTable& known : tables) names.push_back(known.name);
  const std::string similar = DidYouMean(name, names);
  mistakes.Add(node.place, fmt::format("unknown fact \"{}\"{}", name,
                                       similar.empty() ? "; docs/facts.md lists all" : similar));
  return nullptr;
}

/// Where the SQL is wrong: the column, or the line of a text over several.
void AddQueryMistake(const YamlNode& node, const QueryMistake& mistake, MistakeList& mistakes) {
  const std::string_view sql = TextOf(&node);
  if (!mistake.offset || !node.text.contains('\n')) {
    mistakes.Add(PlaceIn(node, mistake.offset.value_or(0)), "in SQL: " + mistake.message);
    return;
  }
  const std::string_view before = sql.substr(0, *mistake.offset);
  mistakes.Add(node.place, fmt::format("in line {} of the SQL: {}",
                                       1 + std::ranges::count(before, '\n'), mistake.message));
}

/// The result's columns, where the query is right.
std::optional<std::vector<std::string>> CheckSql(const YamlNode& node, MistakeList& mistakes) {
  QueryCheck check = CheckQuery(TextOf(&node));
  if (check.mistake) {
    AddQueryMistake(node, *check.mistake, mistakes);
    return std::nullopt;
  }
  std::set<std::string> seen;
  for (const std::string& column : check.columns) {
    if (seen.insert(column).second) continue;
    mistakes.Add(node.place, fmt::format("the result has two columns \"{}\"", column));
  }
  return std::move(check.columns);
}

/// The names in braces.
std::vector<std::string_view> Holes(std::string_view text) {
  std::vector<std::string_view> holes;
  for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1))
    holes.push_back(text.substr(at + 1, text.find('}', at) - at - 1));
  return holes;
}

void CheckMeasure(const YamlNode& node, MistakeList& mistakes) {
  const YamlNode* const sql = node.Find("sql");
  const YamlNode* const says = node.Find("says");
  if (TextOf(sql).empty()) return;
  const auto columns = CheckSql(*sql, mistakes);
  if (!columns) return;
  if (!Contains(*columns, "total"))
    mistakes.Add(sql->place, "the result has no column \"total\", which tells 0 from silence");
  for (const std::string_view name : Holes(TextOf(says))) {
    if (Contains(*columns, name)) continue;
    mistakes.Add(says->place, fmt::format("the result has no column \"{}\"{}", name,
                                          DidYouMean(name, Views(*columns))));
  }
}

}  // namespace

void ReadFact(const YamlNode& node, Rule& rule, RuleStorage& storage, MistakeList& mistakes) {
  const YamlNode* const kind = node.type == YamlType::kMap ? node.Find("kind") : &node;
  if (TextOf(kind).empty()) return;
  rule.fact = storage.Keep(std::string(TextOf(kind)));
  const std::vector<FactTable> tables = FactTables();
  if (const FactTable* const table = FindTable(tables, *kind, mistakes))
    FactReader(*table, node, rule, mistakes).Read(storage);
  const YamlNode* const where = node.type == YamlType::kMap ? node.Find("where") : nullptr;
  if (TextOf(where).empty()) return;
  rule.fact_where = storage.Keep(std::string(TextOf(where)));
  FindTable(tables, *where, mistakes);
}

const FactsClause* ReadFactsClause(const YamlNode& node, RuleStorage& storage,
                                   MistakeList& mistakes) {
  const YamlNode* const sql = node.Find("sql");
  const FactsClause clause{.sql = storage.Keep(std::string(TextOf(sql))),
                           .of_part = TextOf(node.Find("of_part")) == "true"};
  if (!clause.sql.empty()) {
    const auto columns = CheckSql(*sql, mistakes);
    for (const std::string_view needed : {"path", "line"}) {
      if (!columns || Contains(*columns, needed)) continue;
      mistakes.Add(sql->place, fmt::format("the result has no column \"{}\", which places the "
                                           "finding",
                                           needed));
    }
  }
  return storage.Keep(std::vector{clause}).data();
}

std::span<const Measure> ReadMeasures(const YamlNode* node, RuleStorage& storage,
                                      MistakeList& mistakes) {
  std::vector<Measure> measures;
  for (const YamlNode* item : ItemsOf(node)) {
    CheckMeasure(*item, mistakes);
    measures.push_back({.sql = storage.Keep(std::string(TextOf(item->Find("sql")))),
                        .says = storage.Keep(std::string(TextOf(item->Find("says"))))});
  }
  return storage.Keep(std::move(measures));
}

std::optional<QueryTerms> TermsOfQuery(std::string_view sql) {
  QueryCheck check = CheckQuery(sql);
  if (check.mistake) return std::nullopt;
  QueryTerms terms;
  for (std::string& column : check.columns) {
    if (column == "grade") terms.grades = true;
    if (std::ranges::find(kResultTerms, column) == std::end(kResultTerms))
      terms.captures.push_back(std::move(column));
  }
  std::ranges::sort(terms.captures);
  return terms;
}

std::vector<FactColumn> FilledColumns(const Rule& rule) {
  std::vector<FactColumn> filled;
  if (rule.fact.empty()) return filled;
  const std::string kind(rule.fact);
  filled.emplace_back(kind, "");
  for (const FactValue& value : rule.fact_values) filled.emplace_back(kind, value.column);
  for (const MatchAlternative& alternative : rule.match) {
    for (const std::string& name : CapturesOf(alternative).value_or(std::vector<std::string>()))
      filled.emplace_back(kind, name);
    if (!OutcomesOf(alternative).empty()) filled.emplace_back(kind, kOutcomeColumn);
  }
  return filled;
}

std::vector<FactColumn> ColumnsRead(std::string_view sql) {
  std::vector<FactColumn> columns;
  for (auto& [table, column] : CheckQuery(sql).reads)
    columns.emplace_back(table, IsPlaceColumn(column) || column == "ROWID" ? "" : column);
  columns.erase(std::ranges::unique(columns).begin(), columns.end());
  return columns;
}

}  // namespace gonogo
