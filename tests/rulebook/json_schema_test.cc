#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "analyzer/rulebook/config_shape.h"
#include "analyzer/rulebook/rule_shapes.h"
#include "tests/rulebook/rule_files.h"

namespace gonogo {
namespace {

using Json = nlohmann::json;

/// Whether the schema takes the names of all keys in a tree, and all keys that it requires are
/// there.
bool TakesKeys(const Json& schema, const YamlNode& node) {
  if (schema.contains("anyOf")) {
    for (const Json& option : schema["anyOf"]) {
      if (TakesKeys(option, node)) return true;
    }
    return false;
  }
  const std::string type = schema.value("type", Json()).is_string() ? schema["type"] : "scalar";
  if (node.type == YamlType::kSequence) {
    if (type != "array") return false;
    for (const YamlNode& item : node.items) {
      if (!TakesKeys(schema["items"], item)) return false;
    }
    return true;
  }
  if (node.type != YamlType::kMap) return type != "array" && type != "object";
  if (type != "object") return false;
  for (const YamlEntry& entry : node.entries) {
    const Json& properties = schema["properties"];
    const Json& taker =
        properties.contains(entry.key) ? properties[entry.key] : schema["additionalProperties"];
    if (taker.is_boolean() || !TakesKeys(taker, entry.value)) return false;
  }
  for (const Json& key : schema.value("required", Json::array())) {
    if (!node.Find(key.get<std::string>())) return false;
  }
  return true;
}

bool SchemaTakes(const std::string& schema, std::string_view yaml) {
  MistakeList list("f");
  return TakesKeys(Json::parse(schema), ParseStrictYaml(yaml, list));
}

bool ShapeTakes(const Shape& shape, std::string_view yaml) {
  MistakeList list("f");
  CheckShape(ParseStrictYaml(yaml, list), shape, list);
  return list.empty();
}

constexpr std::string_view kFullRule = R"(
id: a
item: C1
concept: c
why: w
fix: f
cwe: 1
references: https://example.com
match:
  files: {kind: c, role: product, path: ["*.c"]}
  text: {keywords: abc, span: line, regex: abc, unless: x, unless_span: file, require: r, at: g,
         secret: g, entropy: 3.5, min_length: 8, allow: a, placeholders: false, validate: jwt, decode: true}
grades:
  certain: {severity: high, precision: low, message: m}
over: b
formerly: b
group: g
bad: [x, {a.c: y, find: "a.c:1"}]
ok: x
todo_bad: x
todo_ok: x
)";

constexpr std::string_view kFullConfig = R"(
paths: {exclude: [a, b]}
rules: {enable: a, disable: [b], some-rule: off}
gate: none
max_file_size: 10MB
ignore: [{path: p, key: k, rule: r, reason: because}]
rules_dirs: mine
)";

TEST_CASE("the schemas take the keys that the readers take") {
  CHECK(ShapeTakes(kRuleShape, kFullRule));
  CHECK(SchemaTakes(RuleSchema(), kFullRule));
  CHECK(ShapeTakes(kRuleShape, kGoodRule));
  CHECK(SchemaTakes(RuleSchema(), kGoodRule));
  CHECK(ShapeTakes(kConfigShape, kFullConfig));
  CHECK(SchemaTakes(ConfigSchema(), kFullConfig));
}

TEST_CASE("the schemas refuse the keys that the readers refuse") {
  for (const std::string_view text :
       {"match: {text: {key: 1}}", "id: x", "what: 1", "match: [{file: a}]"}) {
    INFO(text);
    CHECK_FALSE(ShapeTakes(kRuleShape, text));
    CHECK_FALSE(SchemaTakes(RuleSchema(), text));
  }
  for (const std::string_view text :
       {"path: x", "paths: {include: a}", "ignore: {path: a}", "gates: low"}) {
    INFO(text);
    CHECK_FALSE(ShapeTakes(kConfigShape, text));
    CHECK_FALSE(SchemaTakes(ConfigSchema(), text));
  }
}

/// Names and words that the schema must list for completion.
TEST_CASE("the rule schema lists kinds, roles, severities and formats") {
  const std::string schema = RuleSchema();
  for (const std::string_view word :
       {"\"python\"", "\"dockerfile\"", "\"lock-file\"", "\"very-high\"", "\"github-token\""}) {
    INFO(word);
    CHECK(schema.find(word) != std::string::npos);
  }
}

}  // namespace
}  // namespace gonogo
