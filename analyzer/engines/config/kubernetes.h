// What gonogo knows about Kubernetes itself: in which API group a kind is at home, where an object
// keeps its pods, and which objects are only parts of others.
#pragma once

#include <string_view>

#include "analyzer/engines/config/path_walk.h"
#include "analyzer/model/config_clause.h"

namespace gonogo {

/// True where the object is what the target means: `Service` is not the one of Knative.
bool IsOfGroup(const ConfigPart& part, const ConfigTarget& target);

/// The node from which the object's pods are made; kNoNode where it has none.
NodeIndex PodOf(const ConfigTree& tree, const ConfigPart& part);
/// Whether its pods run on and on; of none they do not.
bool KeepsPodsRunning(const ConfigTree& tree, const ConfigPart& part);

/// A patch or an overlay: what it does not say, the object that it is merged into may.
bool IsFragment(const ConfigTree& tree, const ConfigPart& part, std::string_view path);

}  // namespace gonogo
