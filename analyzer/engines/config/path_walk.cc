#include "analyzer/engines/config/path_walk.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gonogo {
namespace {

bool IsGlob(std::string_view name) { return name.contains('*'); }

/// '*' stands for any bytes.
bool GlobMatches(std::string_view glob, std::string_view text) {
  const std::size_t star = glob.find('*');
  if (star == glob.npos) return glob == text;
  const std::string_view head = glob.substr(0, star);
  if (!text.starts_with(head)) return false;
  glob.remove_prefix(star + 1);
  text.remove_prefix(head.size());
  for (std::size_t skip = 0; skip <= text.size(); ++skip) {
    if (GlobMatches(glob, text.substr(skip))) return true;
  }
  return false;
}

/// Names in which alternatives of several steps may be written as one.
constexpr std::size_t kMostDottedNames = 64;

std::vector<std::string> Longer(const std::vector<std::string>& names,
                                std::span<const std::string_view> endings) {
  std::vector<std::string> longer;
  for (const std::string& name : names) {
    for (const std::string_view ending : endings)
      longer.push_back(name.empty() ? std::string(ending) : name + "." + std::string(ending));
  }
  return longer;
}

/// Instructions of a Dockerfile of which the last one holds when the container runs.
bool OnlyLastCounts(std::string_view name) {
  return name == "USER" || name == "CMD" || name == "ENTRYPOINT" || name == "HEALTHCHECK" ||
         name == "STOPSIGNAL";
}

bool IsNullWord(std::string_view text) {
  return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
}

/// An event of a workflow of which no more is said: `workflow_dispatch:` is there all the same.
bool IsNamedEvent(const ConfigFile& file, NodeIndex node) {
  const auto is_workflow = [](const ConfigPart& part) {
    return part.shape == ConfigShape::kGithubWorkflow;
  };
  if (!std::ranges::any_of(file.parts, is_workflow)) return false;
  const NodeIndex events = file.tree.node(node).parent;
  const NodeIndex key = events == kNoNode ? kNoNode : file.tree.KeyOf(events);
  return key != kNoNode && file.tree.Text(key) == "on";
}

}  // namespace

struct PathWalk::Way {
  std::span<const ConfigStep> steps;
  const ConfigPlace& place;
  std::uint32_t branch;  // of the place
  PathAnswer& answer;
  bool whatever_branch = false;
  std::size_t bases = 0;  // how many maps were entered by what extends them
};

bool PathWalk::Spend() const {
  if (budget_ > 0) --budget_;
  return budget_ > 0;
}

bool PathWalk::IsNothing(NodeIndex node) const {
  const ConfigNode& value = tree().node(tree().Resolve(node));
  if (value.kind != NodeKind::kScalar || !file_.traits.null_words) return false;
  if (value.style == NodeStyle::kAbsent) return !IsNamedEvent(file_, node);
  return value.style == NodeStyle::kPlain && IsNullWord(tree().Raw(tree().Resolve(node)));
}

NodeIndex PathWalk::ListAround(NodeIndex node) const {
  for (NodeIndex at = HolderOf(node); at != kNoNode; at = HolderOf(at)) {
    if (tree().node(at).kind == NodeKind::kList) return at;
  }
  return HolderOf(node) == kNoNode ? node : HolderOf(node);
}

std::vector<NodeIndex> PathWalk::PlacesAt(const ConfigPath& path, const ConfigPlace& place) const {
  PathAnswer answer;
  Way way{path.steps, place, kNoAction, answer, true};
  const NodeIndex start = path.from == ConfigFrom::kRoot ? place.part->node : place.node;
  if (path.above > 0 || path.from == ConfigFrom::kAround) return Follow(path, place).found;
  Step(way, 0, start);
  return std::move(answer.found);
}

PathAnswer PathWalk::Follow(const ConfigPath& path, const ConfigPlace& place) const {
  PathAnswer answer;
  NodeIndex start = place.node;
  if (path.from == ConfigFrom::kRoot) start = place.part->node;
  for (std::uint32_t i = 0; i < path.above && start != kNoNode; ++i) start = HolderOf(start);
  answer.reached = start == kNoNode ? place.node : start;
  if (start == kNoNode) return answer;
  const std::uint32_t branch =
      tree().actions().empty() ? kNoAction : BranchAt(tree(), tree().node(place.node).begin);
  Way way{path.steps, place, branch, answer};
  Step(way, 0, start);
  if (path.from != ConfigFrom::kAround) return answer;
  while (answer.found.empty() && !answer.unknown && start != place.part->node) {
    start = HolderOf(start);
    if (start == kNoNode || !Spend()) break;
    const NodeIndex reached = answer.reached;
    const std::size_t steps_reached = answer.steps_reached;
    Step(way, 0, start);
    // What is missing belongs where the search began.
    answer.reached = reached;
    answer.steps_reached = steps_reached;
  }
  return answer;
}

