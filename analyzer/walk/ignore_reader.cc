#include "analyzer/walk/ignore_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "analyzer/base/quote.h"

namespace gonogo {
namespace {

// Real ones stay far below; git itself stops at 100 MB, which a hostile tree could put in every
// folder.
constexpr std::uint64_t kLargestIgnoreFile = 4 * 1024 * 1024;

constexpr std::string_view kGitName = ".gitignore";
constexpr std::string_view kOwnName = ".gonogoignore";
constexpr std::string_view kRepositoryName = ".git";
constexpr std::string_view kGitExclude = ".git/info/exclude";

Notice TooLarge(const std::string& path) {
  return {"ignore-file-too-large", Coverage::kPartlyRead, path, 0,
          fmt::format("{} is larger than {} bytes and is not applied; split it", Quote(path),
                      kLargestIgnoreFile)};
}

Notice Unreadable(const std::string& path, const FileError& error) {
  return {"unreadable", Coverage::kPartlyRead, path, 0,
          fmt::format("ignore file {} is not applied: {}", Quote(path), error.reason)};
}

std::size_t BaseOf(const std::string& directory) {
  return directory.empty() ? 0 : directory.size() + 1;
}

/// A file called ".git" leads to the repository of a submodule or of a second work tree.
bool IsRepository(const DirectoryEntry& entry) {
  return entry.name == kRepositoryName &&
         (entry.type == EntryType::kDirectory || entry.type == EntryType::kRegular);
}

}  // namespace

std::string PathBelow(const std::string& directory, std::string_view name) {
  std::string path = directory;
  if (!path.empty()) path += '/';
  return path += name;
}

IgnoreChain IgnoreReader::Read(IgnoreChain above, const std::string& path, std::size_t base,
                               std::vector<Notice>& notices) const {
  std::string text;
  const auto read = tree_.Read(path, kLargestIgnoreFile, text);
  if (!read && !read.error().missing) notices.push_back(Unreadable(path, read.error()));
  if (!read) return above;
  if (text.size() > kLargestIgnoreFile) {
    notices.push_back(TooLarge(path));
    return above;
  }
  return WithFile(std::move(above), path, base, text);
}

/// A repository within another one brings no exclude file of its own: the outer one decides.
void IgnoreReader::EnterRepository(const std::string& directory, IgnoreScope& scope,
                                   std::vector<Notice>& notices) const {
  if (std::exchange(scope.in_repository, true) || !git_) return;
  scope.git =
      Read(std::move(scope.git), PathBelow(directory, kGitExclude), BaseOf(directory), notices);
}

IgnoreScope IgnoreReader::Within(const std::string& directory, IgnoreScope above,
                                 const std::vector<DirectoryEntry>& entries,
                                 std::vector<Notice>& notices) const {
  const std::size_t base = BaseOf(directory);
  if (std::ranges::any_of(entries, IsRepository)) EnterRepository(directory, above, notices);
  for (const DirectoryEntry& entry : entries) {
    if (entry.type != EntryType::kRegular) continue;
    if (git_ && above.in_repository && entry.name == kGitName) {
      above.git = Read(std::move(above.git), PathBelow(directory, kGitName), base, notices);
    } else if (entry.name == kOwnName) {
      above.own = Read(std::move(above.own), PathBelow(directory, kOwnName), base, notices);
    }
  }
  return above;
}

IgnoreScope IgnoreReader::Within(const std::string& directory, IgnoreScope above,
                                 std::vector<Notice>& notices) const {
  std::vector<DirectoryEntry> entries;
  for (const std::string_view name : {kRepositoryName, kGitName, kOwnName}) {
    const auto status = tree_.Status(PathBelow(directory, name));
    if (status) entries.push_back({std::string(name), status->type});
  }
  return Within(directory, std::move(above), entries, notices);
}

}  // namespace gonogo
