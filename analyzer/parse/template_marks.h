// Template marks: what template actions leave unknown in the tree around them.
#pragma once

#include <cstdint>
#include <vector>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {

/// Which nodes actions touch, asked in the order of the text: a step back costs time only.
class ActionCursor {
 public:
  /// From the first action that ends behind `from`.
  ActionCursor(const std::vector<TemplateAction>& actions, std::uint32_t from);

  /// kIsConditional within a block action, else nothing.
  std::uint16_t FlagsAt(std::uint32_t offset);
  /// True where an action stands within [begin, end).
  bool Overlaps(std::uint32_t begin, std::uint32_t end);

 private:
  void MoveTo(std::uint32_t offset);

  const std::vector<TemplateAction>& actions_;
  std::size_t next_ = 0;  // the first that ends behind the last offset
};

/// Marks maps and lists into which the actions of a document that has been read put more, and
/// values that they write: `annotations:` with nothing but an action below it.
void MarkInsertions(std::string_view text, const std::vector<TemplateAction>& actions,
                    const ConfigDocument& document, std::vector<ConfigNode>& nodes);

}  // namespace gonogo
