// TemplatePlaces: what a template made many times is one finding, at however many places it stands.
// The copies say the same of objects of the same shape, each in a file of its own; what is repaired
// is the template, once. As with secrets the finding names the other places, each with the
// fingerprint that it has by itself.
#pragma once

#include <vector>

#include "analyzer/model/finding.h"

namespace gonogo {

/// Of `findings`, sorted by path and place, the open ones of one template become one, at the first
/// of its places. Two files that are alike are two files; of three on, one template made them.
/// Those of a rule with `group:` that say the same become one wherever they stand.
void JoinTemplatePlaces(std::vector<Finding>& findings);

}  // namespace gonogo
