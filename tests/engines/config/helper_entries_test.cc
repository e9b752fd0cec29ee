#include "analyzer/engines/config/helper_entries.h"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/parse/yaml.h"

namespace gonogo {
namespace {

/// The entries of the first `labels:` of a template, with blanks between them.
std::string Entries(std::string_view text) {
  YamlOptions options;
  options.dialect = TemplateDialect::kGo;
  const ConfigTree tree = ParseYaml(text, options);
  const NodeIndex key = tree.KeyNamed(tree.root(), "labels");
  REQUIRE(key != kNoNode);
  std::string all;
  for (const std::string& entry : HelperEntries(tree, tree.ValueOf(key)))
    all += (all.empty() ? "" : " ") + entry;
  return all;
}

TEST_CASE("calls of helpers are entries that are equal where the calls are") {
  struct Row {
    std::string_view text, entries;
  };
  const std::vector<Row> rows = {
      {"labels:\n  a: b\n", ""},
      {"labels:\n  {{- include \"shop.name\" . | nindent 2 }}\n", "?\"shop.name\"."},
      {"labels:\n  a: b\n  {{- include \"shop.name\" $ | nindent 2 }}\n", "?\"shop.name\"."},
      {"labels:\n  {{- include \"shop.labels\" . | nindent 2 }}\n",
       "?\"shop.selectorLabels\". ?\"shop.matchLabels\". ?\"shop.labels\"."},
      {"labels:\n  {{- toYaml .Values.labels | nindent 2 }}\n", "?"},
      {"labels:\n  a: b\n  {{- if .c }}\n  {{- include \"shop.name\" . | nindent 2 }}\n  {{- end "
       "}}\n",
       "?"},
      {"labels:\n  {{- include \"one\" . | nindent 2 }}\nother:\n  {{- include \"two\" . | nindent "
       "2 }}\n",
       "?\"one\"."},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(Entries(row.text) == row.entries);
  }
}

}  // namespace
}  // namespace gonogo
