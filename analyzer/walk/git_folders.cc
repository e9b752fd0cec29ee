#include "analyzer/walk/git_folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>

namespace gonogo {
namespace {

constexpr std::size_t kMostPointerBytes = 4096;
constexpr int kMostParents = 256;

std::string Canonical(const std::string& path) {
  std::error_code error;
  return std::filesystem::canonical(path, error).string();
}

std::string WithoutLineEnd(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

/// `path`, seen from `folder` where it is relative.
std::string From(const std::string& folder, const std::string& path) {
  return path.starts_with('/') ? path : folder + "/" + path;
}

/// True where a folder of modules in a repository above `tree` holds `folder`, as submodules have
/// it.
bool IsModuleAbove(std::string tree, const std::string& folder) {
  for (int i = 0; i < kMostParents && tree.size() > 1; ++i) {
    tree = std::filesystem::path(tree).parent_path().string();
    const std::string above = Canonical((tree == "/" ? "" : tree) + "/.git/modules");
    if (!above.empty() && folder.starts_with(above + "/")) return true;
  }
  return false;
}

/// Where the file `tree`/.git points to, if that belongs to the tree.
std::string PointedTo(const std::string& tree) {
  constexpr std::string_view kKey = "gitdir: ";
  const std::string pointer =
      WithoutLineEnd(ReadRegular(tree + "/.git", kMostPointerBytes).value_or(""));
  if (!pointer.starts_with(kKey)) return {};
  const std::string folder = Canonical(From(tree, pointer.substr(kKey.size())));
  if (folder.empty() || IsModuleAbove(tree, folder)) return folder;
  const std::string back =
      WithoutLineEnd(ReadRegular(folder + "/gitdir", kMostPointerBytes).value_or(""));
  if (back.empty() || Canonical(From(folder, back)) != Canonical(tree + "/.git")) return {};
  return folder;
}

/// The git folder of a tree that has one of its own.
std::optional<GitFolders> FoldersOf(const std::string& tree) {
  struct stat status{};
  if (lstat((tree + "/.git").c_str(), &status) != 0) return std::nullopt;
  GitFolders folders;
  folders.tree = tree;
  if (S_ISDIR(status.st_mode)) folders.own = tree + "/.git";
  if (S_ISREG(status.st_mode)) folders.own = PointedTo(tree);
  if (folders.own.empty() || !IsHarmless(folders.own + "/commondir")) return std::nullopt;
  folders.common = folders.own;
  if (const auto common = ReadRegular(folders.own + "/commondir", kMostPointerBytes)) {
    folders.common = Canonical(From(folders.own, WithoutLineEnd(*common)));
  }
  return folders;
}

bool BelongsToUs(const std::string& path, uid_t owner) {
  struct stat status{};
  if (lstat(path.c_str(), &status) != 0) return false;
  return status.st_uid == owner || status.st_uid == geteuid();
}

}  // namespace

std::optional<GitFolders> FindGitFolders(const std::string& root) {
  std::string tree = Canonical(root);
  struct stat status{};
  if (tree.empty() || stat(tree.c_str(), &status) != 0) return std::nullopt;
  for (int i = 0; i < kMostParents; ++i) {
    const std::string git = (tree == "/" ? "" : tree) + "/.git";
    if (i == 0 || BelongsToUs(git, status.st_uid)) {
      if (auto folders = FoldersOf(tree)) return folders;
    }
    if (tree == "/") break;
    tree = std::filesystem::path(tree).parent_path().string();
  }
  return std::nullopt;
}

std::optional<std::string> ReadRegular(const std::string& path, std::size_t limit) {
  const int file = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (file < 0) return std::nullopt;
  struct stat status{};
  std::optional<std::string> bytes;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    bytes.emplace(limit, '\0');
    std::size_t size = 0;
    for (ssize_t got = 1; got > 0 && size < limit; size += static_cast<std::size_t>(got)) {
      got = read(file, bytes->data() + size, limit - size);
      if (got < 0) got = 0;
    }
    bytes->resize(size);
  }
  close(file);
  return bytes;
}

bool IsHarmless(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

}  // namespace gonogo
