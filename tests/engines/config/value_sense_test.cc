#include "analyzer/engines/config/value_sense.h"

#include <catch2/catch.hpp>
#include <string_view>
#include <vector>

namespace gonogo {
namespace {

struct Row {
  std::string_view text;
  ConfigSense sense;
  bool expected;
};

TEST_CASE("values have the sense that words ask for") {
  const std::vector<Row> rows = {
      {"nginx", ConfigSense::kFloatingImage, true},
      {"nginx:latest", ConfigSense::kFloatingImage, true},
      {"nginx:stable", ConfigSense::kFloatingImage, true},
      {"nginx:1.27", ConfigSense::kFloatingImage, false},
      {"redis:alpine", ConfigSense::kFloatingImage, true},
      {"node:lts-slim", ConfigSense::kFloatingImage, true},
      {"mariadb:lts-ubi9", ConfigSense::kFloatingImage, true},
      {"shop/api:release", ConfigSense::kFloatingImage, true},
      {"shop/api:release-1.4", ConfigSense::kFloatingImage, false},
      {"node:22-slim", ConfigSense::kFloatingImage, false},
      {"debian:bookworm-slim", ConfigSense::kFloatingImage, false},
      {"registry:5000/nginx", ConfigSense::kUntaggedImage, true},
      {"registry:5000/nginx:1", ConfigSense::kUntaggedImage, false},
      {"nginx@sha256:00", ConfigSense::kUntaggedImage, false},
      {"nginx@sha256:00", ConfigSense::kPinnedImage, true},
      {"shop:${TAG}", ConfigSense::kFloatingImage, false},
      {"gcr.io/distroless/base:nonroot", ConfigSense::kFloatingImage, true},
      {"gcr.io/distroless/base-debian12:debug-nonroot", ConfigSense::kFloatingImage, true},
      {"shop:${TAG:-latest}", ConfigSense::kFloatingImage, true},
      {"shop:${TAG:-1.4}", ConfigSense::kFloatingImage, false},
      {"${IMAGE:-shop/api}", ConfigSense::kUntaggedImage, true},
      {"shop:latest-jdk21", ConfigSense::kFloatingImage, true},
      {"shop:nightly-slim", ConfigSense::kFloatingImage, true},
      {"shop:nightly-20250301", ConfigSense::kFloatingImage, false},
      {"up", ConfigSense::kUncheckedPromql, true},
      {"up == 0", ConfigSense::kUncheckedPromql, false},
      {"pg_index_size{name=~\".*ccnew\"}", ConfigSense::kUncheckedPromql, false},
      {"absent(up)", ConfigSense::kUncheckedPromql, false},
      {"sum by (job) (up == 0)", ConfigSense::kUncheckedPromql, false},
      {"up == bool 0", ConfigSense::kUncheckedPromql, true},
      {"a unless b", ConfigSense::kUncheckedPromql, false},
      {"a and b > 1", ConfigSense::kUncheckedPromql, false},
      {"a and b", ConfigSense::kUncheckedPromql, true},
      {"a{state=\"down\"} and on (host) b{state=\"up\"}", ConfigSense::kUncheckedPromql, false},
      {"errors_total > 5", ConfigSense::kRawCounterPromql, true},
      {"sum(errors_total) > 5", ConfigSense::kRawCounterPromql, true},
      {"rate(errors_total[5m]) > 5", ConfigSense::kRawCounterPromql, false},
      {"node_memory_total > 5", ConfigSense::kRawCounterPromql, false},
      {"rate(a{code=\"500\"}[5m]) / rate(a[5m]) > 0.1", ConfigSense::kSelfRatioPromql, true},
      {"rate(a{code=\"500\"}[5m]) > rate(a[5m]) * 0.3", ConfigSense::kSelfRatioPromql, true},
      {"sum(rate(a{code=\"500\"}[5m])) / sum(rate(a[5m])) > 0.1", ConfigSense::kSelfRatioPromql,
       false},
      {"rate(a{code=\"500\"}[5m]) / ignoring(code) rate(a[5m])", ConfigSense::kSelfRatioPromql,
       false},
      {"rate(a[5m]) > rate(a[5m] offset 1h) * 3", ConfigSense::kSelfRatioPromql, false},
      {"rate(a[5m]) / rate(a[1h]) > 3", ConfigSense::kSelfRatioPromql, false},
      {"rate(misses[5m]) / rate(asked[5m]) > 0.5", ConfigSense::kSelfRatioPromql, false},
      {"sum(rate(a{code=\"500\"}[5m])) / sum(rate(a[5m])) > 0.1",
       ConfigSense::kUnguardedSharePromql, true},
      {"(sum by (x) (rate(a{code=\"500\"}[5m])) / sum by (x) (rate(a[5m]))) * 100 > 5",
       ConfigSense::kUnguardedSharePromql, true},
      {"sum(rate(a{code=\"500\"}[5m])) / sum(rate(a[5m])) > 0.1 and sum(rate(a[5m])) > 1",
       ConfigSense::kUnguardedSharePromql, false},
      {"sum(rate(shop_errors_total[5m])) / sum(rate(shop_requests_total[5m])) > 0.1",
       ConfigSense::kUnguardedSharePromql, true},
      {"sum(rate(misses[5m])) / sum(rate(asked[5m])) > 0.5", ConfigSense::kUnguardedSharePromql,
       false},
      {"sum(used) / sum(size) > 0.9", ConfigSense::kUnguardedSharePromql, false},
      {"sum(", ConfigSense::kBrokenPromql, true},
      {"sum(up)", ConfigSense::kBrokenPromql, false},
      {"ops@example.com", ConfigSense::kPlaceholder, true},
      {"<webhook>", ConfigSense::kPlaceholder, true},
      {"DB_PASSWORD", ConfigSense::kSecretName, true},
      {"http://localhost:80", ConfigSense::kLocalAddress, true},
      {"{{ .Values.x }}", ConfigSense::kReference, true},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(HasSense(row.text, row.sense) == row.expected);
  }
}

TEST_CASE("tags that name an environment move with it") {
  for (const std::string_view image : {"shop/api:prod", "shop/api:v3-prod-eu", "shop/api:staging"})
    CHECK(HasSense(image, ConfigSense::kFloatingImage));
  for (const std::string_view image :
       {"shop/api:prod-1.4", "shop/api:staging-4f2a91c", "shop/api:productive"})
    CHECK_FALSE(HasSense(image, ConfigSense::kFloatingImage));
}

TEST_CASE("variables with defaults are their defaults where nobody says otherwise") {
  struct Default {
    std::string_view text, filled;
    bool holds;
  };
  const std::vector<Default> rows = {
      {"shop:${TAG:-1.4}", "shop:1.4", true},
      {"${HOST-db}:${PORT:-5432}", "db:5432", true},
      {"shop:${TAG}", "shop:${TAG}", false},
      {"${TAG:?say which}", "${TAG:?say which}", false},
      {"shop:${TAG:-1.4", "shop:${TAG:-1.4", true},
      {"$$", "$$", false},
  };
  for (const Default& row : rows) {
    INFO(row.text);
    CHECK(WithDefaults(row.text) == row.filled);
    CHECK(HoldsDefault(row.text) == row.holds);
  }
}

TEST_CASE("what is written beside variables is known, what an expression chooses is not") {
  struct Part {
    std::string_view text, parts;
  };
  const std::vector<Part> rows = {
      {"\"${var.name}-backups\"", "\x01-backups"},
      {"${a.b[\"${c}\"]}-x-${d}", "\x01-x-\x01"},
      {"{{ include \"shop.name\" . }}-db", "\x01-db"},
      {"var.name", ""},
      {"format(\"${a}-x\", b)", ""},
      {"a ? \"${b}-data\" : \"${b}-logs\"", ""},
      {"{{ if .prod }}prod{{ end }}", ""},
      {"%{ if a }${b}%{ endif }", ""},
      {"${open", ""},
      {"plain", ""},
  };
  for (const Part& row : rows) {
    INFO(row.text);
    CHECK(WrittenParts(row.text) == row.parts);
  }
}

}  // namespace
}  // namespace gonogo
