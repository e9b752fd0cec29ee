#include "analyzer/parse/config_shape.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

/// The greatest number of a row's signs and of the children that '*' tries.
constexpr std::size_t kMostSigns = 4;
constexpr int kMostTries = 200;

/// What must be there: a path with '/' between its keys, '*' for any child, alternatives with '|'
/// in a step, and ":map", ":list" or ":scalar" behind it where the kind matters; "!" in front of
/// what must not be there.
struct Row {
  ConfigShape shape;
  std::array<std::string_view, kMostSigns> signs;
};

// The first row of which all signs hold decides.
constexpr Row kRows[] = {
    {ConfigShape::kKustomization,
     {"resources|bases|components:list", "!kind",
      "patches|patchesStrategicMerge|patchesJson6902|images|namePrefix|configMapGenerator|"
      "secretGenerator|commonLabels|labels|namespace|generatorOptions|resources",
      "!*/image"}},
    {ConfigShape::kGrafanaProvisioning,
     {"apiVersion:scalar", "datasources|providers|contactPoints|policies|groups|muteTimes:list",
      "!kind"}},
    {ConfigShape::kHelmChart, {"apiVersion:scalar", "name:scalar", "version:scalar", "!kind"}},
    {ConfigShape::kOpenApi, {"openapi:scalar", "paths|components|webhooks"}},
    {ConfigShape::kOpenApi, {"swagger:scalar", "paths"}},
    {ConfigShape::kAsyncApi, {"asyncapi:scalar", "channels"}},
    {ConfigShape::kCloudFormation, {"Resources/*/Type:scalar"}},
    {ConfigShape::kEnvoy, {"static_resources|dynamic_resources:map"}},
    {ConfigShape::kEnvoy, {"resources/*/@type:scalar"}},
    {ConfigShape::kOpenTelemetry, {"service/pipelines:map", "exporters:map"}},
    {ConfigShape::kPrometheusRules, {"groups/*/rules/*/expr"}},
    {ConfigShape::kPrometheus, {"scrape_configs:list"}},
    {ConfigShape::kPrometheus, {"global/scrape_interval|evaluation_interval"}},
    {ConfigShape::kAlertmanager, {"route:map", "receivers:list"}},
    {ConfigShape::kGrafanaDashboard, {"panels:list", "schemaVersion|templating|timepicker"}},
    {ConfigShape::kGrafanaDashboard, {"dashboard/panels:list"}},
    {ConfigShape::kGrafanaDashboard, {"rows/*/panels:list", "title"}},
    {ConfigShape::kGithubWorkflow, {"jobs/*/steps|uses|runs-on", "on"}},
    {ConfigShape::kGithubAction, {"runs/using"}},
    {ConfigShape::kDependabot, {"updates/*/package-ecosystem"}},
    {ConfigShape::kCircleCi, {"version:scalar", "jobs/*/steps|docker|machine|executor"}},
    {ConfigShape::kBitbucketPipelines, {"pipelines/default|branches|pull-requests|tags|custom"}},
    {ConfigShape::kAzurePipelines, {"stages/*/jobs"}},
    {ConfigShape::kAzurePipelines, {"trigger|pool|pr|schedules", "steps|jobs|stages:list"}},
    {ConfigShape::kCompose,
     {"services/*/image|build|extends|environment|env_file|depends_on|healthcheck|container_name|"
      "deploy|ports|volumes|restart|command:",
      "!kind", "!services/*/class"}},
    {ConfigShape::kGitlabCi,
     {"*/script|extends|trigger:", "!jobs", "!dependencies", "!services/*/image"}},
    {ConfigShape::kGitlabCi, {"stages:list", "include|workflow|variables"}},
    {ConfigShape::kDockerBake, {"target/*/dockerfile|context|inherits|tags|args"}},
    {ConfigShape::kTraefik, {"entryPoints:map"}},
    {ConfigShape::kTraefik, {"http|tcp/routers:map"}},
    {ConfigShape::kSpring, {"spring:map"}},
    {ConfigShape::kSpring, {"management/endpoints|endpoint|metrics|server|health"}},
    {ConfigShape::kAppSettings, {"Logging/LogLevel:map"}},
    {ConfigShape::kAppSettings, {"ConnectionStrings:map"}},
    {ConfigShape::kNpmPackage, {"name|private", "dependencies|devDependencies|scripts:map"}},
    {ConfigShape::kMavenPom, {"project/modelVersion|artifactId"}},
    {ConfigShape::kLogback, {"configuration/appender"}},
    {ConfigShape::kWebConfig, {"configuration/system.webServer|system.web|connectionStrings"}},
    {ConfigShape::kJmeter, {"jmeterTestPlan"}},
    {ConfigShape::kAnsiblePlaybook, {"*/hosts", "!*/mounts", "!services"}},
    {ConfigShape::kAnsiblePlaybook, {"*/import_playbook|ansible.builtin.import_playbook"}},
    {ConfigShape::kAnsibleTasks,
     {"*/when|register|become|notify|loop|with_items|block|include_tasks|import_tasks|tags",
      "*/name"}},
};

