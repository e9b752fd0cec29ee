#include <catch2/catch.hpp>

#include "tests/engines/config/config_rule.h"

namespace gonogo {
namespace {

constexpr std::string_view kRules = R"(apiVersion: v1
kind: ConfigMap
metadata: {name: alerts}
data:
  shop.rules: |
    groups:
      - name: shop
        rules:
          - alert: Down
            expr: up == 0
            annotations: {summary: "{{ $labels.job }} is down"}
  readme.txt: |
    groups: none
  folded.yml: >
    groups: [{name: x, rules: [{alert: Folded, expr: up}]}]
---
apiVersion: v1
kind: Secret
metadata: {name: alertmanager}
stringData:
  alertmanager.yaml: |-
    route: {receiver: nobody}
    receivers:
    - name: nobody
)";

}  // namespace

TEST_CASE("what a ConfigMap or a Secret carries is read as the file that it becomes") {
  CHECK(FoundIn("of: prometheus-rules\neach: \"groups[*].rules[*]\"\nfind: {for: missing}",
                "k8s/alerts.yaml", kRules) == "9: for \n");
  CHECK(FoundIn("of: prometheus-rules\nfind: {\"groups[*].rules[*].annotations.summary\": present}",
                "k8s/alerts.yaml", kRules)
            .starts_with("11:"));
  CHECK(FoundIn("of: alertmanager\nfind: {\"receivers[*].name\": nobody}", "k8s/alerts.yaml",
                kRules) == "24: receivers[*].name nobody\n");
}

TEST_CASE("nginx in a ConfigMap, and what is broken or an object in it") {
  constexpr std::string_view kText = R"(apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data:
  default.conf: |
    server {
      listen 80;
      location / { proxy_pass http://shop; }
    }
  broken.yml: |
    scrape_configs: [
  job.yaml: |
    apiVersion: batch/v1
    kind: Job
    metadata: {name: inner}
)";
  CHECK(FoundIn("of: nginx\nfind: {server.listen: present}", "k8s/web.yaml", kText) ==
        "7: server.listen 80\n");
  CHECK(FoundIn("of: Job\nfind: {metadata.name: present}", "k8s/web.yaml", kText).empty());
  CHECK(AskConfig("of: prometheus\nfind: {scrape_configs: present}", "k8s/web.yaml", kText)
            .matches.empty());
}

TEST_CASE("an object that carries more than is read says so") {
  std::string text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n";
  const std::string blanks(1 << 16, '#');
  for (int i = 0; i < 20; ++i) {
    text += "  f" + std::to_string(i) + ".yml: |\n    # " + blanks + "\n    scrape_configs: []\n";
  }
  const EngineOutput output =
      AskConfig("of: prometheus\nfind: {scrape_configs: empty}", "k8s/web.yaml", text);
  CHECK(output.matches.size() > 5);
  CHECK(output.matches.size() < 20);
  REQUIRE(output.notices.size() == 1);
  CHECK(output.notices[0].id == "config-too-large");
}

}  // namespace gonogo
