#include <string>

#include "tests/engines/config/config_rule.h"

namespace gonogo {
namespace {

constexpr std::string_view kBase =
    "services:\n"
    "  api:\n"
    "    build: .\n"
    "    volumes: ['.:/app']\n"
    "    command: npm run dev\n"
    "    restart: 'no'\n"
    "    ports: ['8080:8080']\n"
    "  db:\n"
    "    image: postgres:16.4\n"
    "    ports: ['5432:5432']\n";

constexpr std::string_view kOverlay =
    "services:\n"
    "  api:\n"
    "    command: node server.js\n"
    "    restart: always\n"
    "    ports: ['443:8443']\n"
    "  db:\n"
    "    image: postgres:16.4\n"
    "    ports: !reset []\n"
    "    deploy: {resources: {limits: {memory: 1g}}}\n";

std::string FoundBeside(std::string_view clause, std::string_view path, std::string_view other_path,
                        std::string_view text, std::string_view other) {
  const MemoryTree tree(
      {{std::string(path), std::string(text)}, {std::string(other_path), std::string(other)}});
  return FoundIn(clause, path, text, &tree);
}

std::string InBase(std::string_view clause, std::string_view overlay = kOverlay,
                   std::string_view name = "docker-compose.prod.yml") {
  return FoundBeside(clause, "docker-compose.yml", name, kBase, overlay);
}

TEST_CASE("a compose file that production lays another one over is production's") {
  const std::string_view clause = "of: compose\nfind: {$kind: deployment}";
  CHECK(FoundIn(clause, "docker-compose.yml", kBase) == "");
  CHECK(InBase(clause) != "");
  CHECK(InBase(clause, kOverlay, "docker-compose-production.yaml") != "");
  CHECK(InBase(clause, kOverlay, "docker-compose.override.yml") == "");
  // It stands alone.
  CHECK(InBase(clause, "services:\n  api:\n    image: shop/api:1.4\n") == "");
  CHECK(InBase(clause, "services: [\n") == "");
}

TEST_CASE("what is laid over a compose file counts more") {
  CHECK(InBase("of: compose\neach: services.*\nfind: {restart: {equals: 'no', default: 'no'}}") ==
        "8: restart \n");
  CHECK(InBase("of: compose\neach: services.*\nfind: {command: {matches: dev}}") == "");
  CHECK(InBase("of: compose\neach: services.*\nfind: {deploy.resources.limits.memory: missing}") ==
        "2: deploy.resources.limits.memory \n");
  CHECK(InBase("of: compose\neach: services.*\nfind: {'ports[*]': {matches: ':8'}}") ==
        "7: ports[*] 8080:8080\n");
  CHECK(InBase("of: compose\neach: services.*\nfind: {'ports[*]': {matches: '5432'}}") == "");
}

TEST_CASE("what an overlay lacks is told at what it is laid over") {
  const auto in_overlay = [](std::string_view clause) {
    return FoundBeside(clause, "docker-compose.prod.yml", "docker-compose.yml", kOverlay, kBase);
  };
  CHECK(in_overlay("of: compose\neach: services.*\nfind: {healthcheck: missing}") == "");
  CHECK(in_overlay("of: compose\neach: services.*\nfind: {command: {matches: node}}") ==
        "3: command node server.js\n");
}

TEST_CASE("a service has what the one of another file has that it extends") {
  const auto found = [](std::string_view file) {
    const std::string text =
        "services:\n  api:\n    image: shop/api:1.4\n    extends: {file: " + std::string(file) +
        ", service: base}\n";
    return FoundBeside("of: compose\neach: services.*\nfind: {restart: missing}",
                       "deploy/compose.yaml", "common/services.yaml", text,
                       "services:\n  base: {restart: always}\n  other: {image: x}\n");
  };
  CHECK(found("../common/services.yaml") == "");
  CHECK(found("../common/none.yaml") == "");
  CHECK(FoundBeside("of: compose\neach: services.*\nfind: {mem_limit: missing}", "compose.yaml",
                    "common.yaml",
                    "services:\n  api: {image: x, extends: {file: common.yaml, service: base}}\n",
                    "services:\n  base: {restart: always}\n") == "2: mem_limit \n");
}

}  // namespace
}  // namespace gonogo
