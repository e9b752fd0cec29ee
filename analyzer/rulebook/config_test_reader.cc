#include "analyzer/rulebook/config_test_reader.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "analyzer/engines/text/regex_options.h"
#include "analyzer/model/config_words.h"
#include "analyzer/rulebook/clause_reader.h"
#include "analyzer/rulebook/config_expression.h"
#include "analyzer/rulebook/config_path.h"
#include "analyzer/rulebook/config_quantity.h"
#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {
namespace {

struct PresenceRow {
  std::string_view name;
  ConfigTermSort sort;
};

constexpr PresenceRow kPresences[] = {
    {"missing", ConfigTermSort::kMissing},
    {"present", ConfigTermSort::kPresent},
    {"empty", ConfigTermSort::kEmpty},
    {"filled", ConfigTermSort::kFilled},
};

struct RelationRow {
  std::string_view name;
  ConfigRelation relation;
};

constexpr RelationRow kRelations[] = {
    {"below", ConfigRelation::kBelow},
    {"at_most", ConfigRelation::kAtMost},
    {"above", ConfigRelation::kAbove},
    {"at_least", ConfigRelation::kAtLeast},
};

std::optional<ConfigTermSort> PresenceOf(std::string_view word) {
  const auto row = std::ranges::find(kPresences, word, &PresenceRow::name);
  if (row == std::end(kPresences)) return std::nullopt;
  return row->sort;
}

bool IsRelation(std::string_view key) {
  return std::ranges::find(kRelations, key, &RelationRow::name) != std::end(kRelations);
}

ConfigUnit UnitOf(const YamlNode* node) {
  for (const ConfigUnitRow& row : ConfigUnits()) {
    if (row.name == TextOf(node)) return row.unit;
  }
  return ConfigUnit::kNone;
}

}  // namespace

ConfigTerm ConfigTestReader::Wrapped(ConfigTermSort sort, std::vector<ConfigTerm> terms) {
  return {.sort = sort, .terms = storage_.Keep(std::move(terms))};
}

ConfigTerm ConfigTestReader::ReadConditions(const YamlNode* node) {
  std::vector<ConfigTerm> terms;
  for (const YamlNode* item : ItemsOf(node)) {
    for (const YamlEntry& entry : item->entries) ReadCondition(entry, terms);
  }
  return Wrapped(ConfigTermSort::kAll, std::move(terms));
}

void ConfigTestReader::ReadCondition(const YamlEntry& entry, std::vector<ConfigTerm>& terms) {
  if (entry.key == "any_of") {
    std::vector<ConfigTerm> options;
    for (const YamlNode& item : entry.value.items) options.push_back(ReadConditions(&item));
    terms.push_back(Wrapped(ConfigTermSort::kAnyOf, std::move(options)));
  } else if (entry.key == "not") {
    terms.push_back(Wrapped(ConfigTermSort::kNot, {ReadConditions(&entry.value)}));
  } else if (entry.key == "surely") {
    terms.push_back(Wrapped(ConfigTermSort::kSurely, {ReadConditions(&entry.value)}));
  } else if (entry.key == "compare") {
    for (const YamlNode* item : ItemsOf(&entry.value)) terms.push_back(ReadComparison(*item));
  } else {
    terms.push_back(ReadPathTest(entry));
  }
}

ConfigTerm ConfigTestReader::ReadComparison(const YamlNode& node) {
  auto term = ParseComparison(TextOf(&node), captures_, storage_);
  if (term) return *term;
  mistakes_.Add(PlaceIn(node, term.error().offset), term.error().message);
  return {};
}

ConfigPath ConfigTestReader::ReadPath(std::string_view text, const YamlNode& node, Place place) {
  auto path = ParseConfigPath(text, storage_);
  if (path) return *path;
  if (node.type != YamlType::kScalar) {
    place.column += static_cast<std::uint32_t>(path.error().offset);
  } else {
    place = PlaceIn(node, path.error().offset);
  }
  mistakes_.Add(place, fmt::format("in path \"{}\": {}", text, path.error().message));
  return {};
}

ConfigTerm ConfigTestReader::ReadPathTest(const YamlEntry& entry) {
  Test test = ReadTest(entry.value);
  ConfigTerm term{.sort = ConfigTermSort::kPath};
  const YamlNode key{.type = YamlType::kMap, .place = entry.place};
  term.path = ReadPath(entry.key, key, entry.place);
  term.assumed = test.assumed;
  term.assumes = test.assumes;
  if (test.terms.size() != 1) test.terms = {Wrapped(ConfigTermSort::kNodes, std::move(test.terms))};
  term.terms = storage_.Keep(std::move(test.terms));
  return term;
}

ConfigTerm ConfigTestReader::Equals(const YamlNode& node) {
  return {.sort = ConfigTermSort::kEquals, .texts = ReadTexts(&node, storage_)};
}

ConfigTestReader::Test ConfigTestReader::ReadTest(const YamlNode& node) {
  Test test;
  if (node.type == YamlType::kMap) {
    for (const YamlEntry& entry : node.entries) ReadTestKey(node, entry, test);
    ReadNumbers(node, ConfigTermSort::kNumber, test);
    if (test.terms.empty()) mistakes_.Add(node.place, "nothing is tested here");
  } else if (const auto presence = PresenceOf(TextOf(&node)); presence && node.plain) {
    test.terms.push_back({.sort = *presence});
  } else {
    test.terms.push_back(Equals(node));
  }
  return test;
}

ConfigTerm ConfigTestReader::ReadInnerTest(const YamlNode& node) {
  Test test = ReadTest(node);
  if (test.assumes) mistakes_.Add(node.place, "\"default\" stands beside the path's own tests");
  if (test.terms.size() == 1) return test.terms[0];
  return Wrapped(ConfigTermSort::kNodes, std::move(test.terms));
}

