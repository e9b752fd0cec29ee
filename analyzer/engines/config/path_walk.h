// PathWalk: what a path leads to in one configuration. Where it leads to nothing, it says how far
// it came, and whether that is known: a template, an expression or a fragment may hold more than
// is seen.
//
//   const PathAnswer answer = walk.Follow(path, here);
//   if (answer.found.empty() && !answer.unknown) ReportAt(answer.reached);
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzer/engines/config/config_file.h"
#include "analyzer/model/config_clause.h"
#include "analyzer/parse/config_tree.h"

namespace gonogo {

/// The node that conditions are about, and what it stands in.
struct ConfigPlace {
  NodeIndex node = kNoNode;
  const ConfigPart* part = nullptr;
  bool fragment = false;  // it is merged into another object, which may have what is missing here
};

struct PathAnswer {
  std::vector<NodeIndex> found;  // as they stand there: an alias is not resolved
  bool unknown = false;          // there may be more than `found`
  NodeIndex reached = kNoNode;   // the last node on the way to what is missing
  std::size_t steps_reached = 0;
};

class PathWalk {
 public:
  PathWalk(const ConfigFile& file, std::uint64_t& budget) : file_(file), budget_(budget) {}

  PathAnswer Follow(const ConfigPath& path, const ConfigPlace& place) const;
  /// Where rules begin: also what a template makes under a condition, each a place of its own.
  std::vector<NodeIndex> PlacesAt(const ConfigPath& path, const ConfigPlace& place) const;
  const ConfigFile& file() const { return file_; }
  const ConfigTree& tree() const { return file_.tree; }
  /// Nothing is there though a key may stand: null, ~, no value.
  bool IsNothing(NodeIndex node) const;
  /// The value that holds a node: of an entry the map, of an item the list.
  NodeIndex HolderOf(NodeIndex node) const { return tree().node(node).parent; }
  /// The nearest list around a node; where it is in none, what holds it.
  NodeIndex ListAround(NodeIndex node) const;
  bool exhausted() const { return budget_ == 0; }

 private:
  struct Way;  // the walk of one path

  bool Spend() const;
  void Step(Way& way, std::size_t step, NodeIndex node) const;
  void StepToKeys(Way& way, std::size_t step, NodeIndex map) const;
  bool StepToKey(Way& way, std::size_t step, NodeIndex map, std::string_view name) const;
  bool StepToDotted(Way& way, std::size_t step, NodeIndex map) const;
  void StepToAll(Way& way, std::size_t step, NodeIndex map) const;
  void StepToItems(Way& way, std::size_t step, NodeIndex list) const;
  void StepToDeep(Way& way, std::size_t step, NodeIndex node) const;
  /// What is laid over the map says the name; false where the map's own entry counts, too.
  bool StepToOverlay(Way& way, std::size_t step, NodeIndex map, std::string_view name) const;
  /// What the map extends, where it has no such entry, or none that leads to the end.
  void StepToBases(Way& way, std::size_t step, NodeIndex map) const;
  void Enter(Way& way, std::size_t step, NodeIndex key, NodeIndex value) const;
  void Miss(Way& way, std::size_t step, NodeIndex node) const;
  bool InOtherBranch(const Way& way, NodeIndex node) const;

  const ConfigFile& file_;
  std::uint64_t& budget_;
};

}  // namespace gonogo
