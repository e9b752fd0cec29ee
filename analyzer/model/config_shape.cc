#include "analyzer/model/config_shape.h"

#include <algorithm>
#include <array>

namespace gonogo {
namespace {

struct ShapeRow {
  ConfigShape shape;
  std::string_view name;
  std::string_view path;
};

constexpr std::array kShapes = {
    ShapeRow{ConfigShape::kUnknown, "unknown", "config.yaml"},
    ShapeRow{ConfigShape::kKubernetes, "kubernetes", "deploy/app.yaml"},
    ShapeRow{ConfigShape::kKustomization, "kustomization", "kustomization.yaml"},
    ShapeRow{ConfigShape::kHelmChart, "helm-chart", "chart/Chart.yaml"},
    ShapeRow{ConfigShape::kHelmValues, "helm-values", "chart/values.yaml"},
    ShapeRow{ConfigShape::kCompose, "compose", "compose.yaml"},
    ShapeRow{ConfigShape::kGithubWorkflow, "github-workflow", ".github/workflows/main.yml"},
    ShapeRow{ConfigShape::kGithubAction, "github-action", "action.yml"},
    ShapeRow{ConfigShape::kDependabot, "dependabot", ".github/dependabot.yml"},
    ShapeRow{ConfigShape::kGitlabCi, "gitlab-ci", ".gitlab-ci.yml"},
    ShapeRow{ConfigShape::kCircleCi, "circleci", ".circleci/config.yml"},
    ShapeRow{ConfigShape::kAzurePipelines, "azure-pipelines", "azure-pipelines.yml"},
    ShapeRow{ConfigShape::kBitbucketPipelines, "bitbucket-pipelines", "bitbucket-pipelines.yml"},
    ShapeRow{ConfigShape::kPrometheus, "prometheus", "prometheus.yml"},
    ShapeRow{ConfigShape::kPrometheusRules, "prometheus-rules", "monitoring/alerts.yaml"},
    ShapeRow{ConfigShape::kAlertmanager, "alertmanager", "alertmanager.yml"},
    ShapeRow{ConfigShape::kGrafanaDashboard, "grafana-dashboard", "dashboards/app.json"},
    ShapeRow{ConfigShape::kGrafanaProvisioning, "grafana-provisioning", "grafana/alerting.yaml"},
    ShapeRow{ConfigShape::kOpenTelemetry, "opentelemetry", "otel-collector.yaml"},
    ShapeRow{ConfigShape::kOpenApi, "openapi", "openapi.yaml"},
    ShapeRow{ConfigShape::kAsyncApi, "asyncapi", "asyncapi.yaml"},
    ShapeRow{ConfigShape::kCloudFormation, "cloudformation", "template.yaml"},
    ShapeRow{ConfigShape::kEnvoy, "envoy", "envoy.yaml"},
    ShapeRow{ConfigShape::kTraefik, "traefik", "traefik.yml"},
    ShapeRow{ConfigShape::kDockerBake, "docker-bake", "docker-bake.hcl"},
    ShapeRow{ConfigShape::kAnsiblePlaybook, "ansible-playbook", "site.yml"},
    ShapeRow{ConfigShape::kAnsibleTasks, "ansible-tasks", "roles/app/tasks/main.yml"},
    ShapeRow{ConfigShape::kSpring, "spring", "application.yml"},
    ShapeRow{ConfigShape::kAppSettings, "appsettings", "appsettings.json"},
    ShapeRow{ConfigShape::kNpmPackage, "npm-package", "package.json"},
    ShapeRow{ConfigShape::kMavenPom, "maven-pom", "pom.xml"},
    ShapeRow{ConfigShape::kLogback, "logback", "logback.xml"},
    ShapeRow{ConfigShape::kWebConfig, "web-config", "web.config"},
    ShapeRow{ConfigShape::kJmeter, "jmeter", "load.jmx"},
    ShapeRow{ConfigShape::kDockerfile, "dockerfile", "Dockerfile"},
    ShapeRow{ConfigShape::kNginx, "nginx", "nginx.conf"},
    ShapeRow{ConfigShape::kHaproxy, "haproxy", "haproxy.cfg"},
    ShapeRow{ConfigShape::kTerraform, "terraform", "main.tf"},
    ShapeRow{ConfigShape::kSystemd, "systemd", "app.service"},
    ShapeRow{ConfigShape::kRedis, "redis", "redis.conf"},
    ShapeRow{ConfigShape::kPostgresql, "postgresql", "postgresql.conf"},
    ShapeRow{ConfigShape::kPgHba, "pg-hba", "pg_hba.conf"},
    ShapeRow{ConfigShape::kMysql, "mysql", "my.cnf"},
    ShapeRow{ConfigShape::kCrontab, "crontab", "crontab"},
    ShapeRow{ConfigShape::kCodeowners, "codeowners", "CODEOWNERS"},
    ShapeRow{ConfigShape::kDotenv, "dotenv", ".env"},
    ShapeRow{ConfigShape::kProperties, "properties", "app.properties"},
    ShapeRow{ConfigShape::kIni, "ini", "app.ini"},
};

static_assert([] {
  for (std::size_t i = 0; i < kShapes.size(); ++i) {
    if (static_cast<std::size_t>(kShapes[i].shape) != i) return false;
  }
  return true;
}());

}  // namespace

std::string_view NameOf(ConfigShape shape) { return kShapes[static_cast<std::size_t>(shape)].name; }

std::string_view UsualPath(ConfigShape shape) {
  return kShapes[static_cast<std::size_t>(shape)].path;
}

std::optional<ConfigShape> ConfigShapeFromName(std::string_view name) {
  const auto found = std::ranges::find(kShapes, name, &ShapeRow::name);
  if (found == kShapes.end()) return std::nullopt;
  return found->shape;
}

std::span<const ConfigShape> ConfigShapes() {
  static constexpr auto kAll = [] {
    std::array<ConfigShape, kShapes.size()> shapes{};
    for (std::size_t i = 0; i < shapes.size(); ++i) shapes[i] = kShapes[i].shape;
    return shapes;
  }();
  return kAll;
}

}  // namespace gonogo
