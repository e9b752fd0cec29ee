#include "analyzer/engines/config/development.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 13> kNameWords = {
    "dev",   "develop", "development", "local", "localhost", "override",  "test",
    "tests", "testing", "e2e",         "ci",    "debug",     "playground"};

/// Commands of servers that reload, and of containers that only wait for somebody to enter.
constexpr std::array<std::string_view, 31> kDevelopmentCommands = {
    "run dev",       "run-dev",       "start:dev",       "start-dev",         "yarn dev",
    "pnpm dev",      "npm dev",       "runserver",       "--reload",          "nodemon",
    "ng serve",      "webpack serve", "webpack-dev",     "ts-node-dev",       "tsx watch",
    "dotnet watch",  "cargo watch",   "spring-boot:run", "bootRun",           "artisan serve",
    "quarkus:dev",   "flask run",     "sleep infinity",  "tail -f /dev/null", "--inspect",
    "agentlib:jdwp", "dlv debug",     "dlv exec",        "debugpy",           "next dev",
    "hugo server"};

constexpr std::array<std::string_view, 12> kDevelopmentVariables = {"ENVIRONMENT",
                                                                    "ENV",
                                                                    "APP_ENV",
                                                                    "NODE_ENV",
                                                                    "RAILS_ENV",
                                                                    "RACK_ENV",
                                                                    "FLASK_ENV",
                                                                    "DJANGO_ENV",
                                                                    "MIX_ENV",
                                                                    "APP_ENVIRONMENT",
                                                                    "ASPNETCORE_ENVIRONMENT",
                                                                    "SPRING_PROFILES_ACTIVE"};

constexpr std::array<std::string_view, 5> kDebugSwitches = {
    "FLASK_DEBUG", "DJANGO_DEBUG", "APP_DEBUG", "XDEBUG_MODE", "XDEBUG_CONFIG"};

/// What stands in for a service of others, or for people at a screen.
constexpr std::array<std::string_view, 20> kStandIns = {
    "mailhog",  "mailpit",        "mailcatcher", "maildev",           "smtp4dev",
    "inbucket", "greenmail",      "localstack",  "wiremock",          "mockserver",
    "azurite",  "dynamodb-local", "elasticmq",   "fake-gcs-server",   "stripe-mock",
    "moto",     "motoserver",     "cypress",     "standalone-chrome", "standalone-firefox"};

/// Folders of program code below the one that an image is built from.
constexpr std::array<std::string_view, 9> kCodeFolders = {
    "src", "app", "lib", "code", "source", "packages", "server", "backend", "frontend"};

/// Folders beside the code that programs read or write.
constexpr std::array<std::string_view, 36> kDataFolders = {
    "config",    "configs", "conf",      "settings", "data",    "db",      "log",     "logs",
    "certs",     "cert",    "ssl",       "tls",      "keys",    "secrets", "uploads", "storage",
    "media",     "static",  "public",    "backup",   "backups", "cache",   "tmp",     "plugins",
    "auth",      "store",   "auth_info", "session",  "state",   "output",  "outputs", "results",
    "downloads", "models",  "volumes",   "sessions"};

template <class List>
bool IsAny(const List& list, std::string_view text) {
  return std::ranges::find(list, text) != list.end();
}

std::string_view TextAt(const ConfigTree& tree, NodeIndex map, std::string_view name) {
  const auto entry = FindEntry(tree, map, name);
  if (!entry) return "";
  const NodeIndex value = tree.Resolve(entry->value);
  return tree.node(value).kind == NodeKind::kScalar ? tree.Text(value) : "";
}

NodeIndex ValueAt(const ConfigTree& tree, NodeIndex map, std::string_view name) {
  const auto entry = FindEntry(tree, map, name);
  return entry ? tree.Resolve(entry->value) : kNoNode;
}

/// A word between dots, dashes and underlines of the name.
bool NameSaysSo(std::string_view path) {
  const std::string name = LowerCase(path.substr(path.rfind('/') + 1));
  std::string_view rest = name;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(".-_");
    if (IsAny(kNameWords, rest.substr(0, end))) return true;
    if (end == rest.npos) return false;
    rest.remove_prefix(end + 1);
  }
  return false;
}

/// Folders of what stands on the machine of who develops.
bool FolderSaysSo(std::string_view path) {
  constexpr std::array kFolders = std::to_array<std::string_view>(
      {"local", "localdev", "local-dev", "local_dev", "dev-local", "localhost", "development",
       "local-development", "local-environment", "local_environment", "local-env", "localenv",
       "dev-environment", "dev-env", "devenv"});
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/')) {
    if (IsAny(kFolders, LowerCase(path.substr(0, slash)))) return true;
    path.remove_prefix(slash + 1);
  }
  return false;
}

