#include "analyzer/report/sarif_rules.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analyzer/base/check.h"
#include "analyzer/report/code_point.h"
#include "analyzer/report/project_links.h"
#include "analyzer/report/rule_facts.h"
#include "analyzer/report/rule_page.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostTags = 10;      // what GitHub keeps
constexpr std::size_t kNameLength = 255;   // what GitHub accepts
constexpr std::size_t kTextLength = 1024;  // what GitHub accepts
constexpr std::string_view kCweTaxonomy = "CWE";
constexpr std::string_view kChecklistTaxonomy = "gonogo-checklist";

Json Text(std::string_view text) {
  return JsonObject(1).Add("text", Shortened(text, kTextLength)).Take();
}

bool IsSecurity(const Rule& rule) { return rule.item.starts_with('C'); }

Severity WorstOf(const std::vector<const Grade*>& grades) {
  return (*std::ranges::max_element(grades, {}, &Grade::severity))->severity;
}

// Of the grades that matter most; they agree within a row, but for evidence beside them.
Precision PrecisionOf(const std::vector<const Grade*>& grades) {
  return (*std::ranges::max_element(grades, {}, &Grade::severity))->precision;
}

// The middle of GitHub's bands: 7.0-8.9 high, 4.0-6.9 medium, 0.1-3.9 low.
std::string_view SecuritySeverity(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return "8.0";
    case Severity::kMedium:
      return "5.5";
    default:
      return "2.0";
  }
}

std::string_view ProblemSeverity(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return "error";
    case Severity::kMedium:
      return "warning";
    default:
      return "recommendation";
  }
}

// GitHub and CodeQL read external/cwe/cwe-NNN, GitLab and DefectDojo CWE-N.
Json Tags(const Rule& rule) {
  Json tags = Json::array();
  if (IsSecurity(rule)) tags.push_back("security");
  if (!rule.concept_name.empty()) tags.push_back(fmt::format("concept:{}", rule.concept_name));
  if (!rule.item.empty()) tags.push_back(fmt::format("item:{}", rule.item));
  for (const std::uint32_t cwe : rule.cwe) {
    if (tags.size() + 2 > kMostTags) break;
    tags.push_back(fmt::format("external/cwe/cwe-{:03}", cwe));
    tags.push_back(fmt::format("CWE-{}", cwe));
  }
  return tags;
}

// Enabled rules and those that findings name beside them, such as rules about suppressions.
std::vector<const Rule*> RulesOf(const Run& run) {
  std::set<const Rule*> known(run.rules.begin(), run.rules.end());
  std::vector<const Rule*> rules = run.rules;
  for (const Finding& finding : run.findings) {
    CHECK(finding.rule != nullptr && finding.grade != nullptr);
    if (known.insert(finding.rule).second) rules.push_back(finding.rule);
  }
  std::ranges::stable_sort(rules, {}, &Rule::id);
  return rules;
}

// A user's own rule has no page among ours.
std::string HelpUri(const Rule& rule) {
  if (rule.source.empty() || rule.source.starts_with("rules/")) return RulePageUrl(rule.id);
  return rule.references.empty() ? std::string(kProjectUrl) : std::string(rule.references.front());
}

bool GradesDiffer(const std::vector<const Grade*>& grades) {
  return std::ranges::any_of(grades, [&](const Grade* grade) {
    return grade->precision != grades.front()->precision ||
           grade->severity != grades.front()->severity;
  });
}

}  // namespace

std::string_view SarifLevel(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return "error";
    case Severity::kMedium:
      return "warning";
    case Severity::kLow:
      return "note";
    case Severity::kEvidence:
      return "none";
  }
  return "none";
}

SarifRules::SarifRules(const Run& run, SarifProfile profile) : run_(run) {
  for (const Rule* rule : RulesOf(run)) AddRule(*rule, profile);
  for (const Finding& finding : run.findings) {
    const auto found = index_of_grade_.find(std::pair(finding.rule, finding.grade));
    if (found != index_of_grade_.end()) rows_[found->second].has_results = true;
  }
  std::set<std::uint32_t> weaknesses;
  for (const Row& row : rows_) weaknesses.insert(row.rule->cwe.begin(), row.rule->cwe.end());
  for (const std::uint32_t cwe : weaknesses) cwe_index_.emplace(cwe, cwe_index_.size());
  for (const ChecklistItem& item : run.checklist)
    taxon_index_.emplace(item.id, taxon_index_.size());
  if (profile == SarifProfile::kGithub) return;
  for (const ItemVerdict& verdict : run.verdicts) {
    index_of_item_.emplace(verdict.item->id, rows_.size());
    AddRow({fmt::format("checklist/{}", verdict.item->id), nullptr, {}, verdict.item});
  }
}

