#include "tests/parse/tree_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace gonogo {
namespace {

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\r') {
      escaped += "\\r";
    } else if (c == '\t') {
      escaped += "\\t";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Scalar(const ConfigTree& tree, NodeIndex index) {
  const ConfigNode& node = tree.node(index);
  const std::string text = Escaped(tree.Text(index));
  if (node.kind == NodeKind::kOpaque) return "?" + text;
  if (node.kind == NodeKind::kAlias) return text;
  if (node.style == NodeStyle::kAbsent) return "~";
  return node.style == NodeStyle::kPlain ? text : "\"" + text + "\"";
}

std::string Marks(const ConfigNode& node) {
  std::string marks;
  if (node.Is(kIsOpen)) marks += "+";
  if (node.Is(kIsDuplicate)) marks += "#2";
  if (node.Is(kIsConditional)) marks += "@";
  return marks;
}

std::string NodeText(const ConfigTree& tree, NodeIndex index) {
  const ConfigNode& node = tree.node(index);
  std::string text;
  if (const NodeProperties* properties = tree.PropertiesOf(index)) {
    if (!properties->tag.empty()) text += std::string(properties->tag) + " ";
    if (!properties->anchor.empty()) text += "&" + std::string(properties->anchor) + " ";
  }
  if (node.kind != NodeKind::kMap && node.kind != NodeKind::kList) {
    return text + Scalar(tree, index) + Marks(node);
  }
  const bool is_map = node.kind == NodeKind::kMap;
  text += is_map ? "{" : "[";
  const char* between = "";
  for (NodeIndex at = tree.FirstChild(index); at != kNoNode; at = tree.NextSibling(at)) {
    const bool is_key = tree.node(at).Is(kIsKey);
    text += between + NodeText(tree, at);
    between = is_key ? ": " : ", ";
  }
  return text + (is_map ? "}" : "]") + Marks(node);
}

void Require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "a tree breaks its promise: %s\n", promise);
  std::abort();
}

void CheckNode(const ConfigTree& tree, NodeIndex index, NodeOrder order) {
  const ConfigNode& node = tree.node(index);
  Require(node.begin <= node.end && node.end <= tree.text().size(),
          "node.begin <= node.end && node.end <= tree.text().size()");
  Require(node.next > index && node.next <= tree.nodes().size(),
          "node.next > index && node.next <= tree.nodes().size()");
  tree.Text(index);
  tree.ByteOfText(index, tree.Text(index).size() / 2);
  if (node.kind == NodeKind::kAlias)
    Require(tree.Resolve(index) < index, "tree.Resolve(index) < index");
  if (node.parent == kNoNode) return;
  const ConfigNode& parent = tree.node(node.parent);
  Require(node.parent < index && node.next <= parent.next,
          "node.parent < index && node.next <= parent.next");
  if (order == NodeOrder::kOfText)
    Require(parent.begin <= node.begin && node.end <= parent.end,
            "parent.begin <= node.begin && node.end <= parent.end");
  if (parent.kind == NodeKind::kMap) {
    Require(tree.KeyOf(index) != kNoNode, "tree.KeyOf(index) != kNoNode");
    if (!node.Is(kIsKey) || node.kind != NodeKind::kScalar) return;
    const NodeIndex last = tree.KeyNamed(node.parent, tree.Text(index));
    Require(last != kNoNode && last >= index, "last != kNoNode && last >= index");
  }
}

}  // namespace

std::string TreeText(const ConfigTree& tree) {
  std::string text;
  for (const ConfigDocument& document : tree.documents()) {
    if (&document != tree.documents().data()) text += " --- ";
    if (document.failed) {
      text += "error";
    } else {
      text += document.root == kNoNode ? "-" : NodeText(tree, document.root);
    }
  }
  return text;
}

std::vector<std::string> ErrorTexts(const ConfigTree& tree) {
  const LineIndex lines(tree.text());
  std::vector<std::string> texts;
  for (const ConfigError& error : tree.errors()) {
    const TextPosition at = lines.At(error.offset);
    texts.push_back(fmt::format("{}:{} {}", at.line, at.byte_column, error.message));
  }
  return texts;
}

NodeIndex NodeAt(const ConfigTree& tree, std::string_view path) {
  NodeIndex node = tree.root();
  while (!path.empty() && node != kNoNode) {
    const std::size_t dot = path.find('.');
    const std::string_view step = path.substr(0, dot);
    path.remove_prefix(dot == path.npos ? path.size() : dot + 1);
    std::size_t number = 0;
    const auto read = std::from_chars(step.data(), step.data() + step.size(), number);
    const std::vector<NodeIndex> items = ItemsOf(tree, node);
    if (!items.empty() && read.ec == std::errc()) {
      node = number < items.size() ? items[number] : kNoNode;
    } else {
      const auto entry = FindEntry(tree, node, step);
      node = entry ? entry->value : kNoNode;
    }
  }
  return node;
}

std::string PlaceOf(const ConfigTree& tree, NodeIndex node) {
  if (node == kNoNode) return "nowhere";
  const LineIndex lines(tree.text());
  const TextPosition begin = lines.At(tree.node(node).begin);
  const TextPosition end = lines.At(tree.node(node).end);
  return fmt::format("{}:{}-{}:{}", begin.line, begin.byte_column, end.line, end.byte_column);
}

void CheckTree(const ConfigTree& tree, NodeOrder order) {
  std::uint32_t begin = 0;
  for (NodeIndex i = 0; i < tree.nodes().size(); ++i) {
    if (order == NodeOrder::kOfText) Require(tree.node(i).begin >= begin, "nodes in order");
    begin = tree.node(i).begin;
    CheckNode(tree, i, order);
  }
  for (const ConfigDocument& document : tree.documents()) {
    std::uint64_t budget = 10'000;
    if (document.root != kNoNode) EntriesOf(tree, document.root, budget);
    Require(!document.failed || document.root == kNoNode,
            "!document.failed || document.root == kNoNode");
  }
  for (const ConfigSpan& comment : tree.comments()) {
    Require(comment.begin < comment.end && comment.end <= tree.text().size(),
            "comment.begin < comment.end && comment.end <= tree.text().size()");
  }
  for (const ConfigError& error : tree.errors()) {
    Require(error.offset <= tree.text().size() && !error.message.empty(),
            "error.offset <= tree.text().size() && !error.message.empty()");
  }
}

}  // namespace gonogo
