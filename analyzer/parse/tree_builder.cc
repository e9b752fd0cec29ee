#include "analyzer/parse/tree_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "analyzer/base/check.h"
#include "analyzer/parse/key_hash.h"
#include "analyzer/parse/template_marks.h"

namespace gonogo {
namespace {

constexpr std::size_t kLeastDecoded = 256;     // more than a string holds within itself
constexpr std::uint64_t kCollectionBytes = 2;  // what a map or list costs when written out

std::uint32_t Narrow(std::uint64_t value) {
  CHECK(value < kNoNode);
  return static_cast<std::uint32_t>(value);
}

}  // namespace

TreeBuilder::TreeBuilder(std::string_view text, const ParseLimits& limits, KeyPolicy keys)
    : limits_(limits), keys_(keys), tree_(text) {
  CHECK(limits.bytes < kNoNode && text.size() <= limits.bytes);
}

void TreeBuilder::BeginDocument(std::uint32_t begin) {
  document_begin_ = begin;
  node_mark_ = tree_.nodes_.size();
  property_mark_ = tree_.properties_.size();
  decoding_mark_ = tree_.decodings_.size();
  decoded_mark_ = tree_.decoded_.size();
  index_mark_ = tree_.index_.size();
  failed_ = exhausted_;
  root_expanded_ = 0;
  if (tree_.documents_.size() < limits_.documents || exhausted_) return;
  exhausted_ = true;
  FailDocument(ConfigErrorSort::kLimit, begin,
               fmt::format("more than {} documents", limits_.documents));
}

void TreeBuilder::EndDocument(std::uint32_t end) {
  while (!open_.empty()) CloseAtContent();
  ConfigDocument document;
  document.begin = document_begin_;
  document.end = end;
  document.failed = failed_;
  if (tree_.nodes_.size() > node_mark_) document.root = Narrow(node_mark_);
  tree_.documents_.push_back(document);
  anchors_.clear();
  anchored_.clear();
}

void TreeBuilder::FailDocument(ConfigErrorSort sort, std::uint32_t offset, std::string message) {
  if (failed_ && !exhausted_) return;
  Note(sort, offset, std::move(message));
  failed_ = true;
  open_.clear();
  anchors_.clear();
  anchored_.clear();
  last_ = kNoNode;
  tree_.nodes_.resize(node_mark_);
  tree_.properties_.resize(property_mark_);
  tree_.decodings_.resize(decoding_mark_);
  tree_.decoded_.resize(decoded_mark_);
  tree_.index_.resize(index_mark_);
}

void TreeBuilder::Note(ConfigErrorSort sort, std::uint32_t offset, std::string message) {
  const std::uint32_t last = Narrow(tree_.text_.size());
  tree_.errors_.push_back({sort, std::min(offset, last), std::move(message)});
}

NodeKind TreeBuilder::innermost() const {
  return open_.empty() ? NodeKind::kScalar : tree_.nodes_[open_.back().node].kind;
}

bool TreeBuilder::WithinLimits(std::uint32_t begin) {
  if (tree_.nodes_.size() >= limits_.nodes) {
    exhausted_ = true;
    FailDocument(ConfigErrorSort::kLimit, begin,
                 fmt::format("more than {} keys and values", limits_.nodes));
    return false;
  }
  if (open_.size() < limits_.depth) return true;
  FailDocument(ConfigErrorSort::kLimit, begin,
               fmt::format("nested deeper than {} levels", limits_.depth));
  return false;
}

bool TreeBuilder::CountExpanded(std::uint64_t bytes, std::uint32_t at) {
  const std::uint64_t most =
      std::max<std::uint64_t>(limits_.least_expansion, limits_.expansion * tree_.text_.size());
  std::uint64_t& sum = open_.empty() ? root_expanded_ : open_.back().expanded;
  sum += bytes;
  if (sum <= most) return true;
  FailDocument(ConfigErrorSort::kLimit, at,
               fmt::format("aliases would expand to more than {} bytes", most));
  return false;
}

bool TreeBuilder::Append(const NewNode& made, std::uint64_t expanded) {
  if (failed_ || !WithinLimits(made.begin)) return false;
  ConfigNode node;
  node.begin = made.begin;
  node.end = made.end;
  node.kind = made.kind;
  node.style = made.style;
  node.flags = made.flags;
  last_ = Narrow(tree_.nodes_.size());
  last_expanded_ = expanded;
  node.next = last_ + 1;
  if (!open_.empty()) {
    OpenNode& parent = open_.back();
    node.parent = parent.node;
    if (parent.at_key) node.flags |= kIsKey;
    if (tree_.nodes_[parent.node].kind == NodeKind::kMap) parent.at_key = !parent.at_key;
    ++parent.entries;
    parent.content_end = std::max(parent.content_end, made.end);
  }
  tree_.nodes_.push_back(node);
  tree_.has_merges_ = tree_.has_merges_ || node.Is(kIsMerge);
  return CountExpanded(expanded, made.begin);
}

bool TreeBuilder::Add(const NewNode& node) {
  return Append(node, std::uint64_t{node.end} - node.begin + 1);
}

std::uint32_t TreeBuilder::Keep(std::string_view decoded) {
  const std::uint32_t begin = Narrow(tree_.decoded_.size());
  // Parts look into it, so it must not lie within the tree, which is moved.
  if (tree_.decoded_.capacity() < kLeastDecoded) tree_.decoded_.reserve(kLeastDecoded);
  tree_.decoded_ += decoded;
  tree_.decodings_.push_back({begin, Narrow(tree_.decoded_.size())});
  return Narrow(tree_.decodings_.size() - 1);
}

bool TreeBuilder::Add(const NewNode& node, std::string_view decoded) {
  if (!Add(node)) return false;
  tree_.nodes_[last_].detail = Keep(decoded);
  tree_.nodes_[last_].flags |= kIsDecoded;
  return true;
}

bool TreeBuilder::AddAlias(std::uint32_t begin, std::uint32_t end, std::string_view anchor) {
  if (failed_) return false;
  const auto found = anchors_.find(anchor);
  if (found == anchors_.end() || found->second.open) {
    const char* why = found == anchors_.end() ? "no anchor \"{}\" stands before this alias"
                                              : "the alias \"{}\" stands within its own anchor";
    FailDocument(ConfigErrorSort::kSyntax, begin,
                 fmt::format(fmt::runtime(why), anchor.substr(0, 80)));
    return false;
  }
  NewNode node;
  node.begin = begin;
  node.end = end;
  node.kind = NodeKind::kAlias;
  const Anchor target = found->second;
  if (!Append(node, target.expanded)) return false;
  tree_.nodes_[last_].detail = target.node;
  return true;
}

bool TreeBuilder::AddAbsent(std::uint32_t at) {
  NewNode node;
  node.begin = node.end = at;
  node.style = NodeStyle::kAbsent;
  return Add(node);
}

bool TreeBuilder::Open(NodeKind kind, std::uint32_t begin, NodeStyle style) {
  NewNode node;
  node.begin = node.end = begin;
  node.kind = kind;
  node.style = style;
  if (!Append(node, kCollectionBytes)) return false;
  OpenNode open;
  open.node = last_;
  open.at_key = kind == NodeKind::kMap;
  open.content_end = begin;
  open_.push_back(open);
  return true;
}

bool TreeBuilder::CloseAtContent() { return failed_ || Close(open_.back().content_end); }

bool TreeBuilder::Close(std::uint32_t end) {
  if (failed_) return false;
  CHECK(!open_.empty());
  if (innermost() == NodeKind::kMap && !open_.back().at_key) {
    if (!AddAbsent(open_.back().content_end)) return false;
  }
  const OpenNode closed = open_.back();
  open_.pop_back();
  ConfigNode& node = tree_.nodes_[closed.node];
  node.end = std::max(end, node.begin);
  node.next = Narrow(tree_.nodes_.size());
  if (!open_.empty()) {
    open_.back().content_end = std::max(open_.back().content_end, node.end);
  }
  Seal(closed);
  return CountExpanded(closed.expanded, node.begin);
}

void TreeBuilder::Seal(const OpenNode& closed) {
  if (!anchored_.empty() && anchored_.back().first == closed.node) {
    Anchor& anchor = anchors_[anchored_.back().second];
    if (anchor.node == closed.node) {
      anchor.open = false;
      anchor.expanded = closed.expanded + kCollectionBytes;
    }
    anchored_.pop_back();
  }
  if (tree_.nodes_[closed.node].kind != NodeKind::kMap) return;
  if (closed.entries <= 2 * kFewEntries) {
    if (keys_ == KeyPolicy::kUnique) MarkFewDuplicates(closed.node);
  } else {
    IndexKeys(closed.node);
  }
}

void TreeBuilder::SetProperties(ConfigSpan span, std::string_view tag, std::string_view anchor) {
  if (failed_) return;
  tree_.nodes_[last_].flags |= kHasProperties;
  tree_.properties_.push_back({last_, span, tag, anchor});
  if (anchor.empty()) return;
  const bool is_open = !open_.empty() && open_.back().node == last_;
  anchors_[anchor] = {last_, last_expanded_, is_open};
  if (is_open) anchored_.emplace_back(last_, anchor);
}

namespace {

bool IsPlainKey(const ConfigNode& key) {
  return key.kind == NodeKind::kScalar && !key.Is(kIsMerge);
}

void MarkLater(ConfigNode& earlier, ConfigNode& later) {
  if (!earlier.Is(kIsConditional) && !later.Is(kIsConditional)) later.flags |= kIsDuplicate;
}

}  // namespace

void TreeBuilder::MarkFewDuplicates(NodeIndex map) {
  std::vector<ConfigNode>& nodes = tree_.nodes_;
  const NodeIndex end = nodes[map].next;
  for (NodeIndex key = map + 1; key < end; key = nodes[nodes[key].next].next) {
    if (!IsPlainKey(nodes[key])) continue;
    const std::string_view text = tree_.Text(key);
    for (NodeIndex other = map + 1; other < key; other = nodes[nodes[other].next].next) {
      if (IsPlainKey(nodes[other]) && tree_.Text(other) == text) {
        MarkLater(nodes[other], nodes[key]);
        break;
      }
    }
  }
}

void TreeBuilder::IndexKeys(NodeIndex map) {
  std::vector<ConfigNode>& nodes = tree_.nodes_;
  const std::size_t first = tree_.index_.size();
  for (NodeIndex key = map + 1; key < nodes[map].next; key = nodes[nodes[key].next].next) {
    if (nodes[key].kind == NodeKind::kScalar) {
      tree_.index_.push_back({map, KeyHash(tree_.Text(key)), key});
    }
  }
  const auto begin = tree_.index_.begin() + static_cast<std::ptrdiff_t>(first);
  // Keys made to collide must not cost their square: equal hashes are ordered by text.
  std::sort(begin, tree_.index_.end(), [this](const auto& a, const auto& b) {
    if (a.hash != b.hash) return a.hash < b.hash;
    const int order = tree_.Text(a.key).compare(tree_.Text(b.key));
    return order != 0 ? order < 0 : a.key < b.key;
  });
  if (keys_ == KeyPolicy::kRepeated) return;
  for (auto at = begin; at != tree_.index_.end(); ++at) {
    if (at == begin || (at - 1)->hash != at->hash) continue;
    ConfigNode& earlier = nodes[(at - 1)->key];
    ConfigNode& later = nodes[at->key];
    if (!IsPlainKey(earlier) || !IsPlainKey(later)) continue;
    if (tree_.Text((at - 1)->key) == tree_.Text(at->key)) MarkLater(earlier, later);
  }
}

void TreeBuilder::MarkTemplates(std::vector<TemplateAction> actions) {
  for (const ConfigDocument& document : tree_.documents_) {
    if (!actions.empty()) MarkInsertions(tree_.text_, actions, document, tree_.nodes_);
  }
  tree_.actions_ = std::move(actions);
}

ConfigTree TreeBuilder::Finish() && {
  CHECK(open_.empty());
  const auto by_begin = [](const auto& a, const auto& b) { return a.begin < b.begin; };
  std::stable_sort(tree_.comments_.begin(), tree_.comments_.end(), by_begin);
  std::stable_sort(tree_.errors_.begin(), tree_.errors_.end(),
                   [](const auto& a, const auto& b) { return a.offset < b.offset; });
  std::stable_sort(tree_.index_.begin(), tree_.index_.end(),
                   [](const auto& a, const auto& b) { return a.map < b.map; });
  return std::move(tree_);
}

ConfigTree Unmask(ConfigTree tree, std::string_view text, std::vector<TemplateAction> actions) {
  ActionCursor cursor(actions, 0);
  tree.text_ = text;
  for (ConfigNode& node : tree.nodes_) {
    node.flags |= cursor.FlagsAt(node.begin);
    if (node.Is(kIsConditional)) node.flags &= static_cast<std::uint16_t>(~kIsDuplicate);
    const bool leaf = node.kind == NodeKind::kScalar && node.style != NodeStyle::kAbsent;
    if (!leaf || !cursor.Overlaps(node.begin, node.end)) continue;
    node.kind = NodeKind::kOpaque;
    node.flags &= static_cast<std::uint16_t>(~kIsDecoded);
    if (node.Is(kIsKey)) tree.nodes_[node.parent].flags |= kIsOpen;
  }
  for (const ConfigDocument& document : tree.documents_) {
    MarkInsertions(text, actions, document, tree.nodes_);
  }
  tree.actions_ = std::move(actions);
  return tree;
}

ConfigTree TooLarge(std::string_view text, const ParseLimits& limits) {
  TreeBuilder builder(text.substr(0, 0), limits);
  builder.BeginDocument(0);
  builder.FailDocument(ConfigErrorSort::kLimit, 0,
                       fmt::format("larger than {} bytes", limits.bytes));
  builder.EndDocument(0);
  return std::move(builder).Finish();
}

}  // namespace gonogo
