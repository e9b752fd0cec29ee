#include "analyzer/engines/config/retired.h"

#include <catch2/catch.hpp>

namespace gonogo {
namespace {

TEST_CASE("what is kept and deployed no more lies in folders that say so") {
  CHECK(IsRetired("_archive/app/deployment.yaml"));
  CHECK(IsRetired("jobs/alerts-attic/templates/router.yml"));
  CHECK(IsRetired("deploy/Deprecated/app.yaml"));
  CHECK(IsRetired("charts/kafka-dev/templates/deployment.yaml"));
  CHECK(IsRetired("docker/devenv/files/nginx.conf"));
  CHECK(IsRetired("demo-setups/compose.yaml"));
  CHECK(IsRetired("deploy/kind/api.yaml"));
  CHECK_FALSE(IsRetired("deploy/mankind/api.yaml"));
  CHECK(IsRetired("starters/web/templates/deployment.yaml"));
  CHECK(IsRetired("api/.localstack/Dockerfile"));
  CHECK(IsRetired("env/local/nginx.conf"));
  CHECK_FALSE(IsRetired("rootfs/usr/local/etc/nginx.conf"));
  CHECK_FALSE(IsRetired("demography/compose.yaml"));
  CHECK_FALSE(IsRetired("dev/deployment.yaml"));
  CHECK_FALSE(IsRetired("archiver/deployment.yaml"));
  CHECK_FALSE(IsRetired("deploy/archive.yaml"));
  CHECK_FALSE(IsRetired("web-archive-api/deployment.yaml"));
}

}  // namespace
}  // namespace gonogo
