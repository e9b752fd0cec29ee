// ConfigPaths: how rules name places in a configuration.
//
//   spec.template.spec.containers[*].ports     below the node that the rule is about
//   /metadata.name                             from the object
//   ^securityContext.runAsNonRoot              there, or at the nearest node around that has it
//   ../type                                    from the node that holds it
//   .                                          the node itself
//   $key  $path  $file  $folder  $scope  $kind what the engine knows about it
//
//   step := name { "|" name } | "*" | "**"     with "[*]", "[0]", "[-1]" or "[key=value]" behind it
//   name := letters with '*' for any more of them, or a "text" in double quotes
//
// docs/config_patterns.md says what each means.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "analyzer/model/config_clause.h"
#include "analyzer/rulebook/rule_storage.h"

namespace gonogo {

/// What is wrong with a path or an expression, and the byte of it at which that shows.
struct ConfigFault {
  std::size_t offset = 0;
  std::string message;  // lower case, no final full stop
};

/// The path, its texts kept in `storage`.
std::expected<ConfigPath, ConfigFault> ParseConfigPath(std::string_view text, RuleStorage& storage);

}  // namespace gonogo
