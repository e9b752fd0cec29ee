#include <catch2/catch.hpp>

#include "tests/engines/config/config_rule.h"

namespace gonogo {

TEST_CASE("what a template makes under a condition is a place of its own") {
  constexpr std::string_view kChart = R"(apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: api
          image: shop/api:1
        {{- if .Values.metrics }}
        - name: metrics
          image: shop/metrics:1
          {{- if .Values.limits }}
          resources: {limits: {memory: 1Gi}}
          {{- end }}
        {{- else }}
        - name: none
          image: shop/none:1
        {{- end }}
)";
  const auto asked = [&](std::string_view clause) {
    return FoundIn(clause, "chart/templates/app.yaml", kChart);
  };
  CHECK(asked("of: pod\neach: \"containers[*]\"\nfind: {image: {matches: shop}}") ==
        "8: image shop/api:1\n11: image shop/metrics:1\n17: image shop/none:1\n");
  CHECK(asked("of: pod\neach: \"containers[*]\"\nfind: {resources.limits: missing}") ==
        "7: resources.limits \n16: resources.limits \n");
  CHECK(asked("of: pod\nfind: {\"containers[*].name\": metrics}").empty());
}

TEST_CASE("a block that is the value of a key leaves the rest readable") {
  constexpr std::string_view kChart = R"(apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: api
          env:
            - name: STORE
              value: {{ if .Values.minio.enabled }}
                        {{ .Values.minio.endpoint | quote }}
                      {{ else }}
                        {{ .Values.s3.endpoint | quote }}
                      {{ end }}
          image: shop/api:1
)";
  const auto asked = [&](std::string_view clause) {
    return FoundIn(clause, "chart/templates/app.yaml", kChart);
  };
  CHECK(asked("of: pod\neach: \"containers[*]\"\nfind: {image: present, resources: missing}") ==
        "15: image, resources shop/api:1\n");
  CHECK(asked("of: pod\nfind: {\"containers[*].env[*].value\": minio}").empty());
}

TEST_CASE("what an object gives to a chart is values") {
  constexpr std::string_view kApplication = R"(apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop}
spec:
  sources:
    - chart: shop
      helm:
        values: |
          api:
            replicaCount: 1
)";
  constexpr std::string_view kRelease = R"(apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: shop}
spec:
  values:
    api: {replicaCount: 1}
)";
  constexpr std::string_view kClause = "of: helm-values\neach: \"*\"\nfind: {replicaCount: 1}";
  CHECK(FoundIn(kClause, "apps/shop.yaml", kApplication) == "10: replicaCount 1\n");
  CHECK(FoundIn(kClause, "apps/shop.yaml", kRelease) == "6: replicaCount 1\n");
}

}  // namespace gonogo
