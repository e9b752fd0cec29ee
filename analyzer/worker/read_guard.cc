#include "analyzer/worker/read_guard.h"

namespace gonogo {
namespace {

/// Whether a folder on the way is called "include", "include-fixed" and so on.
bool PassesThroughInclude(std::string_view path) {
  for (std::size_t at = path.find("/include"); at != std::string_view::npos;
       at = path.find("/include", at + 1)) {
    const std::size_t end = path.find('/', at + 1);
    if (end != std::string_view::npos && path.find("/..", at) == std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool IsInSystem(std::string_view path) {
  return IsBeneath("/usr", path) || IsBeneath("/opt", path) || IsBeneath("/nix/store", path) ||
         IsBeneath("/lib", path) || IsBeneath("/lib64", path);
}

/// Files of the kernel are neither sources nor harmless to read.
bool IsOfKernel(std::string_view path) {
  return IsBeneath("/proc", path) || IsBeneath("/sys", path) || IsBeneath("/dev", path);
}

bool IsOfTree(const ReadGuard& guard, std::string_view path) {
  if (!guard.root.empty() && IsBeneath(guard.root, path)) return true;
  for (const std::string& folder : guard.folders) {
    if (!folder.empty() && IsBeneath(folder, path)) return true;
  }
  return false;
}

}  // namespace

bool IsBeneath(std::string_view folder, std::string_view path) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

bool MayRead(const ReadGuard& guard, std::string_view real_path) {
  if (!real_path.starts_with('/')) return false;
  if (IsOfTree(guard, real_path)) return true;
  if (IsOfKernel(real_path)) return false;
  if (guard.anywhere) return true;
  return IsInSystem(real_path) && PassesThroughInclude(real_path);
}

bool MayLookAt(const ReadGuard& guard, std::string_view real_path) {
  return MayRead(guard, real_path) || IsInSystem(real_path) || real_path == "/";
}

}  // namespace gonogo
