// Inheritance: what a service of a compose file or a job of GitLab takes from another one that it
// names in `extends:`. Nothing is copied: a walk that finds no entry in the one asks the other, so
// that "missing" means missing in both. What another file has is known where compose_merge read it.
#pragma once

#include <span>
#include <vector>

#include "analyzer/parse/config_shape.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// `base` is kNoNode where it stands in another file that was not read.
struct Inheritance {
  NodeIndex map = kNoNode;
  NodeIndex base = kNoNode;
  bool overrides = false;   // `base` is laid over `map`: what it says counts more
  bool of_partner = false;  // `base` is what `map` is laid over

  bool operator==(const Inheritance&) const = default;
};

/// Sorted by map; of several bases of one map the first is the one that counts most.
std::vector<Inheritance> InheritancesIn(const ConfigTree& tree, std::span<const ConfigPart> parts);

/// Those of one map.
std::span<const Inheritance> BasesOf(std::span<const Inheritance> all, NodeIndex map);

}  // namespace gonogo
