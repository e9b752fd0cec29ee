// ConfigExpressions: comparisons over captures, as `compare:` of a clause `config:` holds them.
//
//   delay + threshold * period < 60s
//   (attempts + 1) * try_timeout > timeout
//
//   comparison := sum ("<" | "<=" | ">" | ">=" | "==" | "!=") sum
//   sum        := product { ("+" | "-") product }
//   product    := operand { ("*" | "/") operand }
//   operand    := capture | number with its unit | "(" sum ")"
#pragma once

#include <expected>
#include <span>
#include <string_view>

#include "analyzer/model/config_clause.h"
#include "analyzer/rulebook/config_path.h"
#include "analyzer/rulebook/rule_storage.h"

namespace gonogo {

/// A term of sort kCompare.
std::expected<ConfigTerm, ConfigFault> ParseComparison(std::string_view text,
                                                       std::span<const ConfigCapture> captures,
                                                       RuleStorage& storage);

}  // namespace gonogo
