// ConfigClauseReader: `config:` of a rule file -> the clause, checked: paths parse, regexes
// compile, words are known, comparisons name captures, and something is looked for.
#pragma once

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/rule_storage.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

/// `node` is the map `config:`. What is wrong in form was reported before and is left at its
/// default.
const ConfigClause* ReadConfigClause(const YamlNode& node, RuleStorage& storage,
                                     MistakeList& mistakes);

}  // namespace gonogo
