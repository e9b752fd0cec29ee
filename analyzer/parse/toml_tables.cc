#include "analyzer/parse/toml_tables.h"

#include <algorithm>
#include <utility>

namespace gonogo {
namespace {

std::string NameOf(std::uint32_t table, const std::string& key) {
  return std::to_string(table) + '\0' + key;
}

}  // namespace

TomlTables::TomlTables() {
  nodes_.emplace_back();
  nodes_[0].sort = TomlSort::kHeader;
}

std::uint32_t TomlTables::Find(std::uint32_t table, const std::string& key) const {
  const auto found = by_key_.find(NameOf(table, key));
  return found == by_key_.end() ? kNoNode : found->second;
}

std::uint32_t TomlTables::Append(std::uint32_t parent, TomlNode node) {
  const auto index = static_cast<std::uint32_t>(nodes_.size());
  if (nodes_[parent].IsTable()) by_key_.emplace(NameOf(parent, node.key.text), index);
  nodes_.push_back(std::move(node));
  TomlNode& above = nodes_[parent];
  if (above.last_child == kNoNode) {
    above.first_child = index;
  } else {
    nodes_[above.last_child].next = index;
  }
  above.last_child = index;
  return index;
}

void TomlTables::Enter(const TomlNode& node, TreeBuilder& builder) const {
  NewNode made;
  made.begin = node.begin;
  made.end = node.end;
  made.style = node.style;
  if (node.sort == TomlSort::kScalar) {
    if (node.decoded) {
      builder.Add(made, node.text);
    } else {
      builder.Add(made);
    }
    return;
  }
  const bool flow = node.sort == TomlSort::kArray || node.sort == TomlSort::kInline;
  builder.Open(node.IsTable() ? NodeKind::kMap : NodeKind::kList, node.begin,
               flow ? NodeStyle::kFlow : NodeStyle::kBlock);
}

void TomlTables::Build(TreeBuilder& builder) const {
  struct Level {
    std::uint32_t child;
    std::uint32_t end;
  };
  std::vector<Level> open;
  Enter(nodes_[0], builder);
  open.push_back({nodes_[0].first_child, nodes_[0].end});
  while (!open.empty() && !builder.failed()) {
    if (open.back().child == kNoNode) {
      builder.Close(open.back().end);
      open.pop_back();
      continue;
    }
    const TomlNode& node = nodes_[open.back().child];
    open.back().child = node.next;
    if (builder.expects_key()) {
      NewNode key;
      key.begin = node.key.begin;
      key.end = node.key.end;
      key.style = node.key.style;
      builder.Add(key, node.key.text);
    }
    Enter(node, builder);
    if (node.sort != TomlSort::kScalar) open.push_back({node.first_child, node.end});
  }
}

}  // namespace gonogo
