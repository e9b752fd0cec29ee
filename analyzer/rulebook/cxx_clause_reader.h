// CxxClauseReader: `cxx:` of a rule file -> the clause, checked: patterns parse, roles fit, and
// what can never find anything is a mistake.
#pragma once

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/rule_storage.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

/// `node` is the map `cxx:`. What is wrong in form was reported before and is left at its default.
const CxxClause* ReadCxxClause(const YamlNode& node, RuleStorage& storage, MistakeList& mistakes);

/// The bind names of a matcher expression, sorted, without repeats.
std::vector<std::string_view> BindNames(std::string_view expression);

}  // namespace gonogo
