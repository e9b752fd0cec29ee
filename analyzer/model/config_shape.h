// ConfigShape: what a configuration is for: a Kubernetes object, a workflow, nginx. The names are
// those that rules write in `of:` of a clause `config:`; how a tree gets its shape is the business
// of parse/config_shape.h.
//
// To add a shape: an enumerator, a row in config_shape.cc, and what tells it: a row of signs in
// parse/config_shape.cc, or a line format in engines/config/config_file.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

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
  // Of these the format itself says what they are for.
  kDockerfile,
  kNginx,
  kHaproxy,
  kTerraform,
  kSystemd,
  kRedis,
  kPostgresql,
  kPgHba,
  kMysql,
  kCrontab,
  kCodeowners,
  kDotenv,
  kProperties,
  kIni,
};

/// As rules write it: "kubernetes", "github-workflow", "nginx".
std::string_view NameOf(ConfigShape shape);
std::optional<ConfigShape> ConfigShapeFromName(std::string_view name);
std::span<const ConfigShape> ConfigShapes();
/// What a file of the shape is usually called, for examples of rules.
std::string_view UsualPath(ConfigShape shape);

}  // namespace gonogo
