// Config shape: what a tree configures, by what is in it and not by where it lies. A file may hold
// several things: each document, each item of a Kubernetes List and each object of a Template of
// OpenShift is a part of its own.
//
//   for (const ConfigPart& part : PartsOf(tree, "deploy/all.yaml"))
//     if (part.shape == ConfigShape::kKubernetes) Check(part.node, part.object_kind);
//
// The shapes themselves are listed in model/config_shape.h.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/model/config_shape.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

struct ConfigPart {
  ConfigShape shape = ConfigShape::kUnknown;
  NodeIndex node = kNoNode;
  std::string_view api_version;  // of Kubernetes; they lie in the tree
  std::string_view object_kind;
};

/// One part for each document that has a root, or for each item of a list of objects. The path
/// decides only what has no content of its own: values.yaml.
std::vector<ConfigPart> PartsOf(const ConfigTree& tree, std::string_view path);

/// The values to which a path leads: keys with '/' between them, alternatives with '|', '*' for any
/// child, of which a few hundred are tried. `spec/sources/*/helm/values`.
std::vector<NodeIndex> NodesAt(const ConfigTree& tree, NodeIndex root, std::string_view path);

}  // namespace gonogo
