// The walk goes level by level: all directories of one depth are visited in parallel, each by one
// thread, and what they hold below them is the next level. That needs no queue with locks, and a
// level has thousands of directories where it matters. Threads share only what is const; each fills
// an account of its own.
//
// Paths longer than the kernel takes at once are the mark of a hostile tree: 100,000 files under
// 2,000 directories with long names are 50 GB of path names. From the first such directory on, one
// thread goes on in sorted order, and the bytes of the paths that are held are counted against a
// budget; so the answer depends on no timing.
#include "analyzer/walk/walker.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "analyzer/base/parallel_for.h"
#include "analyzer/base/quote.h"
#include "analyzer/walk/ignore_reader.h"
#include "analyzer/walk/link_fate.h"

namespace gonogo {
namespace {

constexpr std::size_t kLongPath = 4096;
constexpr std::uint64_t kLongPathBudget = 64 * 1024 * 1024;  // bytes
constexpr std::size_t kDeepest = 4096;                       // directories above one another

struct Directory {
  std::string path;
  std::size_t depth = 0;
  IgnoreScope above;  // without the directory's own files
};

/// What one thread found.
struct Account {
  WalkResult result;
  std::vector<Directory> below;
  std::set<std::string, std::less<>> told_costly;  // paths of ignore files
  std::uint64_t long_path_bytes = 0;
  bool told_budget = false;
};

bool HasEarlierPath(const WalkedFile& a, const WalkedFile& b) { return a.path < b.path; }

class TreeWalk {
 public:
  TreeWalk(const FileSystem& tree, const WalkOptions& options)
      : tree_(tree),
        options_(options),
        reader_(tree, options.ignore_files),
        exclude_(WithFile(nullptr, "", 0, fmt::format("{}", fmt::join(options.exclude, "\n")))),
        threads_(std::max(1U, options.threads)),
        accounts_(threads_) {}

  WalkResult Run(const std::vector<std::string>& targets) {
    AddTargets(targets);
    for (std::vector<Directory> level = TakeLevel(); !level.empty(); level = TakeLevel()) {
      const bool hostile = std::any_of(level.begin(), level.end(), IsLong);
      if (hostile) std::ranges::sort(level, {}, &Directory::path);
      ParallelFor(level.size(), hostile ? 1 : threads_, [&](std::size_t index, unsigned worker) {
        Visit(level[index], accounts_[worker]);
      });
      for (const Directory& done : level) Release(done);
    }
    Join();
    if (options_.tracked && joined_.ignored != 0) AddTracked(options_.tracked());
    SortAnswers();
    return std::move(joined_);
  }

 private:
  static bool IsLong(const Directory& directory) { return directory.path.size() >= kLongPath; }

  // Targets.

  void AddTargets(const std::vector<std::string>& targets) {
    for (const std::string& target : targets) named_.insert(target);
    Account& account = accounts_[0];
    for (const std::string& target : named_) AddTarget(target, account);
  }

  void AddTarget(const std::string& target, Account& account) {
    const auto status = tree_.Status(target);
    if (!status) {
      const bool missing = status.error().missing;
      Note(account, missing ? "no-such-target" : "unreadable", Coverage::kNotRead, target,
           fmt::format("{} is not read: {}", Quote(target),
                       missing ? "it does not exist" : status.error().reason));
    } else if (IsExcludedTarget(target, status->type == EntryType::kDirectory, account)) {
      ++account.result.excluded;
    } else if (status->type == EntryType::kDirectory) {
      const auto depth = static_cast<std::size_t>(std::ranges::count(target, '/'));
      account.below.push_back({target, depth, ScopeAbove(target, account)});
    } else if (status->type == EntryType::kRegular) {
      account.result.files.push_back({target, true});
    } else if (status->type == EntryType::kSymlink) {
      Note(account, "symlink-target", Coverage::kNotRead, target,
           fmt::format("{} is a symbolic link, which is not followed; name what it points to",
                       Quote(target)));
    } else {
      NoteSpecial(target, account);
    }
  }

  /// The ignore files that speak for the entry `path`: those of all directories above it.
  const IgnoreScope& ScopeAbove(const std::string& path, Account& account) {
    if (path.empty()) return scopes_[""];
    const std::size_t slash = path.rfind('/');
    const std::string parent = path.substr(0, slash == std::string::npos ? 0 : slash);
    const std::string key = parent + "/";
    if (const auto known = scopes_.find(key); known != scopes_.end()) return known->second;
    IgnoreScope scope = reader_.Within(parent, ScopeAbove(parent, account), account.result.notices);
    return scopes_[key] = std::move(scope);
  }

  /// Whether a target, or a directory above it, is left out by what also holds for named files.
  bool IsExcludedTarget(const std::string& target, bool is_directory, Account& account) {
    for (std::size_t end = 0; end < target.size();) {
      end = std::min(target.find('/', end + 1), target.size());
      const std::string part = target.substr(0, end);
      const bool last = end == target.size();
      if (IsExcluded(ScopeAbove(part, account), part, !last || is_directory, account)) return true;
    }
    return false;
  }

