#include "analyzer/engines/config/placing.h"

#include <algorithm>

namespace gonogo {
namespace {

/// The first line of a range, without blanks at its end.
ByteRange FirstLine(const ConfigTree& tree, std::uint32_t begin, std::uint32_t end) {
  const std::string_view text = tree.text().substr(begin, end - begin);
  std::size_t length = std::min(text.find_first_of("\r\n"), text.size());
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) --length;
  return {begin, begin + length};
}

}  // namespace

ByteRange RangeOfNode(const ConfigTree& tree, NodeIndex node) {
  const ConfigNode& value = tree.node(node);
  NodeIndex key = tree.KeyOf(node);
  const bool block = value.kind == NodeKind::kMap || value.kind == NodeKind::kList;
  if (key != kNoNode && tree.node(key).begin > value.begin && !block) key = kNoNode;
  if (key != kNoNode) {
    const std::uint32_t begin = tree.node(key).begin;
    return FirstLine(tree, begin, block ? tree.node(key).end : std::max(value.end, begin));
  }
  // Of an item or a document, what stands first in it.
  const NodeIndex first = block ? tree.FirstChild(node) : kNoNode;
  if (first == kNoNode) return FirstLine(tree, value.begin, value.end);
  if (value.kind == NodeKind::kList) return RangeOfNode(tree, first);
  const ConfigNode& entry = tree.node(tree.ValueOf(first));
  const bool nested = entry.kind == NodeKind::kMap || entry.kind == NodeKind::kList;
  return FirstLine(tree, tree.node(first).begin,
                   nested ? tree.node(first).end : std::max(entry.end, tree.node(first).end));
}

ByteRange RangeOf(const ConfigTree& tree, const Witness& witness) {
  return RangeOfNode(tree, witness.node != kNoNode ? witness.node : witness.belongs_in);
}

}  // namespace gonogo
