// libgit2 resolves HEAD: symbolic references, packed references, worktrees. It is loaded when first
// needed, because linking it costs every start more than a scan of a small file takes (4.4 ms
// against 0.8 ms).
//
// A tree may be hostile, and so may its .git. Therefore: the git folder is found here, by its plain
// signs; a .git file may point only to a folder that points back, or to a folder of modules in a
// repository above; the repository is opened as a bare one with an empty configuration, so that its
// own is never parsed; every file that libgit2 would open on this way is a regular one, since
// opening a FIFO waits for ever. A .git above the root counts only where it belongs to this user or
// to the owner of the root: anybody may put one into /tmp.
#include "analyzer/walk/git_source.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <git2.h>
#include <git2/sys/repository.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <optional>

namespace gonogo {
namespace {

constexpr std::size_t kMostConfigBytes = 1U << 20;
constexpr std::size_t kMostPointerBytes = 4096;
constexpr int kMostParents = 256;
constexpr std::string_view kBranches = "refs/heads/";

/// The functions of libgit2 that are used, named once.
struct LibGit2 {
  decltype(&git_libgit2_init) init = nullptr;
  decltype(&git_libgit2_shutdown) shutdown = nullptr;
  decltype(&git_libgit2_opts) opts = nullptr;
  decltype(&git_repository_open_bare) open_bare = nullptr;
  decltype(&git_repository_set_config) set_config = nullptr;
  decltype(&git_repository_free) free_repository = nullptr;
  decltype(&git_config_new) new_config = nullptr;
  decltype(&git_config_free) free_config = nullptr;
  decltype(&git_reference_lookup) lookup = nullptr;
  decltype(&git_reference_symbolic_target) symbolic_target = nullptr;
  decltype(&git_reference_target) target = nullptr;
  decltype(&git_reference_free) free_reference = nullptr;
  decltype(&git_oid_tostr) to_text = nullptr;

  bool Load(void* library) {
    const auto find = [&](auto& function, const char* name) {
      function =
          reinterpret_cast<std::remove_reference_t<decltype(function)>>(dlsym(library, name));
      return function != nullptr;
    };
    return find(init, "git_libgit2_init") && find(shutdown, "git_libgit2_shutdown") &&
           find(opts, "git_libgit2_opts") && find(open_bare, "git_repository_open_bare") &&
           find(set_config, "git_repository_set_config") &&
           find(free_repository, "git_repository_free") && find(new_config, "git_config_new") &&
           find(free_config, "git_config_free") && find(lookup, "git_reference_lookup") &&
           find(symbolic_target, "git_reference_symbolic_target") &&
           find(target, "git_reference_target") && find(free_reference, "git_reference_free") &&
           find(to_text, "git_oid_tostr");
  }
};

/// libgit2 while it is in use; false where it is not installed.
class LoadedGit {
 public:
  LoadedGit() : library_(dlopen("libgit2.so.1.5", RTLD_NOW | RTLD_LOCAL)) {
    ready_ = library_ != nullptr && git_.Load(library_) && git_.init() >= 0;
    if (!ready_) return;
    for (const int level : {GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM,
                            GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL}) {
      git_.opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    }
  }
  LoadedGit(const LoadedGit&) = delete;
  LoadedGit& operator=(const LoadedGit&) = delete;
  ~LoadedGit() {
    if (ready_) git_.shutdown();
    if (library_ != nullptr) dlclose(library_);
  }

  explicit operator bool() const { return ready_; }
  const LibGit2* operator->() const { return &git_; }

 private:
  LibGit2 git_;
  void* library_ = nullptr;
  bool ready_ = false;
};

/// The bytes of a regular file, at most `limit`; nothing for anything else. Never waits.
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

/// True for a regular file and for nothing at all: libgit2 opens neither a FIFO nor a device then.
bool IsHarmless(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

bool IsDirectory(const std::string& path) {
  struct stat status{};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

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

/// The folder with HEAD and the one with what worktrees share; the same one where there is but one
/// worktree.
struct GitFolders {
  std::string own;
  std::string common;
};

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

std::optional<GitFolders> FindFolders(const std::string& root) {
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

/// Opens the repository and gives its references, one by one.
class References {
 public:
  References(const LoadedGit& git, GitFolders folders) : git_(git), folders_(std::move(folders)) {
    git_config* config = nullptr;
    if (!IsDirectory(folders_.common + "/objects") || !IsDirectory(folders_.common + "/refs"))
      return;
    if (git_->new_config(&config) != 0) return;
    if (git_->open_bare(&repository_, folders_.own.c_str()) != 0) repository_ = nullptr;
    if (repository_ != nullptr && git_->set_config(repository_, config) != 0) Close();
    git_->free_config(config);
  }
  References(const References&) = delete;
  References& operator=(const References&) = delete;
  ~References() { Close(); }

  /// The branch (empty where HEAD is detached) and the commit (empty where there is none yet).
  void ReadHead(Provenance& into) const {
    std::string name = "HEAD";
    for (int depth = 0; depth < 5; ++depth) {
      git_reference* reference = Lookup(name);
      if (reference == nullptr) return;
      const char* next = git_->symbolic_target(reference);
      if (next == nullptr) {
        char text[GIT_OID_HEXSZ + 1] = "";
        into.revision = git_->to_text(text, sizeof(text), git_->target(reference));
      } else {
        name = next;
      }
      git_->free_reference(reference);
      if (!into.revision.empty()) return;
      if (name.starts_with(kBranches)) into.branch = name.substr(kBranches.size());
    }
  }

 private:
  git_reference* Lookup(const std::string& name) const {
    if (repository_ == nullptr || !IsHarmless(folders_.own + "/" + name) ||
        !IsHarmless(folders_.common + "/" + name) ||
        !IsHarmless(folders_.common + "/packed-refs")) {
      return nullptr;
    }
    git_reference* reference = nullptr;
    return git_->lookup(&reference, repository_, name.c_str()) == 0 ? reference : nullptr;
  }

  void Close() {
    if (repository_ != nullptr) git_->free_repository(repository_);
    repository_ = nullptr;
  }

  const LoadedGit& git_;
  GitFolders folders_;
  git_repository* repository_ = nullptr;
};

}  // namespace

Provenance ReadProvenance(const std::string& root) {
  Provenance provenance;
  const std::optional<GitFolders> folders = FindFolders(root);
  if (!folders) return provenance;
  const LoadedGit git;
  if (!git) return provenance;
  References(git, *folders).ReadHead(provenance);
  const auto config = ReadRegular(folders->common + "/config", kMostConfigBytes);
  provenance.repository_uri = PublicUri(RemoteUrlIn(config.value_or("")));
  return provenance;
}

}  // namespace gonogo
