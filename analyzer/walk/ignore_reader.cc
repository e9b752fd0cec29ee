#include "analyzer/walk/ignore_reader.h"

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

IgnoreScope IgnoreReader::AtRoot(std::vector<Notice>& notices) const {
  IgnoreScope scope;
  if (git_) scope.git = Read(nullptr, std::string(kGitExclude), 0, notices);
  return scope;
}

IgnoreScope IgnoreReader::Within(const std::string& directory, IgnoreScope above,
                                 const std::vector<DirectoryEntry>& entries,
                                 std::vector<Notice>& notices) const {
  const std::size_t base = directory.empty() ? 0 : directory.size() + 1;
  for (const DirectoryEntry& entry : entries) {
    if (entry.type != EntryType::kRegular) continue;
    if (git_ && entry.name == kGitName) {
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
  for (const std::string_view name : {kGitName, kOwnName}) {
    const auto status = tree_.Status(PathBelow(directory, name));
    if (status) entries.push_back({std::string(name), status->type});
  }
  return Within(directory, std::move(above), entries, notices);
}

}  // namespace gonogo
