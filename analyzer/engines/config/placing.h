// Placing: from a witness to bytes: the field that is wrong, or the line where the missing one
// belongs, which is that of the key under which it would stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/engines/config/evaluator.h"
#include "analyzer/model/finding.h"

namespace gonogo {

/// The key with its value, where both stand on one line; else the key, or the first line.
ByteRange RangeOfNode(const ConfigTree& tree, NodeIndex node);
ByteRange RangeOf(const ConfigTree& tree, const Witness& witness);

/// `lines`, what would stand at the whole path, as an insertion where the missing one belongs: the
/// keys that are there already are left out, and the indentation is that of its neighbours. Nothing
/// where that is no block of YAML.
std::optional<Repair> InsertionFor(const ConfigTree& tree, const Witness& witness,
                                   std::string_view lines);

}  // namespace gonogo
