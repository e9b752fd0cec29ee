#include "analyzer/engines/config/config_engine.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/engines/config/config_rule.h"

namespace gonogo {
namespace {

constexpr std::string_view kDeployment = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: api
          image: shop/api:1.4
          ports: [{name: http, containerPort: 80}]
          readinessProbe:
            timeoutSeconds: 30
        - image: envoy:v1
          name: proxy
          resources: {}
)";

struct Row {
  std::string_view clause;
  std::string_view found;
};

TEST_CASE("conditions hold where their fields are, and findings stand there") {
  const std::vector<Row> rows = {
      {"of: Deployment\nfind: {spec.replicas: {below: 2, default: \"1\"}}", "5: spec.replicas 1\n"},
      {"of: Deployment\nfind: {spec.minReadySeconds: missing}", "4: spec.minReadySeconds \n"},
      {"of: Deployment\nfind: {spec.minReadySeconds: {below: 1, default: \"0\"}}",
       "4: spec.minReadySeconds \n"},
      {"of: Deployment\nfind: {spec.replicas: {above: 1}}", ""},
      {"of: pod\neach: \"containers[*]\"\nfind: {readinessProbe: missing}",
       "14: readinessProbe \n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {livenessProbe: missing}",
       "9: livenessProbe \n14: livenessProbe \n"},
      {"of: serving-pod\neach: \"containers[*]\"\nfind: {resources: empty}",
       "9: resources \n16: resources \n"},
      {"of: Deployment.apps\nfind: {metadata.name: shop}", "3: metadata.name shop\n"},
      {"of: Deployment.example.net\nfind: {metadata.name: shop}", ""},
      {"of: kubernetes\nfind: {kind: Deployment}", "2: kind Deployment\n"},
      {"of: pod\nfind: {\"containers[*].image\": {matches: \"^envoy\"}}",
       "14: containers[*].image envoy:v1\n"},
      {"of: pod\nfind: {\"containers[name=api].image\": {is: floating-image}}", ""},
      {"of: pod\nfind: {\"containers[-1].name\": present}", "15: containers[-1].name proxy\n"},
      {"of: pod\nfind: {\"containers[*]\": {count: 2}}", "8: containers[*] \n"},
      {"of: pod\nfind: {\"containers[*]\": {count: {at_least: 2, has: {resources: present}}}}", ""},
      {"of: pod\nfind: {\"containers[*]\": {every: {has: {image: present}}}}",
       "9: containers[*] \n"},
      {"of: pod\nfind: {\"containers[*].name\": {none: {equals: db}}}", "8: containers[*].name \n"},
      {"of: Deployment\nfind: {\"**.timeoutSeconds\": 30}", "13: **.timeoutSeconds 30\n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {^replicas: 1}", "5: replicas 1\n5: replicas 1\n"},
      {"of: pod\neach: \"containers[*].readinessProbe\"\nfind: {../name: api}", "9: name api\n"},
      {"of: pod\neach: \"containers[*].*Probe\"\nfind: {$key: readinessProbe}", "12:  \n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {name: {same_as: \"../../containers[0].name\"}}",
       "9: name api\n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {name: {part_of: image}}", "9: name api\n"},
      {"of: pod\neach: \"containers[*].*Probe\"\nfind: {/metadata.name: {part_of: $key}}", ""},
      {"of: pod\neach: \"containers[*].resources\"\nfind: {\"../*\": {has: {$key: {same_as: "
       "$key}}}}",
       "16:  \n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {any_of: [{ports: missing}, {image: {matches: "
       "api}}]}",
       "10: image shop/api:1.4\n14: ports \n"},
      {"of: pod\neach: \"containers[*]\"\nwhen: {name: proxy}\nfind: {not: {ports: present}}",
       "14:  \n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {name: present}\nunless: {name: proxy}",
       "9: name api\n"},
      {"of: pod\neach: \"containers[*].readinessProbe\"\ncapture: {t: {path: timeoutSeconds}, p: "
       "{path: periodSeconds, default: \"10\"}}\nfind: {compare: \"t > 2 * p\"}",
       "13: timeoutSeconds, periodSeconds 30\n"},
      {"of: pod\neach: \"containers[*].readinessProbe\"\ncapture: {t: {path: timeoutSeconds}, p: "
       "{path: periodSeconds}}\nfind: {compare: \"t > p\"}",
       ""},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    CHECK(FoundIn(row.clause, "deploy/app.yaml", kDeployment) == row.found);
  }
}

TEST_CASE("what a template decides is unknown, and the rule is silent") {
  constexpr std::string_view kChart = R"(apiVersion: apps/v1
kind: Deployment
spec:
  {{- if not .Values.autoscaling }}
  replicas: 1
  {{- end }}
  strategy: {{ .Values.strategy }}
  template:
    spec:
      containers:
        - name: api
          image: {{ .Values.image }}
          workingDir: /srv/{{ .Values.name }}/backups
          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
        - name: proxy
          image: envoy:v1
)";
  const std::vector<Row> rows = {
      {"of: Deployment\nfind: {spec.replicas: missing}", ""},
      {"of: Deployment\nfind: {spec.replicas: 1}", ""},
      {"of: Deployment\nfind: {spec.strategy.type: {equals: Recreate, default: Recreate}}", ""},
      {"of: Deployment\nfind: {spec.paused: missing}", "3: spec.paused \n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {resources.limits.memory: missing}",
       "18: resources.limits.memory \n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {workingDir: {matches: /backups}}",
       "13: workingDir /srv/{{ .Values.name }}/backups\n"},
      {"of: pod\neach: \"containers[*]\"\nfind: {workingDir: {matches: srv/.*/backups}}", ""},
      {"of: pod\neach: \"containers[*]\"\nfind: {workingDir: {not: {matches: logs}}}", ""},
      {"of: pod\neach: \"containers[*]\"\nfind: {image: {not: {matches: envoy}}}", ""},
      {"of: pod\neach: \"containers[*]\"\nfind: {name: present}\nunless: {image: {matches: x}}",
       "18: name proxy\n"},
      {"of: Deployment\nfind: {spec.paused: missing}\nunless: {spec.replicas: 0}", ""},
      {"of: Deployment\nfind: {spec.paused: missing}\nunless: {surely: {spec.replicas: 0}}",
       "3: spec.paused \n"},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    CHECK(FoundIn(row.clause, "chart/templates/app.yaml", kChart) == row.found);
  }
}

