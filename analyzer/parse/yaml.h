// YAML as a ConfigTree, by libyaml's events: 1.1 as the tools of deployment read it, all documents
// of a file. A document with an error is not in the tree; the others are. Template actions are
// masked first (template_actions.h): a scalar that holds one is kOpaque, what a block action
// encloses is conditional, a map or list into which an action may put more is open.
//
// Scalars keep their text; what `on`, `010` or `~` is, rules decide by text and style. A plain `<<`
// is a merge key. The tag of a node is as it is written, not resolved.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/template_actions.h"

namespace gonogo {

struct YamlOptions {
  TemplateDialect dialect = TemplateDialect::kAuto;
  ParseLimits limits;
};

ConfigTree ParseYaml(std::string_view text, const YamlOptions& options = {});

}  // namespace gonogo
