#include "analyzer/parse/templated.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzer/parse/tree_builder.h"

namespace gonogo {

namespace {

/// What marks of a template engine stand in a text that cannot be read as it is.
TemplateDialect DialectBehind(std::string_view text) {
  if (text.contains("{%") && text.contains("%}")) return TemplateDialect::kJinja;
  if (text.contains("<%") && text.contains("%>")) return TemplateDialect::kErb;
  if (text.contains("{{") && text.contains("}}")) return TemplateDialect::kGo;
  return TemplateDialect::kNone;
}

ConfigTree ParseAsFound(std::string_view text, const TextParser& parse) {
  ConfigTree plain = parse(text);
  if (plain.errors().empty()) return plain;
  const TemplateDialect dialect = DialectBehind(text);
  if (dialect == TemplateDialect::kNone) return plain;
  ConfigTree masked = ParseTemplated(text, dialect, parse);
  return masked.errors().empty() ? std::move(masked) : std::move(plain);
}

}  // namespace

ConfigTree ParseTemplated(std::string_view text, TemplateDialect dialect, const TextParser& parse) {
  if (dialect == TemplateDialect::kNone) return parse(text);
  if (dialect == TemplateDialect::kAuto) return ParseAsFound(text, parse);
  std::vector<TemplateAction> actions = FindActions(text, dialect);
  if (actions.empty()) return parse(text);
  const std::string masked = MaskActions(text, actions);
  return Unmask(parse(masked), text, std::move(actions));
}

}  // namespace gonogo