TEST_CASE("an action behind a key may go on in the lines below") {
  constexpr std::string_view kChart = R"(apiVersion: v1
kind: Service
metadata:
  labels: {{- include "labels" . | nindent 4 }}
    tier: web
  annotations: {{- toYaml .Values.annotations | nindent 4 }}
spec:
  type: NodePort
)";
  const std::vector<Row> rows = {
      {"of: Service\nfind: {metadata.labels.tier: web}", "5: metadata.labels.tier web\n"},
      {"of: Service\nfind: {metadata.labels.app: missing}", ""},
      {"of: Service\nfind: {metadata.annotations.a: missing}", ""},
      {"of: Service\nfind: {spec.selector: missing}", "7: spec.selector \n"},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    CHECK(FoundIn(row.clause, "chart/templates/service.yaml", kChart) == row.found);
  }
}

TEST_CASE("lines that a template writes or not leave the rest readable") {
  constexpr std::string_view kChart = R"(apiVersion: apps/v1
kind: Deployment
spec:
  {{ if .Values.pausing }}paused: true{{ end }}
  template:
    spec:
      serviceAccountName: shop
      {{ tuple . "shop" | include "shop.affinity" | nindent 6 }}
        nodeAffinity: {}
      topologySpreadConstraints:
        {{- range $constraint := .Values.spread }}
      - {{ toYaml $constraint | nindent 8 | trim }}
        labelSelector: {}
        {{- end }}
      containers:
        - name: api
          image: shop/api:1
{{ if ne $i 0 }}---{{ end }}
apiVersion: v1
kind: Service
spec: {}
)";
  const std::vector<Row> rows = {
      {"of: Deployment\nfind: {spec.paused: missing}", ""},
      {"of: pod\nfind: {affinity: missing}", ""},
      {"of: pod\nfind: {\"topologySpreadConstraints[*].labelSelector\": present}", ""},
      {"of: pod\neach: \"containers[*]\"\nfind: {resources: missing}", "16: resources \n"},
      {"of: Service\nfind: {spec.selector: missing}", "21: spec.selector \n"},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    CHECK(FoundIn(row.clause, "chart/templates/app.yaml", kChart) == row.found);
  }
}