void PathWalk::Step(Way& way, std::size_t step, NodeIndex node) const {
  if (!Spend()) {
    way.answer.unknown = true;
    return;
  }
  if (step == way.steps.size()) {
    way.answer.found.push_back(node);
    return;
  }
  const NodeIndex resolved = tree().Resolve(node);
  const NodeKind kind = tree().node(resolved).kind;
  if (kind == NodeKind::kOpaque || kind == NodeKind::kAlias) {
    way.answer.unknown = true;
    return;
  }
  switch (way.steps[step].sort) {
    case ConfigStepSort::kKey:
      return StepToKeys(way, step, node);
    case ConfigStepSort::kAny:
      return StepToAll(way, step, node);
    case ConfigStepSort::kItems:
    case ConfigStepSort::kItem:
    case ConfigStepSort::kWith:
      return StepToItems(way, step, node);
    case ConfigStepSort::kDeep:
      return StepToDeep(way, step, node);
  }
}

void PathWalk::Miss(Way& way, std::size_t step, NodeIndex node) const {
  if (way.answer.reached != kNoNode && step < way.answer.steps_reached) return;
  if (step > way.answer.steps_reached || way.answer.reached == kNoNode || step == 0) {
    way.answer.reached = node;
    way.answer.steps_reached = step;
  }
}

/// True unless the node is there whenever the place is.
bool PathWalk::InOtherBranch(const Way& way, NodeIndex node) const {
  if (way.whatever_branch || !tree().node(node).Is(kIsConditional)) return false;
  const std::uint32_t branch = BranchAt(tree(), tree().node(node).begin);
  for (std::uint32_t around = way.branch;; around = tree().actions()[around].branch) {
    if (around == branch) return false;
    if (around == kNoAction) return true;
  }
}

void PathWalk::Enter(Way& way, std::size_t step, NodeIndex key, NodeIndex value) const {
  if (key != kNoNode && InOtherBranch(way, key)) {
    way.answer.unknown = true;
    return;
  }
  Step(way, step + 1, value);
}

bool PathWalk::StepToKey(Way& way, std::size_t step, NodeIndex map, std::string_view name) const {
  if (file_.traits.repeats) {
    const std::vector<NodeIndex> keys = tree().KeysNamed(tree().Resolve(map), name);
    const bool last = way.place.part->shape == ConfigShape::kDockerfile && OnlyLastCounts(name);
    for (const NodeIndex key : keys) {
      if (!last || key == keys.back()) Enter(way, step, key, tree().ValueOf(key));
    }
    return !keys.empty();
  }
  int times = 0;
  const auto entry = FindEntry(tree(), map, name, &times);
  if (!entry) return false;
  if (times > 1 && tree().node(entry->key).Is(kIsConditional)) {
    way.answer.unknown = true;
    return true;
  }
  if (IsNothing(entry->value) && step + 1 < way.steps.size()) return false;
  Enter(way, step, entry->key, entry->value);
  return true;
}

/// A name that stands for several steps: `spring.datasource.url` in one key. Each of the names of a
/// step may stand in it.
bool PathWalk::StepToDotted(Way& way, std::size_t step, NodeIndex map) const {
  std::vector<std::string> names = {""};
  bool any = false;
  for (std::size_t last = step; last < way.steps.size(); ++last) {
    const ConfigStep& next = way.steps[last];
    if (next.sort != ConfigStepSort::kKey || std::ranges::any_of(next.names, IsGlob)) break;
    if (names.size() * next.names.size() > kMostDottedNames) break;
    names = Longer(names, next.names);
    for (const std::string& name : names) {
      if (last > step) any = StepToKey(way, last, map, name) || any;
    }
  }
  return any;
}

bool PathWalk::StepToOverlay(Way& way, std::size_t step, NodeIndex map,
                             std::string_view name) const {
  for (const Inheritance& from : BasesOf(file_.inheritances, tree().Resolve(map))) {
    const auto entry = from.overrides ? FindEntry(tree(), from.base, name) : std::nullopt;
    if (!entry) continue;
    const NodeIndex value = tree().Resolve(entry->value);
    const std::string_view tag = tree().TagOf(value);
    // Maps are merged: what is missing in the one is looked for in the other.
    if (tag.empty() && tree().node(value).kind == NodeKind::kMap) continue;
    if (tag != "!reset" && IsNothing(value)) continue;
    Enter(way, step, entry->key, entry->value);
    // Lists are joined.
    return !tag.empty() || tree().node(value).kind != NodeKind::kList;
  }
  return false;
}