/// Shapes whose root is a list.
bool HasListRoot(ConfigShape shape) {
  return shape == ConfigShape::kAnsiblePlaybook || shape == ConfigShape::kAnsibleTasks;
}

bool HasKind(const ConfigTree& tree, NodeIndex node, std::string_view kind) {
  const NodeKind found = tree.node(tree.Resolve(node)).kind;
  if (kind.empty() || found == NodeKind::kOpaque) return true;
  if (kind == "map") return found == NodeKind::kMap;
  if (kind == "list") return found == NodeKind::kList;
  return found == NodeKind::kScalar && tree.node(node).style != NodeStyle::kAbsent;
}

/// The values to which one step leads: at most a few, since '*' of a hostile file has millions.
std::vector<NodeIndex> StepFrom(const ConfigTree& tree, NodeIndex from, std::string_view step) {
  std::vector<NodeIndex> found;
  from = tree.Resolve(from);
  if (step != "*") {
    while (!step.empty()) {
      const std::string_view name = step.substr(0, step.find('|'));
      step.remove_prefix(std::min(name.size() + 1, step.size()));
      const auto entry = FindEntry(tree, from, name);
      if (entry) found.push_back(entry->value);
    }
    return found;
  }
  const NodeKind kind = tree.node(from).kind;
  if (kind != NodeKind::kMap && kind != NodeKind::kList) return found;
  NodeIndex child = tree.FirstChild(from);
  for (int i = 0; i < kMostTries && child != kNoNode; ++i) {
    if (kind == NodeKind::kMap) child = tree.ValueOf(child);
    found.push_back(child);
    child = tree.NextSibling(child);
  }
  return found;
}

}  // namespace

std::vector<NodeIndex> NodesAt(const ConfigTree& tree, NodeIndex root, std::string_view path) {
  std::vector<NodeIndex> at = {root};
  while (!path.empty() && !at.empty()) {
    const std::string_view step = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(step.size() + 1, path.size()));
    std::vector<NodeIndex> next;
    for (const NodeIndex node : at) {
      const std::vector<NodeIndex> below = StepFrom(tree, node, step);
      next.insert(next.end(), below.begin(), below.end());
      if (next.size() > 1000) break;
    }
    at = std::move(next);
  }
  return at;
}

