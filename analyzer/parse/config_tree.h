// ConfigTree: a configuration file of any format as one positioned tree. Each node knows the bytes
// that it was read from, so that a finding can point at a field, and keeps them raw, so that what
// `on`, `010`, `1Gi` or `!reset` means is decided by whoever knows the format. Nothing is expanded:
// an alias is a node that refers to another, and a merge key is an entry of its map like any other.
//
// The nodes of a file lie in one vector, in the order of the text: a node, then all below it. A map
// has a key and a value in turns; `next` of a node is the first behind its subtree. No walk needs
// recursion.
//
//   const ConfigTree tree = ParseYaml(text, {});
//   for (const ConfigDocument& document : tree.documents()) {
//     const auto spec = FindEntry(tree, document.root, "spec");      // through aliases and `<<`
//     if (spec) Report(tree.node(spec->key).begin, tree.Text(spec->value));
//   }
//
// What each format makes of its constructs is said in the header of its parser. The text must
// outlive the tree.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gonogo {

using NodeIndex = std::uint32_t;
constexpr NodeIndex kNoNode = 0xFFFFFFFF;
/// Of a map that is searched key by key; larger ones are indexed.
constexpr std::uint32_t kFewEntries = 16;

enum class NodeKind : std::uint8_t {
  kScalar,
  kMap,
  kList,
  kAlias,   // stands for AliasTarget()
  kOpaque,  // a template action or an expression decides the value: nothing is known but its text
};

enum class NodeStyle : std::uint8_t {
  kPlain,
  kSingleQuoted,
  kDoubleQuoted,
  kLiteral,  // YAML `|`, a raw string, CDATA
  kFolded,   // YAML `>`
  kHeredoc,
  kBlock,   // a map or list by indentation, sections or lines
  kFlow,    // a map or list in brackets
  kWords,   // a list of words that blanks part
  kAbsent,  // a value that is not written: `key:`; its range is empty
};

/// Bits of ConfigNode::flags.
enum NodeFlag : std::uint16_t {
  kIsKey = 1,
  kIsDuplicate = 2,     // a key that stands in the same map before, unless either is conditional
  kIsConditional = 4,   // within a block action: it may be absent or repeated
  kIsOpen = 8,          // a map or list into which a template action may put more
  kIsMerge = 16,        // the key `<<` of YAML 1.1
  kHasProperties = 32,  // has a tag or an anchor
  kIsDecoded = 64,      // Text() differs from the raw text without quotes
};

struct ConfigNode {
  std::uint32_t begin = 0;  // bytes of the text; of quoted text with the quotes
  std::uint32_t end = 0;
  NodeIndex next = kNoNode;    // the first node behind the subtree
  NodeIndex parent = kNoNode;  // the map or list it stands in; kNoNode for a root
  std::uint32_t detail = 0;    // what the tree itself keeps: decoded text, target of an alias
  NodeKind kind = NodeKind::kScalar;
  NodeStyle style = NodeStyle::kPlain;
  std::uint16_t flags = 0;

  bool Is(NodeFlag flag) const { return (flags & flag) != 0; }
  std::uint32_t size() const { return end - begin; }
};

/// Bytes [begin, end) of the text.
struct ConfigSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const ConfigSpan&) const = default;
};

/// Tag and anchor of a node; the views are empty where it has none.
struct NodeProperties {
  NodeIndex node = kNoNode;
  ConfigSpan span;          // from the first property to the end of the last
  std::string_view tag;     // as written: "!Ref", "!!str", "!<tag:x>"
  std::string_view anchor;  // without '&'
};

struct ConfigDocument {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeIndex root = kNoNode;  // none where the document is empty or failed
  bool failed = false;       // has an error: nothing of it is in the tree
};

enum class ConfigErrorSort : std::uint8_t {
  kSyntax,    // what reads the file in production refuses it too
  kLimit,     // too deep, too many nodes, too large: gonogo refuses it
  kEncoding,  // not UTF-8, control characters
  kTemplate,  // not understood with its template actions left out
};

struct ConfigError {
  ConfigErrorSort sort = ConfigErrorSort::kSyntax;
  std::uint32_t offset = 0;
  std::string message;  // lower case, no final full stop
};

enum class ActionSort : std::uint8_t {
  kValue,   // puts text where it stands
  kOpens,   // if, range, with, define, block, for
  kElse,    // else, elif
  kCloses,  // end, endif, endfor
  kSilent,  // comments and assignments: puts nothing
};

constexpr std::uint32_t kNoAction = 0xFFFFFFFF;

/// A template action, `{{ ... }}`, `{% ... %}`, `<% ... %>` or `${...}`.
struct TemplateAction {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ActionSort sort = ActionSort::kValue;
  bool own_line = false;             // nothing else stands on its lines
  std::uint32_t branch = kNoAction;  // the kOpens or kElse in whose text it stands, by index
};

struct ParseLimits {
  std::uint64_t bytes = 32u << 20;
  std::uint32_t depth = 256;
  std::uint32_t nodes = 2'500'000;
  std::uint32_t documents = 100'000;
  std::uint32_t expansion = 64;              // times the document, with all aliases written out
  std::uint64_t least_expansion = 8u << 20;  // bytes that a document may expand to in any case
};

