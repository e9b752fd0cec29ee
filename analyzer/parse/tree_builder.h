// TreeBuilder: how parsers make a ConfigTree, node by node in the order of the text. It keeps the
// limits, finds duplicate keys, binds aliases to anchors, and can take back a document that turned
// out wrong. In a map, what is added is a key and a value in turns.
//
//   TreeBuilder builder(text, limits);
//   builder.BeginDocument(0);
//   builder.Open(NodeKind::kMap, 0, NodeStyle::kFlow);
//   builder.Add({.begin = 1, .end = 4});                  // key
//   builder.Add({.begin = 6, .end = 9});                  // value
//   builder.Close(10);
//   builder.EndDocument(10);
//   return std::move(builder).Finish();
//
// Every call answers whether to go on: after false the document is lost, and the parser either goes
// on with the next or stops.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// Whether a key may stand in a map more than once: each directive of nginx is an entry.
enum class KeyPolicy : std::uint8_t { kUnique, kRepeated };

struct NewNode {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeKind kind = NodeKind::kScalar;
  NodeStyle style = NodeStyle::kPlain;
  std::uint16_t flags = 0;
};

class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const ParseLimits& limits,
              KeyPolicy keys = KeyPolicy::kUnique);

  void BeginDocument(std::uint32_t begin);
  /// Ends what is open and the document.
  void EndDocument(std::uint32_t end);
  /// Takes the nodes of the document back and notes why. The document stays open.
  void FailDocument(ConfigErrorSort sort, std::uint32_t offset, std::string message);
  /// An error that costs nothing of the tree, as in formats whose lines stand for themselves.
  void Note(ConfigErrorSort sort, std::uint32_t offset, std::string message);

  bool Add(const NewNode& node);
  /// With a text that differs from the raw one.
  bool Add(const NewNode& node, std::string_view decoded);
  bool AddAlias(std::uint32_t begin, std::uint32_t end, std::string_view anchor);
  /// A value that is not written.
  bool AddAbsent(std::uint32_t at);
  bool Open(NodeKind kind, std::uint32_t begin, NodeStyle style);
  /// Ends the innermost map or list. A key without a value gets an absent one.
  bool Close(std::uint32_t end);
  /// The same, at the end of what it holds.
  bool CloseAtContent();

  /// Of the node added or opened last.
  void SetProperties(ConfigSpan span, std::string_view tag, std::string_view anchor);
  void AddComment(ConfigSpan comment) { tree_.comments_.push_back(comment); }
  /// Once all documents have been read.
  void MarkTemplates(std::vector<TemplateAction> actions);
  std::vector<ConfigNode>& nodes() { return tree_.nodes_; }

  std::size_t depth() const { return open_.size(); }
  bool expects_key() const { return !open_.empty() && open_.back().at_key; }
  bool failed() const { return failed_; }
  /// No more documents are taken: the file as a whole is over a limit.
  bool exhausted() const { return exhausted_; }
  /// The kind of the innermost open node; kScalar where none is.
  NodeKind innermost() const;
  NodeIndex last() const { return last_; }

  /// Comments and errors are sorted here.
  ConfigTree Finish() &&;

 private:
  struct OpenNode {
    NodeIndex node = kNoNode;
    bool at_key = false;
    std::uint32_t entries = 0;      // nodes directly below it, keys and values alike
    std::uint32_t content_end = 0;  // of the last of them
    std::uint64_t expanded = 0;     // bytes below it with all aliases written out
  };
  struct Anchor {
    NodeIndex node = kNoNode;
    std::uint64_t expanded = 0;
    bool open = false;  // the alias would stand within what it names
  };

  bool Append(const NewNode& node, std::uint64_t expanded);
  bool WithinLimits(std::uint32_t begin);
  bool CountExpanded(std::uint64_t bytes, std::uint32_t at);
  std::uint32_t Keep(std::string_view decoded);
  void Seal(const OpenNode& closed);
  void MarkDuplicates(const OpenNode& closed);
  void MarkFewDuplicates(NodeIndex map);
  void IndexKeys(NodeIndex map);

  ParseLimits limits_;
  KeyPolicy keys_;
  ConfigTree tree_;
  std::vector<OpenNode> open_;
  std::unordered_map<std::string_view, Anchor> anchors_;
  std::vector<std::pair<NodeIndex, std::string_view>> anchored_;  // open nodes with an anchor
  NodeIndex last_ = kNoNode;
  std::uint64_t last_expanded_ = 0;  // of last_, where it is closed
  std::uint64_t root_expanded_ = 0;
  std::uint32_t document_begin_ = 0;
  std::size_t node_mark_ = 0, property_mark_ = 0, decoding_mark_ = 0, decoded_mark_ = 0;
  std::size_t index_mark_ = 0;
  bool failed_ = false;
  bool exhausted_ = false;
};

/// The tree of a masked text as that of the text itself: what an action touches becomes opaque.
ConfigTree Unmask(ConfigTree tree, std::string_view text, std::vector<TemplateAction> actions);

/// The tree of a text over the limit of bytes: an error and nothing else.
ConfigTree TooLarge(std::string_view text, const ParseLimits& limits);

}  // namespace gonogo