namespace {

bool HoldsPath(const ConfigTree& tree, NodeIndex root, std::string_view path,
               std::string_view kind) {
  const std::vector<NodeIndex> found = NodesAt(tree, root, path);
  return std::ranges::any_of(found, [&](NodeIndex node) { return HasKind(tree, node, kind); });
}

bool Holds(const ConfigTree& tree, NodeIndex root, std::string_view sign) {
  if (sign.empty()) return true;
  const bool negated = sign.front() == '!';
  if (negated) sign.remove_prefix(1);
  const std::size_t colon = std::min(sign.rfind(':'), sign.size());
  const std::string_view kind = sign.substr(std::min(colon + 1, sign.size()));
  return HoldsPath(tree, root, sign.substr(0, colon), kind) != negated;
}

/// The names of a root's own keys: most files have none of those that rows begin with.
class RootKeys {
 public:
  RootKeys(const ConfigTree& tree, NodeIndex root) {
    is_map_ = tree.node(root).kind == NodeKind::kMap;
    for (NodeIndex key = is_map_ ? tree.FirstChild(root) : kNoNode; key != kNoNode;
         key = tree.NextSibling(tree.ValueOf(key))) {
      // Others come from elsewhere, or are many.
      if (tree.node(key).Is(kIsMerge) || names_.size() == std::size_t{kMostTries}) {
        is_map_ = false;
        return;
      }
      if (tree.node(key).kind == NodeKind::kScalar) names_.push_back(tree.Text(key));
    }
  }

  /// False where no key is there with which the sign begins.
  bool MayHold(std::string_view sign) const {
    std::string_view step = sign.substr(0, sign.find_first_of("/:"));
    if (!is_map_ || step.empty() || step.front() == '!' || step == "*") return true;
    while (!step.empty()) {
      const std::string_view name = step.substr(0, step.find('|'));
      if (std::ranges::find(names_, name) != names_.end()) return true;
      step.remove_prefix(std::min(name.size() + 1, step.size()));
    }
    return false;
  }