void PathWalk::StepToBases(Way& way, std::size_t step, NodeIndex map) const {
  constexpr std::size_t kMostBases = 16;
  const NodeIndex reached = way.answer.reached;
  const std::size_t steps_reached = way.answer.steps_reached;
  const std::size_t found = way.answer.found.size();
  for (const Inheritance& from : BasesOf(file_.inheritances, tree().Resolve(map))) {
    if (from.base == kNoNode || way.bases == kMostBases) {
      way.answer.unknown = true;
      break;
    }
    ++way.bases;
    Step(way, step, from.base);
    --way.bases;
    if (way.answer.found.size() > found) break;
  }
  // What is missing belongs where the search began.
  way.answer.reached = reached;
  way.answer.steps_reached = steps_reached;
}

void PathWalk::StepToKeys(Way& way, std::size_t step, NodeIndex map) const {
  const NodeIndex resolved = tree().Resolve(map);
  if (tree().node(resolved).kind != NodeKind::kMap) return Miss(way, step, map);
  const std::size_t found = way.answer.found.size();
  bool any = file_.traits.dotted && StepToDotted(way, step, map);
  for (const std::string_view name : way.steps[step].names) {
    if (!IsGlob(name)) {
      any = StepToOverlay(way, step, map, name) || StepToKey(way, step, map, name) || any;
      continue;
    }
    for (const FoundEntry& entry : EntriesOf(tree(), map, budget_)) {
      if (!GlobMatches(name, tree().Text(entry.key))) continue;
      any = true;
      Enter(way, step, entry.key, entry.value);
    }
  }
  if (!any) {
    if (MayHoldMore(tree(), map) || way.place.fragment) way.answer.unknown = true;
    Miss(way, step, map);
  }
  // `extends` itself is not inherited.
  const bool itself = way.steps[step].names.front() == "extends";
  if (!itself && way.answer.found.size() == found) StepToBases(way, step, map);
}

void PathWalk::StepToAll(Way& way, std::size_t step, NodeIndex map) const {
  if (tree().node(tree().Resolve(map)).kind != NodeKind::kMap) return Miss(way, step, map);
  if (MayHoldMore(tree(), map)) way.answer.unknown = true;
  const std::vector<FoundEntry> entries = EntriesOf(tree(), map, budget_);
  if (entries.empty()) Miss(way, step, map);
  for (const FoundEntry& entry : entries) Enter(way, step, entry.key, entry.value);
}

void PathWalk::StepToItems(Way& way, std::size_t step, NodeIndex list) const {
  const ConfigStep& how = way.steps[step];
  std::vector<NodeIndex> items = {list};
  // Many formats take one value for a list of one.
  if (tree().node(tree().Resolve(list)).kind == NodeKind::kList) items = ItemsOf(tree(), list);
  if (MayHoldMore(tree(), list)) way.answer.unknown = true;
  if (items.empty() || IsNothing(list)) return Miss(way, step, list);
  if (how.sort == ConfigStepSort::kItem) {
    const auto count = static_cast<std::int64_t>(items.size());
    const std::int64_t at = how.item < 0 ? count + how.item : how.item;
    if (at < 0 || at >= count) return Miss(way, step, list);
    return Step(way, step + 1, items[static_cast<std::size_t>(at)]);
  }
  bool any = false;
  for (const NodeIndex item : items) {
    if (!Spend()) break;
    if (how.sort == ConfigStepSort::kWith) {
      const auto entry = FindEntry(tree(), item, how.names[0]);
      const NodeIndex value = entry ? tree().Resolve(entry->value) : kNoNode;
      if (value != kNoNode && tree().node(value).kind == NodeKind::kOpaque)
        way.answer.unknown = true;
      if (value == kNoNode || tree().Text(value) != how.names[1]) continue;
    }
    any = true;
    if (InOtherBranch(way, item)) {
      way.answer.unknown = true;
      continue;
    }
    Step(way, step + 1, item);
  }
  if (!any) Miss(way, step, list);
}

void PathWalk::StepToDeep(Way& way, std::size_t step, NodeIndex node) const {
  const NodeIndex resolved = tree().Resolve(node);
  const std::size_t found = way.answer.found.size();
  const NodeIndex end = tree().node(resolved).next == kNoNode
                            ? static_cast<NodeIndex>(tree().nodes().size())
                            : tree().node(resolved).next;
  for (NodeIndex below = resolved; below < end && Spend(); ++below) {
    const ConfigNode& one = tree().node(below);
    if (one.Is(kIsKey) || (one.kind != NodeKind::kMap && one.kind != NodeKind::kList &&
                           step + 1 < way.steps.size())) {
      continue;
    }
    Step(way, step + 1, below);
  }
  if (way.answer.found.size() == found) Miss(way, step, node);
}

}  // namespace gonogo
