#include "analyzer/report/sarif.h"

#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "analyzer/report/project_links.h"
#include "analyzer/report/sarif_results.h"
#include "analyzer/report/sarif_rules.h"
#include "analyzer/report/totals.h"
#include "analyzer/report/uri.h"
#include "analyzer/report/wording.h"

namespace gonogo {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
constexpr std::size_t kGithubNotices = 1000;
constexpr std::size_t kCategoryLength = 200;  // bytes of the targets in the name of the run

std::string_view NotificationLevel(Coverage coverage) {
  switch (coverage) {
    case Coverage::kInformation:
      return "note";
    case Coverage::kPartlyRead:
      return "warning";
    case Coverage::kNotRead:
      return "error";
  }
  return "note";
}

std::string_view NoticeMeaning(Coverage coverage) {
  switch (coverage) {
    case Coverage::kInformation:
      return "Something about the run that a reader of its results should know.";
    case Coverage::kPartlyRead:
      return "A part of the input was not read, so a defect in that part would not be found.";
    case Coverage::kNotRead:
      return "The input was not read, so a defect in it would not be found.";
  }
  return "";
}

/// The notices of a run as notifications, with one descriptor an id.
class Notifications {
 public:
  void Add(const Notice& notice) {
    const auto [found, is_new] = index_.emplace(notice.id, index_.size());
    if (is_new) descriptors_.push_back(Descriptor(notice));
    Json notification = {{"descriptor", {{"id", notice.id}, {"index", found->second}}},
                         {"level", NotificationLevel(notice.coverage)},
                         {"message", {{"text", SarifMessage(Sentence(notice.message))}}}};
    if (!notice.path.empty()) notification["locations"] = Json::array({Place(notice)});
    notifications_.push_back(std::move(notification));
  }

  const Json& descriptors() const { return descriptors_; }
  const Json& notifications() const { return notifications_; }

 private:
  static Json Descriptor(const Notice& notice) {
    const std::string_view meaning = NoticeMeaning(notice.coverage);
    return {{"id", notice.id},
            {"name", DistinctName(notice.id, "Notice")},
            {"shortDescription", {{"text", Sentence(TitleOf(notice.id))}}},
            {"fullDescription", {{"text", meaning}}},
            {"help", {{"text", meaning}, {"markdown", meaning}}},
            {"helpUri", kProjectUrl},
            {"defaultConfiguration", {{"level", NotificationLevel(notice.coverage)}}}};
  }

  static Json Place(const Notice& notice) {
    Json physical = {{"artifactLocation", SarifArtifact(notice.path)}};
    if (notice.line > 0) physical["region"] = {{"startLine", notice.line}};
    return {{"physicalLocation", std::move(physical)}};
  }

