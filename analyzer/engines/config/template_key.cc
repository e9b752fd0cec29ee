#include "analyzer/engines/config/template_key.h"

#include <algorithm>
#include <optional>

#include "analyzer/parse/key_hash.h"

namespace gonogo {
namespace {

std::uint64_t Mixed(std::uint64_t hash, std::uint64_t part) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  hash = (hash ^ part) * kPrime;
  return hash ^ (hash >> 29);
}

NodeIndex NameOf(const ConfigTree& tree, NodeIndex object) {
  const auto metadata = FindEntry(tree, object, "metadata");
  const auto name = metadata ? FindEntry(tree, metadata->value, "name") : std::nullopt;
  return name ? tree.Resolve(name->value) : kNoNode;
}

}  // namespace

std::uint64_t TemplateKeyOf(const ConfigTree& tree, const ConfigPart& part) {
  if (part.node == kNoNode || part.shape != ConfigShape::kKubernetes) return 0;
  const NodeIndex name = NameOf(tree, part.node);
  if (name == kNoNode || tree.node(name).kind != NodeKind::kScalar) return 0;
  std::uint64_t hash = Mixed(KeyHash(part.object_kind), KeyHash(tree.Text(name)));
  // Nodes stand in the order of the text, a subtree together.
  const NodeIndex end = tree.node(part.node).next == kNoNode
                            ? static_cast<NodeIndex>(tree.nodes().size())
                            : tree.node(part.node).next;
  for (NodeIndex node = part.node; node < end; ++node) {
    const bool is_key = tree.node(node).Is(kIsKey);
    hash = Mixed(hash, static_cast<std::uint64_t>(tree.node(node).kind) + (is_key ? 16 : 0));
    if (is_key) hash = Mixed(hash, KeyHash(tree.Text(node)));
  }
  return std::max<std::uint64_t>(hash, 1);
}

std::uint64_t ServiceKeyOf(const ConfigTree& tree, NodeIndex service, std::string_view path) {
  const NodeIndex key = tree.KeyOf(service);
  if (key == kNoNode) return 0;
  const std::size_t slash = path.rfind('/');
  const std::string_view folder = path.substr(0, slash == path.npos ? 0 : slash);
  return std::max<std::uint64_t>(Mixed(KeyHash(folder), KeyHash(tree.Text(key))), 1);
}

}  // namespace gonogo
