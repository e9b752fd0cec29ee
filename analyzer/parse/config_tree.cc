#include "analyzer/parse/config_tree.h"

#include <algorithm>
#include <unordered_set>

#include "analyzer/parse/key_hash.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostMerges = 1000;  // of one look-up: `<<` may name maps that merge again

std::size_t QuoteLength(NodeStyle style) {
  return style == NodeStyle::kSingleQuoted || style == NodeStyle::kDoubleQuoted ? 1 : 0;
}

bool IsBlankOrBreak(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string_view ConfigTree::Raw(NodeIndex index) const {
  const ConfigNode& node = nodes_[index];
  return text_.substr(node.begin, node.size());
}

std::string_view ConfigTree::Text(NodeIndex index) const {
  const ConfigNode& node = nodes_[index];
  if (node.Is(kIsDecoded)) {
    const ConfigSpan place = decodings_[node.detail];
    return std::string_view(decoded_).substr(place.begin, place.end - place.begin);
  }
  const std::size_t quote = QuoteLength(node.style);
  if (node.kind != NodeKind::kScalar || node.size() < 2 * quote) return Raw(index);
  return text_.substr(node.begin + quote, node.size() - 2 * quote);
}

std::uint32_t ConfigTree::ByteOfText(NodeIndex index, std::size_t offset) const {
  const ConfigNode& node = nodes_[index];
  const std::string_view text = Text(index);
  std::uint32_t at = node.begin + static_cast<std::uint32_t>(QuoteLength(node.style));
  offset = std::min(offset, text.size());
  const bool same_length = text.size() + 2 * QuoteLength(node.style) == node.size();
  if (!node.Is(kIsDecoded) || same_length) return at + static_cast<std::uint32_t>(offset);
  if (node.style == NodeStyle::kLiteral || node.style == NodeStyle::kFolded) {
    while (at < node.end && text_[at] != '\n') ++at;  // the header: `|-`
  }
  // Both are walked together: what the raw text has more is blanks, breaks and escapes.
  const auto skip_to = [&](char c) {
    while (at < node.end && text_[at] != c) {
      const bool folded = (c == ' ' || c == '\n') && text_[at] == '\n';
      if (folded || (!IsBlankOrBreak(text_[at]) && text_[at] != '\\')) break;
      ++at;
    }
  };
  for (std::size_t i = 0; i < offset && at < node.end; ++i) {
    skip_to(text[i]);
    ++at;
  }
  if (offset < text.size()) skip_to(text[offset]);
  return std::min(at, node.end);
}

NodeIndex ConfigTree::FirstChild(NodeIndex index) const {
  return index + 1 < nodes_[index].next ? index + 1 : kNoNode;
}

NodeIndex ConfigTree::NextSibling(NodeIndex index) const {
  const ConfigNode& node = nodes_[index];
  if (node.parent == kNoNode || node.next >= nodes_[node.parent].next) return kNoNode;
  return node.next;
}

NodeIndex ConfigTree::KeyOf(NodeIndex value) const {
  const NodeIndex map = nodes_[value].parent;
  if (map == kNoNode || nodes_[map].kind != NodeKind::kMap) return kNoNode;
  if (nodes_[value].Is(kIsKey)) return value;
  // Most keys are scalars, right before their values.
  if (nodes_[value - 1].parent == map && nodes_[value - 1].Is(kIsKey)) return value - 1;
  NodeIndex key = value - 1;
  while (nodes_[key].parent != map) key = nodes_[key].parent;
  return key;
}

NodeIndex ConfigTree::Resolve(NodeIndex index) const {
  // An alias names a node that stands before it, so this ends.
  while (nodes_[index].kind == NodeKind::kAlias) index = nodes_[index].detail;
  return index;
}

const NodeProperties* ConfigTree::PropertiesOf(NodeIndex index) const {
  if (!nodes_[index].Is(kHasProperties)) return nullptr;
  const auto found = std::lower_bound(properties_.begin(), properties_.end(), index,
                                      [](const auto& p, NodeIndex i) { return p.node < i; });
  return found != properties_.end() && found->node == index ? &*found : nullptr;
}

std::string_view ConfigTree::TagOf(NodeIndex index) const {
  const NodeProperties* properties = PropertiesOf(index);
  return properties == nullptr ? std::string_view() : properties->tag;
}

bool ConfigTree::HasText(NodeIndex scalar, std::string_view text) const {
  const ConfigNode& node = nodes_[scalar];
  // Most differ in length already.
  const std::size_t quotes = 2 * QuoteLength(node.style);
  if (!node.Is(kIsDecoded) && node.size() != text.size() + quotes && node.size() >= quotes)
    return false;
  return Text(scalar) == text;
}

template <class Visit>
void ConfigTree::VisitKeys(NodeIndex map, std::string_view key, Visit visit) const {
  if (nodes_[map].kind != NodeKind::kMap) return;
  // What has few nodes has few keys, and is not in the index.
  const bool may_be_indexed = nodes_[map].next - map > 2 * kFewEntries;
  const auto first = may_be_indexed
                         ? std::lower_bound(index_.begin(), index_.end(), map,
                                            [](const auto& k, NodeIndex m) { return k.map < m; })
                         : index_.end();
  if (first != index_.end() && first->map == map) {
    const IndexedKey from = {map, KeyHash(key), 0};
    auto at = std::lower_bound(first, index_.end(), from, [](const auto& a, const auto& b) {
      return a.map != b.map ? a.map < b.map : a.hash < b.hash;
    });
    for (; at != index_.end() && at->map == map && at->hash == from.hash; ++at) {
      if (Text(at->key) == key) visit(at->key);
    }
    return;
  }
  const char begin = key.empty() ? '\0' : key.front();
  for (NodeIndex at = map + 1; at < nodes_[map].next; at = nodes_[nodes_[at].next].next) {
    const ConfigNode& node = nodes_[at];
    if (node.kind != NodeKind::kScalar) continue;
    // Most differ in length or begin with another letter.
    const std::size_t quotes = QuoteLength(node.style);
    if (!node.Is(kIsDecoded) && node.size() > 2 * quotes) {
      if (node.size() != key.size() + 2 * quotes || text_[node.begin + quotes] != begin) continue;
    }
    if (HasText(at, key)) visit(at);
  }
}

std::vector<NodeIndex> ConfigTree::KeysNamed(NodeIndex map, std::string_view key) const {
  std::vector<NodeIndex> keys;
  VisitKeys(map, key, [&](NodeIndex found) { keys.push_back(found); });
  return keys;
}

NodeIndex ConfigTree::KeyNamed(NodeIndex map, std::string_view key, int* times) const {
  NodeIndex last = kNoNode;
  int count = 0;
  VisitKeys(map, key, [&](NodeIndex found) {
    last = found;
    ++count;
  });
  if (times) *times = count;
  return last;
}

namespace {

/// A map whose entries a merge brings, and the value of the merge key that did.
struct Merged {
  NodeIndex map = kNoNode;
  NodeIndex via = kNoNode;
};

/// The maps that the merge keys of `map` name, the first to count first. `via` is handed down to
/// merges of merges, so that provenance is the use in the map that was asked.
void AddMerged(const ConfigTree& tree, NodeIndex map, NodeIndex via, std::vector<Merged>& into) {
  for (const NodeIndex key : tree.KeysNamed(map, "<<")) {
    if (!tree.node(key).Is(kIsMerge)) continue;
    const NodeIndex value = tree.ValueOf(key);
    const NodeIndex target = tree.Resolve(value);
    if (tree.node(target).kind == NodeKind::kMap) {
      into.push_back({target, via == kNoNode ? value : via});
    }
    for (const NodeIndex item : ItemsOf(tree, target)) {
      const NodeIndex merged = tree.Resolve(item);
      if (tree.node(merged).kind != NodeKind::kMap) continue;
      into.push_back({merged, via == kNoNode ? item : via});
    }
  }
}

/// The map itself, then all that it merges, each once, in the order in which they count.
std::vector<Merged> MapsOf(const ConfigTree& tree, NodeIndex map) {
  std::vector<Merged> waiting = {{tree.Resolve(map), kNoNode}};
  std::vector<Merged> maps;
  while (!waiting.empty() && maps.size() < kMostMerges) {
    const Merged next = waiting.back();
    waiting.pop_back();
    maps.push_back(next);
    std::vector<Merged> below;
    AddMerged(tree, next.map, next.via, below);
    waiting.insert(waiting.end(), below.rbegin(), below.rend());
    if (waiting.size() > kMostMerges) break;
  }
  return maps;
}

bool HasMerge(const ConfigTree& tree, NodeIndex map) {
  if (!tree.has_merges()) return false;
  const NodeIndex key = tree.KeyNamed(map, "<<");
  return key != kNoNode && tree.node(key).Is(kIsMerge);
}

std::vector<FoundEntry> OwnEntriesOf(const ConfigTree& tree, NodeIndex map, std::uint64_t& budget) {
  std::vector<FoundEntry> entries;
  NodeIndex key = tree.FirstChild(map);
  while (key != kNoNode && budget > 0) {
    --budget;
    const NodeIndex value = tree.ValueOf(key);
    if (!tree.node(key).Is(kIsMerge)) entries.push_back({key, value, kNoNode});
    key = tree.NextSibling(value);
  }
  return entries;
}

}  // namespace

std::optional<FoundEntry> FindEntry(const ConfigTree& tree, NodeIndex map, std::string_view key,
                                    int* times) {
  if (map == kNoNode) return std::nullopt;
  const NodeIndex self = tree.Resolve(map);
  const NodeIndex own = tree.KeyNamed(self, key, times);
  if (own != kNoNode) return FoundEntry{own, tree.ValueOf(own), kNoNode};
  if (!HasMerge(tree, self)) return std::nullopt;
  for (const Merged& merged : MapsOf(tree, self)) {
    const NodeIndex found = tree.KeyNamed(merged.map, key);
    if (found != kNoNode) return FoundEntry{found, tree.ValueOf(found), merged.via};
  }
  return std::nullopt;
}

std::vector<FoundEntry> EntriesOf(const ConfigTree& tree, NodeIndex map, std::uint64_t& budget) {
  std::vector<FoundEntry> entries;
  if (map == kNoNode || tree.node(tree.Resolve(map)).kind != NodeKind::kMap) return entries;
  if (!HasMerge(tree, tree.Resolve(map))) return OwnEntriesOf(tree, tree.Resolve(map), budget);
  const std::vector<Merged> maps = MapsOf(tree, map);
  std::unordered_set<std::string_view> seen;
  std::size_t noted = 0;
  for (const Merged& from : maps) {
    NodeIndex key = tree.FirstChild(from.map);
    while (key != kNoNode && budget > 0) {
      --budget;
      const NodeIndex value = tree.ValueOf(key);
      const bool is_named = tree.node(key).kind == NodeKind::kScalar && maps.size() > 1;
      const bool hidden = is_named && from.via != kNoNode && seen.contains(tree.Text(key));
      if (!tree.node(key).Is(kIsMerge) && !hidden) entries.push_back({key, value, from.via});
      key = tree.NextSibling(value);
    }
    if (maps.size() == 1) break;
    for (; noted < entries.size(); ++noted) seen.insert(tree.Text(entries[noted].key));
  }
  return entries;
}

std::vector<NodeIndex> ItemsOf(const ConfigTree& tree, NodeIndex list) {
  std::vector<NodeIndex> items;
  if (list == kNoNode) return items;
  list = tree.Resolve(list);
  if (tree.node(list).kind != NodeKind::kList) return items;
  for (NodeIndex item = tree.FirstChild(list); item != kNoNode; item = tree.NextSibling(item)) {
    items.push_back(item);
  }
  return items;
}

std::uint32_t BranchAt(const ConfigTree& tree, std::uint32_t offset) {
  const std::span<const TemplateAction> actions = tree.actions();
  const auto behind = std::upper_bound(actions.begin(), actions.end(), offset,
                                       [](std::uint32_t o, const auto& a) { return o < a.begin; });
  if (behind == actions.begin()) return kNoAction;
  const TemplateAction& before = *(behind - 1);
  const bool branches = before.sort == ActionSort::kOpens || before.sort == ActionSort::kElse;
  if (!branches) return before.branch;
  return static_cast<std::uint32_t>(behind - actions.begin() - 1);
}

bool MayHoldMore(const ConfigTree& tree, NodeIndex node) {
  if (node == kNoNode) return false;
  const ConfigNode& resolved = tree.node(tree.Resolve(node));
  if (resolved.kind == NodeKind::kOpaque || resolved.Is(kIsOpen)) return true;
  if (resolved.kind != NodeKind::kMap || !HasMerge(tree, tree.Resolve(node))) return false;
  for (const Merged& merged : MapsOf(tree, node)) {
    if (tree.node(merged.map).Is(kIsOpen)) return true;
    for (const NodeIndex key : tree.KeysNamed(merged.map, "<<")) {
      if (tree.node(tree.Resolve(tree.ValueOf(key))).kind == NodeKind::kOpaque) return true;
    }
  }
  return false;
}

}  // namespace gonogo
