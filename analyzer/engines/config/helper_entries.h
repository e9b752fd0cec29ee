// Entries of a map that helpers of a chart write: `{{- include "shop.selectorLabels" . | nindent 8
// }}`. What they are is not known; that the same call writes the same is, so a Service and its pods
// meet.
#pragma once

#include <string>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// A text for each call of a helper in the map, equal for equal calls, which begins with `?`; "?"
/// where something else may write entries, too. Empty where only what stands there does.
std::vector<std::string> HelperEntries(const ConfigTree& tree, NodeIndex map);

}  // namespace gonogo
