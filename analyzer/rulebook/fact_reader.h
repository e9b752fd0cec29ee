// FactReader: `fact:` of a rule, `facts:` of a clause and `measures:` of a checklist item, checked
// against the tables of facts.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/rule_storage.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

/// Fills `rule.fact` and `rule.fact_values`; needs `rule.match`. `node` is the value of `fact:`.
void ReadFact(const YamlNode& node, Rule& rule, RuleStorage& storage, MistakeList& mistakes);

/// `node` is the map `facts:`.
const FactsClause* ReadFactsClause(const YamlNode& node, RuleStorage& storage,
                                   MistakeList& mistakes);

/// `node` is the value of `measures:`, and may be null.
std::span<const Measure> ReadMeasures(const YamlNode* node, RuleStorage& storage,
                                      MistakeList& mistakes);

/// The columns of the query's result that are captures, sorted; whether one is the grade. Nothing
/// where the query is wrong.
struct QueryTerms {
  std::vector<std::string> captures;
  bool grades = false;
};
std::optional<QueryTerms> TermsOfQuery(std::string_view sql);

/// Table and column, as (kind of fact, column).
using FactColumn = std::pair<std::string, std::string>;

/// The columns beside the place that the rule's facts may fill.
std::vector<FactColumn> FilledColumns(const Rule& rule);

/// The columns beside the place that a query reads; ("kind", "") where it reads none of a table.
std::vector<FactColumn> ColumnsRead(std::string_view sql);

}  // namespace gonogo
