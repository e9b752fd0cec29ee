// ConfigTestReader: conditions and tests of a clause `config:` -> terms.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/model/config_clause.h"
#include "analyzer/rulebook/rule_storage.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

class ConfigTestReader {
 public:
  ConfigTestReader(std::span<const ConfigCapture> captures, RuleStorage& storage,
                   MistakeList& mistakes)
      : captures_(captures), storage_(storage), mistakes_(mistakes) {}

  /// A term of sort kAll; the node may be null.
  ConfigTerm ReadConditions(const YamlNode* node);
  ConfigPath ReadPath(std::string_view text, const YamlNode& node, Place place);

 private:
  struct Test {
    std::vector<ConfigTerm> terms;  // all hold of one node
    std::string_view assumed;
    bool assumes = false;
  };

  void ReadCondition(const YamlEntry& entry, std::vector<ConfigTerm>& terms);
  ConfigTerm ReadComparison(const YamlNode& node);
  ConfigTerm ReadPathTest(const YamlEntry& entry);
  Test ReadTest(const YamlNode& node);
  /// One term for a test that stands within another.
  ConfigTerm ReadInnerTest(const YamlNode& node);
  void ReadTestKey(const YamlNode& map, const YamlEntry& entry, Test& test);
  void ReadNumbers(const YamlNode& map, ConfigTermSort sort, Test& test);
  ConfigTerm ReadCount(const YamlNode& node);
  ConfigTerm ReadRuns(const YamlNode& map);
  ConfigTerm ReadIs(const YamlNode& node);
  ConfigTerm Wrapped(ConfigTermSort sort, std::vector<ConfigTerm> terms);
  ConfigTerm Equals(const YamlNode& node);
  std::string_view Regex(const YamlNode& node);

  std::span<const ConfigCapture> captures_;
  RuleStorage& storage_;
  MistakeList& mistakes_;
};

}  // namespace gonogo
