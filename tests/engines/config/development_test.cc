#include "analyzer/engines/config/development.h"

#include <catch2/catch.hpp>
#include <string>

#include "analyzer/classify/classifier.h"

namespace gonogo {
namespace {

bool IsDevelopedText(const std::string& text, std::string_view path) {
  const auto file =
      ReadConfigFile(Classify(std::string(path), text), text, [](ConfigShape) { return true; });
  REQUIRE(file);
  return IsForDevelopment(*file, path);
}

bool IsDeveloped(std::string_view service, std::string_view path = "compose.yaml",
                 std::string_view head = "") {
  return IsDevelopedText(
      std::string(head) + "services:\n  shop:\n    " + std::string(service) + "\n", path);
}

TEST_CASE("what starts again as a whole is no file of developers for one variable") {
  const std::string one =
      ": {image: 'shop:1', restart: always, environment: [NODE_ENV=development]}";
  const std::string text = "services:\n  a" + one + "\n  b" + one + "\n  c" + one + "\n";
  CHECK_FALSE(IsDevelopedText(text, "compose.yaml"));
  CHECK(IsDevelopedText(text, "compose.dev.yaml"));
  CHECK(IsDevelopedText(text + "  d: {image: 'shop:1'}\n", "compose.yaml"));
  CHECK(IsDevelopedText("services:\n  a" + one + "\n", "compose.yaml"));
}

TEST_CASE("compose files for the machines of developers show it") {
  CHECK(IsDeveloped("{image: 'shop:1'}", "docker-compose.dev.yml"));
  CHECK(IsDeveloped("{build: ./api, volumes: ['./api:/app']}"));
  CHECK(IsDeveloped("{build: {context: .}, volumes: ['./src:/app/src']}"));
  CHECK(IsDeveloped("{image: 'node:22', volumes: [{type: bind, source: ., target: /app}]}"));
  CHECK(IsDeveloped("{build: ., volumes: ['./dashboard:/dashboard']}"));
  CHECK(IsDeveloped("{image: 'shop:1', command: [npm, run, dev]}"));
  CHECK(IsDeveloped("{image: 'shop:1', environment: {FLASK_DEBUG: 1}}"));
  CHECK(IsDeveloped("{image: 'shop:1', environment: ['NODE_ENV=${MODE:-development}']}"));
  CHECK(IsDeveloped("{build: {context: ., target: dev}}"));
  CHECK(IsDeveloped("{image: 'axllent/mailpit:v1'}"));
  CHECK(IsDeveloped("{image: 'shop:1'}", "local/compose.yaml"));
  CHECK(IsDeveloped("{image: 'shop:1'}", "contrib/local-environment/compose.yaml"));
  CHECK(
      IsDeveloped("{image: 'shop:1'}", "compose.yaml", "# Runs the shop for local development.\n"));
}

TEST_CASE("compose files that deploy are not taken for such") {
  CHECK_FALSE(IsDeveloped("{image: 'shop:1'}", "device/docker-compose.yml"));
  CHECK_FALSE(IsDeveloped("{image: 'shop:1'}", "locality/compose.yaml"));
  CHECK_FALSE(IsDeveloped("{image: 'shop:1'}", "compose.yaml", "# How the shop is deployed.\n"));
  CHECK_FALSE(IsDeveloped("{build: ./nginx, volumes: ['./nginx/conf.d:/etc/nginx/conf.d']}"));
  CHECK_FALSE(IsDeveloped("{build: ., volumes: ['./data:/app/data', './shop.yaml:/shop.yaml']}"));
  CHECK_FALSE(IsDeveloped("{build: ./bot, volumes: ['./bot/sessions:/app/sessions:rw']}"));
  CHECK_FALSE(IsDeveloped("{image: 'prom/prometheus:v3', volumes: ['./:/etc/prometheus']}"));
  CHECK_FALSE(IsDeveloped("{image: 'shop:1', environment: {NODE_ENV: production}}"));
  CHECK_FALSE(IsDeveloped("{image: 'shop:1', environment: {APP_DEBUG: '${APP_DEBUG:-false}'}}"));
  CHECK_FALSE(IsDeveloped("{image: 'axllent/mailpit:v1', profiles: [debug]}"));
}

}  // namespace
}  // namespace gonogo