void SarifRules::AddRule(const Rule& rule, SarifProfile profile) {
  std::vector<const Grade*> defects;
  std::vector<const Grade*> evidence;
  for (const Grade& grade : rule.grades) {
    (grade.severity == Severity::kEvidence ? evidence : defects).push_back(&grade);
  }
  if (profile == SarifProfile::kGithub) evidence.clear();
  const bool split = GradesDiffer(defects);
  std::vector<const Grade*> all = std::move(defects);
  all.insert(all.end(), evidence.begin(), evidence.end());
  if (all.empty()) return;  // as of a rule that only states a fact
  if (!split) return AddRow({std::string(rule.id), &rule, std::move(all)});
  for (const Grade* grade : all) {
    AddRow({fmt::format("{}/{}", rule.id, grade->name), &rule, {grade}});
  }
}

void SarifRules::AddRow(Row row) {
  for (const Grade* grade : row.grades) {
    index_of_grade_.emplace(std::pair(row.rule, grade), rows_.size());
  }
  rows_.push_back(std::move(row));
}

Json SarifRules::TaxonReference(std::string_view taxonomy, std::size_t taxonomy_index,
                                std::string_view id, std::size_t index) const {
  return {{"id", id},
          {"index", index},
          {"toolComponent", {{"name", taxonomy}, {"index", taxonomy_index}}}};
}

Json SarifRules::TaxaOf(const Rule& rule) const {
  Json taxa = Json::array();
  for (const std::uint32_t cwe : rule.cwe) {
    const auto found = cwe_index_.find(cwe);
    if (found == cwe_index_.end()) continue;
    taxa.push_back(TaxonReference(kCweTaxonomy, 0, fmt::format("CWE-{}", cwe), found->second));
  }
  const auto item = taxon_index_.find(rule.item);
  if (item != taxon_index_.end()) {
    taxa.push_back(TaxonReference(kChecklistTaxonomy, 1, rule.item, item->second));
  }
  return taxa;
}

Json SarifRules::PropertiesOf(const Row& row, Severity severity) const {
  JsonObject properties(3);
  properties.Add("tags", Tags(*row.rule)).Add("precision", NameOf(PrecisionOf(row.grades)));
  if (severity == Severity::kEvidence) {
    properties.Add("problem.severity", "recommendation");
  } else if (IsSecurity(*row.rule)) {
    properties.Add("security-severity", SecuritySeverity(severity));
  } else {
    properties.Add("problem.severity", ProblemSeverity(severity));
  }
  return properties.Take();
}

Json SarifRules::RelationshipsOf(const Rule& rule) const {
  Json relationships = Json::array();
  for (const Json& taxon : TaxaOf(rule)) {
    // A weakness or an item holds more than what one rule finds of it.
    relationships.push_back({{"target", taxon}, {"kinds", {"superset"}}});
  }
  return relationships;
}

// Pages of a thousand rules are megabytes: a rule that found nothing only says where its page is.
Json SarifRules::HelpOf(const Row& row) const {
  if (!row.has_results) return {{"text", fmt::format("See {}", HelpUri(*row.rule))}};
  return JsonObject(2)
      .Add("text", RuleHelpText(*row.rule))
      .Add("markdown", RuleHelpMarkdown(*row.rule, ItemOf(*row.rule, run_.checklist)))
      .Take();
}

