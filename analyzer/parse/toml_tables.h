// TOML tables while a file is read: pieces of the same table come together here, and go into a tree
// at the end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/parse/config_tree.h"
#include "analyzer/parse/tree_builder.h"

namespace gonogo {

struct TomlKey {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NodeStyle style = NodeStyle::kPlain;
  std::string text;
};

enum class TomlSort : std::uint8_t {
  kScalar,
  kArray,    // [1, 2]
  kInline,   // {a = 1}, to which nothing can be added
  kImplied,  // [a.b] implies a, which may get a header of its own
  kHeader,   // [a]
  kDotted,   // a.b = 1 makes a
  kTables,   // [[a]]: an array of tables
};

struct TomlNode {
  TomlSort sort = TomlSort::kScalar;
  NodeStyle style = NodeStyle::kPlain;
  bool decoded = false;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  TomlKey key;  // empty in arrays
  std::string text;
  std::uint32_t first_child = kNoNode;
  std::uint32_t last_child = kNoNode;
  std::uint32_t next = kNoNode;

  bool IsTable() const {
    return sort != TomlSort::kScalar && sort != TomlSort::kArray && sort != TomlSort::kTables;
  }
};

class TomlTables {
 public:
  TomlTables();

  std::uint32_t root() const { return 0; }
  TomlNode& operator[](std::uint32_t index) { return nodes_[index]; }
  std::size_t size() const { return nodes_.size(); }

  /// The child of a table; kNoNode.
  std::uint32_t Find(std::uint32_t table, const std::string& key) const;
  /// Appends a child; of duplicates Find() answers the first.
  std::uint32_t Append(std::uint32_t parent, TomlNode node);

  /// Adds all of it to a document that has begun.
  void Build(TreeBuilder& builder) const;

 private:
  void Enter(const TomlNode& node, TreeBuilder& builder) const;

  std::vector<TomlNode> nodes_;
  std::unordered_map<std::string, std::uint32_t> by_key_;  // number of the table, NUL, key
};

}  // namespace gonogo
