// LoadRules: rule files that the user named, read strictly.
#pragma once

#include <string>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// A book of the built-in rules and those of the rule files (*.yaml, *.yml) below `folders`, later
/// ones replacing earlier ones by id. A mistake in any file is an error that names all of them.
Result<RuleBook> LoadRuleBook(const std::vector<std::string>& folders);

/// The rule of an id, or an error that says which ids look like it.
Result<const Rule*> FindRule(const RuleBook& book, const std::string& id);

/// The rule files at a path: itself, or those below it, sorted.
Result<std::vector<std::string>> RuleFilesAt(const std::string& path);

}  // namespace gonogo
