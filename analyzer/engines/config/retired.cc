#include "analyzer/engines/config/retired.h"

#include <algorithm>
#include <array>
#include <string>

#include "analyzer/base/ascii.h"

namespace gonogo {
namespace {

constexpr std::array<std::string_view, 8> kWords = {"archive",        "archived", "attic",
                                                    "deprecated",     "obsolete", "retired",
                                                    "decommissioned", "unused"};

/// Only behind a mark: `kafka-dev` is there for those who develop, `dev` may be an environment.
constexpr std::string_view kDevelopment = "-dev";

/// Before a word of what is shown: `demo-setups`.
constexpr std::string_view kDemonstration = "demo-";

/// Machines on which people write the service, what stands in for others there, and forms from
/// which services are made.
constexpr std::array<std::string_view, 14> kWorkplaces = {
    "devenv",        "dev-env",      "dev_env",    "gitpod",     ".gitpod",
    ".devcontainer", "devcontainer", "devbox",     "starters",   "skeleton",
    "cookiecutter",  ".localstack",  "localstack", "scaffolding"};

constexpr std::array<std::string_view, 5> kLocalClusters = {"minikube", "kind", "k3d", "microk8s",
                                                            "docker-desktop"};

/// The word itself, or behind a mark: `_archive`, `alerts-attic`, `.deprecated`.
bool MeansRetired(std::string_view folder) {
  if (folder.size() > kDevelopment.size() && folder.ends_with(kDevelopment)) return true;
  if (folder.starts_with(kDemonstration)) return true;
  if (std::ranges::find(kWorkplaces, folder) != kWorkplaces.end()) return true;
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    if (!folder.ends_with(word)) return false;
    const std::size_t before = folder.size() - word.size();
    return before == 0 || std::string_view("-_.").contains(folder[before - 1]);
  });
}

}  // namespace

bool IsRetired(std::string_view path) {
  const std::string lower = LowerCase(path);
  std::string_view rest = lower;
  std::string_view above;
  for (std::size_t slash = rest.find('/'); slash != rest.npos; slash = rest.find('/')) {
    const std::string_view folder = rest.substr(0, slash);
    if (MeansRetired(folder)) return true;
    // The environment of the own machine; `usr/local` is a place in an image.
    if (folder == "local" && above != "usr") return true;
    if (std::ranges::find(kLocalClusters, folder) != kLocalClusters.end()) return true;
    above = folder;
    rest.remove_prefix(slash + 1);
  }
  return false;
}

}  // namespace gonogo