TEST_CASE("what extends another has what that has") {
  constexpr std::string_view kCompose = R"(services:
  base:
    image: shop/base:1
    deploy: {restart_policy: {condition: any}}
  api:
    extends: {service: base}
    deploy: {replicas: 2}
  far:
    extends: {file: other.yaml, service: base}
  loop:
    extends: ring
  ring:
    extends: loop
)";
  const std::vector<Row> rows = {
      {"of: compose\neach: services.*\nfind: {image: missing}", ""},
      {"of: compose\neach: services.api\nfind: {deploy.restart_policy: missing}", ""},
      {"of: compose\neach: services.api\nfind: {image: present}", "3: image shop/base:1\n"},
      {"of: compose\neach: services.api\nfind: {restart: missing}", "5: restart \n"},
      {"of: compose\neach: services.far\nfind: {extends.file: missing}", ""},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    CHECK(FoundIn(row.clause, "compose.yaml", kCompose) == row.found);
  }
}

TEST_CASE("a patch lacks nothing") {
  constexpr std::string_view kPatch =
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
      "        - name: api\n          env: []\n";
  constexpr std::string_view kClause =
      "of: pod\neach: \"containers[*]\"\nfind: {readinessProbe: missing}";
  CHECK(FoundIn(kClause, "patch.yaml", kPatch).empty());
  // One that says the image too is known by its name alone.
  constexpr std::string_view kWhole =
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
      "        - name: api\n          image: shop/api:1.4\n";
  CHECK(FoundIn(kClause, "prod/deployment_patch.yaml", kWhole).empty());
  CHECK(FoundIn(kClause, "prod/patches/api.yaml", kWhole).empty());
  CHECK(FoundIn(kClause, "prod/dispatch.yaml", kWhole) == "7: readinessProbe \n");
}

TEST_CASE("of no instances none runs on") {
  const auto found = [](std::string_view replicas) {
    return FoundIn(
        "of: serving-pod\neach: \"containers[*]\"\nfind: {readinessProbe: missing}",
        "deploy/app.yaml",
        "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: " + std::string(replicas) +
            "\n  template: {spec: {containers: [{name: api, image: \"a:1\"}]}}\n");
  };
  CHECK(found("0").empty());
  CHECK(found("1") == "5: readinessProbe \n");
  CHECK(found("{{ .Values.replicas }}") == "5: readinessProbe \n");
}

TEST_CASE("folders that are named by kinds belong to what holds them") {
  const auto scope = [](std::string_view path) {
    const EngineOutput output =
        AskConfig("of: Service\ncapture: {scope: $scope}\nfind: {spec.type: NodePort}", path,
                  "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort}\n");
    REQUIRE(output.matches.size() == 1);
    return output.matches[0].captures[0].text;
  };
  CHECK(scope("shop/base/services/shop.yaml") == "shop/base");
  CHECK(scope("shop/base/deployments/shop.yaml") == "shop/base");
  CHECK(scope("services/shop.yaml").empty());
  CHECK(scope("shop/services/cart/shop.yaml") == "shop/services/cart");
  CHECK(scope("shop/templates/services/shop.yaml") == "shop");
}

