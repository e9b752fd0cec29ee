#include "analyzer/engines/config/kubernetes.h"

#include <algorithm>
#include <iterator>

namespace gonogo {
namespace {

struct KindRow {
  std::string_view kind;
  std::string_view groups;  // with '|' between them; "" is that of v1
};

constexpr KindRow kHomes[] = {
    {"ConfigMap", ""},
    {"CronJob", "batch"},
    {"DaemonSet", "apps|extensions"},
    {"Deployment", "apps|extensions"},
    {"HorizontalPodAutoscaler", "autoscaling"},
    {"Ingress", "networking.k8s.io|extensions"},
    {"Job", "batch"},
    {"Namespace", ""},
    {"NetworkPolicy", "networking.k8s.io|extensions"},
    {"PersistentVolume", ""},
    {"PersistentVolumeClaim", ""},
    {"Pod", ""},
    {"PodDisruptionBudget", "policy"},
    {"ReplicaSet", "apps|extensions"},
    {"ReplicationController", ""},
    {"Secret", ""},
    {"Service", ""},
    {"ServiceAccount", ""},
    {"StatefulSet", "apps"},
    {"StorageClass", "storage.k8s.io"},
};

struct PodRow {
  std::string_view kind;
  std::string_view path;
  bool serves;
};

constexpr PodRow kPods[] = {
    {"Pod", "spec", false},
    {"Deployment", "spec/template/spec", true},
    {"StatefulSet", "spec/template/spec", true},
    {"DaemonSet", "spec/template/spec", true},
    {"ReplicaSet", "spec/template/spec", true},
    {"ReplicationController", "spec/template/spec", true},
    {"DeploymentConfig", "spec/template/spec", true},
    {"Rollout", "spec/template/spec", true},
    {"Job", "spec/template/spec", false},
    {"CronJob", "spec/jobTemplate/spec/template/spec", false},
};

std::string_view GroupOf(std::string_view api_version) {
  const std::size_t slash = api_version.find('/');
  return slash == api_version.npos ? std::string_view() : api_version.substr(0, slash);
}

bool IsOneOf(std::string_view group, std::string_view groups) {
  for (;;) {
    const std::size_t bar = std::min(groups.find('|'), groups.size());
    if (groups.substr(0, bar) == group) return true;
    if (bar == groups.size()) return false;
    groups.remove_prefix(bar + 1);
  }
}

const PodRow* RowOf(const ConfigPart& part) {
  const auto row = std::ranges::find(kPods, part.object_kind, &PodRow::kind);
  return row == std::end(kPods) ? nullptr : &*row;
}

NodeIndex Below(const ConfigTree& tree, NodeIndex node, std::string_view path) {
  while (node != kNoNode && !path.empty()) {
    const std::string_view key = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(key.size() + 1, path.size()));
    const auto entry = FindEntry(tree, node, key);
    node = entry ? tree.Resolve(entry->value) : kNoNode;
  }
  return node;
}

/// `deployment_patch.yaml`, `patches/api.yaml`: what kustomize is told to merge.
bool IsNamedPatch(std::string_view path) {
  if (path.starts_with("patches/") || path.contains("/patches/")) return true;
  std::string_view name = path.substr(path.rfind('/') + 1);
  name = name.substr(0, name.find('.'));
  return name == "patch" || name.starts_with("patch-") || name.starts_with("patch_") ||
         name.ends_with("-patch") || name.ends_with("_patch");
}

}  // namespace

bool IsOfGroup(const ConfigPart& part, const ConfigTarget& target) {
  // A chart may choose the version by what the cluster has.
  if (part.api_version.contains("{{")) return true;
  const std::string_view group = GroupOf(part.api_version);
  if (!target.group.empty()) return group == target.group;
  const auto home = std::ranges::find(kHomes, target.kind, &KindRow::kind);
  return home == std::end(kHomes) || IsOneOf(group, home->groups);
}

NodeIndex PodOf(const ConfigTree& tree, const ConfigPart& part) {
  const PodRow* const row = RowOf(part);
  if (!row) return kNoNode;
  const NodeIndex pod = Below(tree, part.node, row->path);
  if (pod == kNoNode || tree.node(pod).kind != NodeKind::kMap) return kNoNode;
  return pod;
}

bool KeepsPodsRunning(const ConfigTree& tree, const ConfigPart& part) {
  const PodRow* const row = RowOf(part);
  if (!row || !row->serves) return false;
  // Of none it is switched off.
  const NodeIndex replicas = Below(tree, part.node, "spec/replicas");
  return replicas == kNoNode || tree.node(replicas).kind != NodeKind::kScalar ||
         tree.Text(replicas) != "0";
}

bool IsFragment(const ConfigTree& tree, const ConfigPart& part, std::string_view path) {
  const PodRow* const row = RowOf(part);
  if (!row) return false;
  if (IsNamedPatch(path)) return true;
  const NodeIndex pod = PodOf(tree, part);
  if (pod == kNoNode) return !MayHoldMore(tree, part.node);
  // The API takes no container without an image.
  const NodeIndex containers = Below(tree, pod, "containers");
  if (containers == kNoNode) return true;
  return std::ranges::any_of(ItemsOf(tree, containers), [&](NodeIndex item) {
    const NodeIndex container = tree.Resolve(item);
    return tree.node(container).kind == NodeKind::kMap && !MayHoldMore(tree, container) &&
           !FindEntry(tree, container, "image");
  });
}

}  // namespace gonogo
