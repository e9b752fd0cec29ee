#include "analyzer/classify/classifier.h"

#include <catch2/catch.hpp>
#include <string>

namespace gonogo {
namespace {

using enum FileKind;
using enum FileRole;

struct Row {
  std::string path;
  std::string text;
  FileKind kind;
  FileRole role;
};

template <std::size_t kCount>
void CheckRows(const Row (&rows)[kCount]) {
  for (const Row& row : rows) {
    const SourceFile file = Classify(row.path, row.text);
    INFO(row.path << ": " << InfoOf(file.kind).name << ", " << NameOf(file.role));
    CHECK(InfoOf(file.kind).name == InfoOf(row.kind).name);
    CHECK(NameOf(file.role) == NameOf(row.role));
    CHECK(file.path == row.path);
  }
}

// clang-format off
TEST_CASE("a name settles the kind") {
  const Row rows[] = {
      {"Dockerfile", "", kDockerfile, kProduct},
      {"deploy/Dockerfile.prod", "", kDockerfile, kProduct},
      {"deploy/dockerfile-arm64", "", kDockerfile, kProduct},
      {"api.dockerfile", "", kDockerfile, kProduct},
      {"Containerfile", "", kDockerfile, kProduct},
      {"Dockerfile.dockerignore", "node_modules\n", kUnknown, kProduct},
      {"tools/Dockerfile.py", "import os\nprint(os)\n", kPython, kProduct},
      {"tools/Dockerfile.py", "# slim\nFROM python:3.12\nRUN pip install x\n", kDockerfile, kProduct},
      {"Makefile", "", kMakefile, kProduct},
      {"GNUmakefile", "", kMakefile, kProduct},
      {"src/Makefile.am", "", kMakefile, kProduct},
      {"src/Makefile.in", "", kMakefile, kProduct},
      {"build/rules.mk", "", kMakefile, kProduct},
      {"CMakeLists.txt", "", kCMake, kProduct},
      {"cmake/config.cmake.in", "", kCMake, kProduct},
      {"Jenkinsfile", "", kGroovy, kProduct},
      {"ci/Jenkinsfile-release", "", kGroovy, kProduct},
      {"Vagrantfile", "", kRuby, kProduct},
      {"Rakefile", "", kRuby, kProduct},
      {"Gemfile", "", kRuby, kProduct},
      {"config.ru", "", kRuby, kProduct},
      {"BUILD", "", kStarlark, kProduct},
      {"build", "#!/bin/sh\nmake\n", kShell, kProduct},
      {"Procfile", "web: gunicorn app\n", kYaml, kProduct},
      {".env", "", kDotenv, kProduct},
      {".env.production", "", kDotenv, kProduct},
      {".env-local", "", kDotenv, kProduct},
      {"config/prod.env", "", kDotenv, kProduct},
      {"env.production", "", kDotenv, kProduct},
      {".env.js", "", kJavaScript, kProduct},
      {"env.d.ts", "", kTypeScript, kProduct},
      {".envrc", "", kShell, kProduct},
      {".npmrc", "", kNpmrc, kProduct},
      {".netrc", "", kNetrc, kProduct},
      {"home/_netrc", "", kNetrc, kProduct},
      {"nginx.conf", "", kNginx, kProduct},
      {"proxy/haproxy.cfg", "", kHaproxy, kProduct},
      {"public/.htaccess", "", kApache, kProduct},
      {"docker-compose.override.yml", "", kYaml, kProduct},
      {"infra/prod.auto.tfvars", "", kHcl, kProduct},
      {"infra/main.tf", "", kHcl, kProduct},
      {"infra/terraform.tfstate.backup", "{}", kJson, kProduct},
      {".babelrc", "{\"presets\": []}", kJson, kProduct},
      {".eslintrc", "root: true\n", kYaml, kProduct},
      {".eslintrc.js", "", kJavaScript, kProduct},
      {"go.mod", "module x\n", kText, kProduct},
      {"Caddyfile", "", kCaddy, kProduct},
      {"default.vcl", "", kVarnish, kProduct},
      {"etc/crontab", "", kCron, kProduct},
      {".pypirc", "", kIni, kProduct},
      {".gitlab-ci.yml", "", kYaml, kProduct},
      {"db/schema.prisma", "", kPrisma, kProduct},
  };
  CheckRows(rows);
}

TEST_CASE("an extension settles the kind, whatever its case and wrapping") {
  const Row rows[] = {
      {"src/Main.JAVA", "", kJava, kProduct},
      {"a/b.CPP", "", kCpp, kProduct},
      {"kernel/head.S", "", kAssembly, kProduct},
      {"lib/x.c++", "", kCpp, kProduct},
      {"gpu/k.cu", "", kCpp, kProduct},
      {"App.csproj", "", kXml, kProduct},
      {"Pages/Index.cshtml", "", kHtml, kProduct},
      {"app/views/users/show.html.erb", "", kHtml, kProduct},
      {"templates/deploy.yaml.j2", "", kYaml, kProduct},
      {"roles/web/templates/nginx.conf.j2", "", kNginx, kProduct},
      {"chart/templates/_helpers.tpl", "{{- define \"x\" -}}\n", kTemplate, kProduct},
      {"views/index.twig", "", kTemplate, kProduct},
      {"pages/license.twig", "", kTemplate, kProduct},
      {"unit/app.service.in", "[Unit]\nDescription=x\n", kSystemd, kProduct},
      {"config.php.bak", "", kPhp, kProduct},
      {"settings.py~", "", kPython, kProduct},
      {"db/dump.sql.old", "", kSql, kProduct},
      {"var/access.log.1", "", kLog, kProduct},
      {"include/config.h.in", "#undef HAVE_X\n", kC, kProduct},
      {"deploy/values.yaml.tmpl.tmpl", "", kYaml, kProduct},
      {"x.graphqls", "", kGraphQl, kProduct},
      {"main.bicep", "", kBicep, kProduct},
      {"policy.rego", "", kRego, kProduct},
      {"defs.bzl", "", kStarlark, kProduct},
      {"Component.vue", "", kVue, kProduct},
      {"Widget.svelte", "", kSvelte, kProduct},
      {"run.ps1", "", kPowerShell, kProduct},
      {"run.CMD", "", kBatch, kProduct},
      {"board.dtsi", "", kDeviceTree, kProduct},
      {"analysis.ipynb", "{}", kJupyter, kProduct},
      {"data.tsv", "", kCsv, kProduct},
      {"fix.patch", "", kDiff, kProduct},
      {"token.sol", "", kSolidity, kProduct},
      {"requests.http", "", kHttp, kExample},
      {"server.mts", "", kTypeScript, kProduct},
      {"gradle.properties", "", kProperties, kProduct},
      {"build.gradle.kts", "", kKotlin, kProduct},
      {"pyproject.toml", "", kToml, kProduct},
      {"thing.unheard", "some words\n", kUnknown, kProduct},
      {"\xff\xfe\n.py", "", kPython, kProduct},
      {std::string(300, 'a') + ".go", "", kGo, kProduct},
      {"", "", kUnknown, kProduct},
      {"dir/", "", kUnknown, kProduct},
      {".", "", kUnknown, kProduct},
  };
  CheckRows(rows);
}

TEST_CASE("a first line or a modeline tells the language of a script") {
  const Row rows[] = {
      {"bin/run", "#!/bin/sh\n", kShell, kProduct},
      {"bin/run", "#!/usr/bin/env bash\n", kShell, kProduct},
      {"bin/run", "#! /usr/bin/env -S python3 -u\n", kPython, kProduct},
      {"bin/run", "#!/usr/bin/env -Spython3.11 -u\n", kPython, kProduct},
      {"bin/run", "#!/usr/bin/env -i -u HOME LANG=C node18\n", kJavaScript, kProduct},
      {"bin/run", "#!/usr/bin/env -S uv run --script\n", kPython, kProduct},
      {"bin/run", "#!/usr/bin/env -S deno run --allow-net\n", kTypeScript, kProduct},
      {"bin/run", "#!/usr/local/bin/ruby2.7 -w\n", kRuby, kProduct},
      {"bin/run", "#!/usr/bin/perl5.30.0\n", kPerl, kProduct},
      {"bin/run", "#!/usr/bin/php8.1\n", kPhp, kProduct},
      {"bin/run", "#!/usr/bin/lua5.3\n", kLua, kProduct},
      {"bin/run", "#!/usr/bin/env Rscript\n", kR, kProduct},
      {"bin/run", "#!/usr/bin/awk -f\n", kAwk, kProduct},
      {"bin/run", "#!/opt/strange\n", kUnknown, kProduct},
      {"bin/run", "#!", kUnknown, kProduct},
      {"bin/run", "#!/usr/bin/env", kUnknown, kProduct},
      {"bin/run", "# -*- mode: python; coding: utf-8 -*-\n", kPython, kProduct},
      {"bin/run", "# -*- ruby -*-\n", kRuby, kProduct},
      {"bin/run", "# -*- coding: utf-8 -*-\n", kUnknown, kProduct},
      {"conf.d/site", "# vim: set ft=nginx:\nx;\n", kNginx, kProduct},
      {"bin/run", std::string(2000, '\n') + "# vim: ts=2 filetype=yaml\n", kYaml, kProduct},
      {"install", "#!/bin/bash\n", kShell, kProduct},
      {"INSTALL", "Run make install.\n", kText, kDocumentation},
      {"cgi/form.cgi", "#!/usr/bin/perl\n", kPerl, kProduct},
      {"run.sh", "#!/usr/bin/python3\n", kShell, kProduct},
  };
  CheckRows(rows);
}

TEST_CASE("the text decides where the name is ambiguous") {
  const Row rows[] = {
      {"a.h", "#ifndef A_H\nint f(void);\n", kC, kProduct},
      {"a.h", "#include <vector>\n", kCpp, kProduct},
      {"a.h", "#include <stdio.h>\n#include <sys/types.h>\n", kC, kProduct},
      {"a.h", "namespace a {\n", kCpp, kProduct},
      {"a.h", "  class API Shape final : public Base {\n", kCpp, kProduct},
      {"a.h", "template <class T>\n", kCpp, kProduct},
      {"a.h", "/*\nclass Foo;\nnamespace x {\n*/\nint x;\n", kC, kProduct},
      {"a.h", "/* -\n class of devices\n namespace of the task\n*/\n", kC, kProduct},
      {"a.h", "#ifdef __cplusplus\nextern \"C\" {\nnamespace x {}\n#endif\nint f(void);\n", kC, kProduct},
      {"a.h", "#ifdef __cplusplus\n#endif\nclass X;\n", kCpp, kProduct},
      {"a.h", "#import <UIKit/UIKit.h>\n", kObjectiveC, kProduct},
      {"a.h", "@interface A : NSObject\n", kObjectiveC, kProduct},
      {"a.h", "// -*- C++ -*-\n", kCpp, kProduct},
      {"a.h", "struct class *class;\n", kC, kProduct},
      {"a.m", "#import \"A.h\"\n@implementation A\n@end\n", kObjectiveC, kProduct},
      {"a.m", "% plots\nfunction y = f(x)\n#if\n", kUnknown, kProduct},
      {"a.pl", "use strict;\nmy $x = 1;\n", kPerl, kProduct},
      {"a.pl", ":- module(a, [b/1]).\n", kUnknown, kProduct},
      {"de.ts", "<?xml version=\"1.0\"?>\n<!DOCTYPE TS>\n", kXml, kProduct},
      {"de.ts", "export const x = 1;\n", kTypeScript, kProduct},
      {"a.r", "x <- 1\n", kR, kProduct},
      {"a.r", "REBOL [Title: \"x\"]\n", kUnknown, kProduct},
      {"a.fs", "module A\nlet x = 1\n", kFSharp, kProduct},
      {"a.fs", "#version 330\nvoid main() {}\n", kUnknown, kProduct},
      {"alert.rules", "groups:\n- name: shop\n", kYaml, kProduct},
      {"firestore.rules", "service cloud.firestore {\n}\n", kUnknown, kProduct},
      {"a.conf", "upstream api {\n  server a:1;\n}\n", kNginx, kProduct},
      {"a.conf", "server {\n  listen 80;\n}\n", kNginx, kProduct},
      {"a.conf", "<VirtualHost *:80>\n", kApache, kProduct},
      {"a.conf", "[main]\nx = 1\n", kIni, kProduct},
      {"a.conf", "maxmemory 1gb\nsave 900 1\n", kIni, kProduct},
      {"mongod.conf", "storage:\n  dbPath: /data\nnet:\n  port: 27017\n", kYaml, kProduct},
      {"fonts.conf", "<?xml version=\"1.0\"?>\n<x/>\n", kXml, kProduct},
      {"lb.cfg", "global\n  maxconn 10\nfrontend web\n  bind *:80\n", kHaproxy, kProduct},
      {"a.cfg", "[metadata]\nname = x\n", kIni, kProduct},
      {"web.config", "<configuration></configuration>", kXml, kProduct},
      {"a.inc", "<html><?php echo 1; ?>", kPhp, kProduct},
      {"a.inc", "#define A 1\n", kC, kProduct},
      {"a.service", "[Unit]\nDescription=x\n", kSystemd, kProduct},
      {"a.target", "no unit\n", kUnknown, kProduct},
      {"tls.key", "-----BEGIN " "CERTIFICATE-----\n", kPem, kProduct},
      {"id_ed25519", "-----BEGIN " "OPENSSH THING-----\n", kPem, kProduct},
      {"tls.key", "words", kUnknown, kProduct},
      {"config", "{\"a\": 1}", kJson, kProduct},
      {"config", "{\"a\", 1}", kUnknown, kProduct},
      {"config", "[1, 2]", kJson, kProduct},
      {"config", "[default]\nregion = eu\n", kIni, kProduct},
      {"config", "<?xml version=\"1.0\"?>", kXml, kProduct},
      {"config", "---\napiVersion: v1\nkind: Config\n", kYaml, kProduct},
      {"config", "apiVersion: v1\nclusters:\n- cluster:\n    server: x\n", kYaml, kProduct},
      {"config", "Note: this is prose\nthat goes on.\n", kUnknown, kProduct},
      {"sites-available/default", "server {\n    listen 80;\n}\n", kNginx, kProduct},
      {"legacy.cls", "VERSION 1.0 CLASS\n", kVisualBasic, kProduct},
      {"a.t", "use Test::More;\n", kPerl, kTest},
  };
  CheckRows(rows);
}
// clang-format on

TEST_CASE("a large head costs no crash") {
  const std::string open(100000, '[');
  CHECK(Classify("x", open).kind == kJson);
  CHECK(Classify("x", std::string(100000, '{')).kind == kUnknown);
  CHECK(Classify("x.h", std::string(100000, '#')).kind == kC);
  CHECK(Classify("x.conf", std::string(100000, '\n')).kind == kIni);
  CHECK(Classify(std::string(100000, '/'), "").kind == kUnknown);
}

}  // namespace
}  // namespace gonogo
