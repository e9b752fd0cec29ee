// One document of YAML, read by libyaml into a TreeBuilder. The only part that knows libyaml.
#pragma once

#include <string_view>
#include <vector>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/tree_builder.h"
#include "analyzer/parse/yaml_pieces.h"

namespace gonogo {

struct YamlSource {
  std::string_view text;    // the file
  std::string_view masked;  // the same, its template actions masked
  const std::vector<TemplateAction>& actions;
};

/// What is only seen while a document is read.
struct YamlSigns {
  bool double_brace = false;  // a flow map that begins with `{{`: a template, not YAML
};

/// Adds the document of the piece, with its comments, or its error.
YamlSigns ReadYamlDocument(const YamlSource& source, const YamlPiece& piece, TreeBuilder& builder);

}  // namespace gonogo
