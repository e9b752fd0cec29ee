#include "analyzer/parse/template_marks.h"

#include <algorithm>

#include "analyzer/parse/template_actions.h"

namespace gonogo {

ActionCursor::ActionCursor(const std::vector<TemplateAction>& actions, std::uint32_t from)
    : actions_(actions) {
  const auto first = std::upper_bound(actions.begin(), actions.end(), from,
                                      [](std::uint32_t o, const auto& a) { return o < a.end; });
  next_ = static_cast<std::size_t>(first - actions.begin());
}

void ActionCursor::MoveTo(std::uint32_t offset) {
  while (next_ < actions_.size() && actions_[next_].end <= offset) ++next_;
  while (next_ > 0 && actions_[next_ - 1].end > offset) --next_;
}

std::uint16_t ActionCursor::FlagsAt(std::uint32_t offset) {
  if (actions_.empty()) return 0;
  MoveTo(offset);
  if (next_ == 0) return 0;
  const TemplateAction& before = actions_[next_ - 1];
  const bool branches = before.sort == ActionSort::kOpens || before.sort == ActionSort::kElse;
  return branches || before.branch != kNoAction ? kIsConditional : 0;
}

bool ActionCursor::Overlaps(std::uint32_t begin, std::uint32_t end) {
  if (actions_.empty()) return false;
  MoveTo(begin);
  return next_ < actions_.size() && actions_[next_].begin < end;
}

namespace {

constexpr int kUnknownColumn = -1;

/// Marks what one action that has its lines for itself puts into the nodes around it.
class Insertion {
 public:
  Insertion(std::string_view text, const ConfigDocument& document, std::vector<ConfigNode>& nodes)
      : text_(text), document_(document), nodes_(nodes) {}

  void Mark(const TemplateAction& action) {
    const NodeIndex last = LastBefore(action.begin);
    if (last == kNoNode) return;
    const std::string_view code = ActionCode(text_, action);
    int column = ActionIndent(code);
    const bool joins = text_.substr(action.begin).starts_with("{{-") && column == -1;
    if (column == -1) column = joins ? kUnknownColumn : ColumnOf(action.begin);
    if (OpensValueBehind(last, column, action.begin)) return;
    if (WritesValue(last, column, action.begin)) return;
    if (joins) MakeOpaque(last);
    OpenAround(last, column);
    // A helper may begin its lines with blanks of its own: then it writes where its call stands.
    const int stands = ColumnOf(action.begin);
    if (column >= 0 && column < stands && code.starts_with("include ") && !code.contains("nindent"))
      OpenAround(last, stands);
  }

 private:
  NodeIndex LastBefore(std::uint32_t offset) const {
    const auto begin = nodes_.begin() + document_.root;
    const auto end = nodes_.begin() + nodes_[document_.root].next;
    const auto behind = std::upper_bound(
        begin, end, offset, [](std::uint32_t o, const ConfigNode& n) { return o < n.begin; });
    if (behind == begin) return document_.root;
    return static_cast<NodeIndex>(behind - nodes_.begin() - 1);
  }

  int ColumnOf(std::uint32_t offset) const {
    const std::size_t line = text_.rfind('\n', offset == 0 ? 0 : offset - 1);
    const std::size_t begin = line == text_.npos || line >= offset ? 0 : line + 1;
    return static_cast<int>(offset - begin);
  }

  /// Of a block map or list: that of its first key or dash.
  int ColumnOfNode(NodeIndex node) const { return ColumnOf(nodes_[node].begin); }

  void MakeOpaque(NodeIndex node) {
    if (nodes_[node].kind == NodeKind::kScalar && !nodes_[node].Is(kIsKey)) {
      nodes_[node].kind = NodeKind::kOpaque;
    }
  }

  /// True where the action is the value of the key before it, or goes on with a block scalar.
  bool WritesValue(NodeIndex last, int column, std::uint32_t at) {
    const ConfigNode& node = nodes_[last];
    const bool absent = node.style == NodeStyle::kAbsent;
    const bool block = node.style == NodeStyle::kLiteral || node.style == NodeStyle::kFolded;
    if (!(absent || block) || node.parent == kNoNode || node.Is(kIsKey)) return false;
    if (block && node.end > at) return true;  // marked when it was read
    const int outer = ColumnOfNode(node.parent);
    if (column != kUnknownColumn && column < outer) return false;
    MakeOpaque(last);
    return column == kUnknownColumn || column > outer;
  }

  /// True where the action stands between a key and its value, which it begins.
  bool OpensValueBehind(NodeIndex key, int column, std::uint32_t at) {
    if (!nodes_[key].Is(kIsKey) || column < 0) return false;
    const NodeIndex value = nodes_[key].next;
    if (!IsBlock(value) || nodes_[value].begin < at || ColumnOfNode(value) != column) return false;
    nodes_[value].flags |= kIsOpen;
    return true;
  }

  void OpenAround(NodeIndex last, int column) {
    bool found = false;
    for (NodeIndex node = last; node != kNoNode; node = nodes_[node].parent) {
      if (!IsBlock(node) || ColumnOfNode(node) != column) continue;
      nodes_[node].flags |= kIsOpen;
      found = true;
    }
    if (found) return;
    // Nothing begins in that column: any of them may get it.
    for (NodeIndex node = last; node != kNoNode; node = nodes_[node].parent) {
      if (IsCollection(node)) nodes_[node].flags |= kIsOpen;
    }
  }

  bool IsCollection(NodeIndex node) const {
    return nodes_[node].kind == NodeKind::kMap || nodes_[node].kind == NodeKind::kList;
  }
  bool IsBlock(NodeIndex node) const {
    return IsCollection(node) && nodes_[node].style == NodeStyle::kBlock;
  }

  std::string_view text_;
  const ConfigDocument& document_;
  std::vector<ConfigNode>& nodes_;
};

/// Keys that actions write: any key may be among them.
void OpenMapsOfOpaqueKeys(const ConfigDocument& document, std::vector<ConfigNode>& nodes) {
  for (NodeIndex i = document.root; i < nodes[document.root].next; ++i) {
    if (nodes[i].kind != NodeKind::kOpaque || nodes[i].parent == kNoNode) continue;
    const bool is_item = nodes[nodes[i].parent].kind == NodeKind::kList;
    if (nodes[i].Is(kIsKey) || is_item) nodes[nodes[i].parent].flags |= kIsOpen;
  }
}

}  // namespace

void MarkInsertions(std::string_view text, const std::vector<TemplateAction>& actions,
                    const ConfigDocument& document, std::vector<ConfigNode>& nodes) {
  if (document.root == kNoNode) return;
  const auto first = std::lower_bound(actions.begin(), actions.end(), document.begin,
                                      [](const auto& a, std::uint32_t o) { return a.begin < o; });
  Insertion insertion(text, document, nodes);
  for (auto action = first; action != actions.end() && action->begin < document.end; ++action) {
    if (action->own_line && action->sort == ActionSort::kValue) insertion.Mark(*action);
  }
  if (first != actions.end()) OpenMapsOfOpaqueKeys(document, nodes);
}

}  // namespace gonogo
