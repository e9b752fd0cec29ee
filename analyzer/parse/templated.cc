#include "analyzer/parse/templated.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzer/parse/tree_builder.h"

namespace gonogo {

ConfigTree ParseTemplated(std::string_view text, TemplateDialect dialect, const TextParser& parse) {
  if (dialect == TemplateDialect::kNone || dialect == TemplateDialect::kAuto) return parse(text);
  std::vector<TemplateAction> actions = FindActions(text, dialect);
  if (actions.empty()) return parse(text);
  const std::string masked = MaskActions(text, actions);
  return Unmask(parse(masked), text, std::move(actions));
}

}  // namespace gonogo
