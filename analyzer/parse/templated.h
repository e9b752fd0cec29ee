// Templated: any format behind a template engine, such as `nginx.conf.j2` or `app.service.erb`. The
// parser reads the masked text; in its tree what an action touches is opaque, and what a block
// action encloses is conditional. YAML and JSON do this themselves, and know more.
#pragma once

#include <functional>
#include <string_view>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/template_actions.h"

namespace gonogo {

using TextParser = std::function<ConfigTree(std::string_view text)>;

/// kNone parses the text as it is; kAuto too, and where that fails as a template by its marks.
ConfigTree ParseTemplated(std::string_view text, TemplateDialect dialect, const TextParser& parse);

}  // namespace gonogo
