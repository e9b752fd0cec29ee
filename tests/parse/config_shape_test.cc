#include "analyzer/parse/config_shape.h"

#include <catch2/catch.hpp>

#include "analyzer/parse/hcl.h"
#include "analyzer/parse/json.h"
#include "analyzer/parse/xml.h"
#include "analyzer/parse/yaml.h"

namespace gonogo {
namespace {

std::string ShapesOf(const ConfigTree& tree, std::string_view path = "x.yaml") {
  std::string shapes;
  for (const ConfigPart& part : PartsOf(tree, path)) {
    shapes += (shapes.empty() ? "" : " ") + std::string(NameOf(part.shape));
    if (!part.object_kind.empty()) shapes += "/" + std::string(part.object_kind);
  }
  return shapes;
}

TEST_CASE("what YAML configures is known by its content") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"", ""},
      {"a: 1\n", "unknown"},
      {"- a\n", "unknown"},
      {"apiVersion: apps/v1\nkind: Deployment\n---\napiVersion: v1\nkind: Service\n---\n",
       "kubernetes/Deployment kubernetes/Service unknown"},
      {"apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod}\n- {apiVersion: v1, "
       "kind: Secret}\n",
       "kubernetes/Pod kubernetes/Secret"},
      {"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a]\n",
       "kustomization/Kustomization"},
      {"resources: [a.yaml]\nnamePrefix: b\n", "kustomization"},
      {"apiVersion: v2\nname: a\nversion: 1.0.0\n", "helm-chart"},
      {"services:\n  a:\n    image: b\n", "compose"},
      {"x-a: &a {restart: always}\nservices:\n  a:\n    <<: *a\n", "compose"},
      {"services:\n  App\\A:\n    class: B\n    arguments: []\n", "unknown"},
      {"on: push\njobs:\n  a:\n    runs-on: b\n    steps: []\n", "github-workflow"},
      {"name: a\nruns:\n  using: composite\n", "github-action"},
      {"version: 2\nupdates:\n- package-ecosystem: npm\n", "dependabot"},
      {"stages: [a]\nb:\n  stage: a\n  script: [c]\n", "gitlab-ci"},
      {"version: 2.1\njobs:\n  a:\n    docker: []\n", "circleci"},
      {"trigger: [main]\nsteps: []\n", "azure-pipelines"},
      {"pipelines:\n  default: []\n", "bitbucket-pipelines"},
      {"groups:\n- name: a\n  rules:\n  - alert: b\n    expr: c\n", "prometheus-rules"},
      {"global: {scrape_interval: 15s}\nscrape_configs: []\n", "prometheus"},
      {"route: {receiver: a}\nreceivers: []\n", "alertmanager"},
      {"apiVersion: 1\ndatasources: []\n", "grafana-provisioning"},
      {"receivers: {}\nexporters: {}\nservice: {pipelines: {}}\n", "opentelemetry"},
      {"openapi: 3.0.0\npaths: {}\n", "openapi"},
      {"swagger: '2.0'\npaths: {}\n", "openapi"},
      {"Resources:\n  A:\n    Type: AWS::S3::Bucket\n", "cloudformation"},
      {"static_resources: {listeners: []}\n", "envoy"},
      {"entryPoints: {web: {}}\n", "traefik"},
      {"- hosts: all\n  tasks: []\n", "ansible-playbook"},
      {"- name: a\n  apt: b\n  become: true\n", "ansible-tasks"},
      {"spring:\n  application: {name: a}\n", "spring"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(ShapesOf(ParseYaml(text)) == expected);
  }
}

TEST_CASE("what other formats configure is known by its content") {
  CHECK(ShapesOf(ParseJson("{\"panels\": [], \"schemaVersion\": 1}")) == "grafana-dashboard");
  CHECK(ShapesOf(ParseJson("{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}")) == "kubernetes/Pod");
  CHECK(ShapesOf(ParseJson("{\"Resources\": {\"a\": {\"Type\": \"b\"}}}")) == "cloudformation");
  CHECK(ShapesOf(ParseJson("{\"name\": \"a\", \"scripts\": {}}")) == "npm-package");
  CHECK(ShapesOf(ParseJson("{\"Logging\": {\"LogLevel\": {}}}")) == "appsettings");
  CHECK(ShapesOf(ParseHcl("target \"a\" { dockerfile = \"b\" }")) == "docker-bake");
  CHECK(ShapesOf(ParseXml("<project><artifactId>a</artifactId></project>")) == "maven-pom");
  CHECK(ShapesOf(ParseXml("<jmeterTestPlan a='b'/>")) == "jmeter");
  CHECK(ShapesOf(ParseXml("<configuration><system.webServer/></configuration>")) == "web-config");
  CHECK(ShapesOf(ParseXml("<configuration><appender name='a'/></configuration>")) == "logback");
}

TEST_CASE("templates are known as what they make") {
  YamlOptions options;
  options.dialect = TemplateDialect::kGo;
  const std::string text = "apiVersion: {{ include \"a\" . }}\nkind: Ingress\n";
  CHECK(ShapesOf(ParseYaml(text, options)) == "kubernetes/Ingress");
  CHECK(ShapesOf(ParseYaml("a: 1\n"), "chart/values-prod.yaml") == "helm-values");
  CHECK(ShapesOf(ParseYaml("a: 1\n"), "chart/prod.values.yaml") == "helm-values");
  CHECK(ShapesOf(ParseYaml("a: 1\n"), "chart/prod-values.yml") == "helm-values");
  CHECK(ShapesOf(ParseYaml("a: 1\n"), "chart/values-of-things.md") != "helm-values");
}

TEST_CASE("values of charts hold configurations") {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"alertmanager:\n  config:\n    route: {receiver: a}\n    receivers: []\n",
       "helm-values alertmanager"},
      {"kube-prometheus-stack:\n  alertmanager:\n    config:\n      route: {receiver: a}\n      "
       "receivers: []\n",
       "helm-values alertmanager"},
      {"additionalPrometheusRulesMap:\n  shop:\n    groups:\n    - name: a\n      rules:\n      - "
       "{alert: b, expr: c}\n",
       "helm-values prometheus-rules"},
      {"config: {a: 1}\nalertmanager: {config: {a: 1}}\n", "helm-values"},
      {"apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values:\n    "
       "serverFiles:\n      alerting_rules.yml:\n        groups:\n        - name: a\n          "
       "rules:\n          - {alert: b, expr: c}\n",
       "kubernetes/HelmRelease helm-values prometheus-rules"},
  };
  for (const auto& [text, expected] : rows) {
    INFO(text);
    CHECK(ShapesOf(ParseYaml(text), "chart/values.yaml") == expected);
  }
}

TEST_CASE("every shape has a name that leads back to it") {
  for (const ConfigShape shape : ConfigShapes()) {
    CHECK(ConfigShapeFromName(NameOf(shape)) == shape);
  }
  CHECK(!ConfigShapeFromName("nothing"));
}

}  // namespace
}  // namespace gonogo
