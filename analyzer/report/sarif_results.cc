#include "analyzer/report/sarif_results.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analyzer/base/ascii.h"
#include "analyzer/report/code_frame.h"
#include "analyzer/report/code_point.h"
#include "analyzer/report/markdown.h"
#include "analyzer/report/totals.h"
#include "analyzer/report/uri.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

// GitHub refuses a run of more than 25,000 results and keeps the worst 5,000 of a smaller one
// silently. We choose them, so that we can say what is missing.
constexpr std::size_t kGithubResults = 5000;
constexpr std::size_t kMostRelated = 100;  // places of one result that GitHub keeps

Json Region(const TextRegion& region) {
  return {{"startLine", std::max(1U, region.start.line)},
          {"startColumn", std::max(1U, region.start.utf16_column)},
          {"endLine", std::max(1U, region.end.line)},
          {"endColumn", std::max(1U, region.end.utf16_column)}};
}

bool ContextCovers(const Finding& finding) {
  const Snippet& context = finding.context;
  return !context.lines.empty() && context.first_line <= finding.region.start.line &&
         finding.region.end.line < context.first_line + context.lines.size();
}

// The redacted text of the region, line by line.
std::string RegionSnippet(const Finding& finding) {
  std::string snippet;
  for (std::uint32_t line = finding.region.start.line; line <= finding.region.end.line; ++line) {
    const std::string& text = finding.context.lines[line - finding.context.first_line];
    const ByteRange mark = MarkInLine(finding, line);
    if (line > finding.region.start.line) snippet += '\n';
    // Blanks that lead a line after the first belong to the region, though no caret stands under
    // them.
    const std::size_t begin = line > finding.region.start.line ? 0 : mark.begin;
    if (begin < mark.end) snippet += std::string_view(text).substr(begin, mark.end - begin);
  }
  return snippet;
}

Json ContextRegion(const Finding& finding) {
  const Snippet& context = finding.context;
  std::string text;
  for (const std::string& line : context.lines) text += line + "\n";
  text.pop_back();
  return {{"startLine", context.first_line},
          {"endLine", context.first_line + context.lines.size() - 1},
          {"snippet", {{"text", text}}}};
}

Json Location(const Finding& finding) {
  if (finding.path.empty()) {
    return {{"logicalLocations", {{{"name", "repository"}, {"kind", "module"}}}}};
  }
  Json physical = {{"artifactLocation", SarifArtifact(finding.path)},
                   {"region", Region(finding.region)}};
  if (ContextCovers(finding)) {
    physical["region"]["snippet"] = {{"text", RegionSnippet(finding)}};
    physical["contextRegion"] = ContextRegion(finding);
  }
  return {{"physicalLocation", std::move(physical)}};
}

Json RelatedLocation(std::size_t id, const std::string& path, const TextRegion& region,
                     std::string_view message) {
  return {
      {"id", id},
      {"physicalLocation", {{"artifactLocation", SarifArtifact(path)}, {"region", Region(region)}}},
      {"message", {{"text", SarifMessage(Sentence(message))}}}};
}

// Consumers link a related place only where the message names it.
std::string RelatedLinks(const Finding& finding) {
  constexpr std::size_t kLinked = 5;
  std::string links;
  for (std::size_t i = 0; i < std::min(kLinked, finding.related.size()); ++i) {
    std::string text = OneLine(finding.related[i].message);
    std::erase_if(text, [](char c) { return std::string_view("[]{}\\").contains(c); });
    links += fmt::format("{}[{}]({})", links.empty() ? " See " : ", ", text, i + 1);
  }
  return links.empty() ? links : links + ".";
}

// GitHub shows the first sentence as the title of the alert.
Json Message(const Finding& finding, SarifProfile profile) {
  const std::string fix = Sentence(OneLine(finding.rule->fix));
  const std::string said = Sentence(finding.message);
  const std::string gap = fix.empty() ? "" : " ";
  Json message = {{"text", SarifMessage(said + gap + fix) + RelatedLinks(finding)}};
  if (profile == SarifProfile::kFull) {
    std::string markdown = MarkdownText(said) + "\n\n" + OneLine(finding.rule->why);
    if (!fix.empty()) markdown += "\n\n**Fix:** " + fix;
    message["markdown"] = std::move(markdown);
  }
  return message;
}

