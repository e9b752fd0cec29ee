// A tree as one line, for tables of tests: maps as {key: value}, lists as [item], plain scalars as
// they are, others in quotes, `~` for what is not written, `?` in front of what is opaque, `*` of
// an alias, `!tag` and `&anchor` in front, `+` behind what is open, `#2` behind a duplicate key,
// `@` behind what is conditional.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/base/text_position.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// The documents with " --- " between them; "error" for one that failed, "-" for one without nodes.
std::string TreeText(const ConfigTree& tree);

/// "line:column message" of each error.
std::vector<std::string> ErrorTexts(const ConfigTree& tree);

/// The node at a path of keys and indices: "spec.containers.0.name"; kNoNode. Dots in keys cannot
/// be asked for.
NodeIndex NodeAt(const ConfigTree& tree, std::string_view path);

/// "line:column" of a node, and the same with its end: "2:3-2:7".
std::string PlaceOf(const ConfigTree& tree, NodeIndex node);

/// TOML brings together what stands apart; all other trees are in the order of the text.
enum class NodeOrder { kOfText, kOfTables };

/// Aborts where a tree breaks what all trees promise: order, nesting, ranges, look-ups.
void CheckTree(const ConfigTree& tree, NodeOrder order = NodeOrder::kOfText);

}  // namespace gonogo