TEST_CASE("null is as good as missing where the format says so") {
  CHECK(FoundIn("of: compose\neach: services.*\nfind: {restart: missing}", "compose.yaml",
                "services:\n  api:\n    image: a\n    restart:\n") == "4: restart \n");
  CHECK(FoundIn("of: nginx\nfind: {server.internal: present}", "nginx.conf",
                "server {\n  internal;\n}\n") == "2: server.internal \n");
}

TEST_CASE("numbers and booleans are what they mean") {
  constexpr std::string_view kText =
      "services:\n  api: {image: a, on: \"yes\", off: \"Off\", n: 010, s: 1.50}\n";
  const std::vector<Row> rows = {
      {"of: compose\neach: services.*\nfind: {\"on\": true}", "2: on yes\n"},
      {"of: compose\neach: services.*\nfind: {\"off\": false}", "2: off Off\n"},
      {"of: compose\neach: services.*\nfind: {s: 1.5}", "2: s 1.50\n"},
      {"of: compose\neach: services.*\nfind: {image: [a, b]}", "2: image a\n"},
  };
  for (const Row& row : rows) {
    INFO(row.clause);
    CHECK(FoundIn(row.clause, "compose.yaml", kText) == row.found);
  }
}

TEST_CASE("aliases and merge keys lead to what they bring") {
  constexpr std::string_view kText =
      "x-base: &base\n  restart: always\nservices:\n  api:\n    <<: *base\n    image: a\n"
      "  web: {image: b}\n";
  CHECK(FoundIn("of: compose\neach: services.*\nfind: {restart: missing}", "compose.yaml", kText) ==
        "7: restart \n");
}

TEST_CASE("an annotation speaks for the findings of its object") {
  constexpr std::string_view kText =
      "apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    gonogo.dev/ignore: \"other, "
      "demo -- of the mesh\"\nspec: {type: NodePort}\n";
  const EngineOutput output =
      AskConfig("of: Service\nfind: {spec.type: NodePort}", "s.yaml", kText);
  CHECK(output.matches.size() == 1);
  REQUIRE(output.object_suppressions.size() == 1);
  const ObjectSuppression& said = output.object_suppressions[0];
  CHECK(said.text == "other, demo -- of the mesh");
  CHECK(kText.substr(said.place.begin).starts_with("gonogo.dev/ignore"));
  CHECK(said.object.begin == 0);
  CHECK(said.object.end >= kText.find("NodePort"));
}

TEST_CASE("what one template made has one key") {
  const auto key = [](std::string_view clause, std::string_view path, std::string_view text) {
    const EngineOutput output = AskConfig(clause, path, text);
    return output.matches.empty() ? 0 : output.matches[0].template_key;
  };
  constexpr std::string_view kClause = "of: Service\nfind: {spec.type: NodePort}";
  const std::uint64_t one = key(kClause, "s.yaml",
                                "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: "
                                "b}\nspec: {type: NodePort}\n");
  CHECK(one != 0);
  CHECK(one == key(kClause, "s.yaml",
                   "# of c\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\n  namespace: "
                   "c\nspec:\n  type: NodePort\n"));
  CHECK(one != key(kClause, "s.yaml",
                   "apiVersion: v1\nkind: Service\nmetadata: {name: c, namespace: b}\nspec: {type: "
                   "NodePort}\n"));
  CHECK(one != key(kClause, "s.yaml",
                   "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: NodePort}\n"));
  constexpr std::string_view kServices = "of: compose\neach: services.*\nfind: {restart: missing}";
  constexpr std::string_view kCompose = "services:\n  api: {image: a}\n";
  const std::uint64_t api = key(kServices, "deploy/compose.yaml", kCompose);
  CHECK(api != 0);
  CHECK(api ==
        key(kServices, "deploy/compose-arm.yaml", "services:\n  api: {image: a, init: true}\n"));
  CHECK(api != key(kServices, "other/compose.yaml", kCompose));
  CHECK(api != key(kServices, "deploy/compose.yaml", "services:\n  web: {image: a}\n"));
  constexpr std::string_view kStages = "of: dockerfile\neach: \"[*]\"\nfind: {USER: missing}";
  CHECK(key(kStages, "Dockerfile", "FROM a:1\nCMD [\"a\"]\n") == 0);
}

