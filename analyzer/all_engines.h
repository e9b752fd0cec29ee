// AllEngines: the one list of engines.
#pragma once

#include <memory>
#include <vector>

#include "analyzer/base/result.h"
#include "analyzer/engines/engine.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// Every engine over the rules of the book, for as many workers as will call it.
Result<std::vector<std::unique_ptr<Engine>>> MakeEngines(const RuleBook& book, unsigned workers);

}  // namespace gonogo