class ConfigTree {
 public:
  explicit ConfigTree(std::string_view text = {}) : text_(text) {}

  std::string_view text() const { return text_; }
  std::span<const ConfigNode> nodes() const { return nodes_; }
  std::span<const ConfigDocument> documents() const { return documents_; }
  /// By offset. Where a document has one, the others were still read.
  std::span<const ConfigError> errors() const { return errors_; }
  /// By offset, with their leaders, without the line end.
  std::span<const ConfigSpan> comments() const { return comments_; }
  std::span<const TemplateAction> actions() const { return actions_; }
  std::span<const NodeProperties> properties() const { return properties_; }
  /// Whether any key is `<<`, which few files have.
  bool has_merges() const { return has_merges_; }

  /// The root of the first document; kNoNode where there is none.
  NodeIndex root() const { return documents_.empty() ? kNoNode : documents_.front().root; }
  const ConfigNode& node(NodeIndex index) const { return nodes_[index]; }
  /// The bytes as they are.
  std::string_view Raw(NodeIndex index) const;
  /// A scalar's or key's value: unquoted, unescaped and unfolded. Of anything else the raw text.
  std::string_view Text(NodeIndex index) const;
  /// The byte of the file from which byte `offset` of Text(index) came. Exact for text without
  /// escapes and folds, else of the line.
  std::uint32_t ByteOfText(NodeIndex index, std::size_t offset) const;

  /// kNoNode where there is none.
  NodeIndex FirstChild(NodeIndex index) const;
  NodeIndex NextSibling(NodeIndex index) const;
  /// Of the key of an entry, its value; of a value in a map, its key.
  NodeIndex ValueOf(NodeIndex key) const { return nodes_[key].next; }
  NodeIndex KeyOf(NodeIndex value) const;

  /// The node that an alias names, which may be an alias no more; any other node is itself.
  NodeIndex Resolve(NodeIndex index) const;
  /// Null where the node has neither tag nor anchor.
  const NodeProperties* PropertiesOf(NodeIndex index) const;
  std::string_view TagOf(NodeIndex index) const;

  /// Keys of a map with this text, its own and in the order of the text; merged ones are not among
  /// them. Costs no walk over a large map.
  std::vector<NodeIndex> KeysNamed(NodeIndex map, std::string_view key) const;
  /// The last of them, which is the one that counts in YAML and JSON; kNoNode.
  /// `times` gets how many there are.
  NodeIndex KeyNamed(NodeIndex map, std::string_view key, int* times = nullptr) const;

 private:
  friend class TreeBuilder;
  friend ConfigTree Unmask(ConfigTree tree, std::string_view text,
                           std::vector<TemplateAction> actions);

  /// An entry of a map with many: sorted by map, then hash.
  struct IndexedKey {
    NodeIndex map = kNoNode;
    std::uint32_t hash = 0;
    NodeIndex key = kNoNode;
    auto operator<=>(const IndexedKey&) const = default;
  };

  bool HasText(NodeIndex scalar, std::string_view text) const;

  template <class Visit>
  void VisitKeys(NodeIndex map, std::string_view key, Visit visit) const;

  std::string_view text_;
  std::string decoded_;                // texts that differ from their raw form
  std::vector<ConfigSpan> decodings_;  // where each lies in decoded_
  std::vector<ConfigNode> nodes_;
  std::vector<ConfigDocument> documents_;
  std::vector<ConfigError> errors_;
  std::vector<ConfigSpan> comments_;
  std::vector<TemplateAction> actions_;
  std::vector<NodeProperties> properties_;  // by node
  std::vector<IndexedKey> index_;
  bool has_merges_ = false;
};

/// An entry as a map shows it. `via` is the value of the merge key that brought it, or kNoNode:
/// an alias, whose position is that of the use, or a map written in place.
struct FoundEntry {
  NodeIndex key = kNoNode;
  NodeIndex value = kNoNode;
  NodeIndex via = kNoNode;

  bool operator==(const FoundEntry&) const = default;
};

/// An entry of a map or of the map that an alias names: its own first, then what `<<` merges, where
/// the first of several maps wins. The last of duplicates counts.
std::optional<FoundEntry> FindEntry(const ConfigTree& tree, NodeIndex map, std::string_view key,
                                    int* times = nullptr);

/// All entries of a map with those that `<<` merges in and its own do not override, its own first.
/// Stops when the budget is used up, which falls by one with each entry looked at.
std::vector<FoundEntry> EntriesOf(const ConfigTree& tree, NodeIndex map, std::uint64_t& budget);

/// The items of a list, or of the list that an alias names; of anything else none.
std::vector<NodeIndex> ItemsOf(const ConfigTree& tree, NodeIndex list);

/// The kOpens or kElse action, by index, in whose text the byte stands; kNoAction. Where two nodes
/// have different ones, one may be there without the other.
std::uint32_t BranchAt(const ConfigTree& tree, std::uint32_t offset);

/// True where the value may be there though it is not written: the map is open or has an opaque
/// merge, or where an answer depends on a template for another reason.
bool MayHoldMore(const ConfigTree& tree, NodeIndex node);

}  // namespace gonogo
