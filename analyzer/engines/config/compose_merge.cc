#include "analyzer/engines/config/compose_merge.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "analyzer/base/ascii.h"
#include "analyzer/parse/yaml.h"

namespace gonogo {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;
constexpr std::size_t kMostFiles = 8;
constexpr std::uint64_t kMostEntries = 100'000;
constexpr std::string_view kBetween = "\n---\n";

constexpr std::array<std::string_view, 2> kEndings = {".yml", ".yaml"};
constexpr std::array<std::string_view, 2> kBaseNames = {"docker-compose", "compose"};
constexpr std::array<std::string_view, 4> kOverlayWords = {".prod", ".production", "-prod",
                                                           "-production"};

std::string FolderWithSlash(std::string_view path) {
  return std::string(path.substr(0, path.rfind('/') + 1));
}

std::string_view StemOf(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (const std::string_view ending : kEndings) {
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return "";
}

/// Paths that the file of the other sort would have.
std::vector<std::string> PartnersOf(std::string_view path, bool is_base) {
  std::vector<std::string> paths;
  const std::string folder = FolderWithSlash(path);
  const std::string_view stem = StemOf(path);
  for (const std::string_view word : kOverlayWords) {
    for (const std::string_view ending : kEndings) {
      if (is_base) {
        paths.push_back(folder + std::string(stem) + std::string(word) + std::string(ending));
      } else if (stem.ends_with(word)) {
        paths.push_back(folder + std::string(stem.substr(0, stem.size() - word.size())) +
                        std::string(ending));
      }
    }
  }
  return paths;
}

NodeIndex MapAt(const ConfigTree& tree, NodeIndex map, std::string_view name) {
  const auto entry = FindEntry(tree, map, name);
  if (!entry) return kNoNode;
  const NodeIndex value = tree.Resolve(entry->value);
  return tree.node(value).kind == NodeKind::kMap ? value : kNoNode;
}

NodeIndex ServicesOf(const ConfigTree& tree, NodeIndex root) {
  const bool is_map = root != kNoNode && tree.node(root).kind == NodeKind::kMap;
  return is_map ? MapAt(tree, root, "services") : kNoNode;
}

std::vector<FoundEntry> ServiceEntries(const ConfigTree& tree, NodeIndex services) {
  std::uint64_t budget = kMostEntries;
  return services == kNoNode ? std::vector<FoundEntry>{} : EntriesOf(tree, services, budget);
}

/// `extends: {file: common.yml, service: base}` below a map of services.
struct FileExtension {
  NodeIndex map = kNoNode;
  std::string_view file;
  std::string_view service;
};

std::vector<FileExtension> FileExtensionsIn(const ConfigTree& tree, NodeIndex services) {
  std::vector<FileExtension> found;
  for (const FoundEntry& entry : ServiceEntries(tree, services)) {
    const NodeIndex map = tree.Resolve(entry.value);
    if (tree.node(map).kind != NodeKind::kMap) continue;
    const NodeIndex extends = MapAt(tree, map, "extends");
    if (extends == kNoNode) continue;
    const auto file = FindEntry(tree, extends, "file");
    const auto service = FindEntry(tree, extends, "service");
    if (!file || !service) continue;
    found.push_back(
        {map, tree.Text(tree.Resolve(file->value)), tree.Text(tree.Resolve(service->value))});
  }
  return found;
}

/// "" where it leads out of the tree.
std::string PathBeside(std::string_view path, std::string_view file) {
  std::string folder = FolderWithSlash(path);
  while (true) {
    if (file.starts_with("./")) {
      file.remove_prefix(2);
    } else if (file.starts_with("../")) {
      if (folder.empty()) return "";
      folder.pop_back();
      folder = FolderWithSlash(folder);
      file.remove_prefix(3);
    } else {
      break;
    }
  }
  if (file.empty() || file.starts_with('/') || file.contains("..") || file.contains('$')) return "";
  return folder + std::string(file);
}

/// Some service of it is none without the one that it is laid over: it has neither an image nor
/// anything to build one from.
bool IsLaidOver(const ConfigTree& tree, NodeIndex overlay, NodeIndex base) {
  return std::ranges::any_of(ServiceEntries(tree, overlay), [&](const FoundEntry& entry) {
    const NodeIndex service = tree.Resolve(entry.value);
    if (tree.node(service).kind != NodeKind::kMap) return false;
    for (const std::string_view name : {"image", "build", "extends"}) {
      if (FindEntry(tree, service, name)) return false;
    }
    return FindEntry(tree, base, tree.Text(entry.key)).has_value();
  });
}

class Merge {
 public:
  Merge(const EngineInput& input, const ConfigFile& alone, std::string& joined)
      : input_(input), alone_(alone), joined_(joined) {}

  std::optional<ConfigFile> Read() {
    AddPartner();
    for (const FileExtension& extension :
         FileExtensionsIn(alone_.tree, ServicesOf(alone_.tree, alone_.parts.front().node)))
      AddFile(PathBeside(input_.file.path, extension.file));
    if (begins_.empty()) return std::nullopt;
    return Joined();
  }

 private:
  void AddPartner() {
    const std::string_view stem = StemOf(input_.file.path);
    const bool base = std::ranges::find(kBaseNames, stem) != kBaseNames.end();
    for (std::string& path : PartnersOf(input_.file.path, base)) {
      if (!AddFile(path)) continue;
      partner_ = std::move(path);
      is_base_ = base;
      return;
    }
  }

  bool AddFile(const std::string& path) {
    if (path.empty() || begins_.contains(path)) return false;
    if (begins_.size() == kMostFiles || path == input_.file.path) return false;
    std::string text;
    if (!input_.tree->Read(path, kMostBytes, text) || text.size() > kMostBytes) return false;
    if (!text.contains("services")) return false;
    if (joined_.empty()) joined_ = input_.text;
    joined_ += kBetween;
    begins_.emplace(path, static_cast<std::uint32_t>(joined_.size()));
    joined_ += text;
    return true;
  }

  std::optional<ConfigFile> Joined() {
    ConfigFile file{.tree = ParseYaml(joined_, {.dialect = TemplateDialect::kAuto, .limits = {}}),
                    .parts = {},
                    .traits = alone_.traits};
    if (!file.tree.errors().empty()) return std::nullopt;
    file.parts = PartsOf(file.tree, input_.file.path);
    file.inheritances = InheritancesIn(file.tree, file.parts);
    std::erase_if(file.parts, [&](const ConfigPart& part) {
      return file.tree.node(part.node).begin >= input_.text.size();
    });
    if (file.parts.size() != 1) return std::nullopt;
    const NodeIndex own = ServicesOf(file.tree, file.parts.front().node);
    if (own == kNoNode) return std::nullopt;
    for (const FileExtension& extension : FileExtensionsIn(file.tree, own)) Extend(extension, file);
    Lay(own, file);
    std::ranges::stable_sort(file.inheritances, {}, &Inheritance::map);
    return file;
  }

  /// The services of the file that begins there.
  NodeIndex ServicesAt(const ConfigTree& tree, const std::string& path) const {
    const auto begin = begins_.find(path);
    if (begin == begins_.end()) return kNoNode;
    for (const ConfigDocument& document : tree.documents()) {
      const bool has_root = document.root != kNoNode && !document.failed;
      if (has_root && tree.node(document.root).begin >= begin->second)
        return ServicesOf(tree, document.root);
    }
    return kNoNode;
  }

  void Extend(const FileExtension& extension, ConfigFile& file) const {
    const NodeIndex services = ServicesAt(file.tree, PathBeside(input_.file.path, extension.file));
    const NodeIndex base =
        services == kNoNode ? kNoNode : MapAt(file.tree, services, extension.service);
    if (base == kNoNode) return;
    for (Inheritance& from : file.inheritances) {
      if (from.map == extension.map && from.base == kNoNode) from.base = base;
    }
  }

  void Lay(NodeIndex own, ConfigFile& file) const {
    const NodeIndex other = partner_.empty() ? kNoNode : ServicesAt(file.tree, partner_);
    if (other == kNoNode) return;
    if (!IsLaidOver(file.tree, is_base_ ? other : own, is_base_ ? own : other)) return;
    file.compose_part = is_base_ ? ComposePart::kBase : ComposePart::kOverlay;
    for (const FoundEntry& entry : ServiceEntries(file.tree, own)) {
      const NodeIndex map = file.tree.Resolve(entry.value);
      const NodeIndex partner = MapAt(file.tree, other, file.tree.Text(entry.key));
      if (partner == kNoNode || file.tree.node(map).kind != NodeKind::kMap) continue;
      file.inheritances.push_back(
          {.map = map, .base = partner, .overrides = is_base_, .of_partner = !is_base_});
    }
  }

  const EngineInput& input_;
  const ConfigFile& alone_;
  std::string& joined_;
  std::map<std::string, std::uint32_t> begins_;  // of texts in the joined one, by path
  std::string partner_;
  bool is_base_ = false;
};

}  // namespace

std::optional<ConfigFile> ReadComposeMerged(const EngineInput& input, const ConfigFile& alone,
                                            std::string& joined) {
  if (!input.tree || alone.parts.size() != 1 || !alone.tree.errors().empty()) return std::nullopt;
  if (alone.parts.front().shape != ConfigShape::kCompose) return std::nullopt;
  if (StemOf(input.file.path).empty()) return std::nullopt;
  return Merge(input, alone, joined).Read();
}

}  // namespace gonogo