  std::map<std::string, std::size_t> index_;
  Json descriptors_ = Json::array();
  Json notifications_ = Json::array();
};

Notice Said(std::string id, std::string message) {
  return {std::move(id), Coverage::kInformation, "", 0, std::move(message)};
}

Notifications CollectNotices(const Run& run, SarifProfile profile, std::size_t left_out) {
  Notifications collected;
  if (left_out > 0) {
    collected.Add(Said("results-left-out",
                       fmt::format("{} left out, the least severe; the full profile holds them all",
                                   Count(left_out, "finding"))));
  }
  const std::size_t limit = profile == SarifProfile::kGithub
                                ? kGithubNotices
                                : std::max<std::size_t>(1, run.notices.size());
  const std::size_t kept = std::min(limit, run.notices.size());
  if (kept < run.notices.size()) {
    collected.Add(
        Said("notices-left-out", fmt::format("{} left out; the full profile holds them all",
                                             Count(run.notices.size() - kept, "notice"))));
  }
  for (std::size_t i = 0; i < kept; ++i) collected.Add(run.notices[i]);
  return collected;
}

Json Driver(const SarifRules& rules, const Notifications& notices) {
  return JsonObject(9)
      .Add("name", "gonogo")
      .Add("fullName", fmt::format("gonogo {}", GONOGO_VERSION))
      .Add("organization", "gonogo")
      .Add("semanticVersion", GONOGO_VERSION)
      .Add("informationUri", kProjectUrl)
      .Add("shortDescription",
           Json{{"text", "Tells whether a repository is ready for production."}})
      .Add("supportedTaxonomies", rules.SupportedTaxonomies())
      .Add("rules", rules.Descriptors())
      .Add("notifications", notices.descriptors())
      .Take();
}

Json Invocation(const Run& run, const ReportOptions& options, const Notifications& notices,
                SarifProfile profile) {
  const int exit_code = options.exit_code.value_or(ExitCodeOf(CountFindings(run)));
  Json invocation = {{"executionSuccessful", exit_code != 2}, {"exitCode", exit_code}};
  // Arguments hold paths of this machine.
  if (profile == SarifProfile::kFull && !run.arguments.empty())
    invocation["arguments"] = run.arguments;
  invocation["toolExecutionNotifications"] = notices.notifications();
  return invocation;
}

Json RootOf(const Run& run, SarifProfile profile) {
  Json root;
  if (profile == SarifProfile::kFull && run.root.starts_with('/')) {
    root["uri"] = FileUriOfDirectory(run.root);
  }
  root["description"] = {{"text", "The root of the tree that was read."}};
  return root;
}

Json ProvenanceOf(const Run& run) {
  const std::string uri = RepositoryUri(run.provenance.repository_uri);
  if (uri.empty()) return nullptr;  // SARIF has no provenance without a repository
  Json provenance = {{"repositoryUri", uri}};
  if (!run.provenance.revision.empty()) provenance["revisionId"] = run.provenance.revision;
  if (!run.provenance.branch.empty()) provenance["branch"] = run.provenance.branch;
  provenance["mappedTo"] = {{"uriBaseId", kSourceRoot}};
  return Json::array({provenance});
}

// Uploads of one commit replace each other where this name is the same, so it tells what was looked
// at.
std::string RunName(const Run& run) {
  std::string targets;
  for (const std::string& target : run.targets) {
    if (!targets.empty()) targets += '+';
    targets += UriOfPath(target);
  }
  if (targets.size() > kCategoryLength) targets = "selection";
  return targets.empty() ? "gonogo/repository/" : "gonogo/" + targets + "/";
}

bool HasBaseline(const Run& run) {
  return std::ranges::any_of(run.findings, [](const Finding& finding) {
    return finding.disposition == Disposition::kInBaseline;
  });
}

Json RunHead(const Run& run, const ReportOptions& options, const SarifRules& rules,
             const Notifications& notices, SarifProfile profile) {
  Json tool = JsonObject(1).Add("driver", Driver(rules, notices)).Take();
  Json invocations = Json::array();
  invocations.push_back(Invocation(run, options, notices, profile));
  Json head = JsonObject(7)
                  .Add("tool", std::move(tool))
                  .Add("automationDetails", Json{{"id", RunName(run)}})
                  .Add("invocations", std::move(invocations))
                  .Take();
  const Json provenance = ProvenanceOf(run);
  if (!provenance.is_null()) head["versionControlProvenance"] = provenance;
  head["originalUriBaseIds"] = {{std::string(kSourceRoot), RootOf(run, profile)}};
  head["columnKind"] = "utf16CodeUnits";
  head["taxonomies"] = rules.Taxonomies();
  return head;
}

}  // namespace

std::string WriteSarif(const Run& run, const ReportOptions& options) {
  const SarifProfile profile =
      options.profile == "github" ? SarifProfile::kGithub : SarifProfile::kFull;
  const SarifRules rules(run, profile);
  const SarifSelection selection = SelectFindings(run, profile);
  const Notifications notices = CollectNotices(run, profile, selection.left_out);
  const bool with_baseline = HasBaseline(run);
  const std::size_t findings = selection.findings.size();
  const std::size_t verdicts = profile == SarifProfile::kFull ? run.verdicts.size() : 0;
  const std::string body = JsonWithArray(
      RunHead(run, options, rules, notices, profile), "results", findings + verdicts,
      [&](std::size_t i) {
        if (i >= findings) return SarifResult(run.verdicts[i - findings], run, rules);
        return SarifResult(run.findings[selection.findings[i]], rules, profile, with_baseline);
      });
  return fmt::format("{{\n\"$schema\": \"{}\",\n\"version\": \"2.1.0\",\n\"runs\": [{}]\n}}\n",
                     kSchema, body);
}

}  // namespace gonogo
