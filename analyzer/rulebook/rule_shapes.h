// The keys of rule files and of checklist items: the one table that the reader checks and that the
// JSON schema comes from.
//
// To add a key: a row in rule_shapes.cc, a field in model/rule.h, and the line in rule_reader.cc or
// clause_reader.cc that fills it.
#pragma once

#include <string>
#include <vector>

#include "analyzer/rulebook/yaml_shape.h"

namespace gonogo {

extern const Shape kRuleShape;
extern const Shape kChecklistItemShape;

/// The JSON schema of rule files.
std::string RuleSchema();

/// The words of `severity:`, from the least to the worst.
std::vector<std::string_view> SeverityWords();

}  // namespace gonogo