/// Comments above everything else that say what the file is for.
bool HeadSaysSo(const ConfigTree& tree, NodeIndex root) {
  constexpr std::array<std::string_view, 12> kWords = {
      "local development",  "development environment",   "for development",
      "development only",   "container locally",         "run locally",
      "running locally",    "not be used in production", "not intended for production",
      "not for production", "not use in production",     "not suitable for production"};
  for (const ConfigSpan& comment : tree.comments()) {
    if (comment.begin > tree.node(root).begin) return false;
    const std::string text =
        LowerCase(tree.text().substr(comment.begin, comment.end - comment.begin));
    if (std::ranges::any_of(kWords, [&](std::string_view word) { return text.contains(word); }))
      return true;
  }
  return false;
}

/// "./api/" and "api" are one folder; "." is "".
std::string_view Folder(std::string_view path) {
  for (const std::string_view here : {"${PWD}", "$PWD"}) {
    if (path.starts_with(here)) path.remove_prefix(here.size());
  }
  if (path.starts_with("./")) path.remove_prefix(2);
  while (path.ends_with('/')) path.remove_suffix(1);
  return path == "." ? "" : path;
}

struct Mount {
  std::string_view source;
  std::string_view target;
};

Mount MountOf(const ConfigTree& tree, NodeIndex volume) {
  if (tree.node(volume).kind == NodeKind::kMap)
    return {TextAt(tree, volume, "source"), TextAt(tree, volume, "target")};
  const std::string_view text = tree.Text(volume);
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return {};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

/// Where programs look for what they are told or are to keep.
bool HoldsNoCode(std::string_view target) {
  constexpr std::array<std::string_view, 8> kPlaces = {"/etc", "/conf",   "/data",  "/var",
                                                       "/run", "/backup", "/media", "/mnt"};
  return std::ranges::any_of(kPlaces, [&](std::string_view place) {
    return target.starts_with(place) && !target.starts_with("/var/www");
  });
}

/// The source of a volume; "-" where it is no folder of the tree.
std::string_view MountedFolder(const ConfigTree& tree, NodeIndex volume) {
  const auto [source, target] = MountOf(tree, tree.Resolve(volume));
  if (HoldsNoCode(target)) return "-";
  const bool here =
      source.starts_with('.') || source.starts_with("$PWD") || source.starts_with("${PWD}");
  return here ? Folder(source) : "-";
}

/// The whole tree, what the image is built from, or the code in there: `./shop:/app/shop`.
bool IsCode(std::string_view mounted, std::string_view target, std::string_view context,
            bool built) {
  if (mounted == "-") return false;
  if (mounted.empty() || mounted == "..") return true;
  if (!built) return false;
  if (mounted == context) return true;
  if (!mounted.starts_with(context)) return false;
  std::string_view below = mounted.substr(context.size());
  if (!context.empty()) {
    if (!below.starts_with('/')) return false;
    below.remove_prefix(1);
  }
  if (IsAny(kCodeFolders, below)) return true;
  // What pages lie in may be changed without another image where the service is kept, too.
  if (target.ends_with(":ro")) return false;
  target = target.substr(0, target.find(':'));
  const bool same = target.ends_with(below) && target.size() > below.size() &&
                    target[target.size() - below.size() - 1] == '/';
  return same && !below.contains('/') && !below.contains('.') && !IsAny(kDataFolders, below);
}

bool MountsCode(const ConfigTree& tree, NodeIndex service) {
  const NodeIndex build = ValueAt(tree, service, "build");
  const bool built = build != kNoNode;
  std::string_view context;
  if (built)
    context =
        tree.node(build).kind == NodeKind::kMap ? TextAt(tree, build, "context") : tree.Text(build);
  const NodeIndex volumes = ValueAt(tree, service, "volumes");
  if (volumes == kNoNode) return false;
  return std::ranges::any_of(ItemsOf(tree, volumes), [&](NodeIndex volume) {
    const std::string_view target = MountOf(tree, tree.Resolve(volume)).target;
    return IsCode(MountedFolder(tree, volume), target, Folder(context), built);
  });
}

/// Of a list the items with a blank behind each.
std::string Words(const ConfigTree& tree, NodeIndex node) {
  if (node == kNoNode) return "";
  std::string words;
  if (tree.node(node).kind == NodeKind::kList) {
    for (const NodeIndex item : ItemsOf(tree, node))
      words += std::string(tree.Text(tree.Resolve(item))) + " ";
    return words;
  }
  return std::string(tree.Text(node)) + " ";
}

bool RunsForDevelopers(const ConfigTree& tree, NodeIndex service) {
  const std::string command = Words(tree, ValueAt(tree, service, "entrypoint")) +
                              Words(tree, ValueAt(tree, service, "command"));
  return std::ranges::any_of(kDevelopmentCommands,
                             [&](std::string_view words) { return command.contains(words); });
}

/// `${DEBUG:-0}` is what it is without being told otherwise.
std::string_view WithoutReference(std::string_view value) {
  if (!value.starts_with('$')) return value;
  const std::size_t standard = value.find(":-");
  if (standard == value.npos || !value.ends_with('}')) return "";
  return value.substr(standard + 2, value.size() - standard - 3);
}

bool VariableSaysSo(std::string_view name, std::string_view value) {
  value = WithoutReference(value);
  const std::string lower = LowerCase(value);
  if (IsAny(kDevelopmentVariables, name))
    return lower == "local" || lower == "dev" || lower == "development";
  if (IsAny(kDebugSwitches, name))
    return !lower.empty() && lower != "0" && lower != "false" && lower != "off";
  return value.contains("agentlib:jdwp");
}

bool EnvironmentSaysSo(const ConfigTree& tree, NodeIndex service) {
  const NodeIndex environment = ValueAt(tree, service, "environment");
  if (environment == kNoNode) return false;
  for (const NodeIndex item : ItemsOf(tree, environment)) {
    const std::string_view text = tree.Text(tree.Resolve(item));
    const std::size_t equals = text.find('=');
    if (equals != text.npos && VariableSaysSo(text.substr(0, equals), text.substr(equals + 1)))
      return true;
  }
  const auto says = [&](std::string_view name) {
    const std::string_view value = TextAt(tree, environment, name);
    return !value.empty() && VariableSaysSo(name, value);
  };
  return std::ranges::any_of(kDevelopmentVariables, says) ||
         std::ranges::any_of(kDebugSwitches, says) || says("JAVA_OPTS") ||
         says("JAVA_TOOL_OPTIONS");
}

bool IsStandIn(std::string_view image) {
  image = image.substr(
      0, image.find_first_of(":@", image.rfind('/') == image.npos ? 0 : image.rfind('/')));
  return IsAny(kStandIns, image.substr(image.rfind('/') + 1));
}

bool TargetSaysSo(std::string_view target) {
  return target == "dev" || target == "develop" || target == "development" || target == "local" ||
         target == "debug" || target.ends_with("-dev") || target.ends_with("-development");
}

/// Nobody has all of it start again after the machine does, to develop with: `NODE_ENV=development`
/// was forgotten there.
bool RestartsAll(const ConfigTree& tree, std::span<const FoundEntry> services) {
  if (services.size() < 3) return false;
  return std::ranges::all_of(services, [&](const FoundEntry& entry) {
    const NodeIndex service = tree.Resolve(entry.value);
    if (tree.node(service).kind != NodeKind::kMap) return false;
    const std::string_view policy = TextAt(tree, service, "restart");
    return policy == "always" || policy == "unless-stopped";
  });
}

bool ServiceSaysSo(const ConfigTree& tree, NodeIndex service, bool kept) {
  service = tree.Resolve(service);
  if (tree.node(service).kind != NodeKind::kMap) return false;
  // What is asked for by name is no part of the rest.
  if (FindEntry(tree, service, "profiles")) return false;
  const NodeIndex build = ValueAt(tree, service, "build");
  if (build != kNoNode && TargetSaysSo(TextAt(tree, build, "target"))) return true;
  return MountsCode(tree, service) || RunsForDevelopers(tree, service) ||
         (!kept && EnvironmentSaysSo(tree, service)) || IsStandIn(TextAt(tree, service, "image"));
}

}  // namespace

bool IsForDevelopment(const ConfigFile& file, std::string_view path) {
  if (file.parts.size() != 1 || file.parts.front().shape != ConfigShape::kCompose) return false;
  // Production runs it with another file laid over it.
  if (file.compose_part == ComposePart::kBase) return false;
  if (NameSaysSo(path) || FolderSaysSo(path)) return true;
  if (HeadSaysSo(file.tree, file.parts.front().node)) return true;
  const NodeIndex services = ValueAt(file.tree, file.parts.front().node, "services");
  if (services == kNoNode || file.tree.node(services).kind != NodeKind::kMap) return false;
  std::uint64_t budget = 100'000;
  const std::vector<FoundEntry> entries = EntriesOf(file.tree, services, budget);
  const bool kept = RestartsAll(file.tree, entries);
  return std::ranges::any_of(entries, [&](const FoundEntry& entry) {
    return ServiceSaysSo(file.tree, entry.value, kept);
  });
}

}  // namespace gonogo