 private:
  bool is_map_ = false;
  std::vector<std::string_view> names_;
};

/// `values.yaml`, `values-prod.yaml`, `prod.values.yaml`, `prod-values.yml`.
bool IsNameOfValues(std::string_view name) {
  const std::string_view stem = name.substr(0, std::min(name.rfind('.'), name.size()));
  if (name != std::string(stem) + ".yaml" && name != std::string(stem) + ".yml") return false;
  return stem.starts_with("values") || stem.ends_with(".values") || stem.ends_with("-values") ||
         stem.ends_with("_values");
}

ConfigShape ShapeOf(const ConfigTree& tree, NodeIndex root, std::string_view name) {
  const bool is_list = tree.node(root).kind == NodeKind::kList;
  const RootKeys keys(tree, root);
  for (const Row& row : kRows) {
    if (HasListRoot(row.shape) != is_list) continue;
    const bool all = std::ranges::all_of(row.signs, [&](std::string_view sign) {
      return keys.MayHold(sign) && Holds(tree, root, sign);
    });
    if (all) return row.shape;
  }
  if (IsNameOfValues(name)) return ConfigShape::kHelmValues;
  return ConfigShape::kUnknown;
}

std::string_view TextAt(const ConfigTree& tree, NodeIndex map, std::string_view key) {
  const auto entry = FindEntry(tree, map, key);
  return entry ? tree.Text(tree.Resolve(entry->value)) : std::string_view();
}

/// The objects that one document holds: items of a List, or what a Template of OpenShift makes.
std::vector<NodeIndex> HeldObjects(const ConfigTree& tree, NodeIndex root, std::string_view kind) {
  const bool made = kind == "Template";
  if (!made && !kind.ends_with("List")) return {};
  const auto held = FindEntry(tree, root, made ? "objects" : "items");
  return held ? ItemsOf(tree, held->value) : std::vector<NodeIndex>();
}

/// An object of Kubernetes, or each of those that it holds.
bool AddObjects(const ConfigTree& tree, NodeIndex root, std::vector<ConfigPart>& parts) {
  const auto kind = FindEntry(tree, root, "kind");
  const auto version = FindEntry(tree, root, "apiVersion");
  if (!kind || !version) return false;
  const std::string_view name = tree.Text(tree.Resolve(kind->value));
  const std::vector<NodeIndex> objects = HeldObjects(tree, root, name);
  for (const NodeIndex item : objects) {
    const NodeIndex object = tree.Resolve(item);
    parts.push_back({ConfigShape::kKubernetes, object, TextAt(tree, object, "apiVersion"),
                     TextAt(tree, object, "kind")});
  }
  if (!objects.empty()) return true;
  const bool kustomization = name == "Kustomization" || name == "Component";
  const bool of_kustomize =
      kustomization && tree.Text(tree.Resolve(version->value)).starts_with("kustomize.config");
  parts.push_back({of_kustomize ? ConfigShape::kKustomization : ConfigShape::kKubernetes, root,
                   tree.Text(tree.Resolve(version->value)), name});
  return true;
}

/// Where values of charts hold whole configurations: those of kube-prometheus-stack, and of the
/// charts of Prometheus and Alertmanager, alone or below the name of a dependency.
constexpr std::string_view kHeldByValues[] = {
    "alertmanager/config",
    "*/alertmanager/config",
    "alertmanagerFiles/alertmanager.yml",
    "*/alertmanagerFiles/alertmanager.yml",
    "serverFiles/alerting_rules.yml|alerts|rules",
    "*/serverFiles/alerting_rules.yml|alerts|rules",
    "additionalPrometheusRulesMap|additionalPrometheusRules/*",
    "*/additionalPrometheusRulesMap|additionalPrometheusRules/*",
    "config",
};

/// Where an object gives values to a chart: a release of Flux, an application of Argo CD.
struct ValuesRow {
  std::string_view kind;
  std::string_view path;
};

constexpr ValuesRow kValuesOf[] = {
    {"HelmRelease", "spec/values"},
    {"Application", "spec/source/helm/valuesObject"},
    {"Application", "spec/sources/*/helm/valuesObject"},
    {"ApplicationSet", "spec/template/spec/source/helm/valuesObject"},
    {"ApplicationSet", "spec/template/spec/sources/*/helm/valuesObject"},
    {"Kustomization", "helmCharts/*/valuesInline"},
};

void AddHeldByValues(const ConfigTree& tree, NodeIndex values, std::vector<ConfigPart>& parts) {
  for (const std::string_view path : kHeldByValues) {
    for (const NodeIndex found : NodesAt(tree, values, path)) {
      const NodeIndex node = tree.Resolve(found);
      if (tree.node(node).kind != NodeKind::kMap) continue;
      ConfigPart part;
      part.node = node;
      part.shape = ShapeOf(tree, node, "");
      if (part.shape == ConfigShape::kAlertmanager || part.shape == ConfigShape::kPrometheusRules)
        parts.push_back(part);
    }
  }
}

/// The values that `part` gives to a chart, and what values hold.
void AddHeld(const ConfigTree& tree, const ConfigPart& part, std::vector<ConfigPart>& parts) {
  if (part.shape == ConfigShape::kHelmValues) return AddHeldByValues(tree, part.node, parts);
  for (const ValuesRow& row : kValuesOf) {
    if (part.object_kind != row.kind) continue;
    for (const NodeIndex found : NodesAt(tree, part.node, row.path)) {
      const NodeIndex values = tree.Resolve(found);
      if (tree.node(values).kind != NodeKind::kMap) continue;
      ConfigPart& held = parts.emplace_back();
      held.node = values;
      held.shape = ConfigShape::kHelmValues;
      AddHeldByValues(tree, values, parts);
    }
  }
}

}  // namespace

std::vector<ConfigPart> PartsOf(const ConfigTree& tree, std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  std::vector<ConfigPart> parts;
  for (const ConfigDocument& document : tree.documents()) {
    if (document.root == kNoNode) continue;
    const NodeIndex root = tree.Resolve(document.root);
    if (AddObjects(tree, root, parts)) continue;
    ConfigPart part;
    part.node = root;
    part.shape = ShapeOf(tree, root, name);
    parts.push_back(part);
  }
  const std::vector<ConfigPart> whole = parts;
  for (const ConfigPart& part : whole) AddHeld(tree, part, parts);
  return parts;
}

}  // namespace gonogo
