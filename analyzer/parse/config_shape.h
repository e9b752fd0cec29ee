// Config shape: what a tree configures, by what is in it and not by where it lies. A file may hold
// several things: each document, and each item of a Kubernetes List, is a part of its own.
//
//   for (const ConfigPart& part : PartsOf(tree, "deploy/all.yaml"))
//     if (part.shape == ConfigShape::kKubernetes) Check(part.node, part.object_kind);
//
// To add a shape: an enumerator, its name in config_shape.cc and a row in the table there.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

enum class ConfigShape : std::uint8_t {
  kUnknown,
  kKubernetes,  // any object with apiVersion and kind: of operators, Argo, Istio, Backstage too
  kKustomization,
  kHelmChart,
  kHelmValues,
  kCompose,
  kGithubWorkflow,
  kGithubAction,
  kDependabot,
  kGitlabCi,
  kCircleCi,
  kAzurePipelines,
  kBitbucketPipelines,
  kPrometheus,
  kPrometheusRules,
  kAlertmanager,
  kGrafanaDashboard,
  kGrafanaProvisioning,
  kOpenTelemetry,
  kOpenApi,
  kAsyncApi,
  kCloudFormation,
  kEnvoy,
  kTraefik,
  kDockerBake,
  kAnsiblePlaybook,
  kAnsibleTasks,
  kSpring,
  kAppSettings,
  kNpmPackage,
  kMavenPom,
  kLogback,
  kWebConfig,
  kJmeter,
};

/// As rules write it: "kubernetes", "github-workflow", "prometheus-rules".
std::string_view NameOf(ConfigShape shape);
std::optional<ConfigShape> ConfigShapeFromName(std::string_view name);
std::span<const ConfigShape> ConfigShapes();

struct ConfigPart {
  ConfigShape shape = ConfigShape::kUnknown;
  NodeIndex node = kNoNode;
  std::string_view api_version;  // of Kubernetes; they lie in the tree
  std::string_view object_kind;
};

/// One part for each document that has a root, or for each item of a list of objects. The path
/// decides only what has no content of its own: values.yaml.
std::vector<ConfigPart> PartsOf(const ConfigTree& tree, std::string_view path);

}  // namespace gonogo
