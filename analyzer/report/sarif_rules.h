// SarifRules: the rules of a run as SARIF knows them. There precision and security-severity belong
// to the rule, so a rule whose grades differ in them becomes one rule a grade, "id/grade". CWE and
// the checklist are taxonomies that rules and results point into.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/model/run.h"
#include "analyzer/report/json_text.h"

namespace gonogo {

enum class SarifProfile { kFull, kGithub };

/// "error", "warning", "note", "none".
std::string_view SarifLevel(Severity severity);

class SarifRules {
 public:
  SarifRules(const Run& run, SarifProfile profile);

  /// tool.driver.rules
  Json Descriptors() const;
  /// run.taxonomies
  Json Taxonomies() const;
  /// tool.driver.supportedTaxonomies
  Json SupportedTaxonomies() const;
  /// result.taxa of a finding.
  Json TaxaOf(const Rule& rule) const;

  /// Adds ruleId and ruleIndex to a result.
  void Name(const Finding& finding, Json& result) const;
  void Name(const ChecklistItem& item, Json& result) const;

 private:
  struct Row {
    std::string id;
    const Rule* rule = nullptr;
    std::vector<const Grade*> grades;
    const ChecklistItem* item = nullptr;  // of a rule "checklist/ITEM"; then rule is null
    bool has_results = false;
  };

  void AddRule(const Rule& rule, SarifProfile profile);
  void AddRow(Row row);
  Json Descriptor(const Row& row) const;
  Json HelpOf(const Row& row) const;
  Json PropertiesOf(const Row& row, Severity severity) const;
  Json RelationshipsOf(const Rule& rule) const;
  Json ItemDescriptor(const Row& row) const;
  Json TaxonReference(std::string_view taxonomy, std::size_t taxonomy_index, std::string_view id,
                      std::size_t index) const;

  const Run& run_;
  std::vector<Row> rows_;
  std::map<std::pair<const Rule*, const Grade*>, std::size_t> index_of_grade_;
  std::map<std::string_view, std::size_t> index_of_item_;
  std::map<std::uint32_t, std::size_t> cwe_index_;       // weakness -> place in the taxonomy
  std::map<std::string_view, std::size_t> taxon_index_;  // item -> place in the taxonomy
};

}  // namespace gonogo
