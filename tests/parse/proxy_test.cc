#include <catch2/catch.hpp>

#include "analyzer/parse/haproxy.h"
#include "analyzer/parse/nginx.h"
#include "analyzer/parse/templated.h"
#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

void Expect(const ConfigTree& tree, const std::string& expected, const std::string& error = "") {
  CAPTURE(tree.text());
  CheckTree(tree);
  CHECK(TreeText(tree) == expected);
  const std::vector<std::string> errors = ErrorTexts(tree);
  CHECK((errors.empty() ? std::string() : errors.front()) == error);
}

TEST_CASE("nginx") {
  Expect(ParseNginx(""), "{}");
  Expect(ParseNginx("user x; # c\nevents {}\nhttp {\n  server {\n    listen 80 ssl;\n  }\n}\n"),
         "{user: x, events: {}, http: {server: {listen: [80, ssl]}}}");
  Expect(ParseNginx("location ~ \\.php$ { a 'b;c' \"d\\\"e\"; }\nlocation / { internal; }\n"),
         "{location: {~ \\.php$: {a: [\"b;c\", \"d\"e\"]}}, location: {/: {internal: ~}}}");
  Expect(ParseNginx("set $a ${b}c;\nif ($x = \"y\") { return 1; }\n"),
         "{set: [$a, ${b}c], if: {($x = \"y\"): {return: 1}}}");
  Expect(ParseNginx("a_by_lua_block { x = { '}' } -- }\n}\nb c;\n"),
         "{a_by_lua_block: ?{ x = { '}' } -- }\\n}, b: c}");
  Expect(ParseNginx("listen {PORT} a{B_1}c;\nd {}\n"), "{listen: [{PORT}, a{B_1}c], d: {}}");
  Expect(ParseNginx("a b"), "error", "1:4 ';' is missing");
  Expect(ParseNginx("a {"), "error", "1:4 the text ends where '}' is missing");
  Expect(ParseNginx("a; }"), "error", "1:4 '}' without '{'");
  Expect(ParseNginx("a \"b;"), "error", "1:6 a quote without an end");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "a{";
  CHECK(ErrorTexts(ParseNginx(deep)).front() == "1:511 nested deeper than 256 levels");
}

TEST_CASE("HAProxy") {
  Expect(
      ParseHaproxy("global\n  maxconn 10 # c\ndefaults\n  timeout connect 5s\n  option httplog\n"
                   "  no option x\nbackend b\n  server s 1.2.3.4:80 check\n  stats enable\n"
                   "backend c\n"),
      "{global: {maxconn: 10}, defaults: {timeout connect: 5s, option httplog: ~, no option x: ~}, "
      "backend: {b: {server: [s, 1.2.3.4:80, check], stats enable: ~}}, backend: {c: {}}}");
  Expect(ParseHaproxy("mode http\nglobal\n"), "{global: {}}",
         "1:1 a line in front of the first section");
  Expect(ParseHaproxy("global\n  a \"b\n  c d\n"), "{global: {c: d}}",
         "2:3 a quote without an end");
}

TEST_CASE("any format may stand behind a template engine") {
  const std::string text =
      "{% if a %}\nuser x;\n{% endif %}\nlisten {{ port }};\nserver_name a-{{ b }} c;\n";
  const ConfigTree tree = ParseTemplated(text, TemplateDialect::kJinja,
                                         [](std::string_view t) { return ParseNginx(t); });
  Expect(tree, "{user@: x@, listen: ?{{ port }}, server_name: [?a-{{ b }}, c]+}");
  const auto found = [](std::string_view t) {
    return ParseTemplated(t, TemplateDialect::kAuto,
                          [](std::string_view u) { return ParseNginx(u); });
  };
  Expect(found("{{ if .a }}\nuser x;\n{{ end }}\nlisten 80;\n"), "{user@: x@, listen: 80}");
  Expect(found("listen 80\n"), "error", "2:1 ';' is missing");
}

}  // namespace
}  // namespace gonogo