Json Suppressions(const Finding& finding) {
  Json suppressions = Json::array();
  if (finding.disposition == Disposition::kSuppressed) {
    Json suppression = {{"kind", "inSource"}, {"status", "accepted"}};
    if (!finding.justification.empty()) suppression["justification"] = finding.justification;
    suppressions.push_back(std::move(suppression));
  }
  if (finding.disposition == Disposition::kOutsideDiff) {
    suppressions.push_back({{"kind", "external"},
                            {"status", "accepted"},
                            {"justification", "Outside the lines that changed."}});
  }
  return suppressions;
}

Json Properties(const Finding& finding) {
  Json properties = {{"severity", NameOf(finding.severity)}, {"role", NameOf(finding.role)}};
  if (!finding.signs.empty()) properties["signs"] = finding.signs;
  return properties;
}

// Evidence of a rule that also finds defects means: looked at, and good. Of a rule that does
// nothing else it is information.
std::string_view KindOfEvidence(const Rule& rule) {
  const bool can_fail = std::ranges::any_of(
      rule.grades, [](const Grade& grade) { return grade.severity != Severity::kEvidence; });
  return can_fail ? "pass" : "informational";
}

Json Fingerprints(const Finding& finding) {
  Json fingerprints = Json::object();
  if (!finding.line_hash.empty()) fingerprints["primaryLocationLineHash"] = finding.line_hash;
  if (!finding.fingerprint.empty()) fingerprints["gonogo/v1"] = finding.fingerprint;
  return fingerprints;
}

void AddRelated(const Finding& finding, Json& result) {
  if (finding.related.empty()) return;
  Json related = Json::array();
  for (std::size_t i = 0; i < std::min(kMostRelated, finding.related.size()); ++i) {
    const RelatedPlace& place = finding.related[i];
    related.push_back(RelatedLocation(i + 1, place.path, place.region, place.message));
  }
  result["relatedLocations"] = std::move(related);
}

/// What a tool may write into the file by itself.
void AddFixes(const Finding& finding, Json& result) {
  if (finding.repair.empty()) return;
  Json replacement = {{"deletedRegion", Region(finding.repair_region)},
                      {"insertedContent", {{"text", finding.repair}}}};
  Json change = {{"artifactLocation", SarifArtifact(finding.path)},
                 {"replacements", Json::array({std::move(replacement)})}};
  Json fix = {{"description", {{"text", Sentence(OneLine(finding.rule->fix))}}},
              {"artifactChanges", Json::array({std::move(change)})}};
  result["fixes"] = Json::array({std::move(fix)});
}

/// The steps that lead to the finding, as one flow of one thread.
void AddFlow(const Finding& finding, Json& result) {
  if (finding.flow.empty()) return;
  Json steps = Json::array();
  for (const FlowStep& step : finding.flow) {
    steps.push_back(
        {{"location",
          {{"physicalLocation",
            {{"artifactLocation", SarifArtifact(step.path)}, {"region", Region(step.region)}}},
           {"message", {{"text", SarifMessage(Sentence(step.message))}}}}}});
  }
  Json thread = {{"locations", std::move(steps)}};
  Json flow = {{"threadFlows", Json::array({std::move(thread)})}};
  result["codeFlows"] = Json::array({std::move(flow)});
}

std::string_view KindOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGo:
      return "pass";
    case Verdict::kNotApplicable:
      return "notApplicable";
    case Verdict::kReview:
      return "review";
    case Verdict::kIncomplete:
      return "open";
    case Verdict::kNoGo:
      return "fail";
  }
  return "open";
}

bool IsForGithub(const Finding& finding) {
  return IsOpen(finding) && !finding.path.empty() && finding.region.start.line > 0;
}

