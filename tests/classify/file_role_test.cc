#include <catch2/catch.hpp>
#include <string>

#include "analyzer/classify/classifier.h"

namespace gonogo {
namespace {

using enum FileRole;

struct Row {
  std::string path;
  FileRole role;
  std::string text = {};
};

template <std::size_t kCount>
void CheckRoles(const Row (&rows)[kCount]) {
  for (const Row& row : rows) {
    INFO(row.path << "\n" << row.text.substr(0, 200));
    CHECK(NameOf(Classify(row.path, row.text).role) == NameOf(row.role));
  }
}

// clang-format off
TEST_CASE("directories and names make tests") {
  const Row rows[] = {
      {"test/a.py", kTest}, {"src/tests/b.rb", kTest}, {"web/__tests__/a.jsx", kTest}, {"e2e/login.ts", kTest},
      {"pkg/testdata/a.yaml", kTest}, {"app/fixtures/users.json", kTest}, {"src/test/java/a/B.java", kTest},
      {"integration-tests/pom.xml", kTest}, {"app/src/androidTest/kotlin/A.kt", kTest}, {"src/jvmTest/kotlin/A.kt", kTest},
      {"tests/Shop.UnitTests/A.cs", kTest}, {"src/Shop.UnitTests/A.cs", kTest}, {"ShopUITests/A.swift", kTest},
      {"apps/web-e2e/cypress.json", kTest}, {"spec/models/user_spec.rb", kTest}, {"spec/helpers.rb", kTest},
      {"spec/dummy/config/database.yml", kTest},
      {"server_test.go", kTest}, {"lib/test_user.py", kTest}, {"lib/user_test.py", kTest}, {"conftest.py", kTest},
      {"src/a.test.ts", kTest}, {"src/a.spec.js", kTest}, {"src/a.cy.ts", kTest}, {"src/app.e2e-spec.ts", kTest},
      {"core/OrderTest.java", kTest}, {"core/OrderTests.cs", kTest}, {"core/OrderIT.java", kTest}, {"core/TestOrder.java", kTest},
      {"app/user_spec.rb", kTest}, {"base/file_test.cc", kTest}, {"base/FileTest.cpp", kTest}, {"core/OrderSpec.scala", kTest},
      {"a/b.bats", kTest}, {"checkout.feature", kTest}, {".env.test", kTest}, {"src/main2/resources/application-test.yml", kTest},
      {"docker-compose.test.yml", kTest}, {"jest.config.js", kTest}, {"phpunit.xml.dist", kTest}, {"lib/foo_test.exs", kTest},
      {"t/data/keys/joe.key", kTest}, {"session/stub/jwks.json", kTest}, {"dev/cypress/setup.sh", kTest}, {"bin/e2e.sh", kTest},
      {"docker-compose.e2e.shop.yaml", kTest}, {"compose.integration-tests.yml", kTest}, {"docker-compose-ci.yml", kTest},
      {"shop-testing/src/main/resources/tls.pem", kTest}, {".dredd/hooks/main.go", kTest}, {"docker/test-images/mysql/install.sh", kTest}, {"data/test3.sh", kTest}, {"pkg/pgtesting/compose.yml", kTest}, {"src/DataFixtures/UserFixtures.php", kTest}, {"src/abtesting/split.go", kProduct},
      {"tests/seed.sql", kTest}, {"store/test-files/dump.sql", kTest},
      {"roles/db/molecule/default/converge.yml", kTest}, {"testrig/models.go", kTest}, {"src/Shop.Tests.Integration/Env.cs", kTest}, {"orders-test/src/main/java/acme/A.java", kTest}, {"lib/ppkTestUtils.ts", kTest}, {"e2e-playground/compose.yml", kTest}, {"script/init_users_for_test.sql", kTest}, {"shop-test-secrets/private.pem", kTest}, {"templates/test-databases.yaml", kTest}, {"src/Domain/TestData.cs", kTest}, {"service/e2etest_service.go", kTest}, {"internal/acceptance/config.yaml", kTest},
      {"integration/tls/ca-key.pem", kTest}, {"docker/mock-oidc/clients.json", kTest}, {"internal/test-certs/ca.key", kTest},
  };
  CheckRoles(rows);
}

TEST_CASE("what only resembles a test is product") {
  const Row rows[] = {
      {"latest/a.py", kProduct}, {"contest.py", kProduct}, {"attestation/a.go", kProduct}, {"src/latest.js", kProduct},
      {"packages/test-utils/src/index.ts", kProduct}, {"core/Latest.java", kProduct}, {"core/Testament.java", kProduct},
      {"contests/a.py", kProduct}, {"core/Test.java", kProduct}, {"protest/a.ts", kProduct}, {"core/AUDIT.java", kProduct},
      {"core/PodSpec.java", kProduct}, {"spec/openapi.yaml", kProduct}, {"api/specs/events.json", kProduct},
      {"api/user.spec.yaml", kProduct}, {"lib/greatest.rb", kProduct}, {"cmd/testing.go", kProduct}, {"test_load.go", kProduct},
      {"src/main/java/com/acme/test/Order.java", kProduct}, {"src/main/java/com/acme/ABTest.java", kProduct},
      {".github/workflows/test.yml", kProduct}, {".github/workflows/integration-test.yml", kProduct},
      {"src/integration/slack.py", kProduct}, {"app/testimonials/index.ts", kProduct}, {"apps/speed-test/a.ts", kProduct},
      {"src/main/java/com/acme/acceptance/Terms.java", kProduct},
      {"deploy/compose.contest.yml", kProduct}, {"src/devtools.ts", kProduct}, {"inspect/a.py", kProduct},
  };
  CheckRoles(rows);
}

TEST_CASE("examples and documentation") {
  const Row rows[] = {
      {"examples/a.py", kExample}, {"docs/examples/a.py", kExample}, {"demo/app.js", kExample}, {"samples/x/Program.cs", kExample},
      {".env.example", kExample}, {".examples/compose/a.yaml", kExample}, {".env.template", kExample}, {".env.dist", kExample}, {"config.yml.sample", kExample},
      {"config.example.yml", kExample}, {"secrets-example.yaml", kExample}, {"quickstart/app.py", kExample},
      {"appsettings.sample.json", kExample}, {"env.example", kExample}, {"shop-examples/a.py", kExample},
      {"demo-setups/compose.yaml", kExample}, {"java-shop-example/conf/app.conf", kExample},
      {"contrib/example-config/shop.json", kExample}, {"src/users.http", kExample}, {"api.docs/users.md", kDocumentation}, {"Button.stories.tsx", kExample},
      {"examples/shop/src/main/java/com/acme/A.java", kExample}, {"settings.php.dist", kExample},
      {"src/main/java/com/example/demo/Application.java", kProduct}, {"src/com/example/App.java", kProduct},
      {"src/Identity/Quickstart/Login.cs", kProduct}, {"net/sched/act_sample.c", kProduct}, {"src/sample.c", kProduct},
      {"templates/nginx.conf.template", kProduct}, {"resample/a.py", kProduct},
      {"docs/conf.py", kDocumentation}, {"doc/x.html", kDocumentation}, {"README.md", kDocumentation}, {"README", kDocumentation},
      {"a/b/notes.rst", kDocumentation}, {"guide.adoc", kDocumentation}, {"CHANGELOG", kDocumentation}, {"man/a.1", kDocumentation},
      {"LICENSE-APACHE", kDocumentation}, {"COPYING.LIB", kDocumentation}, {"LICENSE.txt", kDocumentation},
      {"src/docs/service.go", kProduct}, {"history.py", kProduct}, {"install.sh", kProduct}, {"requirements.txt", kProduct},
      {"robots.txt", kProduct}, {"configs/security.config", kProduct}, {"license.twig", kProduct},
  };
  CheckRoles(rows);
}

TEST_CASE("lock files, vendored and minified code") {
  const std::string long_line(2000, 'x');
  std::string licence = "/*!\n";
  for (int line = 0; line < 40; ++line) licence += " * Copyright of the library\n";
  std::string written;
  for (int line = 0; line < 400; ++line) written += "  call(with, some, arguments);\n";
  const Row rows[] = {
      {"package-lock.json", kLockFile}, {"web/yarn.lock", kLockFile}, {"pnpm-lock.yaml", kLockFile}, {"Cargo.lock", kLockFile},
      {"go.sum", kLockFile}, {"poetry.lock", kLockFile}, {"uv.lock", kLockFile}, {"Gemfile.lock", kLockFile},
      {"composer.lock", kLockFile}, {"flake.lock", kLockFile}, {".terraform.lock.hcl", kLockFile}, {"bun.lock", kLockFile},
      {"deno.lock", kLockFile}, {"mix.lock", kLockFile}, {"pubspec.lock", kLockFile}, {"ios/Podfile.lock", kLockFile},
      {"gradle.lockfile", kLockFile}, {"packages.lock.json", kLockFile}, {"node_modules/a/package-lock.json", kLockFile},
      {"src/lock.json", kProduct}, {"door.lock", kProduct},
      {"vendor/github.com/x/y/z.go", kVendored}, {"vendor/x/y_test.go", kVendored}, {"third_party/zlib/inflate.c", kVendored},
      {"web/node_modules/a/index.js", kVendored}, {"ios/Pods/A/A.m", kVendored}, {"external/zlib/a.c", kVendored},
      {"deps/v8/a.cc", kVendored}, {"lib/python3/site-packages/x.py", kVendored}, {".yarn/releases/yarn-4.cjs", kVendored},
      {"wwwroot/lib/bootstrap/a.js", kVendored}, {"static/jquery-3.6.0.js", kVendored}, {"js/jquery.js", kVendored, licence + "*/\n"},
      {"gradlew", kVendored, "#!/bin/sh\n"}, {"db/sqlite3.c", kVendored},
      {"src/httplib.h", kVendored}, {"src/net/mongoose.c", kVendored},
      {"src/my_mongoose.c", kProduct}, {"httplib.h", kProduct},
      {"src/external/api_client.py", kProduct}, {"external/client.py", kProduct}, {"core/deps/libevent/http.c", kVendored}, {"src/deps/a.ts", kProduct},
      {"src/vendor/vendor.service.ts", kProduct}, {"src/main/java/com/acme/vendor/Payment.java", kProduct},
      {"resources/js/bootstrap.js", kProduct, "import axios from 'axios';\n"}, {"src/utils/moment.js", kProduct, "export {};\n"},
      {"vendors_list/a.py", kProduct},
      {"js/app.min.js", kMinified}, {"css/site.min.css", kMinified}, {"vendor/a.min.js", kMinified}, {"js/app-min.js", kMinified},
      {"js/app.js", kMinified, long_line}, {"js/app.js", kMinified, licence + "*/\n" + long_line + long_line + long_line + long_line + long_line},
      {"js/app.js", kProduct, written}, {"js/app.js", kProduct, written + long_line + written}, {"js/admin.js", kProduct, "x"},
      {"a.json", kProduct, long_line},
  };
  CheckRoles(rows);
}

TEST_CASE("generated code") {
  const Row rows[] = {
      {"api/user.pb.go", kGenerated}, {"api/user.pb.cc", kGenerated}, {"api/user_pb2.py", kGenerated}, {"api/user_pb2_grpc.py", kGenerated},
      {"lib/user.g.dart", kGenerated}, {"lib/user.freezed.dart", kGenerated}, {"Form.Designer.cs", kGenerated}, {"moc_window.cpp", kGenerated}, {"ui_window.h", kGenerated}, {"src/ui_curses.c", kProduct}, {"tpkg/cutest/cutest_event.c", kTest},
      {"app.js.map", kMinified, "{\"version\": 3}"}, {"app.min.js.map", kMinified, "{\"version\": 3}"}, {"src/__generated__/a.ts", kGenerated},
      {"dist/index.js", kGenerated}, {"pkg/zz_generated.deepcopy.go", kGenerated}, {"tests/a.pb.go", kGenerated},
      {"a.go", kGenerated, "// Code generated by mockgen. DO NOT EDIT.\npackage a\n"},
      {"a.go", kGenerated, "// Copyright\n\n// Code generated by x; DO NOT EDIT.\n"},
      {"a.js", kGenerated, "/**\n * @generated\n */\n"}, {"a.cs", kGenerated, "// <auto-generated>\n"},
      {"a.py", kGenerated, "# Generated by the protocol buffer compiler.  DO NOT EDIT!\n"},
      {"A.java", kGenerated, "@Generated(\"x\")\npublic class A {\n"}, {"a.c", kGenerated, "/* Automatically generated by bison */\n"},
      {"compose.tmpl.yml", kProduct, "# auto generated by x\n# don't edit this\nservices: {}\n"},
      {"a.rb", kGenerated, "# This file is auto-generated from the current state of the database.\n"},
      {"a.h", kGenerated, "/*\n * Generated by mk-regs;\n * do not modify.\n */\n"}, {"a.yaml", kGenerated, "# Code generated by gen. DO NOT EDIT.\n"},
      {"a.go", kProduct, "package a\n\nconst x = \"Code generated by y. DO NOT EDIT.\"\n"},
      {"A.java", kProduct, "@Entity\nclass A {\n  @GeneratedValue\n  // @GeneratedValue\n"},
      {"a.c", kProduct, "// returns an auto-generated id\n"}, {"a.c", kProduct, "// the table will be automatically generated by x\n"},
      {"a.py", kProduct, "# Generated by Django 4.2\n"}, {".gitignore", kProduct, "# Autogenerated files\n*.o\n"},
      {"a.c", kProduct, std::string(30, '\n') + "// Code generated by x. DO NOT EDIT.\n"}, {"clk-generated.c", kProduct},
      {"src/dist/a.js", kProduct}, {"dist/run.sh", kProduct},
  };
  CheckRoles(rows);
}
// clang-format on

}  // namespace
}  // namespace gonogo