Json SarifRules::Descriptor(const Row& row) const {
  const Rule& rule = *row.rule;
  const Severity severity = WorstOf(row.grades);
  std::string title = TitleOf(rule.id);
  if (row.id != rule.id) title += fmt::format(" ({})", row.grades.front()->name);
  JsonObject descriptor(10);
  descriptor.Add("id", row.id)
      .Add("name", Shortened(DistinctName(row.id, "Rule"), kNameLength))
      .Add("shortDescription", Text(Sentence(title)))
      .Add("fullDescription", Text(Sentence(OneLine(rule.why))))
      .Add("helpUri", HelpUri(rule))
      .Add("help", HelpOf(row))
      .Add("defaultConfiguration", JsonObject(1).Add("level", SarifLevel(severity)).Take())
      .Add("properties", PropertiesOf(row, severity));
  if (row.has_results) {
    Json relationships = RelationshipsOf(rule);
    if (!relationships.empty()) descriptor.Add("relationships", std::move(relationships));
  }
  if (row.id == rule.id && !rule.formerly.empty()) descriptor.Add("deprecatedIds", rule.formerly);
  return descriptor.Take();
}

Json SarifRules::ItemDescriptor(const Row& row) const {
  const ChecklistItem& item = *row.item;
  const std::string asks = Sentence(OneLine(item.asks));
  Json descriptor = {
      {"id", row.id},
      {"name", "Checklist" + PascalCase(item.title)},
      {"shortDescription", Text(Sentence(item.title))},
      {"fullDescription", Text(asks)},
      {"helpUri", ChecklistPageUrl()},
      {"help",
       {{"text", asks}, {"markdown", asks + " [The checklist](" + ChecklistPageUrl() + ")."}}},
      // A verdict NO-GO is an error; the others are no failures and carry their own level.
      {"defaultConfiguration", {{"level", "error"}}},
      {"properties",
       {{"tags", {fmt::format("item:{}", item.id)}},
        {"precision", "high"},
        {"problem.severity", "error"}}},
  };
  const auto taxon = taxon_index_.find(item.id);
  if (taxon != taxon_index_.end()) {
    descriptor["relationships"] = {
        {{"target", TaxonReference(kChecklistTaxonomy, 1, item.id, taxon->second)},
         {"kinds", {"equal"}}}};
  }
  return descriptor;
}

Json SarifRules::Descriptors() const {
  Json rules = Json::array();
  for (const Row& row : rows_) {
    rules.push_back(row.rule == nullptr ? ItemDescriptor(row) : Descriptor(row));
  }
  return rules;
}

Json SarifRules::SupportedTaxonomies() const {
  return {{{"name", kCweTaxonomy}, {"index", 0}}, {{"name", kChecklistTaxonomy}, {"index", 1}}};
}

Json SarifRules::Taxonomies() const {
  Json weaknesses = Json::array();
  for (const auto& [cwe, index] : cwe_index_) {
    weaknesses.push_back({{"id", fmt::format("CWE-{}", cwe)}, {"helpUri", CweUrl(cwe)}});
  }
  Json items = Json::array();
  for (const ChecklistItem& item : run_.checklist) {
    items.push_back({{"id", item.id},
                     {"name", PascalCase(item.title)},
                     {"shortDescription", Text(Sentence(item.title))},
                     {"fullDescription", Text(Sentence(OneLine(item.asks)))}});
  }
  return {{{"name", kCweTaxonomy},
           {"organization", "MITRE"},
           {"shortDescription", Text("The weaknesses of the CWE list that rules name.")},
           {"informationUri", "https://cwe.mitre.org/"},
           {"isComprehensive", false},
           {"taxa", std::move(weaknesses)}},
          {{"name", kChecklistTaxonomy},
           {"organization", "gonogo"},
           {"semanticVersion", GONOGO_VERSION},
           {"shortDescription", Text("The production-readiness checklist.")},
           {"informationUri", ChecklistPageUrl()},
           {"isComprehensive", true},
           {"taxa", std::move(items)}}};
}

void SarifRules::Name(const Finding& finding, Json& result) const {
  const auto found = index_of_grade_.find(std::pair(finding.rule, finding.grade));
  CHECK(found != index_of_grade_.end());
  result["ruleId"] = rows_[found->second].id;
  result["ruleIndex"] = found->second;
}

void SarifRules::Name(const ChecklistItem& item, Json& result) const {
  const auto found = index_of_item_.find(item.id);
  CHECK(found != index_of_item_.end());
  result["ruleId"] = rows_[found->second].id;
  result["ruleIndex"] = found->second;
}

}  // namespace gonogo
