#include "analyzer/cli/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace gonogo {
namespace {

namespace fs = std::filesystem;

Result<fs::path> RealPath(const std::string& text) {
  std::error_code error;
  const fs::path path = fs::absolute(text, error).lexically_normal();
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none) {
    return Fail(fmt::format("\"{}\" does not exist or cannot be reached", text));
  }
  const bool follow = fs::is_directory(path, error) || status.type() != fs::file_type::symlink;
  const fs::path real = follow ? fs::canonical(path, error)
                               : fs::canonical(path.parent_path(), error) / path.filename();
  if (error) return Fail(fmt::format("\"{}\": {}", text, error.message()));
  return real;
}

/// The nearest folder, from the path upward, that holds a ".git"; empty where there is none.
fs::path RepositoryOf(const fs::path& path) {
  std::error_code error;
  for (fs::path at = fs::is_directory(path, error) ? path : path.parent_path();;
       at = at.parent_path()) {
    if (fs::symlink_status(at / ".git", error).type() != fs::file_type::not_found) return at;
    if (at == at.parent_path()) return {};
  }
}

fs::path CommonFolder(const fs::path& a, const fs::path& b) {
  fs::path common;
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  for (auto part = a.begin(); part != ends.first; ++part) common /= *part;
  return common;
}

fs::path RootOf(const std::vector<fs::path>& paths) {
  fs::path root;
  bool all_in_one_repository = true;
  for (const fs::path& path : paths) {
    const fs::path repository = RepositoryOf(path);
    if (root.empty()) root = repository;
    all_in_one_repository = all_in_one_repository && !repository.empty() && repository == root;
  }
  if (all_in_one_repository) return root;
  std::error_code error;
  fs::path common = fs::is_directory(paths[0], error) ? paths[0] : paths[0].parent_path();
  for (const fs::path& path : paths) common = CommonFolder(common, path);
  return common;
}

}  // namespace

Result<Scope> ResolveScope(const std::vector<std::string>& paths) {
  std::vector<fs::path> real;
  for (const std::string& text : paths.empty() ? std::vector<std::string>{"."} : paths) {
    fs::path path = TRY(RealPath(text));
    real.push_back(std::move(path));
  }
  const fs::path root = RootOf(real);
  Scope scope{root.string(), {}};
  for (const fs::path& path : real) {
    const std::string relative = path.lexically_relative(root).string();
    scope.targets.push_back(relative == "." ? "" : relative);
  }
  std::ranges::sort(scope.targets);
  scope.targets.erase(std::ranges::unique(scope.targets).begin(), scope.targets.end());
  return scope;
}

}  // namespace gonogo