void ConfigTestReader::ReadTestKey(const YamlNode& map, const YamlEntry& entry, Test& test) {
  const YamlNode& value = entry.value;
  const std::string& key = entry.key;
  const auto add = [&](ConfigTermSort sort, ConfigTerm inner) {
    test.terms.push_back(Wrapped(sort, {std::move(inner)}));
  };
  if (key == "default") {
    test.assumes = true;
    test.assumed = storage_.Keep(std::string(TextOf(&value)));
  } else if (key == "is") {
    test.terms.push_back(ReadIs(value));
  } else if (key == "equals") {
    test.terms.push_back(Equals(value));
  } else if (key == "matches") {
    std::vector<std::string_view> texts = {Regex(value)};
    test.terms.push_back(
        {.sort = ConfigTermSort::kMatches, .texts = storage_.Keep(std::move(texts))});
  } else if (key == "runs") {
    test.terms.push_back(ReadRuns(map));
  } else if (key == "same_as" || key == "part_of") {
    test.terms.push_back(
        {.sort = key == "same_as" ? ConfigTermSort::kSameAs : ConfigTermSort::kPartOf,
         .path = ReadPath(TextOf(&value), value, value.place)});
  } else if (key == "has") {
    add(ConfigTermSort::kHas, ReadConditions(&value));
  } else if (key == "not") {
    add(ConfigTermSort::kNot, ReadInnerTest(value));
  } else if (key == "every") {
    add(ConfigTermSort::kEvery, ReadInnerTest(value));
  } else if (key == "none") {
    add(ConfigTermSort::kNone, ReadInnerTest(value));
  } else if (key == "count") {
    test.terms.push_back(ReadCount(value));
  } else if (key == "any_of") {
    std::vector<ConfigTerm> options;
    for (const YamlNode& item : value.items) options.push_back(ReadInnerTest(item));
    test.terms.push_back(Wrapped(ConfigTermSort::kAnyOf, std::move(options)));
  } else if (key == "unit" && std::ranges::none_of(map.entries, [](const YamlEntry& other) {
               return IsRelation(other.key);
             })) {
    mistakes_.Add(entry.place, "\"unit\" without below, at_most, above or at_least");
  } else if (key == "without" && !map.Find("runs")) {
    mistakes_.Add(entry.place, "\"without\" without \"runs\"");
  }
}

void ConfigTestReader::ReadNumbers(const YamlNode& map, ConfigTermSort sort, Test& test) {
  const ConfigUnit unit = UnitOf(map.Find("unit"));
  for (const RelationRow& row : kRelations) {
    const YamlNode* const value = map.Find(row.name);
    if (!value) continue;
    ConfigTerm term{.sort = sort, .relation = row.relation, .unit = unit};
    const auto number = ParseRuleQuantity(TextOf(value));
    if (!number) {
      mistakes_.Add(
          value->place,
          fmt::format("\"{}\" is no number such as 5, 30s, 5min, 1Gi or 50%", TextOf(value)));
    }
    term.number = number.value_or(0);
    test.terms.push_back(term);
  }
}

ConfigTerm ConfigTestReader::ReadCount(const YamlNode& node) {
  ConfigTerm inner{.sort = ConfigTermSort::kPresent};
  if (node.type != YamlType::kMap) {
    const auto number = NumberOf(&node);
    if (!number)
      mistakes_.Add(node.place, "\"count\" is a number, or a map with below, at_most ...");
    return {.sort = ConfigTermSort::kCount,
            .terms = storage_.Keep(std::vector{inner}),
            .number = number.value_or(0)};
  }
  Test numbers;
  ReadNumbers(node, ConfigTermSort::kCount, numbers);
  Test rest;
  for (const YamlEntry& entry : node.entries) {
    if (!IsRelation(entry.key)) ReadTestKey(node, entry, rest);
  }
  if (numbers.terms.empty())
    mistakes_.Add(node.place, "\"count\" needs below, at_most, above or at_least");
  if (rest.terms.size() == 1) inner = rest.terms[0];
  if (rest.terms.size() > 1) inner = Wrapped(ConfigTermSort::kNodes, std::move(rest.terms));
  for (ConfigTerm& term : numbers.terms) term.terms = storage_.Keep(std::vector{inner});
  if (numbers.terms.size() == 1) return numbers.terms[0];
  return Wrapped(ConfigTermSort::kNodes, std::move(numbers.terms));
}

ConfigTerm ConfigTestReader::ReadRuns(const YamlNode& map) {
  std::vector<std::string_view> texts = {Regex(*map.Find("runs"))};
  if (const YamlNode* const without = map.Find("without")) texts.push_back(Regex(*without));
  return {.sort = ConfigTermSort::kRuns, .texts = storage_.Keep(std::move(texts))};
}

ConfigTerm ConfigTestReader::ReadIs(const YamlNode& node) {
  if (const auto presence = PresenceOf(TextOf(&node))) return {.sort = *presence};
  for (const ConfigSenseRow& row : ConfigSenses()) {
    if (row.name == TextOf(&node)) return {.sort = ConfigTermSort::kSense, .sense = row.sense};
  }
  return {};
}

std::string_view ConfigTestReader::Regex(const YamlNode& node) {
  const std::string_view pattern = storage_.Keep(std::string(TextOf(&node)));
  if (pattern.empty()) return pattern;
  const RE2 regex(RulePattern(pattern), RuleRegexOptions());
  if (!regex.ok())
    mistakes_.Add(node.place, fmt::format("this regex does not compile: {}", regex.error()));
  return pattern;
}

}  // namespace gonogo
