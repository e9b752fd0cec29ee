#include "analyzer/engines/config/inheritance.h"

#include <algorithm>
#include <cstdint>

namespace gonogo {
namespace {

constexpr std::uint64_t kMostEntries = 200'000;

class Reader {
 public:
  Reader(const ConfigTree& tree, std::vector<Inheritance>& found) : tree_(tree), found_(found) {}

  /// Each entry of a map may extend another one.
  void Read(NodeIndex siblings) {
    for (const FoundEntry& entry : EntriesOf(tree_, siblings, budget_)) {
      const NodeIndex map = tree_.Resolve(entry.value);
      if (tree_.node(map).kind != NodeKind::kMap) continue;
      const auto extends = FindEntry(tree_, map, "extends");
      if (extends) ReadBases(siblings, map, tree_.Resolve(extends->value));
    }
  }

 private:
  void ReadBases(NodeIndex siblings, NodeIndex map, NodeIndex extends) {
    switch (tree_.node(extends).kind) {
      case NodeKind::kScalar:
        return Add(siblings, map, tree_.Text(extends));
      case NodeKind::kList: {
        const std::vector<NodeIndex> items = ItemsOf(tree_, extends);
        // What is named last overrides the others.
        for (auto item = items.rbegin(); item != items.rend(); ++item)
          Add(siblings, map, tree_.Text(tree_.Resolve(*item)));
        return;
      }
      case NodeKind::kMap: {
        const auto service = FindEntry(tree_, extends, "service");
        if (!service || FindEntry(tree_, extends, "file")) return AddBase(map, kNoNode);
        return Add(siblings, map, tree_.Text(tree_.Resolve(service->value)));
      }
      default:
        return AddBase(map, kNoNode);
    }
  }

  void Add(NodeIndex siblings, NodeIndex map, std::string_view name) {
    const auto entry = FindEntry(tree_, siblings, name);
    AddBase(map, entry ? tree_.Resolve(entry->value) : kNoNode);
  }

  void AddBase(NodeIndex map, NodeIndex base) { found_.push_back({.map = map, .base = base}); }

  const ConfigTree& tree_;
  std::vector<Inheritance>& found_;
  std::uint64_t budget_ = kMostEntries;
};

}  // namespace

std::vector<Inheritance> InheritancesIn(const ConfigTree& tree, std::span<const ConfigPart> parts) {
  std::vector<Inheritance> found;
  const bool may_extend = std::ranges::any_of(parts, [](const ConfigPart& part) {
    return part.shape == ConfigShape::kGitlabCi || part.shape == ConfigShape::kCompose;
  });
  if (!may_extend || !tree.text().contains("extends")) return found;
  Reader reader(tree, found);
  for (const ConfigPart& part : parts) {
    if (part.shape == ConfigShape::kGitlabCi) reader.Read(part.node);
    if (part.shape != ConfigShape::kCompose) continue;
    if (const auto services = FindEntry(tree, part.node, "services"))
      reader.Read(tree.Resolve(services->value));
  }
  std::ranges::stable_sort(found, {}, &Inheritance::map);
  return found;
}

std::span<const Inheritance> BasesOf(std::span<const Inheritance> all, NodeIndex map) {
  if (all.empty()) return {};
  const auto range = std::ranges::equal_range(all, map, {}, &Inheritance::map);
  return {range.begin(), range.end()};
}

}  // namespace gonogo