  // Directories.

  std::vector<Directory> TakeLevel() {
    std::vector<Directory> level;
    for (Account& account : accounts_) {
      std::ranges::move(account.below, std::back_inserter(level));
      account.below.clear();
    }
    return level;
  }

  void Visit(const Directory& directory, Account& account) const {
    auto entries = tree_.List(directory.path);
    if (!entries) {
      Note(account, "unreadable", Coverage::kNotRead, directory.path,
           fmt::format("directory {} is not read: {}", Quote(directory.path),
                       entries.error().reason));
      return;
    }
    if (IsLong(directory)) std::ranges::sort(*entries, {}, &DirectoryEntry::name);
    const IgnoreScope scope =
        reader_.Within(directory.path, directory.above, *entries, account.result.notices);
    std::string path = directory.path.empty() ? "" : directory.path + "/";
    const std::size_t base = path.size();
    for (const DirectoryEntry& entry : *entries) {
      if (entry.name == ".git") continue;
      path.resize(base);
      path += entry.name;
      if (IsLong(directory) && !Charge(path, account)) return;
      Judge(path, entry.type, directory.depth, scope, account);
    }
  }

  void Judge(const std::string& path, EntryType type, std::size_t depth, const IgnoreScope& scope,
             Account& account) const {
    const bool is_directory = type == EntryType::kDirectory;
    if (named_.contains(path)) return;  // it is looked at on its own account
    if (IsIgnored(scope.git, path, is_directory, account)) {
      ++account.result.ignored;
    } else if (IsExcluded(scope, path, is_directory, account)) {
      ++account.result.excluded;
    } else if (type == EntryType::kRegular) {
      account.result.files.push_back({path, false});
    } else if (is_directory) {
      Enter(path, depth + 1, scope, account);
    } else if (type == EntryType::kSymlink) {
      JudgeLink(path, account);
    } else {
      NoteSpecial(path, account);
    }
  }

  void Enter(const std::string& path, std::size_t depth, const IgnoreScope& scope,
             Account& account) const {
    if (depth <= kDeepest) {
      account.below.push_back({path, depth, scope});
      return;
    }
    Note(account, "too-deep", Coverage::kNotRead, path,
         fmt::format("{} lies below {} directories and is not entered", Quote(path), kDeepest));
  }

  void JudgeLink(const std::string& path, Account& account) const {
    const std::string quoted = Quote(path);
    switch (FateOfLink(tree_, path)) {
      case LinkFate::kInside:
        ++account.result.links;
        break;
      case LinkFate::kOutside:
        Note(account, "symlink-outside", Coverage::kNotRead, path,
             fmt::format("symbolic link {} leads out of the tree and is not followed; check its "
                         "target on its own",
                         quoted));
        break;
      case LinkFate::kDangling:
        Note(account, "symlink-dangling", Coverage::kInformation, path,
             fmt::format("symbolic link {} leads nowhere; remove it or mend its target", quoted));
        break;
      case LinkFate::kLoop:
        Note(account, "symlink-loop", Coverage::kInformation, path,
             fmt::format("symbolic link {} leads in a loop, or through more links than Linux "
                         "follows; mend its target",
                         quoted));
        break;
    }
  }

  // Answers.

  bool IsIgnored(const IgnoreChain& chain, std::string_view path, bool is_directory,
                 Account& account) const {
    const ChainAnswer answer = Ask(chain, path, is_directory);
    if (answer.too_costly != nullptr) NoteCostly(*answer.too_costly, account);
    return answer.ignored;
  }

  bool IsExcluded(const IgnoreScope& scope, std::string_view path, bool is_directory,
                  Account& account) const {
    return IsIgnored(scope.own, path, is_directory, account) ||
           IsIgnored(exclude_, path, is_directory, account);
  }

  // Notices.

  static void Note(Account& account, std::string id, Coverage coverage, const std::string& path,
                   std::string message) {
    account.result.notices.push_back({std::move(id), coverage, path, 0, std::move(message)});
  }

  static void NoteSpecial(const std::string& path, Account& account) {
    Note(account, "special-file", Coverage::kNotRead, path,
         fmt::format("{} is a FIFO, a socket, a device or of unknown type, and is not read",
                     Quote(path)));
  }

  /// Each thread says it once; Join() removes what is left of repetition.
  static void NoteCostly(const IgnoreFile& file, Account& account) {
    if (!account.told_costly.insert(file.path).second) return;
    const std::string whose = file.path.empty() ? "the globs to exclude" : Quote(file.path);
    Note(account, "ignore-file-too-costly", Coverage::kInformation, file.path,
         fmt::format("patterns of {} need too much time, so entries that they may cover are read; "
                     "simplify them",
                     whose));
  }

  // The budget of long paths. Only one thread is at work when any of it is used.

