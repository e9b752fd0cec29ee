#include "analyzer/report/json.h"

#include <utility>

#include "analyzer/checklist/verdict.h"
#include "analyzer/report/json_text.h"
#include "analyzer/report/project_links.h"
#include "analyzer/report/text.h"
#include "analyzer/report/totals.h"
#include "analyzer/report/uri.h"

namespace gonogo {
namespace {

std::string_view NameOfCoverage(Coverage coverage) {
  switch (coverage) {
    case Coverage::kInformation:
      return "information";
    case Coverage::kPartlyRead:
      return "partly-read";
    case Coverage::kNotRead:
      return "not-read";
  }
  return "";
}

std::string_view NameOfDisposition(Disposition disposition) {
  switch (disposition) {
    case Disposition::kNew:
      return "new";
    case Disposition::kSuppressed:
      return "suppressed";
    case Disposition::kInBaseline:
      return "in-baseline";
    case Disposition::kOutsideDiff:
      return "outside-diff";
  }
  return "";
}

Json Position(const TextPosition& position) {
  return JsonObject(4)
      .Add("offset", position.offset)
      .Add("line", position.line)
      .Add("byte_column", position.byte_column)
      .Add("utf16_column", position.utf16_column)
      .Take();
}

// `path` is for people: bytes that are no UTF-8 are replaced. `uri` is exact.
Json Place(const std::string& path, const TextRegion& region) {
  return JsonObject(6)  // and, where it is a step or a related place, what is said of it
      .Add("path", path)
      .Add("uri", UriOfPath(path))
      .Add("start", Position(region.start))
      .Add("end", Position(region.end))
      .Take();
}

Json RelatedPlaces(const Finding& finding) {
  Json related = Json::array();
  for (const RelatedPlace& place : finding.related) {
    Json entry = Place(place.path, place.region);
    entry["message"] = place.message;
    if (!place.fingerprint.empty()) entry["fingerprint"] = place.fingerprint;
    related.push_back(std::move(entry));
  }
  return related;
}

Json Flow(const Finding& finding) {
  Json flow = Json::array();
  for (const FlowStep& step : finding.flow) {
    Json entry = Place(step.path, step.region);
    entry["message"] = step.message;
    flow.push_back(std::move(entry));
  }
  return flow;
}

Json FindingObject(const Finding& finding) {
  const Rule& rule = *finding.rule;
  Json context = JsonObject(2)
                     .Add("first_line", finding.context.first_line)
                     .Add("lines", finding.context.lines)
                     .Take();
  return JsonObject(24)
      .Add("rule", rule.id)
      .Add("grade", finding.grade->name)
      .Add("item", rule.item)
      .Add("concept", rule.concept_name)
      .Add("severity", NameOf(finding.severity))
      .Add("precision", NameOf(finding.grade->precision))
      .Add("message", finding.message)
      .Add("place", Place(finding.path, finding.region))
      .Add("kind", InfoOf(finding.kind).name)
      .Add("role", NameOf(finding.role))
      .Add("secret", finding.secret)
      .Add("signs", finding.signs)
      .Add("flow", Flow(finding))
      .Add("related", RelatedPlaces(finding))
      .Add("places", finding.places)
      .Add("context", std::move(context))
      .Add("why", rule.why)
      .Add("fix", rule.fix)
      .Add("cwe", rule.cwe)
      .Add("help", RulePageUrl(rule.id))
      .Add("disposition", NameOfDisposition(finding.disposition))
      .Add("justification", finding.justification)
      .Add("repair", finding.repair)
      .Add("fingerprint", finding.fingerprint)
      .Take();
}

Json Notices(const Run& run) {
  Json notices = Json::array();
  for (const Notice& notice : run.notices) {
    notices.push_back({{"id", notice.id},
                       {"coverage", NameOfCoverage(notice.coverage)},
                       {"path", notice.path},
                       {"uri", UriOfPath(notice.path)},
                       {"line", notice.line},
                       {"message", notice.message}});
  }
  return notices;
}

Json Files(const FileAccount& files) {
  return {{"read", files.read},         {"partly_read", files.partly_read},
          {"not_read", files.not_read}, {"binary", files.binary},
          {"ignored", files.ignored},   {"excluded", files.excluded},
          {"links", files.links},       {"bytes", files.bytes}};
}

Json Checklist(const Run& run) {
  if (run.verdicts.empty()) return nullptr;
  Json items = Json::array();
  for (const ItemVerdict& verdict : run.verdicts) {
    items.push_back({{"item", verdict.item->id},
                     {"title", verdict.item->title},
                     {"verdict", NameOf(verdict.verdict)},
                     {"reason", verdict.reason},
                     {"against", verdict.against},
                     {"evidence", verdict.evidence},
                     {"questions", verdict.questions}});
  }
  return {{"overall", NameOf(Overall(run.verdicts))}, {"items", std::move(items)}};
}

Json Outcome(const Run& run, const ReportOptions& options) {
  const Totals totals = CountFindings(run);
  return {{"gate", NameOf(run.gate)},
          {"at_gate", totals.at_gate},
          {"high", totals.open[std::to_underlying(Severity::kHigh)]},
          {"medium", totals.open[std::to_underlying(Severity::kMedium)]},
          {"low", totals.open[std::to_underlying(Severity::kLow)]},
          {"evidence", totals.open[std::to_underlying(Severity::kEvidence)]},
          {"suppressed", totals.suppressed},
          {"in_baseline", totals.in_baseline},
          {"outside_diff", totals.outside_diff},
          {"exit_code", options.exit_code.value_or(ExitCodeOf(totals))},
          {"says", OutcomeLine(run, totals)}};
}

Json Rejected(const Run& run) {
  Json rejected = Json::array();
  for (const RejectedCandidate& candidate : run.rejected) {
    rejected.push_back({{"rule", candidate.rule},
                        {"place", Place(candidate.path, candidate.region)},
                        {"reason", candidate.reason},
                        {"text", candidate.text}});
  }
  return rejected;
}

}  // namespace

std::string WriteJson(const Run& run, const ReportOptions& options) {
  Json head = {
      {"version", 1},
      {"tool", {{"name", "gonogo"}, {"version", GONOGO_VERSION}, {"rules", run.rules.size()}}},
      {"root", run.root},
      {"targets", run.targets},
      {"whole_tree", run.whole_tree},
      {"revision", run.provenance.revision},
      {"outcome", Outcome(run, options)},
      {"files", Files(run.files)},
      {"checklist", Checklist(run)},
      {"notices", Notices(run)}};
  if (options.explain_rejected) head["rejected"] = Rejected(run);
  return JsonWithArray(head, "findings", run.findings.size(),
                       [&](std::size_t i) { return FindingObject(run.findings[i]); }) +
         "\n";
}

}  // namespace gonogo
