#include "analyzer/parse/template_actions.h"

#include <catch2/catch.hpp>

#include "analyzer/parse/yaml.h"
#include "tests/parse/tree_text.h"

namespace gonogo {
namespace {

std::string Masked(std::string_view text, TemplateDialect dialect) {
  return MaskActions(text, FindActions(text, dialect));
}

TEST_CASE("actions are masked byte for byte") {
  struct Row {
    TemplateDialect dialect;
    std::string text, masked;
  };
  const std::vector<Row> rows = {
      {TemplateDialect::kGo, "a: {{ .b }}\n", "a: xxxxxxxx\n"},
      {TemplateDialect::kGo, "  {{- if .b }}  \nc: d\n",
       "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nc: d\n"},
      {TemplateDialect::kGo, "a: {{ \"}}\" }}b\n", "a: xxxxxxxxxxb\n"},
      {TemplateDialect::kGo, "a: {{ `}}` }}b\n", "a: xxxxxxxxxxb\n"},
      {TemplateDialect::kGo, "a: {{/* it's }} */}}\n", "a:                  \n"},
      {TemplateDialect::kGo, "a: {{ b\n", "a: {{ b\n"},
      {TemplateDialect::kGo, "a: {{- b | nindent 2 }}\n  c: d\n",
       "a:" + std::string(22, '\n') + "  c: d\n"},
      {TemplateDialect::kGo, "{{ a }} # b\n", "\n\n\n\n\n\n\n\n# b\n"},
      {TemplateDialect::kJinja, "a: {{ b }} {# c #} {% if d %}\n",
       "a: xxxxxxx         xxxxxxxxxx\n"},
      {TemplateDialect::kJinja, "{% raw %}{{ a }}{% endraw %}b\n",
       "         {{ a }}            b\n"},
      {TemplateDialect::kErb, "a: <%= b %>\n<%% c\n", "a: xxxxxxxx\n<%% c\n"},
      {TemplateDialect::kEnvsubst, "a: ${B}-$C ${D\n", "a: xxxx-$C ${D\n"},
      {TemplateDialect::kAuto, "a: ${{ b }}\n", "a: ${{ b }}\n"},
      {TemplateDialect::kNone, "a: {{ b }}\n", "a: {{ b }}\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Masked(row.text, row.dialect) == row.masked);
  }
}

TEST_CASE("actions have sorts and know the branch they stand in") {
  const std::string text =
      "{{ if a }}{{ b }}{{ else }}{{ $c := d }}{{ end }}{{/* e */}}{{ range f }}{{ end }}";
  std::string sorts;
  std::string branches;
  for (const TemplateAction& action : FindActions(text, TemplateDialect::kGo)) {
    sorts += std::to_string(static_cast<int>(action.sort));
    branches += action.branch == kNoAction ? "-" : std::to_string(action.branch);
  }
  CHECK(sorts ==
        "102434"
        "13");
  CHECK(branches == "-0-2----");
}

TEST_CASE("what templates leave unknown is opaque, open or conditional") {
  struct Row {
    std::string text, tree;
  };
  const std::vector<Row> rows = {
      {"a: {{ .b }}\nc: x-{{ .d }}\n", "{a: ?{{ .b }}, c: ?x-{{ .d }}}"},
      {"a: \"{{ .b }}\"\nc: [{{ .d }}, 1]\n", "{a: ?\"{{ .b }}\", c: [?{{ .d }}, 1]+}"},
      {"{{ .a }}: 1\nb: 2\n", "{?{{ .a }}: 1, b: 2}+"},
      {"a:\n  {{- toYaml .b | nindent 2 }}\nc: 1\n", "{a: ?, c: 1}"},
      {"a:\n  b: 1\n  {{- toYaml .c | nindent 2 }}\nd: 1\n", "{a: {b: 1}+, d: 1}"},
      {"a:\n  b: 1\n{{ toYaml .c | indent 2 }}\nd: 1\n", "{a: {b: 1}+, d: 1}"},
      {"a:\n  b: 1\n  {{- include \"c\" . }}\nd: 1\n", "{a: {b: ?1}+, d: 1}+"},
      {"a:\n- b\n{{ .c | indent 0 }}\n", "{a: [b]+}+"},
      {"a:\n  b: 1\n  {{ include \"c\" . | indent 0 }}\nd: 1\n", "{a: {b: 1}+, d: 1}+"},
      {"{{ if .a }}\nb: 1\n{{ else }}\nb: 2\n{{ end }}\nc: 3\n", "{b@: 1@, b@: 2@, c: 3}@"},
      {"c: 3\n{{ if .a }}\nb: 1\n{{ end }}\n", "{c: 3, b@: 1@}"},
      {"a: |\n  x\n  {{ .b }}\nc: 1\n", "{a: ?x\\n, c: 1}"},
      {"a:\n  b: |\n    x\n  {{- if .c }}\n  d: 1\n  {{- end }}\n", "{a: {b: \"x\\n\", d@: 1@}}"},
      {"{{ define \"x\" }}\nb = [\n{{ if c }}\n{{ end }}\n{{ end }}\na: 1\n", "{a: 1}"},
      {"{{/* only a comment */}}\na: 1\n", "{a: 1}"},
      {"{{- $x := 1 -}}\na: 1\n", "{a: 1}"},
      {"{{ include \"all\" . }}\n", "-"},
  };
  YamlOptions options;
  options.dialect = TemplateDialect::kGo;
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const ConfigTree tree = ParseYaml(row.text, options);
    CheckTree(tree);
    CHECK(TreeText(tree) == row.tree);
    CHECK(ErrorTexts(tree).empty());
  }
}

TEST_CASE("a template is known where the text cannot be read as it is") {
  CHECK(TreeText(ParseYaml("a: {{ .b }}\nc: 1\n")) == "{a: ?{{ .b }}, c: 1}");
  CHECK(TreeText(ParseYaml("{% if a %}\nb: 1\n{% endif %}\n")) == "{b@: 1@}@");
  CHECK(TreeText(ParseYaml("a: '{{ $labels.b }}'\n")) == "{a: \"{{ $labels.b }}\"}");
  const ConfigTree broken = ParseYaml("a: {{ .b }}\n  c: 1\n");
  REQUIRE(broken.errors().size() == 1);
  CHECK(broken.errors()[0].sort == ConfigErrorSort::kTemplate);
}

TEST_CASE("paths tell the dialect") {
  CHECK(DialectOfPath("chart/templates/a.yaml") == TemplateDialect::kGo);
  CHECK(DialectOfPath("roles/x/templates/a.yml.j2") == TemplateDialect::kJinja);
  CHECK(DialectOfPath("a/database.yml.erb") == TemplateDialect::kErb);
  CHECK(DialectOfPath("chart/values.yaml") == TemplateDialect::kAuto);
  CHECK(DialectOf("jobs/a/templates/a.yml", "a: <%= p('a') %>\n") == TemplateDialect::kErb);
  CHECK(DialectOf("chart/templates/a.yaml", "a: {{ .b }}\n") == TemplateDialect::kGo);
  CHECK(DialectOf("a/values.yaml", "a: <%= b %>\n") == TemplateDialect::kAuto);
}

TEST_CASE("unfinished actions and quotes cost no square") {
  std::string text = "{{ \"";
  for (int i = 0; i < 1'000'000; ++i) text += "\\\"";
  CHECK(FindActions(text, TemplateDialect::kGo).empty());
  std::string many;
  for (int i = 0; i < 300'000; ++i) many += "{{\\\"}}";
  CHECK(FindActions(many, TemplateDialect::kGo).size() == 300'000);
  std::string open;
  for (int i = 0; i < 1'000'000; ++i) open += "{{";
  CHECK(FindActions(open, TemplateDialect::kAuto).empty());
}

}  // namespace
}  // namespace gonogo
