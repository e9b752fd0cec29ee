// HCL, the native syntax of Terraform, Packer and Nomad, as a ConfigTree: a map of attributes and
// blocks, which may be repeated. A block's labels are maps around what it holds, as in HCL's JSON:
//
//   resource "aws_lb" "front" { idle_timeout = 60 }   resource: {aws_lb: {front: {idle_timeout:
//   60}}} lifecycle { ... }                                 lifecycle: {...}
//
// Numbers, booleans, null, strings and heredocs without interpolation are scalars; lists and
// objects are trees. Any other expression is opaque: its raw text is there, its value is not known.
// An error costs the file.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

ConfigTree ParseHcl(std::string_view text, const ParseLimits& limits = {});

}  // namespace gonogo
