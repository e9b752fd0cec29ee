// TemplateKey: one number for all objects of Kubernetes that one template made, such as the same
// manifest in forty overlays, and for a service in the compose files of one folder, which are
// variants of one installation. Other files have no name by which a copy is known: the Dockerfiles
// of three services are three, be they equal.
#pragma once

#include <cstdint>
#include <string_view>

#include "analyzer/parse/config_shape.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// Of all keys, of how they are nested and of the name: overlays change values. 0 where the object
/// has no name that is known.
std::uint64_t TemplateKeyOf(const ConfigTree& tree, const ConfigPart& part);
/// Of its name and the folder: variants differ in what it needs. 0 where the node is no entry.
std::uint64_t ServiceKeyOf(const ConfigTree& tree, NodeIndex service, std::string_view path);

}  // namespace gonogo
