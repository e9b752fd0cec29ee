// TableWriter: a rule set as C++ source, the constant tables that EmbeddedRules() gives. The source
// is compiled into the program, so nothing is parsed and no constructor runs at start. Equal input
// gives equal bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "analyzer/model/rule.h"

namespace gonogo {

/// What is embedded beside the rules themselves.
struct EmbeddedTexts {
  std::string keyword_database;
  std::string rule_schema;
  std::string config_schema;
  std::string rule_set_hash;
};

/// The source of embedded_rules.cc. Rules and items are sorted by id.
std::string WriteTables(std::span<const Rule* const> rules,
                        std::span<const ChecklistItem* const> checklist,
                        const EmbeddedTexts& texts);

}  // namespace gonogo
