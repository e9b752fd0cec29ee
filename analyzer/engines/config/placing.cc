#include "analyzer/engines/config/placing.h"

#include <algorithm>
#include <vector>

namespace gonogo {
namespace {

/// The first line of a range, without blanks at its end.
ByteRange FirstLine(const ConfigTree& tree, std::uint32_t begin, std::uint32_t end) {
  const std::string_view text = tree.text().substr(begin, end - begin);
  std::size_t length = std::min(text.find_first_of("\r\n"), text.size());
  while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) --length;
  return {begin, begin + length};
}

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t ColumnOf(std::string_view text, std::size_t offset) {
  const std::size_t line = offset == 0 ? text.npos : text.rfind('\n', offset - 1);
  return line == text.npos ? offset : offset - line - 1;
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

std::optional<Repair> InsertionFor(const ConfigTree& tree, const Witness& witness,
                                   std::string_view lines) {
  if (witness.node != kNoNode) return std::nullopt;
  const ConfigNode& map = tree.node(tree.Resolve(witness.belongs_in));
  const NodeIndex key = tree.FirstChild(tree.Resolve(witness.belongs_in));
  if (map.kind != NodeKind::kMap || map.style != NodeStyle::kBlock || key == kNoNode)
    return std::nullopt;
  std::vector<std::string_view> texts = LinesOf(lines);
  if (witness.depth >= texts.size()) return std::nullopt;
  texts.erase(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(witness.depth));
  const std::string indent(ColumnOf(tree.text(), tree.node(key).begin), ' ');
  const std::size_t outer = texts.front().find_first_not_of(' ');
  // Behind the first entry, so that an item goes on beginning with what it began with.
  const NodeIndex value = tree.ValueOf(key);
  const NodeIndex second = tree.NextSibling(value);
  std::uint64_t at = tree.node(value).end;
  if (second != kNoNode) {
    at = tree.node(second).begin - ColumnOf(tree.text(), tree.node(second).begin);
  } else {
    at = std::min(tree.text().find('\n', std::max(at, std::uint64_t{1}) - 1), tree.text().size());
    at += at < tree.text().size() ? 1 : 0;
  }
  Repair repair{.range = {at, at}, .text = at > 0 && tree.text()[at - 1] != '\n' ? "\n" : ""};
  for (const std::string_view line : texts)
    repair.text += indent + std::string(line.substr(std::min(outer, line.size()))) + "\n";
  return repair;
}

}  // namespace gonogo
