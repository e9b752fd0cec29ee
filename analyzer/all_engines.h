// AllEngines: the one list of engines.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "analyzer/base/file_system.h"
#include "analyzer/base/result.h"
#include "analyzer/engines/engine.h"
#include "analyzer/pipeline.h"
#include "analyzer/rulebook/rule_book.h"

namespace gonogo {

/// Every engine that sees more than one file, over these rules, where one of them needs it. Rules
/// and tree live on.
std::vector<std::unique_ptr<ProgramEngine>> MakeProgramEngines(std::span<const Rule* const> rules,
                                                               const FileSystem& tree,
                                                               const PipelineSettings& settings);

/// Every engine over the rules of the book, for as many workers as will call it.
Result<std::vector<std::unique_ptr<Engine>>> MakeEngines(const RuleBook& book, unsigned workers);

}  // namespace gonogo