  static bool Charge(const std::string& path, Account& account) {
    account.long_path_bytes += path.size();
    if (account.long_path_bytes <= kLongPathBudget) return true;
    account.long_path_bytes -= path.size();
    if (!std::exchange(account.told_budget, true)) {
      Note(account, "too-deep", Coverage::kNotRead, "",
           fmt::format("the tree holds more than {} bytes of paths longer than {}; what lies "
                       "beyond is not read, "
                       "beginning with {}",
                       kLongPathBudget, kLongPath, Quote(path)));
    }
    return false;
  }

  /// A directory that was visited no longer holds its path.
  void Release(const Directory& directory) {
    const std::size_t parent = directory.path.rfind('/');
    if (parent == std::string::npos || parent < kLongPath) return;
    std::uint64_t& held = accounts_[0].long_path_bytes;
    held -= std::min<std::uint64_t>(held, directory.path.size());
  }

  // The end.

  void Join() {
    ParallelFor(accounts_.size(), threads_, [this](std::size_t index, unsigned /*worker*/) {
      std::ranges::sort(accounts_[index].result.files, {}, &WalkedFile::path);
    });
    joined_ = std::move(accounts_[0].result);
    for (std::size_t i = 1; i < accounts_.size(); ++i) {
      WalkResult& other = accounts_[i].result;
      std::vector<WalkedFile> files;
      files.reserve(joined_.files.size() + other.files.size());
      std::merge(std::move_iterator(joined_.files.begin()), std::move_iterator(joined_.files.end()),
                 std::move_iterator(other.files.begin()), std::move_iterator(other.files.end()),
                 std::back_inserter(files), HasEarlierPath);
      joined_.files = std::move(files);
      std::ranges::move(other.notices, std::back_inserter(joined_.notices));
      joined_.ignored += other.ignored;
      joined_.excluded += other.excluded;
      joined_.links += other.links;
    }
  }

  void SortAnswers() {
    if (!std::ranges::is_sorted(joined_.files, HasEarlierPath))
      std::ranges::sort(joined_.files, HasEarlierPath);
    std::ranges::sort(joined_.notices, BeforeInReport);
    const auto repeated = std::ranges::unique(joined_.notices);
    joined_.notices.erase(repeated.begin(), repeated.end());
  }

  /// The tracked files that only git's patterns left out.
  void AddTracked(const std::vector<std::string>& tracked) {
    Account& account = accounts_[0];
    account = {};
    std::vector<WalkedFile> added;
    for (const std::string& path : tracked) {
      const bool known = std::ranges::binary_search(joined_.files, path, {}, &WalkedFile::path);
      if (known || !IsBelowTarget(path) || HasGitComponent(path)) continue;
      const auto status = tree_.Status(path);
      if (!status || status->type != EntryType::kRegular) continue;
      if (!IsExcludedTarget(path, false, account)) added.push_back({path, false});
    }
    std::ranges::move(added, std::back_inserter(joined_.files));
    std::ranges::move(account.result.notices, std::back_inserter(joined_.notices));
  }

  bool IsBelowTarget(const std::string& path) const {
    if (named_.contains("")) return true;
    for (std::size_t end = path.rfind('/'); end != std::string::npos && end != 0;
         end = path.rfind('/', end - 1)) {
      if (named_.contains(std::string_view(path).substr(0, end))) return true;
    }
    return false;
  }

  static bool HasGitComponent(const std::string& path) {
    return ("/" + path + "/").contains("/.git/");
  }

  static bool BeforeInReport(const Notice& a, const Notice& b) {
    return std::tie(a.path, a.line, a.id, a.message) < std::tie(b.path, b.line, b.id, b.message);
  }

  const FileSystem& tree_;
  const WalkOptions& options_;
  IgnoreReader reader_;
  IgnoreChain exclude_;  // what the caller excludes; no file of the tree can take it back
  unsigned threads_;
  std::vector<Account> accounts_;
  WalkResult joined_;
  std::set<std::string, std::less<>> named_;
  std::map<std::string, IgnoreScope> scopes_;  // above targets only; "a/" is what holds within "a"
};

/// The target without ".", empty components and "..", or the target as it is where it leads out of
/// the root.
std::string Normal(std::string_view target) {
  std::string normal;
  std::string_view rest = target;
  while (!rest.empty()) {
    const std::size_t slash = rest.find('/');
    const std::string_view component = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    if (component.empty() || component == ".") continue;
    if (component == ".." && normal.empty()) return std::string(target);
    if (component == "..") {
      normal.erase(normal.rfind('/') == std::string::npos ? 0 : normal.rfind('/'));
    } else {
      normal = PathBelow(normal, component);
    }
  }
  return normal;
}

}  // namespace

WalkResult Walk(const FileSystem& tree, const WalkOptions& options) {
  std::vector<std::string> targets;
  for (const std::string& target : options.targets) targets.push_back(Normal(target));
  return TreeWalk(tree, options).Run(targets);
}

}  // namespace gonogo
