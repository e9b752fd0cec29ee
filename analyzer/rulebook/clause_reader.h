// ClauseReader: `match:` of a rule file -> the alternatives of the rule, checked.
#pragma once

#include <span>

#include "analyzer/model/rule.h"
#include "analyzer/rulebook/rule_storage.h"
#include "analyzer/rulebook/strict_yaml.h"

namespace gonogo {

/// The node may be null. What is wrong in form was reported before and is left at its default.
std::span<const MatchAlternative> ReadMatch(const YamlNode* node, RuleStorage& storage,
                                            MistakeList& mistakes);

/// The texts of a list, or of a single value.
std::span<const std::string_view> ReadTexts(const YamlNode* node, RuleStorage& storage);

/// The kinds of a list of kind names, or of a single one.
std::span<const FileKind> ReadKinds(const YamlNode* node, RuleStorage& storage);

}  // namespace gonogo
