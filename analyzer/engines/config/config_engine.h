// ConfigEngine: the clause `config:`. A file is parsed once, whatever the number of rules; its
// parts, by their shapes and kinds, choose the rules that are asked at all. Nothing is built before
// the first file that is a configuration.
#pragma once

#include <memory>
#include <span>

#include "analyzer/engines/engine.h"
#include "analyzer/model/rule.h"

namespace gonogo {

std::unique_ptr<Engine> MakeConfigEngine(std::span<const Rule* const> rules);

}  // namespace gonogo
