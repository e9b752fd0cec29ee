#include "analyzer/parse/yaml.h"

#include <string>
#include <utility>
#include <vector>

#include "analyzer/parse/template_lines.h"
#include "analyzer/parse/template_marks.h"
#include "analyzer/parse/tree_builder.h"
#include "analyzer/parse/yaml_document.h"
#include "analyzer/parse/yaml_pieces.h"

namespace gonogo {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Reading {
  ConfigTree tree;
  YamlSigns signs;
};

Reading Read(std::string_view text, std::vector<TemplateAction> actions,
             const ParseLimits& limits) {
  JoinBlocksOfLines(text, actions);
  std::string masked = actions.empty() ? std::string() : MaskActions(text, actions);
  if (!actions.empty()) KeepLinesBelow(text, actions, masked);
  const bool has_mark = text.starts_with(kByteOrderMark);
  const std::string_view readable = actions.empty() ? text : std::string_view(masked);
  const YamlSource source = {text, readable, actions};
  TreeBuilder builder(text, limits);
  Reading reading;
  for (YamlPiece piece : CutYaml(readable)) {
    if (piece.begin == 0 && has_mark) piece.begin = kByteOrderMark.size();
    const YamlSigns signs = ReadYamlDocument(source, piece, builder);
    reading.signs.double_brace |= signs.double_brace;
    if (builder.exhausted()) break;
  }
  builder.MarkTemplates(std::move(actions));
  reading.tree = std::move(builder).Finish();
  return reading;
}

bool MayBeTemplate(std::string_view text) {
  return text.contains("{{") || text.contains("{%") || text.contains("<%");
}

}  // namespace

ConfigTree ParseYaml(std::string_view text, const YamlOptions& options) {
  if (text.size() > options.limits.bytes) return TooLarge(text, options.limits);
  if (options.dialect != TemplateDialect::kAuto) {
    return Read(text, FindActions(text, options.dialect), options.limits).tree;
  }
  Reading plain = Read(text, {}, options.limits);
  const bool doubtful = plain.signs.double_brace || !plain.tree.errors().empty();
  if (!doubtful || !MayBeTemplate(text)) return std::move(plain.tree);
  std::vector<TemplateAction> actions = FindActions(text, options.dialect);
  if (actions.empty()) return std::move(plain.tree);
  Reading masked = Read(text, std::move(actions), options.limits);
  const bool better = masked.tree.errors().size() < plain.tree.errors().size();
  return better || plain.signs.double_brace ? std::move(masked.tree) : std::move(plain.tree);
}

}  // namespace gonogo