TEST_CASE("what to write stands where the missing one belongs, as deep as its neighbours") {
  constexpr std::string_view kClause =
      "of: pod\neach: \"containers[*]\"\nfind: {resources.limits.memory: missing}\nwrite: |\n  "
      "resources:\n    limits:\n      memory: 1Gi";
  const EngineOutput output = AskConfig(kClause, "deploy/app.yaml", kDeployment);
  REQUIRE(output.matches.size() == 2);
  const Repair& first = output.matches[0].repair;
  CHECK(first.text == "          resources:\n            limits:\n              memory: 1Gi\n");
  CHECK(kDeployment.substr(first.range.begin).starts_with("          image: shop/api:1.4"));
  CHECK(output.matches[1].repair.text.empty());  // `{}` has no lines
}

TEST_CASE("a file that cannot be parsed is told of") {
  const EngineOutput output = AskConfig("of: kubernetes\nerrors: syntax", "deploy/app.yaml",
                                        "apiVersion: v1\nkind: Service\nmetadata:\n\tname: x\n");
  CHECK(output.matches.size() == 1);
  REQUIRE(output.notices.size() == 1);
  CHECK(output.notices[0].coverage == Coverage::kPartlyRead);
  CHECK(output.notices[0].line == 4);
  // What fills it in makes it whole.
  const EngineOutput form =
      AskConfig("of: compose\nerrors: syntax", "add-service-template.yml",
                "services:\n  ${NAME}:\n    entrypoint: [${SHELL} \"/run.sh\"]\n");
  CHECK(form.matches.empty());
  CHECK(form.notices.size() == 1);
}

TEST_CASE("a key that stands twice is found at the second") {
  CHECK(FoundIn("of: kubernetes\nerrors: duplicate-keys", "deploy/app.yaml",
                "apiVersion: v1\nkind: Service\nspec:\n  a: 1\n  a: 2\n") == "5:\n");
}

TEST_CASE("deleting or changing a field is found at its line") {
  constexpr std::string_view kClause =
      "of: pod\neach: \"containers[*]\"\nfind: {readinessProbe.timeoutSeconds: {below: 30, "
      "default: "
      "\"1\"}}\nwhen: {ports: present}";
  std::string text(kDeployment);
  CHECK(FoundIn(kClause, "deploy/app.yaml", text).empty());
  text.replace(text.find("timeoutSeconds: 30"), 18, "timeoutSeconds: 3");
  CHECK(FoundIn(kClause, "deploy/app.yaml", text) == "13: readinessProbe.timeoutSeconds 3\n");
  text.replace(text.find("timeoutSeconds: 3"), 17, "periodSeconds: 9");
  CHECK(FoundIn(kClause, "deploy/app.yaml", text) == "12: readinessProbe.timeoutSeconds \n");
}

TEST_CASE("deep paths over a hostile file end at a limit") {
  std::string text = "a: ";
  for (int i = 0; i < 200; ++i) text += "{a: ";
  text += "1";
  for (int i = 0; i < 200; ++i) text += "}";
  const EngineOutput output =
      AskConfig("of: unknown\nfind: {\"**.**.**.**.**.zz\": present}", "x.yaml", text + "\n");
  CHECK(output.matches.empty());
  REQUIRE(output.notices.size() == 1);
  CHECK(output.notices[0].id == "config-too-large");
}

}  // namespace
}  // namespace gonogo
