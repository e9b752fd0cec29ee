// libgit2 resolves HEAD (symbolic references, packed references, worktrees) and reads the index.
//
// A tree may be hostile, and so may its .git. Therefore the repository is opened as a bare one with
// an empty configuration, so that its own is never parsed, and every file that libgit2 would open
// on this way is a regular one, since opening a FIFO waits for ever.
#include "analyzer/walk/git_source.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "analyzer/walk/git_folders.h"
#include "analyzer/walk/git_library.h"

namespace gonogo {
namespace {

constexpr std::size_t kMostConfigBytes = 1U << 20;
constexpr std::uintmax_t kMostIndexBytes = 256U << 20;
constexpr std::string_view kBranches = "refs/heads/";

bool IsDirectory(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
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

/// What paths of the repository begin with that lie below `root`: "src/", or "" for all.
std::string PrefixOf(const std::string& tree, const std::string& root) {
  std::error_code error;
  const std::string below = std::filesystem::canonical(root, error).string();
  if (below.size() <= tree.size() || !below.starts_with(tree)) return {};
  const std::string path = below.substr(tree == "/" ? 1 : tree.size() + 1);
  return path + "/";
}

}  // namespace

Provenance ReadProvenance(const std::string& root) {
  Provenance provenance;
  const std::optional<GitFolders> folders = FindGitFolders(root);
  if (!folders) return provenance;
  const LoadedGit git;
  if (!git) return provenance;
  References(git, *folders).ReadHead(provenance);
  const auto config = ReadRegular(folders->common + "/config", kMostConfigBytes);
  provenance.repository_uri = PublicUri(RemoteUrlIn(config.value_or("")));
  return provenance;
}

std::vector<std::string> TrackedFiles(const std::string& root) {
  const std::optional<GitFolders> folders = FindGitFolders(root);
  std::error_code error;
  if (!folders || std::filesystem::file_size(folders->own + "/index", error) > kMostIndexBytes ||
      error || !IsHarmless(folders->own + "/index"))
    return {};
  const LoadedGit git;
  git_index* index = nullptr;
  if (!git || git->open_index(&index, (folders->own + "/index").c_str()) != 0) return {};
  const std::string prefix = PrefixOf(folders->tree, root);
  std::vector<std::string> tracked;
  for (std::size_t i = 0; i < git->entry_count(index); ++i) {
    const std::string_view path = git->entry(index, i)->path;
    if (path.starts_with(prefix)) tracked.emplace_back(path.substr(prefix.size()));
  }
  git->free_index(index);
  return tracked;
}

}  // namespace gonogo
