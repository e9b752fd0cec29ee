// What of a configuration could not be read: a finding where a deployment refuses it too, else a
// notice, so that every file is accounted for.
#include <fmt/format.h>

#include <algorithm>

#include "analyzer/base/ascii.h"
#include "analyzer/base/text_position.h"
#include "analyzer/engines/config/file_scan.h"

namespace gonogo {
namespace {

bool AnyFailed(const ConfigTree& tree) {
  if (tree.documents().empty()) return true;
  return std::ranges::any_of(tree.documents(),
                             [](const ConfigDocument& document) { return document.failed; });
}

/// What the broken text was meant to be, by the lines that are left of it.
ConfigShape ShapeOfBroken(std::string_view text, std::string_view path) {
  const auto line = [&](std::string_view word) {
    const std::size_t at = text.find(word);
    return at != text.npos && (at == 0 || text[at - 1] == '\n');
  };
  if (path.contains(".github/workflows/") && line("jobs:")) return ConfigShape::kGithubWorkflow;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name == "values.yaml" && (line("image:") || line("replicaCount:") || line("service:")))
    return ConfigShape::kHelmValues;
  if (line("apiVersion:") && line("kind:")) return ConfigShape::kKubernetes;
  if (line("services:") && path.contains("compose")) return ConfigShape::kCompose;
  if (line("groups:") && text.contains("expr:")) return ConfigShape::kPrometheusRules;
  if (line("scrape_configs:")) return ConfigShape::kPrometheus;
  if (line("route:") && line("receivers:")) return ConfigShape::kAlertmanager;
  return ConfigShape::kUnknown;
}

/// `add-service-template.yml`: what fills it in makes it whole.
bool IsNamedTemplate(std::string_view path) {
  const std::string name = LowerCase(path.substr(path.rfind('/') + 1));
  return name.contains("template") || name.contains(".tpl") || name.contains(".tmpl");
}

}  // namespace

void FileScan::TellErrors() {
  const ConfigTree& tree = file_.tree;
  if (tree.errors().empty()) return;
  const bool failed = AnyFailed(tree);
  // What costs only its own line of a format of lines is the business of who reads the file.
  if (!failed) return;
  const ConfigError& error = tree.errors().front();
  const LineIndex lines(input_.text);
  const ConfigShape meant = file_.parts.empty() || file_.traits.null_words
                                ? ShapeOfBroken(input_.text, input_.file.path)
                                : file_.parts.front().shape;
  for (const IndexedClause& row : index_.OfErrors()) {
    if (row.clause->errors != ConfigErrors::kSyntax || row.target->shape != meant) continue;
    if (error.sort != ConfigErrorSort::kSyntax || !fits_(row)) continue;
    if (input_.text.contains("{{") || input_.text.contains("{%") || input_.text.contains("<%") ||
        input_.text.contains("%{") || IsNamedTemplate(input_.file.path))
      continue;  // some template
    Match match;
    match.rule = row.rule;
    match.grade = row.rule->grades.empty() ? nullptr : &row.rule->grades.front();
    const std::uint32_t line = lines.At(error.offset).line;
    match.range = {error.offset, lines.LineStart(line) + lines.Line(line).size()};
    if (match.range.end < match.range.begin) match.range.end = match.range.begin;
    match.captures.push_back({"reason", error.message});
    output_.matches.push_back(std::move(match));
  }
  // Other engines read the text; what nobody deploys is told and fails nothing.
  const bool product = input_.file.role == FileRole::kProduct;
  const Coverage coverage = product ? Coverage::kPartlyRead : Coverage::kInformation;
  output_.notices.push_back({"config-not-understood", coverage, input_.file.path,
                             lines.At(error.offset).line, error.message});
}

}  // namespace gonogo
