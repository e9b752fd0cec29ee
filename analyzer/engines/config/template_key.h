// TemplateKey: one number for all objects of one shape, whatever their values: the same manifest in
// forty overlays, the same workflow for forty versions.
#pragma once

#include <cstdint>

#include "analyzer/parse/config_shape.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// Of all keys and of how they are nested; never 0.
std::uint64_t TemplateKeyOf(const ConfigTree& tree, const ConfigPart& part);

}  // namespace gonogo