void AddVerdictPlaces(const ItemVerdict& verdict, const Run& run, Json& result) {
  Json related = Json::array();
  for (const std::vector<std::size_t>* indices : {&verdict.against, &verdict.evidence}) {
    for (const std::size_t index : *indices) {
      const Finding& finding = run.findings[index];
      if (finding.path.empty() || related.size() == kMostRelated) continue;
      related.push_back(
          RelatedLocation(related.size() + 1, finding.path, finding.region, finding.message));
    }
  }
  if (!related.empty()) result["relatedLocations"] = std::move(related);
}

}  // namespace

Json SarifArtifact(const std::string& path) {
  return {{"uri", UriOfPath(path)}, {"uriBaseId", kSourceRoot}};
}

std::string SarifMessage(std::string_view text) {
  const bool has_link = text.contains("](");
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool opens = c == '{' && i + 1 < text.size() && IsDigit(text[i + 1]);
    const bool closes = c == '}' && i > 0 && IsDigit(text[i - 1]);
    if (opens || closes) escaped += c;
    if (has_link && (c == '[' || c == ']')) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

SarifSelection SelectFindings(const Run& run, SarifProfile profile) {
  SarifSelection selection;
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    if (profile == SarifProfile::kFull || IsForGithub(run.findings[i]))
      selection.findings.push_back(i);
  }
  if (profile == SarifProfile::kFull || selection.findings.size() <= kGithubResults)
    return selection;
  std::ranges::stable_sort(selection.findings, [&](std::size_t a, std::size_t b) {
    const Finding& left = run.findings[a];
    const Finding& right = run.findings[b];
    return std::pair(left.severity, left.grade->precision) >
           std::pair(right.severity, right.grade->precision);
  });
  selection.left_out = selection.findings.size() - kGithubResults;
  selection.findings.resize(kGithubResults);
  std::ranges::sort(selection.findings);
  return selection;
}

Json SarifResult(const Finding& finding, const SarifRules& rules, SarifProfile profile,
                 bool with_baseline) {
  Json result;
  rules.Name(finding, result);
  if (!IsDefect(finding)) result["kind"] = KindOfEvidence(*finding.rule);
  result["level"] = SarifLevel(finding.severity);
  result["message"] = Message(finding, profile);
  result["locations"] = Json::array({Location(finding)});
  AddFlow(finding, result);
  AddFixes(finding, result);
  AddRelated(finding, result);
  const Json fingerprints = Fingerprints(finding);
  if (!fingerprints.empty()) result["partialFingerprints"] = fingerprints;
  result["properties"] = Properties(finding);
  if (profile == SarifProfile::kGithub) return result;
  result["suppressions"] = Suppressions(finding);
  if (with_baseline) {
    result["baselineState"] = finding.disposition == Disposition::kInBaseline ? "unchanged" : "new";
  }
  const Json taxa = rules.TaxaOf(*finding.rule);
  if (!taxa.empty()) result["taxa"] = taxa;
  return result;
}

Json SarifResult(const ItemVerdict& verdict, const Run& run, const SarifRules& rules) {
  const ChecklistItem& item = *verdict.item;
  Json result;
  rules.Name(item, result);
  result["kind"] = KindOf(verdict.verdict);
  result["level"] = verdict.verdict == Verdict::kNoGo ? "error" : "none";
  const std::string text = fmt::format("{} {}: {}. {}", item.id, item.title,
                                       NameOf(verdict.verdict), Sentence(OneLine(verdict.reason)));
  result["message"] = {{"text", SarifMessage(Sentence(text))}};
  result["locations"] = {{{"logicalLocations", {{{"name", "repository"}, {"kind", "module"}}}}}};
  AddVerdictPlaces(verdict, run, result);
  result["partialFingerprints"] = {{"gonogo/v1", fmt::format("checklist/{}", item.id)}};
  result["properties"] = {{"verdict", NameOf(verdict.verdict)}};
  if (!verdict.questions.empty()) result["properties"]["questions"] = verdict.questions;
  result["suppressions"] = Json::array();
  return result;
}

}  // namespace gonogo
