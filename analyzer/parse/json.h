// JSON as a ConfigTree, read generously: comments, a comma behind the last entry and all of JSON5
// are understood whatever the dialect. What the dialect does not allow is noted as an error, once
// for each sort, and costs nothing of the tree; what cannot be read costs all of it.
#pragma once

#include <string_view>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/template_actions.h"

namespace gonogo {

enum class JsonDialect : std::uint8_t {
  kStrict,    // RFC 8259
  kComments,  // and comments and a last comma: tsconfig.json, settings of editors
  kJson5,
};

struct JsonOptions {
  JsonDialect dialect = JsonDialect::kStrict;
  TemplateDialect templates = TemplateDialect::kNone;
  ParseLimits limits;
};

ConfigTree ParseJson(std::string_view text, const JsonOptions& options = {});

}  // namespace gonogo
